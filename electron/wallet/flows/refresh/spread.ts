// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { Entry } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import type { Denomination, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { World } from '../../../world.ts';
import { isRenewalDue, mayWaitMs, renewalCost, timeLeft } from '../../coins/lifetime.ts';
import { lessRoom, roomAt } from '../../coins/room.ts';
import { refusesUnspent } from '../../coins/proven.ts';
import { isOf, newerSeeds } from '../../coins/scheme.ts';
import { badCoins } from '../../coins/signatures.ts';
import type { Wallets } from '../../context.ts';
import { coinAccount } from '../../ledger/account.ts';
import { readUses } from '../../ledger/uses.ts';
import { knownElsewhere, noteAsking } from '../../ledger/known-seeds.ts';
import { waitingPlans } from '../../ledger/waiting.ts';
import { DAY_MS } from '../flow.ts';
import { readPast } from './past.ts';
import { isUrgent } from './put-off.ts';
import { planRefresh } from './renew.ts';

// Renewals are no hurry until the last weeks: all at once they would lock the money behind the gate, cost a wave of uploads,
// and show everybody who watches that one person's coins are renewed. So at each daily look a few are planned, those that
// expire first before the others, each for a random hour; the coins stay spendable until their melt is sent.

type ReadsCoins = Pick<Reader, 'beside' | 'coins' | 'entry' | 'entries' | 'withNewerScheme' | 'deviceId'> & {
  readonly local: Pick<Reader['local'], 'mark'>;
};

/** An unused coin with its kind. */
export type WholeCoin = { readonly entry: Entry<'coin'>; readonly denomination: Denomination };

/** Unused coins of an exchange that this version can renew. */
export const wholeCoins = (tx: ReadsCoins, keys: ExchangeKeys): readonly WholeCoin[] => {
  const newer = newerSeeds(tx);
  const bad = badCoins(tx.local);
  return tx.coins({ exchange: keys.baseUrl, status: 'fresh' }).flatMap((entry) => {
    const { id, value } = entry;
    const denomination = keys.denominations.get(value.h);
    const isTheirs = value.master_pub === undefined || value.master_pub === keys.masterPub;
    return denomination && isTheirs && !isOf(newer, id) && !bad.has(id) ? [{ entry, denomination }] : [];
  });
};

/** Plans what is to be renewed before the next look, in one transaction: for its age, and what another copy may know where that costs nothing. */
export const planSome = (wallets: Wallets, tx: Tx, keys: ExchangeKeys): void => {
  const { world } = wallets;
  const coins = wholeCoins(tx, keys).filter(({ denomination }) => !denomination.revoked);
  const { isDue, isFree } = questions(keys, world.now());
  const isKnown = knownElsewhere(tx);
  const groups = new Map<number, { readonly looks: number; readonly coins: WholeCoin[] }>();
  for (const coin of coins) {
    const due = isDue(coin);
    if (!due && !(isKnown(coin.entry) && isFree(coin))) continue;
    const endMs = timestampToMs(coin.denomination.stampExpireDeposit);
    // What is renewed because another copy may know it is in no danger from its age: a week is soon enough.
    const looks = due ? timeLeft(coin.denomination, world.now()).looks : FREE_LOOKS;
    const key = due ? endMs : Number.POSITIVE_INFINITY;
    const group = groups.get(key);
    if (group) group.coins.push(coin);
    else groups.set(key, { looks, coins: [coin] });
  }
  const planned = waitingPlans(tx);
  const chosen = [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([, group]) => {
      const open = group.coins.filter(({ entry }) => !planned.has(entry.id));
      const wanted = Math.ceil(group.coins.length / group.looks) - (group.coins.length - open.length);
      return shuffled(world, open).slice(0, Math.max(wanted, 0));
    });
  planWaiting(wallets, tx, keys, chosen, (atMostMs) => randomPart(world) * Math.min(atMostMs, DAY_MS));
  noteAsking(tx, keys.baseUrl, costlyRenewal(wallets, tx, keys) !== undefined);
};

/** Whole coins whose renewal costs something: their sum, and what would be left of it, in units. */
type Costly = { readonly coins: readonly WholeCoin[]; readonly sum: bigint; readonly left: bigint };

