// SPDX-License-Identifier: GPL-3.0-or-later
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { parseJson } from '../../taler/bytes/json.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { utf8 } from '../../taler/bytes/encodings.ts';
import { readTextIfThere, writeWholeSync } from '../whole-file.ts';

/** The first mistypings cost nothing; then the wait doubles up to a minute. Argon2 is the real defence: a thief has the file. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const MAX_TRIES_BYTES = 1024;

const tries = z.strictObject({ failed: z.number().int().nonnegative(), last_ms: z.number() });
type Tries = z.infer<typeof tries>;

/** Of each directory, in this process: who edits the file or takes it away while the wallet runs does not get new tries by it. */
const seen = new Map<string, Tries>();

/** How long the next passphrase must wait, in milliseconds; survives a restart of the wallet. */
export const waitBeforeTry = (directory: string, nowMs: number): number => {
  const { failed, last_ms: last } = readTries(directory, nowMs);
  if (failed < FREE_TRIES) return 0;
  return Math.max(0, last + Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE_TRIES), LONGEST_WAIT_MS) - nowMs);
};

/** Notes a wrong passphrase. */
export const noteFailedTry = (directory: string, nowMs: number): void => {
  const failed = Math.min(readTries(directory, nowMs).failed + 1, 1000);
  seen.set(directory, { failed, last_ms: nowMs });
  writeWholeSync(triesPath(directory), utf8(canonicalJson({ failed, last_ms: nowMs })));
};

/** Forgets the wrong ones after a right one. */
export const forgetTries = (directory: string): void => {
  seen.delete(directory);
  rmSync(triesPath(directory), { force: true });
};

const triesPath = (directory: string): string => join(directory, 'wallet-key-tries.json');

/** What was counted. A time to come is taken for now: a clock that was set back must not lock the owner out until it is there again. */
const readTries = (directory: string, nowMs: number): Tries => {
  const { failed, last_ms: last } = seen.get(directory) ?? readFile(directory);
  const counted = { failed, last_ms: Math.min(last, nowMs) };
  if (failed > 0) seen.set(directory, counted);
  return counted;
};

const readFile = (directory: string): Tries => {
  const text = readTextIfThere(triesPath(directory), MAX_TRIES_BYTES);
  const parsed = tries.safeParse(text === undefined ? undefined : parseJson(text));
  return parsed.success ? parsed.data : { failed: 0, last_ms: 0 };
};
