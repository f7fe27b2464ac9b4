// SPDX-License-Identifier: GPL-3.0-or-later
import type { Order } from '../../electron/sandbox/merchant/merchant.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import type { BookKeeper } from './books.ts';
import type { Dice } from './dice.ts';
import { restoreInto, type Deed } from './mortal.ts';

// What two people do with their wallets while those are being killed.

export type Person = {
  readonly name: string;
  /** where the wallet is now; another one after the computer was lost */
  directory: string;
  /** the sheet of a wallet whose computer was lost and that is not restored yet */
  lost?: string;
  /** the recovery sheet, as it was printed last */
  sheet: string;
  /** has undone a restore once: the wallet may be away from here, and its sheet brings it back */
  undoing: boolean;
  /** empties the wallet for good */
  leaving: boolean;
  /** refunds that were granted to this person */
  readonly refunds: Set<string>;
};

export type Town = {
  readonly sandbox: Sandbox;
  readonly books: BookKeeper;
  readonly dice: Dice;
  readonly people: readonly [Person, Person];
  /** notes that something was done */
  readonly count: (what: string) => void;
  /** whether that has not been done yet */
  readonly lacks: (what: Deed['do']) => boolean;
  /** bank withdrawals nobody has confirmed yet */
  unconfirmed: Awaited<ReturnType<Sandbox['bank']['createWithdrawal']>>[];
  /** reserves the person has sent money to */
  readonly paidIn: Set<string>;
  /** what was bought and not given back */
  orders: { readonly by: string; readonly order: Order; readonly price: string }[];
  /** payments and invoices that may still be open */
  addresses: { readonly by: string; readonly uri: string }[];
};

/** The wallet is made, knows its exchange and its provider. */
export const settleIn = async (town: Town, who: Person): Promise<void> => {
  const app = await openFor(who);
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'creation');
  mustOk(await app.handle('exchange.add', { url: exchangeOf(town) }), 'exchange');
  const provider = town.sandbox.syncProviders[0]?.baseUrl ?? '';
  mustOk(await app.handle('provider.add', { target: provider }), 'provider');
  who.sheet = mustOk(await app.handle('sheet.reveal', {}), 'sheet').text;
  await app.close();
};

/** What its sheet says by now: a new secret may have come since, and the process that began it was killed. Whether there is a wallet. */
export const printSheet = async (app: WalletApp, who: Person): Promise<boolean> => {
  const sheet = await app.handle('sheet.reveal', {});
  if (sheet.ok) who.sheet = sheet.value.text;
  return sheet.ok;
};

/** From now on everything goes to the other person; what was bought is not given back any more. */
export const beginToLeave = async (town: Town, who: Person): Promise<void> => {
  // Of two who leave neither would ever take what the other one sends.
  if (who.refunds.size > 0 || town.people.some(({ leaving }) => leaving)) return;
  const app = await openFor(who);
  if (who.undoing) await restoreInto(app, who.sheet);
  const isThere = await printSheet(app, who);
  await app.close();
  if (!isThere) return;
  who.undoing = false;
  who.leaving = true;
  town.orders = town.orders.filter(({ by }) => by !== who.name);
};

/** The wallet in the person's directory, which does only what it is asked to. */
export const openFor = async ({ directory }: Person): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory: directory, world: realWorld(), loop: false }), 'wallet');

const exchangeOf = ({ sandbox }: Town): string => sandbox.exchanges[0]?.baseUrl ?? '';

