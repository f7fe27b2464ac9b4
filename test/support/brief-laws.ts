// SPDX-License-Identifier: GPL-3.0-or-later
import type * as FastCheck from 'fast-check';
import { vi } from 'vitest';

// Loaded by `npm run mutate` only. A law is tried again for each of hundreds of changes, so it gets few cases, always the same,
// and a case that fails is not made small. By number and not by time: a slow machine must not look like a law that fails.

vi.mock('fast-check', async (importOriginal) => {
  const MOST_RUNS = 25;
  const real = await importOriginal<typeof FastCheck>();
  const assert = ((property: FastCheck.IRawProperty<unknown>, given?: FastCheck.Parameters<unknown>) =>
    real.assert(property, {
      ...given,
      numRuns: Math.min(given?.numRuns ?? MOST_RUNS, MOST_RUNS),
      seed: 20_261_129,
      endOnFailure: true,
    })) as typeof real.assert;
  return { ...real, assert, default: { ...real.default, assert } };
});
