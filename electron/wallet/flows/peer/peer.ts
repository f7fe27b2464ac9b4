// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../../shared/names.ts';
import { amount, cappedText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { MostView, PeerOfferView, PeerPaymentView, PeerQuoteView } from '../../../../shared/view.ts';
import type { Entry, ValueByKind } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import { talerUriToText } from '../../../taler/wire/taler-uri.ts';
import type { Drive, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { readNoted } from '../../failure/noted.ts';
import { newPrice } from '../../spend/purse-coins.ts';
import { always, type MayBegin } from '../may-begin.ts';
import { preparePeer, type NewExchange } from './peer-offer.ts';
import { mostToSend, type MostWish } from './peer-most.ts';
import { isAsking, isCalledBack } from './peer-purse.ts';
import {
  arrivesOf,
  cheapestToAsk,
  cheapestToSend,
  quoteOf,
  readWish,
  type PeerWish,
  type PriceWish,
} from './peer-quote.ts';
import { reserveForInvoice } from './pull-in.ts';
import { planPull } from './pull-out.ts';
import { acceptPush, type Accepting } from './push-in.ts';
import { planPush } from './push-out.ts';
import type { Shown } from '../../spend/shown.ts';

/** Money between people: payments sent and taken, invoices written and paid. */
export type Peer = {
  /** what sending would cost; nothing is reserved */
  readonly quote: (wish: PriceWish) => Promise<Result<PeerQuoteView, WalletFailure>>;
  /** what an invoice would cost, opening it and making coins of the money; `total` is what it brings */
  readonly quoteRequest: (wish: PriceWish) => Promise<Result<PeerQuoteView, WalletFailure>>;
  /** the most that can be sent, after fees */
  readonly most: (wish: MostWish) => Promise<Result<MostView, WalletFailure>>;
  /** Pays into a purse whoever has the returned address can take; `starting` when the exchange has not confirmed it yet. */
  readonly send: (wish: PeerWish & Shown) => Promise<Result<PeerPaymentView, WalletFailure>>;
  /** Writes an invoice whoever has the returned address can pay; `maxFee` is what it may cost, opening it and making coins of the money; unless said, opening must be free and the rest not steep. */
  readonly request: (
    wish: PeerWish & Accepting & { readonly maxFee?: string },
  ) => Promise<Result<PeerPaymentView, WalletFailure>>;
  /** Opens another wallet's payment or invoice and says what accepting it would bring or cost; the same address again continues the same one. */
  readonly prepare: (talerUri: string, how?: NewExchange) => Promise<Result<PeerOfferView, WalletFailure>>;
  /** Takes the payment or pays the invoice. */
  readonly confirm: (
    id: string,
    how?: Accepting & Shown,
  ) => Promise<Result<{ readonly state: 'received' | 'paid' | 'pending' }, WalletFailure>>;
  /** payments sent and invoices written, newest first */
  readonly list: () => readonly PeerPaymentView[];
};

/** The peer part of a wallet; no money comes by it from an exchange before `mayBegin` says so of it. */
export const createPeer = (wallets: Wallets, drive: Drive, mayBegin: MayBegin = always): Peer => {
  const { store } = wallets;

  const view = (id: string): Result<PeerPaymentView, WalletFailure> => {
    const found = store.entry('push-out', id) ?? store.entry('pull-out', id);
    return found ? ok(paymentView(wallets, found)) : err({ kind: 'unknown-peer-payment', id: id.slice(0, 64) });
  };

  const afterStep = async (
    kind: 'push-out' | 'pull-out',
    id: string,
  ): Promise<Result<PeerPaymentView, WalletFailure>> => {
    await drive({ kind, id });
    const value = store.entry(kind, id)?.value;
    if (value?.status !== 'aborted' && value?.status !== 'expired') return view(id);
    const dearer = 'coins' in value ? newSum(wallets, value) : undefined;
    if (dearer) return err(dearer);
    return err(closedBecause(value));
  };

  return {
    quote: (wish) => quoteOf(wallets, wish, cheapestToSend),
    quoteRequest: (wish) => quoteOf(wallets, wish, cheapestToAsk),
    most: (wish) => mostToSend(wallets, wish),
    send: async (wish) => {
      const wanted = readWish(wallets, wish);
      if (!wanted.ok) return wanted;
      const found = await cheapestToSend(wallets, wanted.value, wish.exchange);
      if (!found.ok) return found;
      const id = planPush(wallets, found.value.open.keys, wanted.value, wish);
      return id.ok ? afterStep('push-out', id.value) : id;
    },
    request: async (wish) => {
      const wanted = readWish(wallets, wish);
      if (!wanted.ok) return wanted;
      const maxFee = wish.maxFee === undefined ? undefined : parseAmount(wish.maxFee);
      if (maxFee && !maxFee.ok) return maxFee;
      const found = await cheapestToAsk(wallets, wanted.value, wish.exchange);
      if (!found.ok) return found;
      const most = maxFee === undefined ? {} : { maxFee: maxFee.value };
      const invoice = { ...wanted.value, withoutBackup: wish.withoutBackup === true, ...most };
      const id = await planPull(wallets, found.value.open.keys, invoice, mayBegin);
      return id.ok ? afterStep('pull-out', id.value) : id;
    },
    prepare: (talerUri, how) => preparePeer(wallets, talerUri, how),
    confirm: async (id, how) => {
      const isInvoice = store.entry('pull-in', id) !== undefined;
      const begun = await (isInvoice ? reserveForInvoice(wallets, id, how) : acceptPush(wallets, id, how, mayBegin));
      if (!begun.ok) return begun;
      await drive({ kind: isInvoice ? 'pull-in' : 'push-in', id });
      const withdrawal = isInvoice ? undefined : store.entry('push-in', id)?.value.withdrawal;
      if (withdrawal !== undefined && store.entry('withdrawal', withdrawal)) {
        await drive({ kind: 'withdrawal', id: withdrawal });
        await drive({ kind: 'push-in', id });
      }
      return stateOf(wallets, id);
    },
    list: () =>
      [
        ...store.entries('push-out').filter(({ value }) => value.invoice === undefined && value.reissue !== true),
        ...store.entries('pull-out'),
      ]
        .filter(({ value }) => value.forgotten !== true)
        .map((entry) => ({ view: paymentView(wallets, entry), at: timestampToMs(entry.value.created) }))
        .sort((a, b) => b.at - a.at || (a.view.id < b.view.id ? -1 : 1))
        .map((each) => each.view),
  };
};

/** What a payment would take now that was not sent because it got dearer than was shown. */
const newSum = (wallets: Wallets, payment: ValueByKind['push-out']): WalletFailure | undefined => {
  const keys = wallets.exchanges.cachedKeys(payment.exchange);
  if (!keys || payment.why !== 'fees-changed') return undefined;
  const untilMs = timestampToMs(payment.purse_expiration ?? payment.created);
  return newPrice(wallets, keys, { wanted: amount(payment.amount), untilMs, cost: payment.cost });
};

const PAYMENT_STATE: Readonly<Record<string, PeerPaymentView['state'] | undefined>> = {
  created: 'waiting',
  open: 'waiting',
  taken: 'taken',
  paid: 'paid',
  done: 'paid',
  expired: 'expired',
  aborted: 'aborted',
};

const paymentView = (wallets: Wallets, { kind, id, value }: Entry<'push-out'> | Entry<'pull-out'>): PeerPaymentView => {
  const action = kind === 'push-out' ? 'push' : 'pull';
  const summary = value.terms?.['summary'];
  const wanted = amount(value.amount);
  const { fees, total } = kind === 'push-out' ? sumsOfSent(value) : sumsOfInvoice(wallets.store, value);
  return {
    id,
    kind: action,
    exchange: value.exchange,
    amount: value.amount,
    fees: cappedText({ ...wanted, units: fees }),
    total: cappedText({ ...wanted, units: total }),
    summary: typeof summary === 'string' ? plainText(summary) : '',
    uri: talerUriToText({ action, exchangeBaseUrl: value.exchange, contractPriv: value.contract_priv }),
    expiresAt: timestampToMs(value.purse_expiration ?? value.created),
    ...(kind === 'push-out' ? arrivingOf(wallets, value) : {}),
    state: isCalledBack(value) ? 'stopping' : (PAYMENT_STATE[value.status] ?? 'starting'),
  };
};

/** What its receiver gets of it, by what the issuer takes now, while that is still to come. */
const arrivingOf = (
  { exchanges, world }: Wallets,
  { exchange, amount: text, status }: ValueByKind['push-out'],
): Pick<PeerPaymentView, 'arrives'> => {
  const keys = status === 'planned' || status === 'created' ? exchanges.cachedKeys(exchange) : undefined;
  if (keys === undefined) return {};
  const wanted = amount(text);
  return { arrives: cappedText({ ...wanted, units: arrivesOf(keys, wanted, world.now()) }) };
};

type Sums = { readonly fees: bigint; readonly total: bigint };

const sumsOfSent = (payment: ValueByKind['push-out']): Sums => {
  const isEnded = payment.status === 'aborted' || payment.status === 'expired';
  const fees = isEnded ? costOfEnded(payment) : sendingCost(payment);
  return { fees, total: isEnded ? fees : amount(payment.amount).units + fees };
};

const sumsOfInvoice = (store: Pick<Reader, 'entry' | 'coins'>, invoice: ValueByKind['pull-out']): Sums => {
  const [wanted, fees] = [amount(invoice.amount).units, invoiceCost(store, invoice)];
  return { fees, total: wanted > fees ? wanted - fees : 0n };
};

/** What a payment that was ended costs: making the coins new that it gives back, as was written down when they were chosen. */
const costOfEnded = ({ coins }: ValueByKind['push-out']): bigint =>
  Object.values(coins).reduce(
    (sum, { s, renewal }) => (s === 'released' && renewal !== undefined ? sum + amount(renewal).units : sum),
    0n,
  );

/** What sending costs beyond the amount: what was shown, change and all, or more where other coins had to give it; nothing once they are given back. */
const sendingCost = ({ amount: text, coins, cost }: ValueByKind['push-out']): bigint => {
  const given = Object.values(coins).flatMap(({ c, s }) => (s === 'released' ? [] : [amount(c).units]));
  if (given.length === 0) return 0n;
  const beyond = given.reduce((sum, each) => sum + each, 0n) - amount(text).units;
  const shown = cost === undefined ? 0n : amount(cost).units;
  return beyond > shown ? beyond : shown;
};

/** What an invoice costs: the payment to ourselves that opened it, and what making coins of the money takes, as it was shown or as it was. */
const invoiceCost = (store: Pick<Reader, 'entry' | 'coins'>, invoice: ValueByKind['pull-out']): bigint => {
  const { amount: text, funding, withdrawal, max_fees: shown, status } = invoice;
  const payment = funding === undefined ? undefined : store.entry('push-out', funding)?.value;
  const cost = payment ? sendingCost(payment) : 0n;
  const opening = payment && (cost > 0n || payment.status === 'taken') ? amount(payment.amount).units + cost : 0n;
  if (status !== 'done' || withdrawal === undefined) return opening + (shown === undefined ? 0n : amount(shown).units);
  const drawn = store.coins({ sourceId: withdrawal }).reduce((sum, { value }) => sum + amount(value.v).units, 0n);
  const wanted = amount(text).units;
  return opening + (wanted > drawn ? wanted - drawn : 0n);
};

/** Why an exchange makes no purse, where its person can do something about it. Their sentences say that nothing was changed. */
const REFUSALS = ['purse-untimely', 'purse-underfunded', 'purse-quota-exceeded', 'purse-fee-too-low'] as const;

/** Why a payment or invoice that was just begun is over; money that went into it before comes back, and is told so. */
const closedBecause = (ended: ValueByKind['push-out'] | ValueByKind['pull-out']): WalletFailure => {
  const { status, why } = ended;
  const isUntouched = !('funding' in ended) || ended.funding === undefined;
  const refused = isUntouched ? REFUSALS.find((each) => each === why) : undefined;
  if (refused !== undefined) return { kind: refused };
  return { kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) };
};

const stateOf = (
  { store }: Wallets,
  id: string,
): Result<{ readonly state: 'received' | 'paid' | 'pending' }, WalletFailure> => {
  const invoice = store.entry('pull-in', id)?.value;
  if (invoice && isAsking(invoice)) {
    const asked = readNoted(store.local.task('pull-in', id)?.lastFailure)?.why;
    if (asked?.kind === 'fees-changed') return err({ kind: 'fees-changed', ...asked.facts });
  }
  const value = invoice ?? store.entry('push-in', id)?.value;
  const { status = 'unknown', why } = value ?? {};
  if (status === 'done') return ok({ state: 'received' });
  if (status === 'paid') return ok({ state: 'paid' });
  if (status === 'accepted' || status === 'merged' || status === 'paying') return ok({ state: 'pending' });
  return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
};
