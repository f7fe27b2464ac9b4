// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Contribution, Entry, Kind, Purchase, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

/** An event that gives coins away, whatever its kind: the ledger, the change and the balance ask no more of it. */
export type Giving = {
  readonly id: string;
  /** where it says that it was; coins of anywhere else it has not given */
  readonly exchange: string | undefined;
  readonly currency: string | undefined;
  readonly coins: Purchase['coins'];
  /** its reserved coins count as gone */
  readonly holds: boolean;
  /** whether the coins were used is not known yet, so nothing else may touch them */
  readonly busy: boolean;
  /** given, but not for good: shown as outgoing */
  readonly open: boolean;
  /** it goes to ourselves: on its way it is nobody else's */
  readonly toSelf?: true;
  /** until then what it took may come back into the very same coins */
  readonly mayReturnUntilMs: number;
};

type GivingOf<K extends Kind> = ((id: string, value: ValueByKind[K]) => Giving) | 'gives no coins';

/** What of each kind of entry gives coins away, in a fixed order. A kind that is not named here does not compile: coins it gave would be counted as ours. */
const GIVINGS = {
  purchase: (id, value) => ofPurchase(id, value),
  deposit: (id, value) => ofDeposit(id, value),
  'push-out': (id, value) => ofPushOut(id, value),
  'pull-in': (id, value) => ofPullIn(id, value),
  'push-in': 'gives no coins',
  'pull-out': 'gives no coins',
  reserve: 'gives no coins',
  withdrawal: 'gives no coins',
  refresh: 'gives no coins',
  coin: 'gives no coins',
  refund: 'gives no coins',
  exchange: 'gives no coins',
  device: 'gives no coins',
  provider: 'gives no coins',
  setting: 'gives no coins',
  tombstone: 'gives no coins',
  gone: 'gives no coins',
} as const satisfies { readonly [K in Kind]: GivingOf<K> };

type GivingKind = { [K in Kind]: (typeof GIVINGS)[K] extends 'gives no coins' ? never : K }[Kind];
export type GivingEntry = Entry<GivingKind>;

/** The kinds that give coins away. */
export const GIVING_KINDS: readonly GivingKind[] = Object.entries(GIVINGS).flatMap(([kind, of]) =>
  // The table's own keys.
  of === 'gives no coins' ? [] : [kind as GivingKind],
);

/** An entry as what it gives away. */
export const givingOf = ({ kind, id, value }: GivingEntry): Giving =>
  // The table pairs every kind with a function of its own values.
  (GIVINGS[kind] as (id: string, value: GivingEntry['value']) => Giving)(id, value);

/** Every event that gave coins away or means to, in a fixed order. */
export const readGivings = (reader: Pick<Reader, 'entries'>): readonly Giving[] =>
  GIVING_KINDS.flatMap((kind) => reader.entries(kind).map(givingOf));

/** The same by coin. */
export const givingsByCoin = (reader: Pick<Reader, 'entries'>): ReadonlyMap<string, readonly Giving[]> => {
  const givings = new Map<string, Giving[]>();
  for (const giving of readGivings(reader))
    for (const id of Object.keys(giving.coins)) {
      const same = givings.get(id);
      if (same) same.push(giving);
      else givings.set(id, [giving]);
    }
  return givings;
};

/** True while this coin's share counts as gone: given for certain, or promised to something under way. */
export const isGiven = ({ holds }: Pick<Giving, 'holds'>, { s }: Contribution): boolean =>
  s === 'paid' || (s === 'reserved' && holds);

/** Where a line of the history says that it was. */
export const placeOf = ({
  exchange,
  amount: text,
}: Pick<Purchase, 'exchange' | 'amount'>): Pick<Giving, 'exchange' | 'currency'> => ({
  exchange,
  currency: text === undefined ? undefined : amount(text).currency,
});

const ofPurchase = (id: string, { coins, status, ...purchase }: Purchase): Giving => ({
  id,
  ...placeOf(purchase),
  coins,
  holds: status === 'paying' || status === 'paid',
  busy: status === 'paying',
  open: status === 'paying',
  mayReturnUntilMs: refundDeadlineMs(purchase),
});

/** Nothing comes back of a deposit to one's own account: it has no refund period. */
const ofDeposit = (id: string, { coins, status, ...deposit }: ValueByKind['deposit']): Giving => ({
  id,
  ...placeOf(deposit),
  coins,
  holds: status === 'planned' || status === 'deposited' || status === 'done',
  busy: status === 'planned',
  open: status === 'planned',
  mayReturnUntilMs: 0,
});

/** A purse that nobody has taken gives everything back when it expires, so what is left of its coins can be renewed meanwhile. */
const ofPushOut = (id: string, { coins, status, reissue, ...payment }: ValueByKind['push-out']): Giving => ({
  id,
  ...placeOf(payment),
  coins,
  holds: status === 'planned' || status === 'created' || status === 'taken',
  busy: status === 'planned',
  open: status === 'planned' || status === 'created',
  ...(reissue === true ? { toSelf: true as const } : {}),
  mayReturnUntilMs: status === 'planned' || status === 'created' ? Number.POSITIVE_INFINITY : 0,
});

const ofPullIn = (id: string, { coins, status, ...payment }: ValueByKind['pull-in']): Giving => ({
  id,
  ...placeOf(payment),
  coins,
  holds: status === 'paying' || status === 'paid',
  busy: status === 'paying',
  open: status === 'paying',
  mayReturnUntilMs: status === 'paying' ? Number.POSITIVE_INFINITY : 0,
});

/** Where a contract was dropped before its deadline was kept beside it, nobody gives anything back after so long. */
const DROPPED_MS = 365 * 24 * 60 * 60_000;

const refundDeadlineMs = ({
  terms,
  refund_deadline: kept,
  created,
}: Pick<Purchase, 'terms' | 'refund_deadline' | 'created'>): number => {
  if (kept !== undefined) return timestampToMs(kept);
  if (terms !== undefined && Object.keys(terms).length === 0) return timestampToMs(created) + DROPPED_MS;
  const deadline = terms?.['refund_deadline'];
  const seconds = typeof deadline === 'object' && deadline !== null && 't_s' in deadline ? deadline.t_s : undefined;
  return typeof seconds === 'number' ? timestampToMs({ t_s: seconds }) : Number.POSITIVE_INFINITY;
};
