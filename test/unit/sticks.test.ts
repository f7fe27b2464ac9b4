// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sticksBeside } from '../../electron/app/sticks.ts';

// What is plugged in is suggested for copies; the wallet's own disk, and what is no drive of its own, is not.

const root = mkdtempSync(join(tmpdir(), 'holdfast-sticks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** By the name of a folder: on which disk it lies. */
const DISK: Readonly<Record<string, number>> = { own: 1, media: 1, BLUE: 2, RED: 3, partition: 1 };
const deviceOf = async (path: string): Promise<number> => DISK[basename(path)] ?? Promise.reject(new Error('gone'));

test('drives of their own, in the order of their names, and nothing else', async () => {
  const media = join(root, 'media');
  for (const name of ['own', 'media', 'media/RED', 'media/BLUE', 'media/partition', 'media/gone'])
    mkdirSync(join(root, name), { recursive: true });
  writeFileSync(join(media, 'a-file'), '');
  expect(await sticksBeside(join(root, 'own'), [join(root, 'nowhere'), media], deviceOf)).toEqual([
    { directory: join(media, 'BLUE'), name: 'BLUE' },
    { directory: join(media, 'RED'), name: 'RED' },
  ]);
});
