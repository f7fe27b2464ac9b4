// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { importBeside, importIntoNew } from './fail-nth-import-flow.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// Money comes from GNU Taler's wallet: at every statement, request and answer something fails once, or the process dies.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 960,
  'dies at a statement': 960,
  'request dropped': 48,
  'answer dropped': 48,
  'dies at a request': 48,
  'dies at an answer': 48,
};

/** An ordinary run takes one of two flows, another with every commit. */
const taken = turn('fail-nth-import', [importIntoNew, importBeside]);

describe.each(taken.cases)('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
