// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import type { Store } from '../../electron/storage/store.ts';
import type { Dice } from '../support/dice.ts';
import type { Machine, RandomWorld, Running } from './random-world.ts';

// What a person does with banks and shops. Each says in a word what became of it; what does not work is what people see, too.

export type Act = (world: RandomWorld, machine: Machine, dice: Dice) => Promise<string>;

export const HOUR_MS = 3_600_000;

/** From 0.02 to `most` hundredths. */
export const sumUpTo = (dice: Dice, most: number): string => `KUDOS:${((2 + dice.upTo(most)) / 100).toFixed(2)}`;

/** Everything that can go on now, without waiting for any back-off. */
export const settle = async ({
  store,
  wallet,
  backup,
}: Pick<Running, 'store' | 'wallet' | 'backup'>): Promise<void> => {
  for (let round = 0; round < 4; round++) {
    forgetBackOff(store);
    await wallet.run();
    await backup.run();
    await answer(wallet);
    if (wallet.pending().length === 0) return;
  }
};

/**
 * Asked whether money an older copy may know is to be renewed for its fees, these people say yes; and they name the issuer that the copies
 * of a place on the web may not lead a restored wallet to (seeds 7 and 20).
 */
const answer = async (wallet: Running['wallet']): Promise<void> => {
  for (const { id, why } of wallet.pending())
    if (why?.kind === 'renewal-fees' || why?.kind === 'reissue-asks') await wallet.agreeToFees(id, why.facts.total);
    else if (why?.kind === 'unknown-exchange') await wallet.addExchange(why.facts.exchange);
};

/** Seed 113: a task may also be a wish (a refund asked for), so it is made due and not deleted. */
const forgetBackOff = (store: Store): void =>
  store.transaction((tx) => {
    for (const task of tx.local.tasks()) tx.local.putTask({ ...task, nextAt: 0 });
  });

/** The money is sent once a copy holds the key it is sent to; before that it is only announced. */
const untilSafe = async ({ backup }: Running): Promise<boolean> => {
  const isKept = (): boolean => backup.status().providersUpToDate > 0;
  for (let tries = 0; tries < 5 && !isKept(); tries++) await backup.cycle();
  return isKept();
};

export const withdraw: Act = (world, { running }, dice) => withdrawSum(world, running, sumUpTo(dice, 150), true);

export const withdrawSum = async (
  { exchange, sandbox }: RandomWorld,
  running: Running,
  sum: string,
  careful: boolean,
): Promise<string> => {
  // A machine that was erased has to be told the exchange again.
  await running.wallet.addExchange(exchange);
  const opened = await running.wallet.withdrawManual({ exchange, amount: sum });
  if (!opened.ok) return `${sum}: ${opened.error.kind}`;
  if (careful && !(await untilSafe(running))) return `${sum}: not sent`;
  mustOk(sandbox.bank.transferToReserve(opened.value.payto), 'transfer');
  await settle(running);
  return `${sum}: sent`;
};

export const withdrawAtBank: Act = async ({ exchange, sandbox }, { running }, dice) => {
  const sum = sumUpTo(dice, 150);
  await running.wallet.addExchange(exchange);
  const operation = await sandbox.bank.createWithdrawal(sum);
  const started = await running.wallet.withdrawFromBank(operation.talerUri);
  if (!started.ok) return `${sum}: ${started.error.kind}`;
  await running.wallet.run();
  const registered = running.store.entry('withdrawal', started.value.id)?.value.status !== 'registering';
  if (!registered || !(await untilSafe(running))) return `${sum}: not confirmed`;
  await operation.confirm();
  await settle(running);
  return `${sum}: confirmed`;
};

export const pay: Act = async (world, { running }, dice) => {
  const amount = sumUpTo(dice, 100);
  const choices = [{ amount: 'KUDOS:0.01', inputs: [{ type: 'token' }] }, { amount }];
  const terms = { amount, summary: 'tea', refundWithinMs: 60 * HOUR_MS };
  const order = await world.sandbox.merchant.createOrder(dice.roll() < 0.5 ? { ...terms, choices } : terms);
  const done = await payOrder(running, order.talerPayUri);
  if (order.status() === 'paid') world.links.orders.push({ id: order.orderId, uri: order.talerPayUri });
  return `${amount}: ${done}`;
};

const payOrder = async ({ wallet }: Running, uri: string): Promise<string> => {
  const offer = await wallet.preparePay(uri);
  if (!offer.ok) return offer.error.kind;
  if (!offer.value.payable) return 'too little money';
  const { purchaseId, choice } = offer.value;
  const paid = await wallet.confirmPay(purchaseId, choice === undefined ? {} : { choice });
  return paid.ok ? paid.value.state : paid.error.kind;
};

/** The shop does not answer, and the person wants the money back. */
export const abort: Act = async ({ sandbox }, { running }, dice) => {
  const amount = sumUpTo(dice, 100);
  const order = await sandbox.merchant.createOrder({ amount, summary: 'a lamp', refundWithinMs: 60 * HOUR_MS });
  const path = `/orders/${order.orderId}/pay`;
  sandbox.merchant.faults.once({ path }, { afterHandling: dice.roll() < 0.5, status: 503 });
  const paid = await payOrder(running, order.talerPayUri);
  if (paid !== 'pending') return `${amount}: ${paid}`;
  const purchase = running.store.entries('purchase').find(({ value }) => value.order_id === order.orderId);
  const aborted = await running.wallet.abort(purchase?.id ?? '');
  return `${amount}: ${aborted.ok ? aborted.value.state : aborted.error.kind}`;
};

/** The shop gives something back, once for each order, and the person asks for it. */
export const refund: Act = async ({ links, sandbox }, { running }, dice) => {
  const [order] = links.orders.splice(dice.upTo(links.orders.length), 1);
  if (!order) return 'nothing was bought';
  await sandbox.merchant.refund(order.id, 'KUDOS:0.02');
  const asked = await running.wallet.refund(order.uri.replace('//pay/', '//refund/'));
  if (dice.roll() < 0.5) await settle(running);
  return asked.ok ? 'asked for' : asked.error.kind;
};

export const deposit: Act = async ({ sandbox }, { running }, dice) => {
  const payto = sandbox.bank.accountPayto('owner');
  const amount = sumUpTo(dice, 80);
  const deposited = await running.wallet.deposit({ amount, payto });
  return `${amount}: ${deposited.ok ? deposited.value.state : deposited.error.kind}`;
};
