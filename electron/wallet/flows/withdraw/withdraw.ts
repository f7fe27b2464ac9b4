// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { ConversionView, TransferView } from '../../../../shared/view-bank.ts';
import type { WithdrawalQuoteView } from '../../../../shared/view.ts';
import type { Withdrawal, WithdrawalOrigin } from '../../../state/entry.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { always, type MayBegin } from '../may-begin.ts';
import { drawBatches } from './draw.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import type { Shown } from '../../spend/shown.ts';
import { agreedFees, priceAsShown, priceOfWithdrawal, type WithdrawalPrice } from '../../spend/withdrawal-price.ts';
import { lookForLateMoney } from './given-up.ts';
import { checkAmount, isDrawnByNewer, openReserve, pollReserve } from './reserve.ts';
import { pollOperation, registerOperation } from './bank-steps.ts';
import { convertedFor, keptDays, waysFor, waysOf } from './transfer-ways.ts';
import { toldOf } from './withdraw-bank.ts';

/** A sum at an exchange, which need not be known in its canonical address. */
export type WithdrawalWish = { readonly exchange: string; readonly amount: string };

/** `withoutBackup`: the person does not want to wait for a backup of this sum; `shown`: the total that was seen. */
export type ManualRequest = WithdrawalWish & { readonly withoutBackup?: boolean } & Shown;

/** What a transfer of this sum would come to; nothing is begun. */
export const quoteWithdrawal = async (
  wallets: Wallets,
  wish: WithdrawalWish,
): Promise<Result<WithdrawalQuoteView, WalletFailure>> => {
  const priced = await priceWish(wallets, wish);
  if (!priced.ok) return priced;
  const { keys, price } = priced.value;
  return ok({ exchange: keys.baseUrl, amount: amountToText(price.sum), ...priceAsShown(price) });
};

const priceWish = async (
  wallets: Wallets,
  { exchange, amount: text }: WithdrawalWish,
): Promise<Result<{ readonly keys: ExchangeKeys; readonly price: WithdrawalPrice }, WalletFailure>> => {
  const wanted = parseAmount(text);
  if (!wanted.ok) return wanted;
  const baseUrl = parseBaseUrl(exchange);
  if (!baseUrl.ok) return err({ kind: 'malformed-base-url', text: exchange.slice(0, 120) });
  const open = await wallets.exchanges.open(baseUrl.value);
  if (!open.ok) return open;
  const { keys } = open.value;
  const fits = checkAmount(wallets, keys, wanted.value);
  return fits.ok ? ok({ keys, price: priceOfWithdrawal(keys, wanted.value, wallets.world.now()) }) : fits;
};

/**
 * Opens a reserve and says where to send money for it; coins come once the transfer has arrived. Fails without change when
 * the amount does not fit the exchange, and when it would lose more to fees than its person saw.
 */
export const withdrawManual = async (
  wallets: Wallets,
  { withoutBackup = false, ...wish }: ManualRequest,
  mayBegin: MayBegin = always,
): Promise<Result<TransferView, WalletFailure>> => {
  const priced = await priceWish(wallets, wish);
  if (!priced.ok) return priced;
  const { keys, price } = priced.value;
  if (waysFor(keys, price.sum, '').length === 0) return err({ kind: 'no-bank-account', exchange: keys.baseUrl });
  const maxFees = agreedFees(keys.baseUrl, price, wish);
  if (!maxFees.ok) return maxFees;
  const allowed = await mayBegin(keys.baseUrl);
  if (!allowed.ok) return allowed;
  const originOf = (reservePub: string): WithdrawalOrigin => ({
    type: 'manual',
    payto: waysFor(keys, price.sum, reservePub)[0]?.payto ?? '',
  });
  const { id } = openReserve(wallets, keys, price.sum, originOf, { withoutBackup, maxFees: maxFees.value });
  return transferOf(wallets, id);
};

/** A transfer that was begun here or is known from a copy, as its person makes it; what has become of it says its state. */
export const transferOf = (wallets: Wallets, id: string): Result<TransferView, WalletFailure> => {
  const begun = begunTransfer(wallets, id);
  if (!begun.ok) return begun;
  const { value, payto } = begun.value;
  const { amount: sum, exchange, reserve, status } = value;
  const state =
    status === 'awaiting-transfer'
      ? 'awaited'
      : status === 'done'
        ? 'done'
        : status === 'aborted'
          ? 'ended'
          : 'arriving';
  const ways = waysOf(wallets, value, payto);
  const keys = wallets.exchanges.cachedKeys(exchange);
  const days = keys?.masterPub === value.master_pub ? keptDays(keys) : undefined;
  const kept = days === undefined ? {} : { keptDays: days };
  return ok({ id, exchange, amount: sum, payto, ways, reservePub: reserve, state, ...kept, ...toldOf(value) });
};

const begunTransfer = (
  { store }: Wallets,
  id: string,
): Result<{ readonly value: Withdrawal; readonly payto: string }, WalletFailure> => {
  const value = store.entry('withdrawal', id)?.value;
  return value === undefined || value.forgotten === true || value.origin.type !== 'manual' || value.origin.payto === ''
    ? err({ kind: 'unknown-transfer', id: id.slice(0, 64) })
    : ok({ value, payto: value.origin.payto });
};

/** About how much has to be sent by one of its ways that is in other money. */
export const convertTransfer = async (
  wallets: Wallets,
  { id, payto: wanted }: { readonly id: string; readonly payto: string },
): Promise<Result<ConversionView, WalletFailure>> => {
  const begun = begunTransfer(wallets, id);
  if (!begun.ok) return begun;
  const { value, payto } = begun.value;
  const way = waysOf(wallets, value, payto).find((each) => each.payto === wanted);
  // Its issuer has taken this account off its list since it was shown.
  return way === undefined
    ? err({ kind: 'conversion-unclear', url: value.exchange })
    : convertedFor(wallets, value, way);
};

/** One go at a withdrawal, whatever it waits for now. */
export const stepWithdrawal = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const withdrawal = wallets.store.entry('withdrawal', id)?.value;
  if (withdrawal && isDrawnByNewer(withdrawal)) return { kind: 'finished' };
  switch (withdrawal?.status) {
    case 'registering':
      return registerOperation(wallets, id, withdrawal);
    case 'awaiting-confirmation':
      return pollOperation(wallets, id, withdrawal);
    case 'awaiting-transfer':
      return pollReserve(wallets, id, withdrawal);
    case 'withdrawing':
      return drawBatches(wallets, id, withdrawal);
    case 'aborted':
      return lookForLateMoney(wallets, id, withdrawal);
    default:
      return { kind: 'finished' };
  }
};
