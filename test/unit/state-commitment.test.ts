// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash, createHmac, createPrivateKey, createPublicKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isBeyondBounds } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { namedDeposit, namedPurse, namedRefresh, namedReserve, namedWithdrawal } from '../support/committed.ts';
import { bytes, deposit, EXCHANGE, NOW, purse, refresh, withdrawal } from './ledger-entries.ts';

// Ids as FORMAT.md#ids says them, worked out by nothing of the wallet's own: a foreign program must come to the same.

type Value = Readonly<Record<string, unknown>>;

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
};
const core = (value: Value, names: readonly string[]): Buffer =>
  Buffer.from(canonical(Object.fromEntries(names.filter((name) => name in value).map((name) => [name, value[name]]))));
const sha512 = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const idOf = (what: string, value: Value, names: readonly string[]): string =>
  bytesToCrock(sha512(`holdfast-id ${what}\0`, core(value, names)).subarray(0, 16));
const kdf = (ikm: Uint8Array, salt: string, info: string): Buffer => {
  const prk = createHmac('sha512', salt).update(ikm).digest();
  return createHmac('sha256', prk)
    .update(Buffer.concat([Buffer.from(info), Buffer.of(1)]))
    .digest();
};
const publicKey = (priv: Uint8Array): string => {
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), priv]);
  const { x } = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' })).export({ format: 'jwk' });
  return bytesToCrock(Buffer.from(x ?? '', 'base64url'));
};

const SELECTION = [{ h: bytes(64, 3), n: 2, v: 'KUDOS:1' }];
const BATCH = { seed: bytes(32, 5), selection: SELECTION, status: 'done', outside: 'left' };
const SESSION = [
  'exchange',
  'master_pub',
  'old_coin',
  'old_coin_pub',
  'seed',
  'scheme',
  'selection',
  'melt_amount',
  'fee',
  'reason',
  'purchase',
  'transfer_pub',
  'refunds',
  'created',
];
const LINK = [
  'exchange',
  'master_pub',
  'old_coin',
  'seed',
  'selection',
  'melt_amount',
  'fee',
  'reason',
  'transfer_pub',
];

describe('ids are made of what is written once', () => {
  test('a withdrawal and its batches', () => {
    const { id, value } = namedWithdrawal(withdrawal({ arrived: 'KUDOS:9' }), [BATCH]);
    const r = new Uint8Array(8).fill(1);
    const facts = core(value, ['exchange', 'master_pub', 'reserve', 'amount']);
    const tail = sha512('holdfast-id withdrawal\0', r, facts).subarray(0, 12);
    expect(id).toBe(bytesToCrock(Buffer.concat([r, tail])));
    expect(Object.keys(value['batches'] as object)).toEqual([
      idOf('batch', BATCH, ['seed', 'selection', 'scheme', 'bootstrap']),
    ]);
  });

  test('a refresh, and one that was found by link', () => {
    const made = refresh({ selection: SELECTION, old_coin_pub: bytes(32, 4), refunds: ['f'], why: 'x' });
    expect(namedRefresh(made).id).toBe(idOf('refresh', made, SESSION));
    const found = { ...made, transfer_pub: bytes(32, 6) };
    expect(namedRefresh(found).id).toBe(`link ${idOf('link', found, LINK)}`);
    expect(namedRefresh({ ...found, created: { t_s: 1 } }).id).toBe(namedRefresh(found).id);
  });

  test('a deposit', () => {
    const made = namedDeposit({ ...deposit, wire_fee: 'KUDOS:0.1', coins: {}, status: 'planned' });
    const { status: _status, coins: _coins, payto: _payto, ...facts } = made.value;
    expect(made.id).toBe(idOf('deposit', made.value, Object.keys(facts)));
  });

  const place = { exchange: EXCHANGE, master_pub: bytes(32, 1) };
  const keyFor = (seed: Uint8Array, bound: string | null): Buffer =>
    kdf(seed, 'holdfast-place-key-salt', canonical({ ...place, bound }));

  test('a reserve, and a purse of ours', () => {
    const seed = new Uint8Array(32).fill(1);
    expect(namedReserve(place).id).toBe(publicKey(keyFor(seed, null)));
    const own = { ...purse, merge_priv: bytes(32, 8), h_contract: bytes(64, 1), purse_expiration: { t_s: 9 } };
    const names = [
      'merge_priv',
      'contract_priv',
      'amount',
      'h_contract',
      'purse_expiration',
      'invoice',
      'reissue',
      'reserve',
      'merge_timestamp',
    ];
    const bound = bytesToCrock(sha512('holdfast-purse\0', core(own, names)).subarray(0, 32));
    expect(namedPurse(own).id).toBe(publicKey(keyFor(seed, bound)));
  });
});

