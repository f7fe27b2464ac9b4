// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diceOf } from '../support/dice.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { inTurn, seedFor } from '../support/seed.ts';
import { addAndBackUp, PROVIDERS, restoreFromSheet } from './fail-nth-backup-flows.ts';
import { renewAfterRestore } from './fail-nth-coins-flows.ts';
import { emptyToPhone } from './fail-nth-empty-flow.ts';
import { payWithChange, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { takeoverToJoin } from './fail-nth-hands-flows.ts';
import { countSteps, runCase, type Flow, type Plan, LONGEST_MS } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// A fault, and then another one while its consequences are being cleared up.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** HOLDFAST_SEED and HOLDFAST_PAIRS choose other pairs, and more of them; every commit has its own. */
const PAIRS = Number(process.env['HOLDFAST_PAIRS'] ?? 8);

const FLOWS = [
  withdrawManual,
  withdrawFromBank,
  payWithChange,
  renewAfterRestore,
  addAndBackUp,
  restoreFromSheet,
  takeoverToJoin,
  emptyToPhone,
];

test.each(inTurn('fail-nth-double', FLOWS, 2))(
  '$name, struck twice',
  async (flow: Flow) => {
    const dice = diceOf(seedFor(flow.name));
    const counts = (await countSteps(lab, flow)).counts();
    const plan = (): Plan => {
      const fault = dice.pick(FAULTS);
      return { fault, n: 1 + dice.upTo(counts[fault]) };
    };
    let struckTwice = 0;
    // The second often comes too late: what was left to do had fewer steps than the whole. Then others are tried beside them.
    for (let pair = 0; pair < PAIRS || (struckTwice <= PAIRS / 8 && pair < 4 * PAIRS); pair++) {
      const struck = await runCase(lab, flow, [plan(), plan()]);
      if (struck.every((each) => each)) struckTwice += 1;
    }
    expect(struckTwice).toBeGreaterThan(PAIRS / 8);
  },
  LONGEST_MS,
);
