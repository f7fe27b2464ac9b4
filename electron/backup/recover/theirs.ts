// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry, Kind } from '../../state/entry.ts';
import { isObject } from '../../taler/bytes/json.ts';

// What of another wallet's content is its money, and what belongs to it as a wallet.

/** What each kind of entry of another wallet is: its money, or what belongs to it as a wallet. A kind that is not named here does not compile. */
const BELONGS_TO: { readonly [K in Kind]: 'money' | 'wallet' } = {
  exchange: 'money',
  reserve: 'money',
  withdrawal: 'money',
  refresh: 'money',
  coin: 'money',
  purchase: 'money',
  refund: 'money',
  deposit: 'money',
  'push-out': 'money',
  'push-in': 'money',
  'pull-out': 'money',
  'pull-in': 'money',
  device: 'wallet',
  provider: 'wallet',
  setting: 'wallet',
  tombstone: 'wallet',
  // Names take something away, and lines are what their history says: neither is money.
  gone: 'wallet',
};

const isKnown = (kind: string): kind is Kind => Object.hasOwn(BELONGS_TO, kind);

/**
 * Whether another wallet's content holds kinds of entries that only a newer version knows. Joined they might be a stranger's registry in our
 * wallet, and left out they might be money that nobody else takes over: neither is ours to guess.
 */
export const holdsUnknown = (theirs: readonly CarriedEntry[]): boolean => theirs.some(({ kind }) => !isKnown(kind));

/** What of another wallet's content is joined into ours: all but its own registry and its years that cost nothing. Its provider fees become ordinary payments: they paid for its years, not for ours. */
export const moneyOf = (theirs: readonly CarriedEntry[]): readonly CarriedEntry[] =>
  theirs
    .filter((entry) => isKnown(entry.kind) && BELONGS_TO[entry.kind] === 'money' && !isFreeYear(entry))
    .map((entry) => (entry.kind === 'purchase' ? { ...entry, value: withoutProvider(entry.value) } : entry));

/** A year at a place that cost nothing is no money, and without its place it would look like a payment of nothing. */
const isFreeYear = ({ kind, value }: CarriedEntry): boolean =>
  kind === 'purchase' &&
  isObject(value) &&
  value['provider'] !== undefined &&
  isObject(value['coins']) &&
  Object.keys(value['coins']).length === 0;

const withoutProvider = (value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'provider')) : value;
