// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, differences, openMemory } from './ledger-entries.ts';
import { leave, leavingArb, putState, stateArb } from './ledger-states.ts';
import { readHistory } from '../../electron/wallet/history/history.ts';

describe('sums', () => {
  test('agree in any state whatsoever, also one joined from copies that contradict each other', () => {
    fc.assert(
      fc.property(fc.array(stateArb, { minLength: 1, maxLength: 2 }), leavingArb, (states, leaving) => {
        const stores = states.map((state) => {
          const store = openMemory();
          store.transaction((tx) => putState(tx, state));
          return store;
        });
        const [first, second] = stores;
        if (first && second) first.transaction((tx) => tx.join(second.snapshot()));
        expect(first && difference(first)).toBe(0n);
        if (first) {
          // Whatever leaves, and in whichever order: it takes its lines along, or some of them.
          for (const name of leaving) first.transaction((tx) => leave(tx, name, readHistory(first)));
          expect(difference(first)).toBe(0n);
          first.transaction((tx) => tx.join(second?.snapshot() ?? []));
          expect(difference(first)).toBe(0n);
        }
        for (const store of stores) store.close();
      }),
      { numRuns: 60 },
    );
  });

  test('agree at each exchange in each currency, wherever an event says that its coins were', () => {
    const states = fc.array(
      stateArb.map((state) => ({ ...state, refreshes: [], refunds: [] })),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(states, (all) => {
        const store = openMemory();
        for (const state of all) {
          store.transaction((tx) => putState(tx, state));
          expect(differences(store)).toEqual({});
        }
        store.close();
      }),
      { numRuns: 150 },
    );
  });
});
