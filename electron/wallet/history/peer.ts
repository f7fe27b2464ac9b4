// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { isCalledBack } from '../flows/peer/peer-purse.ts';

type Spending = Entry<'push-out'> | Entry<'pull-in'>;
type Receiving = Entry<'push-in'> | Entry<'pull-out'>;
type Sums = ReadonlyMap<string, bigint>;
/** `arrived`: what was there to draw, by withdrawal; `fees`: what opening invoices took, by the payment that brought it */
type Drawing = { readonly withdrawals: PeerHistory['withdrawals']; readonly arrived: Sums; readonly fees: Sums };

/** The part of the history that is between people. */
export type PeerHistory = {
  /** events whose change belongs to their own line */
  readonly spending: readonly string[];
  /** withdrawals that are part of a received payment's line */
  readonly withdrawals: ReadonlyMap<string, string>;
  /** `givenBy` and `costs`: what each event took from coins, and what renewing their rest cost */
  readonly lines: (givenBy: Sums, costs: Sums) => readonly HistoryLine[];
};

/** Payments to and from people, and invoices, one line each; what was only looked at is no event. */
export const readPeerHistory = (reader: Pick<Reader, 'entries'>, ledger: Ledger): PeerHistory => {
  const spending: readonly Spending[] = [...reader.entries('push-out'), ...reader.entries('pull-in')].filter(
    ({ value }) => value.status !== 'offered' || Object.keys(value.coins).length > 0,
  );
  const withdrawals = new Map<string, string>();
  const receiving: Receiving[] = [];
  for (const entry of [...reader.entries('push-in'), ...reader.entries('pull-out')]) {
    const id = entry.value.withdrawal;
    // Two copies may have accepted the same payment: its withdrawal is counted on one line only.
    const draws = id !== undefined && ledger.withdrawals.has(id) && !withdrawals.has(id);
    if (draws) withdrawals.set(id, lineId(entry));
    if (draws || entry.value.status !== 'offered') receiving.push(entry);
  }
  const arrived = new Map(
    reader
      .entries('withdrawal')
      .flatMap(({ id, value }) => (value.arrived === undefined ? [] : [[id, amount(value.arrived).units] as const])),
  );
  return {
    spending: spending.map(({ id }) => id),
    withdrawals,
    lines: (givenBy, costs) => {
      const takenBy = (id: string): bigint => (givenBy.get(id) ?? 0n) + (costs.get(id) ?? 0n);
      // What the fee of an invoice took belongs to the invoice's line.
      const fees = new Map(
        receiving.flatMap(({ value }) =>
          'funding' in value && typeof value.funding === 'string' ? [[value.funding, takenBy(value.funding)]] : [],
        ),
      );
      return [
        ...spending
          .filter(({ id }) => !fees.has(id))
          .map((entry) => spendingLine(entry, givenBy.get(entry.id) ?? 0n, costs.get(entry.id) ?? 0n)),
        ...receiving.map((entry) => receivingLine(entry, { withdrawals, arrived, fees }, ledger)),
      ];
    },
  };
};

/** What we pay ourselves has the same purse on both sides. */
const lineId = ({ kind, id }: Spending | Receiving): string =>
  kind === 'push-out' || kind === 'pull-out' ? id : `${kind} ${id}`;

const spendingLine = (entry: Spending, given: bigint, refreshCost: bigint): HistoryLine => {
  const { kind, value } = entry;
  const wanted = amount(value.amount);
  const text = (units: bigint): string => cappedText({ currency: wanted.currency, units });
  const spent = given + refreshCost;
  const settled = given > 0n ? wanted.units : 0n;
  return {
    ...common(entry),
    type: kind === 'push-out' ? 'peer-sent' : 'invoice-paid',
    state: value.status === 'paid' ? 'done' : (STATE[value.status] ?? 'pending'),
    fees: text(spent > settled ? spent - settled : 0n),
    effect: text(-spent),
    ...noteOf(kind === 'push-out' ? sentNote(value) : paidNote(value)),
  };
};

