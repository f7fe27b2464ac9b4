// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount, type Amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../shared/time.ts';
import type { PeerOfferView, PeerPaymentView, PeerQuoteView } from '../../shared/view.ts';
import type { Entry, ValueByKind } from '../state/entry.ts';
import { talerUriToText } from '../taler/taler-uri.ts';
import type { StepOutcome, Wallets } from './context.ts';
import type { OpenExchange } from './exchanges.ts';
import { explainFailure } from './explain.ts';
import type { WalletFailure } from './failure.ts';
import { costOfGiving, selectForPurse } from './peer-coins.ts';
import { preparePeer } from './peer-offer.ts';
import { CALLED_BACK, isCalledBack } from './peer-purse.ts';
import { reserveForInvoice } from './pull-in.ts';
import { planPull } from './pull-out.ts';
import { acceptPush, type Accepting } from './push-in.ts';
import { planPush } from './push-out.ts';
import type { Runner } from './runner.ts';

/** What to send or ask for. Without an exchange the one where it costs least is taken; without hours a week. */
export type PeerWish = {
  readonly amount: string;
  readonly summary: string;
  readonly expiresHours?: number;
  readonly exchange?: string;
};

/** Money between people: payments sent and taken, invoices written and paid. */
export type Peer = {
  /** what sending would cost; nothing is reserved */
  readonly quote: (
    wish: Pick<PeerWish, 'amount' | 'expiresHours' | 'exchange'>,
  ) => Promise<Result<PeerQuoteView, WalletFailure>>;
  /** Pays into a purse whoever has the returned address can take; `starting` when the exchange has not confirmed it yet. */
  readonly send: (wish: PeerWish) => Promise<Result<PeerPaymentView, WalletFailure>>;
  /** Writes an invoice whoever has the returned address can pay. */
  readonly request: (wish: PeerWish & Accepting) => Promise<Result<PeerPaymentView, WalletFailure>>;
  /** Opens another wallet's payment or invoice and says what accepting it would bring or cost; the same address again continues the same one. */
  readonly prepare: (talerUri: string) => Promise<Result<PeerOfferView, WalletFailure>>;
  /** Takes the payment or pays the invoice. */
  readonly confirm: (
    id: string,
    how?: Accepting,
  ) => Promise<Result<{ readonly state: 'received' | 'paid' | 'pending' }, WalletFailure>>;
  /** payments sent and invoices written, newest first */
  readonly list: () => readonly PeerPaymentView[];
  /**
   * Calls back a payment nobody took, an invoice nobody paid, or the paying of one; undefined when the id is none of these.
   * `pending` when it is not decided yet: the wish is kept.
   */
  readonly abort: (id: string) => Promise<Result<Aborted, WalletFailure> | undefined>;
};

type Aborted = { readonly id: string; readonly state: 'aborted' | 'pending' };

const HOUR_MS = 60 * 60_000;
/** What GNU Taler's own wallets suggest. */
const DEFAULT_HOURS = 7 * 24;

