// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry, Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

// Refunds and refreshes name the event that they are of, and some events name one another: lines of events that hang together are
// worked out together, and of the thousands of others nothing is looked at.

/** Kinds of entries that are events, or a half of one, each under its id. */
export const EVENT_KINDS = ['purchase', 'deposit', 'push-out', 'push-in', 'pull-out', 'pull-in', 'withdrawal'] as const;
type EventEntry = Entry<(typeof EVENT_KINDS)[number]>;

export type EventReader = Pick<Reader, 'entry' | 'entries'>;

/** Who names whom among what lines are made of, kept up to date by whoever notes what changes. */
export type Names = {
  readonly note: (entry: EventEntry | Entry<'refund'> | Entry<'refresh'>, sign: 1 | -1) => void;
  /** refunds of a coin, and refreshes that draw on a refund */
  readonly refundsOfCoin: (coin: string) => readonly string[];
  readonly drawingOn: (refund: string) => readonly string[];
  /** These events and all that hang together with them. */
  readonly closed: (reader: EventReader, events: ReadonlySet<string>) => ReadonlySet<string>;
  /** The entries of these events, and what is of them, as if there were no others. */
  readonly partOf: <R extends EventReader>(reader: R, events: ReadonlySet<string>) => R;
};

type NamingKind = (typeof EVENT_KINDS)[number] | 'refund' | 'refresh';
type NamingEntry = EventEntry | Entry<'refund'> | Entry<'refresh'>;

const none = (): readonly undefined[] => [];

/** Which events an entry of each kind names: whoever adds a kind of event decides here. */
const NAMES: { readonly [K in NamingKind]: (value: Entry<K>['value']) => readonly (string | undefined)[] } = {
  refund: ({ purchase }) => [purchase],
  refresh: ({ purchase }) => [purchase],
  'push-in': ({ withdrawal }) => [withdrawal],
  'pull-out': ({ withdrawal, funding }) => [withdrawal, funding],
  purchase: none,
  deposit: none,
  'push-out': none,
  'pull-in': none,
  withdrawal: none,
};

/** Which events an entry is of, or hangs together with. */
export const namedIn = (entry: NamingEntry | undefined): readonly string[] => {
  if (entry === undefined) return [];
  const names = NAMES[entry.kind] as (value: NamingEntry['value']) => readonly (string | undefined)[];
  return names(entry.value).filter((id) => id !== undefined);
};

export const followNames = (): Names => {
  const [refundsOf, refundsOfCoin, refreshesOf] = [namedBy(), namedBy(), namedBy()];
  /** events by an event that they name, with their kind; refreshes by a refund that they draw on */
  const [naming, drawing] = [namedBy(), namedBy()];
  const neighbours = (reader: EventReader, id: string): readonly string[] => [
    ...naming.of(id).map((name) => name.slice(name.indexOf(' ') + 1)),
    ...namedIn(reader.entry('push-in', id)),
    ...namedIn(reader.entry('pull-out', id)),
  ];
  return {
    refundsOfCoin: refundsOfCoin.of,
    drawingOn: drawing.of,
    note: (entry, sign) => {
      const { kind, id, value } = entry;
      if (kind === 'refund') refundsOfCoin.set(value.coin, id, sign);
      if (kind === 'refresh') for (const refund of value.refunds ?? []) drawing.set(refund, id, sign);
      const [index, name] =
        kind === 'refund' ? [refundsOf, id] : kind === 'refresh' ? [refreshesOf, id] : [naming, `${kind} ${id}`];
      for (const event of namedIn(entry)) index.set(event, name, sign);
    },
    closed: (reader, events) => {
      const all = new Set(events);
      for (const id of all) for (const other of neighbours(reader, id)) all.add(other);
      return all;
    },
    partOf: (reader, events) => {
      const ids = [...events].sort();
      const entries = (kind: Kind): readonly Entry[] => {
        if (kind !== 'refund' && kind !== 'refresh') return ids.flatMap((id) => reader.entry(kind, id) ?? []);
        const index = kind === 'refund' ? refundsOf : refreshesOf;
        const named = ids.flatMap((id) => index.of(id)).sort();
        return named.flatMap((id) => reader.entry(kind, id) ?? []);
      };
      return { ...reader, entries };
    },
  };
};

/** Who names a thing. Most are named once, and there are thousands: only where there are more a set is made. */
const namedBy = () => {
  const names = new Map<string, string | Set<string>>();
  return {
    of: (thing: string): readonly string[] => {
      const named = names.get(thing);
      return named === undefined ? [] : typeof named === 'string' ? [named] : [...named];
    },
    set: (thing: string, name: string, sign: 1 | -1): void => {
      const named = names.get(thing);
      if (sign < 0) {
        if (named === name) names.delete(thing);
        else if (named instanceof Set && named.delete(name) && named.size === 0) names.delete(thing);
      } else if (named === undefined) names.set(thing, name);
      else if (named instanceof Set) named.add(name);
      else if (named !== name) names.set(thing, new Set([named, name]));
    },
  };
};
