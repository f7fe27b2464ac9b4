// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { hasEnded } from '../../electron/state/forgotten.ts';
import { joinEntries } from '../../electron/state/merge.ts';
import { isHidden, isHideable, tombstoneId } from '../../electron/state/tombstone.ts';

// What two copies that differ become, member by member (FORMAT.md#8-joining-copies). Each pair is chosen so that the order of texts,
// by which members without a rule are joined, would say the opposite.

const CLOCK = '1700000000000-00000-A';
const entry = (kind: string, value: unknown, clock = CLOCK): CarriedEntry => ({ kind, id: 'x', clock, value });
const joined = (kind: string, a: unknown, b: unknown): unknown => {
  const forth = joinEntries(entry(kind, a), entry(kind, b)).value;
  expect(joinEntries(entry(kind, b), entry(kind, a)).value).toEqual(forth);
  return forth;
};

const EARLIER = [{ t_s: 2 }, { t_s: 1 }] as const;
const LATER = [{ t_s: 9 }, { t_s: 10 }] as const;
const LARGER = ['KUDOS:9', 'KUDOS:10'] as const;
const MORE = [9, 10] as const;
const OUTSIDE = ['left', 'joined'] as const;
const PEER = ['push-out', 'push-in', 'pull-out', 'pull-in'];
const GIVING = ['purchase', 'deposit', 'push-out', 'pull-in'];
const WITH_BEGIN = [...PEER, 'purchase', 'deposit', 'refund', 'withdrawal', 'refresh', 'reserve'];

/** kind, path to the member, the value that loses, the one that wins. */
const RULES: readonly (readonly [kind: string, path: string, loser: unknown, winner: unknown])[] = [
  ...WITH_BEGIN.map((kind) => [kind, 'created', ...EARLIER] as const),
  ['purchase', 'begun', ...EARLIER],
  ['purchase', 'paid_at', ...EARLIER],
  ['purchase', 'refund_deadline', ...LATER],
  ['tombstone', 'until', ...LATER],
  ['device', 'epoch', ...MORE],
  ['refresh', 'outside', ...OUTSIDE],
  ['withdrawal', 'batches.b.outside', ...OUTSIDE],
  ['withdrawal', 'batches.b.status', 'sent', 'done'],
  ['withdrawal', 'max_fees', ...LARGER],
  ['refund', 'renewal', ...LARGER],
  ...GIVING.flatMap((kind) => [
    [kind, 'coins.c.s', 'reserved', 'paid'] as const,
    [kind, 'coins.c.renewal', ...LARGER] as const,
    [kind, 'coins.c.change', ...LARGER] as const,
  ]),
  ...PEER.map((kind) => [kind, 'called_back', ...MORE] as const),
  ['coin', 'remaining', 'KUDOS:2', 'KUDOS:1'],
  ['device', 'status', 'leaving', 'abandoned'],
  ['reserve', 'status', 'funded', 'drained'],
  ['withdrawal', 'status', 'withdrawing', 'aborted'],
  ['refresh', 'status', 'planned', 'done'],
  ['coin', 'status', 'fresh', 'spent'],
  ['purchase', 'status', 'offered', 'failed'],
  ['refund', 'status', 'failed', 'done'],
  ['deposit', 'status', 'planned', 'aborted'],
  ['push-out', 'status', 'planned', 'created'],
  ['push-in', 'status', 'offered', 'accepted'],
  ['pull-out', 'status', 'planned', 'open'],
  ['pull-in', 'status', 'paying', 'aborted'],
];

const at = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

test.each(RULES)('a %s: %s %j gives way to %j', (kind, path, loser, winner) => {
  expect(joined(kind, at(path, loser), at(path, winner))).toEqual(at(path, winner));
});

describe('maps are united by name', () => {
  test.each([
    ['withdrawal', 'batches', { seed: 'S' }],
    ['purchase', 'refunds', { amount: 'KUDOS:1' }],
    ['purchase', 'coins', { c: 'KUDOS:1' }],
    ['deposit', 'coins', { c: 'KUDOS:1' }],
    ['push-out', 'coins', { c: 'KUDOS:1' }],
    ['pull-in', 'coins', { c: 'KUDOS:1' }],
    ['coin', 'sigs', true],
    ['refresh', 'gammas', true],
    ['gone', 'seeds', 1],
    ['gone', 'entries', 1],
  ])('of a %s: %s', (kind, member, value) => {
    expect(joined(kind, { [member]: { a: value } }, { [member]: { b: value } })).toEqual({
      [member]: { a: value, b: value },
    });
  });
});

