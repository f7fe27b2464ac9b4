// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, describe, expect, test } from 'vitest';
import {
  addAndBackUp,
  firstUse,
  gatedMoney,
  mergeConflict,
  PROVIDERS,
  removeProvider,
  restoreFromSheet,
} from '../cycle/fail-nth-backup-flows.ts';
import { countSteps, runCase, type Flow } from '../cycle/fail-nth-cases.ts';
import {
  changeByLink,
  recoupChange,
  recoupWithdrawn,
  renewAfterRestore,
  renewBeforeExpiry,
  SHORT_LIVED,
} from '../cycle/fail-nth-coins-flows.ts';
import { emptyToPhone } from '../cycle/fail-nth-empty-flow.ts';
import { payByChoice, payWithChange, withdrawFromBank, withdrawManual } from '../cycle/fail-nth-flows.ts';
import {
  clonedDirectory,
  keepThisDevice,
  leave,
  takeoverToContinue,
  takeoverToJoin,
} from '../cycle/fail-nth-hands-flows.ts';
import { startLab, type Lab } from '../cycle/fail-nth-lab.ts';
import {
  payInvoice,
  requestFromPerson,
  sendInVain,
  sendToPerson,
  takeFromPerson,
} from '../cycle/fail-nth-peer-flows.ts';
import {
  abortPayment,
  abortWithRefund,
  autoRefund,
  bankCalledOff,
  depositToBank,
  refundByLink,
  showAgain,
  takeDepositBack,
} from '../cycle/fail-nth-returns-flows.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { RUN_SEED, seedFor } from '../support/seed.ts';

// For `npm run test:quick`: every flow of money and backup once untouched and once struck, at a moment the seed chooses.

/** Of these every other one is tried at an exchange of today, and the others with the next commit. */
const EITHER: readonly Flow[] = [
  withdrawManual,
  payWithChange,
  renewAfterRestore,
  changeByLink,
  sendToPerson,
  sendInVain,
  requestFromPerson,
  payInvoice,
  refundByLink,
  abortWithRefund,
  depositToBank,
  takeDepositBack,
  restoreFromSheet,
  firstUse,
  gatedMoney,
];
const half = (which: 0 | 1): readonly Flow[] => EITHER.filter((_, at) => (at + RUN_SEED) % 2 === which);

const LABS: readonly (readonly [string, () => Promise<Lab>, readonly Flow[]])[] = [
  ['an exchange of today with backup', () => startLab('v32', PROVIDERS), half(0)],
  [
    'an exchange of a while ago with backup',
    () => startLab('v23', PROVIDERS),
    [
      ...half(1),
      withdrawFromBank,
      addAndBackUp,
      mergeConflict,
      removeProvider,
      leave,
      takeoverToContinue,
      takeoverToJoin,
      keepThisDevice,
      clonedDirectory,
      emptyToPhone,
      takeFromPerson,
      autoRefund,
      abortPayment,
      showAgain,
      bankCalledOff,
    ],
  ],
  ['an exchange of before', () => startLab('v17'), [withdrawManual, payByChoice, sendToPerson, refundByLink]],
  [
    'keys that end or are revoked',
    () => startLab('v23', [], { denominations: SHORT_LIVED }),
    [renewBeforeExpiry, recoupWithdrawn, recoupChange],
  ],
];

describe.each(LABS)('%s', (_, start, flows) => {
  let lab: Lab | undefined;
  afterAll(() => lab?.close());

  test.each(flows)('$name', async (flow) => {
    lab ??= await start();
    const counts = (await countSteps(lab, flow)).counts();
    const seed = seedFor(`quick ${flow.name}`);
    const fault = FAULTS[seed % FAULTS.length] ?? expect.fail('no fault');
    expect(await runCase(lab, flow, [{ fault, n: 1 + (seed % counts[fault]) }])).toEqual([true]);
  });
});
