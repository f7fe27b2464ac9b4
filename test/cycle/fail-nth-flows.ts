// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, type Device, type Lab, type Open } from './fail-nth-lab.ts';

/** Withdraws by bank transfer, untouched. */
export const fund = async (lab: Lab, open: Open, amountText: string): Promise<void> => {
  mustOk(await open.wallet.addExchange(lab.exchange), 'exchange');
  const { payto } = mustOk(
    await open.wallet.withdrawManual({ exchange: lab.exchange, amount: amountText }),
    'withdrawal',
  );
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  await rest(open);
  expect(open.wallet.pending()).toEqual([]);
};

export const fundedDevice = async (lab: Lab, amountText: string): Promise<Device> => {
  const device = newDevice();
  await fund(lab, openDevice(lab, device), amountText);
  return device;
};

/** By manual transfer: the exchange is added, a reserve opened, the transfer made once, the coins drawn. */
export const withdrawManual: Flow = {
  name: 'manual withdrawal',
  prepare: async (lab) => {
    let transferred = false;
    return {
      device: newDevice(),
      anew: () => {
        transferred = false;
      },
      act: async ({ wallet, store }) => {
        if (store.entries('withdrawal').length === 0) {
          mustOk(await wallet.addExchange(lab.exchange), 'exchange');
          mustOk(await wallet.withdrawManual({ exchange: lab.exchange, amount: 'KUDOS:2.63' }), 'withdrawal');
        }
        const [withdrawal] = store.entries('withdrawal');
        const { origin } = withdrawal?.value ?? expect.fail('no withdrawal');
        if (origin.type !== 'manual' || transferred) return;
        mustOk(lab.sandbox.bank.transferToReserve(origin.payto), 'transfer');
        transferred = true;
      },
      check: ({ wallet }) => {
        // 2.63 less a fee of 0.01 for the coin of 2
        expect(wallet.balances()).toMatchObject([{ available: 'KUDOS:2.62', total: 'KUDOS:2.62' }]);
        expect(wallet.history()).toHaveLength(1);
      },
    };
  },
};

export const withdrawFromBank: Flow = {
  name: 'bank withdrawal',
  prepare: async (lab) => {
    // The sum is the person's to say, so that it is told to the bank whatever ends in between.
    const operation = await lab.sandbox.bank.createWithdrawal('', { terms: { max_amount: 'KUDOS:5' } });
    let confirmed = false;
    return {
      device: newDevice(),
      anew: () => {
        confirmed = false;
      },
      act: async ({ wallet }) => {
        const chosen = { amount: 'KUDOS:0.72' };
        mustOk(
          await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, { ...chosen, ...asked })),
          'withdrawal',
        );
        await wallet.run();
        if (confirmed) return;
        await operation.confirm();
        confirmed = true;
      },
      check: ({ wallet }) => {
        expect(wallet.balances()).toMatchObject([{ available: 'KUDOS:0.72', total: 'KUDOS:0.72' }]);
        expect(wallet.history()).toHaveLength(1);
      },
    };
  },
};

/** A payment with change from two coins. */
export const payWithChange: Flow = {
  name: 'payment with change',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2.2', summary: 'tea' });
    return {
      device,
      act: async ({ wallet }) => {
        const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
        if (offer.payable) mustOk(await wallet.confirmPay(offer.purchaseId), 'payment');
      },
      check: ({ wallet }) => {
        expect(order.status()).toBe('paid');
        expect(wallet.history().filter(({ type }) => type === 'payment')).toMatchObject([{ state: 'done' }]);
        expect(wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
        // 2.60 less the price and 0.01 each for depositing and for refreshing, whenever it was struck
        expect(wallet.balances()).toMatchObject([{ available: 'KUDOS:0.38', total: 'KUDOS:0.38' }]);
      },
    };
  },
};
