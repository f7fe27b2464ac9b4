// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';
import type { BankWithdrawal } from '../wallet/flows/withdraw/withdraw-bank.ts';
import type { Withdrawal } from '../state/entry.ts';
import { abilitiesOf } from '../taler/exchange/generation.ts';
import { differs, explained, failed, holds, notReached, notTried, type CheckName } from './checks.ts';
import { partOf, sensibleSum } from './sum.ts';
import { agreeToTerms } from './terms.ts';
import { WORK_MS, type MoneyWalk } from './walk.ts';

// The wallet itself moves the money, so that all of it is written down before it is sent and goes on after an interruption.

/** Money comes, is changed, and is paid to oneself. */
export const lookAtMoney = async (walk: MoneyWalk): Promise<void> => {
  const begun = bankOrTransfer(walk);
  const refused = await agreeToTerms(walk, { isBegun: begun !== undefined });
  walk.begin('withdrawal');
  if (refused !== undefined) walk.note(notReached('withdrawal', refused));
  if (refused !== undefined || !(await withdraw(walk, begun))) return;
  walk.begin('to-oneself');
  await payOneself(walk);
  walk.begin('refresh');
  await change(walk);
};

/** The withdrawal of this probe, which it has once; false where its money did not come. */
const withdraw = async (walk: MoneyWalk, begun: string | undefined): Promise<boolean> => {
  const { store, settle, note, wish, world } = walk;
  const id = begun ?? (await beginWithdrawal(walk));
  if (id === undefined) return false;
  const now = (): Withdrawal | undefined => store.entry('withdrawal', id)?.value;
  const { origin } = now() ?? {};
  if (now()?.status === 'awaiting-transfer' && origin?.type === 'manual')
    walk.tell({ kind: 'transfer', sum: now()?.amount ?? '', payto: origin.payto, untilMs: world.now() + wish.waitMs });
  const isHere = (): boolean => now()?.status === 'done' || now()?.status === 'aborted';
  // A person's bank may take its time; once the money is there, nobody does.
  if (await settle(() => isHere() || now()?.status === 'withdrawing', wish.waitMs)) await settle(isHere, WORK_MS);
  if (now()?.status === 'done') {
    const sums = store.coins({ sourceId: id }).map(({ value }) => amount(value.v));
    const sum = sums.reduce(addCapped, zeroAmount(walk.keys.currency));
    note(holds({ kind: 'withdrawal', facts: { sum: amountToText(sum) } }));
    return true;
  }
  note(whyNotHere(walk, now()));
  return false;
};

const whyNotHere = ({ signal, stuck }: MoneyWalk, withdrawal: Withdrawal | undefined) => {
  const why = stuck();
  if (why !== undefined) return explained('withdrawal', why);
  if (signal.aborted) return notReached('withdrawal', { kind: 'stopped', facts: {} });
  const hasCome = withdrawal?.status === 'withdrawing';
  return notReached('withdrawal', hasCome ? { kind: 'unfinished', facts: {} } : { kind: 'no-money', facts: {} });
};

const bankOrTransfer = ({ store }: MoneyWalk): string | undefined =>
  store.entries('withdrawal').find(({ value }) => value.origin.type !== 'peer')?.id;

const beginWithdrawal = async (walk: MoneyWalk): Promise<string | undefined> => {
  const { wallet, wish, keys, world, note } = walk;
  if (wish.bank !== undefined && isLink(wish.bank)) {
    const begun = await takeUp(walk, wish.bank);
    if (!begun.ok) {
      note(failed('withdrawal', begun.error));
      return undefined;
    }
    if (begun.value.confirmUrl !== undefined) walk.tell({ kind: 'confirm', address: begun.value.confirmUrl });
    return begun.value.id;
  }
  const sum = wish.amount ?? sensibleSum(keys, world.now());
  if (sum === undefined) {
    note(failed('withdrawal', { kind: 'no-denominations', exchange: keys.baseUrl }));
    return undefined;
  }
  const wanted = { exchange: keys.baseUrl, amount: sum };
  const quote = await wallet.quoteWithdrawal(wanted);
  const begun = quote.ok ? await wallet.withdrawManual({ ...wanted, shown: quote.value.total }) : quote;
  if (begun.ok) return begun.value.id;
  note(failed('withdrawal', begun.error));
  return undefined;
};

/** Says yes to what a bank's link offers; a sum that it leaves open is the one that was wished for, or the smallest sensible one. */
const takeUp = async (
  { wallet, wish, keys, world }: MoneyWalk,
  link: string,
): Promise<Result<BankWithdrawal, WalletFailure>> => {
  const sum = wish.amount ?? sensibleSum(keys, world.now());
  const open = await wallet.lookAtBank(link);
  if (!open.ok) return open;
  const chosen = open.value.choose === undefined || sum === undefined ? {} : { amount: sum };
  const offer = chosen.amount === undefined ? open : await wallet.lookAtBank(link, chosen);
  if (!offer.ok) return offer;
  const { total } = offer.value;
  return wallet.withdrawFromBank(link, { ...chosen, ...(total === undefined ? {} : { shown: total }) });
};

