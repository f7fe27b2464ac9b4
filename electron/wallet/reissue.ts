// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, cappedText, zeroAmount, type Amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ReissueLine } from '../../shared/view-restore.ts';
import type { Tx } from '../storage/store.ts';
import { outsideSeeds } from './coins/outside.ts';
import type { Drive, Wallets } from './context.ts';
import { explainFailure } from './failure/explain.ts';
import type { WalletFailure } from './failure/failure.ts';
import { noteAgreed, planReissue, waitingReissues } from './flows/peer/reissue.ts';
import { coinAccount, readUses } from './ledger/ledger.ts';
import { claimLeft } from './ledger/outside.ts';

/** Fees that were agreed to, one sum for each currency; a currency that is not named is agreed to cost nothing. */
export type AgreedFees = readonly string[];

/** What paying everything to ourselves that somebody outside can reach would cost now, money of a wallet that was left included; nothing is written down. */
export const quoteReissue = async (wallets: Wallets): Promise<readonly ReissueLine[]> => {
  const sums = reachable(wallets);
  return Promise.all(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([exchange, sum]) => quoteAt(wallets, exchange, sum)),
  );
};

type Reachable = { readonly currency: string; all: bigint; left: bigint };

const reachable = ({ store }: Wallets): ReadonlyMap<string, Reachable> => {
  const sums = new Map<string, Reachable>();
  if (outsideSeeds(store).size === 0) return sums;
  const uses = readUses(store);
  for (const entry of store.coins({})) {
    const { outside, held, currency } = coinAccount(entry, uses);
    if (outside === undefined || held === 0n) continue;
    const sum = sums.get(entry.value.exchange) ?? { currency, all: 0n, left: 0n };
    sum.all += held;
    if (outside === 'left') sum.left += held;
    sums.set(entry.value.exchange, sum);
  }
  return sums;
};

const quoteAt = async (
  wallets: Wallets,
  exchange: string,
  { currency, all, left }: Reachable,
): Promise<ReissueLine> => {
  const open = await wallets.exchanges.open(exchange);
  const plan = open.ok
    ? planReissue(wallets, wallets.store, open.value.keys, (outside) => outside !== undefined)
    : { total: 0n, fees: 0n };
  const text = (units: bigint): string => cappedText({ currency, units });
  return {
    exchange,
    currency,
    reachable: text(all),
    left: text(left),
    total: text(plan.total),
    fees: text(plan.fees),
    stays: text(all > plan.total ? all - plan.total : 0n),
    ...(open.ok ? {} : { why: explainFailure(open.error) }),
  };
};

/** One line that asks more than was agreed to for its currency, all lines together; undefined when everything is within. */
export const beyondAgreed = (lines: readonly ReissueLine[], agreed: AgreedFees): ReissueLine | undefined => {
  const left = new Map(agreed.map(amount).map(({ currency, units }) => [currency, units]));
  return lines.find(({ currency, fees }) => {
    const rest = (left.get(currency) ?? 0n) - amount(fees).units;
    left.set(currency, rest);
    return rest < 0n;
  });
};

/** Writes down that these payments to ourselves may be made, each within its fees; part of the transaction that decides it. */
export const agreeToReissue = (tx: Tx, lines: readonly ReissueLine[]): void => {
  for (const { exchange, fees } of lines) {
    noteAgreed(tx.local, exchange, { fees });
    tx.local.deleteTask('reissue', exchange);
  }
};

/**
 * Begins to pay everything to ourselves that somebody outside can reach; what belonged to a wallet that was left is ours from then on.
 * Fails without change when it costs more than was agreed to.
 */
export const reissue = async (
  wallets: Wallets,
  drive: Drive,
  agreed: AgreedFees,
): Promise<Result<readonly ReissueLine[], WalletFailure>> => {
  const lines = await quoteReissue(wallets);
  const beyond = beyondAgreed(lines, agreed);
  if (beyond) {
    const { exchange, total: sum, fees } = beyond;
    const rest = amount(sum);
    const total = amountToText({ ...rest, units: rest.units - amount(fees).units });
    return err({ kind: 'reissue-asks', exchange, sum, fees, total });
  }
  wallets.store.transaction((tx) => {
    claimLeft(tx);
    agreeToReissue(tx, lines);
  });
  for (const { id } of waitingReissues(wallets)) await drive({ kind: 'reissue', id });
  return ok(lines);
};

/** The sums of one kind over all lines, one for each currency, without zeros. */
export const sumsOf = (lines: readonly ReissueLine[], of: (line: ReissueLine) => string): readonly string[] => {
  const sums = new Map<string, Amount>();
  for (const line of lines) {
    const each = amount(of(line));
    sums.set(each.currency, addCapped(sums.get(each.currency) ?? zeroAmount(each.currency), each));
  }
  return [...sums.values()].filter(({ units }) => units > 0n).map(amountToText);
};
