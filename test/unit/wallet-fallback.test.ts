// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestCoins } from '../../electron/wallet/coins/cheapest.ts';
import { selectCoins } from '../../electron/wallet/coins/selection.ts';
import type { Price, SpendableCoin } from '../../electron/wallet/coins/spendable.ts';
import { mustOk } from '../../shared/result.ts';
import { coin, kudos, price, refreshOnly } from '../support/purse.ts';

// The exact search gives up on a purse that is made to be hard; what is chosen then is checked here, coin by coin.

/** As many coins as the request takes are needed in every case below, so that not one of `eaten` may be among them. */
const LIMIT = 4;

/** Forty large coins, no two alike, of which the fee leaves a cent: each of their sets looks like a way to pay, and none is. */
const eaten = Array.from({ length: 40 }, (_, at) => coin(100 + at, 1000 + at, 999 + at));

const largestFirst = (coins: readonly SpendableCoin[]): readonly SpendableCoin[] =>
  coins.toSorted((a, b) => Number(b.left.units - a.left.units));

/** What is chosen, after it is certain that the exact search finds nothing. */
const fallback = (coins: readonly SpendableCoin[], asked: Price, maxCoins = LIMIT) => {
  expect(cheapestCoins(largestFirst(coins), asked, maxCoins, refreshOnly)).toBeUndefined();
  const chosen = selectCoins(coins, asked, maxCoins, refreshOnly);
  if (!chosen.ok) return chosen.error;
  const { contributions, total, fees, changeFees } = chosen.value;
  return {
    gives: contributions.map(({ id, contribution }) => [id, Number(contribution.units / 1_000_000n)]),
    cents: [total, fees, changeFees].map(({ units }) => Number(units / 1_000_000n)),
  };
};

describe('when the exact search gives up', () => {
  test('the largest go first, and the last is the smallest that still suffices', () => {
    const purse = [22, 26, 28, 23, 25, 27, 26].map((cents, at) => coin(at, cents));
    expect(fallback([...purse, ...eaten], price(100))).toEqual({
      gives: [
        ['c2', 28],
        ['c5', 27],
        ['c1', 26],
        ['c3', 23],
      ],
      cents: [104, 4, 0],
    });
  });

  test('the change stays in the last coin and costs its refresh; a wire fee is paid too', () => {
    const purse = [1, 2, 3, 4].map((id) => coin(id, 30, 1, id));
    expect(fallback([...purse, ...eaten], price(100, 0, 5))).toEqual({
      gives: [
        ['c1', 30],
        ['c2', 30],
        ['c3', 30],
        ['c4', 19],
      ],
      cents: [109, 9, 4],
    });
  });

  test('what the merchant bears of the fees is not paid', () => {
    const purse = [26, 26, 25, 25].map((cents, at) => coin(at, cents));
    expect(fallback([...purse, ...eaten], price(100, 2))).toMatchObject({ cents: [102, 2, 0] });
    expect(fallback([...purse, ...eaten], price(100, 1))).toEqual({ kind: 'too-many-coins', limit: LIMIT });
  });

  test('what counts is what the fee leaves of a coin, not what it holds', () => {
    const purse = [coin(1, 40, 20), ...[2, 3, 4, 5].map((id) => coin(id, 30, 1))];
    expect(fallback([...purse, ...eaten], price(116))).toMatchObject({ cents: [120, 4, 0] });
  });

  test('of equal coins those that expire first go out, and of those the first by name, in whatever order they lie', () => {
    const purse = [7, 3, 6, 2, 5, 4].map((id) => coin(id, 30));
    expect(fallback([...purse, ...eaten], price(116))).toMatchObject({
      gives: [
        ['c2', 30],
        ['c3', 30],
        ['c4', 30],
        ['c7', 30],
      ],
    });
    const twins = [7, 3, 6, 2, 5, 4].map((id) => ({ ...coin(id, 30), expiresMs: 0 }));
    expect(fallback([...twins, ...eaten], price(116))).toMatchObject({
      gives: [
        ['c2', 30],
        ['c3', 30],
        ['c4', 30],
        ['c7', 30],
      ],
    });
  });

  test('of several ways to pay the cheapest is taken: what the search had when it gave up may be the dearest', () => {
    const purse = [...[28, 27, 26, 26].map((cents, at) => coin(at, cents)), ...eaten];
    const found = cheapestCoins(largestFirst(purse), price(100), 64, refreshOnly);
    expect(found?.some(({ feeDeposit }) => feeDeposit.units > kudos(900).units)).toBe(true);
    const chosen = mustOk(selectCoins(purse, price(100), 64, refreshOnly), 'selection');
    expect([chosen.total, chosen.fees, chosen.changeFees]).toEqual([kudos(104), kudos(4), kudos(1)]);
  });

  test('where the merchant bears all fees, what a coin holds counts and not what its fee leaves', () => {
    const small = Array.from({ length: 50 }, (_, at) => coin(10 + at, 30, 0));
    const purse = [...small, coin(1, 1000, 999), coin(2, 1000, 999)];
    // No coin gives less than its fee: 1998 for a price of 1500, and the cent that stays in each is not worth a refresh.
    expect(fallback(purse, price(1500, 5000))).toEqual({
      gives: [
        ['c1', 999],
        ['c2', 999],
      ],
      cents: [1998, 498, 2],
    });
  });

  test('any such purse: the sum suffices, no coin twice, none that could be left out, and the cost is what was said', () => {
    const kinds = fc.array(fc.tuple(fc.integer({ min: 30, max: 40 }), fc.nat(3), fc.nat(4)), {
      minLength: 4,
      maxLength: 8,
    });
    fc.assert(
      // More than three of them and a cent.
      fc.property(kinds, fc.integer({ min: 122, max: 155 }), fc.nat(5), (sizes, cents, wire) => {
        const good = sizes.map(([size, fee, refresh], at) => coin(at, size, fee, refresh));
        const net = (coins: readonly SpendableCoin[]): bigint =>
          coins.reduce((sum, { left, feeDeposit }) => sum + left.units - feeDeposit.units, 0n);
        const due = kudos(cents + wire).units;
        const most = good
          .map((each) => net([each]))
          .sort((a, b) => Number(b - a))
          .slice(0, LIMIT);
        fc.pre(most.reduce((sum, each) => sum + each, 0n) >= due);
        const asked = price(cents, 0, wire);
        const purse = [...eaten, ...good];
        expect(cheapestCoins(largestFirst(purse), asked, LIMIT, refreshOnly)).toBeUndefined();
        const chosen = selectCoins(purse, asked, LIMIT, refreshOnly);
        if (!chosen.ok) throw new Error('refused what is possible');
        const { contributions, total, fees, changeFees } = chosen.value;
        const used = good.filter(({ id }) => contributions.some((each) => each.id === id));
        expect(used).toHaveLength(contributions.length);
        for (const each of used) expect(net(used) - net([each])).toBeLessThan(due);
        const deposit = used.reduce((sum, { feeDeposit }) => sum + feeDeposit.units, 0n);
        expect(total.units).toBe(due + deposit);
        expect(fees.units).toBe(kudos(wire).units + deposit);
        expect(total.units).toBe(contributions.reduce((sum, { contribution }) => sum + contribution.units, 0n));
        const last = used.find(({ id }) => id === contributions.at(-1)?.id);
        expect(changeFees.units).toBe(refreshOnly(net(used) - due, last?.feeRefresh.units ?? 0n));
      }),
      { numRuns: 60 },
    );
  });
});
