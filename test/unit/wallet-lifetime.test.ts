// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { isRenewalDue } from '../../electron/wallet/coins/lifetime.ts';
import { amount } from '../../shared/amount.ts';
import { DAY, denomination, NOW } from '../support/purse.ts';

const SECOND = 1_000;
const MONTH = 30 * DAY;
const none = amount('KUDOS:0');

/** A kind of coin that can be paid with for so long from now on. */
const lives = (ms: number, change: Partial<Denomination> = {}): Denomination =>
  denomination('1', '0', {
    hash: `lives ${ms}`,
    feeRefresh: none,
    stampExpireDeposit: { t_s: (NOW + ms) / 1000 },
    ...change,
  });

const isDue = (ours: Denomination, offered: readonly Denomination[], left = '1'): boolean =>
  isRenewalDue(ours, amount(`KUDOS:${left}`), offered, NOW);

describe('a coin is renewed for its age', () => {
  test('at its end, whatever is offered, and not a second before when nothing is', () => {
    expect(isDue(lives(0), [])).toBe(true);
    expect(isDue(lives(-DAY), [lives(DAY)])).toBe(true);
    expect(isDue(lives(SECOND), [])).toBe(false);
  });

  test('when new coins live more than four times as long, also for a fee', () => {
    const dear = { feeRefresh: amount('KUDOS:0.01') };
    const tenth = denomination('0.1', '0.01', { stampExpireDeposit: { t_s: (NOW + 40 * DAY + SECOND) / 1000 } });
    expect(isDue(lives(10 * DAY), [lives(40 * DAY)])).toBe(false);
    expect(isDue(lives(10 * DAY), [lives(40 * DAY + SECOND)])).toBe(true);
    expect(isDue(lives(10 * DAY, dear), [tenth])).toBe(true);
  });

  test('not when the fee takes what is left, or what it leaves fits no coin', () => {
    const offered = [lives(900 * DAY)];
    expect(isDue(lives(DAY, { feeRefresh: amount('KUDOS:2') }), offered, '1')).toBe(false);
    expect(isDue(lives(DAY, { feeRefresh: amount('KUDOS:1') }), offered, '1.99')).toBe(false);
    expect(isDue(lives(DAY, { feeRefresh: amount('KUDOS:1') }), offered, '2')).toBe(true);
  });

  test('in its last half year when it costs nothing and new coins live more than a year', () => {
    const year = lives(12 * MONTH + SECOND);
    expect(isDue(lives(6 * MONTH - SECOND), [year])).toBe(true);
    expect(isDue(lives(6 * MONTH), [year])).toBe(false);
    expect(isDue(lives(6 * MONTH - SECOND), [lives(12 * MONTH)])).toBe(false);
    const fee = { feeRefresh: amount('KUDOS:0.01') };
    const both = [year, denomination('0.01', '0', { feeDeposit: none, stampExpireDeposit: year.stampExpireDeposit })];
    expect(isDue(lives(6 * MONTH - SECOND, fee), both, '1.01')).toBe(false);
    expect(isDue(lives(6 * MONTH - SECOND), both, '1.01')).toBe(true);
    expect(isDue(lives(6 * MONTH - SECOND), [year], '1.01')).toBe(false);
  });

  test('the shortest-lived of the new coins decides, and no coin that would not be chosen', () => {
    const long = lives(50 * DAY);
    const short = (value: string) =>
      denomination(value, '0', { hash: 'short', stampExpireDeposit: { t_s: (NOW + 20 * DAY) / 1000 } });
    expect(isDue(lives(10 * DAY), [long, short('0.5')], '1.5')).toBe(false);
    expect(isDue(lives(10 * DAY), [long, short('5')], '1.5')).toBe(true);
  });
});