/** The peer part of a wallet. */
export const createPeer = (wallets: Wallets, runner: Pick<Runner, 'drive'>): Peer => {
  const { store } = wallets;

  const view = (id: string): Result<PeerPaymentView, WalletFailure> => {
    const found = store.entry('push-out', id) ?? store.entry('pull-out', id);
    return found ? ok(paymentView(found)) : err({ kind: 'unknown-peer-payment', id: id.slice(0, 64) });
  };

  const afterStep = async (
    kind: 'push-out' | 'pull-out',
    id: string,
  ): Promise<Result<PeerPaymentView, WalletFailure>> => {
    await runner.drive({ kind, id });
    const value = store.entry(kind, id)?.value;
    if (value?.status !== 'aborted' && value?.status !== 'expired') return view(id);
    return err({ kind: 'peer-closed', status: value.status, ...(value.why === undefined ? {} : { why: value.why }) });
  };

  return {
    quote: async (wish) => {
      const wanted = readWish(wallets, wish);
      if (!wanted.ok) return wanted;
      const text = (units: bigint): string => amountToText({ ...wanted.value.amount, units });
      const found = await cheapest(wallets, wanted.value, wish.exchange);
      if (!found.ok) {
        const { kind } = found.error;
        if (kind !== 'insufficient-balance' && kind !== 'too-many-coins') return found;
        const nothing = {
          exchange: '',
          amount: text(wanted.value.amount.units),
          fees: text(0n),
          total: text(wanted.value.amount.units),
        };
        return ok({ ...nothing, possible: false, why: explainFailure(found.error) });
      }
      const { fees } = found.value;
      return ok({
        exchange: found.value.open.keys.baseUrl,
        amount: text(wanted.value.amount.units),
        fees: text(fees),
        total: text(wanted.value.amount.units + fees),
        possible: true,
      });
    },
    send: async (wish) => {
      const wanted = readWish(wallets, wish);
      if (!wanted.ok) return wanted;
      const found = await cheapest(wallets, wanted.value, wish.exchange);
      if (!found.ok) return found;
      const id = planPush(wallets, found.value.open.keys, wanted.value);
      return id.ok ? afterStep('push-out', id.value) : id;
    },
    request: async (wish) => {
      const wanted = readWish(wallets, wish);
      if (!wanted.ok) return wanted;
      const [open] = await openExchanges(wallets, wanted.value.amount.currency, wish.exchange);
      if (!open) return err({ kind: 'no-exchange-for-currency', currency: wanted.value.amount.currency });
      if (!open.ok) return open;
      const id = planPull(wallets, open.value.keys, {
        ...wanted.value,
        withoutBackup: wish.withoutBackup === true,
      });
      return id.ok ? afterStep('pull-out', id.value) : id;
    },
    prepare: (talerUri) => preparePeer(wallets, talerUri),
    confirm: async (id, how) => {
      const isInvoice = store.entry('pull-in', id) !== undefined;
      const begun = isInvoice ? await reserveForInvoice(wallets, id) : acceptPush(wallets, id, how);
      if (!begun.ok) return begun;
      await runner.drive({ kind: isInvoice ? 'pull-in' : 'push-in', id });
      const withdrawal = isInvoice ? undefined : store.entry('push-in', id)?.value.withdrawal;
      if (withdrawal !== undefined && store.entry('withdrawal', withdrawal)) {
        await runner.drive({ kind: 'withdrawal', id: withdrawal });
        await runner.drive({ kind: 'push-in', id });
      }
      return stateOf(wallets, id);
    },
    list: () =>
      [...store.entries('push-out'), ...store.entries('pull-out')]
        .map((entry) => ({ view: paymentView(entry), at: timestampToMs(entry.value.created) }))
        .sort((a, b) => b.at - a.at || (a.view.id < b.view.id ? -1 : 1))
        .map((each) => each.view),
    abort: async (id) => {
      const own = store.entry('push-out', id) ?? store.entry('pull-out', id) ?? store.entry('pull-in', id);
      if (!own) return undefined;
      const wished = wishBack(wallets, own);
      if (!wished.ok) return wished;
      const now = (): typeof own.value => store.entry(own.kind, id)?.value ?? own.value;
      let outcome: StepOutcome | undefined;
      // A request that is on its way is waited for; only then can the purse be asked.
      for (let go = 0; go < 2 && isCalledBack(now()); go++) outcome = await runner.drive({ kind: own.kind, id });
      const { status, why } = now();
      if (status === 'aborted') return ok({ id, state: 'aborted' });
      if (isCalledBack(now())) return ok({ id, state: 'pending' });
      if (UNDECIDED.has(status) && outcome?.kind === 'failed') return err(outcome.failure);
      return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
    },
  };
};

const UNDECIDED: ReadonlySet<string> = new Set(['planned', 'created', 'open', 'paying']);

/** Writes the wish down before anybody is asked. */
const wishBack = (
  { store }: Wallets,
  { kind, id }: Entry<'push-out'> | Entry<'pull-out'> | Entry<'pull-in'>,
): Result<void, WalletFailure> =>
  store.transaction((tx) => {
    const value = tx.entry(kind, id)?.value;
    const { status = 'unknown', why } = value ?? {};
    if (status === 'offered') return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    if (!value || !UNDECIDED.has(status))
      return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
    tx.put(kind, id, { ...value, why: CALLED_BACK });
    return ok(undefined);
  });

