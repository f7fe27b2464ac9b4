// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Reader } from '../../storage/store.ts';

// Every coin is carried in every copy, so an exchange has a budget of them: over it its money stays where it is, and nobody
// else's copy grows too large by it. Whoever issues coins in steps of two never comes near.

/** So many coins of one face value. */
type Some = { readonly n: number; readonly v: string };

/** How many more coins of an exchange there is room for, and how many of those may be small ones. */
export type Room = { readonly coins: number; readonly small: number };

/** Unspent coins of one exchange: 2 MB of a content. */
const MAX_COINS = 4096;
/** Of these, coins of less than 1/256: cents are money, thousandths are not. */
const MAX_SMALL_COINS = 256;
/** All that an exchange may fill of a content, in characters: an eighth of what can be opened again, and what half of that is when packed. */
const MAX_BYTES = 8 * 1024 * 1024;

/** 1/256 in units of 10⁻⁸: above it a whole unit of the currency fills at most 256 entries. */
const SMALL_UNITS = 390_625n;

/** Not even for a coin in place of another. */
const NO_ROOM: Room = { coins: -1, small: -1 };

/** The room of a refresh: the coin it uses up makes room for one. */
export const inPlaceOf = ({ coins, small }: Room, units: bigint): Room => ({
  coins: coins + 1,
  small: small + (isSmall(units) ? 1 : 0),
});

/** What of this selection counts. */
export const takes = (selection: readonly Some[]): Room => ({
  coins: countOf(selection),
  small: countOf(selection.filter(({ v }) => isSmall(amount(v).units))),
});

/** What is left of the room beside these coins. */
export const lessRoom = (room: Room, taken: Room): Room => ({
  coins: room.coins - taken.coins,
  small: room.small - taken.small,
});

export const isSmall = (units: bigint): boolean => units < SMALL_UNITS;

/** What an exchange may still add; coins that are planned or on their way count like those that are there. */
export const roomAt = (reader: Pick<Reader, 'coins' | 'entries' | 'bytesOf'>, exchange: string): Room => {
  let [coins, small] = [0, 0];
  const count = (n: number, units: bigint): void => {
    coins += n;
    if (isSmall(units)) small += n;
  };
  for (const status of ['fresh', 'in-use'] as const)
    for (const { value } of reader.coins({ exchange, status }))
      if (amount(value.remaining).units > 0n) count(1, amount(value.v).units);
  for (const { v, n } of onTheWay(reader, exchange)) count(n, amount(v).units);
  if (reader.bytesOf(exchange) >= MAX_BYTES) return NO_ROOM;
  return { coins: Math.max(0, MAX_COINS - coins), small: Math.max(0, MAX_SMALL_COINS - small) };
};

/** There is no room for more of an exchange: of its coins, which are used up again, or of all that is kept of it, which stays for two years. */
export const exchangeFull = (reader: Pick<Reader, 'bytesOf'>, exchange: string) =>
  ({ kind: 'exchange-full', exchange, by: reader.bytesOf(exchange) >= MAX_BYTES ? 'bytes' : 'coins' }) as const;

const onTheWay = (reader: Pick<Reader, 'entries'>, exchange: string): readonly Some[] => [
  ...reader
    .entries('withdrawal')
    .flatMap(({ value }) =>
      value.exchange === exchange && value.status === 'withdrawing' ? Object.values(value.batches) : [],
    )
    .flatMap(({ status, selection }) => (status === 'planned' || status === 'sent' ? selection : [])),
  ...reader
    .entries('refresh')
    .flatMap(({ value }) =>
      value.exchange === exchange && (value.status === 'planned' || value.status === 'melted') ? value.selection : [],
    ),
];

const countOf = (some: readonly Some[]): number => some.reduce((sum, { n }) => sum + n, 0);
