// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ESCROW_PLACES } from '../support/escrow.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { followInEscrow, giveIntoEscrow } from './fail-nth-escrow-flow.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// A wallet is given into escrow, and followed there: at every statement, request and answer something fails once, or the process dies.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS, { anastasisProviders: ESCROW_PLACES });
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 96,
  'dies at a statement': 64,
  'request dropped': 12,
  'answer dropped': 12,
  'dies at a request': 12,
  'dies at an answer': 12,
};

/** An ordinary run takes one of two flows, another with every commit. */
const taken = turn('fail-nth-escrow', [giveIntoEscrow, followInEscrow]);

describe.each(taken.cases)('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
