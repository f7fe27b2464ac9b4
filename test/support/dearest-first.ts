// SPDX-License-Identifier: GPL-3.0-or-later
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Test files that take long, in seconds on two cores; only the order counts. The others take a few each. */
export const SECONDS: Readonly<Record<string, number>> = {
  'test/cycle/kill.test.ts': 55,
  'test/window/electron.test.ts': 40,
  'test/window/pages.test.ts': 30,
  'test/window/pages-backup.test.ts': 30,
  'test/cycle/traces-report.test.ts': 30,
  'test/window/pages-real.test.ts': 30,
  'test/window/pages-reading.test.ts': 25,
  'test/window/pages-devices.test.ts': 20,
  'test/cycle/fail-nth-hands.test.ts': 18,
  'test/cycle/cli.test.ts': 18,
  'test/window/pages-people.test.ts': 17,
  'test/window/pages-hostile.test.ts': 17,
  'test/laws/random-histories.test.ts': 15,
  'test/window/electron-lock.test.ts': 15,
  'test/window/fuses.test.ts': 15,
  'test/window/packed.test.ts': 15,
  'test/cycle/fail-nth-backup.test.ts': 14,
  'test/cycle/fail-nth-peer.test.ts': 14,
  'test/cycle/fail-nth-coins.test.ts': 14,
  'test/cycle/fail-nth-returns.test.ts': 14,
  'test/window/pages-asked.test.ts': 13,
  'test/window/behaviour.test.ts': 13,
  'test/cycle/fail-nth-files.test.ts': 13,
  'test/cycle/fail-nth-gate.test.ts': 12,
  'test/cycle/fail-nth.test.ts': 12,
  'test/cycle/fail-nth-between.test.ts': 12,
  'test/cycle/fail-nth-double.test.ts': 12,
  'test/bench/bench.test.ts': 12,
  'test/window/pages-boxes.test.ts': 11,
  'test/window/pages-newcomer.test.ts': 11,
  'test/window/pages-seldom.test.ts': 11,
  'test/cycle/backup-crash.test.ts': 11,
  'test/cycle/traces.test.ts': 11,
  'test/laws/bounds.test.ts': 9,
  'test/cycle/takeover-killed.test.ts': 8,
  'test/cycle/wallet-crash.test.ts': 7,
  // among those of `npm run test:quick`
  'test/quick/each-flow.quick.ts': 40,
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