/** What somebody wants next; the shop, the bank and the other person have done their part. */
export const chooseDeed = async (town: Town, who: Person): Promise<Deed> => {
  const { dice, sandbox } = town;
  if (who.leaving) return { do: 'leave' };
  // Whoever leaves waits for the other one to take everything.
  const waited = town.people.some(({ leaving }) => leaving) && dice.roll() < 0.5;
  const text = (units: number): string => `KUDOS:${(units / 100).toFixed(2)}`;
  const roll = waited ? 0.5 : dice.roll();
  if (roll < 0.14) return { do: 'withdraw by hand', exchange: exchangeOf(town), amount: text(20 + dice.upTo(400)) };
  if (roll < 0.26) {
    const operation = await sandbox.bank.createWithdrawal(text(20 + dice.upTo(200)));
    town.unconfirmed.push(operation);
    return { do: 'withdraw from bank', uri: operation.talerUri };
  }
  if (roll < 0.4) return { do: 'send', amount: text(5 + dice.upTo(100)) };
  if (roll < 0.47) return { do: 'request', amount: text(5 + dice.upTo(100)) };
  // Somebody has to have sent something before, and to live long enough to take it: the first time is not left to chance alone.
  if (roll < 0.66 || (town.lacks('receive') && dice.roll() < 0.5)) {
    const found = takeAddress(town, who);
    if (found !== undefined) return { do: 'receive', uri: found };
  }
  if (roll < 0.72) {
    const refund = await grantRefund(town, who);
    if (refund !== undefined) return { do: 'refund', uri: refund };
  }
  if (roll < 0.76)
    return {
      do: 'deposit',
      amount: text(5 + dice.upTo(50)),
      payto: `payto://x-taler-bank/localhost/${who.name}?receiver-name=${who.name}`,
    };
  if (roll < 0.82) return { do: 'take back', which: dice.upTo(10) };
  if (roll < 0.85) return { do: 'empty' };
  if (roll < 0.88) return { do: 'back up' };
  if (roll < 0.91) return { do: 'new secret' };
  if (roll < 0.93) {
    who.undoing = true;
    return { do: 'undo a restore' };
  }
  const price = text(5 + dice.upTo(100));
  // Every other order leaves a choice.
  const terms = { amount: price, summary: 'tea', refundWithinMs: 24 * 3600_000 };
  const choices = [{ amount: price }, { amount: price, description: 'without milk' }];
  const order = await sandbox.merchant.createOrder(dice.roll() < 0.5 ? { ...terms, choices } : terms);
  town.orders.push({ by: who.name, order, price });
  return { do: 'pay', uri: order.talerPayUri };
};

/** Another person's payment or invoice, now and then one's own. */
const takeAddress = ({ addresses, dice }: Town, { name }: Person): string | undefined => {
  const at = addresses.findIndex(({ by }) => by !== name || dice.roll() < 0.1);
  const [found] = at < 0 ? [] : addresses.splice(at, 1);
  // Whoever is killed while taking it tries again with the same address.
  if (found && dice.roll() < 0.5) addresses.push(found);
  return found?.uri;
};

const grantRefund = async (town: Town, who: Person): Promise<string | undefined> => {
  const at = town.orders.findIndex(({ by, order }) => by === who.name && order.status() === 'paid');
  const [paid] = at < 0 ? [] : town.orders.splice(at, 1);
  if (!paid) return undefined;
  await town.sandbox.merchant.refund(paid.order.orderId, paid.price);
  const uri = paid.order.talerPayUri.replace('//pay/', '//refund/');
  who.refunds.add(uri);
  return uri;
};

/** The person does what the wallet says: transfers to the account it names, confirms at the bank, hands the address on. */
export const hear = (town: Town, who: Person, line: string): void => {
  const payto = /"payto":"([^"]+)"/.exec(line)?.[1];
  const reserve = /"reservePub":"([^"]+)"/.exec(line)?.[1];
  if (payto !== undefined && reserve !== undefined) transfer(town, reserve, payto);
  if (line.includes('"confirmUrl"')) void confirmAll(town);
  for (const [, uri = ''] of line.matchAll(/"uri":"(taler[^"]+)"/g)) handOn(town, who, uri);
};

/** The other person hears of a payment or an invoice, once. */
export const handOn = (town: Town, { name }: Person, uri: string): void => {
  if (!town.addresses.some((each) => each.uri === uri)) town.addresses.push({ by: name, uri });
};

/** Sends the money for a reserve, once. */
export const transfer = (town: Town, reserve: string, payto: string): void => {
  if (town.paidIn.has(reserve)) return;
  town.paidIn.add(reserve);
  mustOk(town.sandbox.bank.transferToReserve(payto), 'transfer');
};

/** Those the wallet has not registered yet cannot be confirmed; they are tried again. */
export const confirmAll = async (town: Town): Promise<void> => {
  const all = town.unconfirmed;
  town.unconfirmed = [];
  for (const operation of all) await operation.confirm().catch(() => town.unconfirmed.push(operation));
};
