// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import { placeOfLine } from '../../../shared/view-history.ts';
import type { Entry, Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { leftThere } from '../ledger/left-there.ts';
import { readLedger, type Ledger } from '../ledger/ledger.ts';
import { depositLine } from './deposit.ts';
import { earlierLines } from './earlier.ts';
import { elsewhereLines, foundLines } from './found.ts';
import { isShown, paymentLine } from './payment.ts';
import { readPeerHistory, type PeerHistory } from './peer.ts';
import { recoupReturns, refreshLines } from './refresh.ts';
import { costsByLine, type Costs } from './costs.ts';
import { inHistory } from './look.ts';
import { readRefundHistory, type RefundHistory } from './refund.ts';
import { givenTo, inOrder, releasedAccounts, remembered } from './remembered.ts';
import { isWithdrawalShown, withdrawalLine } from './withdrawal.ts';

/** What the lines are made of, read once. */
type Scene = {
  readonly reader: Reader;
  readonly ledger: Ledger;
  readonly peers: PeerHistory;
  readonly refunds: RefundHistory;
  readonly purchases: readonly Entry<'purchase'>[];
  readonly deposits: readonly Entry<'deposit'>[];
  readonly costs: Costs;
  /** refreshes that belong to no event */
  readonly ofNone: readonly Entry<'refresh'>[];
  readonly recouped: ReadonlyMap<string, bigint>;
};

type LinesOf = ((scene: Scene) => readonly HistoryLine[]) | 'no line of its own';

/** How entries of each kind are shown. A kind that is not named here does not compile: what it did to the balance would have no line. */
const LINES: { readonly [K in Kind]: LinesOf } = {
  withdrawal: ({ reader, peers, ledger }) => {
    const left = leftThere(reader);
    return reader
      .entries('withdrawal')
      .flatMap((entry) =>
        peers.withdrawals.has(entry.id) ||
        !isWithdrawalShown(entry.value, ledger.withdrawals.get(entry.id), left[entry.value.reserve])
          ? []
          : [
              lineOf(entry, [ledger.withdrawals.get(entry.id), left[entry.value.reserve]], () =>
                withdrawalLine(entry, ledger, left[entry.value.reserve]),
              ),
            ],
      );
  },
  purchase: ({ purchases, refunds, costs, ledger }) =>
    purchases.map((entry) => {
      const given = givenTo(entry, ledger) - (refunds.returnedBy.get(entry.id) ?? 0n);
      const refreshCost = costs.ofEvents.get(entry.id) ?? 0n;
      return lineOf(entry, [given, refreshCost, ...releasedAccounts(entry, ledger)], () =>
        paymentLine(entry, { given, refreshCost, ledger }),
      );
    }),
  deposit: ({ deposits, costs, ledger }) =>
    deposits.map((entry) => {
      const [given, refreshCost] = [givenTo(entry, ledger), costs.ofEvents.get(entry.id) ?? 0n];
      return lineOf(entry, [given, refreshCost, ...releasedAccounts(entry, ledger)], () =>
        depositLine(entry, { given, refreshCost, ledger }),
      );
    }),
  refund: ({ refunds, costs }) => refunds.lines(costs.ofRefunds),
  // The four kinds between people share their lines.
  'push-out': ({ peers, costs }) => peers.lines(costs.ofEvents),
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
  gone: ({ reader, ledger }) => earlierLines(reader, ledger),
};

const lineOf = remembered<Entry, HistoryLine>();

/** One line per event a person would recognise, newest first; the effects add up to the balance, per exchange and currency, at every instant. */
export const readHistory = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly HistoryLine[] => {
  const scene = readScene(reader, ledger);
  const lines = Object.values<LinesOf>(LINES).flatMap((of) => (of === 'no line of its own' ? [] : of(scene)));
  const last = reader.beside(lastLines);
  last.lines = inOrder(last.lines, lines, newestFirst);
  return last.lines;
};

const lastLines = (): { lines: readonly HistoryLine[] } => ({ lines: [] });

const newestFirst = (a: HistoryLine, b: HistoryLine): number => inHistory(placeOfLine(a), placeOfLine(b));

const readScene = (reader: Reader, ledger: Ledger): Scene => {
  const purchases = reader.entries('purchase').filter(({ value }) => isShown(value));
  const peers = readPeerHistory(reader, ledger);
  const deposits = reader.entries('deposit');
  const shown = new Set([...purchases.map(({ id }) => id), ...deposits.map(({ id }) => id), ...peers.spending]);
  const recouped = recoupReturns(reader, ledger);
  const refunds = readRefundHistory(reader, ledger, shown, (id) => recouped.has(id));
  const [ofRefund, ofOther, ofNone]: [Entry<'refresh'>[], Entry<'refresh'>[], Entry<'refresh'>[]] = [[], [], []];
  for (const entry of reader.entries('refresh')) {
    const { reason, purchase } = entry.value;
    if (purchase === undefined) ofNone.push(entry);
    else if (reason === 'refund' && refunds.purchases.has(purchase)) ofRefund.push(entry);
    else (shown.has(purchase) ? ofOther : ofNone).push(entry);
  }
  return {
    reader,
    ledger,
    peers,
    refunds,
    purchases,
    deposits,
    costs: costsByLine(reader, ledger, { ofOther, ofRefund, recouped, refunded: refunds.purchases, shown }),
    ofNone,
    recouped,
  };
};
