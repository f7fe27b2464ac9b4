// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import { pruning, SHORT_LIVED } from './fail-nth-prune-flow.ts';

// What is over leaves: every statement of it fails once, or is the last.

afterAll(sayShare);

describe('against v23', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v23', [], { denominations: SHORT_LIVED });
  });
  afterAll(() => lab.close());

  /** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
  test.each([
    ['statement fails', 12],
    ['dies at a statement', 8],
  ] as const)(
    '%s',
    async (fault, share) => {
      expect(await failEveryNth(lab, pruning, fault, { [fault]: share })).toBeGreaterThan(0);
    },
    LONGEST_MS,
  );
});
