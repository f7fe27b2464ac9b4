// SPDX-License-Identifier: GPL-3.0-or-later
import { appendFileSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLine } from '../json-line.ts';
import { makeDirectorySync, opensAtOnce } from '../storage/whole-file.ts';
import type { LogEvent, World } from '../world.ts';

/** Two log files of this size are kept: months of ordinary use, and a fault that repeats cannot fill the disk. */
const LOG_BYTES = 1024 * 1024;
/** Longer than any trace; what a stranger wrote into an error must not push everything else out of the log. */
const LONGEST_FACT = 8 * 1024;

/**
 * One JSON line per event, in a file nobody else reads; what cannot be written is left out. What is secret has a type that prints
 * `<secret>`; what strangers wrote is shortened, and no terminal that shows the file obeys it.
 */
export const fileLog = (directory: string, now: World['now']): World['log'] => {
  makeDirectorySync(directory);
  const file = join(directory, 'holdfast.log');
  return (event: LogEvent) => {
    try {
      // A pipe that nobody reads would stop the whole program.
      if (!opensAtOnce(file)) return;
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LOG_BYTES) renameSync(file, join(directory, 'holdfast.1.log'));
      const line = jsonLine({ at: new Date(now()).toISOString(), ...shortened(event) });
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // A full disk takes the log, and nothing else with it.
    }
  };
};

/** The last lines of the log, at most so many and never more than the two files hold; none where it cannot be read. */
export const readLog = (directory: string, most: number): readonly string[] => {
  const lines = ['holdfast.1.log', 'holdfast.log'].flatMap((name) => linesOf(join(directory, name)));
  return lines.slice(-most);
};

const linesOf = (file: string): readonly string[] => {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    // Somebody else's file of that name may have any size.
    if (found?.isFile() !== true || found.size > 2 * LOG_BYTES) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch {
    return [];
  }
};

const shortened = (event: LogEvent): object =>
  Object.fromEntries(
    Object.entries(event).map(([name, fact]) => {
      const text = typeof fact === 'string' ? fact : (JSON.stringify(fact) ?? '');
      return [name, text.length > LONGEST_FACT ? `${text.slice(0, LONGEST_FACT)}…` : fact];
    }),
  );
