// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { msToTimestamp, timestampToMs } from '../../../../shared/time.ts';
import { parseClock } from '../../../state/clock.ts';
import type { Entry, Refresh } from '../../../state/entry.ts';
import type { CoinFilter, Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { FIRST_SCHEME } from '../../../taler/coin/schemes.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { Denomination, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { newId, type StepOutcome, type Wallets } from '../../context.ts';
import { isGiven, readGivings, type Giving } from '../../ledger/givings.ts';
import { noteKnownSeeds } from '../../ledger/known-seeds.ts';
import { coinAccount, readUses, type CoinAccount } from '../../ledger/ledger.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { isRenewalDue } from '../../coins/lifetime.ts';
import { readReturns, type Return } from '../../ledger/returns.ts';
import { openSeeds } from '../../ledger/seeds.ts';
import { inPlaceOf, lessRoom, roomAt, takes, type Room } from '../../coins/room.ts';
import { isWithdrawable, MAX_NEW_COINS, selectDenominations } from '../../coins/selection.ts';
import { outsideOf, outsideSeeds } from '../../coins/outside.ts';
import { isOf, newerSeeds } from '../../coins/scheme.ts';
import { badCoins } from '../../coins/signatures.ts';

// What is left of a used coin never goes out again as it is: two payments with one coin can be linked. It is planned
// here for a refresh, found by looking at the coins and not by remembering, so that a crash between a payment and the
// plan for its change loses nothing.

/** Plans a refresh for every used coin of one exchange that nothing else is working on, all in one transaction. */
export const stepRenewal = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  const open = await wallets.exchanges.open(exchange, { revalidated: true });
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const { keys } = open.value;
  const left = wallets.store.transaction((tx) => {
    const uses = readUses(tx);
    const past = readPast(tx);
    const bad = badCoins(tx.local);
    let room = roomAt(tx, exchange);
    const undecided = new Set<Undecided>();
    for (const entry of tx.coins({ exchange, status: 'in-use' })) {
      const account = coinAccount(entry, uses);
      if (account.busy || account.isNewer || bad.has(entry.id)) continue;
      if (account.held > 0n) {
        const planned = planRefresh(wallets, tx, keys, { account, past, room });
        if (typeof planned === 'string') undecided.add(planned);
        else room = lessRoom(room, planned);
      }
      // Used up: closed, and its signature dropped, once nothing can give it value again.
      else if (account.abroad === 0n && mayBeClosed(tx, entry, account, past, wallets.world.now()))
        tx.put('coin', entry.id, { ...entry.value, status: 'spent' });
    }
    return undecided;
  });
  if (left.size === 0) return { kind: 'finished' };
  return {
    kind: 'failed',
    failure: { kind: left.has('exchange-full') ? 'exchange-full' : 'no-denominations', exchange },
  };
};

/** Why a coin could not be planned for: the exchange has filled its budget, or offers nothing just now. */
type Undecided = 'exchange-full' | 'no-denominations';

/**
 * Takes coins out of circulation so that they are exchanged for new ones: after a restore another copy of the wallet may
 * know them. Coins in the middle of something are left to that; what comes of a seed that is in use now is renewed once it is
 * there. Returns how many.
 */
export const retireCoins = (wallets: Wallets, filter: CoinFilter): number =>
  wallets.store.transaction((tx) => {
    const bad = badCoins(tx.local);
    const newer = newerSeeds(tx);
    const outside = outsideSeeds(tx);
    // Renewing helps against older copies of this wallet, and not against somebody who knows another one's secret.
    const isRenewed = (id: string): boolean => !bad.has(id) && !isOf(newer, id) && outsideOf(outside, id) === undefined;
    const fresh = tx.coins({ ...filter, status: 'fresh' }).filter(({ id }) => isRenewed(id));
    for (const { id, value } of fresh) tx.put('coin', id, { ...value, status: 'in-use' });
    noteKnownSeeds(tx, openSeeds([...tx.entries('withdrawal'), ...tx.entries('refresh')]));
    return fresh.length;
  });

/** What happened to coins before, by coin id. */
type Past = {
  readonly givings: ReadonlyMap<string, readonly Giving[]>;
  readonly refreshes: ReadonlyMap<string, Refresh>;
  /** the refreshes of each coin */
  readonly sessions: ReadonlyMap<string, readonly string[]>;
  /** what came back and waits to be renewed */
  readonly returns: readonly Return[];
};

