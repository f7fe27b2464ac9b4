// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import { goneName, shelfOf } from '../../state/gone.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';

// What a shop or a person writes into an offer goes into every copy, and a link is all it takes. So each of them has a budget of
// offers that came to nothing, all of them together have one, and the oldest go first; and so much is kept of what one shop was
// paid for, or persons at one exchange, beyond which nothing new of it is taken up until something is forgotten.

const DAY_MS = 24 * 60 * 60_000;

type Offer = Entry<'purchase'> | Entry<'pull-in'> | Entry<'push-in'>;
type Sized = {
  readonly offer: Offer;
  /** whose budget it counts against */
  readonly party: string;
  readonly bytes: number;
  readonly at: number;
};

/** Offers that came to nothing, of one shop's host or of persons at one exchange. */
const OF_ONE = { count: 32, bytes: 1024 * 1024 };
/** Of all of them: whoever has many names comes no further. */
const OF_ALL = { count: 256, bytes: 4 * 1024 * 1024 };
/** What is kept of one shop that was paid, or of persons at one exchange: thousands of usual contracts, and half of what an exchange may fill. */
export const MAX_KEPT_BYTES = 4 * 1024 * 1024;

/** Lets the oldest offers that came to nothing go until all are within their budgets; `but` has just been opened. */
export const keepWithinBudget = (tx: Tx, nowMs: number, but: string): void => {
  const offers = unpaid(tx).toSorted((a, b) => a.at - b.at);
  const open = new Set(offers.filter(({ offer }) => offer.value.forgotten !== true));
  for (const each of offers) if (!open.has(each)) sweep(tx, each, nowMs);
  const forget = (some: readonly Sized[], { count, bytes }: typeof OF_ONE): void => {
    let left = { count: some.length, bytes: some.reduce((sum, each) => sum + each.bytes, 0) };
    for (const each of some) {
      if (left.count <= count && left.bytes <= bytes) return;
      if (each.offer.id === but) continue;
      left = { count: left.count - 1, bytes: left.bytes - each.bytes };
      open.delete(each);
      letGo(tx, each.offer);
    }
  };
  for (const some of Map.groupBy(open, ({ party }) => party).values()) forget(some, OF_ONE);
  forget([...open], OF_ALL);
};

/** Bytes kept of a shop (its base URL) for what was paid there. */
export const keptOfShop = (reader: Pick<Reader, 'entries'>, merchantBaseUrl: string): number =>
  reader
    .entries('purchase')
    .reduce(
      (sum, { value }) =>
        value.merchant_base_url === merchantBaseUrl && value.provider === undefined && !isUnpaid(value)
          ? sum + bytesOf(value)
          : sum,
      0,
    );

/** Bytes kept of persons at an exchange, for what was taken from them or paid to them. */
export const keptOfPersons = (reader: Pick<Reader, 'entries'>, exchange: string): number =>
  [...reader.entries('push-in'), ...reader.entries('pull-in')].reduce(
    (sum, { value }) =>
      value.exchange === exchange && value.status !== 'offered' ? sum + bytesOf(value.terms ?? {}) : sum,
    0,
  );

const unpaid = (reader: Pick<Reader, 'entries'>): readonly Sized[] => [
  ...reader
    .entries('purchase')
    .flatMap((offer) => (isUnpaid(offer.value) ? [sized(offer, hostOf(offer.value.merchant_base_url))] : [])),
  ...[...reader.entries('pull-in'), ...reader.entries('push-in')].flatMap((offer) =>
    offer.value.status === 'offered' ? [sized(offer, `persons ${offer.value.exchange}`)] : [],
  ),
];

const UNPAID: ReadonlySet<string> = new Set(['claiming', 'offered', 'aborted', 'failed']);

const isUnpaid = ({ status, coins }: Entry<'purchase'>['value']): boolean =>
  UNPAID.has(status) && Object.keys(coins).length === 0;

const sized = (offer: Offer, party: string): Sized => ({
  offer,
  party,
  bytes: bytesOf(offer.value),
  at: timestampToMs(offer.value.created),
});

const bytesOf = (value: unknown): number => JSON.stringify(value).length;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

const letGo = (tx: Tx, { kind, id }: Offer): void => {
  const offer = tx.entry(kind, id);
  if (offer === undefined) return;
  const isOpen = offer.value.status === 'offered' || offer.value.status === 'claiming';
  const ended = isOpen ? { status: 'aborted' as const } : {};
  if (offer.kind === 'purchase') tx.put('purchase', id, { ...offer.value, ...ended, forgotten: true });
  else if (offer.kind === 'pull-in') tx.put('pull-in', id, { ...offer.value, ...ended, forgotten: true });
  else if (offer.kind === 'push-in') tx.put('push-in', id, { ...offer.value, ...ended, forgotten: true });
};

/** A purchase that took nothing and is forgotten needs no entry; a day later nothing that was begun with it goes on either. */
const sweep = (tx: Tx, { offer, at }: Sized, nowMs: number): void => {
  if (offer.kind !== 'purchase' || at + DAY_MS > nowMs) return;
  tx.put('gone', shelfOf(offer.id), { seeds: {}, entries: { [goneName('purchase', offer.id)]: 1 } });
};
