// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { hasCanonicalForm, MAX_JSON_DEPTH } from '../../electron/taler/bytes/canonical-json.ts';
import { exchangeFromKeys, connectExchange } from '../../electron/taler/exchange/connect.ts';
import { errorFromAnswer } from '../../electron/taler/wire/http.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { readPeerTerms } from '../../electron/taler/peer/contract.ts';
import { keysOfTrace } from '../traces/keys-of-trace.ts';
import { replayWorld } from '../traces/replay.ts';
import { findStep, jsonOf, loadTrace } from '../traces/trace.ts';

// JSON.parse reads a million brackets and 1e999; whatever then copies, hashes or prints such a value throws. Every place
// where a server's JSON is kept unread must end it as a named failure.

const NOW = 1_795_442_500_000;
const nest = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const HOSTILE = [nest(100_000), '1e999'] as const;

test('what has no canonical form', () => {
  for (const json of HOSTILE) expect(hasCanonicalForm(JSON.parse(`[${json}]`))).toBe(false);
  expect(hasCanonicalForm(JSON.parse(nest(MAX_JSON_DEPTH)))).toBe(true);
  expect(hasCanonicalForm(JSON.parse(nest(MAX_JSON_DEPTH)), 1)).toBe(false);
  expect(hasCanonicalForm({ a: [1, null, 'x', true, undefined] })).toBe(true);
});

describe.each(HOSTILE)('%.8s', (hostile) => {
  test('in an error body: the failure goes without the body', () => {
    const bytes = new TextEncoder().encode(`{"code":2999,"hint":"h","x":${hostile}}`);
    const failure = errorFromAnswer({ status: 400, headers: new Headers(), bytes }, 'http://x/y');
    expect(failure).toEqual({
      kind: 'refused',
      url: 'http://x/y',
      status: 400,
      code: 2999,
      hint: 'h',
      body: undefined,
    });
    expect(structuredClone(failure)).toEqual(failure);
  });

  test("in the restrictions of an exchange's account, which are hashed as they came", () => {
    const keys = JSON.stringify(jsonOf(findStep(loadTrace('v23-keys-full'), 'keys-full').response?.body ?? null));
    const raw = keys.replace('"credit_restrictions":[]', `"credit_restrictions":[${hostile}]`);
    expect(raw).not.toBe(keys);
    expect(parseKeys('http://x/', raw)).toMatchObject({ ok: false, error: { kind: 'not-an-exchange' } });
  });

  test('in the /keys of v14, which are stored together with /wire', async () => {
    const http: typeof fetch = async (input) =>
      String(input).endsWith('/config')
        ? Response.json({ name: 'taler-exchange', version: '14:0:2' })
        : new Response(`{"version":"14:0:2","x":${hostile}}`);
    const world = { ...replayWorld([], NOW).world, http };
    const exchange = await connectExchange(world, 'http://x/');
    expect(exchange.ok && (await exchange.value.keys())).toMatchObject({ error: { kind: 'not-an-exchange' } });
  });

  test("in a coin's history", async () => {
    const trace = loadTrace('v23-refresh');
    const keys = keysOfTrace(trace);
    const [denomination] = keys.denominations.values();
    if (!denomination) throw new Error('no denomination recorded');
    const world = {
      ...replayWorld([], NOW).world,
      http: async () => new Response(`{"history":[{"type":"REFUND","h_contract_terms":${hostile}}]}`),
    };
    const asked = { coinPriv: new Uint8Array(32).fill(1), denomination };
    expect(await exchangeFromKeys(world, keys).coinHistory(asked)).toMatchObject({
      error: { kind: 'malformed-response' },
    });
  });

  test('in the contract of a payment between people', () => {
    const terms = JSON.parse(
      `{"amount":"KUDOS:1","summary":"s","purse_expiration":{"t_s":1},"x":${hostile}}`,
    ) as unknown;
    expect(readPeerTerms(terms)).toMatchObject({ error: { kind: 'contract-malformed' } });
  });
});

test('an age that no signature has room for makes a contract malformed', () => {
  const terms = { amount: 'KUDOS:1', summary: 's', purse_expiration: { t_s: 1 }, minimum_age: 2 ** 32 };
  expect(readPeerTerms(terms)).toEqual({ ok: false, error: { kind: 'peer-contract-malformed', why: 'minimum_age' } });
  expect(readPeerTerms({ ...terms, minimum_age: 18 })).toMatchObject({ ok: true, value: { minAge: 18 } });
});
