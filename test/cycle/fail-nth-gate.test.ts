// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { firstUse, gatedMoney, PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// Planchets first, whatever breaks: at every request that makes coins the providers' own copies are opened and looked at.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** One of so many in an ordinary run, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 64,
  'dies at a statement': 64,
  'request dropped': 14,
  'answer dropped': 14,
  'dies at a request': 14,
  'dies at an answer': 14,
};

/** An ordinary run takes one of two flows, another with every commit. */
const taken = turn('fail-nth-gate', [firstUse, gatedMoney]);

describe.each(taken.cases)('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
