// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../shared/names.ts';
import { amount, cappedText } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Flow } from '../ledger/sums.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readReissues } from '../ledger/reissues.ts';
import { backNotes, dearerNotes, detailOf, untilOf, withNotes } from './notes.ts';
import { isTakingEndable } from '../flows/peer/give-up.ts';
import { isEndable } from '../flows/peer/take-back.ts';
import { isAsking, isCalledBack } from '../flows/peer/peer-purse.ts';
import { FORGOTTEN } from './payment.ts';
import { reissueLine } from './reissue.ts';
import { isDrawn } from './withdrawal.ts';
import { givenTo } from './given.ts';
import type { Owned } from './line.ts';

type Spending = Entry<'push-out'> | Entry<'pull-in'>;
type Receiving = Entry<'push-in'> | Entry<'pull-out'>;
type Sums = ReadonlyMap<string, bigint>;
/** What drew it, if it is counted on this line; what was there to draw; and what opening the invoice took. */
type Drawing = { readonly flow: Flow | undefined; readonly came: bigint | undefined; readonly fee: bigint };

/** The part of the history that is between people. */
export type PeerHistory = {
  /** events whose change belongs to their own line */
  readonly spending: readonly string[];
  /** withdrawals that are part of a received payment's line */
  readonly withdrawals: ReadonlyMap<string, string>;
  /** `costs`: what renewing the rest of the coins of each event cost */
  readonly lines: (costs: Sums) => readonly Owned[];
};

/** Payments to and from people, and invoices, one line each; what was only looked at is no event. */
export const readPeerHistory = (reader: Pick<Reader, 'entry' | 'entries'>, ledger: Ledger): PeerHistory => {
  const spending: readonly Spending[] = [...reader.entries('push-out'), ...reader.entries('pull-in')].filter(
    ({ value }) => (value.status !== 'offered' && value.forgotten !== true) || Object.keys(value.coins).length > 0,
  );
  const reissues = readReissues(reader);
  const toSelf = new Set(reissues.map(({ id }) => id));
  const withdrawals = new Map<string, string>();
  const receiving: Receiving[] = [];
  for (const entry of [...reader.entries('push-in'), ...reader.entries('pull-out')]) {
    const id = entry.value.withdrawal;
    // Two copies may have accepted the same payment: its withdrawal is counted on one line only.
    const draws = id !== undefined && ledger.withdrawals.has(id) && !withdrawals.has(id);
    if (draws) withdrawals.set(id, lineId(entry));
    // Of a forgotten one the sums stay; the fee of an invoice is one.
    const isShown = entry.value.status !== 'offered' && (entry.value.forgotten !== true || 'funding' in entry.value);
    if (!toSelf.has(entry.id) && (draws || isShown)) receiving.push(entry);
  }
  const arrived = new Map(
    reader
      .entries('withdrawal')
      .flatMap(({ id, value }) => (value.arrived === undefined ? [] : [[id, amount(value.arrived).units] as const])),
  );
  return {
    spending: spending.map(({ id }) => id),
    withdrawals,
    lines: (costs) => {
      const givenBy = new Map(spending.map((entry) => [entry.id, givenTo(entry, ledger)]));
      const takenBy = (id: string): bigint => (givenBy.get(id) ?? 0n) + (costs.get(id) ?? 0n);
      // What the fee of an invoice took belongs to the invoice's line.
      const fees = new Map(
        receiving.flatMap(({ value }) =>
          'funding' in value && typeof value.funding === 'string' ? [[value.funding, takenBy(value.funding)]] : [],
        ),
      );
      return [
        ...spending
          .filter(({ id }) => !fees.has(id) && !toSelf.has(id))
          .map((entry) => {
            const [given, refreshCost] = [givenBy.get(entry.id) ?? 0n, costs.get(entry.id) ?? 0n];
            return { owner: entry.id, line: spendingLine(entry, { given, refreshCost, ledger }) };
          }),
        ...reissues.map((each) => ({ owner: each.id, line: reissueLine(each, takenBy(each.id), ledger) })),
        ...receiving.map((entry) => {
          const id = entry.value.withdrawal ?? '';
          const fee = entry.kind === 'pull-out' ? (fees.get(entry.value.funding ?? '') ?? 0n) : 0n;
          const flow = withdrawals.get(id) === lineId(entry) ? ledger.withdrawals.get(id) : undefined;
          return { owner: entry.id, line: receivingLine(entry, { flow, came: arrived.get(id), fee }) };
        }),
      ];
    },
  };
};

/** What we pay ourselves has the same purse on both sides. */
const lineId = ({ kind, id }: Spending | Receiving): string =>
  kind === 'push-out' || kind === 'pull-out' ? id : `${kind} ${id}`;

