// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../../shared/amount.ts';
import { timestampToMs, type Timestamp } from '../../../../shared/time.ts';
import { boundOfPurse, idOfDeposit, placeKey } from '../../../state/commitment.ts';
import type { Contribution, Refresh, ValueByKind } from '../../../state/entry.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { hashWire } from '../../../taler/crypto/hash.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import type { FoundCoin } from './coins.ts';
import { bytesOfName, idOfName, type Scene } from './scene.ts';

// What that wallet did with its coins. Its backup has records of payments to shops; of deposits and of payments between people it keeps
// only, with each coin, what took it and how much. So these get keys that are made of their names, with which nothing was ever signed,
// and are over: they have a line in the history, and nobody is asked about them.

type Purchase = LegacyContent['purchases'][number];
type RefreshGroup = LegacyContent['refreshGroups'][number];
type Refunds = Purchase['refunds'];

/** What a coin was given to. */
type Use = { readonly what: 'deposit' | 'peer-push-debit' | 'peer-pull-debit'; readonly name: string };

type Spent = Use & { readonly coins: FoundCoin[]; readonly created: Timestamp };

export type Events = {
  /** why a session was made, and which event bears its cost */
  readonly ofRefresh: (
    group: RefreshGroup,
    coinPub: string,
    coinId: string,
  ) => Pick<Refresh, 'reason' | 'purchase' | 'refunds'>;
  /** refunds that a session has taken up, by their id, and whether it is melted */
  readonly takenUp: ReadonlySet<string>;
  readonly spendings: readonly Spent[];
  readonly idOf: (purchase: Purchase) => string;
};

export const purchaseId = ({ proposal_id: proposal, merchant_base_url: shop }: Purchase): string =>
  idOfName('purchase', proposal, shop);

export const refundId = (purchase: string, coin: string, rtransactionId: number): string =>
  `${purchase} ${coin} ${rtransactionId}`;

const USES = /^txn:(deposit|peer-push-debit|peer-pull-debit):(.{1,200})$/;

/** Reads what the coins were used for, before any of them has its place. */
export const readEvents = ({ content, coins }: Scene): Events => {
  const begun = timesOfChange(content);
  const spent = new Map<string, Spent>();
  const purchases = new Map<string, Purchase>();
  for (const purchase of content.purchases)
    for (const { coin_pub: pub } of purchase.pay_info?.pay_coins ?? []) purchases.set(pub, purchase);
  for (const coin of coins.values()) {
    const use = USES.exec(coin.record.spend_allocation?.id ?? '');
    if (!use || purchases.has(coin.pub)) continue;
    const [, what, name = ''] = use;
    const { exchange, masterPub, currency } = coin.kind;
    const key = JSON.stringify([what, name, exchange, masterPub, currency]);
    const known = spent.get(key);
    if (known) known.coins.push(coin);
    // The pattern has just said so.
    else
      spent.set(key, {
        what: what as Use['what'],
        name,
        coins: [coin],
        created: begun.get(coin.pub) ?? content.timestamp,
      });
  }
  const spendingOf = new Map([...spent.values()].flatMap((each) => each.coins.map(({ pub }) => [pub, each] as const)));
  const refundsOf = refundsByCoin(content, purchases);
  const idOfSpending = remembered((each: Spent) => keysOf(each).id);
  const takenUp = new Set<string>();
  return {
    takenUp,
    spendings: [...spent.values()],
    idOf: purchaseId,
    ofRefresh: (group, pub, coinId) => {
      const purchase = purchases.get(pub);
      if (group.reason === 'refund' && purchase !== undefined) {
        const id = purchaseId(purchase);
        const refunds = (refundsOf.get(pub) ?? [])
          .filter((refund) => isTakenBy(group, refund))
          .map(({ rtransaction_id: number }) => refundId(id, coinId, number))
          .filter((each) => !takenUp.has(each));
        for (const each of refunds) takenUp.add(each);
        return { reason: 'refund', purchase: id, ...(refunds.length === 0 ? {} : { refunds }) };
      }
      const spending = spendingOf.get(pub);
      const event = purchase === undefined ? spending && idOfSpending(spending) : purchaseId(purchase);
      return { reason: reasonOf(group.reason), ...(event === undefined ? {} : { purchase: event }) };
    },
  };
};

const SLACK_MS = 5_000;

/** A session takes up what had come back by the time it was planned. */
const isTakenBy = (group: RefreshGroup, { type, obtained_time: at }: Refunds[number]): boolean =>
  type === 'applied' && timestampToMs(at) <= timestampToMs(group.timestamp_created) + SLACK_MS;

