// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import type { Reader } from '../../storage/store.ts';
import type { CoinAccount } from '../ledger/account.ts';
import { goneSeeds } from '../ledger/gone-names.ts';
import { leftThere } from '../ledger/left-there.ts';
import { readLedger, type Ledger } from '../ledger/ledger.ts';
import { returnOf } from '../ledger/returns.ts';
import { refreshOfRecoup } from '../flows/refresh/recoup.ts';
import { renewalDays } from './days.ts';
import { followEarlier, type Earlier } from './earlier.ts';
import { elsewhereLines, foundLines } from './found.ts';
import { touchedEvents, type Touched } from './touched.ts';
import { makeLines } from './lines.ts';
import { orderedLines, type Effects } from './ordered.ts';

export type History = {
  readonly lines: readonly HistoryLine[];
  /** what the lines come to, by currency */
  readonly effects: ReadonlyMap<string, Effects>;
};

/** One line per event a person would recognise, newest first; the effects add up to the balance, per exchange and currency, at every instant. */
export const readHistory = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly HistoryLine[] =>
  lookAtHistory(reader, ledger).lines;

/** The lines and their sums; after a change only the lines are made that it is in. */
export const lookAtHistory = (reader: Reader, ledger: Ledger = readLedger(reader)): History =>
  reader.beside(keptHistory)(reader, ledger);

const keptHistory = (): ((reader: Reader, ledger: Ledger) => History) => {
  let kept: { readonly of: readonly unknown[]; readonly follow: (reader: Reader) => History } | undefined;
  return (reader, ledger) => {
    // Other grounds than before, and every line may be another.
    const of = [ledger, goneSeeds(reader)];
    if (kept === undefined || of.some((each, at) => each !== kept?.of[at]))
      kept = { of, follow: followHistory(reader, ledger) };
    try {
      return kept.follow(reader);
    } catch (thrown) {
      // Half of a change would stay away for good.
      kept = undefined;
      throw thrown;
    }
  };
};

const followHistory = (first: Reader, ledger: Ledger): ((reader: Reader) => History) => {
  const [ordered, days, touched] = [orderedLines(), renewalDays(), touchedEvents()];
  const earlier = followEarlier(first, ledger);
  const coins = watch(ledger, { touched, earlier });
  ordered.put('earlier', earlier.lines);
  let isFirst = true;
  let left: Readonly<Record<string, string>> = {};
  let recouped: ReadonlyMap<string, bigint> = new Map();

  const followLeft = (reader: Reader): void => {
    const [before, now] = [left, leftThere(reader)];
    const other = new Set(Object.keys({ ...before, ...now }).filter((each) => before[each] !== now[each]));
    left = now;
    if (other.size === 0) return;
    for (const { id, value } of reader.entries('withdrawal')) if (other.has(value.reserve)) touched.event(id);
  };
  const followRecouped = (reader: Reader): void => {
    if (recouped.size === 0 && touched.recoups.size === 0) return;
    const [before, now] = [recouped, recoupReturns(touched.recoups, reader, ledger)];
    recouped = now;
    for (const id of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(id) === now.get(id)) continue;
      touched.recoup(id);
    }
  };
  const followEvents = (reader: Reader): void => {
    const { events, refreshes } = touched.take(reader, ledger);
    if (events.size + refreshes.size === 0) return;
    const made = makeLines(
      isFirst ? { reader, recouped } : { reader: touched.partOf(reader, events), events, recouped },
      ledger,
    );
    const linesOf = Map.groupBy(made.lines, ({ owner }) => owner);
    for (const owner of isFirst ? linesOf.keys() : events)
      ordered.put(`of ${owner}`, linesOf.get(owner)?.map(({ line }) => line) ?? []);
    isFirst = false;
    const placed = new Set<string>();
    for (const entry of made.ofEvents) {
      placed.add(entry.id);
      days.place(entry.id, undefined);
    }
    for (const entry of made.ofNone) {
      placed.add(entry.id);
      days.place(entry.id, entry);
    }
    for (const id of refreshes) if (!placed.has(id)) days.place(id, reader.entry('refresh', id));
    for (const { day, lines } of days.changed(reader, ledger, recouped)) ordered.put(day, lines);
  };
  return (reader) => {
    touched.follow(reader);
    followLeft(reader);
    followRecouped(reader);
    followEvents(reader);
    if (coins.haveMoved()) {
      ordered.put('elsewhere', elsewhereLines(ledger));
      ordered.put('found', foundLines(ledger));
    }
    const rests = earlier.rests(reader);
    if (rests !== undefined) ordered.put('rests', rests);
    return { lines: ordered.lines(), effects: ordered.effects };
  };
};

/** Notes what the ledger says of coins that is on a line; and whether lines of many coins may be others now. */
const watch = (ledger: Ledger, { touched, earlier }: { readonly touched: Touched; readonly earlier: Earlier }) => {
  let [isFirst, haveMoved, hadUnknown] = [true, false, false];
  const isOfMany = (account: CoinAccount | undefined): boolean => account !== undefined && account.elsewhere !== 0n;
  ledger.watch({
    coin: (id, before, after) => {
      // Who was given it says where it is.
      for (const { by, from } of ledger.uses.quotes(id)) {
        if (by === 'refresh') touched.refresh(from);
        else if (by !== 'refund') touched.event(from);
      }
      if (before?.coin.exchange !== after?.coin.exchange || before?.currency !== after?.currency) {
        touched.coin(id);
        if (ledger.uses.melted.has(id)) earlier.forget();
      }
      haveMoved ||= isOfMany(before) || isOfMany(after);
    },
    flow: (id) => {
      touched.event(id);
      touched.refresh(id);
    },
    expected: (of, id) => (of === 'refresh' ? touched.refresh(id) : touched.event(id)),
  });
  return {
    haveMoved: (): boolean => {
      const hasUnknown = ledger.unknownSources.size > 0;
      const are = isFirst || haveMoved || hasUnknown || hadUnknown;
      [isFirst, haveMoved, hadUnknown] = [false, false, hasUnknown];
      return are;
    },
  };
};

/** What the recoup of change gave back to older coins, by the id of that return; it belongs to the recoup's own line. */
const recoupReturns = (
  ids: ReadonlySet<string>,
  reader: Pick<Reader, 'entry'>,
  ledger: Ledger,
): ReadonlyMap<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const id of ids) {
    const value = reader.entry('refund', id)?.value;
    if (value === undefined || !ledger.refreshes.has(refreshOfRecoup(id) ?? '')) continue;
    const back = returnOf({ id, value });
    sums.set(id, back !== undefined && ledger.coins.has(back.coin) ? back.units : 0n);
  }
  return sums;
};
