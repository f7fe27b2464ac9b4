// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk, type Result } from '../../shared/result.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import type { ExchangeFailure } from '../../electron/taler/exchange/failure.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { generationOf } from '../../electron/taler/exchange/generation.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { GENERATIONS, findStep, jsonOf, loadTrace } from '../traces/trace.ts';
import wireFlows from '../vectors/data/wire-flows.json' with { type: 'json' };

// What an exchange says about itself is believed only as far as its master key signed it.

const BASE = 'http://localhost:19481/';
const RECORDED_AT = 1_795_442_500_000;

type Keys = {
  version: string;
  currency: string;
  exchange_sig: string;
  master_public_key: string;
  list_issue_date: { t_s: number };
  denominations: {
    cipher: string;
    fee_deposit: string;
    value: string;
    denoms: { lost?: boolean; master_sig: string; rsa_pub?: string }[];
  }[];
  accounts: { payto_uri: string; credit_restrictions: unknown[] }[];
  signkeys: { key: string; master_sig: string }[];
  recoup: { h_denom_pub: string }[];
  wire_fees: Record<string, { wire_fee: string }[]>;
  global_fees: { purse_fee: string; purse_account_limit: number }[];
};

const recorded = (generation: 'v17' | 'v23' = 'v17'): Keys =>
  structuredClone(jsonOf(findStep(loadTrace(`${generation}-keys-full`), 'keys-full').response?.body ?? null)) as Keys;
const parse = (
  change: (keys: Keys) => void,
  generation: 'v17' | 'v23' = 'v17',
): Result<ExchangeKeys, ExchangeFailure> => {
  const keys = recorded(generation);
  change(keys);
  return parseKeys(BASE, JSON.stringify(keys));
};
const failureOf = (result: Result<unknown, ExchangeFailure>): unknown => (result.ok ? 'ok' : result.error);
const at = <T>(list: readonly T[] | undefined, index: number): T => {
  const item = list?.[index];
  if (item === undefined) throw new Error('no such item');
  return item;
};

