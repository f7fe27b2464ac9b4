// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { shownHost } from '../../../../shared/names.ts';
import type { BankOfferView } from '../../../../shared/view-bank.ts';
import type { Withdrawal, WithdrawalOrigin } from '../../../state/entry.ts';
import type { BankOperation, OperationStatus, OperationSum } from '../../../taler/bank/operation.ts';
import { placeRefusal } from '../../../taler/wire/place.ts';
import type { Wallets } from '../../context.ts';
import { isTransient, type WalletFailure } from '../../failure/failure.ts';
import { always, type MayBegin } from '../may-begin.ts';
import { openReserve } from './reserve.ts';
import { noteWithoutBackup } from '../../at-gate.ts';
import type { Shown } from '../../spend/shown.ts';
import { agreedFees, priceAsShown } from '../../spend/withdrawal-price.ts';
import { askBank, readOperation, type Offered } from './bank-offer.ts';
import { registerOperation } from './bank-steps.ts';

export type BankWithdrawal = {
  readonly id: string;
  readonly amount: string;
  readonly exchange: string;
  /** what of the sum becomes fees, and what arrives; more is not taken without asking */
  readonly fees: string;
  readonly total: string;
  /** where the person confirms the transfer */
  readonly confirmUrl?: string;
  /** whoever pays in says the sum: the sums here are nothing */
  readonly atBank?: true;
};

/** What the person has said to it; `amount`: the sum that was chosen or shown. */
export type BankChoice = {
  readonly withoutBackup?: boolean;
  readonly newExchange?: string;
  readonly amount?: string;
} & Shown;

/**
 * Takes up a bank's `taler://withdraw/…` offer; the same address again gives the withdrawal it already began, and may say
 * afterwards that its coins need not wait for a backup. Refused, before the bank hears anything, when it would lose more to
 * fees than its person saw (`shown`: what arrives), and when the bank says another sum than that.
 */
export const withdrawFromBank = async (
  wallets: Wallets,
  talerUri: string,
  choice: BankChoice = {},
  mayBegin: MayBegin = always,
): Promise<Result<BankWithdrawal, WalletFailure>> => {
  const { withoutBackup = false, newExchange, amount: said, shown } = choice;
  const operation = readOperation(talerUri);
  if (!operation.ok) return operation;
  const goOn = () => goOnWithBegun(wallets, operation.value, choice);
  const before = goOn();
  if (before !== undefined) return before;
  const offered = await askBank(wallets, operation.value, { newExchange, amount: said });
  // Another press may have begun it by now, and told the bank.
  const meanwhile = goOn();
  if (meanwhile !== undefined) return meanwhile;
  if (!offered.ok) return offered;
  const { keys, sum } = offered.value;
  const agreed = agreedSum(offered.value, shown === undefined ? {} : { shown });
  if (!agreed.ok) return agreed;
  const allowed = await mayBegin(keys.baseUrl);
  const since = goOn();
  if (since !== undefined) return since;
  if (!allowed.ok) return allowed;
  const { id } = openReserve(wallets, keys, agreed.value.amount, () => originOf(operation.value, offered.value), {
    withoutBackup,
    ...(sum.kind === 'at-bank' ? {} : { maxFees: agreed.value.maxFees }),
  });
  return settle(wallets, id);
};

/** The withdrawal that this offer has already begun, by this press or another one; undefined where there is none. */
const goOnWithBegun = (
  wallets: Wallets,
  operation: BankOperation,
  { withoutBackup = false, amount: said }: BankChoice,
): Promise<Result<BankWithdrawal, WalletFailure>> | WalletRefusal | undefined => {
  const begun = findBegun(wallets, operation);
  if (begun === undefined) return undefined;
  const other = otherSum(wallets.store.entry('withdrawal', begun)?.value, said);
  if (other !== undefined) return err(other);
  if (withoutBackup) wallets.store.transaction((tx) => noteWithoutBackup(tx, 'withdrawal', begun));
  return settle(wallets, begun);
};
type WalletRefusal = Result<never, WalletFailure>;

/** A withdrawal keeps the sum it was begun with: whoever says another one now is not taken to have said yes to it. */
const otherSum = (begun: Withdrawal | undefined, said: string | undefined): WalletFailure | undefined => {
  if (begun === undefined || said === undefined) return undefined;
  const wanted = parseAmount(said);
  if (!wanted.ok) return wanted.error;
  if (isAtBank(begun)) return { kind: 'bank-says-sum' };
  const text = amountToText(wanted.value);
  return text === begun.amount ? undefined : { kind: 'bank-sum-changed', wanted: text, sum: begun.amount };
};

/** The sum that is taken up and what of it may be lost; what is said at the bank is agreed to when it has come. */
const agreedSum = (
  { keys, sum, price }: Offered,
  seen: Shown,
): Result<{ readonly amount: Amount; readonly maxFees: string }, WalletFailure> => {
  if (sum.kind === 'unsaid') return err({ kind: 'bank-leaves-amount-open', currency: sum.currency });
  if (price === undefined) {
    const nothing = zeroAmount(keys.currency);
    return ok({ amount: nothing, maxFees: amountToText(nothing) });
  }
  const maxFees = agreedFees(keys.baseUrl, price, seen);
  return maxFees.ok ? ok({ amount: price.sum, maxFees: maxFees.value }) : maxFees;
};

