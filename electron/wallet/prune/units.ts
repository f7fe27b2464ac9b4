// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { Entry, Kind } from '../../state/entry.ts';
import { goneName } from '../../state/gone.ts';
import type { Reader } from '../../storage/store.ts';
import { readGivings, type Giving } from '../ledger/givings.ts';

// What can leave, and what must have left for it or leaves with it. A seed goes with all its coins. It goes after the coin it
// was melted from and together with the payment whose change it is, so that every line is whole when it is written down.

/** One thing that leaves as a whole. */
export type Unit = {
  readonly kind: Kind;
  readonly id: string;
  readonly createdMs: number;
  /** names of other units (`goneName`) that must have left, or leave with it */
  readonly needs: readonly string[];
  /** the seeds that leave with it */
  readonly seeds: readonly string[];
};

/** What the units are made of, looked up by what they belong to. */
export type Links = {
  readonly unitOfSeed: ReadonlyMap<string, string>;
  readonly refreshesOf: ReadonlyMap<string, readonly string[]>;
  readonly refundsOfPurchase: ReadonlyMap<string, readonly string[]>;
  readonly refundsOfSeed: ReadonlyMap<string, readonly string[]>;
  readonly foundOf: ReadonlyMap<string, readonly string[]>;
  readonly eventsOfWithdrawal: ReadonlyMap<string, readonly string[]>;
  readonly eventById: ReadonlyMap<string, string>;
  readonly givingById: ReadonlyMap<string, Giving>;
};

type EventKind = 'purchase' | 'deposit' | 'push-out' | 'push-in' | 'pull-out' | 'pull-in';
const SPENDING: readonly EventKind[] = ['purchase', 'deposit', 'push-out', 'pull-in'];

export const seedOf = (coin: string): string => coin.slice(0, coin.indexOf('/'));

/** Reads who belongs to whom, once; others go on between its lists. */
export function* readLinks(reader: Pick<Reader, 'entries'>): Generator<undefined, Links, undefined> {
  const refreshes = reader.entries('refresh');
  const refunds = reader.entries('refund');
  const withdrawals = reader.entries('withdrawal');
  const named = (kind: Kind) => (entries: readonly { readonly id: string }[] | undefined) =>
    (entries ?? []).map(({ id }) => goneName(kind, id));
  const grouped = <T extends { readonly id: string }>(
    kind: Kind,
    entries: readonly T[],
    by: (entry: T) => string | undefined,
  ): ReadonlyMap<string, readonly string[]> =>
    new Map([...Map.groupBy(entries, (entry) => by(entry) ?? '')].map(([key, of]) => [key, named(kind)(of)]));
  const receiving = [...reader.entries('push-in'), ...reader.entries('pull-out')];
  const unitOfSeed = new Map([
    ...refreshes.map(({ id }) => [id, goneName('refresh', id)] as const),
    ...withdrawals.flatMap(({ id, value }) =>
      Object.keys(value.batches).map((batch) => [batch, goneName('withdrawal', id)] as const),
    ),
  ]);
  yield;
  const refreshesOf = grouped('refresh', refreshes, ({ value }) => value.purchase);
  yield;
  const refundsOfPurchase = grouped('refund', refunds, ({ value }) => value.purchase);
  const refundsOfSeed = grouped('refund', refunds, ({ value }) => seedOf(value.coin));
  yield;
  const foundOf = grouped('refresh', refreshes, ({ value }) => value.same_as);
  const eventsOfWithdrawal = new Map(
    [...Map.groupBy(receiving, ({ value }) => value.withdrawal ?? '')].map(([id, of]) => [
      id,
      of.map((entry) => goneName(entry.kind, entry.id)),
    ]),
  );
  yield;
  const eventById = new Map(
    SPENDING.flatMap((kind) => reader.entries(kind).map(({ id }) => [id, goneName(kind, id)] as const)),
  );
  yield;
  const givingById = new Map(readGivings(reader).map((giving) => [giving.id, giving]));
  yield;
  return {
    unitOfSeed,
    refreshesOf,
    refundsOfPurchase,
    refundsOfSeed,
    foundOf,
    eventsOfWithdrawal,
    eventById,
    givingById,
  };
}

/** The seed's own unit; a coin whose seed nobody knows stays for ever. */
const needsOfCoin = ({ unitOfSeed }: Links, coin: string): string =>
  unitOfSeed.get(seedOf(coin)) ?? `seed ${seedOf(coin)}`;

export const refreshUnit = ({ id, value }: Entry<'refresh'>, links: Links): Unit => ({
  kind: 'refresh',
  id,
  createdMs: createdMs(value),
  seeds: [id],
  needs: [
    needsOfCoin(links, value.old_coin),
    ...list(links.eventById, value.purchase),
    ...(value.refunds ?? []).map((refund) => goneName('refund', refund)),
    ...(value.same_as === undefined ? [] : [goneName('refresh', value.same_as)]),
    ...(links.foundOf.get(id) ?? []),
    ...(links.refundsOfSeed.get(id) ?? []),
  ],
});

export const withdrawalUnit = ({ id, value }: Entry<'withdrawal'>, links: Links): Unit => {
  const seeds = Object.keys(value.batches);
  return {
    kind: 'withdrawal',
    id,
    createdMs: createdMs(value),
    seeds,
    needs: [
      ...(links.eventsOfWithdrawal.get(id) ?? []),
      ...seeds.flatMap((seed) => links.refundsOfSeed.get(seed) ?? []),
    ],
  };
};

export const refundUnit = ({ id, value }: Entry<'refund'>, links: Links): Unit => ({
  kind: 'refund',
  id,
  createdMs: createdMs(value),
  seeds: [],
  needs: [
    needsOfCoin(links, value.coin),
    ...list(links.eventById, value.purchase),
    ...(value.refresh === undefined ? [] : [goneName('refresh', value.refresh)]),
  ],
});

/** A payment of any kind. */
export const eventUnit = (entry: Entry<EventKind>, links: Links): Unit => {
  const { kind, id, value } = entry;
  const others: string[] = [];
  if (kind === 'push-out') {
    others.push(goneName('push-in', id));
    if (value.invoice !== undefined) others.push(goneName('pull-out', value.invoice));
  }
  if (kind === 'push-in') others.push(goneName('push-out', id));
  if (kind === 'pull-out' && value.funding !== undefined) others.push(goneName('push-out', value.funding));
  if ((kind === 'push-in' || kind === 'pull-out') && value.withdrawal !== undefined)
    others.push(goneName('withdrawal', value.withdrawal));
  return {
    kind,
    id,
    createdMs: Math.max(createdMs(value), kind === 'purchase' && value.paid_at ? timestampToMs(value.paid_at) : 0),
    seeds: [],
    needs: [
      ...Object.keys('coins' in value ? value.coins : {}).map((coin) => needsOfCoin(links, coin)),
      ...(links.refreshesOf.get(id) ?? []),
      ...(kind === 'purchase' ? (links.refundsOfPurchase.get(id) ?? []) : []),
      ...others,
    ],
  };
};

const list = (map: ReadonlyMap<string, string>, key: string | undefined): readonly string[] => {
  const found = key === undefined ? undefined : map.get(key);
  return found === undefined ? [] : [found];
};

/** "Never" is later than everything: it stays. */
const createdMs = ({ created }: { readonly created: Timestamp }): number => timestampToMs(created);
