// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { exchangeFromKeys } from '../../electron/taler/exchange/connect.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { Exchange } from '../../electron/taler/exchange/exchange.ts';
import { callFor } from '../traces/client-calls.ts';
import { keysOfTrace } from '../traces/keys-of-trace.ts';
import { replayWorld } from '../traces/replay.ts';
import { findStep, GENERATIONS, jsonOf, loadTrace, type Step, type Trace } from '../traces/trace.ts';

// An exchange that lies: recorded answers, changed in one place. What is signed must be noticed.

const NOW = 1_795_442_500_000;
type Json = Record<string, unknown>;

/** The recorded step with its answer changed. */
const lying = (step: Step, change: (body: Json) => void): Step => {
  const body = structuredClone(jsonOf(step.response?.body ?? null)) as Json;
  change(body);
  return { ...step, response: { status: step.response?.status ?? 0, headers: {}, body: { json: body } } };
};

const failureOf = async (
  trace: Trace,
  step: Step,
  change: (body: Json) => void,
  keys: ExchangeKeys = keysOfTrace(trace),
): Promise<unknown> => {
  const { world } = replayWorld([lying(step, change)], NOW);
  const exchange = exchangeFromKeys(world, keys);
  const result = await callFor({ trace, keys, world, exchange, single: exchange }, step)?.();
  return result?.ok ? 'ok' : result?.error;
};

const otherSignature = (body: Json): void =>
  void (body['exchange_sig'] = bytesToCrock(eddsaSign(new Uint8Array(32).fill(9), new Uint8Array(8))));
const entry = (body: Json, at: number): Json => (body['history'] as Json[])[at] ?? {};

/** Link is asked by the public key alone up to v23. */
const oldCoinOf = ({ denominations }: ExchangeKeys): Parameters<Exchange['link']>[0] => {
  const [denomination] = denominations.values();
  if (!denomination) throw new Error('a denomination was expected');
  return { pub: new Uint8Array(32), priv: new Uint8Array(32), denomination };
};

test.each<[string, (exchange: Exchange) => Promise<{ readonly ok: boolean }>, boolean]>([
  ['reserves', (it) => it.reserveStatus({ reservePub: 'R' }), true],
  ['coins', (it) => it.link(oldCoinOf(keysOfTrace(loadTrace('v23-push')))), true],
  ['purses', (it) => it.purseStatus({ pursePub: new Uint8Array(32), waitFor: 'merge' }), false],
  ['contracts', (it) => it.contract({ contractPub: new Uint8Array(32) }), false],
])('%s on another https host', async (_what, ask, isFollowed) => {
  const visited: string[] = [];
  const http: typeof fetch = async (input) => {
    const { host, pathname } = new URL(String(input));
    visited.push(host);
    return host === 'a.example'
      ? new Response(null, { status: 308, headers: { location: `https://b.example${pathname}` } })
      : Response.json({ code: 21 }, { status: 404 });
  };
  const keys = { ...keysOfTrace(loadTrace('v23-push')), baseUrl: 'https://a.example/' };
  const answer = await ask(exchangeFromKeys({ ...replayWorld([], NOW).world, http }, keys));
  expect(visited).toEqual(isFollowed ? ['a.example', 'b.example'] : ['a.example']);
  expect(answer).toMatchObject({ error: { kind: isFollowed ? 'unsupported-operation' : 'redirected' } });
});

test('change with a number that no derivation has room for is malformed', async () => {
  const keys = keysOfTrace(loadTrace('v23-refresh'));
  const recorded = jsonOf(findStep(loadTrace('v23-refresh'), 'link').response?.body ?? null) as {
    readonly new_coins: { coin_idx: number }[];
  }[];
  const linkWith = (index: number): unknown => {
    const answer = structuredClone(recorded);
    for (const { new_coins } of answer) for (const coin of new_coins) coin.coin_idx = index;
    const world = { ...replayWorld([], NOW).world, http: async () => Response.json(answer) };
    return exchangeFromKeys(world, keys).link(oldCoinOf(keys));
  };
  expect(await linkWith(7)).toMatchObject({ ok: true });
  expect(await linkWith(2 ** 32)).toMatchObject({ ok: false, error: { kind: 'malformed-response' } });
});

