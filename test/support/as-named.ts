// SPDX-License-Identifier: GPL-3.0-or-later
import { matchesGlob } from 'node:path';
import type { TestSequencer, TestSpecification } from 'vitest/node';

/**
 * The test files in the order in which the room of `npm run mutate` names them: most changes are noticed by the first, and the dear ones
 * are not run then. A class because Vitest makes it with `new`.
 */
export class AsNamed implements TestSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const names = process.env['HOLDFAST_ONLY_TESTS']?.split(' ') ?? [];
    const place = ({ moduleId }: TestSpecification): number =>
      names.findIndex((name) => matchesGlob(moduleId, `**/${name}`));
    return files.toSorted((a, b) => place(a) - place(b));
  }

  /** Nobody cuts this run into shards. */
  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files;
  }
}
