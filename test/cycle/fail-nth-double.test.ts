// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diceOf } from '../support/dice.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { addAndBackUp, PROVIDERS, restoreFromSheet } from './fail-nth-backup-flows.ts';
import { renewAfterRestore } from './fail-nth-coins-flows.ts';
import { emptyToPhone } from './fail-nth-empty-flow.ts';
import { payWithChange, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { takeoverToJoin } from './fail-nth-hands-flows.ts';
import { countSteps, runCase, startLab, type Flow, type Lab, type Plan, LONGEST_MS } from './fail-nth-lab.ts';

// A fault, and then another one while its consequences are being cleared up.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** HOLDFAST_SEED and HOLDFAST_PAIRS choose other pairs, and more of them. */
const SEED = Number(process.env['HOLDFAST_SEED'] ?? 20261123);
const PAIRS = Number(process.env['HOLDFAST_PAIRS'] ?? 24);
const ABREAST = 4;

test.each([
  withdrawManual,
  withdrawFromBank,
  payWithChange,
  renewAfterRestore,
  addAndBackUp,
  restoreFromSheet,
  takeoverToJoin,
  emptyToPhone,
])(
  `$name, struck twice (seed ${SEED})`,
  async (flow: Flow) => {
    const dice = diceOf(SEED);
    const counts = (await countSteps(lab, flow)).counts();
    const plan = (): Plan => {
      const fault = dice.pick(FAULTS);
      return { fault, n: 1 + dice.upTo(counts[fault]) };
    };
    const queue = Array.from({ length: PAIRS }, () => [plan(), plan()] as const).values();
    let struckTwice = 0;
    const worker = async (): Promise<void> => {
      for (const pair of queue) {
        const struck = await runCase(lab, flow, pair);
        if (struck.every((each) => each)) struckTwice += 1;
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, worker));
    // The second often comes too late: what was left to do had fewer steps than the whole.
    expect(struckTwice).toBeGreaterThan(PAIRS / 8);
  },
  LONGEST_MS,
);
