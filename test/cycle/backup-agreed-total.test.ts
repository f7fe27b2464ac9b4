// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { ExchangeChoice, Sandbox, SyncChoice } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { add, install, outcomes, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';

// A person agrees to a total: the yearly fee and what paying it costs with the coins of this wallet. Nothing above it is ever
// paid without asking again, whatever the exchange takes.

const DAY = 24 * 3600_000;
const FREE = { feeWithdraw: '0', feeDeposit: '0', feeRefresh: '0', feeRefund: '0' };
const world = testWorld();
let town: Sandbox;
let mine: Installation;

const open = async (
  denominations: NonNullable<ExchangeChoice['denominations']>,
  place: SyncChoice = { annualFee: 'KUDOS:1' },
): Promise<string> => {
  town = await openEconomy(world, { exchanges: [{ denominations }], syncProviders: [place] });
  mine = install(world);
  return town.syncProviders[0]?.baseUrl ?? '';
};
afterEach(() => town.close());

const feeLines = () => mine.wallet.history().filter(({ type }) => type === 'provider-fee');
const paid = (): readonly string[] => feeLines().map(({ effect }) => effect);
const begun = () => mine.store.entries('purchase').filter(({ value }) => Object.keys(value.coins).length > 0);
const shown = async (target: string): Promise<string> =>
  mustOk(await mine.backup.inspectProvider(target), 'offer').annualTotal ?? 'none';
const why = () => {
  const [note] = mine.backup.providers()[0]?.notes ?? [];
  return note?.kind === 'asks' ? note.facts.why : note;
};
/** Change that costs a fifth of the yearly fee: within the quarter that was once taken without a word. */
const DEAR_CHANGE = [{ value: '4', ...FREE, feeRefresh: '0.2' }, { value: '0.1' }];