describe('what belongs together comes from one side, the one that has more of it', () => {
  const groups: readonly (readonly [kind: string, ...members: string[]])[] = [
    ['refresh', 'exchange_pub', 'exchange_sig'],
    ['refund', 'exchange_pub', 'exchange_sig'],
    ['purchase', 'terms', 'merchant_sig', 'h_contract', 'amount'],
    ...PEER.map((kind) => [kind, 'terms', 'h_contract', 'purse_expiration'] as const),
    ['push-in', 'reserve', 'merge_priv', 'merge_timestamp'],
  ];
  test.each(groups)('of a %s: %s, %s …', (kind, ...members) => {
    const whole = Object.fromEntries(members.map((name) => [name, `a ${name}`]));
    for (const member of members) {
      // Half an answer with larger texts, and a whole one: not a member of the half may stay.
      expect(joined(kind, { [member]: 'z' }, whole)).toEqual(whole);
      // Two whole answers of which each has something larger.
      const other = { ...whole, [member]: 'z' };
      const first = members.find((name) => name !== member) ?? '';
      expect([{ ...whole, [first]: 'z' }, other]).toContainEqual(joined(kind, { ...whole, [first]: 'z' }, other));
    }
  });

  test('a name and its clock', () => {
    const [older, newer] = [
      { name: 'z', name_clock: '1' },
      { name: 'a', name_clock: '2' },
    ];
    expect(joined('device', older, newer)).toEqual(newer);
    expect(joined('device', { name: 'z' }, newer)).toEqual(newer);
  });

  test.each(['withdrawal', 'refresh', 'purchase', 'refund', 'deposit', ...PEER])('of a %s: status and why', (kind) => {
    const done = { status: kind === 'withdrawal' ? 'done' : 'failed', why: 'a' };
    const begun = { status: { purchase: 'claiming', refund: 'announced' }[kind] ?? 'planned', why: 'z' };
    if (kind.startsWith('pu') && kind !== 'purchase') done.status = 'expired';
    if (kind === 'push-in' || kind === 'pull-in') begun.status = 'offered';
    if (kind === 'withdrawal') begun.status = 'registering';
    expect(joined(kind, begun, done)).toEqual(done);
  });
});

describe('answers that are at odds are all kept', () => {
  test('signatures of a coin, until it is spent', () => {
    expect(joined('coin', { sig: 'A' }, { sig: 'B' })).toEqual({ sig: 'B', sigs: { A: true, B: true } });
    expect(joined('coin', { sig: 'A', sigs: { A: true, C: true } }, { sig: 'B' })).toEqual({
      sig: 'B',
      sigs: { A: true, B: true, C: true },
    });
    expect(joined('coin', { sig: 'A' }, { sig: 'A' })).toEqual({ sig: 'A' });
    expect(joined('coin', { sig: 'A' }, {})).toEqual({ sig: 'A' });
    expect(joined('coin', { sig: 'A' }, { sig: 7 })).not.toHaveProperty('sigs');
    expect(joined('coin', { sig: { a: 1 } }, { sig: { b: 1 } })).not.toHaveProperty('sigs');
    expect(joined('coin', { sig: 'A', status: 'spent' }, { sigs: { B: true }, v: 'KUDOS:1' })).toEqual({
      status: 'spent',
      v: 'KUDOS:1',
    });
    expect(joined('coin', { sigs: { B: true } }, { status: 'spent' })).toEqual({ status: 'spent' });
  });

  test('indices of a refresh, the larger staying', () => {
    expect(joined('refresh', { noreveal_index: 2 }, { noreveal_index: 10 })).toEqual({
      noreveal_index: 10,
      gammas: { 2: true, 10: true },
    });
    expect(joined('refresh', { noreveal_index: 2 }, { noreveal_index: 2 })).toEqual({ noreveal_index: 2 });
  });
});

