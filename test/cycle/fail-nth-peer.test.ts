// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failEveryNth, startLab, type Lab } from './fail-nth-lab.ts';
import { payInvoice, requestFromPerson, sendInVain, sendToPerson, takeFromPerson } from './fail-nth-peer-flows.ts';

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
