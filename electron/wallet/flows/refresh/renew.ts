// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { msToTimestamp, timestampToMs } from '../../../../shared/time.ts';
import { idOfRefresh } from '../../../state/commitment.ts';
import type { Entry, Refresh } from '../../../state/entry.ts';
import type { CoinFilter, Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { FIRST_SCHEME } from '../../../taler/coin/schemes.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { Denomination, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { noteKnownSeeds } from '../../ledger/known-seeds.ts';
import { coinAccount, type CoinAccount } from '../../ledger/account.ts';
import { readUses } from '../../ledger/uses.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { isRenewalDue, timeLeft } from '../../coins/lifetime.ts';
import { openSeeds } from '../../ledger/seeds.ts';
import { exchangeFull, inPlaceOf, lessRoom, roomAt, takes, type Room } from '../../coins/room.ts';
import { changeCosts, isWithdrawable, MAX_NEW_COINS, selectDenominations } from '../../coins/selection.ts';
import { outsideOf, outsideSeeds } from '../../coins/outside.ts';
import { wasRefusedUnspent } from '../../coins/proven.ts';
import { isOf, newerSeeds } from '../../coins/scheme.ts';
import { badCoins } from '../../coins/signatures.ts';
import { isChangeLeft, isGivenTo, readPast, refundableUntilMs, type Past } from './past.ts';
import { dearerThanShown, questionAboutReturns } from './dear-returns.ts';
import { meltTime, putOff, noLongerPutOff } from './put-off.ts';
import { isPaidOverNext, mayMakeChange, newChange, paidOverNext, waitingRenewals } from './waiting.ts';

// What is left of a used coin never goes out again as it is: two payments with one coin can be linked. It is planned
// here for a refresh, found by looking at the coins and not by remembering, so that a crash between a payment and the
// plan for its change loses nothing.

/** Plans a refresh for every used coin of one exchange that nothing else is working on, all in one transaction. */
export const stepRenewal = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  const makesChange = mayMakeChange(wallets, exchange);
  if (!makesChange && newChange(wallets).includes(exchange)) putOff(wallets, exchange);
  if (!waitingRenewals(wallets).includes(exchange)) return { kind: 'finished' };
  const open = await wallets.exchanges.open(exchange, { revalidated: true });
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const { keys } = open.value;
  const left = wallets.store.transaction((tx) => {
    const uses = readUses(tx);
    const past = readPast(tx);
    const bad = badCoins(tx.local);
    const leaves = paidOverNext(wallets);
    let room = roomAt(tx, exchange);
    const undecided = new Set<Undecided>();
    for (const entry of tx.coins({ exchange, status: 'in-use' })) {
      const account = coinAccount(entry, uses);
      if (account.busy || account.isNewer || bad.has(entry.id) || isPaidOverNext(leaves, account)) continue;
      if (account.held > 0n) {
        if (!makesChange) continue;
        const before = past.refreshes.get(entry.id);
        const refused = before !== undefined && wasRefusedUnspent(before, wallets.world.now());
        const planned = refused ? 'coin-unknown' : planRefresh(wallets, tx, keys, { account, past, room });
        if (typeof planned === 'string') undecided.add(planned);
        else {
          room = lessRoom(room, planned);
          const nextAt = account.outside === undefined ? meltTime(wallets, exchange, account.coin.h) : undefined;
          if (nextAt !== undefined && planned.id !== undefined)
            tx.local.putTask({ kind: 'refresh', id: planned.id, nextAt, attempts: 0 });
        }
      }
      // Used up: closed, and its signature dropped, once nothing can give it value again.
      else if (account.abroad === 0n && mayBeClosed(tx, entry, account, past, wallets.world.now()))
        tx.put('coin', entry.id, { ...entry.value, status: 'spent' });
    }
    // What could not be made stays due by the failure of this step, which is shown, with why.
    if (makesChange) noLongerPutOff(tx, exchange);
    return undecided;
  });
  if (left.size === 0) return { kind: 'finished' };
  if (left.has('coin-unknown')) return { kind: 'failed', failure: { kind: 'coin-unknown' } };
  if (left.has('change-not-known'))
    return { kind: 'failed', failure: { kind: 'change-not-known', exchange, version: keys.version } };
  const question = left.has('dearer') ? questionAboutReturns(wallets, wallets.store, keys) : undefined;
  if (question) return { kind: 'failed', failure: question };
  return {
    kind: 'failed',
    failure: left.has('exchange-full') ? exchangeFull(wallets.store, exchange) : { kind: 'no-denominations', exchange },
  };
};

/** Why a coin could not be planned for: the exchange has filled its budget, offers nothing just now, takes more for a refund than was shown, makes change in a way that is not known, or does not melt what was never spent. */
type Undecided = 'exchange-full' | 'no-denominations' | 'dearer' | 'change-not-known' | 'coin-unknown';

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

