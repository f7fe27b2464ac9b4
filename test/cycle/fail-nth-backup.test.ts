// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { addAndBackUp, mergeConflict, PROVIDERS, removeProvider, restoreFromSheet } from './fail-nth-backup-flows.ts';
import { drillBySheet } from './fail-nth-drill.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// Every statement, every request, every answer of a flow fails once, or is the last thing the process does.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 48,
  'dies at a statement': 32,
  'request dropped': 9,
  'answer dropped': 9,
  'dies at a request': 9,
  'dies at an answer': 9,
};

/** An ordinary run takes one of two flows, another with every commit. */
const taken = turn('fail-nth-backup', [addAndBackUp, mergeConflict, restoreFromSheet, removeProvider, drillBySheet], 2);

describe.each(taken.cases)('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
