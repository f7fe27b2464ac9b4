// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EndingView } from '../../../shared/view.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { GIVING_KINDS, givingOf, type GivingEntry } from '../ledger/givings.ts';
import { readLedger, type Ledger } from '../ledger/ledger.ts';

// What ending something costs is said before it is ended, by the quotes that were written down when its coins were chosen.

/** The fees of ending what was begun, and what comes back; without sums where no money of ours went into it. Changes nothing. */
export const aboutEnding = (wallets: Wallets, called: string): Result<EndingView, WalletFailure> => {
  const { store } = wallets;
  // Lines of received payments say their kind before the id.
  const id = called.replace(/^(?:push|pull)-in /, '');
  const given = GIVING_KINDS.flatMap((kind): readonly GivingEntry[] => store.entries(kind).filter((e) => e.id === id));
  const [entry] = given;
  const invoice = store.entry('pull-out', id)?.value;
  if (entry !== undefined) return ok({ id, ...sumsOf(wallets, entry) });
  if (invoice !== undefined) return ok({ id, ...sumsOfInvoice(wallets, invoice.funding) });
  const isKnown = (['withdrawal', 'push-in'] as const).some((kind) => store.entry(kind, id) !== undefined);
  return isKnown ? ok({ id }) : err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
};

type Sums = Pick<EndingView, 'left' | 'fees' | 'comesBack'>;

const sumsOf = (wallets: Wallets, entry: GivingEntry): Sums => {
  const { coins, exchange = '', currency } = givingOf(entry);
  const ledger = readLedger(wallets.store);
  const promised = Object.entries(coins).filter(([, { s }]) => s === 'reserved');
  if (currency === undefined || promised.length === 0) return {};
  const refundFeeOf = entry.kind === 'purchase' ? refundFees(wallets, exchange, ledger) : () => 0n;
  let [left, fees] = [0n, 0n];
  for (const [coin, share] of promised) {
    // Of an older wallet's payment no quote is kept: then nothing is said rather than too little.
    if (share.renewal === undefined) return {};
    const rest = unitsOf(share.change);
    left += unitsOf(share.c) + rest;
    // Change of the rest that is made already was paid for, and what comes back is made anew beside it.
    fees += refundFeeOf(coin) + unitsOf(share.renewal) + (isMelted(ledger, coin) ? rest : 0n);
  }
  const text = (units: bigint): string => cappedText({ currency, units: units > 0n ? units : 0n });
  return { left: text(left), fees: text(fees), comesBack: text(left - fees) };
};

/** A shop that has the coins already gives them back by a refund, for which their exchange takes its own fee. */
const refundFees = ({ exchanges }: Wallets, exchange: string, { coins }: Ledger): ((coin: string) => bigint) => {
  const keys = exchanges.cachedKeys(exchange);
  return (coin) => keys?.denominations.get(coins.get(coin)?.coin.h ?? '')?.feeRefund.units ?? 0n;
};

/** Opening an invoice was paid for, and that is gone. */
const sumsOfInvoice = ({ store }: Wallets, funding: string | undefined): Sums => {
  const payment = funding === undefined ? undefined : store.entry('push-out', funding)?.value;
  if (payment === undefined) return {};
  const { currency, units } = amount(payment.amount);
  const text = cappedText({ currency, units: units + unitsOf(payment.cost) });
  return { left: text, fees: text, comesBack: cappedText({ currency, units: 0n }) };
};

const isMelted = ({ coins }: Ledger, coin: string): boolean => (coins.get(coin)?.melted ?? 0n) > 0n;

const unitsOf = (text: string | undefined): bigint => (text === undefined ? 0n : amount(text).units);
