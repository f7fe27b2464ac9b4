// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, memberOf } from '../taler/bytes/json.ts';
import type { Kind } from './entry.ts';

// A join moves statuses on and sums down, and whoever once had the secret can write a copy that does so to what is honest. What a copy
// has changed is in doubt until the exchange has been asked: its own account decides, and nothing that stands in a copy.

/** What is to be asked about: a coin, a reserve, or what may still have coins to ask for. */
export type Doubt = { readonly kind: DoubtKind; readonly id: string };

export const DOUBT_KINDS = ['coin', 'reserve', 'withdrawal', 'refresh', 'push-in', 'deposit'] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

type DoubtsOf = (id: string, value: object) => readonly Doubt[];

const nothing: DoubtsOf = () => [];

const coins: DoubtsOf = (_id, value) => {
  const given = memberOf(value, 'coins');
  return isObject(given) ? Object.keys(given).map((id) => ({ kind: 'coin', id })) : [];
};

const named = (kind: DoubtKind, value: object, member: string): readonly Doubt[] => {
  const id = memberOf(value, member);
  return typeof id === 'string' ? [{ kind, id }] : [];
};

/** What becomes doubtful by another word of each kind of entry. A kind that is not named here does not compile: a copy could end its money for good. */
const DOUBTS: { readonly [K in Kind]: DoubtsOf } = {
  coin: (id, value) => (isWhole(value) ? [] : [{ kind: 'coin', id }]),
  reserve: (id) => [{ kind: 'reserve', id }],
  withdrawal: (id, value) => [{ kind: 'withdrawal', id }, ...named('reserve', value, 'reserve')],
  refresh: (id, value) => [{ kind: 'refresh', id }, ...named('coin', value, 'old_coin')],
  purchase: coins,
  refund: (_id, value) => named('coin', value, 'coin'),
  deposit: (id, value) => [{ kind: 'deposit', id }, ...coins(id, value)],
  'push-out': coins,
  'pull-in': coins,
  'push-in': (id, value) => [{ kind: 'push-in', id }, ...named('reserve', value, 'reserve')],
  'pull-out': (_id, value) => named('reserve', value, 'reserve'),
  // No money hangs on what these say.
  exchange: nothing,
  device: nothing,
  provider: nothing,
  setting: nothing,
  tombstone: nothing,
  gone: nothing,
};

/** Nothing is said to be gone from it. */
const isWhole = (coin: object): boolean =>
  memberOf(coin, 'status') === 'fresh' && memberOf(coin, 'remaining') === memberOf(coin, 'v');

/** What is to be asked about once a copy has made `after` of what was `before` here. */
export const doubtsOf = (kind: string, id: string, before: unknown, after: unknown): readonly Doubt[] => {
  const of = Object.hasOwn(DOUBTS, kind) ? DOUBTS[kind as Kind] : nothing;
  return [before, after].flatMap((value) => (isObject(value) ? of(id, value) : []));
};
