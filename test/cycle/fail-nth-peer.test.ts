// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { failEveryNth, type Shares, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import {
  payInvoice,
  requestForAFee,
  requestFromPerson,
  sendInVain,
  sendToPerson,
  takeFromPerson,
} from './fail-nth-peer-flows.ts';
import { turn } from '../support/seed.ts';

// Money between people: whatever breaks, and whenever, each coin ends in exactly one place.

const FLOWS = [sendToPerson, sendInVain, takeFromPerson, requestFromPerson, payInvoice];

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES: Readonly<Record<'v17' | 'v23', Shares>> = {
  v17: {
    'statement fails': 96,
    'dies at a statement': 80,
    'request dropped': 14,
    'answer dropped': 14,
    'dies at a request': 14,
    'dies at an answer': 14,
  },
  v23: {
    'statement fails': 80,
    'dies at a statement': 48,
    'request dropped': 12,
    'answer dropped': 12,
    'dies at a request': 9,
    'dies at an answer': 9,
  },
};

afterAll(sayShare);

/** The generations in turn, and of the flows a half in turn. */
const generations = turn('fail-nth-peer', ['v17', 'v23'] as const);

describe.each(generations.cases)('between people at %s', (generation) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(generation);
  });
  afterAll(() => lab.close());

  const taken = turn(generation, FLOWS, 2, generations.seed);
  describe.each(taken.cases)('$name', (flow) => {
    test.each(FAULTS)(
      '%s',
      async (fault) => {
        expect(await failEveryNth(lab, flow, fault, SHARES[generation], taken.seed)).toBeGreaterThan(3);
      },
      LONGEST_MS,
    );
  });
});

describe('between people where a purse costs a fee', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v23', [], { fees: { purseFee: amount('KUDOS:0.04') } });
  });
  afterAll(() => lab.close());

  test.each(['dies at a request', 'dies at an answer'] as const)(
    `${requestForAFee.name}: %s`,
    async (death) => expect(await failEveryNth(lab, requestForAFee, death, { [death]: 3 })).toBeGreaterThan(5),
    120_000,
  );
});
