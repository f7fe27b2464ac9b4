// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { isGiven, readGivings } from '../ledger/givings.ts';
import { readLedger, type Ledger } from '../ledger/ledger.ts';
import { depositLine } from './deposit.ts';
import { elsewhereLines, foundLines } from './found.ts';
import { isShown, paymentLine } from './payment.ts';
import { readPeerHistory, type PeerHistory } from './peer.ts';
import { recoupReturns, refreshCosts, refreshLines } from './refresh.ts';
import { readRefundHistory, type RefundHistory } from './refund.ts';
import { withdrawalLine } from './withdrawal.ts';

/** What the lines are made of, read once. */
type Scene = {
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly peers: PeerHistory;
  readonly refunds: RefundHistory;
  readonly purchases: readonly Entry<'purchase'>[];
  readonly deposits: readonly Entry<'deposit'>[];
  readonly refreshes: readonly Entry<'refresh'>[];
  /** what each event took from coins we know, and what renewing its change cost, by the event's id */
  readonly givenBy: ReadonlyMap<string, bigint>;
  readonly costs: ReadonlyMap<string, bigint>;
  /** refreshes that belong to a refund, and those that belong to no event */
  readonly ofRefund: readonly Entry<'refresh'>[];
  readonly ofNone: readonly Entry<'refresh'>[];
  readonly recouped: ReadonlyMap<string, bigint>;
};

type LinesOf = ((scene: Scene) => readonly HistoryLine[]) | 'no line of its own';

/** How entries of each kind are shown. A kind that is not named here does not compile: what it did to the balance would have no line. */
const LINES: { readonly [K in Kind]: LinesOf } = {
  withdrawal: ({ reader, peers, ledger }) =>
    reader
      .entries('withdrawal')
      .flatMap((entry) => (peers.withdrawals.has(entry.id) ? [] : [withdrawalLine(entry, ledger)])),
  purchase: ({ purchases, givenBy, refunds, costs, ledger }) =>
    purchases.map((entry) => {
      const given = (givenBy.get(entry.id) ?? 0n) - (refunds.returnedBy.get(entry.id) ?? 0n);
      return paymentLine(entry, { given, refreshCost: costs.get(entry.id) ?? 0n, ledger });
    }),
  deposit: ({ deposits, givenBy, costs, ledger }) =>
    deposits.map((entry) =>
      depositLine(entry, { given: givenBy.get(entry.id) ?? 0n, refreshCost: costs.get(entry.id) ?? 0n, ledger }),
    ),
  refund: ({ refunds, ofRefund, ledger, recouped }) => refunds.lines(refreshCosts(ofRefund, ledger, recouped)),
  // The four kinds between people share their lines.
  'push-out': ({ peers, givenBy, costs }) => peers.lines(givenBy, costs),
  'push-in': 'no line of its own',
  'pull-out': 'no line of its own',
  'pull-in': 'no line of its own',
  refresh: ({ ofNone, ledger, recouped }) => refreshLines(ofNone, ledger, recouped),
  coin: ({ ledger }) => [...elsewhereLines(ledger), ...foundLines(ledger)],
  reserve: 'no line of its own',
  exchange: 'no line of its own',
  device: 'no line of its own',
  provider: 'no line of its own',
  setting: 'no line of its own',
  tombstone: 'no line of its own',
};

/** One line per event a person would recognise, newest first; the effects add up to the balance, per exchange and currency, at every instant. */
export const readHistory = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly HistoryLine[] => {
  const scene = readScene(reader, ledger);
  return Object.values<LinesOf>(LINES)
    .flatMap((of) => (of === 'no line of its own' ? [] : of(scene)))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
};

const readScene = (reader: Reader, ledger: Ledger): Scene => {
  const refreshes = reader.entries('refresh');
  const purchases = reader.entries('purchase').filter(({ value }) => isShown(value));
  const peers = readPeerHistory(reader, ledger);
  const deposits = reader.entries('deposit');
  const shown = new Set([...purchases.map(({ id }) => id), ...deposits.map(({ id }) => id), ...peers.spending]);
  const recouped = recoupReturns(reader, refreshes, ledger);
  const refunds = readRefundHistory(reader, ledger, shown, (id) => recouped.has(id));
  const isOfRefund = ({ value }: Entry<'refresh'>): boolean =>
    value.reason === 'refund' && value.purchase !== undefined && refunds.purchases.has(value.purchase);
  const isOfOther = (entry: Entry<'refresh'>): boolean =>
    !isOfRefund(entry) && entry.value.purchase !== undefined && shown.has(entry.value.purchase);
  return {
    reader,
    ledger,
    peers,
    refunds,
    purchases,
    deposits,
    refreshes,
    givenBy: givenByEvent(reader, ledger),
    costs: refreshCosts(refreshes.filter(isOfOther), ledger, recouped),
    ofRefund: refreshes.filter(isOfRefund),
    ofNone: refreshes.filter((entry) => !isOfRefund(entry) && !isOfOther(entry)),
    recouped,
  };
};

/** What each event took from coins we know, by the event's id. */
const givenByEvent = (reader: Pick<Reader, 'entries'>, ledger: Ledger): ReadonlyMap<string, bigint> =>
  new Map(
    readGivings(reader).map((giving) => [
      giving.id,
      Object.entries(giving.coins).reduce(
        (sum, [coinId, contribution]) =>
          isGiven(giving, contribution) && ledger.coins.has(coinId) ? sum + amount(contribution.c).units : sum,
        0n,
      ),
    ]),
  );
