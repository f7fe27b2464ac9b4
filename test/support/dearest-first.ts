// SPDX-License-Identifier: GPL-3.0-or-later
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Test files that take long, in seconds on two busy cores; only the order counts. The others take a few each. */
export const SECONDS: Readonly<Record<string, number>> = {
  'test/cycle/kill.test.ts': 150,
  'test/cycle/fail-nth-gate.test.ts': 80,
  'test/cycle/fail-nth-peer.test.ts': 40,
  'test/cycle/fail-nth-hands.test.ts': 40,
  'test/cycle/fail-nth-coins.test.ts': 30,
  'test/cycle/fail-nth-backup.test.ts': 40,
  'test/window/pages.test.ts': 80,
  'test/window/pages-backup.test.ts': 60,
  'test/cycle/fail-nth-returns.test.ts': 45,
  'test/laws/random-histories.test.ts': 44,
  'test/cycle/fail-nth-double.test.ts': 38,
  'test/cycle/fail-nth.test.ts': 36,
  'test/cycle/fail-nth-files.test.ts': 60,
  'test/window/pages-devices.test.ts': 42,
  'test/window/pages-hostile.test.ts': 47,
  'test/window/pages-people.test.ts': 44,
  'test/cycle/cli-returns.test.ts': 8,
  'test/cycle/cli.test.ts': 40,
  'test/cycle/takeover-killed.test.ts': 41,
  'test/cycle/backup-crash.test.ts': 30,
};

/** What a file takes, by its path; nothing when it is not known as dear. */
const secondsOf = (path: string): number =>
  Object.entries(SECONDS).find(([name]) => path.replaceAll('\\', '/').endsWith(`/${name}`))?.[1] ?? 0;

/** The paths, dearest first, so that no worker begins a long file when the others are about to end; equals stay as they were. */
export const dearestFirst = <T>(files: readonly T[], pathOf: (file: T) => string): T[] =>
  files.toSorted((a, b) => secondsOf(pathOf(b)) - secondsOf(pathOf(a)));

/** The order of the gate. A class because Vitest makes it with `new`. */
export class DearestFirst implements TestSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return dearestFirst(files, ({ moduleId }) => moduleId);
  }

  /** Nobody cuts this run into shards. */
  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}
