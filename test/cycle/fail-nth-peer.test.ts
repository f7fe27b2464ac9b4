// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { failEveryNth, startLab, type Lab } from './fail-nth-lab.ts';
import {
  payInvoice,
  requestForAFee,
  requestFromPerson,
  sendInVain,
  sendToPerson,
  takeFromPerson,
} from './fail-nth-peer-flows.ts';

// Money between people: whatever breaks, and whenever, each coin ends in exactly one place.

const FLOWS = [sendToPerson, sendInVain, takeFromPerson, requestFromPerson, payInvoice];

describe.each([
  ['v17', ['dies at an answer']],
  ['v23', ['dies at a request', 'dies at an answer']],
] as const)('between people at %s', (generation, deaths) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab(generation);
  });
  afterAll(() => lab.close());

  describe.each(FLOWS)('$name', (flow) => {
    test.each(deaths)('%s', async (death) => expect(await failEveryNth(lab, flow, death)).toBeGreaterThan(3), 120_000);
  });
});

describe('between people where a purse costs a fee', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v23', [], { purseFee: amount('KUDOS:0.04') });
  });
  afterAll(() => lab.close());

  test.each(['dies at a request', 'dies at an answer'] as const)(
    `${requestForAFee.name}: %s`,
    async (death) => expect(await failEveryNth(lab, requestForAFee, death)).toBeGreaterThan(5),
    120_000,
  );
});
