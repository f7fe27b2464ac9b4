// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecording } from './recording.ts';
import { replay } from './replay.ts';

// Files that people sent: what `holdfast probe` wrote at services nobody here can reach. Those it writes at play money are replayed where
// they are made (test/cycle/probe.test.ts).

const DATA = join(import.meta.dirname, 'data');
const files = existsSync(DATA) ? readdirSync(DATA).filter((name) => name.endsWith('.json')) : [];

test('every recording that was sent replays: the same requests, answers that are understood, signatures that verify', async () => {
  const mistakes: string[] = [];
  for (const name of files) {
    const replayed = await replay(readRecording(name, readFileSync(join(DATA, name), 'utf8')));
    mistakes.push(...replayed.mistakes.map((each) => `${name}: ${each}`));
    if (replayed.played === 0) mistakes.push(`${name}: nothing in it was played`);
  }
  expect(mistakes).toEqual([]);
});