/** The coins another copy may know and that nobody renews for nothing or for their age; undefined when there are none. */
export const costlyRenewal = (wallets: Wallets, tx: ReadsCoins, keys: ExchangeKeys): Costly | undefined => {
  const { isDue, costs } = questions(keys, wallets.world.now());
  const isKnown = knownElsewhere(tx);
  const planned = waitingPlans(tx);
  const coins = wholeCoins(tx, keys).filter((coin) => {
    const { entry, denomination } = coin;
    if (denomination.revoked || planned.has(entry.id) || !isKnown(entry)) return false;
    return !isDue(coin) && (costs(coin) ?? 0n) > 0n;
  });
  if (coins.length === 0) return undefined;
  const sum = coins.reduce((all, { entry }) => all + amount(entry.value.remaining).units, 0n);
  return { coins, sum, left: coins.reduce((all, coin) => all - (costs(coin) ?? 0n), sum) };
};

/** Daily looks over which renewals that cost nothing are spread after a restore. */
const FREE_LOOKS = 7;

/** Writes plans for unused coins; each is begun after `waitMs`, which is told how long it may wait, and its coin may be used for something else until then. */
export const planWaiting = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  coins: readonly WholeCoin[],
  waitMs: (atMostMs: number) => number,
): void => {
  const nowMs = wallets.world.now();
  if (coins.length === 0 || refusesUnspent(tx, keys, nowMs)) return;
  const uses = readUses(tx);
  const past = readPast(tx);
  let room = roomAt(tx, keys.baseUrl);
  for (const { entry, denomination } of coins) {
    const account = coinAccount(entry, uses);
    if (account.busy || account.held === 0n) continue;
    const planned = planRefresh(wallets, tx, keys, { account, past, room });
    if (typeof planned === 'string') continue;
    room = lessRoom(room, planned);
    if (planned.id === undefined) continue;
    // Who runs the wallet now may not do so again before such a coin ends.
    const isLate = isUrgent(wallets, keys.baseUrl, [entry.value.h]);
    const atMostMs = isLate ? 0 : mayWaitMs(lastMelt(tx, keys, planned.id, denomination), nowMs);
    const nextAt = Math.round(nowMs + waitMs(atMostMs));
    tx.local.putTask({ kind: 'refresh', id: planned.id, nextAt, attempts: 0 });
  }
};

/** Until when a plan can be carried out, in milliseconds since the epoch: its coin ends, and so does the time in which the new ones are given out. */
const lastMelt = (tx: Tx, keys: ExchangeKeys, plan: string, { stampExpireDeposit }: Denomination): number =>
  Math.min(
    timestampToMs(stampExpireDeposit),
    ...(tx.entry('refresh', plan)?.value.selection ?? []).flatMap(({ h }) => {
      const chosen = keys.denominations.get(h);
      return chosen ? [timestampToMs(chosen.stampExpireWithdraw)] : [];
    }),
  );

/** What is asked of each coin, answered once for all coins of a kind. */
const questions = (keys: ExchangeKeys, nowMs: number) => {
  const offered = [...keys.denominations.values()];
  const once = <T>(answer: (coin: WholeCoin) => T): ((coin: WholeCoin) => T) => {
    const known = new Map<string, { readonly answer: T }>();
    return (coin) => {
      const kind = `${coin.entry.value.h} ${coin.entry.value.remaining}`;
      const before = known.get(kind) ?? { answer: answer(coin) };
      known.set(kind, before);
      return before.answer;
    };
  };
  const costs = once(({ entry, denomination }) =>
    renewalCost(denomination, amount(entry.value.remaining), offered, nowMs),
  );
  return {
    isDue: once(({ entry, denomination }) => isRenewalDue(denomination, amount(entry.value.remaining), offered, nowMs)),
    isFree: (coin: WholeCoin): boolean => costs(coin) === 0n,
    costs,
  };
};

/** A number from 0 up to 1. */
const randomPart = (world: Pick<World, 'randomBytes'>): number => {
  const random = world.randomBytes(4);
  return new DataView(random.buffer, random.byteOffset).getUint32(0) / 2 ** 32;
};

/** Which of many coins go first says nothing about the order in which they came. */
const shuffled = <T>(world: Pick<World, 'randomBytes'>, all: readonly T[]): readonly T[] =>
  all
    .map((each) => ({ each, at: randomPart(world) }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