describe('what is called otherwise than it says is beyond its bounds', () => {
  const entry = (kind: string, { id, value }: { readonly id: string; readonly value: Value }, change: Value = {}) => ({
    kind,
    id,
    clock: `${NOW}-00000-A`,
    value: { ...value, ...change },
  });
  const priv = new Uint8Array(32).fill(5);
  const session = namedRefresh(refresh({ selection: SELECTION, old_coin_pub: publicKey(priv) }));
  const seed = new Uint8Array(64).fill(7);
  const mark = bytesToCrock(sha512(seed).subarray(0, 32));
  const told = { selection: SELECTION, seed: bytesToCrock(seed), transfer_pub: mark };
  const third = namedRefresh(refresh({ ...told, scheme: 3 }));
  const foundFirst = namedRefresh(refresh({ ...told, transfer_pub: bytes(32, 6) }));
  const group = namedWithdrawal(withdrawal(), [BATCH]);
  const [batch] = Object.entries(group.value['batches'] as Record<string, Value>);
  const batches = (change: Value): Value => ({ batches: { [batch?.[0] ?? '']: { ...batch?.[1], ...change } } });
  const later = { t_s: NOW / 1000 + 1 };
  const reserve = namedReserve({
    exchange: EXCHANGE,
    master_pub: bytes(32, 1),
    purpose: 'withdraw',
    created: later,
    status: 'funded',
  });
  const out = namedPurse({ ...purse, merge_priv: bytes(32, 8), coins: {}, status: 'planned' });
  const paid = namedDeposit({ ...deposit, coins: {}, status: 'planned' });

  test.each([
    ['a withdrawal', entry('withdrawal', group), false],
    ['its status and what arrived', entry('withdrawal', group, { status: 'done', arrived: 'KUDOS:9' }), false],
    ['its reserve', entry('withdrawal', group, { reserve: bytes(32, 77) }), true],
    ['a batch that is done', entry('withdrawal', group, batches({ status: 'done' })), false],
    ['the seed of a batch', entry('withdrawal', group, batches({ seed: bytes(32, 77) })), true],
    ['the scheme of a batch', entry('withdrawal', group, batches({ scheme: 2 })), true],
    ['a batch without a backup', entry('withdrawal', group, batches({ bootstrap: true })), true],
    ['a session', entry('refresh', session, { noreveal_index: 1, status: 'melted' }), false],
    ['its seed', entry('refresh', session, { seed: bytes(64, 77) }), true],
    ['its scheme', entry('refresh', session, { scheme: 2 }), true],
    ['the scheme of a found session', entry('refresh', third, { scheme: 1 }), true],
    ['the scheme of a found session, left out', entry('refresh', third, { scheme: undefined }), true],
    ['the scheme of one that was found by its key', entry('refresh', foundFirst, { scheme: 3 }), true],
    ['a found session of the third scheme as it is', entry('refresh', third), false],
    ['a found session of a scheme of tomorrow', entry('refresh', third, { scheme: 4 }), false],
    ['a transfer key', entry('refresh', session, { transfer_pub: bytes(32, 77) }), true],
    ['another session that it were', entry('refresh', session, { same_as: 'x' }), true],
    ['the key of its old coin', entry('refresh', session, { old_priv: bytesToCrock(priv) }), false],
    ['another key of its old coin', entry('refresh', session, { old_priv: bytes(32, 6) }), true],
    ['a reserve', entry('reserve', reserve, { status: 'drained' }), false],
    ['another key of it', entry('reserve', reserve, { priv: bytes(32, 9) }), true],
    ['another exchange of it', entry('reserve', reserve, { exchange: 'https://z.example/' }), true],
    ['a payment to a person', entry('push-out', out, { status: 'created' }), false],
    ['its exchange', entry('push-out', out, { exchange: 'https://z.example/' }), true],
    ['its contract', entry('push-out', out, { h_contract: bytes(64, 9) }), true],
    ['its key', entry('push-out', out, { merge_priv: bytes(32, 9) }), true],
    ['a deposit', entry('deposit', paid, { status: 'done' }), false],
    ['its account, forgotten', entry('deposit', paid, { payto: '', forgotten: true, status: 'done' }), false],
    ['its account', entry('deposit', paid, { payto: 'payto://x-taler-bank/z.example/z' }), true],
  ])('%s', (_what, made, isBeyond) => {
    expect(isBeyondBounds(made)).toBe(isBeyond);
  });
});
