// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { fundedDevice } from './fail-nth-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, totalUnits, type Open } from './fail-nth-lab.ts';

const HOUR_MS = 3_600_000;

const linesOf = ({ wallet }: Open, type: string) => wallet.history().filter((line) => line.type === type);
const lostNothing = (open: Open): void => expect(linesOf(open, 'spent-elsewhere')).toEqual([]);

/** Paid, granted back, fetched: the coins are renewed. */
export const refundByLink: Flow = {
  name: 'refund by link',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const terms = { amount: 'KUDOS:2.2', summary: 'a lamp', refundWithinMs: HOUR_MS };
    const order = await lab.sandbox.merchant.createOrder(terms);
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    await rest(open);
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:1.5');
    return {
      device,
      act: async ({ wallet }) => {
        mustOk(await wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
      },
      check: (again) => {
        lostNothing(again);
        const refunds = linesOf(again, 'refund');
        expect(refunds.map((line) => line.state)).toEqual(refunds.map(() => 'done'));
        expect(refunds.reduce((sum, line) => sum + amount(line.amount).units, 0n)).toBe(150_000_000n);
      },
    };
  },
};

/** To the own bank account: the sum arrives there once. */
export const depositToBank: Flow = {
  name: 'deposit to the own bank account',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const name = `owner${(accounts += 1)}`;
    const payto = lab.sandbox.bank.accountPayto(name);
    const before = amount(lab.sandbox.bank.balance(name)).units;
    return {
      device,
      act: async ({ wallet, store }) => {
        if (store.entries('deposit').length === 0)
          mustOk(await wallet.deposit({ amount: 'KUDOS:1.5', payto }), 'deposit');
      },
      check: async (open) => {
        lostNothing(open);
        for (let looks = 0; looks < 3; looks++) {
          lab.world.move(7 * HOUR_MS);
          await rest(open);
        }
        expect(amount(lab.sandbox.bank.balance(name)).units - before).toBe(150_000_000n);
        expect(linesOf(open, 'deposit')).toMatchObject([{ state: 'done', amount: 'KUDOS:1.5' }]);
      },
    };
  },
};
let accounts = 0;

/** The shop does not answer, the person takes the payment back: it is paid or it is not, and whatever is not given is back. */
export const abortPayment: Flow = {
  name: 'payment taken back',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const terms = { amount: 'KUDOS:2.2', summary: 'a lamp', refundWithinMs: HOUR_MS };
    const order = await lab.sandbox.merchant.createOrder(terms);
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    const path = `/orders/${order.orderId}/pay`;
    lab.sandbox.merchant.faults.once({ path }, { status: 503 });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    return {
      device,
      act: async ({ wallet, store }) => {
        if (store.entry('purchase', offer.purchaseId)?.value.status === 'paying') await wallet.abort(offer.purchaseId);
      },
      check: (again) => {
        lostNothing(again);
        const [line] = linesOf(again, 'payment');
        expect(['aborted', 'done']).toContain(line?.state);
        expect(order.status() === 'paid').toBe(line?.state === 'done');
      },
    };
  },
};

/** The exchange was not reached, the person takes the deposit back: it is in the bank or in the wallet, never in neither or both. */
export const takeDepositBack: Flow = {
  name: 'deposit taken back',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const name = `owner${(accounts += 1)}`;
    const payto = lab.sandbox.bank.accountPayto(name);
    const before = amount(lab.sandbox.bank.balance(name)).units;
    const http: World['http'] = (input, init) =>
      String(input).endsWith('/batch-deposit') ? Promise.reject(new Error('cut')) : lab.world.http(input, init);
    const cut = createWallet({ world: { ...lab.world, http }, store: open.store });
    const { id } = mustOk(await cut.deposit({ amount: 'KUDOS:1.5', payto }), 'deposit');
    return {
      device,
      act: async ({ wallet, store }) => {
        if (store.entry('deposit', id)?.value.status === 'planned') await wallet.abort(id);
      },
      check: async (again) => {
        lostNothing(again);
        for (let looks = 0; looks < 3; looks++) {
          lab.world.move(7 * HOUR_MS);
          await rest(again);
        }
        const [line] = linesOf(again, 'deposit');
        expect(['aborted', 'done']).toContain(line?.state);
        const arrived = line?.state === 'done' ? 150_000_000n : 0n;
        expect(amount(lab.sandbox.bank.balance(name)).units - before).toBe(arrived);
      },
    };
  },
};