type Wish = {
  readonly amount: Amount;
  readonly summary: string;
  readonly expiration: ReturnType<typeof msToTimestamp>;
};

const readWish = (
  { world }: Wallets,
  {
    amount: text,
    summary = '',
    expiresHours = DEFAULT_HOURS,
  }: { readonly amount: string; readonly summary?: string; readonly expiresHours?: number },
): Result<Wish, WalletFailure> => {
  const wanted = parseAmount(text);
  if (!wanted.ok) return wanted;
  if (wanted.value.units === 0n) return err({ kind: 'amount-is-zero' });
  return ok({ amount: wanted.value, summary, expiration: msToTimestamp(world.now() + expiresHours * HOUR_MS) });
};

/** Connections to the exchanges for a currency, or to the one that was named. */
const openExchanges = async (
  wallets: Wallets,
  currency: string,
  named: string | undefined,
): Promise<readonly Result<OpenExchange, WalletFailure>[]> => {
  const known = wallets.exchanges
    .list()
    .filter((each) => each.currency === currency && (named === undefined || each.baseUrl === named));
  const opened = await Promise.all(known.map(({ baseUrl }) => wallets.exchanges.open(baseUrl)));
  return opened.sort((a, b) => Number(b.ok) - Number(a.ok));
};

type Found = { readonly open: OpenExchange; readonly fees: bigint };

/** The exchange whose coins pay with the least fees; otherwise the failure of the one that comes closest. */
const cheapest = async (
  wallets: Wallets,
  wish: Wish,
  named: string | undefined,
): Promise<Result<Found, WalletFailure>> => {
  let best: Found | undefined;
  let failure: WalletFailure | undefined;
  for (const open of await openExchanges(wallets, wish.amount.currency, named)) {
    const need = { wanted: wish.amount, untilMs: timestampToMs(wish.expiration) };
    const chosen = open.ok ? selectForPurse(wallets, wallets.store, open.value.keys, need) : open;
    if (!chosen.ok) failure ??= chosen.error;
    if (!chosen.ok || !open.ok) continue;
    const fees = costOfGiving(wallets, open.value.keys, chosen.value);
    if (!best || fees < best.fees) best = { open: open.value, fees };
  }
  if (best) return ok(best);
  return err(failure ?? { kind: 'no-exchange-for-currency', currency: wish.amount.currency });
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

const paymentView = ({ kind, id, value }: Entry<'push-out'> | Entry<'pull-out'>): PeerPaymentView => {
  const action = kind === 'push-out' ? 'push' : 'pull';
  const summary = value.terms?.['summary'];
  return {
    id,
    kind: action,
    exchange: value.exchange,
    amount: value.amount,
    fees: depositFees(value.amount, kind === 'push-out' ? value.coins : {}),
    summary: typeof summary === 'string' ? summary : '',
    uri: talerUriToText({ action, exchangeBaseUrl: value.exchange, contractPriv: value.contract_priv }),
    expiresAt: timestampToMs(value.purse_expiration ?? value.created),
    state: PAYMENT_STATE[value.status] ?? 'starting',
  };
};

/** What the coins give beyond the amount, while they give it. */
const depositFees = (text: string, coins: ValueByKind['push-out']['coins']): string => {
  const wanted = amount(text);
  const given = Object.values(coins).reduce((sum, { c, s }) => (s === 'released' ? sum : sum + amount(c).units), 0n);
  return amountToText({ ...wanted, units: given > wanted.units ? given - wanted.units : 0n });
};

const stateOf = (
  { store }: Wallets,
  id: string,
): Result<{ readonly state: 'received' | 'paid' | 'pending' }, WalletFailure> => {
  const invoice = store.entry('pull-in', id)?.value;
  const value = invoice ?? store.entry('push-in', id)?.value;
  const { status = 'unknown', why } = value ?? {};
  if (status === 'done') return ok({ state: 'received' });
  if (status === 'paid') return ok({ state: 'paid' });
  if (status === 'accepted' || status === 'merged' || status === 'paying') return ok({ state: 'pending' });
  return err({ kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) });
};
