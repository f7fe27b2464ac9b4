// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { isRenewalDue, mayWaitMs, renewalCost, timeLeft } from '../../electron/wallet/coins/lifetime.ts';
import { MAX_NEW_COINS } from '../../electron/wallet/coins/selection.ts';
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

describe('what renewing a whole coin costs', () => {
  const cost = (ours: Denomination, left: string, offered: readonly Denomination[]): bigint | undefined =>
    renewalCost(ours, amount(`KUDOS:${left}`), offered, NOW);
  const CENT = 1_000_000n;
  const ours = lives(DAY, { feeRefresh: amount('KUDOS:0.02') });

  test('is its fee, those of the new coins, and what none of them fits', () => {
    expect(cost(ours, '1.02', [denomination('1', '0')])).toBe(2n * CENT);
    expect(cost(ours, '1.03', [denomination('1', '0.01')])).toBe(3n * CENT);
    expect(cost(ours, '1.5', [denomination('1', '0.01')])).toBe(50n * CENT);
    expect(cost(lives(DAY), '1', [denomination('1', '0')])).toBe(0n);
  });

  test('is nothing that can be said when nothing would come of it', () => {
    expect(cost(ours, '1.01', [denomination('1', '0')])).toBeUndefined();
    expect(cost(ours, '0.01', [denomination('0.01', '0')])).toBeUndefined();
    expect(cost(ours, '5', [])).toBeUndefined();
  });

  test('is fees alone when there is more than one request makes of it: the rest is renewed with the next', () => {
    const dimes = denomination('0.1', '0.01');
    expect(cost(ours, '100', [dimes])).toBe(2n * CENT + BigInt(MAX_NEW_COINS) * CENT);
    // With one coin fewer there is no next request, and five cents are lost.
    const fewer = MAX_NEW_COINS - 1;
    expect(cost(ours, ((fewer * 11 + 2 + 5) / 100).toFixed(2), [dimes])).toBe(BigInt(fewer + 2 + 5) * CENT);
  });
});

test('what has to happen before a time waits for half of what is left, and not at all afterwards', () => {
  expect(mayWaitMs(NOW + DAY, NOW)).toBe(DAY / 2);
  expect(mayWaitMs(NOW - DAY, NOW)).toBe(0);
  expect(mayWaitMs(Number.POSITIVE_INFINITY, NOW)).toBe(Number.POSITIVE_INFINITY);
});

describe('how near a coin is to its end', () => {
  /** A coin that lives from `start` to `end`, both from now. */
  const left = (start: number, end: number) => timeLeft(lives(end, { stampStart: { t_s: (NOW + start) / 1000 } }), NOW);
  const YEAR = 12 * MONTH;

  test('it is renewed in six weeks of daily looks, or in as many as there are until two months before', () => {
    expect(left(-YEAR, 2 * YEAR)).toEqual({ looks: 42, isLast: false });
    expect(left(-3 * YEAR, 2 * MONTH + 42 * DAY)).toEqual({ looks: 42, isLast: false });
    expect(left(-3 * YEAR, 2 * MONTH + 41 * DAY)).toEqual({ looks: 41, isLast: false });
    expect(left(-3 * YEAR, 2 * MONTH + 2 * DAY - SECOND)).toEqual({ looks: 1, isLast: false });
    expect(left(-3 * YEAR, 2 * MONTH - 20 * DAY)).toEqual({ looks: 1, isLast: false });
  });

  test('it is in its last month, and not a second before', () => {
    expect(left(-3 * YEAR, MONTH)).toEqual({ looks: 1, isLast: false });
    expect(left(-3 * YEAR, MONTH - SECOND)).toEqual({ looks: 1, isLast: true });
  });

  test('of a coin that lives for 160 days these are twenty days and ten', () => {
    expect(left(-110 * DAY, 50 * DAY)).toEqual({ looks: 30, isLast: false });
    expect(left(-150 * DAY, 10 * DAY)).toEqual({ looks: 1, isLast: false });
    expect(left(-150 * DAY - SECOND, 10 * DAY - SECOND)).toEqual({ looks: 1, isLast: true });
  });

  test('one that ends before it begins is at its end', () => {
    expect(left(DAY, -DAY)).toEqual({ looks: 1, isLast: true });
  });
});
