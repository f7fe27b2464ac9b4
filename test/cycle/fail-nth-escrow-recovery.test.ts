// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { ESCROW_PLACES } from './escrow-recovery-lab.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { recoverFromEscrow } from './fail-nth-escrow-recovery-flow.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// A wallet comes back from escrow: at every statement, request and answer something fails once, or the process dies.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS, { anastasisProviders: ESCROW_PLACES });
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 48,
  'dies at a statement': 24,
  'request dropped': 6,
  'answer dropped': 6,
  'dies at a request': 6,
  'dies at an answer': 6,
};

describe(recoverFromEscrow.name, () => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, recoverFromEscrow, fault, SHARES)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
