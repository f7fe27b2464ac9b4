// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { withdrawnCoins, type OwnCoins, type Sides } from './reenact-coins.ts';
import { asList, asObject, asText, mapTexts, membersNamed, type Json } from './reenact-json.ts';
import { createMapping, mapDenominations, recordedSide, sandboxSide, type Mapping } from './reenact-mapping.ts';
import { refreshOf, type OwnRefresh } from './reenact-refresh.ts';
import { answeredOf, send, type Answered } from './reenact-request.ts';
import type { Ground } from './reenact-slot.ts';
import { privateKeys, type Trace } from './trace.ts';

/** The recorder's bank account. */
const PAYER = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';

/** What a re-enactment plays with. */
export type Stage = {
  readonly trace: Trace;
  readonly exchange: SandboxExchange;
  readonly mapping: Mapping;
  readonly sides: Sides;
  readonly coins: OwnCoins;
  readonly refresh: () => OwnRefresh | undefined;
  readonly privOf: (pub: string) => Uint8Array | undefined;
  readonly signKeys: readonly string[];
};

/** Our exchange with everything in place that the recording starts from. */
export const openStage = async (trace: Trace, { exchanges: [exchange], bank }: Sandbox): Promise<Stage> => {
  if (!exchange) throw new Error('a sandbox without an exchange');
  const theirs = trace.base_url === '' ? asText(keysOf(trace)['base_url']) : trace.base_url;
  const ours = exchange.baseUrl;
  const mapping = createMapping([
    [theirs, ours],
    [theirs.slice('http://'.length), ours.slice('http://'.length)],
  ]);
  const customer = bank.accountPayto('customer');
  mapping.add(PAYER, customer);
  mapping.add(bytesToCrock(hashPayto(PAYER)), bytesToCrock(hashPayto(customer)));
  for (const account of membersNamed(keysOf(trace)['accounts'], 'payto_uri'))
    mapping.add(asText(account), exchange.accountPayto);
  mapDenominations(mapping, trace, exchange.denominations);
  const sides: Sides = { recorded: recordedSide(trace), ours: sandboxSide(ours, exchange.denominations), mapping };
  const privs = new Map(
    privateKeys(trace.secrets)
      .map((text) => crockToBytes(text))
      .map((priv) => [bytesToCrock(eddsaPublicKey(priv)), priv]),
  );
  let refresh: { readonly made: OwnRefresh | undefined } | undefined;
  const keys = await send(ours, { method: 'GET', parts: ['keys'], query: new Map(), headers: {}, body: undefined });
  return {
    trace,
    exchange,
    mapping,
    sides,
    coins: withdrawnCoins(trace, sides),
    refresh: () => {
      refresh ??= { made: refreshOf(trace, sides) };
      for (const priv of refresh.made?.privs ?? []) privs.set(bytesToCrock(eddsaPublicKey(priv)), priv);
      return refresh.made;
    },
    privOf: (pub) => privs.get(pub),
    signKeys: asList(asObject(keys?.json)['signkeys']).map((each) => asText(asObject(each)['key'])),
  };
};

/** The recorded answer as our exchange would say it. */
export const translated = ({ mapping }: Stage, answered: Answered): Answered =>
  answered && {
    ...answered,
    json: mapping.value(answered.json),
    headers: mapTexts(answered.headers, mapping.text) as Readonly<Record<string, string>>,
  };

/** The terms of a recorded purse. */
export const purseOf =
  (trace: Trace): Ground['purse'] =>
  (pub) =>
    trace.secrets.purses.find((each) => each.purse_pub === pub);

/** The global fees of the recorded exchange. */
export const globalFees = (trace: Trace): readonly unknown[] =>
  trace.global_fees.length > 0 ? trace.global_fees : asList(keysOf(trace)['global_fees']);

/** The first /keys answer of a recording, for those that are about nothing else. */
const keysOf = (trace: Trace): Json =>
  asObject(
    trace.steps.map((step) => answeredOf(step)?.json).find((json) => asObject(json)['denominations'] !== undefined),
  );
