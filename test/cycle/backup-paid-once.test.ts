// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import { openEconomy } from '../support/economy.ts';
import { english } from '../support/english.ts';
import {
  add,
  install,
  outcomes,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

// A place whose shop takes the money and says that it has not is paid once: an order that was begun is this year's payment
// until the exchange's own account of its coins says that it is none.

const world = testWorld();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let sandbox: Sandbox;
let place: SandboxSync;
let mine: Installation;

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:1' }]);
  const [first] = sandbox.syncProviders;
  if (!first) throw new Error('one provider was asked for');
  place = first;
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  mine = install(world);
  place.setAnnualFee('KUDOS:1');
  await withdraw(mine, sandbox, 'KUDOS:20');
});
afterEach(() => {
  const { merchant, exchanges } = sandbox;
  const lists = [merchant.faults, place.faults, ...exchanges.map(({ faults }) => faults)];
  const unused = lists.flatMap((list) => list.unused());
  for (const list of lists) list.clear();
  expect(unused).toEqual([]);
});

const units = (text: string): bigint => amount(text).units;
const begun = () => mine.store.entries('purchase').filter(({ value }) => Object.keys(value.coins).length > 0);
const noteOf = () => mine.backup.providers()[0]?.notes?.[0];
/** What is gone for good or promised to anybody, in units. */
const gone = (had: string): bigint => units(had) - units(total(mine));
const live = async (ms: number, step = 10 * MINUTE): Promise<void> => {
  for (let passed = 0; passed < ms; passed += step) {
    await outcomes(mine);
    await mine.wallet.run();
    world.move(step);
  }
};

describe('a place that takes the money and asks again', () => {
  it('for another order each time, its shop out of order after every deposit: one order is signed, and the screen says who has the money', async () => {
    const had = total(mine);
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { afterHandling: true, status: 500 });
    place.faults.always({ method: 'POST' }, { payAgain: true });
    await add(mine, place.baseUrl);
    await live(4 * HOUR);
    expect(begun()).toHaveLength(1);
    expect(gone(had)).toBeLessThan(units('KUDOS:1.2'));
    expect(noteOf()).toMatchObject({
      kind: 'asks',
      facts: { why: { kind: 'paid-unconfirmed', facts: { taken: 'KUDOS:1' } } },
    });
    const said = noteOf();
    if (said) expect(english('placeNote', said)).toMatch(/Paid and not confirmed: this place took 1\.00 KUDOS/);
    // Whatever it says later in the year, too.
    await live(4 * DAY, 12 * HOUR);
    expect(begun()).toHaveLength(1);
    expect(gone(had)).toBeLessThan(units('KUDOS:1.2'));
    expect(noteOf()).toMatchObject({ kind: 'asks', facts: { why: { kind: 'paid-unconfirmed' } } });
  });

  it('for the same order again and again: the screen says who has the money', async () => {
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { afterHandling: true, status: 500 });
    await add(mine, place.baseUrl);
    expect(begun()).toHaveLength(1);
    const [order] = begun();
    const taler = `taler+http://pay/${new URL(order?.value.merchant_base_url ?? '').host}/${order?.value.order_id}/`;
    place.faults.always({ method: 'POST' }, { status: 402, replaceHeaders: { taler } });
    await live(HOUR);
    expect(noteOf()).toMatchObject({
      kind: 'asks',
      facts: { why: { kind: 'paid-unconfirmed', facts: { taken: 'KUDOS:1' } } },
    });
    await live(2 * DAY, 6 * HOUR);
    expect(noteOf()).toMatchObject({
      kind: 'asks',
      facts: { why: { kind: 'paid-unconfirmed', facts: { taken: 'KUDOS:1' } } },
    });
    expect(begun()).toHaveLength(1);
  });

  it('and refuses the order it has deposited: that order is the year’s payment', async () => {
    const had = total(mine);
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { afterHandling: true, status: 410, code: 2161 });
    place.faults.always({ method: 'POST' }, { payAgain: true });
    await add(mine, place.baseUrl);
    await live(4 * HOUR);
    expect(begun()).toHaveLength(1);
    expect(gone(had)).toBeLessThan(units('KUDOS:1.2'));
    expect(noteOf()).toMatchObject({ kind: 'asks', facts: { why: { kind: 'paid-unconfirmed' } } });
  });

  it('and refuses an order of which it has deposited some coins: that is this year’s payment, and the rest comes back', async () => {
    // Coins so small that the fee takes several.
    const small = await openEconomy(world, {
      exchanges: [{ denominations: [{ value: '0.32' }, { value: '0.02' }] }],
      syncProviders: [{ annualFee: 'KUDOS:1' }],
    });
    mine = install(world);
    await withdraw(mine, small, 'KUDOS:10');
    const had = total(mine);
    const target = small.syncProviders[0];
    if (!target) throw new Error('one provider was asked for');
    small.merchant.faults.once({ method: 'POST', path: '/pay' }, { takeOnly: 2 });
    await add(mine, target.baseUrl);
    small.merchant.faults.always({ method: 'POST', path: '/pay' }, { status: 410, code: 2161 });
    await live(4 * HOUR);
    small.assertAllFaultsHappened();
    expect(begun()).toHaveLength(1);
    expect(gone(had)).toBeLessThan(units('KUDOS:0.7'));
    expect(noteOf()).toMatchObject({ kind: 'asks', facts: { why: { kind: 'paid-unconfirmed' } } });
    await small.close();
  });

  it('for another order each time, and takes nothing: one order’s coins are promised, not one after the other', async () => {
    const had = total(mine);
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { status: 500 });
    await add(mine, place.baseUrl);
    for (const fee of ['KUDOS:0.99', 'KUDOS:0.98', 'KUDOS:0.97']) {
      place.setAnnualFee(fee);
      await live(3 * HOUR);
    }
    // Nothing was deposited, so the one that was begun waits for its deadline, and nothing else is promised meanwhile.
    expect(begun()).toHaveLength(1);
    expect(noteOf()).toMatchObject({ kind: 'paying' });
    expect(gone(had)).toBeLessThan(units('KUDOS:1.2'));
  });

  it('once the person has agreed to pay once more, it is paid once more, and no third time', async () => {
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { afterHandling: true, status: 500 });
    place.faults.always({ method: 'POST' }, { payAgain: true });
    await add(mine, place.baseUrl);
    await live(HOUR);
    await add(mine, place.baseUrl);
    await live(HOUR);
    expect(begun()).toHaveLength(2);
  });
});

