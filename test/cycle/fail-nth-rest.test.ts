// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { failEveryNth, startLab, type Lab } from './fail-nth-lab.ts';
import { abortPayment, depositToBank, refundByLink } from './fail-nth-rest-flows.ts';

// Money that comes back, and money that leaves for a bank: every statement, request and answer fails once, or is the last.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23');
});
afterAll(() => lab.close());

/** Of the places that read or write the database, every so manieth fails in an ordinary run; deaths and requests are all tried. */
const STATEMENT_SHARE = 4;

describe.each([refundByLink, depositToBank, abortPayment])('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, STATEMENT_SHARE)).toBeGreaterThan(0);
    },
    600_000,
  );
});
