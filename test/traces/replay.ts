// SPDX-License-Identifier: GPL-3.0-or-later
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { bytesOf, jsonOf, type Step } from './trace.ts';

/** A request of ours, reduced to what must equal the recording. */
export type SentRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Headers that are part of the protocol; the others belong to the HTTP library. */
const PROTOCOL_HEADERS = [
  'anastasis-payment-identifier',
  'anastasis-policy-signature',
  'anastasis-truth-decryption-key',
  'content-type',
  'if-match',
  'if-none-match',
  'sync-signature',
  'taler-coin-history-signature',
  'taler-reserve-history-signature',
  'taler-purse-signature',
];

/** A world that answers with these recorded steps, in their order, and notes what was asked; a step without an answer cuts the connection. */
export const replayWorld = (
  steps: readonly Step[],
  nowMs: number,
): { readonly world: World; readonly sent: readonly SentRequest[] } => {
  const sent: SentRequest[] = [];
  const http: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    sent.push({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers: protocolHeaders((name) => request.headers.get(name)),
      body: Buffer.from(await request.arrayBuffer()).toString('latin1'),
    });
    const step = steps[sent.length - 1];
    if (!step) throw new Error(`more requests than recorded steps: ${url.pathname}`);
    if (!step.response) throw new TypeError('fetch failed');
    const { status, headers, body } = step.response;
    // Node makes no answer of 208, which is one like 200 with another meaning.
    return new Response(status === 204 || status === 304 ? null : new Uint8Array(bytesOf(body)), {
      status,
      headers: withoutLength(headers),
    });
  };
  const noDice = (): never => {
    throw new Error('nothing recorded may depend on chance');
  };
  return {
    world: { now: () => nowMs, sleep: realWorld().sleep, randomBytes: noDice, http, log: () => undefined },
    sent,
  };
};

/** What the recording says was sent, in the same reduced form. */
export const recordedRequest = ({ request }: Step): SentRequest => {
  const json = jsonOf(request.body);
  const body =
    json === undefined
      ? Buffer.from(bytesOf(request.body)).toString('latin1')
      : Buffer.from(canonicalJson(json), 'utf8').toString('latin1');
  return {
    method: request.method,
    path: request.path,
    headers: protocolHeaders((name) => request.headers[name] ?? null),
    body,
  };
};

const protocolHeaders = (read: (name: string) => string | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    PROTOCOL_HEADERS.flatMap((name) => {
      const value = read(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** Bodies were re-encoded when they were recorded as JSON; their length may differ. */
const withoutLength = (headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'content-length' && name !== 'content-encoding'),
  );
