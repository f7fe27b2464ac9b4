// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import type { Room } from '../../electron/wallet/coins/room.ts';
import { contributionOf, selectDenominations } from '../../electron/wallet/coins/selection.ts';
import type { ChangeCost } from '../../electron/wallet/coins/spendable.ts';
import { amount } from '../../shared/amount.ts';
import { coin, denomination, kudos, NOW } from '../support/purse.ts';

// What is written into a plan: which new coins there is room for, and what a coin that is given may come to cost.

const chosen = (offered: readonly Denomination[], budget: string, maxCoins: number, room?: Room) => {
  const { selection, coins, isCut } = selectDenominations(offered, amount(`KUDOS:${budget}`), {
    nowMs: NOW,
    maxCoins,
    ...(room && { room }),
  });
  return { selection: selection.map(({ v, n }) => `${n} ${v}`), coins, isCut };
};
const free = (value: string): Denomination => denomination(value, '0', { feeDeposit: amount('KUDOS:0') });

describe('the room there is for new coins', () => {
  const one = [free('1')];
  const small = [free('1'), free('0.003')];

  test('is what the request takes, or what the wallet has left of it: the smaller', () => {
    expect(chosen(one, '5', 3)).toMatchObject({ selection: ['3 KUDOS:1'], coins: 3 });
    expect(chosen(one, '5', 3, { coins: 2, small: 9 })).toMatchObject({ selection: ['2 KUDOS:1'], coins: 2 });
    expect(chosen(one, '5', 3, { coins: 4, small: 0 })).toMatchObject({ selection: ['3 KUDOS:1'], coins: 3 });
    expect(chosen(one, '5', 3, { coins: 0, small: 0 })).toMatchObject({ selection: [], coins: 0 });
  });

  test('counts small coins apart, over all their values', () => {
    expect(chosen(small, '1.009', 10)).toMatchObject({ selection: ['1 KUDOS:1', '3 KUDOS:0.003'] });
    expect(chosen(small, '1.009', 10, { coins: 10, small: 2 })).toMatchObject({
      selection: ['1 KUDOS:1', '2 KUDOS:0.003'],
      coins: 3,
    });
    expect(chosen(small, '1.009', 10, { coins: 3, small: 9 })).toMatchObject({ coins: 3 });
    const three = [free('0.003'), free('0.0003'), free('0.0001')];
    expect(chosen(three, '0.0039', 99, { coins: 99, small: 3 })).toMatchObject({
      selection: ['1 KUDOS:0.003', '2 KUDOS:0.0003'],
    });
    // 1/256 is the least that is no small coin.
    expect(chosen([free('0.00390625')], '1', 9, { coins: 9, small: 1 })).toMatchObject({ coins: 9 });
  });

  test('cuts a choice when more would have fitted the sum, and not when it is just enough', () => {
    expect(chosen(one, '3', 3)).toMatchObject({ coins: 3, isCut: false });
    expect(chosen(one, '4', 3)).toMatchObject({ coins: 3, isCut: true });
    expect(chosen(one, '0.5', 3)).toMatchObject({ coins: 0, isCut: false });
    expect(chosen(small, '1.006', 10, { coins: 10, small: 2 })).toMatchObject({ coins: 3, isCut: false });
    expect(chosen(small, '1.009', 10, { coins: 10, small: 2 })).toMatchObject({ coins: 3, isCut: true });
    // What was cut of the large ones stays said, though all of the small ones fitted.
    expect(chosen(small, '4.003', 9, { coins: 4, small: 9 })).toMatchObject({ coins: 4, isCut: true });
    expect(chosen([free('1'), free('0.1')], '4.1', 3)).toMatchObject({ coins: 3, isCut: true });
  });

  test('is for no coin that is worth less than a millionth', () => {
    expect(chosen([free('0.000001')], '0.000002', 9)).toMatchObject({ coins: 2 });
    expect(chosen([free('0.00000099')], '0.000002', 9)).toMatchObject({ coins: 0 });
  });
});

describe('a coin in a plan', () => {
  /** Forty for making new ones of a whole coin, seven for less. */
  const dearWhole: ChangeCost = (change) => kudos(change > kudos(50).units ? 40 : 7).units;
  /** Seven for a whole coin, forty for less. */
  const dearRest: ChangeCost = (change) => kudos(change > kudos(50).units ? 7 : 40).units;
  const { expiresMs: _, ...hundred } = coin(1, 100, 2, 3);
  const plan = (given: number, cost: ChangeCost) => contributionOf({ ...hundred, given: kudos(given) }, cost);

  test('says what its change costs, and what renewing it may cost at most, should it come back', () => {
    expect(plan(60, dearWhole)).toEqual({
      id: 'c1',
      contribution: kudos(60),
      feeDeposit: kudos(2),
      renewal: kudos(40),
      change: kudos(7),
    });
    expect(plan(60, dearRest)).toMatchObject({ renewal: kudos(40), change: kudos(40) });
  });

  test('has no change when it gives all it has', () => {
    expect(plan(100, dearWhole)).toEqual({
      id: 'c1',
      contribution: kudos(100),
      feeDeposit: kudos(2),
      renewal: kudos(40),
    });
  });

  test('is asked about with its own fee for a refresh', () => {
    const asked: unknown[] = [];
    plan(60, (...of) => {
      asked.push(of);
      return 0n;
    });
    expect(asked).toEqual([
      [kudos(100).units, kudos(3).units],
      [kudos(40).units, kudos(3).units],
    ]);
  });
});
