// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CarriedEntry, STATUS } from '../../electron/state/entry.ts';
import { joinEntries } from '../../electron/state/merge.ts';

/** The rows of the design's table, one by one. */

const CLOCK = '1700000000000-00000-A';
const LATER = '1700000000001-00000-A';
const entry = (kind: string, value: unknown, clock = CLOCK): CarriedEntry => ({ kind, id: 'x', clock, value });
const joined = (kind: string, a: unknown, b: unknown): Record<string, unknown> => {
  const forth = joinEntries(entry(kind, a), entry(kind, b)).value as Record<string, unknown>;
  expect(joinEntries(entry(kind, b), entry(kind, a)).value).toEqual(forth);
  return forth;
};

describe('statuses only move forward', () => {
  const kindsWithStatus = Object.entries(STATUS).filter(([kind]) => !['batch', 'contribution'].includes(kind));
  test.each(kindsWithStatus)('%s', (kind, order) => {
    for (const [from, before] of order.entries())
      for (const after of order.slice(from)) {
        expect(joined(kind, { status: before }, { status: after })['status']).toBe(after);
        // even against a later clock
        expect(joinEntries(entry(kind, { status: after }), entry(kind, { status: before }, LATER)).value).toEqual({
          status: after,
        });
      }
  });

  test('a word of a newer wallet stands above what is unfinished and below what is final', () => {
    for (const [kind, order] of kindsWithStatus) {
      const [first, last] = [order[0], order.at(-1)];
      expect(joined(kind, { status: first }, { status: 'newer' })['status']).toBe('newer');
      expect(joined(kind, { status: last }, { status: 'newer' })['status']).toBe(last);
    }
  });

  test('batches and contributions, each by its own name', () => {
    const batches = joined(
      'withdrawal',
      { batches: { one: { seed: 'S1', status: 'sent' }, two: { seed: 'S2', status: 'planned' } } },
      { batches: { one: { seed: 'S1', status: 'planned' }, three: { seed: 'S3', status: 'done' } } },
    )['batches'];
    expect(batches).toEqual({
      one: { seed: 'S1', status: 'sent' },
      two: { seed: 'S2', status: 'planned' },
      three: { seed: 'S3', status: 'done' },
    });
    const coins = joined(
      'purchase',
      { coins: { c: { s: 'released', c: 'KUDOS:1' } } },
      { coins: { c: { s: 'reserved', c: 'KUDOS:1' }, d: { s: 'paid' } } },
    );
    expect(coins['coins']).toEqual({ c: { s: 'released', c: 'KUDOS:1' }, d: { s: 'paid' } });
  });
});

describe('coin', () => {
  test('the smaller remaining value wins, whoever spoke last', () => {
    const amounts = fc.record({ whole: fc.nat(1000), fraction: fc.nat(99_999_999) });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const [left, right] = [a, b].map(
          ({ whole, fraction }) => `KUDOS:${whole}.${String(fraction).padStart(8, '0')}`,
        );
        const smaller = a.whole - b.whole || a.fraction - b.fraction;
        expect(joined('coin', { remaining: left }, { remaining: right })['remaining']).toBe(
          smaller <= 0 ? left : right,
        );
      }),
    );
  });

  test('amounts of two currencies, or none, meet the same way from both sides', () => {
    expect(joined('coin', { remaining: 'EUR:9' }, { remaining: 'KUDOS:1' })['remaining']).toBe('KUDOS:1');
    expect(joined('coin', { remaining: 'EUR:1' }, { remaining: 'KUDOS:9' })['remaining']).toBe('KUDOS:9');
    expect(joined('coin', { remaining: 'KUDOS:1' }, { remaining: 'nonsense' })['remaining']).toBe('KUDOS:1');
    expect(joined('coin', { remaining: 'KUDOS:1' }, {})['remaining']).toBe('KUDOS:1');
  });

  test('spent wins and needs no signature any more; until then a signature is never lost', () => {
    expect(joined('coin', { status: 'spent' }, { status: 'fresh', sig: 'SIG' })).toEqual({ status: 'spent' });
    expect(joined('coin', { status: 'in-use' }, { status: 'fresh', sig: 'SIG' })).toEqual({
      status: 'in-use',
      sig: 'SIG',
    });
  });
});

