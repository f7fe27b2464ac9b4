// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { backedUp } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, totalUnits, type Open } from './fail-nth-lab.ts';

/** Everything to a phone, taken, then left for good: each coin is in exactly one place. */
export const emptyToPhone: Flow = {
  name: 'empty to a phone',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:2.62');
    const whole = totalUnits(openDevice(lab, device).wallet);
    const phone = newDevice();
    mustOk(await openDevice(lab, phone).wallet.addExchange(lab.exchange), 'exchange');
    return {
      device,
      others: [phone],
      act: async (open) => {
        const { backup } = open;
        if (backup.emptied()) return;
        const { payments } = mustOk(await backup.empty('everything'), 'emptying');
        for (const { uri, state } of payments) if (state === 'waiting') await take(openDevice(lab, phone), uri);
        // The next look at the purses tells that they were taken.
        lab.world.move(60_000);
        await rest(open);
        mustOk(await backup.finishEmptying(), 'finished');
      },
      check: async (open) => {
        expect(open.backup.emptied()).toBeDefined();
        expect(open.backup.state()).toBe('uninitialized');
        expect(totalUnits(open.wallet)).toBe(0n);
        const taker = openDevice(lab, phone);
        await rest(taker);
        // less the fees of sending and of the coins that were made of it
        expect(whole - totalUnits(taker.wallet)).toBeLessThanOrEqual(10_000_000n);
      },
    };
  },
};

const take = async (phone: Open, uri: string): Promise<void> => {
  const offer = mustOk(await trusting((asked) => phone.wallet.peer.prepare(uri, asked)), 'offer');
  if (offer.possible) mustOk(await phone.wallet.peer.confirm(offer.id), 'confirmation');
  await rest(phone);
};
