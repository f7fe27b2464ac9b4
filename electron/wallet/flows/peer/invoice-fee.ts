// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, timestampToMs } from '../../../../shared/time.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { readPeerTerms } from '../../../taler/peer/contract.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { priceOfWithdrawal } from '../../spend/withdrawal-price.ts';
import { selectForPurse } from '../../spend/purse-coins.ts';
import { costOf } from '../../coins/selection.ts';
import { accountKeyOf, setReserve } from '../../ledger/reserve.ts';
import { stepPushOut, writePush, type Wanted } from './push-out.ts';
import { taken } from './push-out-end.ts';
import type { CoinSelection } from '../../coins/selection.ts';

// The exchange takes the fee of an invoice out of the reserve that opens it (PROTOCOL.md#invoices), and an invoice's reserve is
// new and empty. So the wallet pays the fee to itself first: a payment of exactly that sum, merged into the reserve. The
// payment expires with the invoice, so money that never got there comes back like any other.

/** What a purse costs at this exchange now. */
export const purseFee = ({ globalFees, currency }: ExchangeKeys, nowMs: number): Amount =>
  globalFees.find(({ start, end }) => isPast(start, nowMs) && !isPast(end, nowMs))?.purseFee ?? zeroAmount(currency);

/**
 * The price of an invoice. Opening it costs nothing, or coins for the fee; `cost` also holds what giving these coins takes.
 * `drawing` is what making coins of the money takes once it is paid.
 */
export type InvoiceFee = {
  readonly fee: Amount;
  readonly cost: Amount;
  readonly drawing: Amount;
  readonly selection: CoinSelection | undefined;
};

/** Chooses coins for an invoice's fee; fails where the wallet has none for it, and at exchanges that cannot tell later who paid. */
export const priceInvoice = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  keys: ExchangeKeys,
  { expiration, amount: sum }: Pick<Wanted, 'amount' | 'expiration'>,
): Result<InvoiceFee, WalletFailure> => {
  const nowMs = wallets.world.now();
  const fee = purseFee(keys, nowMs);
  const drawing = priceOfWithdrawal(keys, sum, nowMs).fees;
  if (fee.units === 0n) return ok({ fee, cost: fee, drawing, selection: undefined });
  const lacking = (why: 'no-coins' | 'cannot'): Result<never, WalletFailure> =>
    err({ kind: 'invoice-fee', exchange: keys.baseUrl, fee: amountToText(fee), why });
  if (!abilitiesOf(keys).tellsHistories) return lacking('cannot');
  const chosen = selectForPurse(wallets, reader, keys, { wanted: fee, untilMs: timestampToMs(expiration) });
  if (!chosen.ok) return lacking('no-coins');
  const cost = { ...fee, units: fee.units + costOf(chosen.value) };
  return ok({ fee, cost, drawing, selection: chosen.value });
};

/** Writes the payment to ourselves that pays an invoice's fee; returns what the invoice's entry says about it. */
export const writeInvoiceFee = (
  wallets: Wallets,
  tx: Tx,
  keys: ExchangeKeys,
  {
    invoice,
    price: { fee, selection },
    expiration,
  }: { readonly invoice: string; readonly price: InvoiceFee; readonly expiration: Wanted['expiration'] },
): Pick<ValueByKind['pull-out'], 'purse_fee' | 'funding'> => {
  if (selection === undefined) return {};
  const wanted = { amount: fee, summary: 'fee of an invoice', expiration };
  const funding = writePush(wallets, tx, keys, wanted, selection, { invoice });
  return { purse_fee: amountToText(fee), funding };
};

/** One go at bringing the fee into the invoice's reserve; `funded` once it is there. */
export const payInvoiceFee = async (
  wallets: Wallets,
  { client }: OpenExchange,
  invoice: ValueByKind['pull-out'],
): Promise<StepOutcome | 'funded' | 'lost'> => {
  const id = invoice.funding;
  if (id === undefined) return 'funded';
  const payment = wallets.store.entry('push-out', id)?.value;
  const reservePriv = accountKeyOf(wallets.store, invoice);
  const terms = readPeerTerms(payment?.terms);
  if (!payment || reservePriv === undefined || !terms.ok)
    throw new Error('defect: an invoice without the payment of its fee');
  if (payment.status === 'taken') return 'funded';
  if (payment.status === 'planned') return stepPushOut(wallets, id);
  if (payment.status !== 'created') return 'lost';
  const merged = await client.purseMerge({
    pursePub: crockToBytes(id, 32),
    mergePriv: crockToBytes(payment.merge_priv, 32),
    reservePriv: crockToBytes(reservePriv, 32),
    mergeTimestamp: invoice.merge_timestamp,
    amount: terms.value.amount,
    minAge: terms.value.minAge,
    hContract: terms.value.hContract,
    expiration: terms.value.expiration,
  });
  if (merged.ok) {
    wallets.store.transaction((tx) => {
      taken(tx, id);
      setReserve(tx, invoice.reserve, 'funded');
    });
    return { kind: 'again' };
  }
  switch (merged.error.kind) {
    case 'purse-expired':
    case 'purse-deleted':
    case 'purse-unknown':
    case 'purse-merged-elsewhere':
      // The purse itself tells what became of it; its coins come back, or are gone for good.
      return stepPushOut(wallets, id);
    default:
      return { kind: 'failed', failure: merged.error };
  }
};
