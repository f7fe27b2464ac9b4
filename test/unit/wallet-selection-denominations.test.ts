// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { selectDenominations } from '../../electron/wallet/coins/selection.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { denomination, NOW } from '../support/purse.ts';

const selected = (denominations: readonly Denomination[], budget: string, maxCoins = 100) => {
  const { selection, cost, coins } = selectDenominations(denominations, amount(`KUDOS:${budget}`), {
    nowMs: NOW,
    maxCoins,
  });
  return { selection: selection.map(({ h, n }) => `${n}x${h.split('/')[0]}`), cost: amountToText(cost), coins };
};

describe('denominations for a sum', () => {
  const offered = ['5', '1', '0.1'].map((value) => denomination(value, '0.01'));

  test('largest first, fees within the sum', () => {
    expect(selected(offered, '7.3')).toEqual({
      selection: ['1x5', '2x1', '2x0.1'],
      cost: 'KUDOS:7.25',
      coins: 5,
    });
  });

  test('a sum that fits no coin selects nothing', () => {
    expect(selected(offered, '0.1')).toEqual({ selection: [], cost: 'KUDOS:0', coins: 0 });
  });

  test('at most so many coins', () => expect(selected(offered, '100', 3).selection).toEqual(['3x5']));

  test('what cannot or should not be withdrawn is left alone', () => {
    const bad = [
      denomination('5', '0.01', { selectable: false }),
      denomination('5', '0.01', { stampStart: { t_s: NOW / 1000 + 3600 } }),
      denomination('5', '0.01', { stampExpireWithdraw: { t_s: NOW / 1000 + 60 } }),
      denomination('0.01', '0'),
    ];
    expect(selected(bad, '20').selection).toEqual([]);
  });

  test('a key can be used from its first moment on', () => {
    const begins = (seconds: number) => denomination('1', '0.01', { stampStart: { t_s: NOW / 1000 + seconds } });
    expect(selected([begins(0)], '1.01').coins).toBe(1);
    expect(selected([begins(1)], '1.01').coins).toBe(0);
  });

  test('a key that ends while the request may be on its way is not used', () => {
    const ends = (seconds: number) => denomination('1', '0', { stampExpireWithdraw: { t_s: NOW / 1000 + seconds } });
    expect(selected([ends(300)], '1').coins).toBe(0);
    expect(selected([ends(301)], '1').coins).toBe(1);
  });

  test('of one value the least of all fees decides, then the life, then the hash, in whatever order they are offered', () => {
    const fees = (hash: string, deposit: string, refresh: string, days = 30) =>
      denomination('1', '0.01', {
        hash,
        feeDeposit: amount(`KUDOS:${deposit}`),
        feeRefresh: amount(`KUDOS:${refresh}`),
        days,
      });
    const best = fees('b', '0.01', '0.01');
    for (const worse of [
      fees('a', '0.02', '0.01', 90),
      fees('a', '0.01', '0.02', 90),
      fees('a', '0.01', '0.01', 29),
      fees('c', '0.01', '0.01'),
    ])
      for (const offered of [
        [best, worse],
        [worse, best],
      ]) {
        const { selection } = selectDenominations(offered, amount('KUDOS:1.01'), { nowMs: NOW, maxCoins: 9 });
        expect(selection.map(({ h }) => h)).toEqual(['b']);
      }
  });

  test('of two of one value the cheaper, then the longer-lived', () => {
    const dear = denomination('1', '0.05', { days: 90 });
    const short = denomination('1', '0.01', { days: 5 });
    const long = denomination('1', '0.01', { days: 60 });
    const { selection } = selectDenominations([dear, short, long], amount('KUDOS:1.01'), { nowMs: NOW, maxCoins: 9 });
    expect(selection.map(({ h }) => h)).toEqual([long.hash]);
  });

  test('a dearer one, where coins of the cheaper end within a week; the cheaper, where there is no other', () => {
    const ends = (days: number, fee: string) =>
      denomination('1', fee, { hash: `ends ${days}`, stampExpireDeposit: { t_s: NOW / 1000 + days * 24 * 3600 } });
    const chosen = (offered: readonly Denomination[]) =>
      selectDenominations(offered, amount('KUDOS:1.05'), { nowMs: NOW, maxCoins: 9 }).selection.map(({ h }) => h);
    const [six, week, dear] = [ends(6, '0.01'), ends(7, '0.02'), ends(90, '0.05')];
    expect(chosen([six, dear, week])).toEqual(['ends 7']);
    expect(chosen([dear, six])).toEqual(['ends 90']);
    expect(chosen([ends(5, '0.02'), six])).toEqual(['ends 6']);
  });
});
