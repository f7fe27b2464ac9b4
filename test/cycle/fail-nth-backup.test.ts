// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { addAndBackUp, mergeConflict, PROVIDERS, removeProvider, restoreFromSheet } from './fail-nth-backup-flows.ts';
import { failEveryNth, startLab, type Lab } from './fail-nth-lab.ts';

// Every statement, every request, every answer of a flow fails once, or is the last thing the process does.

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** Of the places that read or write the database, every so manieth fails in an ordinary run; deaths and requests are all tried. */
const STATEMENT_SHARE = 4;

describe.each([addAndBackUp, mergeConflict, restoreFromSheet, removeProvider])('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, STATEMENT_SHARE)).toBeGreaterThan(2);
    },
    600_000,
  );
});
