// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { addProvider, backedUp, cycle, expectProtected, free, put, restoredFrom } from './fail-nth-backup-flows.ts';
import { fund } from './fail-nth-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, openImage, totalUnits, type Device, type Lab, type Open } from './fail-nth-lab.ts';
import { takeOver } from './takeover-lab.ts';

// Two devices, one past: a wallet is left, taken over, kept; its directory is copied.

const MINUTE_MS = 60_000;

/** What exchanging coins for new ones has cost; a device that is told of others renews its coins sooner or later. */
const renewalFees = ({ wallet }: Open): bigint =>
  wallet.history().reduce((sum, line) => (line.type === 'refresh' ? sum + amount(line.fees).units : sum), 0n);

const standing = ({ backup }: Open): string => backup.devices().standing;

const rootOf = ({ store }: Open): Uint8Array => openSecret(store.local.rootSecret() ?? expect.fail('no root secret'));

/** What is due later is due now: audits of exchanges that did not answer, marks at providers that did not. */
const later = async (lab: Lab, open: Open): Promise<void> => {
  lab.world.move(11 * MINUTE_MS);
  await open.backup.run();
  await cycle(open);
};

/** The wallet is left, and then whoever has the sheet finds all of it. */
export const leave: Flow = {
  name: 'leave the wallet',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.62');
    const before = openDevice(lab, device);
    const [recoveryText, whole] = [mustOk(before.backup.recoveryText(), 'text'), totalUnits(before.wallet)];
    const next = newDevice();
    return {
      device,
      others: [next],
      act: async ({ backup }) => {
        if (backup.state() === 'initialized') mustOk(await backup.abandon(), 'leaving');
      },
      check: async (open) => {
        expect([open.backup.state(), standing(open)]).toEqual(['uninitialized', 'abandoned']);
        expect(open.store.local.providerProgresses()).toEqual([]);
        const taker = openDevice(lab, next);
        // That the device has left is what the providers say: nobody is asked whether it may still be in use.
        mustOk(await takeOver(taker, { recoveryText }), 'takeover');
        expect(totalUnits(taker.wallet)).toBe(whole);
      },
    };
  },
};

const leftWallet = async (lab: Lab): Promise<{ readonly recoveryText: string; readonly money: bigint }> => {
  const left = openDevice(lab, await backedUp(lab, 'KUDOS:0.74'));
  const recoveryText = mustOk(left.backup.recoveryText(), 'text');
  expect(mustOk(await left.backup.abandon(), 'leaving').state).toBe('abandoned');
  return { recoveryText, money: totalUnits(left.wallet) };
};

/** Done again until it has happened; afterwards nothing is asked again. */
const takeOverOnce = async (open: Open, recoveryText: string): Promise<void> => {
  if (open.store.local.undoCopies().length === 0) mustOk(await takeOver(open, { recoveryText }), 'takeover');
};

/** An empty device without a backup goes on with a wallet that was left. */
export const takeoverToContinue: Flow = {
  name: 'takeover to go on with a wallet',
  prepare: async (lab) => {
    const { recoveryText, money } = await leftWallet(lab);
    return {
      device: newDevice(),
      act: async (open) => {
        await takeOverOnce(open, recoveryText);
        await later(lab, open);
      },
      check: (open) => {
        expect(totalUnits(open.wallet) + renewalFees(open)).toBe(money);
        expect(open.backup.devices().devices.map(({ status, here }) => [status, here])).toEqual([
          ['active', true],
          ['taken-over', false],
        ]);
        expect(open.store.local.mark('audit-due')).toBeUndefined();
        expectProtected(open, lab);
      },
    };
  },
};

/** A device with money and without a backup gets a secret of its own; what it took over is paid to itself once there is a place for copies. */
export const takeoverWithMoney: Flow = {
  name: 'takeover with money and no backup',
  prepare: async (lab) => {
    const { recoveryText, money } = await leftWallet(lab);
    const device = newDevice();
    await fund(lab, openDevice(lab, device), 'KUDOS:0.22');
    return {
      device,
      act: async (open) => {
        await takeOverOnce(open, recoveryText);
        await addProvider(open, free(lab));
        await later(lab, open);
        await open.backup.run();
        await cycle(open);
      },
      check: async (open) => {
        expect(totalUnits(open.wallet) + renewalFees(open)).toBe(money + 22_000_000n);
        expect(await open.wallet.quoteReissue()).toEqual([]);
        expect(open.backup.devices().devices.map(({ status, here }) => [status, here])).toEqual([['active', true]]);
        expectProtected(open, lab);
      },
    };
  },
};

