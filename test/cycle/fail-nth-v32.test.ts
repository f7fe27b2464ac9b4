// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { FAULTS } from '../support/fail-nth.ts';
import { firstUse, gatedMoney, PROVIDERS, restoreFromSheet } from './fail-nth-backup-flows.ts';
import { changeByLink, renewAfterRestore } from './fail-nth-coins-flows.ts';
import { failEveryNth, type Flow, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { payByChoice, withdrawFromBank, withdrawManual } from './fail-nth-flows.ts';
import { turn } from '../support/seed.ts';
import { openDevice, startLab, type Lab } from './fail-nth-lab.ts';
import { payInvoice, requestFromPerson, sendInVain, sendToPerson, takeFromPerson } from './fail-nth-peer-flows.ts';
import { abortWithRefund, depositToBank, refundByLink, takeDepositBack } from './fail-nth-returns-flows.ts';

// The flows of money at an exchange of today: whatever breaks, and whenever, each coin ends in exactly one place.

/** The same with its exchange known, and proven, before. */
const known = (flow: Flow): Flow => ({
  name: flow.name,
  prepare: async (lab) => {
    const scene = await flow.prepare(lab);
    mustOk(await openDevice(lab, scene.device).wallet.addExchange(lab.exchange), 'exchange');
    return scene;
  },
});

const FLOWS = [
  withdrawManual,
  known(withdrawFromBank),
  payByChoice,
  renewAfterRestore,
  changeByLink,
  sendToPerson,
  sendInVain,
  known(takeFromPerson),
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

/** An ordinary run takes a quarter of the flows, another with every commit. */
const taken = turn('fail-nth-v32', FLOWS, 4);

/** And of each it tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 256,
  'dies at a statement': 256,
  'request dropped': 48,
  'answer dropped': 32,
  'dies at a request': 48,
  'dies at an answer': 32,
};

afterAll(sayShare);

describe('an exchange of version 35', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab('v32', PROVIDERS);
  });
  afterAll(() => lab.close());

  describe.each(taken.cases)('$name', (flow) => {
    test.each(FAULTS)(
      '%s',
      async (fault) => {
        expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(1);
      },
      LONGEST_MS,
    );
  });
});
