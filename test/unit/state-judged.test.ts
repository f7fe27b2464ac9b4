// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { coinJudge } from '../../electron/state/coin-of-seed.ts';
import { idOfBatch, idOfDeposit, idOfRefresh, isCommitted, nonceOfPurse } from '../../electron/state/commitment.ts';
import { rememberedPairs } from '../../electron/state/key-pairs.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { namedDeposit, namedPurse, namedRefresh, namedReserve, namedWithdrawal } from '../support/committed.ts';
import { bytes, deposit, EXCHANGE, purse, refresh, withdrawal } from './ledger-entries.ts';

// Whoever once had the secret can write a copy with anything in it: what of it is believed is judged by these, one wrong thing at a time.

type Value = Readonly<Record<string, unknown>>;

describe('a coin is what its seed makes', () => {
  const h = bytes(64, 3);
  const selection = [{ h, n: 2, v: 'KUDOS:1' }];
  const owner = { exchange: EXCHANGE, master_pub: bytes(32, 1) };
  const sources: Readonly<Record<string, unknown>> = {
    'refresh R': { ...owner, selection },
    'refresh other': { ...owner, selection: [{ h: bytes(64, 4), n: 2, v: 'KUDOS:1' }] },
    'refresh first': { ...owner, scheme: 1, selection },
    'refresh third': { ...owner, scheme: 3, selection },
    'refresh newer': { ...owner, scheme: 4, selection: 'of tomorrow' },
    'refresh empty': { ...owner, selection: 7 },
    'refresh odd': { ...owner, selection: [null, { h: bytes(64, 4), n: 0, v: 'KUDOS:1' }, { h, n: 2, v: 'KUDOS:1' }] },
    'refresh none': 'no object',
    'withdrawal W': { ...owner, batches: { B: { selection }, broken: 7 } },
    'withdrawal none': { ...owner },
  };
  const coin = { source: 'refresh', source_id: 'R', exchange: EXCHANGE, h, v: 'KUDOS:1', remaining: 'KUDOS:0.5' };
  const drawn = { ...coin, source: 'withdrawal', source_id: 'W' };
  const of = (id: string): Value => ({ ...coin, source_id: id });
  const judge = coinJudge((kind, id) => sources[`${kind} ${id}`]);
  const isGood = (id: string, value: unknown, kind = 'coin'): boolean => judge({ kind, id, clock: '', value });

  test.each<readonly [string, string, unknown, boolean]>([
    ['of a session', 'R/0', coin, true],
    ['the last of it', 'R/1', coin, true],
    ['one past it', 'R/2', coin, false],
    ['of a batch', 'B/1', drawn, true],
    ['with the key of its issuer', 'R/0', { ...coin, master_pub: bytes(32, 1) }, true],
    ['with another key', 'R/0', { ...coin, master_pub: bytes(32, 2) }, false],
    ['of another issuer', 'R/0', { ...coin, exchange: 'https://z.example/' }, false],
    ['of another denomination', 'R/0', { ...coin, h: bytes(64, 9) }, false],
    ['of another value', 'R/0', { ...coin, v: 'KUDOS:2' }, false],
    ['with a rest in another currency', 'R/0', { ...coin, remaining: 'EUR:0.5' }, false],
    ['with a rest that is no sum', 'R/0', { ...coin, remaining: 7 }, false],
    ['of another session that makes others', 'other/0', of('other'), false],
    ['of the first scheme, by its number', 'first/0', of('first'), true],
    ['of the third scheme', 'third/0', of('third'), true],
    ['of the third scheme, past it', 'third/2', of('third'), false],
    ['of a newer scheme', 'newer/7', { ...of('newer'), h: 'x', v: 'KUDOS:9', remaining: 'KUDOS:9' }, true],
    ['of a newer scheme and another issuer', 'newer/7', { ...of('newer'), exchange: 'https://z.example/' }, false],
    ['of a selection that is none', 'empty/0', of('empty'), false],
    ['behind what is no stretch', 'odd/0', of('odd'), true],
    ['of a session that is no object', 'none/0', of('none'), false],
    ['of a session that is not there', 'gone/0', of('gone'), false],
    ['under another name than its session', 'B/0', coin, false],
    ['of a withdrawal that has no batches', 'B/0', { ...drawn, source_id: 'none' }, false],
    ['of a batch that is not there', 'C/0', drawn, false],
    ['of a batch that is no object', 'broken/0', drawn, false],
    ['of a session, said to be a withdrawal’s', 'R/0', { ...coin, source: 'withdrawal' }, false],
    ['of a source that is neither', 'R/0', { ...coin, source: 'gift' }, false],
    ['whose source has no name', 'R/0', { ...coin, source_id: 7 }, false],
    ['called like none', 'R', coin, false],
    ['that is nothing', 'R/0', null, false],
  ])('%s', (_what, id, value, expected) => {
    // A fresh one and one that remembers say the same.
    for (let round = 0; round < 2; round += 1) expect(isGood(id, value)).toBe(expected);
  });

  test('any other kind is not judged here', () => {
    expect(isGood('x', null, 'refresh')).toBe(true);
  });

  test('seeds are looked up once, and no more are remembered than a copy may make us keep', () => {
    let asked = 0;
    const counting = coinJudge((kind, id) => {
      asked += 1;
      return kind === 'refresh' && id !== '' ? { ...owner, selection } : undefined;
    });
    const look = (id: string): boolean => counting({ kind: 'coin', id: `${id}/0`, clock: '', value: of(id) });
    for (let at = 0; at < 1024; at += 1) look(`R${at}`);
    look('R0');
    look('R1023');
    expect(asked).toBe(1024);
    look('R1024');
    look('R0');
    expect(asked).toBe(1026);
  });
});

