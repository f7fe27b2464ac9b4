// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { failEveryNth, startLab, type Lab } from './fail-nth-lab.ts';
import { abortPayment, depositToBank, refundByLink, takeDepositBack } from './fail-nth-rest-flows.ts';

// Money that comes back, and money that leaves for a bank: every statement, request and answer fails once, or is the last.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23');
});
afterAll(() => lab.close());

/** In an ordinary run; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = { 'statement fails': 4, 'dies at a statement': 2 };

describe.each([refundByLink, depositToBank, abortPayment, takeDepositBack])('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES)).toBeGreaterThan(0);
    },
    600_000,
  );
});
