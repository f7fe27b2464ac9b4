// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cheapestCoins } from '../../electron/wallet/coins/cheapest.ts';
import { mostOf } from '../../electron/wallet/spend/most.ts';
import { changeCosts, costOf, selectCoins, selectDenominations } from '../../electron/wallet/coins/selection.ts';
import type { ChangeCost, Price, SpendableCoin } from '../../electron/wallet/coins/spendable.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { coin, denomination, kudos, NOW, price, refreshOnly } from '../support/purse.ts';

describe('coins for a price', () => {
  const chosen = (coins: readonly SpendableCoin[], asked: Price) => {
    const result = selectCoins(coins, asked, 100, refreshOnly);
    if (!result.ok) return result.error;
    return result.value.contributions.map(({ id, contribution }) => `${id} ${amountToText(contribution)}`);
  };

  test('exact coins are preferred, for change costs a fee', () => {
    const purse = [coin(1, 1000, 1, 2), coin(2, 201), coin(3, 101)];
    expect(chosen(purse, price(300))).toEqual(['c2 KUDOS:2.01', 'c3 KUDOS:1.01']);
  });

  test('of equal coins the one that expires first goes out', () => {
    expect(chosen([coin(2, 500), coin(1, 500)], price(100))).toEqual(['c1 KUDOS:1.01']);
  });

  test('the merchant bears fees up to its allowance, and no coin gives less than its own fee', () => {
    expect(chosen([coin(1, 500)], price(100, 1))).toEqual(['c1 KUDOS:1']);
    expect(chosen([coin(1, 500, 5)], price(1, 5))).toEqual(['c1 KUDOS:0.05']);
  });

  test('an order over nothing takes no coins', () => expect(chosen([], price(0))).toEqual([]));

  test('too little says what there is and what it takes', () => {
    expect(chosen([coin(1, 100)], price(100))).toEqual({
      kind: 'insufficient-balance',
      available: 'KUDOS:1',
      needed: 'KUDOS:1.01',
      fees: 'KUDOS:0.01',
    });
  });

  test('more coins than a request takes is said so', () => {
    const dust = Array.from({ length: 20 }, (_, id) => coin(id, 5));
    expect(selectCoins(dust, price(60), 10, refreshOnly)).toEqual({
      ok: false,
      error: { kind: 'too-many-coins', limit: 10 },
    });
  });

  test('any purse: what is chosen covers price and fees, within each coin; refusal only when all together do not', () => {
    const purse = fc.array(fc.tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 4 })), {
      maxLength: 12,
    });
    const asked = fc.record({
      cents: fc.integer({ min: 1, max: 3000 }),
      allowance: fc.integer({ min: 0, max: 10 }),
      wire: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(purse, asked, (sizes, { cents, allowance, wire }) => {
        const coins = sizes.map(([size, fee], id) => coin(id, size, fee));
        const want = price(cents, allowance, wire);
        const result = selectCoins(coins, want, 100, refreshOnly);
        const usable = coins.filter(({ left, feeDeposit }) => left.units > feeDeposit.units);
        const excess = (fees: bigint): bigint => (fees > want.feeAllowance.units ? fees - want.feeAllowance.units : 0n);
        if (!result.ok) {
          const all = usable.reduce((sum, { left }) => sum + left.units, 0n);
          const fees = usable.reduce((sum, { feeDeposit }) => sum + feeDeposit.units, want.wireFee.units);
          // With coins that only add fees left out there may be a way; all single coins must fail at least.
          expect(all < want.price.units + excess(fees)).toBe(true);
          return;
        }
        let given = 0n;
        let fees = want.wireFee.units;
        for (const { id, contribution, feeDeposit } of result.value.contributions) {
          const source = coins.find((each) => each.id === id);
          expect(contribution.units).toBeLessThanOrEqual(source?.left.units ?? 0n);
          expect(contribution.units).toBeGreaterThanOrEqual(feeDeposit.units);
          given += contribution.units;
          fees += feeDeposit.units;
        }
        expect(new Set(result.value.contributions.map(({ id }) => id)).size).toBe(result.value.contributions.length);
        expect(given).toBeGreaterThanOrEqual(want.price.units + excess(fees));
        expect(result.value.total.units).toBe(given);
      }),
      { numRuns: 400 },
    );
  });

  test('any purse: the most it can pay at once goes through, and one unit more does not', () => {
    const purse = fc.array(fc.tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 4 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(purse, fc.integer({ min: 1, max: 12 }), (sizes, maxCoins) => {
        const coins = sizes.map(([size, fee], id) => coin(id, size, fee));
        const most = mostOf(coins, maxCoins);
        const pays = (units: bigint): boolean =>
          selectCoins(coins, { ...price(0), price: { currency: 'KUDOS', units } }, maxCoins, refreshOnly).ok;
        expect([most, pays(most), pays(most + 1n)]).toEqual([most, true, false]);
      }),
      { numRuns: 400 },
    );
  });

  test('change that is not worth its refresh costs no more than itself', () => {
    const result = selectCoins([coin(1, 103, 1, 5)], price(100), 10, refreshOnly);
    expect(result).toMatchObject({ ok: true, value: { changeFees: kudos(2) } });
  });

  test('the coin with the smallest refresh fee keeps the change', () => {
    const purse = [coin(1, 500, 0, 4), coin(2, 500, 0, 1)];
    expect(chosen(purse, price(700))).toEqual(['c1 KUDOS:5', 'c2 KUDOS:2']);
  });

  /** Every set of coins, with any one of them keeping the change: what the cheapest costs, and of how many coins it is. */
  const bruteForce = (coins: readonly SpendableCoin[], want: Price, maxCoins: number, changeCost: ChangeCost) => {
    let best: { cost: bigint; count: number } | undefined;
    for (let set = 1; set < 2 ** coins.length; set++) {
      const chosenCoins = coins.filter((_, at) => (set >> at) % 2 === 1);
      if (chosenCoins.length > maxCoins) continue;
      const fees = chosenCoins.reduce((sum, { feeDeposit }) => sum + feeDeposit.units, 0n);
      const all = fees + want.wireFee.units;
      const excess = all > want.feeAllowance.units ? all - want.feeAllowance.units : 0n;
      const asked = want.price.units + excess;
      const due = asked > fees ? asked : fees;
      const surplus = chosenCoins.reduce((sum, { left }) => sum + left.units, 0n) - due;
      if (surplus < 0n) continue;
      const keepers = chosenCoins.filter(({ left, feeDeposit }) => left.units - feeDeposit.units >= surplus);
      if (surplus > 0n && keepers.length === 0) continue;
      const change = keepers.reduce<bigint>((least, { feeRefresh }) => {
        const one = changeCost(surplus, feeRefresh.units);
        return one < least ? one : least;
      }, surplus);
      const cost = due - want.price.units + (surplus === 0n ? 0n : change);
      if (!best || cost < best.cost || (cost === best.cost && chosenCoins.length < best.count))
        best = { cost, count: chosenCoins.length };
    }
    return best;
  };

  test('no other set of coins costs less, and none that costs the same is of fewer coins', () => {
    const purse = fc.array(
      fc.tuple(
        fc.constantFrom(5, 10, 20, 50, 100, 200, 500, 37),
        fc.constantFrom(0, 0, 1, 2),
        fc.constantFrom(0, 1, 3),
      ),
      { minLength: 1, maxLength: 9 },
    );
    const asked = fc.record({
      cents: fc.integer({ min: 1, max: 900 }),
      allowance: fc.constantFrom(0, 0, 1, 2, 10),
      wire: fc.constantFrom(0, 0, 1, 5),
      maxCoins: fc.constantFrom(2, 3, 9, 9),
    });
    fc.assert(
      fc.property(purse, asked, (sizes, { cents, allowance, wire, maxCoins }) => {
        const coins = sizes.map(([size, deposit, refresh], id) => coin(id, size, deposit, refresh));
        const want = price(cents, allowance, wire);
        const best = bruteForce(coins, want, maxCoins, refreshOnly);
        const result = selectCoins(coins, want, maxCoins, refreshOnly);
        if (!best) return;
        if (!result.ok) throw new Error('refused what is possible');
        const cost = result.value.fees.units + result.value.changeFees.units;
        expect(cost).toBeLessThanOrEqual(best.cost);
        expect(result.value.contributions.length).toBeLessThanOrEqual(maxCoins);
        if (cost === best.cost) expect(result.value.contributions.length).toBeLessThanOrEqual(best.count);
      }),
      { numRuns: 500 },
    );
  });

  test('nor does any other set cost less when new coins have fees of their own and do not fit every sum', () => {
    const kinds = [1, 2, 4, 8, 16, 32, 64, 100, 200, 400, 800].map((cents) => {
      const fee = cents < 100 ? '0' : '0.01';
      return denomination(String(cents / 100), fee, {
        feeDeposit: amount(`KUDOS:${fee}`),
        feeRefresh: amount(cents < 16 ? 'KUDOS:0' : 'KUDOS:0.01'),
      });
    });
    // Coarse kinds leave a rest that fits none of them, and dear ones are worth avoiding.
    const coarse = [denomination('0.25', '0.01'), denomination('1', '0.03'), denomination('5', '0.1')];
    const purse = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    const asked = fc.record({
      cents: fc.integer({ min: 1, max: 1200 }),
      allowance: fc.constantFrom(0, 0, 1, 4),
      offered: fc.constantFrom(kinds, coarse),
    });
    fc.assert(
      fc.property(purse, asked, (picks, { cents, allowance, offered }) => {
        const coins = picks.flatMap((pick, id): readonly SpendableCoin[] => {
          const kind = offered[pick % offered.length];
          return kind
            ? [
                {
                  id: `c${id}`,
                  left: kind.value,
                  feeDeposit: kind.feeDeposit,
                  feeRefresh: kind.feeRefresh,
                  expiresMs: NOW,
                },
              ]
            : [];
        });
        const want = price(cents, allowance);
        const changeCost = changeCosts(offered, NOW);
        const best = bruteForce(coins, want, 9, (change, feeRefresh) => {
          // By the selection that plans the refresh itself, not by the shortcut under test.
          const budget = { currency: 'KUDOS', units: change > feeRefresh ? change - feeRefresh : 0n };
          return change - selectDenominations(offered, budget, { nowMs: NOW, maxCoins: 60 }).value.units;
        });
        const result = selectCoins(coins, want, 9, changeCost);
        if (!best) return;
        if (!result.ok) throw new Error('refused what is possible');
        expect(result.value.fees.units + result.value.changeFees.units).toBe(best.cost);
      }),
      { numRuns: 500 },
    );
  });

  test('at one cost the fewest coins, then those that expire first, then the least change', () => {
    const free = (id: number, cents: number) => coin(id, cents, 0);
    const fewest = [free(1, 60), free(2, 30), free(3, 10), free(8, 50), free(9, 50)];
    expect(chosen(fewest, price(100))).toEqual(['c8 KUDOS:0.5', 'c9 KUDOS:0.5']);
    expect(chosen([free(8, 60), free(9, 40), free(1, 50), free(2, 50)], price(100))).toEqual([
      'c1 KUDOS:0.5',
      'c2 KUDOS:0.5',
    ]);
    expect(chosen([free(1, 60), free(2, 40), free(8, 50), free(9, 50)], price(100))).toEqual([
      'c1 KUDOS:0.6',
      'c2 KUDOS:0.4',
    ]);
    const little = [free(1, 150), free(1, 120)].map((each, at) => ({ ...each, id: `d${at}` }));
    expect(chosen(little, price(100))).toEqual(['d1 KUDOS:1']);
  });

  test('the exact search knows that a coin gives its own fee at least, and keeps all the rest', () => {
    const ids = (coins: readonly SpendableCoin[], asked: Price) =>
      cheapestCoins(coins, asked, 9, refreshOnly)?.map(({ id }) => id);
    expect(ids([coin(1, 500, 5)], price(1, 5))).toEqual(['c1']);
    // Each of them has one cent beyond its fee, and two are too much: no coin can keep that.
    expect(ids([coin(1, 1000, 999), coin(2, 1000, 999)], price(1500, 5000))).toBeUndefined();
  });

  test('a coin that its fee eats is not used and not counted', () => {
    expect(chosen([coin(1, 100), coin(2, 3, 3)], price(200))).toMatchObject({
      available: 'KUDOS:1',
      needed: 'KUDOS:2.01',
    });
  });

  test('all that a choice costs is its fees and what its change loses', () => {
    const result = selectCoins([coin(1, 500, 1, 3)], price(100, 0, 2), 10, refreshOnly);
    expect(result.ok && costOf(result.value)).toBe(kudos(6).units);
  });

  test('change below the refresh fee is lost whole, and what fits no coin once', () => {
    const cent = denomination('0.01', '0', { feeDeposit: amount('KUDOS:0') });
    expect(changeCosts([cent], NOW)(kudos(1).units, kudos(5).units)).toBe(kudos(1).units);
    expect(changeCosts([cent], NOW)(kudos(5).units, kudos(5).units)).toBe(kudos(5).units);
    expect(changeCosts([denomination('1', '0')], NOW)(kudos(150).units, 0n)).toBe(kudos(50).units);
  });

  test('change of more coins than one refresh makes costs one refresh after the other', () => {
    const cent = denomination('0.01', '0', { feeDeposit: amount('KUDOS:0'), feeRefresh: amount('KUDOS:0') });
    // 151 cents: 60, then 60, then 28 coins, each time after a fee of one cent.
    expect(changeCosts([cent], NOW)(kudos(151).units, kudos(1).units)).toBe(kudos(3).units);
  });

  test('a purse made to be hard still gets an answer that pays', () => {
    const purse = Array.from({ length: 60 }, (_, id) => coin(id, 101 + 7 * id, id % 5, id % 3));
    const result = selectCoins(purse, price(5_003), 40, refreshOnly);
    expect(result.ok && result.value.total.units >= kudos(5_003).units).toBe(true);
  });
});
