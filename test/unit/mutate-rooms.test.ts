// SPDX-License-Identifier: GPL-3.0-or-later
import { globSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { LEFT_OUT, ROOMS } from '../support/mutate-rooms.ts';

// `npm run mutate` leaves nothing out in silence.

const FOLDERS = [
  'shared/reading',
  'electron/state',
  'electron/wallet/coins',
  'electron/backup/paper',
  'electron/backup/copies',
];
const files = [
  'shared/amount.ts',
  ...globSync(FOLDERS.map((folder) => `${folder}/**/*.ts`)).map((path) => path.replaceAll('\\', '/')),
];
const changed = Object.values(ROOMS).flatMap(({ mutate }) => mutate);

test('every file of the rooms where money is counted, joined, chosen and written down is changed, or it is said why not', () => {
  const isIn = (path: string): boolean => changed.some((glob) => matchesGlob(path, glob));
  expect(files.length).toBeGreaterThan(60);
  const undecided = files.filter((path) => isIn(path) === Object.hasOwn(LEFT_OUT, path));
  expect(undecided, 'to be named in test/support/mutate-rooms.ts').toEqual([]);
  expect(
    [...changed, ...Object.keys(LEFT_OUT)].filter((glob) => !files.some((path) => matchesGlob(path, glob))),
  ).toEqual([]);
});

test('every room has its tests', () => {
  const missing = Object.values(ROOMS).flatMap(({ tests }) => tests.filter((glob) => globSync(glob).length === 0));
  expect(missing).toEqual([]);
});
