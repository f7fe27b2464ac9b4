// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn, type Turn } from '../support/seed.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import {
  changeByLink,
  recoupChange,
  recoupWithdrawn,
  renewAfterRestore,
  renewBeforeExpiry,
  SHORT_LIVED,
} from './fail-nth-coins-flows.ts';
import { foundAgain } from './fail-nth-doubts-flow.ts';
import { failEveryNth, type Flow, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// Coins become other coins: every statement, request and answer fails once, or is the last thing the process does.

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 80,
  'dies at a statement': 80,
  'request dropped': 14,
  'answer dropped': 14,
  'dies at a request': 14,
  'dies at an answer': 14,
};

/** A case of it takes six times as long as one of the others. */
const SHARES_BY_LINK = {
  'statement fails': 192,
  'dies at a statement': 192,
  'request dropped': 28,
  'answer dropped': 28,
  'dies at a request': 28,
  'dies at an answer': 28,
};

/** And of three flows each it takes one, another with every commit. */
const struckEverywhere = (labOf: () => Lab, flows: Turn<Flow>): void =>
  describe.each(flows.cases)('$name', (flow) => {
    test.each(FAULTS)(
      '%s',
      async (fault) => {
        const shares = flow === changeByLink ? SHARES_BY_LINK : SHARES;
        expect(await failEveryNth(labOf(), flow, fault, shares, flows.seed)).toBeGreaterThan(1);
      },
      LONGEST_MS,
    );
  });

afterAll(sayShare);

describe('while the keys live', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v23', PROVIDERS);
  });
  afterAll(() => lab.close());
  struckEverywhere(() => lab, turn('fail-nth-coins', [renewAfterRestore, changeByLink, foundAgain]));
});

describe('when keys end or are revoked', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v23', [], { denominations: SHORT_LIVED });
  });
  afterAll(() => lab.close());
  struckEverywhere(() => lab, turn('fail-nth-coins, ended', [renewBeforeExpiry, recoupWithdrawn, recoupChange]));
});
