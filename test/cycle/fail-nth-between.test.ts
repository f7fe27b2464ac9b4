// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BETWEEN, WORD_COUNT } from '../support/fail-nth.ts';
import { inTurn, partOf, turn } from '../support/seed.ts';
import { countSteps, LONGEST_MS, runCase, type Flow, type Plan } from './fail-nth-cases.ts';
import { payWithChange, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';
import { payInvoice, sendToPerson, takeFromPerson } from './fail-nth-peer-flows.ts';
import { abortPayment, autoRefund, depositToBank, refundByLink } from './fail-nth-returns-flows.ts';

// A captive portal, a filter or a proxy answers one request in the server's stead, before it has heard of it or after it has done its
// work. Whatever is said, it is nobody's word: the same people, once alone again, get the same money to the same places.

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARE = process.env['HOLDFAST_TORTURE'] === undefined ? 64 : 1;

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23');
});
afterAll(() => lab.close());

const words = inTurn('fail-nth-between, words', [...Array(WORD_COUNT).keys()], 3);
const failures = async (flow: Flow, plans: readonly Plan[]): Promise<readonly string[]> => {
  const failed: string[] = [];
  for (const plan of plans)
    await runCase(lab, flow, [plan]).catch((failure: unknown) => failed.push(`word ${plan.word}: ${String(failure)}`));
  return failed;
};

const FLOWS = [
  withdrawManual,
  withdrawFromBank,
  payWithChange,
  abortPayment,
  refundByLink,
  autoRefund,
  depositToBank,
  sendToPerson,
  takeFromPerson,
  payInvoice,
];

/** An ordinary run takes one of three flows, another with every commit. */
const taken = turn('fail-nth-between', FLOWS, 3);

describe.each(taken.cases)('$name', (flow) => {
  test.each(BETWEEN)(
    '%s',
    async (fault) => {
      const count = (await countSteps(lab, flow)).counts()[fault];
      const all = Array.from({ length: count * WORD_COUNT }, (_, at) => at);
      const plans = partOf(all, SHARE, taken.seed).map((at): Plan => {
        return { fault, n: 1 + Math.floor(at / WORD_COUNT), word: at % WORD_COUNT };
      });
      expect(plans.length).toBeGreaterThan(0);
      expect(await failures(flow, plans)).toEqual([]);
    },
    LONGEST_MS,
  );
});

test('an order is claimed, and whatever somebody says instead it is paid all the same', async () => {
  const plans = words.map((word): Plan => ({ fault: 'somebody between replaces the answer', n: 1, word }));
  expect(await failures(payWithChange, plans)).toEqual([]);
});
