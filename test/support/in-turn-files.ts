// SPDX-License-Identifier: GPL-3.0-or-later
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOP = join(import.meta.dirname, '..', '..');
/** What takes a part of its cases, and all of them with HOLDFAST_TORTURE set. */
const IN_TURN = /\b(?:inTurn|turn|stride|failEveryNth)\(/;

/** The test files that try all of their cases only with HOLDFAST_TORTURE set. */
export const filesInTurn = (): readonly string[] =>
  globSync('test/**/*.test.ts', { cwd: TOP }).filter(
    (file) => !file.endsWith('seed.test.ts') && IN_TURN.test(readFileSync(join(TOP, file), 'utf8')),
  );
