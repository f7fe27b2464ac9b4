// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { z } from 'zod';
import type { OrderTerms } from '../../electron/sandbox/merchant/orders.ts';
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

/** A payment of 2.20 with change from two coins, by the choice that is made at the first attempt and another one at each further attempt. */
const paying = (name: string, terms: Pick<OrderTerms, 'choices'>, choiceAt: (attempt: number) => object): Flow => ({
  name,
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const order = await lab.sandbox.merchant.createOrder({ amount: PRICE, summary: 'tea', ...terms });
    let attempts = 0;
    return {
      device,
      anew: () => {
        attempts = 0;
      },
      act: async ({ wallet }) => {
        const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
        if (offer.payable) mustOk(await wallet.confirmPay(offer.purchaseId, choiceAt(attempts++)), 'payment');
      },
      check: ({ wallet, store }) => {
        expect(order.status()).toBe('paid');
        expect(wallet.history().filter(({ type }) => type === 'payment')).toMatchObject([{ state: 'done' }]);
        expect(wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
        // 2.60 less the price and 0.01 each for depositing and for refreshing, whenever it was struck
        expect(wallet.balances()).toMatchObject([{ available: 'KUDOS:0.38', total: 'KUDOS:0.38' }]);
        // What was signed once is what is asked for ever after, and what is remembered.
        const asked = device.log.requests.filter(({ path }) => path.endsWith('/pay')).map(({ body }) => body);
        expect(new Set(asked.map((body) => JSON.stringify(body))).size).toBe(1);
        const [purchase] = store.entries('purchase');
        expect(choiceSigned.parse(asked[0]).wallet_data?.choice_index).toBe(purchase?.value.choice);
      },
    };
  },
});

const PRICE = 'KUDOS:2.2';
const choiceSigned = z.object({ wallet_data: z.object({ choice_index: z.number() }).optional() });

export const payWithChange: Flow = paying('payment with change', {}, () => ({}));

/** The same where the order leaves a choice; whoever is interrupted before it holds chooses another way. */
export const payByChoice: Flow = paying(
  'payment by a choice',
  {
    choices: [
      { amount: 'KUDOS:0', inputs: [{ type: 'token', token_family_slug: 'club' }] },
      { amount: PRICE },
      { amount: PRICE, description: 'without milk' },
    ],
  },
  (attempt) => ({ choice: 1 + (attempt % 2) }),
);
