// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { rich } from './peer-lab.ts';
import { changed, DAY, hear, runFor } from './poison-ends-lab.ts';
import { fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What had really happened before a copy says otherwise.

export const funded = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:4.01');
  return one;
};

type Fault = { readonly status: number; readonly afterHandling?: boolean };

/** Does something while one request of an exchange fails, and all is well again afterwards. */
const whileFailing = async (
  lab: WalletLab,
  { path, ...fault }: Fault & { readonly path: RegExp },
  work: () => Promise<unknown>,
): Promise<void> => {
  const { faults } = lab.sandbox.exchanges[0] ?? { faults: lab.sandbox.merchant.faults };
  faults.always({ method: 'POST', path }, fault);
  try {
    await work();
    lab.sandbox.assertAllFaultsHappened();
  } finally {
    faults.clear();
  }
};

/** Money that was sent and that nobody has drawn. */
export const transferred = async (lab: WalletLab, base: string): Promise<OpenWallet> => {
  const one = lab.openWallet();
  mustOk(await one.wallet.addExchange(base), 'exchange');
  const { payto } = mustOk(await one.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:4.01' }), 'withdrawal');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  return one;
};

/** A wallet that lacks one of the coins that were signed. */
export const lackingOne = async (lab: WalletLab, base: string): Promise<OpenWallet> => {
  const one = await funded(lab);
  const two = lab.openWallet();
  mustOk(await two.wallet.addExchange(base), 'exchange');
  const copy = changed(one.store.snapshot(), {});
  const missing = copy.find(({ kind }) => kind === 'coin');
  hear(
    two.store,
    copy.filter((each) => each !== missing),
  );
  return two;
};

export const paying = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = await funded(lab);
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'tea' });
  const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  lab.sandbox.merchant.faults.always({ path: /\/pay$/ }, { status: 503 });
  await one.wallet.confirmPay(purchaseId);
  lab.sandbox.merchant.faults.clear();
  return one;
};

export const refunded = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = await funded(lab);
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:3', summary: 'tea', refundWithinMs: 9e8 });
  const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(purchaseId), 'payment');
  await runToRest(lab, one.wallet);
  await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:3');
  await whileFailing(lab, { path: /\/melt$/, status: 503 }, async () => {
    mustOk(await one.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
    await runFor(lab, one, DAY / 4);
  });
  return one;
};

export const melted = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:2.01');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
  const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(purchaseId), 'payment');
  await whileFailing(lab, { path: /\/melt$/, status: 503, afterHandling: true }, () => runFor(lab, one, DAY / 4));
  return one;
};

export const depositing = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = await funded(lab);
  await whileFailing(lab, { path: /batch-deposit$/, status: 503 }, async () =>
    mustOk(await one.wallet.deposit({ amount: 'KUDOS:2', payto: lab.sandbox.bank.accountPayto('mine') }), 'deposit'),
  );
  return one;
};

export const sent = async (lab: WalletLab): Promise<OpenWallet> => {
  const one = await funded(lab);
  mustOk(await one.wallet.peer.send({ amount: 'KUDOS:3', summary: 'lunch', expiresHours: 24 }), 'sent');
  await one.wallet.run();
  return one;
};

const taking =
  (fault: Fault) =>
  async (lab: WalletLab): Promise<OpenWallet> => {
    const [sender, mine] = [await rich(lab), lab.openWallet()];
    const { uri } = mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent');
    const offer = mustOk(await trusting((asked) => mine.wallet.peer.prepare(uri, asked)), 'offer');
    await whileFailing(lab, { path: /\/merge$/, ...fault }, async () =>
      mustOk(await mine.wallet.peer.confirm(offer.id), 'confirmed'),
    );
    return mine;
  };

export const invoiced = async (lab: WalletLab, base: string): Promise<OpenWallet> => {
  const [payer, mine] = [await rich(lab), lab.openWallet()];
  mustOk(await mine.wallet.addExchange(base), 'exchange');
  const { uri } = mustOk(await mine.wallet.peer.request({ amount: 'KUDOS:2', summary: 'lunch' }), 'request');
  await mine.wallet.run();
  const offer = mustOk(await payer.wallet.peer.prepare(uri), 'offer');
  mustOk(await payer.wallet.peer.confirm(offer.id), 'paid');
  return mine;
};

export const payingInvoice = async (lab: WalletLab, base: string): Promise<OpenWallet> => {
  const [asker, mine] = [lab.openWallet(), await funded(lab)];
  mustOk(await asker.wallet.addExchange(base), 'exchange');
  const { uri } = mustOk(await asker.wallet.peer.request({ amount: 'KUDOS:2', summary: 'lunch' }), 'request');
  await asker.wallet.run();
  const offer = mustOk(await mine.wallet.peer.prepare(uri), 'offer');
  await whileFailing(lab, { path: /purses\/.*\/deposit$/, status: 503 }, async () =>
    mustOk(await mine.wallet.peer.confirm(offer.id), 'confirmed'),
  );
  return mine;
};

/** A payment by a person was accepted, and the request that takes it never arrived. */
export const accepted = taking({ status: 503 });
/** It arrived, and its answer is lost. */
export const taken = taking({ status: 503, afterHandling: true });
