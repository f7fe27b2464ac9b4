// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AbortView, AgreedView } from '../../../../shared/view.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { declineRenewal, noteAsking } from '../../ledger/known-seeds.ts';
import type { Drive } from '../../context.ts';
import { costlyRenewal, planWaiting } from './spread.ts';

// After a restore another copy of the wallet may still know the coins. Renewing them keeps that copy from spending them and
// costs the exchange's fees, on a real one a hundredth of everything: that is the person's to decide.

/** What the person is asked about one exchange. */
type Question = Extract<WalletFailure, { readonly kind: 'renewal-fees' }>;

const questionOf = ({ baseUrl, currency }: ExchangeKeys, { sum, left }: { sum: bigint; left: bigint }): Question => {
  const text = (units: bigint): string => amountToText({ currency, units });
  return { kind: 'renewal-fees', exchange: baseUrl, sum: text(sum), fees: text(sum - left), total: text(left) };
};

/** Asks, as long as there is something to ask about. */
export const askForKnown = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  if (wallets.store.local.mark('renewal-open')?.asking.includes(exchange) !== true) return { kind: 'finished' };
  const open = await wallets.exchanges.open(exchange);
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const costly = costlyRenewal(wallets, wallets.store, open.value.keys);
  if (costly) return { kind: 'failed', failure: questionOf(open.value.keys, costly) };
  wallets.store.transaction((tx) => noteAsking(tx, exchange, false));
  return { kind: 'finished' };
};

/** Plans the renewal of all these coins at once: the person wants it, and they stay spendable until it is their turn. Refused when less would be left than was `shown`. */
export const agreeToRenewal = (
  wallets: Wallets,
  exchange: string,
  shown: string,
): Result<AgreedView, WalletFailure> => {
  const keys = wallets.exchanges.cachedKeys(exchange);
  const nothing: WalletFailure = { kind: 'not-asked-about-fees', id: exchange.slice(0, 64) };
  if (!keys) return err(nothing);
  const seen = parseAmount(shown);
  if (!seen.ok) return seen;
  return wallets.store.transaction((tx): Result<AgreedView, WalletFailure> => {
    const costly = costlyRenewal(wallets, tx, keys);
    if (!costly) return err(nothing);
    if (seen.value.currency !== keys.currency || costly.left < seen.value.units) return err(questionOf(keys, costly));
    planWaiting(wallets, tx, keys, costly.coins, () => 0);
    noteAsking(tx, exchange, costlyRenewal(wallets, tx, keys) !== undefined);
    tx.local.deleteTask('renewal', exchange);
    return ok({ id: exchange, state: 'pending' });
  });
};

/** The answer no: the coins stay as they are, and nobody is asked again. */
export const leaveAsItIs = async (
  { store }: Wallets,
  _drive: Drive,
  exchange: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  if (store.local.mark('renewal-open')?.asking.includes(exchange) !== true) return undefined;
  store.transaction((tx) => {
    declineRenewal(tx, exchange);
    tx.local.deleteTask('renewal', exchange);
  });
  return ok({ id: exchange, state: 'aborted' });
};
