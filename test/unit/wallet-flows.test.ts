// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaByKind } from '../../electron/state/entry.ts';
import { mayHoldSeeds, openSeeds, seedsOf } from '../../electron/wallet/ledger/seeds.ts';
import { allFlows, WITHOUT_FLOW } from '../../electron/wallet/runner/flows.ts';
import { listSources, TOP } from '../support/imports.ts';
import { bytes, refresh, withdrawal } from './ledger-entries.ts';

const clock = '1-00000-Z';
const batch = (status: string) => ({ seed: bytes(32, 1), selection: [], status: status as 'done' });

test('every kind of entry belongs to a flow or is said to be no money, and never both', () => {
  const worked = new Set(allFlows.flatMap(([, { entries }]) => entries));
  const apart = Object.keys(WITHOUT_FLOW);
  expect([...worked, ...apart].toSorted()).toEqual(Object.keys(schemaByKind).toSorted());
});

test('a new flow is one file and its line: nobody else has a case for the name of a flow', () => {
  const files = listSources(['electron/wallet', 'electron/backup']);
  const cases = files.flatMap((path) => {
    const text = readFileSync(join(TOP, path), 'utf8');
    return allFlows.flatMap(([kind]) => (text.includes(`case '${kind}':`) ? [`${path}: ${kind}`] : []));
  });
  expect(cases).toEqual([]);
});

test('a seed is open until its batch or session has come to an end, also under a word of a newer wallet', () => {
  const entry = {
    kind: 'withdrawal' as const,
    id: 'W',
    clock,
    value: withdrawal({
      status: 'withdrawing',
      batches: { a: batch('planned'), b: batch('sent'), c: batch('failed'), d: batch('done'), e: batch('of tomorrow') },
    }),
  };
  expect(seedsOf(entry).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(openSeeds([entry])).toEqual(['a', 'b', 'e']);
  const session = (status: 'planned' | 'melted' | 'failed' | 'done') =>
    openSeeds([{ kind: 'refresh', id: 'R', clock, value: refresh({ status }) }]);
  expect([session('planned'), session('melted'), session('failed'), session('done')]).toEqual([['R'], ['R'], [], []]);
});

test('what holds no seed need not be read to know it', () => {
  expect(['reserve', 'withdrawal', 'refresh'].map(mayHoldSeeds)).toEqual([true, true, true]);
  expect(['coin', 'purchase', 'of a newer wallet', 'toString'].map(mayHoldSeeds)).toEqual([false, false, false, false]);
});
