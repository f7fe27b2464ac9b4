// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { failEveryNth, type Shares, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import {
  abortPayment,
  abortWithRefund,
  autoRefund,
  bankCalledOff,
  depositToBank,
  refundByLink,
  showAgain,
  takeDepositBack,
} from './fail-nth-returns-flows.ts';

// Money that comes back, and money that leaves for a bank: every statement, request and answer fails once, or is the last.

const FLOWS = [
  refundByLink,
  autoRefund,
  depositToBank,
  takeDepositBack,
  abortPayment,
  abortWithRefund,
  showAgain,
  bankCalledOff,
];

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES: Readonly<Record<'v17' | 'v23', Shares>> = {
  v17: {
    'statement fails': 80,
    'dies at a statement': 64,
    'request dropped': 9,
    'answer dropped': 9,
    'dies at a request': 9,
    'dies at an answer': 9,
  },
  v23: {
    'statement fails': 64,
    'dies at a statement': 32,
    'request dropped': 9,
    'answer dropped': 9,
    'dies at a request': 9,
    'dies at an answer': 9,
  },
};

afterAll(sayShare);

/** The generations in turn, and of the flows of one a half in turn. */
const generations = turn('fail-nth-returns', ['v17', 'v23'] as const);

describe.each(generations.cases)('against %s', (generation) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(generation);
  });
  afterAll(() => lab.close());

  const flows = generation === 'v17' ? [refundByLink, depositToBank, abortWithRefund] : FLOWS;
  const taken = turn(generation, flows, 2, generations.seed);
  describe.each(taken.cases)('$name', (flow) => {
    test.each(FAULTS)(
      '%s',
      async (fault) => {
        expect(await failEveryNth(lab, flow, fault, SHARES[generation], taken.seed)).toBeGreaterThan(0);
      },
      LONGEST_MS,
    );
  });
});
