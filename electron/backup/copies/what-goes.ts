// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry, Kind } from '../../state/entry.ts';
import { goneName } from '../../state/gone.ts';
import type { Reader } from '../../storage/store.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import { seedsIn } from '../../wallet/ledger/seeds.ts';
import {
  eventUnit,
  readLinks,
  refreshUnit,
  refundUnit,
  seedOf,
  withdrawalUnit,
  type Links,
} from '../../wallet/prune/units.ts';

// What of another wallet's money may leave this one again. Entries that hang together go together or stay together: a coin with
// its seed, a payment with the coins it took, a seed with the coin it was melted from. They stay as soon as one of them was here
// before, or was made here since, or stands in none of the other wallet's copies as they are now: it might be the only way to money.

export type Name = { readonly kind: string; readonly id: string };
type Entries = Pick<Reader, 'entries'>;

const EVENTS = ['purchase', 'deposit', 'push-out', 'push-in', 'pull-out', 'pull-in'] as const;
/** What is money, but for coins and issuers. */
const MONEY: readonly Kind[] = ['withdrawal', 'refresh', 'refund', 'reserve', ...EVENTS];

/** What is known of what came: which entries, and which seeds of coins. */
export type Came = { readonly isEntry: (name: Name) => boolean; readonly isSeed: (seed: string) => boolean };

/** What came with a join: `before` is the content as it was, `theirs` what the copies of the other wallet hold now. */
export const cameWith = (before: readonly CarriedEntry[], theirs: readonly CarriedEntry[]): Came => {
  const [wasHere, isTheirs, seeds] = [namesOf(before), namesOf(theirs), new Set(seedsIn(theirs))];
  return {
    isEntry: ({ kind, id }) => isTheirs.has(goneName(kind, id)) && !wasHere.has(goneName(kind, id)),
    isSeed: (seed) => seeds.has(seed),
  };
};

/** The entries that may go, of those that came. Each entry is looked at once. */
export const whatMayGo = (reader: Entries, { isEntry: came, isSeed }: Came): readonly Name[] => {
  const links = linksOf(reader);
  const groups = createGroups();
  for (const { kind, id, needs, reserve, batches } of unitsOf(reader, links)) {
    const name = goneName(kind, id);
    for (const other of [...needs, ...reserve]) groups.tie(name, other);
    // A coin whose seed nobody knows may have come from anywhere.
    const isWhole = ![...needs].some((each) => each.startsWith(UNKNOWN_SEED)) && batches.every(isSeed);
    if (!came({ kind, id }) || !isWhole) groups.hold(name);
  }
  for (const { id } of reader.entries('coin')) {
    const seed = links.unitOfSeed.get(seedOf(id));
    const name = goneName('coin', id);
    if (seed !== undefined) groups.tie(name, seed);
    if (seed === undefined || !came({ kind: 'coin', id })) groups.hold(name);
  }
  const free = [...MONEY, 'coin' as const].flatMap((kind) =>
    reader.entries(kind).flatMap(({ id }) => (groups.isHeld(goneName(kind, id)) ? [] : [{ kind, id }])),
  );
  return free.length === 0 ? [] : [...free, ...issuersOf(reader, free, came)];
};

const namesOf = (entries: readonly CarriedEntry[]): ReadonlySet<string> =>
  new Set(entries.map(({ kind, id }) => goneName(kind, id)));

const linksOf = (reader: Entries): Links => {
  const reading = readLinks(reader);
  for (;;) {
    const next = reading.next();
    if (next.done === true) return next.value;
  }
};

/** How a unit says that it needs a seed of which there is no entry. */
const UNKNOWN_SEED = 'seed ';

type Tied = Name & {
  readonly needs: readonly string[];
  readonly reserve: readonly string[];
  readonly batches: readonly string[];
};

const unitsOf = (reader: Entries, links: Links): readonly Tied[] => [
  ...reader.entries('refresh').map((entry) => ({ ...refreshUnit(entry, links), reserve: [], batches: [] })),
  ...reader.entries('withdrawal').map((entry) => ({
    ...withdrawalUnit(entry, links),
    reserve: [goneName('reserve', entry.value.reserve)],
    batches: Object.keys(entry.value.batches),
  })),
  ...reader.entries('refund').map((entry) => ({ ...refundUnit(entry, links), reserve: [], batches: [] })),
  ...EVENTS.flatMap((kind) =>
    reader.entries(kind).map((entry) => {
      const reserve = memberOf(entry.value, 'reserve');
      return {
        ...eventUnit(entry, links),
        reserve: typeof reserve === 'string' ? [goneName('reserve', reserve)] : [],
        batches: [],
      };
    }),
  ),
  ...reader.entries('reserve').map(({ kind, id }) => ({ kind, id, needs: [], reserve: [], batches: [] })),
];

/** Issuers that came along and that nothing needs which stays. */
const issuersOf = (reader: Entries, free: readonly Name[], came: (name: Name) => boolean): readonly Name[] => {
  const gone = new Set(free.map(({ kind, id }) => goneName(kind, id)));
  const needed = new Set(
    [...MONEY, 'coin' as const].flatMap((kind) =>
      reader
        .entries(kind)
        .filter(({ id }) => !gone.has(goneName(kind, id)))
        .map(({ value }) => memberOf(value, 'exchange')),
    ),
  );
  return reader
    .entries('exchange')
    .filter(({ kind, id, value }) => came({ kind, id }) && !needed.has(value.base_url))
    .map(({ kind, id }) => ({ kind, id }));
};

/** Names that hang together; one that is held holds all of its group. */
const createGroups = () => {
  const above = new Map<string, string>();
  const held = new Set<string>();
  const topOf = (name: string): string => {
    let top = name;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    // What was climbed through is put right below, so that no chain is climbed twice.
    for (let at = name; at !== top;) {
      const next = above.get(at) ?? top;
      above.set(at, top);
      at = next;
    }
    return top;
  };
  return {
    tie: (a: string, b: string): void => {
      const [one, other] = [topOf(a), topOf(b)];
      if (one === other) return;
      above.set(one, other);
      if (held.delete(one)) held.add(other);
    },
    hold: (name: string): void => void held.add(topOf(name)),
    isHeld: (name: string): boolean => held.has(topOf(name)),
  };
};
