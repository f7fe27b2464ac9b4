// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { payByChoice, payWithChange, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare, type Shares } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import { turn } from '../support/seed.ts';

// Every statement, every request, every answer of a flow fails once, or is the last thing the process does.

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES: Readonly<Record<'v17' | 'v23', Shares>> = {
  v17: {
    'statement fails': 64,
    'dies at a statement': 16,
    'request dropped': 9,
    'answer dropped': 9,
    'dies at a request': 9,
    'dies at an answer': 9,
  },
  v23: {
    'statement fails': 24,
    'dies at a statement': 12,
    'request dropped': 6,
    'answer dropped': 6,
    'dies at a request': 6,
    'dies at an answer': 6,
  },
};

afterAll(sayShare);

const generations = turn('fail-nth', ['v17', 'v23'] as const);

describe.each(generations.cases)('money against %s', (generation) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(generation);
  });
  afterAll(() => lab.close());

  describe.each([withdrawManual, withdrawFromBank, generation === 'v17' ? payWithChange : payByChoice])(
    '$name',
    (flow) => {
      test.each(FAULTS)(
        '%s',
        async (fault) => {
          expect(await failEveryNth(lab, flow, fault, SHARES[generation], generations.seed)).toBeGreaterThan(2);
        },
        LONGEST_MS,
      );
    },
  );
});