const refundsByCoin = (
  { purchases: all }: LegacyContent,
  purchases: ReadonlyMap<string, Purchase>,
): ReadonlyMap<string, Refunds> =>
  Map.groupBy(
    all.flatMap((purchase) => purchase.refunds.filter(({ coin_pub: pub }) => purchases.get(pub) === purchase)),
    ({ coin_pub: pub }) => pub,
  );

/** The same once for each. */
const remembered = <T extends object, R>(of: (each: T) => R): ((each: T) => R) => {
  const known = new Map<T, R>();
  return (each) => {
    const before = known.get(each);
    if (before !== undefined) return before;
    const made = of(each);
    known.set(each, made);
    return made;
  };
};

const reasonOf = (reason: string): Refresh['reason'] => {
  if (reason.startsWith('pay')) return 'change';
  if (reason.startsWith('abort') || reason === 'refund') return 'released';
  return reason === 'scheduled' ? 'expiry' : 'restore';
};

/** When the rest of each coin was changed, which is right after the coin was used. */
const timesOfChange = ({ refreshGroups }: LegacyContent): ReadonlyMap<string, Timestamp> => {
  const times = new Map<string, Timestamp>();
  for (const { reason, timestamp_created: at, old_coins: coins } of refreshGroups)
    for (const { coin_pub: pub } of coins) if (reason !== 'refund' && !times.has(pub)) times.set(pub, at);
  return times;
};

/** The keys of an event that the backup keeps no key of; they follow from its name, its exchange and its sum. */
const keysOf = ({ what, name, coins, created }: Spent) => {
  const kind = coins[0]?.kind;
  if (kind === undefined) throw new Error('defect: a spending without a coin');
  const place = { exchange: kind.exchange, master_pub: kind.masterPub };
  const bytes = (of: string): Uint8Array => bytesOfName(of, what, name, kind.exchange, kind.masterPub, kind.currency);
  const key = (of: string): string => bytesToCrock(bytes(of).slice(0, 32));
  const units = coins.reduce((sum, { record, kind: each }) => sum + partOf(record) - each.feeDeposit.units, 0n);
  const sum = amountToText({ currency: kind.currency, units: units > 0n ? units : 0n });
  const common = { ...place, amount: sum, created, brought: true as const };
  if (what === 'peer-push-debit') {
    const facts = { ...common, contract_priv: key('contract'), merge_priv: key('merge') };
    const seed = bytes('seed').slice(0, 32);
    const priv = placeKey(seed, { ...place, bound: boundOfPurse(facts) });
    const value = { ...facts, purse_priv: bytesToCrock(priv), key_seed: bytesToCrock(seed) };
    return { kind: 'push-out' as const, id: bytesToCrock(eddsaPublicKey(priv)), value };
  }
  if (what === 'peer-pull-debit')
    return {
      kind: 'pull-in' as const,
      id: bytesToCrock(eddsaPublicKey(bytes('purse').slice(0, 32))),
      value: { ...common, contract_priv: key('contract') },
    };
  const salt = bytes('salt').slice(0, 16);
  const value = {
    ...common,
    payto: '',
    h_wire: bytesToCrock(hashWire('', salt)),
    wire_salt: bytesToCrock(salt),
    merchant_priv: key('merchant'),
    h_contract: bytesToCrock(bytes('contract').slice(0, 64)),
    timestamp: created,
    refund_deadline: created,
    wire_deadline: created,
  };
  return { kind: 'deposit' as const, id: idOfDeposit(value), value };
};

const partOf = ({ spend_allocation: part }: FoundCoin['record']): bigint =>
  part === undefined ? 0n : amount(part.amount).units;

/** Brings deposits and payments between people, each as what it took from its coins. */
export const bringSpendings = (scene: Scene, { spendings }: Events): void => {
  for (const spent of spendings) {
    const { kind, id, value } = keysOf(spent);
    const coins: Record<string, Contribution> = {};
    for (const { pub, kind: of, record } of spent.coins) {
      const placed = scene.placed.get(pub);
      const c = { currency: of.currency, units: partOf(record) };
      if (placed !== undefined)
        coins[placed.id] = { c: amountToText(c), fee: amountToText(least(of.feeDeposit, c)), s: 'paid' };
    }
    if (Object.keys(coins).length === 0) continue;
    if (kind === 'push-out') scene.put(kind, id, { ...value, coins, status: 'taken' });
    else if (kind === 'pull-in') scene.put(kind, id, { ...value, coins, status: 'paid' });
    else scene.put(kind, id, { ...(value satisfies Partial<ValueByKind['deposit']>), coins, status: 'done' });
  }
};

const least = <T extends { readonly units: bigint }>(a: T, b: T): T => (a.units < b.units ? a : b);
