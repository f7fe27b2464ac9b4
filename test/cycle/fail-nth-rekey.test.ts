// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import { newSecret } from './fail-nth-rekey-flow.ts';

// A wallet gets a new secret: at every statement, request and answer something fails once, or the process dies.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 640,
  'dies at a statement': 640,
  'request dropped': 36,
  'answer dropped': 36,
  'dies at a request': 36,
  'dies at an answer': 36,
};

describe(newSecret.name, () => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, newSecret, fault, SHARES)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