describe.each(GENERATIONS)('/keys of %s', (generation) => {
  test('a changed fee rejects that group, and nothing else', () => {
    const keys = mustOk(
      parse((all) => void (at(all.denominations, 3).fee_deposit = 'KUDOS:0'), generation),
      'keys',
    );
    const changed = at(recorded(generation).denominations, 3).denoms.length;
    expect(keys.rejected.map(({ why }) => why)).toEqual(Array.from({ length: changed }, () => 'master signature'));
    expect(keys.denominations.size).toBe(28 - changed);
    expect(keys.rejected.filter(({ hash }) => keys.denominations.has(hash))).toEqual([]);
  });

  test.each<[string, (keys: Keys) => void, object]>([
    [
      'all denominations under another master key',
      (keys) => keys.denominations.forEach((group) => (group.fee_deposit = 'KUDOS:9')),
      { kind: 'bad-master-signature', what: 'every denomination' },
    ],
    [
      'another bank account',
      (keys) => (at(keys.accounts, 0).payto_uri = 'payto://x-taler-bank/localhost/thief?receiver-name=thief'),
      { kind: 'bad-master-signature', what: 'account payto://x-taler-bank/localhost/thief?receiver-name=thief' },
    ],
    [
      'a restriction added to the account',
      (keys) => at(keys.accounts, 0).credit_restrictions.push({ type: 'deny' }),
      { kind: 'bad-master-signature' },
    ],
    [
      'another wire fee',
      (keys) => (at(keys.wire_fees['x-taler-bank'], 0).wire_fee = 'KUDOS:5'),
      { kind: 'bad-master-signature', what: 'wire fees of x-taler-bank' },
    ],
    [
      'another purse limit',
      (keys) => (at(keys.global_fees, 0).purse_account_limit = 1),
      { kind: 'bad-master-signature', what: 'global fees' },
    ],
    [
      'signing keys nobody certified',
      (keys) =>
        keys.signkeys.forEach((key) => (key.master_sig = at(keys.denominations, 0).denoms[0]?.master_sig ?? '')),
      { kind: 'bad-master-signature', what: 'signing keys' },
    ],
    [
      'another master key',
      (keys) => (keys.master_public_key = at(keys.signkeys, 0).key),
      { kind: 'bad-master-signature' },
    ],
    [
      'a denomination left out',
      (keys) => at(keys.denominations, 0).denoms.pop(),
      { kind: 'bad-exchange-signature', what: 'key set' },
    ],
    [
      'a fee in another currency',
      (keys) => (at(keys.global_fees, 0).purse_fee = 'EUR:1'),
      { kind: 'currency-mismatch', expected: 'KUDOS', got: 'EUR' },
    ],
    ['another date', (keys) => (keys.list_issue_date.t_s += 1), { kind: 'bad-exchange-signature', what: 'key set' }],
  ])('%s', (_what, change, failure) => {
    expect(failureOf(parse(change, generation))).toMatchObject(failure);
  });

  test.each<[unknown, string | undefined]>([
    ['https://shops.example/?of=kudos#near', 'https://shops.example/?of=kudos#near'],
    ['HTTPS://shops.example', 'HTTPS://shops.example'],
    [`https://shops.example/${'x'.repeat(278)}`, `https://shops.example/${'x'.repeat(278)}`],
    [`https://shops.example/${'x'.repeat(279)}`, undefined],
    ['http://shops.example/', undefined],
    ['javascript:alert(1)//https://shops.example/', undefined],
    ['https://bank.example@shops.example/', undefined],
    ['https://shops.example/\u202Egnp', undefined],
    ['https://shops.example/a b', undefined],
    ['https://', undefined],
    [['https://shops.example/'], undefined],
    [null, undefined],
    [undefined, undefined],
  ])('of where its money is taken %j is read as %j, and spoils nothing else', (said, read) => {
    const keys = mustOk(
      parse((all) => void Object.assign(all, { shopping_url: said }), generation),
      'keys',
    );
    expect([keys.shops, keys.denominations.size]).toEqual([read, 28]);
  });

  test('a denomination in another currency is rejected', () => {
    const keys = mustOk(
      parse((all) => void (at(all.denominations, 0).value = 'EUR:1'), generation),
      'keys',
    );
    expect(new Set(keys.rejected.map(({ why }) => why))).toEqual(new Set(['currency']));
  });

  test('a denomination whose value and fees exceed every amount is rejected: adding them up later would be a defect', () => {
    const keys = mustOk(
      parse((all) => {
        at(all.denominations, 0).value = 'KUDOS:4503599627370496';
        at(all.denominations, 0).fee_deposit = 'KUDOS:1';
      }, generation),
      'keys',
    );
    expect(new Set(keys.rejected.map(({ why }) => why))).toEqual(new Set(['value']));
  });

  test('a malformed denomination does not hide the others', () => {
    const keys = mustOk(
      parse((all) => {
        const rsa = all.denominations.find(({ cipher }) => cipher === 'RSA');
        at(rsa?.denoms, 0).rsa_pub = '0000';
      }, generation),
      'keys',
    );
    expect(keys.rejected).toEqual([{ hash: '', why: 'rsa-key' }]);
  });

  test('revoked and lost denominations stay known and cannot be selected', () => {
    const before = mustOk(
      parse(() => undefined, generation),
      'keys',
    );
    const hash = [...before.denominations.values()].find(({ selectable }) => selectable)?.hash ?? '';
    const revoked = mustOk(
      parse((all) => void all.recoup.push({ h_denom_pub: hash }), generation),
      'keys',
    );
    expect(revoked.denominations.get(hash)).toMatchObject({ revoked: true, selectable: false });
    const lost = mustOk(
      parse(
        (all) => all.denominations.forEach((group) => group.denoms.forEach((denom) => (denom.lost = true))),
        generation,
      ),
      'keys',
    );
    expect([...lost.denominations.values()].filter(({ selectable }) => selectable)).toEqual([]);
  });

  test('the cached text gives the same keys without network', () => {
    const keys = mustOk(
      parse(() => undefined, generation),
      'keys',
    );
    expect(mustOk(parseKeys(BASE, keys.raw), 'again')).toEqual(keys);
  });
});

