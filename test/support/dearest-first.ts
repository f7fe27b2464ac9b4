// SPDX-License-Identifier: GPL-3.0-or-later
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Test files that take long, in seconds on two cores; only the order counts. The others take a few each. */
export const SECONDS: Readonly<Record<string, number>> = {
  'test/window/electron-escrow.test.ts': 50,
  'test/cycle/kill.test.ts': 43,
  'test/cycle/traces-report.test.ts': 42,
  'test/window/electron.test.ts': 32,
  'test/window/pages-backup.test.ts': 32,
  'test/window/pages-reading.test.ts': 31,
  'test/window/pages.test.ts': 28,
  'test/cycle/cli-sheet-picture.test.ts': 25,
  'test/window/pages-escrow.test.ts': 25,
  'test/window/pages-devices.test.ts': 23,
  'test/cycle/cli.test.ts': 21,
  'test/bench/bench.test.ts': 20,
  'test/cycle/fail-nth-hands.test.ts': 19,
  'test/window/pages-real.test.ts': 19,
  'test/window/pages-hostile.test.ts': 18,
  'test/laws/random-histories.test.ts': 17,
  'test/cycle/demo.test.ts': 16,
  'test/cycle/fail-nth-peer.test.ts': 15,
  'test/cycle/traces.test.ts': 14,
  'test/cycle/fail-nth-escrow.test.ts': 13,
  'test/unit/reading-pictures.test.ts': 13,
  'test/laws/bounds.test.ts': 13,
  'test/cycle/fail-nth-import.test.ts': 12,
  'test/window/pages-asked.test.ts': 12,
  'test/window/electron-desktop.test.ts': 12,
  'test/cycle/poison-ends.test.ts': 11,
  'test/window/electron-lock.test.ts': 11,
  'test/window/pages-people.test.ts': 11,
  'test/unit/sheet-pdf.test.ts': 11,
  'test/window/electron-rescue.test.ts': 11,
  'test/cycle/fail-nth-coins.test.ts': 11,
  'test/cycle/fail-nth-between.test.ts': 11,
  'test/cycle/restore-renamed-folder.test.ts': 10,
  'test/window/pages-agree.test.ts': 10,
  'test/cycle/fail-nth-double.test.ts': 10,
  'test/window/fuses.test.ts': 9,
  'test/window/behaviour.test.ts': 9,
  'test/window/pages-boxes.test.ts': 9,
  'test/cycle/fail-nth-files.test.ts': 9,
  'test/window/pages-begin.test.ts': 9,
  'test/cycle/fail-nth-returns.test.ts': 9,
  'test/vectors/brought-total.test.ts': 9,
  'test/cycle/cli-hostile.test.ts': 8,
  'test/laws/merge.test.ts': 8,
  'test/cycle/fail-nth-backup.test.ts': 8,
  'test/window/packed.test.ts': 7,
  'test/cycle/wallet-shop-lies.test.ts': 7,
  'test/cycle/takeover-killed.test.ts': 7,
  'test/window/pages-newcomer.test.ts': 7,
  'test/unit/page-layout.test.ts': 7,
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
