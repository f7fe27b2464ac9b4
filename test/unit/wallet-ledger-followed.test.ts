// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyFrom } from '../../electron/backup/copies/risk.ts';
import type { Store } from '../../electron/storage/store.ts';
import { lookAtHistory, readHistory } from '../../electron/wallet/history/history.ts';
import { readBalances } from '../../electron/wallet/ledger/balance.ts';
import { changesBetween } from '../../electron/wallet/ledger/followed.ts';
import { readLedger } from '../../electron/wallet/ledger/ledger.ts';
import { warmUpLedger } from '../../electron/wallet/ledger/warm-up.ts';
import { openMemory } from './ledger-entries.ts';
import { leave, leavingArb, putState, stateArb } from './ledger-states.ts';

// Sums, lines and the money at risk are kept from change to change. Whatever changes, they are what they are when worked out from nothing.

/** The same store, of which nothing is known yet. */
const afresh = (store: Store): Store => {
  const made = new Map<() => unknown, unknown>();
  return {
    ...store,
    beside: <T>(make: () => T): T => {
      if (!made.has(make)) made.set(make, make());
      return made.get(make) as T;
    },
  };
};

const all = (store: Store) => {
  const { coins, withdrawals, refreshes, elsewhere, unknownSources, strangers } = readLedger(store);
  return {
    balances: readBalances(store),
    history: lookAtHistory(store),
    money: [...moneyFrom(store)].sort((a, b) =>
      `${a.source} ${a.sum.currency}` < `${b.source} ${b.sum.currency}` ? -1 : 1,
    ),
    ledger: { coins, withdrawals, refreshes, elsewhere, unknownSources, strangers },
  };
};

const coinIds = fc.constantFrom('b0/0', 'b1/1', 'b2/2', 'r0/0', 'r1/1');
const stepArb = fc.oneof(
  { weight: 5, arbitrary: fc.record({ how: fc.constantFrom('put', 'join', 'roll back'), state: stateArb }) },
  {
    weight: 1,
    arbitrary: fc.record({ how: fc.constant('take away' as const), every: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ how: fc.constant('leave' as const), names: leavingArb }) },
  { weight: 1, arbitrary: fc.record({ how: fc.constant('bad' as const), coins: fc.uniqueArray(coinIds) }) },
  {
    weight: 1,
    arbitrary: fc.record({ how: fc.constant('abroad' as const), coin: coinIds, purse: fc.nat(1), units: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constant('outside' as const),
      outside: fc.constantFrom('left', 'joined'),
      scheme: fc.option(fc.constant(99)),
    }),
  },
);

type Step = typeof stepArb extends fc.Arbitrary<infer S> ? S : never;

const take = (store: Store, step: Step): void => {
  switch (step.how) {
    case 'join': {
      const other = openMemory();
      other.transaction((tx) => putState(tx, step.state));
      store.transaction((tx) => tx.join(other.snapshot()));
      other.close();
      return;
    }
    case 'roll back':
      expect(() =>
        store.transaction((tx) => {
          putState(tx, step.state);
          readBalances(tx as unknown as Store); // a transaction reads as a store does
          throw new Error('no');
        }),
      ).toThrow('no');
      return;
    case 'take away':
      store.transaction((tx) => tx.takeAway(tx.snapshot().filter((_, at) => at % step.every === 0)));
      return;
    case 'leave':
      for (const name of step.names) store.transaction((tx) => leave(tx, name, readHistory(store)));
      return;
    case 'bad':
      store.transaction((tx) => tx.local.setMark('bad-coin-signatures', step.coins));
      return;
    case 'abroad':
      store.transaction((tx) =>
        tx.local.setMark('coins-in-purses-of-another-copy', {
          [step.coin]: { [`purse${step.purse}`]: { sum: `KUDOS:${step.units}`, until: 1 } },
        }),
      );
      return;
    case 'outside':
      store.transaction((tx) => {
        for (const { id, value } of tx.entries('withdrawal'))
          tx.put('withdrawal', id, {
            ...value,
            batches: Object.fromEntries(
              Object.entries(value.batches).map(([batch, facts]) => [
                batch,
                { ...facts, outside: step.outside, ...(step.scheme === null ? {} : { scheme: step.scheme }) },
              ]),
            ),
          });
      });
      return;
    default:
      store.transaction((tx) => putState(tx, step.state));
  }
};

test('after any changes they are what they are when worked out from nothing', () => {
  fc.assert(
    fc.property(fc.array(stepArb, { minLength: 2, maxLength: 6 }), (steps) => {
      const store = openMemory();
      for (const step of steps) {
        take(store, step);
        expect(all(store)).toEqual(all(afresh(store)));
      }
      // Begun piece by piece, and asked for all of it in the middle.
      for (const pieces of [0, 1, 2, 3, 9, 99]) {
        const again = afresh(store);
        const warming = warmUpLedger(again, 2);
        for (let piece = 0; piece < pieces && warming.next().done !== true; piece += 1);
        expect(all(again)).toEqual(all(store));
        warming.next();
        expect(all(again)).toEqual(all(store));
      }
      store.close();
    }),
    { numRuns: 60 },
  );
});

test('one change is found among many rows, wherever it is', () => {
  const rows = (...ids: readonly string[]) => ids.map((id) => ({ id }));
  const [a, b, c, d] = rows('a', 'b', 'c', 'd');
  if (!a || !b || !c || !d) throw new Error('four rows');
  const other = { id: 'b' };
  const found = (before: readonly { id: string }[], after: readonly { id: string }[]) =>
    changesBetween(before, after).map((change) => [change.id, change.before, change.after]);
  expect(found([a, b, c], [a, b, c])).toEqual([]);
  expect(found([a, b, c], [a, other, c])).toEqual([['b', b, other]]);
  expect(found([a, c], [a, b, c, d])).toEqual([
    ['b', undefined, b],
    ['d', undefined, d],
  ]);
  expect(found([a, b, c, d], [b, d])).toEqual([
    ['a', a, undefined],
    ['c', c, undefined],
  ]);
  expect(found([], [a])).toEqual([['a', undefined, a]]);
  expect(found([a], [])).toEqual([['a', a, undefined]]);
});
