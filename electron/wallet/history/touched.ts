// SPDX-License-Identifier: GPL-3.0-or-later
import { refreshOfRecoup } from '../flows/refresh/recoup.ts';
import { followed } from '../ledger/followed.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { realCoin } from '../ledger/uses.ts';
import { EVENT_KINDS, followNames, namedIn, type EventReader, type Names } from './hangs-together.ts';

/** Which events' lines a change is in: what was touched since it was last asked for. */
export type Touched = {
  readonly event: (id: string) => void;
  readonly refresh: (id: string) => void;
  /** a coin is here now, or is no longer, or is of elsewhere */
  readonly coin: (id: string) => void;
  /** a return of this id counts for another sum now */
  readonly recoup: (id: string) => void;
  /** Notes what is different among the entries since the last time. */
  readonly follow: (reader: EventReader) => void;
  /** the ids of all returns that would be of a recoup */
  readonly recoups: ReadonlySet<string>;
  /** Everything that was touched, and what hangs together with it; from now on nothing is. */
  readonly take: (
    reader: EventReader,
    ledger: Ledger,
  ) => { readonly events: ReadonlySet<string>; readonly refreshes: ReadonlySet<string> };
  readonly partOf: Names['partOf'];
};

export const touchedEvents = (): Touched => {
  const [events, refreshes, coins] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const names = followNames();
  const recoups = new Set<string>();
  let entryOf: EventReader['entry'] | undefined;
  const touchRefresh = (id: string): void => {
    refreshes.add(id);
    for (const event of namedIn(entryOf?.('refresh', id))) events.add(event);
  };
  const touchRefund = (id: string): void => {
    for (const event of namedIn(entryOf?.('refund', id))) events.add(event);
  };
  const followEvents = followEntries(names, (id) => void events.add(id));
  const [renewals, refunds] = [followed('refresh'), followed('refund')];
  return {
    event: (id) => void events.add(id),
    refresh: touchRefresh,
    coin: (id) => void coins.add(id),
    recoups,
    recoup: (id) => {
      const refresh = refreshOfRecoup(id);
      if (refresh !== undefined) touchRefresh(refresh);
      touchRefund(id);
    },
    follow: (reader) => {
      entryOf = reader.entry;
      followEvents(reader);
      for (const { id, before, after } of renewals.look(reader)) {
        refreshes.add(id);
        noteBoth(names, before, after, (event) => void events.add(event));
      }
      for (const { id, before, after } of refunds.look(reader)) {
        noteBoth(names, before, after, (event) => void events.add(event));
        for (const refresh of names.drawingOn(id)) touchRefresh(refresh);
        if (refreshOfRecoup(id) === undefined) continue;
        if (after === undefined) recoups.delete(id);
        else recoups.add(id);
      }
    },
    take: (reader, ledger) => {
      for (const coin of coins) for (const id of names.refundsOfCoin(coin)) touchRefund(id);
      for (const id of madeOf(coins, refreshes, reader, ledger)) touchRefresh(id);
      const taken = { events: names.closed(reader, events), refreshes: new Set(refreshes) };
      for (const each of [events, refreshes, coins]) each.clear();
      return taken;
    },
    partOf: names.partOf,
  };
};

type Noted = Parameters<Names['note']>[0];

const noteBoth = (
  names: Names,
  before: Noted | undefined,
  after: Noted | undefined,
  touch: (event: string) => void,
): void => {
  if (before) names.note(before, -1);
  if (after) names.note(after, 1);
  for (const event of [...namedIn(before), ...namedIn(after)]) touch(event);
};

const followEntries = (names: Names, touch: (event: string) => void): ((reader: EventReader) => void) => {
  const lists = EVENT_KINDS.map((kind) => followed(kind));
  return (reader) => {
    for (const list of lists)
      for (const { id, before, after } of list.look(reader)) {
        touch(id);
        noteBoth(names, before, after, touch);
      }
  };
};

/** The refreshes that something was made by of these coins. Whoever made it mostly comes with the coin; only else it is looked for among all. */
const madeOf = (
  coins: ReadonlySet<string>,
  touched: ReadonlySet<string>,
  reader: EventReader,
  { uses }: Ledger,
): readonly string[] => {
  const missing = new Map([...coins].map((coin) => [coin, uses.melted.get(coin)?.counts.all ?? 0]));
  for (const id of touched) {
    const refresh = reader.entry('refresh', id)?.value;
    const coin = refresh && realCoin(uses.sameAs, refresh.old_coin);
    if (coin !== undefined && missing.has(coin)) missing.set(coin, (missing.get(coin) ?? 0) - 1);
  }
  if ([...missing.values()].every((count) => count <= 0)) return [];
  return reader
    .entries('refresh')
    .flatMap(({ id, value }) => (missing.has(realCoin(uses.sameAs, value.old_coin)) ? [id] : []));
};
