// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry, Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { leftThere } from '../ledger/left-there.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { costsByLine, type Costs } from './costs.ts';
import { depositLine } from './deposit.ts';
import { givenTo } from './given.ts';
import type { Owned } from './line.ts';
import { isShown, paymentLine } from './payment.ts';
import { readPeerHistory, type PeerHistory } from './peer.ts';
import { readRefundHistory, type RefundHistory } from './refund.ts';
import { isWithdrawalShown, withdrawalLine } from './withdrawal.ts';

/** What the lines are made of, read once. */
type Scene = {
  readonly reader: LinesReader;
  readonly ledger: Ledger;
  readonly peers: PeerHistory;
  readonly refunds: RefundHistory;
  readonly purchases: readonly Entry<'purchase'>[];
  readonly deposits: readonly Entry<'deposit'>[];
  readonly costs: Costs;
};

export type LinesReader = Pick<Reader, 'entry' | 'entries' | 'local'>;

/** Entries of which lines are made: all there are, or some events with everything that hangs together with them. */
export type Part = {
  readonly reader: LinesReader;
  /** the events; absent when it is all of them */
  readonly events?: ReadonlySet<string>;
  /** what the recoup of change gave back, by the id of that return */
  readonly recouped: ReadonlyMap<string, bigint>;
};

export type Made = {
  readonly lines: readonly Owned[];
  /** refreshes that belong to no event; the others that were looked at */
  readonly ofNone: readonly Entry<'refresh'>[];
  readonly ofEvents: readonly Entry<'refresh'>[];
};

type LinesOf = ((scene: Scene) => readonly Owned[]) | 'none' | 'of-many';

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
          : [{ owner: entry.id, line: withdrawalLine(entry, ledger, left[entry.value.reserve]) }],
      );
  },
  purchase: ({ purchases, refunds, costs, ledger }) =>
    purchases.map((entry) => {
      const given = givenTo(entry, ledger) - (refunds.returnedBy.get(entry.id) ?? 0n);
      const refreshCost = costs.ofEvents.get(entry.id) ?? 0n;
      return { owner: entry.id, line: paymentLine(entry, { given, refreshCost, ledger }) };
    }),
  deposit: ({ deposits, costs, ledger }) =>
    deposits.map((entry) => {
      const [given, refreshCost] = [givenTo(entry, ledger), costs.ofEvents.get(entry.id) ?? 0n];
      return { owner: entry.id, line: depositLine(entry, { given, refreshCost, ledger }) };
    }),
  refund: ({ refunds, costs }) => refunds.lines(costs.ofRefunds),
  // The four kinds between people share their lines.
  'push-out': ({ peers, costs }) => peers.lines(costs.ofEvents),
  'push-in': 'none',
  'pull-out': 'none',
  'pull-in': 'none',
  // By the day: `days.ts`.
  refresh: 'of-many',
  // What others did with them: `found.ts`.
  coin: 'of-many',
  // What has left: `earlier.ts`.
  gone: 'of-many',
  reserve: 'none',
  exchange: 'none',
  device: 'none',
  provider: 'none',
  setting: 'none',
  tombstone: 'none',
};

/** The lines of events, worked out of a part of the entries. */
export const makeLines = (part: Part, ledger: Ledger): Made => {
  const { scene, ofNone, ofEvents } = readScene(part, ledger);
  const lines = Object.values<LinesOf>(LINES).flatMap((of) => (typeof of === 'string' ? [] : of(scene)));
  return { lines, ofNone, ofEvents };
};

const readScene = ({ reader, events, recouped }: Part, ledger: Ledger) => {
  const purchases = reader.entries('purchase').filter(({ value }) => isShown(value));
  const peers = readPeerHistory(reader, ledger);
  const deposits = reader.entries('deposit');
  const shown = new Set([...purchases.map(({ id }) => id), ...deposits.map(({ id }) => id), ...peers.spending]);
  const refunds = readRefundHistory(reader, ledger, shown, (id) => recouped.has(id));
  const [ofRefund, ofOther, ofNone]: [Entry<'refresh'>[], Entry<'refresh'>[], Entry<'refresh'>[]] = [[], [], []];
  for (const entry of reader.entries('refresh')) {
    const { reason, purchase } = entry.value;
    if (purchase === undefined) ofNone.push(entry);
    else if (reason === 'refund' && refunds.purchases.has(purchase)) ofRefund.push(entry);
    else (shown.has(purchase) ? ofOther : ofNone).push(entry);
  }
  const refunded = refunds.purchases;
  const costs = costsByLine(reader, ledger, {
    ofOther,
    ofRefund,
    recouped,
    refunded,
    shown,
    ...(events && { events }),
  });
  const scene: Scene = { reader, ledger, peers, refunds, purchases, deposits, costs };
  return { scene, ofNone, ofEvents: [...ofRefund, ...ofOther] };
};