describe('what belongs together', () => {
  test('an answer of an exchange is never half of two', () => {
    const one = { noreveal_index: 1, exchange_pub: 'P1', exchange_sig: 'S2' };
    const two = { noreveal_index: 1, exchange_pub: 'P2', exchange_sig: 'S1' };
    expect([one, two]).toContainEqual(joined('refresh', one, two));
    expect(joined('refresh', one, {})).toEqual(one);
  });

  test('a reason stays with the status it was written with', () => {
    expect(joined('withdrawal', { status: 'withdrawing', why: 'waiting' }, { status: 'done' })).toEqual({
      status: 'done',
    });
    expect(joined('refresh', { status: 'failed', why: 'gone' }, { status: 'planned' })).toEqual({
      status: 'failed',
      why: 'gone',
    });
  });

  test('a reason can be added to a status that stays', () => {
    const failed = { status: 'failed', why: 'gone' };
    expect(joined('refresh', { status: 'failed' }, failed)).toEqual(failed);
  });

  test('contract terms keep every member, also one named __proto__', () => {
    const terms: unknown = JSON.parse('{"__proto__":{"x":1},"summary":"a"}');
    const kept = joined('purchase', { terms, h_contract: 'H' }, { status: 'claiming' })['terms'];
    expect(JSON.stringify(kept)).toBe(JSON.stringify(terms));
  });
});

test('a paid order of a provider needs no terms, and those of an old copy do not come back', () => {
  const [a, b] = ['A', 'B'].map((h) => ({ terms: { x: h }, merchant_sig: 's', h_contract: h, amount: 'K:1' }));
  const dropped = joined('purchase', { ...a, provider: 'p' }, { status: 'paid' });
  expect(dropped).toEqual({ ...a, terms: {}, provider: 'p', status: 'paid' });
  expect(joined('purchase', dropped, { ...a, status: 'offered' })).toEqual(dropped);
  // Two answers at odds: whichever side is dropped first, the same one wins.
  expect(joined('purchase', dropped, { ...b })).toEqual(
    joined('purchase', joined('purchase', { ...a }, { ...b }), { provider: 'p', status: 'paid' }),
  );
  expect(joined('purchase', { ...a }, { status: 'paid' })).toEqual({ ...a, status: 'paid' });
  expect(joined('purchase', { ...a, closed: true }, { ...a, status: 'failed' })).toEqual({
    ...a,
    terms: {},
    closed: true,
    status: 'failed',
  });
});

describe('registers', () => {
  test('a provider: the last writer wins; at equal clocks removal wins', () => {
    const kept = { name: 'zzz', removed: false };
    const removed = { name: 'aaa', removed: true };
    expect(joined('provider', kept, removed)).toEqual(removed);
    expect(joinEntries(entry('provider', removed), entry('provider', kept, LATER)).value).toEqual(kept);
  });

  test('an exchange: each field by its own clock', () => {
    const a = { base_url: 'u', fields: { tos: { clock: LATER, value: 2 }, name: { clock: CLOCK, value: 'old' } } };
    const b = { base_url: 'u', fields: { tos: { clock: CLOCK, value: 9 }, name: { clock: LATER, value: 'new' } } };
    expect(joined('exchange', a, b)['fields']).toEqual({
      tos: { clock: LATER, value: 2 },
      name: { clock: LATER, value: 'new' },
    });
  });

  test('a device: epoch and last clock only grow', () => {
    const device = joined(
      'device',
      { epoch: 3, status: 'active', last_clock: CLOCK },
      { epoch: 2, status: 'leaving', last_clock: LATER },
    );
    expect(device).toEqual({ epoch: 3, status: 'leaving', last_clock: LATER });
  });

  test('a tombstone: the later expiry, never is latest', () => {
    expect(joined('tombstone', { until: { t_s: 5 } }, { until: { t_s: 7 } })).toEqual({ until: { t_s: 7 } });
    expect(joined('tombstone', { until: { t_s: 'never' } }, { until: { t_s: 7 } })).toEqual({
      until: { t_s: 'never' },
    });
  });

  test('an unknown kind: the later copy, whole', () => {
    expect(joinEntries(entry('newer', [1]), entry('newer', { a: 1 }, LATER)).value).toEqual({ a: 1 });
  });
});
