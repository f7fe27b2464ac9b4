// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { Contribution, Kind, Purchase, ValueByKind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

/** An event that gives coins away, whatever its kind: the ledger, the change and the balance ask no more of it. */
export type Giving = {
  readonly id: string;
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

type GivingsOf = ((reader: Pick<Reader, 'entries'>) => readonly Giving[]) | 'gives no coins';

/** What of each kind of entry gives coins away, in a fixed order. A kind that is not named here does not compile: coins it gave would be counted as ours. */
const GIVINGS: { readonly [K in Kind]: GivingsOf } = {
  purchase: (reader) => reader.entries('purchase').map(({ id, value }) => ofPurchase(id, value)),
  deposit: (reader) => reader.entries('deposit').map(({ id, value }) => ofDeposit(id, value)),
  'push-out': (reader) => reader.entries('push-out').map(({ id, value }) => ofPushOut(id, value)),
  'pull-in': (reader) => reader.entries('pull-in').map(({ id, value }) => ofPullIn(id, value)),
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
};

/** Every event that gave coins away or means to, in a fixed order. */
export const readGivings = (reader: Pick<Reader, 'entries'>): readonly Giving[] =>
  Object.values<GivingsOf>(GIVINGS).flatMap((of) => (of === 'gives no coins' ? [] : of(reader)));

/** True while this coin's share counts as gone: given for certain, or promised to something under way. */
export const isGiven = ({ holds }: Pick<Giving, 'holds'>, { s }: Contribution): boolean =>
  s === 'paid' || (s === 'reserved' && holds);

const ofPurchase = (id: string, { coins, status, ...purchase }: Purchase): Giving => ({
  id,
  coins,
  holds: status === 'paying' || status === 'paid',
  busy: status === 'paying',
  open: status === 'paying',
  mayReturnUntilMs: refundDeadlineMs(purchase),
});

/** Nothing comes back of a deposit to one's own account: it has no refund period. */
const ofDeposit = (id: string, { coins, status }: ValueByKind['deposit']): Giving => ({
  id,
  coins,
  holds: status === 'planned' || status === 'deposited' || status === 'done',
  busy: status === 'planned',
  open: status === 'planned',
  mayReturnUntilMs: 0,
});

/** A purse that nobody has taken gives everything back when it expires, so what is left of its coins can be renewed meanwhile. */
const ofPushOut = (id: string, { coins, status, reissue }: ValueByKind['push-out']): Giving => ({
  id,
  coins,
  holds: status === 'planned' || status === 'created' || status === 'taken',
  busy: status === 'planned',
  open: status === 'planned' || status === 'created',
  ...(reissue === true ? { toSelf: true as const } : {}),
  mayReturnUntilMs: status === 'planned' || status === 'created' ? Number.POSITIVE_INFINITY : 0,
});

const ofPullIn = (id: string, { coins, status }: ValueByKind['pull-in']): Giving => ({
  id,
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