export const readPast = (reader: Pick<Tx, 'entries'>): Past => {
  const givings = new Map<string, Giving[]>();
  for (const giving of readGivings(reader)) {
    for (const id of Object.keys(giving.coins)) givings.set(id, [...(givings.get(id) ?? []), giving]);
  }
  const sessions = new Map<string, string[]>();
  for (const { id, value } of reader.entries('refresh')) {
    const same = sessions.get(value.old_coin);
    if (same) same.push(id);
    else sessions.set(value.old_coin, [id]);
  }
  return {
    givings,
    sessions,
    refreshes: new Map(reader.entries('refresh').map(({ value }) => [value.old_coin, value])),
    returns: readReturns(reader).filter(({ waiting }) => waiting),
  };
};

type Reason = Pick<Refresh, 'reason' | 'purchase' | 'refunds' | 'without_backup'>;

/** Why a coin waits for a refresh: refunded, change of a payment, given back by one, or neither (then its age or a restore put it here). */
const whyUsed = ({ id, waiting }: CoinAccount, { givings, refreshes, returns }: Past, isOld: boolean): Reason => {
  const refunds = returns.filter(({ coin }) => coin === id);
  const [refund] = refunds;
  if (refund && waiting > 0n)
    return { reason: 'refund', purchase: refund.purchase, refunds: refunds.map((each) => each.id) };
  const mentions = givings.get(id) ?? [];
  const gave = mentions.find((giving) => isGivenTo(giving, id));
  if (gave) return { reason: 'change', purchase: gave.id };
  const released = mentions.at(-1);
  if (released) return { reason: 'released', purchase: released.id };
  const earlier = refreshes.get(id);
  return {
    reason: earlier?.reason ?? (isOld ? 'expiry' : 'restore'),
    ...(earlier?.purchase === undefined ? {} : { purchase: earlier.purchase }),
    // The person's wish was about the coin, and not about a plan that could not be carried out.
    ...(earlier?.status === 'failed' && earlier.without_backup === true ? { without_backup: true } : {}),
  };
};

/** A coin that is to be renewed; `refreshId` names the plan, `room` is what the exchange may still add. */
type ToPlan = {
  readonly account: CoinAccount;
  readonly past: Past;
  readonly room: Room;
  readonly refreshId?: string;
};

/** Writes the plan for one coin, and gives what room it takes; a rest that no denomination fits is written off as the fee it costs. */
export const planRefresh = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  { account, past, room: there, refreshId = newId(wallets.world) }: ToPlan,
): Room | Undecided => {
  const { id, coin, currency, held } = account;
  const nowMs = wallets.world.now();
  const denomination = keys.denominations.get(coin.h);
  if (!denomination || (coin.master_pub !== undefined && coin.master_pub !== keys.masterPub)) return 'no-denominations';
  const offered = [...keys.denominations.values()];
  const why = whyUsed(account, past, isRenewalDue(denomination, amount(coin.remaining), offered, nowMs));
  if (denomination.revoked) {
    planRecoup(wallets, tx, keys, account, why);
    return NOTHING;
  }
  const fee = denomination.feeRefresh.units;
  const budget: Amount = { currency, units: held > fee ? held - fee : 0n };
  const room = inPlaceOf(there, amount(coin.v).units);
  const how = { nowMs, maxCoins: MAX_NEW_COINS, room };
  const { selection, value, cost, isCut } = selectDenominations(offered, budget, how);
  if (selection.length === 0 && isCut) return 'exchange-full';
  // Nothing fits: that is final only if the exchange does offer denominations now.
  if (selection.length === 0 && !offered.some((each) => isWithdrawable(each, nowMs))) return 'no-denominations';
  const melted = selection.length === 0 ? 0n : cost.units + fee;
  // A rest that more coins would hold stays in the coin for the next refresh; one that nothing fits is part of the cost.
  const taken = isCut ? melted : held;
  // What the exchange fails to offer only for a while is no cost: it stays in the coin as long as that can wait.
  const unfit = taken - melted - (selection.length === 0 ? fee : 0n);
  if (!isNearItsEnd(denomination, nowMs) && offered.some((each) => isAwaited(each, unfit, nowMs)))
    return 'no-denominations';
  const text = (units: bigint): string => amountToText({ currency, units });
  tx.put('refresh', refreshId, {
    exchange: coin.exchange,
    master_pub: keys.masterPub,
    old_coin: id,
    seed: bytesToCrock(wallets.world.randomBytes(64)),
    ...schemeOf(keys),
    selection,
    melt_amount: text(melted),
    fee: text(taken - value.units),
    ...why,
    created: msToTimestamp(nowMs),
    ...(selection.length === 0 ? { status: 'done' as const, why: 'too-small' } : { status: 'planned' as const }),
  });
  keepDenominations(
    tx,
    keys,
    selection.map(({ h }) => h),
  );
  if (selection.length > 0) return takes(selection);
  // What a payment to a person may still give back stays in `remaining`.
  const own = why.refunds === undefined ? taken : taken - account.waiting;
  const left = amount(coin.remaining).units - own;
  tx.put('coin', id, { ...coin, remaining: text(left > 0n ? left : 0n) });
  takeUpRefunds(tx, why.refunds ?? [], refreshId);
  return NOTHING;
};