const receivingLine = (entry: Receiving, drawing: Drawing, ledger: Ledger): HistoryLine => {
  const { withdrawals, arrived, fees: openingFees } = drawing;
  const { kind, value } = entry;
  const wanted = amount(value.amount);
  const text = (units: bigint): string => cappedText({ currency: wanted.currency, units });
  const id = value.withdrawal;
  const flow = id !== undefined && withdrawals.get(id) === lineId(entry) ? ledger.withdrawals.get(id) : undefined;
  const drawn = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const fee = entry.kind === 'pull-out' ? (openingFees.get(entry.value.funding ?? '') ?? 0n) : 0n;
  const effect = drawn - fee;
  const isIn = value.status === 'done';
  const came = (id === undefined ? undefined : arrived.get(id)) ?? wanted.units;
  // An invoice that came to nothing may have its fee drawn back: what is missing then is the cost.
  const lost = isIn ? came - effect : fee > drawn ? fee - drawn : 0n;
  return {
    ...common(entry),
    type: kind === 'push-in' ? 'peer-received' : 'invoice-received',
    state: STATE[value.status] ?? 'pending',
    // What arrived and did not become coins: withdraw fees, a rest no denomination fits, and the price of the invoice.
    fees: text(lost > 0n ? lost : 0n),
    effect: text(effect),
    ...noteOf(kind === 'push-in' ? receivedNote(value) : invoiceNote(value)),
  };
};

const common = (entry: Spending | Receiving) => {
  const { value } = entry;
  const summary = value.terms?.['summary'];
  return {
    id: lineId(entry),
    at: timestampToMs(value.created),
    exchange: value.exchange,
    currency: amount(value.amount).currency,
    amount: value.amount,
    party: URL.canParse(value.exchange) ? new URL(value.exchange).host : value.exchange,
    summary: typeof summary === 'string' ? summary : '',
  };
};

/** A received payment is done when its coins are here; `merged` and an invoice's `paid` only mean that the money is in our reserve. */
const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  taken: 'done',
  done: 'done',
  expired: 'expired',
  aborted: 'aborted',
};

const noteOf = (note: string | undefined): { readonly note?: string } => (note === undefined ? {} : { note });

const sentNote = (payment: ValueByKind['push-out']): string | undefined => {
  const { status, why, purse_expiration: until } = payment;
  if (isCalledBack(payment)) return 'Being called back; if it was taken before, it stays sent.';
  switch (status) {
    case 'created':
      return `Waiting for the receiver until ${day(until)}; what is not taken comes back by itself.`;
    case 'expired':
      return 'Nobody took it in time; the coins came back, less the fee for renewing them.';
    case 'aborted':
      return `Not sent${because(why)}; the coins came back, less the fee for renewing them.`;
    default:
      return undefined;
  }
};

const paidNote = (payment: ValueByKind['pull-in']): string | undefined => {
  const { status, why } = payment;
  if (isCalledBack(payment)) return 'Being stopped; if it was paid before, it stays paid.';
  if (status === 'expired') return 'The invoice expired; the coins came back, less the fee for renewing them.';
  if (status === 'aborted') return `Not paid${because(why)}; the coins came back, less the fee for renewing them.`;
  return why === 'other-contract'
    ? 'Paid, but the exchange knows the invoice with other terms than were shown.'
    : undefined;
};

const receivedNote = ({ status, why }: ValueByKind['push-in']): string | undefined => {
  if (status === 'expired') return 'The payment expired before it was taken; no money was moved.';
  return status === 'aborted' ? `Not received${because(why)}; no money was moved.` : undefined;
};

const invoiceNote = (invoice: ValueByKind['pull-out']): string | undefined => {
  const { status, why, purse_expiration: until, funding } = invoice;
  if (isCalledBack(invoice)) return 'Being withdrawn; if it was paid before, it stays paid.';
  const moved = funding === undefined ? 'no money was moved' : 'only the fee for opening it is gone';
  if (status === 'open') return `Can be paid until ${day(until)}.`;
  if (status === 'expired') return `Nobody paid the invoice in time; ${moved}.`;
  return status === 'aborted' ? `Withdrawn${because(why)}; ${moved}.` : undefined;
};

const because = (why: string | undefined): string => (why === undefined ? '' : ` (${why.replaceAll('-', ' ')})`);

const day = (at: Timestamp | undefined): string => {
  const ms = at === undefined ? Number.NaN : timestampToMs(at);
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 16).replace('T', ' ') : 'it is called back';
};