test.each(['', 'x', 'javascript:1'])('an exchange that calls itself "%s" is refused', (name) => {
  expect(failureOf(parse((keys) => Object.assign(keys, { base_url: name })))).toMatchObject({
    kind: 'not-an-exchange',
  });
});

test.each(['v17', 'v23'] as const)('a currency of forty letters is refused by its name: %s', (generation) => {
  const name = 'ABCDEFGHIJ'.repeat(4);
  const refused = failureOf(parse((keys) => Object.assign(keys, { currency: name }), generation));
  expect(refused).toEqual({ kind: 'currency-name', url: BASE, name });
});

test('a list without end is refused', () => {
  const result = parse(
    (keys) => void (keys.denominations = Array.from({ length: 20_001 }, () => at(keys.denominations, 0))),
  );
  expect(failureOf(result)).toMatchObject({ kind: 'not-an-exchange' });
});

test.each([
  ['not JSON', '<html>'],
  ['no object', '[]'],
  ['another service', '{"version":"17:0:0"}'],
  ['half', '{"version":"17:0:0","cur'],
])('%s is no exchange', (_what, raw) => {
  expect(failureOf(parseKeys(BASE, raw))).toMatchObject({ kind: 'not-an-exchange' });
});

test.each([
  ['12:0:0', 'v14'],
  ['14:0:2', 'v14'],
  ['17:0:0', 'v17'],
  ['21:0:4', 'v17'],
  ['23:0:6', 'v23'],
  ['11:0:0', undefined],
  ['15:0:0', undefined],
  ['24:0:7', 'v24'],
  ['25:3:0', 'v24'],
  ['26:0:0', 'v26'],
  ['31:0:8', 'v26'],
  ['32:0:0', 'v32'],
  ['35:0:18', 'v32'],
  ['36:0:1', 'v32'],
  ['36:0:0', undefined],
  ['99:0:63', undefined],
  ['99:0:64', 'v32'],
  ['0:0:0', undefined],
  ['x', undefined],
  ['', undefined],
  ['35', undefined],
  ['35:0', undefined],
  ['35:0:0:0', undefined],
  ['35:0:36', undefined],
  ['-35:0:0', undefined],
  ['35.0.0', undefined],
  [' 35:0:0', undefined],
  ['٣٥:0:0', undefined],
  ['35:0:0\n', undefined],
  ['1e1:0:0', undefined],
  ['9999999:0:0', undefined],
  ['17', undefined],
])('version %s is generation %s', (version, generation) => {
  expect(generationOf(version)).toBe(generation);
});