const NOTHING: Room = { coins: 0, small: 0 };

/** Only what differs from the first is named. */
const schemeOf = (keys: ExchangeKeys): Pick<Refresh, 'scheme'> => {
  const { refreshScheme } = abilitiesOf(keys);
  return refreshScheme === FIRST_SCHEME ? {} : { scheme: refreshScheme };
};

const DAY_MS = 24 * 60 * 60_000;
/** How far around today coins of a kind are looked for before a rest is written off: exchanges close a gap between two periods within days. */
const AWAITED_MS = 30 * DAY_MS;

/** Coins that would fit such a rest are on the exchange's list, and were issued a while ago or will be in a while. */
const isAwaited = (denomination: Denomination, rest: bigint, nowMs: number): boolean =>
  denomination.selectable &&
  !isWithdrawable(denomination, nowMs) &&
  denomination.value.units > denomination.feeDeposit.units &&
  denomination.value.units + denomination.feeWithdraw.units <= rest &&
  timestampToMs(denomination.stampStart) < nowMs + AWAITED_MS &&
  timestampToMs(denomination.stampExpireWithdraw) > nowMs - AWAITED_MS;

/** True for a coin that is too near its end to wait for anything. */
const isNearItsEnd = ({ stampExpireDeposit }: Denomination, nowMs: number): boolean =>
  timestampToMs(stampExpireDeposit) < nowMs + AWAITED_MS;

/** A revoked coin cannot be melted: all that is left of it is given back to where it came from. */
const planRecoup = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  { id, coin, currency, held }: CoinAccount,
  why: Reason,
): void => {
  const all = amountToText({ currency, units: held });
  tx.put('refresh', newId(wallets.world), {
    exchange: coin.exchange,
    master_pub: keys.masterPub,
    old_coin: id,
    seed: bytesToCrock(wallets.world.randomBytes(64)),
    selection: [],
    melt_amount: all,
    fee: all,
    reason: 'recoup',
    ...(why.refunds === undefined ? {} : { refunds: why.refunds }),
    created: msToTimestamp(wallets.world.now()),
    status: 'planned',
  });
};

/** Notes that a refresh has taken up these refunds, in the same transaction in which it takes the value. */
export const takeUpRefunds = (tx: Tx, ids: readonly string[], refresh: string): void => {
  for (const id of ids) {
    const refund = tx.entry('refund', id)?.value;
    if (refund?.status === 'announced') tx.put('refund', id, { ...refund, refresh, status: 'done' });
  }
};

/** True when neither a refund nor the recoup of its change can give value back to a used-up coin. */
const mayBeClosed = (
  reader: Pick<Tx, 'coins'>,
  entry: Entry<'coin'>,
  account: CoinAccount,
  past: Past,
  nowMs: number,
): boolean => refundableUntilMs(entry, account, past) <= nowMs && !isChangeLeft(reader, entry.id, past);

/** Whether change of it is still to be had, whose recoup would give value back to it. */
export const isChangeLeft = (reader: Pick<Tx, 'coins'>, id: string, past: Past): boolean =>
  (past.sessions.get(id) ?? []).some((session) =>
    reader
      .coins({ sourceId: session })
      .some(
        ({ value }) => value.status !== 'spent' && (value.status === 'fresh' || amount(value.remaining).units > 0n),
      ),
  );

/** So long a payment that another device made may be heard of, and with it a refund into the coin. */
const UNHEARD_MS = 365 * 24 * 60 * 60_000;

/** Until then what it gave may come back; no time at all for one that gave nothing. */
export const refundableUntilMs = (
  { id, clock }: Pick<Entry<'coin'>, 'id' | 'clock'>,
  { elsewhere }: Pick<CoinAccount, 'elsewhere'>,
  { givings }: Past,
): number =>
  Math.max(
    elsewhere > 0n ? writtenMs(clock) + UNHEARD_MS : Number.NEGATIVE_INFINITY,
    ...(givings.get(id) ?? []).flatMap((giving) => (isGivenTo(giving, id) ? [giving.mayReturnUntilMs] : [])),
  );

const writtenMs = (clock: string): number => {
  const read = parseClock(clock);
  return read.ok ? read.value.ms : 0;
};

const isGivenTo = (giving: Giving, coinId: string): boolean => {
  const contribution = giving.coins[coinId];
  return contribution !== undefined && isGiven(giving, contribution);
};
