// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { agreeToRenewals } from '../support/renewals.ts';
import { backedUp, cycle, expectProtected, restoredFrom } from './fail-nth-backup-flows.ts';
import { fundedDevice } from './fail-nth-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import {
  DENOMINATIONS,
  newDevice,
  openDevice,
  rest,
  totalUnits,
  type Device,
  type Lab,
  type Open,
} from './fail-nth-lab.ts';

// Coins that are exchanged for new ones without a payment: for their age, after a restore, for a revoked key, and change found by link.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Coins that live a hundred days, and new keys every other day: a case uses up a hundred, or revokes one. */
export const SHORT_LIVED = DENOMINATIONS.map((each) => ({ ...each, withdrawMs: 30 * DAY_MS, depositMs: 100 * DAY_MS }));

const refreshFees = ({ wallet }: Open): bigint =>
  wallet.history().reduce((sum, line) => (line.type === 'refresh' ? sum + amount(line.fees).units : sum), 0n);

const lostNothing = ({ wallet }: Open): void =>
  expect(wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);

const unused = ({ store }: Open): ReadonlySet<string> => new Set(store.coins({ status: 'fresh' }).map(({ id }) => id));

/** The last twelve of their hundred days begin: all are exchanged for new ones, at hours of their own. */
export const renewBeforeExpiry: Flow = {
  name: 'renewal before expiry',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const [old, before] = [unused(openDevice(lab, device)), totalUnits(openDevice(lab, device).wallet)];
    lab.world.move(88 * DAY_MS);
    return {
      device,
      act: async (open) => {
        await rest(open);
        lab.world.move(DAY_MS);
        await rest(open);
      },
      check: (open) => {
        lostNothing(open);
        for (const id of unused(open)) expect(old.has(id)).toBe(false);
        const lines = open.wallet.history().filter(({ type }) => type === 'refresh');
        expect(lines.map(({ state }) => state)).toEqual(lines.map(() => 'done'));
        expect(lines.map(({ title }) => title?.kind)).toContain('expiry');
        expect(totalUnits(open.wallet) + refreshFees(open)).toBe(before);
      },
    };
  },
};

/** Some minutes after a restore its person is asked, and agrees: the coins become ones the lost machine does not know. */
export const renewAfterRestore: Flow = {
  name: 'renewal after a restore',
  prepare: async (lab) => {
    const device = await restoredFrom(lab, await backedUp(lab, 'KUDOS:0.62'));
    const before = openDevice(lab, device);
    const known = new Set(before.store.entries('withdrawal').flatMap(({ value }) => Object.keys(value.batches)));
    return {
      device,
      act: async (open) => {
        lab.world.move(11 * MINUTE_MS);
        await open.backup.run();
        await agreeToRenewals(open.wallet);
        await cycle(open);
      },
      check: (open) => {
        lostNothing(open);
        expect(open.store.local.mark('renewal-due')).toBeUndefined();
        for (const id of unused(open)) for (const seed of known) expect(id.startsWith(`${seed}/`)).toBe(false);
        expect(totalUnits(open.wallet) + refreshFees(open)).toBe(62_000_000n);
        expectProtected(open, lab);
      },
    };
  },
};

const revoke = (lab: Lab, open: Open, value: string): void => {
  const [coin] = open.store.coins({ status: 'fresh' }).filter((each) => each.value.v === value);
  lab.sandbox.exchanges[0]?.revokeDenomination((coin ?? expect.fail('no such coin')).value.h);
};

/** The key of a coin that was withdrawn is revoked: its value goes back to the reserve and is withdrawn again. */
export const recoupWithdrawn: Flow = {
  name: 'recoup of a withdrawn coin',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    revoke(lab, openDevice(lab, device), 'KUDOS:2');
    // The next keys are valid then, and the next look at the coins is due.
    lab.world.move(24 * DAY_MS);
    return {
      device,
      act: rest,
      check: (open) => {
        lostNothing(open);
        expect(open.store.coins({ status: 'fresh' }).length).toBeGreaterThan(0);
        // Withdrawing again costs what withdrawing costs; a rest too small for any coin stays in the reserve.
        expect(totalUnits(open.wallet)).toBeGreaterThanOrEqual(256_000_000n);
      },
    };
  },
};

/** The key of change is revoked: its value goes back to the coin it was made of, and new change is made. */
export const recoupChange: Flow = {
  name: 'recoup of change',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.01');
    await pay(lab, device, 'KUDOS:1.2');
    const open = openDevice(lab, device);
    const before = totalUnits(open.wallet);
    revoke(lab, open, 'KUDOS:0.5');
    lab.world.move(24 * DAY_MS);
    return {
      device,
      act: rest,
      check: (again) => {
        lostNothing(again);
        expect(before - totalUnits(again.wallet)).toBeLessThanOrEqual(4_000_000n);
      },
    };
  },
};

const pay = async (lab: Lab, device: Device, price: string): Promise<void> => {
  const open = openDevice(lab, device);
  const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
  await rest(open);
};

/** Only a copy from before two payments is left: their change, and the change of that change, is found and exchanged. */
export const changeByLink: Flow = {
  name: 'change found by link',
  prepare: async (lab) => {
    const lost = await fundedDevice(lab, 'KUDOS:2.01');
    const device = newDevice();
    const copy = openDevice(lab, lost).store.snapshot();
    openDevice(lab, device).store.transaction((tx) => tx.join(copy));
    await pay(lab, lost, 'KUDOS:0.3');
    await pay(lab, lost, 'KUDOS:1.2');
    const there = totalUnits(openDevice(lab, lost).wallet);
    return {
      device,
      copySpent: true,
      act: async (open) => {
        await open.wallet.auditCoins({}, 'find');
        await rest(open);
      },
      check: async (open) => {
        expect(await open.wallet.auditCoins({}, 'find')).toMatchObject({ spentElsewhere: 0, exchangesSilent: [] });
        expect(there - totalUnits(open.wallet)).toBeLessThanOrEqual(10_000_000n);
      },
    };
  },
};