describe('connecting', () => {
  const answering = (answers: Readonly<Record<string, Response | (() => Response)>>, now = RECORDED_AT): World => ({
    now: () => now,
    sleep: realWorld().sleep,
    randomBytes: (length) => new Uint8Array(length),
    http: async (input) => {
      const answer = answers[new URL(String(input)).pathname] ?? new Response('{"code":21}', { status: 404 });
      return typeof answer === 'function' ? answer() : answer.clone();
    },
    log: () => undefined,
  });
  const config = (version: string, name = 'taler-exchange'): Response =>
    Response.json({ name, version, currency: 'KUDOS' });

  test.each<[string, Readonly<Record<string, Response>>, object]>([
    ['a web page', { '/config': new Response('<html>hello') }, { kind: 'not-an-exchange' }],
    [
      'a sync service',
      { '/config': config('2:0:0', 'sync') },
      { kind: 'not-an-exchange', why: 'it calls itself sync' },
    ],
    ['an exchange of next year', { '/config': config('36:0:0') }, { kind: 'unsupported-version', version: '36:0:0' }],
    ['nothing there', {}, { kind: 'not-an-exchange', why: 'neither /config nor /keys' }],
    ['a server in trouble', { '/config': new Response('', { status: 503 }) }, { kind: 'server-trouble', status: 503 }],
  ])('%s', async (_what, answers, failure) => {
    expect(failureOf(await connectExchange(answering(answers), BASE))).toMatchObject(failure);
  });

  test('an address that is none', async () => {
    expect(failureOf(await connectExchange(answering({}), 'ftp://x'))).toMatchObject({ kind: 'not-an-exchange' });
  });

  test.each([
    ['the past', RECORDED_AT + 400 * 86_400_000],
    ['the future', RECORDED_AT - 400 * 86_400_000],
  ])('an exchange whose clock is in %s', async (_what, now) => {
    const world = answering({ '/config': config('17:0:0'), '/keys': Response.json(recorded()) }, now);
    const exchange = mustOk(await connectExchange(world, BASE), 'connect');
    expect(failureOf(await exchange.keys())).toMatchObject({
      kind: 'clock-skew',
      theirs: recorded().list_issue_date,
      ours: { t_s: now / 1000 },
    });
  });

  test('an exchange that moved to another generation must be connected to anew', async () => {
    const world = answering({ '/config': config('17:0:0'), '/keys': Response.json(recorded('v23')) });
    const exchange = mustOk(await connectExchange(world, BASE), 'connect');
    expect(failureOf(await exchange.keys())).toMatchObject({ kind: 'unsupported-version', version: '23:0:6' });
  });

  test('v14: no /config, keys and wire apart, a flat list', async () => {
    const response = (url: string): unknown =>
      wireFlows.cases.find((each) => each.url === url && typeof each.response === 'object')?.response;
    const keysJson = response('/keys') as { readonly list_issue_date: { readonly t_s: number } };
    const world = answering(
      { '/keys': Response.json(keysJson), '/wire': Response.json(response('/wire')) },
      keysJson.list_issue_date.t_s * 1000,
    );
    const exchange = mustOk(await connectExchange(world, 'http://localhost:8081/'), 'connect');
    expect(exchange.generation).toBe('v14');
    const keys = mustOk(await exchange.keys(), 'keys');
    expect(keys.rejected).toEqual([]);
    expect(keys.denominations.size).toBeGreaterThan(0);
    expect(keys.accounts.map(({ paytoUri }) => paytoUri)).toEqual([
      'payto://x-taler-bank/localhost/exchange?receiver-name=Mini',
    ]);
    expect(mustOk(parseKeys('http://localhost:8081/', keys.raw), 'again')).toEqual(keys);
    expect(
      failureOf(
        await exchange.coinHistory({
          coinPriv: new Uint8Array(32),
          denomination: at([...keys.denominations.values()], 0),
        }),
      ),
    ).toMatchObject({ kind: 'unsupported-operation', generation: 'v14' });
  });
});

test('a date that no clock can show makes keys malformed, for it would throw when it is printed', () => {
  const parsed = (t_s: number): unknown => failureOf(parse((keys) => void (keys.list_issue_date.t_s = t_s)));
  expect(parsed(8_640_000_000_001)).toMatchObject({ kind: 'not-an-exchange' });
  expect(parsed(8_640_000_000_000)).toEqual({ kind: 'bad-exchange-signature', what: 'key set' });
  expect(() => new Date(8_640_000_000_000_000).toISOString()).not.toThrow();
});

test('a wire method called like a member of every object has no fees', () => {
  const { wireFees } = mustOk(
    parse(() => undefined),
    'keys',
  );
  expect(wireFees['constructor']).toBeUndefined();
  expect(wireFees['x-taler-bank']?.length).toBeGreaterThan(0);
});