/** A coin that is to be renewed; `room` is what the exchange may still add. */
type ToPlan = {
  readonly account: CoinAccount;
  readonly past: Past;
  readonly room: Room;
  /** the first one at an exchange that has to show that it makes change */
  readonly isProof?: boolean;
};

/** What room a plan takes, and its id. */
type Planned = Room & { readonly id?: string };

/** Writes the plan for one coin; a rest that no denomination fits is written off as the fee it costs. */
export const planRefresh = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  { account, past, room: there, isProof = false }: ToPlan,
): Planned | Undecided => {
  const { id, coin, currency, held } = account;
  const nowMs = wallets.world.now();
  const denomination = keys.denominations.get(coin.h);
  if (!denomination || (coin.master_pub !== undefined && coin.master_pub !== keys.masterPub)) return 'no-denominations';
  if (abilitiesOf(keys).refreshScheme === undefined) return 'change-not-known';
  const offered = [...keys.denominations.values()];
  const why = whyUsed(account, past, isRenewalDue(denomination, amount(coin.remaining), offered, nowMs));
  if (denomination.revoked) {
    planRecoup(wallets, tx, keys, account, why);
    return NOTHING;
  }
  const refunds = (why.refunds ?? []).map((each) => ({ id: each }));
  const costs = changeCosts(offered, nowMs);
  if (dearerThanShown(tx, keys, costs, { account, givings: past.givings.get(id) ?? [], refunds })) return 'dearer';
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
  if (!timeLeft(denomination, nowMs).isLast && offered.some((each) => isAwaited(each, unfit, nowMs)))
    return 'no-denominations';
  const text = (units: bigint): string => amountToText({ currency, units });
  const refreshId = putNewRefresh(wallets, tx, {
    ...ofOldCoin(wallets, keys, account),
    ...schemeOf(keys),
    selection,
    melt_amount: text(melted),
    fee: text(taken - value.units),
    ...why,
    ...(selection.length === 0 ? { status: 'done' as const, why: 'too-small' } : { status: 'planned' as const }),
    ...(isProof && selection.length > 0 ? { why: PROOF } : {}),
  });
  keepDenominations(
    tx,
    keys,
    selection.map(({ h }) => h),
  );
  if (selection.length > 0) return { ...takes(selection), id: refreshId };
  // What a payment to a person may still give back stays in `remaining`.
  const own = why.refunds === undefined ? taken : taken - account.waiting;
  const left = amount(coin.remaining).units - own;
  tx.put('coin', id, { ...coin, remaining: text(left > 0n ? left : 0n) });
  takeUpRefunds(tx, why.refunds ?? [], refreshId);
  return NOTHING;
};

/** Said of the first session at an exchange, for its line in the history. */
const PROOF = 'proof';

const NOTHING: Room = { coins: 0, small: 0 };

/** Only what differs from the first is named. */
export const schemeOf = (keys: ExchangeKeys): Pick<Refresh, 'scheme'> => {
  const { refreshScheme } = abilitiesOf(keys);
  return refreshScheme === undefined || refreshScheme === FIRST_SCHEME ? {} : { scheme: refreshScheme };
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

/** A revoked coin cannot be melted: all that is left of it is given back to where it came from. */
const planRecoup = (wallets: Wallets, tx: Tx, keys: ExchangeKeys, account: CoinAccount, why: Reason): void => {
  const all = amountToText({ currency: account.currency, units: account.held });
  putNewRefresh(wallets, tx, {
    ...ofOldCoin(wallets, keys, account),
    selection: [],
    melt_amount: all,
    fee: all,
    reason: 'recoup',
    ...(why.refunds === undefined ? {} : { refunds: why.refunds }),
    status: 'planned',
  });
};

/** Writes a session down under the id that is made of it, which is returned. */
export const putNewRefresh = ({ world }: Wallets, tx: Tx, plan: Omit<Refresh, 'seed' | 'created'>): string => {
  const value = { ...plan, seed: bytesToCrock(world.randomBytes(64)), created: msToTimestamp(world.now()) };
  const id = idOfRefresh(value);
  tx.put('refresh', id, value);
  return id;
};

/** What a session says of the coin it melts; a coin whose key cannot be derived here is not melted here. */
export const ofOldCoin = ({ coinKeys }: Wallets, { masterPub }: ExchangeKeys, { id, coin }: CoinAccount) => {
  const pub = coinKeys.keysOf(id)?.coinPub;
  return {
    exchange: coin.exchange,
    master_pub: masterPub,
    old_coin: id,
    ...(pub === undefined ? {} : { old_coin_pub: bytesToCrock(pub) }),
  };
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