/** A device with a backup joins the money of a wallet that was left, pays it to itself, and tells that wallet's providers so. */
export const takeoverToJoin: Flow = {
  name: 'takeover to join the money',
  prepare: async (lab) => {
    const { recoveryText, money } = await leftWallet(lab);
    const device = await backedUp(lab, 'KUDOS:0.62');
    const root = rootOf(openDevice(lab, device));
    const own = totalUnits(openDevice(lab, device).wallet);
    const known = new Set(
      openDevice(lab, device)
        .store.coins({})
        .map(({ id }) => id),
    );
    return {
      device,
      act: async (open) => {
        await takeOverOnce(open, recoveryText);
        await later(lab, open);
      },
      check: async (open) => {
        expect(totalUnits(open.wallet) + renewalFees(open)).toBe(money + own);
        // No coin of theirs is left in use: those we hold are ours of before, or drawn from a reserve of ours that a payment to ourselves filled.
        const drawn = new Set(open.store.entries('push-in').map(({ value }) => value.withdrawal));
        expect(drawn.size).toBeGreaterThan(0);
        for (const { id, value } of open.store.coins({ status: 'fresh' }))
          expect(known.has(id) || drawn.has(value.source_id)).toBe(true);
        expect(await open.wallet.quoteReissue()).toEqual([]);
        expect(open.store.local.mark('taken-over-wallets')).toBeUndefined();
        expect(rootOf(open)).toEqual(root);
        expect(await openDevice(lab, newDevice()).backup.takeover({ recoveryText })).toMatchObject({
          error: { kind: 'not-abandoned', status: 'taken-over' },
        });
        expectProtected(open, lab);
      },
    };
  },
};

/** A device that another one has superseded is kept after all; the other stops. */
export const keepThisDevice: Flow = {
  name: 'keep this device',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.62');
    const other = await restoredFrom(lab, device);
    await cycle(openDevice(lab, device));
    expect(standing(openDevice(lab, device))).toBe('superseded');
    return {
      device,
      others: [other],
      act: async (open) => {
        mustOk(await open.backup.keepDevice(), 'kept');
        await later(lab, open);
      },
      check: async (open) => {
        expect(standing(open)).toBe('active');
        expect(open.store.local.mark('audit-due')).toBeUndefined();
        expect(totalUnits(open.wallet) + renewalFees(open)).toBe(62_000_000n);
        const elsewhere = openDevice(lab, other);
        await cycle(elsewhere);
        expect(standing(elsewhere)).not.toBe('active');
        await cycle(open);
        expect(contentToJson(elsewhere.store.snapshot())).toBe(contentToJson(open.store.snapshot()));
        expectProtected(open, lab);
      },
    };
  },
};

/** The data directory was copied and both copies go on: whoever hears the other first gets an id of its own. */
export const clonedDirectory: Flow = {
  name: 'copied data directory',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.62');
    const copy = cloneOf(device);
    const [id, before] = [openDevice(lab, device).store.deviceId(), openDevice(lab, copy)];
    expect(before.store.deviceId()).toBe(id);
    put(before, 'there', 'written there');
    await before.backup.cycle();
    return {
      device,
      others: [copy],
      act: async (open) => {
        put(open, 'here', 'written here');
        await cycle(open);
        await later(lab, open);
      },
      check: async (open) => {
        expect(open.store.deviceId()).not.toBe(id);
        expect(totalUnits(open.wallet) + renewalFees(open)).toBe(62_000_000n);
        const elsewhere = openDevice(lab, copy);
        await cycle(elsewhere);
        await cycle(open);
        expect([standing(open), standing(elsewhere)]).toEqual(['active', 'taken-over']);
        for (const name of ['here', 'there'])
          expect(elsewhere.store.entry('setting', name)?.value.value).toBe(`written ${name}`);
        expect(contentToJson(elsewhere.store.snapshot())).toBe(contentToJson(open.store.snapshot()));
        expectProtected(open, lab);
      },
    };
  },
};

const cloneOf = ({ db, log }: Device): Device => ({ ...newDevice(), db: openImage(db.sqlite.serialize()), log });
