// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { firstUse, gatedMoney, PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, startLab, type Lab, LONGEST_MS } from './fail-nth-lab.ts';

// Planchets first, whatever breaks: at every request that makes coins the providers' own copies are opened and looked at.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** In an ordinary run; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = { 'statement fails': 16, 'dies at a statement': 8, 'request dropped': 2, 'answer dropped': 2 };

describe.each([firstUse, gatedMoney])('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
