// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { payWithChange, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// Every statement, every request, every answer of a flow fails once, or is the last thing the process does.

/** In an ordinary run; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = { v17: { 'statement fails': 16 }, v23: { 'statement fails': 2 } };

afterAll(sayShare);

describe.each(['v17', 'v23'] as const)('money against %s', (generation) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(generation);
  });
  afterAll(() => lab.close());

  describe.each([withdrawManual, withdrawFromBank, payWithChange])('$name', (flow) => {
    test.each(FAULTS)(
      '%s',
      async (fault) => {
        expect(await failEveryNth(lab, flow, fault, SHARES[generation])).toBeGreaterThan(2);
      },
      LONGEST_MS,
    );
  });
});
