// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FAULTS } from '../support/fail-nth.ts';
import { turn } from '../support/seed.ts';
import { PROVIDERS } from './fail-nth-backup-flows.ts';
import { emptyToPhone } from './fail-nth-empty-flow.ts';
import {
  clonedDirectory,
  keepThisDevice,
  leave,
  takeoverToContinue,
  takeoverToJoin,
  takeoverWithMoney,
} from './fail-nth-hands-flows.ts';
import { failEveryNth, LONGEST_MS, sayShare } from './fail-nth-cases.ts';
import { startLab, type Lab } from './fail-nth-lab.ts';

// A wallet changes hands: at every statement, request and answer something fails once, or the process dies.

afterAll(sayShare);
let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23', PROVIDERS);
});
afterAll(() => lab.close());

/** An ordinary run tries one of so many, another with every commit; HOLDFAST_TORTURE=1 tries every one. */
const SHARES = {
  'statement fails': 160,
  'dies at a statement': 160,
  'request dropped': 24,
  'answer dropped': 24,
  'dies at a request': 24,
  'dies at an answer': 24,
};

/** An ordinary run takes one of three flows, another with every commit. */
const taken = turn(
  'fail-nth-hands',
  [leave, takeoverToContinue, takeoverWithMoney, takeoverToJoin, keepThisDevice, clonedDirectory, emptyToPhone],
  3,
);

describe.each(taken.cases)('$name', (flow) => {
  test.each(FAULTS)(
    '%s',
    async (fault) => {
      expect(await failEveryNth(lab, flow, fault, SHARES, taken.seed)).toBeGreaterThan(2);
    },
    LONGEST_MS,
  );
});
