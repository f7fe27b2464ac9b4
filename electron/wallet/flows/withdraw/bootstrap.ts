// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, compareAmounts, type Amount } from '../../../../shared/amount.ts';
import { idOfBatch } from '../../../state/commitment.ts';
import type { Batch, Withdrawal } from '../../../state/entry.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { Denomination } from '../../../taler/exchange/keys/model.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { NotBackedUp } from '../../failure/failure.ts';
import { keepDenominations } from '../../coins/kept-denominations.ts';
import { putWithdrawal } from './reserve.ts';
import { selectionUnits } from '../../coins/planchets.ts';
import { agreedWithProvider, costOfRest } from '../../spend/within-fees.ts';
import type { DenominationCount } from '../../coins/selection.ts';
import { coinsForFee } from '../../spend/fee-total.ts';

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

/**
 * What a closed gate means for a batch: if providers ask for fees first, and nothing was asked of the exchange under this
 * seed yet, the batch is given up, unused, for one that only pays them; otherwise the money waits in the reserve.
 */
export const withdrawFeesFirst = async (draw: Draw, closed: NotBackedUp): Promise<StepOutcome> => {
  const { wallets, open, id, withdrawal, batchId, batch } = draw;
  const { currency, denominations } = open.keys;
  const waits: StepOutcome = { kind: 'failed', failure: closed };
  const fees = (closed.fees ?? []).filter((fee) => fee.currency === currency);
  const most = (closed.totals ?? []).flatMap((total) => (total.currency === currency ? [total.units] : []));
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
  // A place's total holds what having these coins costs, too: all of that must fit into what paying it leaves.
  const room =
    most.reduce((sum, units) => sum + units, 0n) - chosen.reduce((sum, each) => sum + (each?.pays ?? 0n), 0n);
  const maxFees = agreedWithProvider(costOfRest(wallets, open.keys, { id, withdrawal, balance, before }), room);
  if (cost - before.value > room || maxFees === undefined)
    return { kind: 'failed', failure: { ...closed, why: 'fees-too-high' } };
  const seed = bytesToCrock(wallets.world.randomBytes(32));
  const forFees = { seed, selection, bootstrap: true as const };
  wallets.store.transaction((tx) => {
    const batches = tx.entry('withdrawal', id)?.value.batches ?? {};
    putWithdrawal(tx, id, {
      max_fees: maxFees,
      batches: {
        ...batches,
        [batchId]: { ...batch, status: 'failed' },
        [idOfBatch(forFees)]: { ...forFees, status: 'planned' as const },
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

/** One line per denomination: the order of a selection is part of what its seed makes. */
const together = (selection: readonly DenominationCount[]): readonly DenominationCount[] => {
  const byHash = new Map<string, DenominationCount>();
  for (const each of selection) byHash.set(each.h, { ...each, n: each.n + (byHash.get(each.h)?.n ?? 0) });
  return [...byHash.values()];
};