/** A link of the protocol, and not the address of a service. */
export const isLink = (text: string): boolean => /^taler(?:\+http)?:/i.test(text);

/** Half of what is here goes into a payment, and is taken again. */
const payOneself = async (walk: MoneyWalk): Promise<void> => {
  const { store, wallet, note, settle, keys, stuck } = walk;
  const before = store.entries('push-in').find(({ value }) => value.status !== 'offered');
  const id = before?.id ?? (await beginPayment(walk));
  if (id === undefined) return;
  const now = () => store.entry('push-in', id)?.value;
  const isOver = (): boolean => ['done', 'aborted', 'expired'].includes(now()?.status ?? '');
  await settle(isOver, WORK_MS);
  const why = stuck();
  if (now()?.status === 'done')
    note(holds({ kind: 'to-oneself', facts: { sum: now()?.amount ?? `${keys.currency}:0` } }));
  else if (why !== undefined) note(explained('to-oneself', why));
  else note(notReached('to-oneself', { kind: walk.signal.aborted ? 'stopped' : 'unfinished', facts: {} }));
  // Change is made while somebody waits for all that there is.
  await wallet.quoteAll(HOURS_OF_PAYMENT);
};

const HOURS_OF_PAYMENT = 24;

const beginPayment = async (walk: MoneyWalk): Promise<string | undefined> => {
  const { wallet, store, keys, note } = walk;
  const name: CheckName = 'to-oneself';
  const sent = store.entries('push-out').find(({ value }) => value.status !== 'aborted' && value.status !== 'expired');
  const uri = sent === undefined ? undefined : wallet.peer.list().find((each) => each.id === sent.id)?.uri;
  let link = uri;
  if (link === undefined) {
    const most = await wallet.peer.most({
      exchange: keys.baseUrl,
      currency: keys.currency,
      expiresHours: HOURS_OF_PAYMENT,
    });
    if (!most.ok) {
      note(failed(name, most.error));
      return undefined;
    }
    const half = partOf(keys, most.value.amount, 2n, walk.world.now());
    if (half.units === 0n) {
      note(notReached(name, { kind: 'too-little', facts: {} }));
      return undefined;
    }
    const wanted = {
      amount: amountToText(half),
      summary: 'probe',
      exchange: keys.baseUrl,
      expiresHours: HOURS_OF_PAYMENT,
    };
    const quote = await wallet.peer.quote(wanted);
    const payment = quote.ok ? await wallet.peer.send({ ...wanted, shown: quote.value.total }) : quote;
    if (!payment.ok) {
      note(failed(name, payment.error));
      return undefined;
    }
    link = payment.value.uri;
  }
  const offer = await wallet.peer.prepare(link);
  const taken = offer.ok ? await wallet.peer.confirm(offer.value.id, { shown: offer.value.total }) : offer;
  if (taken.ok && offer.ok) return offer.value.id;
  if (!taken.ok) note(failed(name, taken.error));
  return undefined;
};

/** Whether change came: of the payment, of the proof that today's exchanges are asked for first, or, where there was none, of a piece that is changed for its own sake. */
const change = async (walk: MoneyWalk): Promise<void> => {
  const { store, wallet, note, settle, keys, stuck } = walk;
  if (abilitiesOf(keys).refreshScheme === undefined) {
    note(notTried('refresh', { kind: 'not-there', facts: { version: keys.version } }));
    return;
  }
  const sessions = () => store.entries('refresh').map(({ value }) => value);
  const isDone = (): boolean => sessions().some(({ status, selection }) => status === 'done' && selection.length > 0);
  const isOpen = (): boolean => sessions().some(({ status }) => status === 'planned' || status === 'melted');
  await settle(() => !isOpen(), WORK_MS);
  if (!isDone() && !isOpen()) {
    wallet.renewCoins({ exchange: keys.baseUrl });
    await settle(() => isDone() && !isOpen(), WORK_MS);
  }
  const lost = sessions().find(({ status }) => status === 'failed');
  const why = stuck();
  if (lost !== undefined) note(differs('refresh', { kind: 'other', facts: { what: lost.why ?? 'failed' } }));
  else if (isDone() && !isOpen()) note(holds({ kind: 'refresh', facts: {} }));
  else if (why !== undefined) note(explained('refresh', why));
  else note(notReached('refresh', { kind: walk.signal.aborted ? 'stopped' : 'unfinished', facts: {} }));
};