const spendingLine = (
  entry: Spending,
  { given, refreshCost, ledger }: { readonly given: bigint; readonly refreshCost: bigint; readonly ledger: Ledger },
): HistoryLine => {
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
    ...(value.forgotten === true
      ? {}
      : withNotes(kind === 'push-out' ? sentNotes(value, ledger) : paidNotes(value, ledger))),
  };
};

const receivingLine = (entry: Receiving, { flow, came: there, fee }: Drawing): HistoryLine => {
  const { kind, value } = entry;
  const wanted = amount(value.amount);
  const text = (units: bigint): string => cappedText({ currency: wanted.currency, units });
  const drawn = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const effect = drawn - fee;
  const came = there ?? wanted.units;
  const isOpen = STATE[value.status] === undefined;
  const isIn = value.status === 'done' || (isOpen && isDrawn(value, came - drawn));
  // An invoice that came to nothing may have its fee drawn back: what is missing then is the cost.
  const lost = isIn ? came - effect : fee > drawn ? fee - drawn : 0n;
  return {
    ...common(entry),
    type: kind === 'push-in' ? 'peer-received' : 'invoice-received',
    state: STATE[value.status] ?? 'pending',
    // What arrived and did not become coins: withdraw fees, a rest no denomination fits, and the price of the invoice.
    fees: text(lost > 0n ? lost : 0n),
    effect: text(effect),
    ...(value.forgotten === true ? {} : withNotes(kind === 'push-in' ? receivedNotes(value) : invoiceNotes(value))),
  };
};

const common = (entry: Spending | Receiving) => {
  const { kind, value } = entry;
  const isOver = STATE[value.status] !== undefined || (kind === 'pull-in' && value.status === 'paid');
  const summary = value.terms?.['summary'];
  return {
    id: lineId(entry),
    at: timestampToMs(value.created),
    exchange: value.exchange,
    currency: amount(value.amount).currency,
    amount: value.amount,
    ...(value.forgotten === true
      ? FORGOTTEN
      : {
          party: URL.canParse(value.exchange) ? new URL(value.exchange).host : value.exchange,
          summary: typeof summary === 'string' ? plainText(summary) : '',
          ...(isOver ? { forgettable: true as const } : {}),
          ...(canEnd(entry) ? { endable: true as const } : {}),
        }),
  };
};

const canEnd = (entry: Spending | Receiving): boolean =>
  entry.kind === 'push-in' ? isTakingEndable(entry.value) : isEndable(entry);

/** A received payment is done when its coins are here; `merged` and an invoice's `paid` only mean that the money is in our reserve. */
const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  taken: 'done',
  done: 'done',
  expired: 'expired',
  aborted: 'aborted',
};

const sentNotes = (payment: ValueByKind['push-out'], ledger: Ledger): readonly Said<'note'>[] => {
  const { status, why, purse_expiration: until, coins } = payment;
  if (isCalledBack(payment)) return [{ kind: 'calling-back', facts: {} }];
  switch (status) {
    case 'created':
      return [{ kind: 'waiting-for-receiver', facts: untilOf(until) }];
    case 'expired':
      return [{ kind: 'nobody-took', facts: {} }, ...backNotes(coins, ledger)];
    case 'aborted':
      return [{ kind: 'not-sent', facts: detailOf(why) }, ...dearerNotes(payment), ...backNotes(coins, ledger)];
    default:
      return [];
  }
};

const paidNotes = (payment: ValueByKind['pull-in'], ledger: Ledger): readonly Said<'note'>[] => {
  const { status, why, coins } = payment;
  if (isCalledBack(payment)) return [{ kind: 'stopping-invoice', facts: {} }];
  if (status === 'expired') return [{ kind: 'invoice-expired', facts: {} }, ...backNotes(coins, ledger)];
  if (status === 'aborted') return [{ kind: 'invoice-unpaid', facts: detailOf(why) }, ...backNotes(coins, ledger)];
  if (isAsking(payment)) return [...dearerNotes(payment), ...backNotes(coins, ledger)];
  return why === 'other-contract' ? [{ kind: 'other-terms', facts: {} }] : [];
};

const receivedNotes = ({ status, why }: ValueByKind['push-in']): readonly Said<'note'>[] => {
  if (status === 'expired') return [{ kind: 'payment-expired', facts: {} }];
  return status === 'aborted' ? [{ kind: 'not-received', facts: detailOf(why) }] : [];
};

const invoiceNotes = (invoice: ValueByKind['pull-out']): readonly Said<'note'>[] => {
  const { status, why, purse_expiration: until, funding } = invoice;
  if (isCalledBack(invoice)) return [{ kind: 'withdrawing-invoice', facts: {} }];
  const fee = funding === undefined ? 'none' : 'gone';
  if (status === 'open') return [{ kind: 'invoice-open', facts: untilOf(until) }];
  if (status === 'expired') return [{ kind: 'nobody-paid', facts: { fee } }];
  return status === 'aborted' ? [{ kind: 'invoice-withdrawn', facts: { fee, ...detailOf(why) } }] : [];
};