describe('an id is made of what is written once', () => {
  const place = { exchange: EXCHANGE, master_pub: bytes(32, 1) };
  const out = namedPurse({ ...purse, merge_priv: bytes(32, 8) });
  const kept = namedReserve(place);
  const paid = namedDeposit(deposit);
  const batch = { seed: bytes(32, 5), selection: [] };
  const other = { seed: bytes(32, 6), selection: [] };
  const group = namedWithdrawal(withdrawal(), [batch, other]);
  const batches = group.value['batches'] as Record<string, Value>;
  const [first = '', second = ''] = Object.keys(batches);

  test.each<readonly [string, string, string, unknown, boolean]>([
    ['a reserve', 'reserve', kept.id, kept.value, true],
    ['bound to something', 'reserve', kept.id, { ...kept.value, bound: bytes(32, 3) }, false],
    ['without its key', 'reserve', kept.id, { ...kept.value, priv: undefined }, false],
    ['without what its key follows from', 'reserve', kept.id, { ...kept.value, key_seed: undefined }, false],
    ['with a key that is none', 'reserve', kept.id, { ...kept.value, priv: 'x' }, false],
    ['with a key that is a number', 'reserve', kept.id, { ...kept.value, priv: 7 }, false],
    ['that is nothing', 'reserve', kept.id, null, false],
    ['a payment sent', 'push-out', out.id, out.value, true],
    ['an invoice of ours', 'pull-out', out.id, out.value, true],
    ['for another sum', 'pull-out', out.id, { ...out.value, amount: 'KUDOS:99' }, false],
    ['a deposit', 'deposit', paid.id, paid.value, true],
    ['of another sum', 'deposit', paid.id, { ...paid.value, amount: 'KUDOS:99' }, false],
    [
      'of another sum, its account forgotten',
      'deposit',
      paid.id,
      { ...paid.value, payto: '', amount: 'KUDOS:99' },
      false,
    ],
    [
      'whose salt is none',
      'deposit',
      idOfDeposit({ ...paid.value, wire_salt: 'x' }),
      { ...paid.value, wire_salt: 'x' },
      false,
    ],
    [
      'whose salt is a number',
      'deposit',
      idOfDeposit({ ...paid.value, wire_salt: 7 }),
      { ...paid.value, wire_salt: 7 },
      false,
    ],
    ['whose account is a number', 'deposit', paid.id, { ...paid.value, payto: 7 }, false],
    ['a withdrawal with two batches', 'withdrawal', group.id, group.value, true],
    [
      'of which one is not what it is called',
      'withdrawal',
      group.id,
      { ...group.value, batches: { [first]: batches[first], [second]: { ...other, seed: bytes(32, 7) } } },
      false,
    ],
    ['of which one is nothing', 'withdrawal', group.id, { ...group.value, batches: { [first]: null } }, false],
    ['whose batches are a list', 'withdrawal', group.id, { ...group.value, batches: [] }, false],
    ['under a name of another length', 'withdrawal', group.id.slice(1), group.value, false],
    ['any other kind', 'purchase', 'x', {}, true],
  ])('%s', (_what, kind, id, value, expected) => {
    expect(isCommitted(kind, id, value)).toBe(expected);
  });

  test('only what was found by link can be another session', () => {
    const plain = refresh({ selection: [] });
    const found = { ...plain, transfer_pub: bytes(32, 6) };
    const isIt = (value: Value): boolean => isCommitted('refresh', idOfRefresh(value), value);
    expect([isIt(plain), isIt({ ...plain, same_as: 'x' })]).toEqual([true, false]);
    expect([isIt(found), isIt({ ...found, same_as: 'x' })]).toEqual([true, true]);
    expect(isCommitted('refresh', namedRefresh(plain).id, found)).toBe(false);
  });

  test('the key of an old coin that is no key makes it none', () => {
    const value = refresh({ selection: [], old_coin_pub: bytes(32, 6) });
    const isIt = (old_priv: unknown): boolean => isCommitted('refresh', idOfRefresh(value), { ...value, old_priv });
    expect([isIt('x'), isIt(7), isIt('0'.repeat(52))]).toEqual([false, false, false]);
  });

  test('members that are not there count as little as those that are undefined', () => {
    expect(idOfBatch({ ...batch, scheme: undefined })).toBe(idOfBatch(batch));
  });

  test('whoever takes a purse, on whichever device, begins the same withdrawal', () => {
    // The first eight bytes of SHA-512 of "abc" (FIPS 180-4).
    expect(bytesToCrock(nonceOfPurse('abc'))).toBe(
      bytesToCrock(Uint8Array.of(0xdd, 0xaf, 0x35, 0xa1, 0x93, 0x61, 0x7a, 0xba)),
    );
  });
});

test('what was asked for another thread is only what was asked then', () => {
  const pairs = rememberedPairs((priv) => priv);
  const priv = new Uint8Array(32).fill(3);
  pairs.isPair('before', priv);
  expect(pairs.askedDuring(() => undefined).pairs).toEqual([]);
  const { pairs: asked } = pairs.askedDuring(() => pairs.isPair('during', priv));
  expect(asked.map(([, isRight]) => isRight)).toEqual([false]);
  expect(() =>
    pairs.askedDuring(() => {
      throw new Error('broken off');
    }),
  ).toThrow('broken off');
  pairs.isPair('after', priv);
  expect(asked).toHaveLength(1);
});