describe('what was agreed to', () => {
  it('is not exceeded by half: who agreed to 1 is asked before it costs 1.5', async () => {
    const fees = { feeWithdraw: '0', feeDeposit: '0', feeRefresh: '0.5', feeRefund: '0' };
    const dear = await openEconomy(world, {
      exchanges: [{ denominations: [{ value: '4', ...fees }, { value: '0.1' }] }],
      syncProviders: [{ annualFee: 'KUDOS:1' }],
    });
    mine = install(world);
    await withdraw(mine, dear, 'KUDOS:4');
    expect(await add(mine, dear.syncProviders[0]?.baseUrl ?? '', 'KUDOS:1')).toBe('asks');
    expect(noteOf()).toMatchObject({
      kind: 'asks',
      facts: { why: { kind: 'costs-too-much', facts: { fee: 'KUDOS:1', total: 'KUDOS:1.5' } } },
    });
    expect(begun()).toEqual([]);
    await dear.close();
  });
});

describe('an order that was not paid', () => {
  it('is paid for anew only when its coins are worth nothing to the shop any more', async () => {
    const had = total(mine);
    // The shop refuses; nothing was deposited. It may still do so until the coins have been renewed.
    sandbox.merchant.faults.once({ method: 'POST', path: '/pay' }, { status: 410, code: 2161 });
    for (const { faults } of sandbox.exchanges) faults.always({ path: /melt/ }, { status: 503 });
    await add(mine, place.baseUrl);
    await live(HOUR);
    expect(begun()).toHaveLength(1);
    expect(noteOf()).toMatchObject({ kind: 'unpaid', facts: { why: { kind: 'earlier-order-open' } } });
    for (const { faults } of sandbox.exchanges) faults.clear();
    await live(HOUR);
    expect(begun()).toHaveLength(2);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
    expect(gone(had)).toBeLessThan(units('KUDOS:1.3'));
  });

  it('a shop that refuses order after order gets four a year', async () => {
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { status: 410, code: 2161 });
    await add(mine, place.baseUrl, 'KUDOS:2');
    await live(2 * DAY, HOUR);
    expect(begun()).toHaveLength(4);
    expect(noteOf()).toMatchObject({ kind: 'asks', facts: { why: { kind: 'too-many-orders' } } });
  });
});
