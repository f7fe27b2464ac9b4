// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { fundedDevice } from './fail-nth-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, type Device, type Lab, type Open } from './fail-nth-lab.ts';

const HOUR_MS = 60 * 60_000;
/** 2.60 less 2.2, 0.01 for each coin deposited or refreshed, and a rest too small for any coin. */
const LEFT = { available: 'KUDOS:0.36', total: 'KUDOS:0.36' };

const accept = async ({ wallet, ...open }: Open, uri: string): Promise<void> => {
  const offer = mustOk(await trusting((asked) => wallet.peer.prepare(uri, asked)), 'offer');
  if (offer.possible) mustOk(await wallet.peer.confirm(offer.id), 'confirmation');
  await rest({ wallet, ...open });
};

const knowsExchange = async (lab: Lab): Promise<Device> => {
  const device = newDevice();
  mustOk(await openDevice(lab, device).wallet.addExchange(lab.exchange), 'exchange');
  return device;
};

const linesOf = ({ wallet }: Open, type: string) => wallet.history().filter((line) => line.type === type);
const lostNothing = (open: Open): void => expect(linesOf(open, 'spent-elsewhere')).toEqual([]);

/** Sent with change, taken by another wallet whenever it can be. */
export const sendToPerson: Flow = {
  name: 'payment to a person',
  prepare: async (lab) => {
    const [device, receiver] = [await fundedDevice(lab, 'KUDOS:2.61'), await knowsExchange(lab)];
    return {
      device,
      others: [receiver],
      act: async ({ wallet, store }) => {
        if (store.entries('push-out').length === 0)
          mustOk(await wallet.peer.send({ amount: 'KUDOS:2.2', summary: 'tea' }), 'payment');
        await wallet.run();
        const [sent] = wallet.peer.list();
        if (sent?.state === 'waiting') await accept(openDevice(lab, receiver), sent.uri);
      },
      check: (open) => {
        lostNothing(open);
        expect(linesOf(open, 'peer-sent')).toMatchObject([{ state: 'done' }]);
        expect(open.wallet.balances()).toMatchObject([LEFT]);
        const other = openDevice(lab, receiver);
        expect(linesOf(other, 'peer-received')).toMatchObject([{ state: 'done', amount: 'KUDOS:2.2' }]);
      },
    };
  },
};

/** Sent, and nobody comes. */
export const sendInVain: Flow = {
  name: 'payment nobody takes',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    return {
      device,
      act: async ({ wallet, store }) => {
        if (store.entries('push-out').length === 0)
          // May find its time over already: other cases share this clock.
          await wallet.peer.send({ amount: 'KUDOS:2.2', summary: 'tea', expiresHours: 1 });
        lab.world.move(HOUR_MS + 1000);
      },
      check: (open) => {
        lostNothing(open);
        expect(linesOf(open, 'peer-sent')).toMatchObject([{ state: 'expired' }]);
      },
    };
  },
};

export const takeFromPerson: Flow = {
  name: 'payment from a person',
  prepare: async (lab) => {
    const sender = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, sender);
    const { uri } = mustOk(await open.wallet.peer.send({ amount: 'KUDOS:2.2', summary: 'tea' }), 'payment');
    return {
      device: newDevice(),
      act: async (own) => accept(own, uri),
      check: async (own) => {
        // 2.2 less a fee of 0.01 for the coin of 2, and a rest of 0.01 too small for any coin
        expect(own.wallet.balances()).toMatchObject([{ available: 'KUDOS:2.18', total: 'KUDOS:2.18' }]);
        expect(own.wallet.history()).toMatchObject([{ type: 'peer-received', state: 'done' }]);
        await rest(openDevice(lab, sender));
      },
      others: [sender],
    };
  },
};

export const requestFromPerson: Flow = {
  name: 'invoice to a person',
  prepare: async (lab) => {
    const [device, payer] = [await knowsExchange(lab), await fundedDevice(lab, 'KUDOS:2.61')];
    return {
      device,
      others: [payer],
      act: async ({ wallet, store }) => {
        if (store.entries('pull-out').length === 0)
          mustOk(await wallet.peer.request({ amount: 'KUDOS:2.2', summary: 'rent' }), 'invoice');
        await wallet.run();
        const [asked] = wallet.peer.list();
        if (asked?.state === 'waiting') await accept(openDevice(lab, payer), asked.uri);
      },
      check: (open) => {
        expect(open.wallet.history()).toMatchObject([{ type: 'invoice-received', state: 'done' }]);
        expect(open.wallet.balances()).toMatchObject([{ available: 'KUDOS:2.18', total: 'KUDOS:2.18' }]);
      },
    };
  },
};

/** Where the exchange takes a fee for it: the author pays it to his own reserve first (0.04, and 0.01 for moving it). */
export const requestForAFee: Flow = {
  name: 'invoice that costs a fee',
  prepare: async (lab) => {
    const [device, payer] = [await fundedDevice(lab, 'KUDOS:0.51'), await fundedDevice(lab, 'KUDOS:2.61')];
    return {
      device,
      others: [payer],
      act: async ({ wallet, store }) => {
        if (store.entries('pull-out').length === 0)
          mustOk(await wallet.peer.request({ amount: 'KUDOS:2.2', summary: 'rent', maxFee: 'KUDOS:0.1' }), 'invoice');
        await wallet.run();
        const [asked] = wallet.peer.list();
        if (asked?.state === 'waiting') await accept(openDevice(lab, payer), asked.uri);
      },
      check: (open) => {
        lostNothing(open);
        expect(linesOf(open, 'invoice-received')).toMatchObject([{ state: 'done' }]);
        expect(linesOf(open, 'peer-sent')).toEqual([]);
        expect(open.wallet.balances()).toMatchObject([{ available: 'KUDOS:2.62', total: 'KUDOS:2.62' }]);
      },
    };
  },
};

export const payInvoice: Flow = {
  name: 'invoice of a person',
  prepare: async (lab) => {
    const [device, author] = [await fundedDevice(lab, 'KUDOS:2.61'), await knowsExchange(lab)];
    const open = openDevice(lab, author);
    const { uri } = mustOk(await open.wallet.peer.request({ amount: 'KUDOS:2.2', summary: 'rent' }), 'invoice');
    return {
      device,
      others: [author],
      act: async (own) => accept(own, uri),
      check: async (own) => {
        lostNothing(own);
        expect(linesOf(own, 'invoice-paid')).toMatchObject([{ state: 'done' }]);
        expect(own.wallet.balances()).toMatchObject([LEFT]);
        await rest(openDevice(lab, author));
      },
    };
  },
};