/** The exchange has the coins, its answer is lost, the person takes the payment back: the shop gives a refund, or it was paid. */
export const abortWithRefund: Flow = {
  name: 'deposited payment taken back',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const { wallet } = openDevice(lab, device);
    const terms = { amount: 'KUDOS:2.2', summary: 'a lamp', refundWithinMs: HOUR_MS };
    const order = await lab.sandbox.merchant.createOrder(terms);
    const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    lab.sandbox.exchanges[0]?.faults.once({ path: '/batch-deposit' }, { afterHandling: true, closeConnection: true });
    expect(mustOk(await wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    const before = totalUnits(wallet);
    return {
      device,
      act: async ({ wallet: own, store }) => {
        if (store.entry('purchase', offer.purchaseId)?.value.status === 'paying') await own.abort(offer.purchaseId);
      },
      check: (open) => {
        lostNothing(open);
        const [line] = linesOf(open, 'payment');
        expect(['aborted', 'done']).toContain(line?.state);
        expect(order.status() === 'paid').toBe(line?.state === 'done');
        // Taken back it has cost fees only: of depositing, refunding and renewing two coins.
        if (line?.state === 'aborted') expect(before - totalUnits(open.wallet)).toBeLessThanOrEqual(8_000_000n);
      },
    };
  },
};

/** Granted by the shop without a word to us: the wallet looks by itself. */
export const autoRefund: Flow = {
  name: 'auto-refund',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const terms = { amount: 'KUDOS:2.2', summary: 'a lamp', refundWithinMs: HOUR_MS, autoRefundMs: HOUR_MS };
    const order = await lab.sandbox.merchant.createOrder(terms);
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    await rest(open);
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:1.5');
    return {
      device,
      act: rest,
      check: (again) => {
        lostNothing(again);
        expect(linesOf(again, 'refund')).toMatchObject([{ state: 'done', amount: 'KUDOS:1.5' }]);
      },
    };
  },
};

/** The page asks again in another session: the shop is shown the payment of before, and nothing is paid. */
export const showAgain: Flow = {
  name: 'the same page in another session',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.61');
    const open = openDevice(lab, device);
    const article = { amount: 'KUDOS:1', summary: 'an article', fulfillmentUrl: 'https://news.example/article/7' };
    const first = await lab.sandbox.merchant.createOrder(article);
    const offer = mustOk(await open.wallet.preparePay(`${first.talerPayUri}one`), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    await rest(open);
    const second = await lab.sandbox.merchant.createOrder(article);
    const before = totalUnits(open.wallet);
    return {
      device,
      act: async ({ wallet }) => {
        const again = mustOk(await wallet.preparePay(`${second.talerPayUri}two`), 'offer');
        expect(again).toMatchObject({ payable: false, alreadyPaid: true });
      },
      check: (again) => {
        lostNothing(again);
        expect(totalUnits(again.wallet)).toBe(before);
        expect(linesOf(again, 'payment')).toMatchObject([{ state: 'done', amount: 'KUDOS:1' }]);
        expect(device.log.requests.some(({ path }) => path.endsWith(`/orders/${first.orderId}/paid`))).toBe(true);
        expect([first.status(), second.status()]).toEqual(['paid', 'claimed']);
      },
    };
  },
};

/** Begun at the bank's page and called off there: nothing came, nothing waits. */
export const bankCalledOff: Flow = {
  name: 'bank withdrawal called off at the bank',
  prepare: async (lab) => {
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:0.72');
    let calledOff = false;
    return {
      device: newDevice(),
      anew: () => {
        calledOff = false;
      },
      act: async ({ wallet }) => {
        if (!calledOff)
          mustOk(await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
        await wallet.run();
        if (!calledOff) await operation.abort();
        calledOff = true;
      },
      check: (open) => {
        expect(totalUnits(open.wallet)).toBe(0n);
        expect(linesOf(open, 'withdrawal')).toMatchObject([{ state: 'aborted' }]);
      },
    };
  },
};