describe('what its person has forgotten', () => {
  const words = { why: 'a word', terms: { summary: 'tea' } };

  test('is gone with its words, wherever it comes from, once it has ended', () => {
    for (const kind of PEER)
      expect(joined(kind, { ...words, status: 'expired', amount: 'KUDOS:1' }, { forgotten: true })).toEqual({
        why: '',
        terms: {},
        status: 'expired',
        amount: 'KUDOS:1',
        forgotten: true,
      });
    expect(
      joined(
        'purchase',
        { ...words, merchant_base_url: 'https://shop.example/', order_id: 'o', status: 'paid', amount: 'KUDOS:1' },
        {
          forgotten: true,
          session_id: 's',
          claim_token: 't',
          pay_sig: 'p',
          merchant_pub: 'm',
          about: {},
          refunds: {},
          named_by: 'u',
        },
      ),
    ).toEqual({
      why: '',
      terms: {},
      merchant_base_url: 'https://forgotten.invalid/',
      order_id: '',
      status: 'paid',
      amount: 'KUDOS:1',
      forgotten: true,
    });
    expect(joined('deposit', { why: 'x', payto: 'p', h_wire: 'h', status: 'done' }, { forgotten: true })).toEqual({
      why: '',
      payto: '',
      h_wire: 'h',
      status: 'done',
      forgotten: true,
    });
    expect(
      joined('withdrawal', { why: 'x', origin: { type: 'bank' }, named_by: 'u', status: 'done' }, { forgotten: true }),
    ).toEqual({ why: '', origin: { type: 'manual', payto: '' }, status: 'done', forgotten: true });
  });

  test('keeps them as long as it has not ended: they are needed to end it', () => {
    expect(joined('push-out', { ...words, status: 'created' }, { forgotten: true })).toMatchObject(words);
    expect(joined('push-out', words, { forgotten: true })).toMatchObject({ why: 'a word' });
    expect(joined('push-out', { ...words, status: 'expired' }, {})).toMatchObject(words);
  });

  const OPEN =
    'claiming offered paying registering awaiting-confirmation awaiting-transfer withdrawing planned created open accepted';
  test.each(OPEN.split(' '))('%s is no end', (status) => expect(hasEnded({ status })).toBe(false));
  test('nor is a status that is none; any other word is one', () => {
    expect([hasEnded({}), hasEnded({ status: 7 }), hasEnded({ status: 'done' })]).toEqual([false, false, true]);
  });
});

describe('a paid order of a provider, and a contract that is closed, need no terms', () => {
  const terms = { summary: 'a year' };
  test.each([
    [{ provider: 'p', status: 'paid' }, true],
    [{ provider: 'p', status: 'paying' }, false],
    [{ status: 'paid' }, false],
    [{ closed: true, status: 'failed' }, true],
    [{ closed: true, status: 'paying' }, false],
  ])('%j: %s', (facts, areDropped) => {
    expect(joined('purchase', { ...facts, terms }, {})).toEqual({ ...facts, terms: areDropped ? {} : terms });
    expect(joined('purchase', facts, {})).toEqual(facts);
  });
});

describe('what a person deleted', () => {
  const stone = (until: unknown, clock = CLOCK) => ({ kind: 'tombstone', id: 'x', clock, value: { until } }) as never;
  const NOW = 5_000;
  const place = (clock: string) => entry('provider', { name: 'x', removed: false }, clock) as never;

  test('is hidden until the stone’s time, where it was written before it', () => {
    expect(isHidden(place(CLOCK), stone({ t_s: 'never' }), NOW)).toBe(true);
    expect(isHidden(place(`${CLOCK}B`), stone({ t_s: 'never' }), NOW)).toBe(false);
    expect(isHidden(place(CLOCK), stone({ t_s: 6 }), NOW)).toBe(true);
    expect(isHidden(place(CLOCK), stone({ t_s: 4 }), NOW)).toBe(false);
    expect(isHidden(place(CLOCK), undefined, NOW)).toBe(false);
  });

  test('is an issuer, a place or a setting, and nothing that may hold money', () => {
    const kinds = ['exchange', 'provider', 'setting', 'coin', 'withdrawal', 'reserve', 'device', 'gone'] as const;
    expect(kinds.filter(isHideable)).toEqual(['exchange', 'provider', 'setting']);
    expect(isHidden(entry('coin', {}) as never, stone({ t_s: 'never' }), NOW)).toBe(false);
    expect(tombstoneId('provider', 'https://x/')).toBe('provider https://x/');
  });
});

test('of two registers written in the same moment the one that is not removed gives way, then the smaller text', () => {
  expect(joined('provider', { removed: true, name: 'a' }, { removed: false, name: 'z' })).toMatchObject({
    removed: true,
  });
  expect(joined('provider', { removed: 'true', name: 'z' }, { removed: true, name: 'a' })).toMatchObject({ name: 'a' });
  expect(joined('provider', { removed: false, name: 'a' }, { removed: false, name: 'b' })).toMatchObject({ name: 'b' });
  expect(joined('setting', { value: 1 }, { value: 2 })).toEqual({ value: 2 });
});