describe.each(GENERATIONS)('an exchange of %s that lies', (generation) => {
  const load = (subject: string): Trace => loadTrace(`${generation}-${subject}`);

  test.each<[string, string, string, (body: Json) => void]>([
    ['another γ', 'refresh', 'melt', (body) => (body['noreveal_index'] = (Number(body['noreveal_index']) + 1) % 3)],
    ['another signature on the melt', 'refresh', 'melt', otherSignature],
    [
      'another deposit date',
      'deposit',
      'batch-deposit',
      (body) => (body['exchange_timestamp'] = { t_s: 1_795_443_231 }),
    ],
    ['another transfer', 'aggregate', 'deposit-status-wired', (body) => (body['coin_contribution'] = 'KUDOS:0.5')],
    ['another signature on the refund', 'deposit', 'refund', otherSignature],
    ['more in the purse', 'push', 'purse-create', (body) => (body['total_deposited'] = 'KUDOS:9')],
    ['more merged', 'push', 'merge', (body) => (body['merge_amount'] = 'KUDOS:9')],
    ['a balance that is not there', 'push', 'purse-status-deposit', (body) => (body['balance'] = 'KUDOS:9')],
    [
      'a merge that did not happen',
      'push',
      'purse-status-merge',
      (body) => (body['merge_timestamp'] = { t_s: 1_795_442_000 }),
    ],
    ['a purse of another size', 'pull', 'purse-deposit-part1', (body) => (body['purse_value_after_fees'] = 'KUDOS:1')],
    [
      'a recoup nobody signed',
      'recoup',
      'coin-history',
      (body) => (entry(body, 1)['exchange_sig'] = entry(body, 0)['coin_sig']),
    ],
  ])('%s', async (_what, subject, name, change) => {
    const trace = load(subject);
    expect(await failureOf(trace, findStep(trace, name), () => undefined)).toBe('ok');
    expect(await failureOf(trace, findStep(trace, name), change)).toMatchObject({ kind: 'bad-exchange-signature' });
  });

  test('a signing key that the master key did not certify', async () => {
    const trace = load('refresh');
    const keys = { ...keysOfTrace(trace), signKeys: [] };
    const step = findStep(trace, 'melt');
    const full = findStep(loadTrace(`${generation}-keys-full`), 'keys-full');
    const { world, sent } = replayWorld([step, lying(full, () => undefined)], NOW);
    const result = await callFor(
      { trace, keys, world, exchange: exchangeFromKeys(world, keys), single: exchangeFromKeys(world, keys) },
      step,
    )?.();
    // It is asked for anew, and the fresh list has it.
    expect(sent.map(({ path }) => path).at(-1)).toBe('/keys');
    expect(result?.ok).toBe(true);
    expect(
      await failureOf(
        trace,
        step,
        (body) => (body['exchange_pub'] = trace.secrets.coins[0]?.coin_pub),
        keysOfTrace(trace),
      ),
    ).not.toBe('ok');
  });

  test('a statement dated after its key', async () => {
    const trace = load('deposit');
    const keys = keysOfTrace(trace);
    const old = { ...keys, signKeys: keys.signKeys.map((key) => ({ ...key, stampExpire: { t_s: 1_795_000_000 } })) };
    expect(await failureOf(trace, findStep(trace, 'batch-deposit'), () => undefined, old)).toMatchObject({
      kind: 'bad-exchange-signature',
    });
  });

  test.each<[string, string, string, (body: Json) => void]>([
    ['a coin that was melted for more', 'refresh', 'coin-history', (body) => (entry(body, 1)['amount'] = 'KUDOS:3.4')],
    ['a purse deposit of more', 'push', 'coin-history-purse-deposit', (body) => (entry(body, 0)['amount'] = 'KUDOS:1')],
    ['a refund of more', 'deposit', 'coin-history', (body) => (entry(body, 1)['amount'] = 'KUDOS:0.4')],
    ['an entry of a kind nobody knows', 'refresh', 'coin-history', (body) => (entry(body, 0)['type'] = 'TAX')],
    [
      'more spent than the coin had',
      'refresh',
      'coin-history',
      (body) => (body['history'] = [entry(body, 0), entry(body, 1), entry(body, 1)]),
    ],
    ['an amount of another currency', 'refresh', 'coin-history', (body) => (entry(body, 0)['amount'] = 'EUR:1')],
    ['a withdrawal of more', 'withdraw', 'reserve-history', (body) => (entry(body, 1)['amount'] = 'KUDOS:1')],
    ['a merge of less', 'push', 'reserve-history-merge', (body) => (entry(body, 0)['amount'] = 'KUDOS:1')],
  ])('a history with %s', async (_what, subject, name, change) => {
    const trace = load(subject);
    expect(await failureOf(trace, findStep(trace, name), change)).toMatchObject({ kind: 'bad-history' });
  });

  test('a deposit in a history that the coin did not sign is shown as unverifiable', async () => {
    const trace = load('deposit');
    const step = findStep(trace, 'coin-history');
    const keys = keysOfTrace(trace);
    const changed = lying(step, (body) => {
      entry(body, 0)['timestamp'] = { t_s: 1 };
    });
    const { world } = replayWorld([changed], NOW);
    const exchange = exchangeFromKeys(world, keys);
    const result = await callFor({ trace, keys, world, exchange, single: exchange }, step)?.();
    const history = (result?.ok ? result.value : undefined) as
      | Extract<Awaited<ReturnType<Exchange['coinHistory']>>, { ok: true }>['value']
      | undefined;
    expect(history?.state === 'known' && history.entries.map(({ proof }) => proof)).toEqual([
      'unverifiable',
      'verified',
      'verified',
    ]);
  });

  test('an encrypted contract that the purse did not sign', async () => {
    const trace = load('push');
    expect(
      await failureOf(
        trace,
        findStep(trace, 'contract-get'),
        (body) => (body['econtract'] = `${String(body['econtract']).slice(0, -8)}00000000`),
      ),
    ).toEqual({ kind: 'bad-contract-signature' });
  });

  test('a denomination called unknown without proof', async () => {
    const trace = load('refresh');
    const step = findStep(trace, 'melt-unknown-denom');
    expect(await failureOf(trace, step, () => undefined)).toMatchObject({
      kind: 'denomination-gone',
      why: 'unknown',
      proven: true,
    });
    expect(await failureOf(trace, step, otherSignature)).toMatchObject({
      kind: 'denomination-gone',
      why: 'unknown',
      proven: false,
    });
    expect(await failureOf(trace, step, (body) => void delete body['exchange_sig'])).toMatchObject({
      kind: 'denomination-gone',
      proven: false,
    });
  });

  test.each<[string, (body: Json) => void]>([
    ['fewer signatures than planchets', (body) => (body['ev_sigs'] as unknown[]).pop()],
    [
      'a signature of another cipher',
      (body) => ((body['ev_sigs'] as Json[])[0] = { ev_sig: { cipher: 'CS', b: 0, s: '0'.repeat(52) } }),
    ],
    ['no signatures', (body) => (body['ev_sigs'] = null)],
  ])('a withdrawal answered with %s', async (_what, change) => {
    const trace = load('withdraw');
    expect(await failureOf(trace, findStep(trace, 'batch-withdraw'), change)).toMatchObject({
      kind: 'malformed-response',
    });
  });

  test('a balance in another currency', async () => {
    const trace = load('withdraw');
    expect(await failureOf(trace, findStep(trace, 'reserve-funded'), (body) => (body['balance'] = 'EUR:20'))).toEqual({
      kind: 'currency-mismatch',
      expected: 'KUDOS',
      got: 'EUR',
    });
  });
});

test('v23: a history whose sum is not the stated balance', async () => {
  const trace = loadTrace('v23-refresh');
  expect(
    await failureOf(trace, findStep(trace, 'coin-history'), (body) => (body['balance'] = 'KUDOS:0')),
  ).toMatchObject({ kind: 'bad-history' });
});

test('v17: a reserve that really is too small withdraws nothing singly', async () => {
  const trace = loadTrace('v17-withdraw');
  const keys = keysOfTrace(trace);
  const steps = [findStep(trace, 'insufficient-balance'), findStep(trace, 'reserve-history')];
  const { world, sent } = replayWorld(steps, NOW);
  const exchange = exchangeFromKeys(world, keys);
  const result = await callFor(
    { trace, keys, world, exchange, single: exchange },
    findStep(trace, 'insufficient-balance'),
  )?.();
  expect(result).toMatchObject({ ok: false, error: { kind: 'reserve-insufficient' } });
  expect(sent).toHaveLength(2);
});