describe('the yearly payment of a place', () => {
  it('never takes more than the total that was agreed to: 1 is not 1.2', async () => {
    const target = await open(DEAR_CHANGE);
    await withdraw(mine, town, 'KUDOS:4');
    expect(await add(mine, target, 'KUDOS:1')).toBe('asks');
    expect(why()).toEqual({ kind: 'costs-too-much', facts: { fee: 'KUDOS:1', total: 'KUDOS:1.2' } });
    expect(begun()).toEqual([]);
    expect(await shown(target)).toBe('KUDOS:1.25');
    expect(await add(mine, target, 'KUDOS:1.2')).toBe('stored');
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(paid()).toEqual(['KUDOS:-1.2']);
  });

  it('is shown with absurd deposit fees in it, and costs no more than that', async () => {
    const target = await open([{ value: '1', ...FREE, feeDeposit: '0.5' }], { annualFee: 'KUDOS:4' });
    await withdraw(mine, town, 'KUDOS:12');
    const total = await shown(target);
    // Four coins would pay it; their fees take as much again, unless the shop bears a part.
    expect(total).toBe('KUDOS:8');
    expect(await add(mine, target, 'KUDOS:5')).toBe('asks');
    expect(begun()).toEqual([]);
    expect(await add(mine, target, total)).toBe('stored');
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(paid()).toEqual(['KUDOS:-6']);
  });

  it('with nothing to pay it yet, is shown with room for what it may cost', async () => {
    const target = await open(DEAR_CHANGE);
    expect(await shown(target)).toBe('KUDOS:1.25');
  });

  it('out of a reserve, the coins drawn apart for it are within the total, too', async () => {
    const target = await open([
      { value: '1', ...FREE, feeWithdraw: '0.4', feeDeposit: '0.2' },
      { value: '8', ...FREE },
    ]);
    mine = install(world, { gated: true });
    await mine.wallet.addExchange(town.exchanges[0]?.baseUrl ?? '');
    const operation = await town.bank.createWithdrawal('KUDOS:10.8');
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
    await operation.confirm();
    await mine.wallet.run();
    expect(await add(mine, target, 'KUDOS:1.3')).toBe('payment-required');
    for (let round = 0; round < 4; round += 1) {
      world.move(3600_000);
      await mine.wallet.run();
      await outcomes(mine);
    }
    expect(mine.store.coins({})).toEqual([]);
    expect(mine.wallet.pending()).toMatchObject([{ why: { facts: { why: 'fees-too-high' } } }]);
    // One coin of 1 pays 0.8, two pay it with change; each costs 0.4 to have.
    const total = await shown(target);
    expect(amount(total).units).toBeGreaterThanOrEqual(amount('KUDOS:2.2').units);
    expect(await add(mine, target, total)).toBe('stored');
  });

  it('what drawing coins for it alone costs is part of the total, in the quote and before paying', async () => {
    // A coin of 1 pays it, and costs 0.4 to have.
    const target = await open([
      { value: '1', ...FREE, feeWithdraw: '0.4' },
      { value: '8', ...FREE },
    ]);
    mine = install(world, { gated: true });
    await mine.wallet.addExchange(town.exchanges[0]?.baseUrl ?? '');
    const operation = await town.bank.createWithdrawal('KUDOS:2.8');
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri, { shown: 'KUDOS:2' }), 'withdrawal');
    await operation.confirm();
    await mine.wallet.run();
    // Drawing 2.8 costs 0.8, which was agreed to with the withdrawal; the place was agreed to for 1.2, and costs 1.4.
    expect(await add(mine, target, 'KUDOS:1.2')).toBe('payment-required');
    for (let round = 0; round < 3; round += 1) {
      world.move(3600_000);
      await mine.wallet.run();
      await outcomes(mine);
    }
    expect([begun(), mine.store.coins({})]).toEqual([[], []]);
    const total = await shown(target);
    expect(amount(total).units).toBeGreaterThanOrEqual(amount('KUDOS:1.4').units);
    expect(await add(mine, target, total)).toBe('stored');
  });

  it('what coins cost that were drawn for an order that came to nothing counts in its year', async () => {
    // A coin of 1 pays it and costs 0.4 to have; renewed it is 0.5.
    const target = await open([
      { value: '1', ...FREE, feeWithdraw: '0.4', feeRefresh: '0.2' },
      { value: '0.5', ...FREE },
    ]);
    mine = install(world, { gated: true });
    await mine.wallet.addExchange(town.exchanges[0]?.baseUrl ?? '');
    const operation = await town.bank.createWithdrawal('KUDOS:4.2');
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri, { shown: 'KUDOS:3' }), 'withdrawal');
    await operation.confirm();
    await mine.wallet.run();
    town.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
    await add(mine, target, 'KUDOS:2');
    for (let round = 0; round < 4; round += 1) {
      world.move(DAY);
      await mine.wallet.run();
      await outcomes(mine);
    }
    expect([feeLines().map(({ state }) => state), begun()[0]?.value.drawn]).toEqual([['expired'], 'KUDOS:0.4']);
    expect(mine.wallet.pending()).toMatchObject([{ why: { facts: { why: 'fees-too-high' } } }]);
    expect(await add(mine, target, 'KUDOS:2')).toBe('stored');
  });

  it.each([['ran ahead'], ['ran behind']] as const)(
    'an agreement under a clock that %s counts neither more nor less',
    async (how) => {
      const dear = { ...FREE, feeRefresh: '0.2' };
      const target = await open([
        { value: '4', ...dear },
        { value: '0.4', ...dear },
      ]);
      await withdraw(mine, town, 'KUDOS:16');
      const off = how === 'ran ahead' ? 200 * DAY : -200 * DAY;
      // Agreed to under the wrong clock; a free place would not notice.
      town.merchant.faults.always({ path: '/orders' }, { status: 503 });
      world.move(off);
      await add(mine, target, 'KUDOS:1.3');
      world.move(-off);
      town.merchant.faults.clear();
      town.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
      for (let round = 0; round < 4; round += 1) {
        world.move(DAY);
        await outcomes(mine);
        await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
      }
      const all = paid().reduce((sum, text) => sum + amount(text.replace('-', '')).units, 0n);
      expect(all).toBeLessThanOrEqual(amount('KUDOS:1.3').units);
      expect(why()).toMatchObject({ kind: 'costs-too-much', facts: { fee: 'KUDOS:1', total: 'KUDOS:1.2' } });
      expect(await add(mine, target, 'KUDOS:1.3')).toBe('stored');
    },
  );

  it('counts what earlier orders of the same year have cost, though they were refused', async () => {
    // Whatever pays 1 here costs 0.2, and so does every renewal.
    const dear = { ...FREE, feeRefresh: '0.2' };
    const target = await open([
      { value: '4', ...dear },
      { value: '0.4', ...dear },
    ]);
    await withdraw(mine, town, 'KUDOS:16');
    // The fresh order would be paid with another coin of 4, at once.
    town.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
    await add(mine, target, 'KUDOS:1.3');
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    for (let round = 0; round < 3; round += 1) {
      world.move(DAY);
      await outcomes(mine);
      await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    }
    const all = paid().reduce((sum, text) => sum + amount(text.replace('-', '')).units, 0n);
    expect(all).toBeLessThanOrEqual(amount('KUDOS:1.3').units);
    expect(why()).toMatchObject({ kind: 'costs-too-much', facts: { fee: 'KUDOS:1', total: 'KUDOS:1.2' } });
    // Whoever agrees anew agrees to what comes from then on.
    expect(await add(mine, target, 'KUDOS:1.3')).toBe('stored');
  });

  it('is asked about next year when other coins make it dearer, or its price has risen', async () => {
    const target = await open([{ value: '1', ...FREE }, ...DEAR_CHANGE]);
    await withdraw(mine, town, 'KUDOS:5');
    expect(await shown(target)).toBe('KUDOS:1');
    expect(await add(mine, target, await shown(target))).toBe('stored');
    expect(paid()).toEqual(['KUDOS:-1']);
    world.move(360 * DAY);
    await mine.backup.cycle();
    expect(mine.backup.providers()[0]?.notes?.[0]).toMatchObject({
      kind: 'renewal',
      facts: { why: { kind: 'asks', facts: { why: { kind: 'costs-too-much', facts: { total: 'KUDOS:1.2' } } } } },
    });
    town.syncProviders[0]?.setAnnualFee('KUDOS:2');
    await mine.backup.cycle();
    expect(mine.backup.providers()[0]?.notes?.[0]).toMatchObject({
      kind: 'renewal',
      facts: {
        why: { kind: 'asks', facts: { why: { kind: 'fee-above-cap', facts: { fee: 'KUDOS:2', cap: 'KUDOS:1' } } } },
      },
    });
    expect(paid()).toEqual(['KUDOS:-1']);
  });

  it('of which an older wallet only wrote the fee down, is that fee and nothing on top', async () => {
    const target = await open(DEAR_CHANGE);
    await withdraw(mine, town, 'KUDOS:4');
    await add(mine, target, 'KUDOS:1');
    mine.store.transaction((tx) => {
      const { max_total: _total, agreed_orders: _orders, ...former } = tx.entry('provider', target)?.value ?? {};
      tx.put('provider', target, { ...former, max_fee: 'KUDOS:1' } as never);
    });
    world.move(DAY);
    expect(await outcomes(mine)).toEqual(['asks']);
    expect(begun()).toEqual([]);
  });
});
