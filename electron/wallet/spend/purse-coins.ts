// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isPast, msToTimestamp } from '../../../shared/time.ts';
import type { Purchase } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { ExchangeFailure } from '../../taler/exchange/failure.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { CoinContribution } from '../../taler/exchange/exchange.ts';
import { lowerRemaining } from '../audit/audit.ts';
import { spendCoin } from '../coins/coins.ts';
import type { Wallets } from '../context.ts';
import { alsoSpent, isLowered } from './spent-elsewhere.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { SelectionFailure, WalletFailure } from '../failure/failure.ts';
import { withChange, withPending } from './lacking.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from './spendable-coins.ts';
import { changeCosts, costOf, selectCoins, type CoinSelection } from '../coins/selection.ts';
import { moveOn, reservedCoins, useCoin } from '../ledger/spend.ts';
import { chooseAnew } from './anew.ts';

// Coins that go into a purse, ours or another's: the request that puts them there is one, so either all are in or none.

type Coins = Purchase['coins'];

/** Coins for a purse that must hold `wanted` after deposit fees until `untilMs`; coins that expire before could come back too late to be renewed. */
export const selectForPurse = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  { wanted, untilMs, fees = 0n, used = 0 }: PurseNeed,
): Result<CoinSelection, SelectionFailure> => {
  const coins = spendableCoins(wallets, reader, keys);
  const lasting = coins.filter(({ expiresMs }) => expiresMs > untilMs);
  const same = (units: bigint): Amount => ({ currency: wanted.currency, units });
  const chosen = selectCoins(
    lasting,
    { price: wanted, feeAllowance: same(0n), wireFee: same(fees) },
    MAX_COINS_PER_PAYMENT - used,
    changeCosts(keys.denominations.values(), wallets.world.now()),
  );
  if (chosen.ok || chosen.error.kind !== 'insufficient-balance') return chosen;
  const sum = coins.reduce((all, { left, expiresMs }) => (expiresMs > untilMs ? all : all + left.units), 0n);
  const tooShort = sum === 0n ? {} : { tooShort: { sum: amountToText(same(sum)), until: msToTimestamp(untilMs) } };
  return err(withPending(wallets, { ...withChange(wallets, keys.baseUrl, chosen.error), ...tooShort }));
};

/** `fees` and `used` belong to coins that are in the purse's plan already. */
export type PurseNeed = {
  readonly wanted: Amount;
  readonly untilMs: number;
  readonly fees?: bigint;
  readonly used?: number;
};

/**
 * Takes chosen coins out of circulation and says what each gives, and what renewing it may cost. `most`: what renewing all of them may cost
 * together, in units, where a total was agreed to. `mayBeUsed`: some may be what is left of used coins.
 */
export const reserveCoins = (
  tx: Tx,
  { contributions }: CoinSelection,
  { most, mayBeUsed }: { readonly most?: bigint | undefined; readonly mayBeUsed?: boolean } = {},
): Coins => {
  let left = most;
  return Object.fromEntries(
    contributions.map(({ id, contribution, feeDeposit, renewal, change }) => {
      useCoin(tx, id, mayBeUsed);
      const units = left === undefined || renewal.units < left ? renewal.units : left;
      if (left !== undefined) left -= units;
      const given = { c: amountToText(contribution), fee: amountToText(feeDeposit), s: 'reserved' as const };
      const rest =
        change === undefined ? {} : { change: amountToText(change.units < units ? change : { ...change, units }) };
      return [id, { ...given, renewal: amountToText({ ...renewal, units }), ...rest }];
    }),
  );
};

/** The coins of a purse's plan with their keys, ready to be sent. */
export const purseDeposits = (
  wallets: Wallets,
  keys: ExchangeKeys,
  coins: Coins,
): Result<readonly CoinContribution[], WalletFailure> => {
  const deposits: CoinContribution[] = [];
  for (const [id, { c }] of reservedCoins(coins)) {
    const value = wallets.store.entry('coin', id)?.value;
    const coin = value && spendCoin(wallets.coinKeys, keys, id, value);
    if (!coin) return err({ kind: 'coin-not-derivable', coin: id });
    deposits.push({ coin, contribution: amount(c) });
  }
  return ok(deposits);
};

/** Where the coins meant for a purse are, by the exchange's own signed account of each coin; `untold` where it keeps none (v14). */
export const whereCoinsAre = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  coins: Coins,
  pursePub: string,
): Promise<Result<'never-in' | 'given-back' | 'in-purse' | 'untold', WalletFailure>> => {
  let inside = 0n;
  let ever = false;
  for (const [id] of reservedCoins(coins)) {
    const denomination = keys.denominations.get(wallets.store.entry('coin', id)?.value.h ?? '');
    const secrets = wallets.coinKeys.keysOf(id);
    if (!denomination || !secrets) return err({ kind: 'coin-not-derivable', coin: id });
    const history = await client.coinHistory({ coinPriv: secrets.coinPriv, denomination });
    if (!history.ok) return history.error.kind === 'unsupported-operation' ? ok('untold') : history;
    for (const entry of history.value.state === 'known' ? history.value.entries : []) {
      if (entry.detail['purse_pub'] !== pursePub) continue;
      ever = true;
      inside += entry.direction === 'debit' ? entry.amount.units : -entry.amount.units;
    }
  }
  return ok(inside > 0n ? 'in-purse' : ever ? 'given-back' : 'never-in');
};

