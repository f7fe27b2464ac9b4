// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, compareAmounts, type Amount } from '../../../../shared/amount.ts';
import type { Batch, Withdrawal } from '../../../state/entry.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { Denomination } from '../../../taler/exchange/keys/model.ts';
import { newId, type StepOutcome, type Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { NotBackedUp } from '../../failure/failure.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { putWithdrawal } from './reserve.ts';
import { selectionUnits } from '../../coins/planchets.ts';
import { agreedWithProvider, costOfRest } from '../../spend/within-fees.ts';
import { isWithdrawable, type DenominationCount } from '../../coins/selection.ts';

// DD009's initial experience: nothing is withdrawn before its seed is backed up, and the backup has to be paid with coins.
// So the coins that pay the providers are withdrawn alone and first; the rest waits in the reserve for the backup.

/** One batch of one withdrawal, with all that working on it takes. */
export type Draw = {
  readonly wallets: Wallets;
  readonly open: OpenExchange;
  readonly id: string;
  readonly withdrawal: Withdrawal;
  readonly batchId: string;
  readonly batch: Batch;
};

/** A shop that always finds another fee to ask for does not get a reserve withdrawn bit by bit. */
const MAX_BOOTSTRAPS = 4;
/** A fee that needs more coins than this is no fee for a backup. */
const MAX_COINS_PER_FEE = 64;

/**
 * What a closed gate means for a batch: if providers ask for fees first, and nothing was asked of the exchange under this
 * seed yet, the batch is given up, unused, for one that only pays them; otherwise the money waits in the reserve.
 */
export const withdrawFeesFirst = async (draw: Draw, closed: NotBackedUp): Promise<StepOutcome> => {
  const { wallets, open, id, withdrawal, batchId, batch } = draw;
  const { currency, denominations } = open.keys;
  const waits: StepOutcome = { kind: 'failed', failure: closed };
  const fees = (closed.fees ?? []).filter((fee) => fee.currency === currency);
  const former = Object.values(withdrawal.batches).filter(({ bootstrap }) => bootstrap === true).length;
  if (closed.why !== 'fees-first' || fees.length === 0 || batch.status !== 'planned' || former >= MAX_BOOTSTRAPS)
    return waits;
  const status = await open.client.reserveStatus({ reservePub: withdrawal.reserve });
  if (!status.ok) return { kind: 'failed', failure: status.error };
  const balance = status.value.state === 'known' ? status.value.balance : { currency, units: 0n };
  if (balance.currency !== currency)
    return { kind: 'failed', failure: { kind: 'currency-mismatch', expected: currency, got: balance.currency } };
  if (compareAmounts(balance, chargedFor(batch, denominations, currency)) < 0) {
    // Somebody has drawn on this reserve: most likely this wallet, under this very seed, before it was restored from a
    // copy. Asking again gives the same coins; giving the seed up would lose them.
    wallets.store.transaction((tx) => {
      const batches = tx.entry('withdrawal', id)?.value.batches ?? {};
      putWithdrawal(tx, id, { batches: { ...batches, [batchId]: { ...batch, status: 'sent' } } });
    });
    return { kind: 'again' };
  }
  const nowMs = wallets.world.now();
  const chosen = fees.map((fee) => coinsForFee(denominations.values(), fee.units, nowMs));
  const cost = chosen.reduce((sum, each) => sum + (each?.cost ?? 0n), 0n);
  if (chosen.includes(undefined) || cost > balance.units)
    return { kind: 'failed', failure: { ...closed, why: 'fees-too-high' } };
  const selection = together(chosen.flatMap((each) => each?.selection ?? []));
  const before = { value: selectionUnits(selection), cost };
  const price = fees.reduce((sum, { units }) => sum + units, 0n);
  const maxFees = agreedWithProvider(costOfRest(wallets, open.keys, { id, withdrawal, balance, before }), price);
  if (maxFees === undefined) return { kind: 'failed', failure: { ...closed, why: 'fees-too-high' } };
  const seed = bytesToCrock(wallets.world.randomBytes(32));
  wallets.store.transaction((tx) => {
    const batches = tx.entry('withdrawal', id)?.value.batches ?? {};
    putWithdrawal(tx, id, {
      max_fees: maxFees,
      batches: {
        ...batches,
        [batchId]: { ...batch, status: 'failed' },
        [newId(wallets.world)]: { seed, selection, status: 'planned', bootstrap: true },
      },
    });
    keepDenominations(
      tx,
      open.keys,
      selection.map(({ h }) => h),
    );
  });
  return { kind: 'again' };
};

/** What the reserve is charged for a batch; a denomination that is not listed any more counts without its fee. */
const chargedFor = (
  { selection }: Batch,
  denominations: ReadonlyMap<string, Denomination>,
  currency: string,
): Amount => ({
  currency,
  units: selection.reduce(
    (sum, { h, n, v }) => sum + (amount(v).units + (denominations.get(h)?.feeWithdraw.units ?? 0n)) * BigInt(n),
    0n,
  ),
});

type FeeCoins = { readonly selection: readonly DenominationCount[]; readonly cost: bigint };

/**
 * Coins that pay a fee of so many units with all their deposit fees, for as little out of the reserve as possible: largest
 * first, and at every size the choice to finish with one coin that is a little too large. Undefined when it takes too many.
 */
const coinsForFee = (denominations: Iterable<Denomination>, fee: bigint, nowMs: number): FeeCoins | undefined => {
  const offered = [...denominations]
    .filter((each) => isWithdrawable(each, nowMs))
    .sort((a, b) => (net(a) === net(b) ? compare(price(a), price(b)) : compare(net(b), net(a))));
  let best: (FeeCoins & { readonly coins: number }) | undefined;
  const consider = (selection: readonly DenominationCount[], coins: number, cost: bigint): void => {
    if (coins <= MAX_COINS_PER_FEE && (!best || cost < best.cost)) best = { selection, coins, cost };
  };
  const chosen: DenominationCount[] = [];
  let [left, coins, cost] = [fee, 0, 0n];
  for (const each of offered) {
    const n = Number(left / net(each));
    if (coins + n > MAX_COINS_PER_FEE) break;
    if (n > 0) chosen.push(counted(each, n));
    left -= net(each) * BigInt(n);
    cost += price(each) * BigInt(n);
    coins += n;
    if (left === 0n) {
      consider([...chosen], coins, cost);
      break;
    }
    consider([...chosen, counted(each, 1)], coins + 1, cost + price(each));
  }
  return best;
};

/** What a new coin can pay. */
const net = ({ value, feeDeposit }: Denomination): bigint => value.units - feeDeposit.units;
/** What a new coin takes out of the reserve. */
const price = ({ value, feeWithdraw }: Denomination): bigint => value.units + feeWithdraw.units;
const counted = ({ hash, value }: Denomination, n: number): DenominationCount => ({
  h: hash,
  n,
  v: amountToText(value),
});
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** One line per denomination: the order of a selection is part of what its seed makes. */
const together = (selection: readonly DenominationCount[]): readonly DenominationCount[] => {
  const byHash = new Map<string, DenominationCount>();
  for (const each of selection) byHash.set(each.h, { ...each, n: each.n + (byHash.get(each.h)?.n ?? 0) });
  return [...byHash.values()];
};
