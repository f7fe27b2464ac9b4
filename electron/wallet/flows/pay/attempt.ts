// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, timestampToMs } from '../../../../shared/time.ts';
import type { Purchase } from '../../../state/entry.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ContractTerms, PayCoin } from '../../../taler/merchant/merchant.ts';
import { spendCoin } from '../../coins/coins.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { reservedCoins } from '../../ledger/spend.ts';
import { contractOf } from './offer.ts';

/** A promised coin with its id in the books, as it is sent to the merchant. */
export type PromisedCoin = PayCoin & { readonly id: string };

/** One go at a payment; `coins` are in the order of `reservedCoins`. */
export type Attempt = {
  readonly wallets: Wallets;
  readonly id: string;
  readonly terms: ContractTerms;
  /** undefined for an order over nothing */
  readonly open: OpenExchange | undefined;
  readonly coins: readonly PromisedCoin[];
};

/** All that a go at this payment needs; fails when the exchange cannot be reached or a promised coin cannot be used. */
export const openAttempt = async (
  wallets: Wallets,
  id: string,
  purchase: Purchase,
): Promise<Result<Attempt, WalletFailure>> => {
  const terms = contractOf(purchase);
  if (!terms.ok) return terms;
  const open = purchase.exchange === undefined ? undefined : await wallets.exchanges.open(purchase.exchange);
  if (open && !open.ok) return open;
  const coins: PromisedCoin[] = [];
  for (const [coinId, { c }] of open ? reservedCoins(purchase.coins) : []) {
    const coin = wallets.store.entry('coin', coinId)?.value;
    const spend = open && coin && spendCoin(wallets.coinKeys, open.value.keys, coinId, coin);
    if (!spend) return err({ kind: 'coin-not-derivable', coin: coinId });
    coins.push({
      id: coinId,
      coin: spend,
      contribution: amount(c),
      exchangeUrl: open.value.keys.baseUrl,
      signsWalletData: abilitiesOf(open.value.keys).signsWalletData,
    });
  }
  return ok({ wallets, id, terms: terms.value, open: open?.value, coins });
};

/** However far away its pay deadline is, a shop's silence holds coins no longer than this. */
const PATIENCE_MS = 7 * 24 * 60 * 60_000;

/** Whether the merchant has had its time: its deadline has passed, or it has been silent for a week. Then its exchange is asked instead. */
export const isOverdue = ({ world }: Wallets, { begun, created }: Purchase, { payDeadline }: ContractTerms): boolean =>
  isPast(payDeadline, world.now()) || timestampToMs(begun ?? created) + PATIENCE_MS < world.now();