/** Everything that the selection says to the bank, written before it is said: a repeated request is the same to the byte. */
const originOf = (
  { bankBaseUrl, operationId }: BankOperation,
  { account, sum, status: { confirmUrl } }: Offered,
): WithdrawalOrigin => ({
  type: 'bank',
  bank_base_url: bankBaseUrl,
  operation_id: operationId,
  exchange_payto: account.paytoUri,
  ...(confirmUrl === undefined ? {} : { confirm_url: confirmUrl }),
  ...(sum.kind === 'at-bank' ? { sum: 'at-bank' } : sum.kind === 'sum' && sum.by === 'person' ? { sum: 'chosen' } : {}),
});

const isAtBank = ({ origin }: Withdrawal): boolean => origin.type === 'bank' && origin.sum === 'at-bank';

/** What a bank's `taler://withdraw/…` offer would come to; nothing is begun, and the bank hears of no reserve. */
export const lookAtBank = async (
  wallets: Wallets,
  talerUri: string,
  { newExchange, amount: said }: Pick<BankChoice, 'newExchange' | 'amount'> = {},
): Promise<Result<BankOfferView, WalletFailure>> => {
  const operation = readOperation(talerUri);
  if (!operation.ok) return operation;
  const bank = shownHost(operation.value.bankBaseUrl).host;
  const begun = wallets.store.entry('withdrawal', findBegun(wallets, operation.value) ?? '')?.value;
  if (begun !== undefined) {
    const { amount: sum, exchange } = begun;
    return ok({
      bank,
      exchange,
      begun: true,
      ...(isAtBank(begun) ? { atBank: true } : { amount: sum, ...toldOf(begun) }),
    });
  }
  const offered = await askBank(wallets, operation.value, { newExchange, amount: said, orSuggested: true });
  if (!offered.ok) return offered;
  const { keys, price, sum, status } = offered.value;
  return ok({
    bank,
    exchange: keys.baseUrl,
    ...chargesOf(status),
    ...(sum.kind === 'at-bank' ? { atBank: true } : {}),
    ...(status.sum.kind === 'open' ? { choose: boundsOf(keys.currency, status.sum) } : {}),
    ...(price === undefined ? {} : { amount: amountToText(price.sum), ...priceAsShown(price) }),
  });
};

const boundsOf = (currency: string, { suggested, most }: Extract<OperationSum, { kind: 'open' }>) => ({
  currency,
  ...(suggested === undefined ? {} : { suggested: amountToText(suggested) }),
  ...(most === undefined ? {} : { most: amountToText(most) }),
});

/** What the bank takes beside the sum, where it takes something. */
const chargesOf = ({ cardFees, wireFee }: OperationStatus) => ({
  ...(cardFees === undefined || cardFees.units === 0n ? {} : { cardFees: amountToText(cardFees) }),
  ...(wireFee === undefined || wireFee.units === 0n ? {} : { wireFee: amountToText(wireFee) }),
});

const findBegun = (wallets: Wallets, { bankBaseUrl, operationId }: BankOperation): string | undefined =>
  wallets.store
    .entries('withdrawal')
    .find(
      ({ value: { origin } }) =>
        origin.type === 'bank' && origin.bank_base_url === bankBaseUrl && origin.operation_id === operationId,
    )?.id;

/** One go now, so that the caller learns where to confirm; a network failure leaves the rest to the runner. */
const settle = async (wallets: Wallets, id: string): Promise<Result<BankWithdrawal, WalletFailure>> => {
  const begun = wallets.store.entry('withdrawal', id)?.value;
  if (begun?.status === 'registering') {
    const outcome = await registerOperation(wallets, id, begun);
    if (outcome.kind === 'failed' && !isTransient(outcome.failure)) return err(outcome.failure);
  }
  const withdrawal = wallets.store.entry('withdrawal', id)?.value;
  if (!withdrawal) throw new Error('defect: a withdrawal vanished while it was being worked on');
  if (withdrawal.status === 'aborted')
    return err(withdrawal.why === 'operation-taken' ? { kind: 'operation-taken' } : { kind: 'operation-aborted' });
  const confirmUrl =
    (withdrawal.origin.type === 'bank' ? withdrawal.origin.confirm_url : undefined) ??
    wallets.store.local.markOf('confirm', id);
  return ok({
    id,
    amount: withdrawal.amount,
    exchange: withdrawal.exchange,
    ...toldOf(withdrawal),
    ...(isAtBank(withdrawal) ? { atBank: true } : {}),
    ...(confirmUrl === undefined || !mayBeShown(withdrawal, confirmUrl) ? {} : { confirmUrl }),
  });
};

/** What its person was told, or what an older wallet began without telling. */
export const toldOf = ({ amount: text, max_fees: maxFees }: Withdrawal) => {
  const sum = amount(text);
  const fees = maxFees === undefined ? zeroAmount(sum.currency) : amount(maxFees);
  return priceAsShown({ fees, arrives: { ...sum, units: sum.units > fees.units ? sum.units - fees.units : 0n } });
};

/** The person is sent there: to a web page, and to none that the bank may not name. */
const mayBeShown = ({ origin }: Withdrawal, url: string): boolean =>
  origin.type === 'bank' && placeRefusal(origin.bank_base_url, url) === undefined;