/**
 * One coin is said to be spent: its own exchange is asked. The coins that others must take the place of: it, and at a
 * second refusal all that turn out to be gone with it.
 */
export const replaceSpentCoin = async (
  wallets: Wallets,
  open: OpenExchange,
  coins: Coins,
  failure: Extract<ExchangeFailure, { readonly kind: 'insufficient-funds' }>,
): Promise<Result<readonly string[], WalletFailure>> => {
  const spent = reservedCoins(coins).find(([id]) => {
    const secrets = wallets.coinKeys.keysOf(id);
    return secrets !== undefined && bytesToCrock(secrets.coinPub) === failure.coinPub;
  })?.[0];
  if (spent === undefined) return err(failure);
  const lowered = await lowerRemaining(wallets, open, spent, { refusal: failure.history });
  if (!lowered.ok) return lowered;
  // The coin's own history says there is enough: nothing is given up on a bare refusal.
  if (lowered.value === 'unchanged' && !isLowered(wallets, spent)) return err(failure);
  const also = await alsoSpent(wallets, open, coins);
  return also.ok ? ok([spent, ...also.value]) : also;
};

/**
 * Coins of a plan that its exchange will not take any more: of a denomination that by its keys, fetched anew, is gone, or
 * the one coin it names. Empty when the refusal is about something else.
 */
export const refusedCoins = async (
  wallets: Wallets,
  exchange: string,
  coins: Coins,
  failure: WalletFailure,
): Promise<Result<readonly string[], WalletFailure>> => {
  const ids = reservedCoins(coins).map(([id]) => id);
  if (failure.kind === 'coin-conflict')
    return ok(
      ids.filter((id) => bytesToCrock(wallets.coinKeys.keysOf(id)?.coinPub ?? new Uint8Array(0)) === failure.coinPub),
    );
  if (failure.kind !== 'denomination-gone' && failure.kind !== 'coin-expired') return ok([]);
  const open = await wallets.exchanges.open(exchange, { fresh: true });
  if (!open.ok) return open;
  return ok(
    ids.filter((id) => {
      const denomination = open.value.keys.denominations.get(wallets.store.entry('coin', id)?.value.h ?? '');
      return !denomination || denomination.revoked || isPast(denomination.stampExpireDeposit, wallets.world.now());
    }),
  );
};

/** What a purse would take now that got dearer than was shown (`cost`: beyond its sum); or why its coins do not suffice. */
export const newPrice = (
  wallets: Wallets,
  keys: ExchangeKeys,
  { wanted, untilMs, cost }: { readonly wanted: Amount; readonly untilMs: number; readonly cost: string | undefined },
): WalletFailure => {
  const chosen = selectForPurse(wallets, wallets.store, keys, { wanted, untilMs });
  if (!chosen.ok) return chosen.error;
  const text = (units: bigint): string => amountToText({ ...wanted, units: wanted.units + units });
  const shown = cost === undefined ? 0n : amount(cost).units;
  return { kind: 'fees-changed', shown: text(shown), total: text(costOf(chosen.value)) };
};

/** Why a plan is given up: no coins for it, or only such that cost more than was shown. */
export type NoOthers = SelectionFailure | Extract<WalletFailure, { readonly kind: 'fees-changed' }>;

/**
 * The plan without coins that are of no use, chosen as a whole (`most`: what it may cost beyond its sum, as it was shown); fails
 * without change when there are no others, or only dearer ones.
 */
export const withoutCoin = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  { coins, spent, wanted, untilMs, most }: WithoutCoin,
): Result<Coins, NoOthers> => {
  const plan = chooseAnew(tx, keys, wallets.world.now(), {
    coins: moveOn(coins, 'released', (id) => [spent].flat().includes(id)),
    wanted,
    most: most?.units,
    mayDrop: () => true,
    select: (rest) => selectForPurse(wallets, tx, keys, { ...rest, untilMs }),
  });
  if (!plan.ok) return plan;
  const text = (units: bigint): string => amountToText({ ...wanted, units });
  if (most !== undefined && plan.value.cost > most.units)
    return err({
      kind: 'fees-changed',
      shown: text(wanted.units + most.units),
      total: text(wanted.units + plan.value.cost),
    });
  return ok({ ...plan.value.coins, ...reserveCoins(tx, plan.value.selection) });
};

type WithoutCoin = PurseNeed & {
  readonly coins: Coins;
  readonly spent: string | readonly string[];
  readonly most: Amount | undefined;
};
