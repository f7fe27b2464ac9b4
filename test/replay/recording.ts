// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { mustOk } from '../../shared/result.ts';
import { asBody, list, text, type Body } from '../traces/recorded.ts';
import { bytesOf, jsonOf, readTrace, type Step, type Trace } from '../traces/trace.ts';

// What `holdfast probe` wrote, read as the recordings of real servers are.

const moreSchema = z.object({
  recorded_at: z.iso.datetime(),
  servers: z.record(z.string(), z.string()),
  checks: z.array(z.looseObject({ state: z.string(), said: z.looseObject({ kind: z.string() }) })),
});

export type Recording = {
  readonly trace: Trace;
  /** when it was made, in milliseconds */
  readonly nowMs: number;
  readonly servers: Readonly<Record<string, string>>;
  /** what the probe itself has found, by name */
  readonly found: ReadonlyMap<string, string>;
  /** of its exchange, verified; undefined where that gave none */
  readonly keys: ExchangeKeys | undefined;
};

/** A file of a probe. */
export const readRecording = (name: string, json: string): Recording => {
  const parsed = JSON.parse(json) as unknown;
  const more = moreSchema.parse(parsed);
  const trace = withSignatures(readTrace(name, parsed));
  return {
    trace,
    nowMs: Date.parse(more.recorded_at),
    servers: more.servers,
    found: new Map(more.checks.map(({ state, said }) => [said.kind, state])),
    keys: keysIn(trace),
  };
};

/** From its own `/keys` (v14: and `/wire`), whose signatures are checked by reading it. */
const keysIn = (trace: Trace): ExchangeKeys | undefined => {
  const answerOf = (path: string): string | undefined => {
    const step = trace.steps.find(
      ({ server, request, response }) =>
        server === 'exchange' &&
        new URL(request.path, trace.base_url).href === `${trace.base_url}${path}` &&
        response?.status === 200,
    );
    return step?.response ? Buffer.from(bytesOf(step.response.body)).toString('utf8') : undefined;
  };
  const [keys, wire] = [answerOf('keys'), answerOf('wire')];
  if (keys === undefined) return undefined;
  const raw = wire === undefined ? keys : `${keys.slice(0, -1)},"wire":${wire}}`;
  return mustOk(parseKeys(trace.base_url, raw), 'keys');
};

/** Coins with the signatures that requests named; none is believed that does not verify where it is used. */
const withSignatures = (trace: Trace): Trace => {
  const signed = new Map<string, { readonly cipher: string; readonly rsa_signature: string }>();
  for (const { request } of trace.steps) {
    const body = asBody(jsonOf(request.body));
    for (const each of [withPathCoin(body, request.path), ...list(body['coins']), ...list(body['deposits'])]) {
      const pub = text(each['coin_pub'] ?? each['old_coin_pub']);
      const signature = asBody(each['ub_sig'] ?? each['denom_sig'] ?? each['old_denom_sig'])['rsa_signature'];
      if (pub !== '' && typeof signature === 'string') signed.set(pub, { cipher: 'RSA', rsa_signature: signature });
    }
  }
  const coins = trace.secrets.coins.map((coin) => {
    const signature = signed.get(coin.coin_pub);
    return signature === undefined ? coin : { ...coin, ub_sig: signature };
  });
  return { ...trace, secrets: { ...trace.secrets, coins } };
};

const withPathCoin = (body: Body, path: string): Body => {
  const coin = /\/coins\/([0-9A-Z]{52})\//.exec(path)?.[1];
  return coin === undefined ? body : { ...body, coin_pub: coin };
};

/** A planned refresh as the recording has it. */
export type RecordedRefresh = {
  readonly seed: Uint8Array;
  readonly scheme: number;
  readonly oldCoinPub: string;
  readonly denominations: readonly string[];
  readonly valueWithFee: string;
};

export const refreshesIn = ({ secrets }: Trace): readonly RecordedRefresh[] =>
  list(secrets['refreshes']).map((each) => ({
    seed: crockToBytes(text(each['seed']), 64),
    scheme: Number(each['scheme']),
    oldCoinPub: text(each['old_coin_pub']),
    denominations: (each['denoms_h'] as readonly unknown[]).map(text),
    valueWithFee: text(each['value_with_fee']),
  }));

/** The part of a step's path below its server's address. */
export const below = (baseUrl: string, { request }: Step): string => {
  const url = new URL(request.path, baseUrl);
  return `${url.pathname}${url.search}`.slice(new URL(baseUrl).pathname.length);
};
