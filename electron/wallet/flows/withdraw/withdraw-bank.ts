// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, zeroAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { shownHost } from '../../../../shared/names.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { BankOfferView } from '../../../../shared/view.ts';
import type { Withdrawal, WithdrawalOrigin } from '../../../state/entry.ts';
import {
  bankConfig,
  operationStatus,
  selectReserve,
  type BankOperation,
  type OperationStatus,
} from '../../../taler/bank.ts';
import type { ExchangeAccount, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { parsePayto } from '../../../taler/wire/payto.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import { checkPlace, placeRefusal } from '../../../taler/wire/place.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { openNamed } from '../open-named.ts';
import { isTransient, type WalletFailure } from '../../failure/failure.ts';
import { checkAmount, openReserve, pollReserve, putWithdrawal } from './reserve.ts';
import { noteWithoutBackup } from '../../at-gate.ts';
import { isBarred } from '../named-by.ts';
import type { Shown } from '../../spend/shown.ts';
import { agreedFees, priceAsShown, priceOfWithdrawal, type WithdrawalPrice } from '../../spend/withdrawal-price.ts';

export type BankWithdrawal = {
  readonly id: string;
  readonly amount: string;
  readonly exchange: string;
  /** what of the sum becomes fees, and what arrives; more is not taken without asking */
  readonly fees: string;
  readonly total: string;
  /** where the person confirms the transfer */ readonly confirmUrl?: string;
};

/** Asked last before anything is begun at an exchange, whose terms of service its person may still have to see. */
export type MayBegin = (exchange: string) => Promise<Result<void, WalletFailure>>;
export const always: MayBegin = () => Promise.resolve(ok(undefined));

/** What the person has said to it. */
export type BankChoice = { readonly withoutBackup?: boolean; readonly newExchange?: string } & Shown;

/**
 * Takes up a bank's `taler://withdraw/…` offer; the same address again gives the withdrawal it already began, and may say
 * afterwards that its coins need not wait for a backup. Refused, before the bank hears anything, when it would lose more to
 * fees than its person saw (`shown`: what arrives).
 */
export const withdrawFromBank = async (
  wallets: Wallets,
  talerUri: string,
  { withoutBackup = false, newExchange, shown }: BankChoice = {},
  mayBegin: MayBegin = always,
): Promise<Result<BankWithdrawal, WalletFailure>> => {
  const operation = readOperation(talerUri);
  if (!operation.ok) return operation;
  const begun = findBegun(wallets, operation.value);
  if (begun !== undefined) {
    if (withoutBackup) wallets.store.transaction((tx) => noteWithoutBackup(tx, 'withdrawal', begun));
    return settle(wallets, begun);
  }
  const offered = await askBank(wallets, operation.value, newExchange);
  if (!offered.ok) return offered;
  const { keys, account, price, confirmUrl } = offered.value;
  const maxFees = agreedFees(keys.baseUrl, price, shown === undefined ? {} : { shown });
  if (!maxFees.ok) return maxFees;
  const allowed = await mayBegin(keys.baseUrl);
  if (!allowed.ok) return allowed;
  const originOf = (): WithdrawalOrigin => ({
    type: 'bank',
    bank_base_url: operation.value.bankBaseUrl,
    operation_id: operation.value.operationId,
    exchange_payto: account.paytoUri,
    ...(confirmUrl === undefined ? {} : { confirm_url: confirmUrl }),
  });
  const { id } = openReserve(wallets, keys, price.sum, originOf, { withoutBackup, maxFees: maxFees.value });
  return settle(wallets, id);
};

/** What a bank's `taler://withdraw/…` offer would come to; nothing is begun, and the bank hears of no reserve. */
export const lookAtBank = async (
  wallets: Wallets,
  talerUri: string,
  newExchange?: string,
): Promise<Result<BankOfferView, WalletFailure>> => {
  const operation = readOperation(talerUri);
  if (!operation.ok) return operation;
  const bank = shownHost(operation.value.bankBaseUrl).host;
  const begun = wallets.store.entry('withdrawal', findBegun(wallets, operation.value) ?? '')?.value;
  if (begun !== undefined) {
    const { amount: sum, exchange } = begun;
    return ok({ bank, exchange, amount: sum, ...toldOf(begun), begun: true });
  }
  const offered = await askBank(wallets, operation.value, newExchange);
  if (!offered.ok) return offered;
  const { keys, price } = offered.value;
  return ok({ bank, exchange: keys.baseUrl, amount: amountToText(price.sum), ...priceAsShown(price) });
};

const readOperation = (talerUri: string): Result<BankOperation, WalletFailure> => {
  const uri = parseTalerUri(talerUri);
  if (!uri.ok) return uri;
  const { value } = uri;
  if (value.action === 'withdraw') return ok({ bankBaseUrl: value.bankBaseUrl, operationId: value.operationId });
  const got = value.action === 'unsupported' ? value.name : value.action;
  return err({ kind: 'wrong-taler-uri', expected: 'withdraw', got });
};

type Offered = {
  readonly keys: ExchangeKeys;
  readonly account: ExchangeAccount;
  readonly price: WithdrawalPrice;
  readonly confirmUrl: string | undefined;
};

/** What the bank offers, and at which exchange it would become coins. */
const askBank = async (
  wallets: Wallets,
  operation: BankOperation,
  newExchange: string | undefined,
): Promise<Result<Offered, WalletFailure>> => {
  const config = await bankConfig(wallets.world, operation.bankBaseUrl);
  if (!config.ok) return config;
  const status = await operationStatus(wallets.world, operation);
  if (!status.ok) return status;
  if (status.value.state === 'aborted') return err({ kind: 'operation-aborted' });
  if (status.value.state !== 'pending') return err({ kind: 'operation-taken' });
  if (!status.value.amount) return err({ kind: 'bank-leaves-amount-open' });
  const open = await chooseExchange(wallets, status.value, {
    bankBaseUrl: operation.bankBaseUrl,
    currency: status.value.amount.currency,
    newExchange,
  });
  if (!open.ok) return open;
  const { keys } = open.value;
  const fits = checkAmount(wallets, keys, status.value.amount);
  if (!fits.ok) return fits;
  const account = keys.accounts.find((each) => suits(each, status.value.wireTypes));
  if (!account) return err({ kind: 'no-bank-account', exchange: keys.baseUrl });
  const price = priceOfWithdrawal(keys, status.value.amount, wallets.world.now());
  return ok({ keys, account, price, confirmUrl: status.value.confirmUrl });
};

/** Tells the bank our reserve; asking again is harmless, so a lost answer costs nothing. */
export const registerOperation = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const { origin, reserve } = withdrawal;
  if (origin.type !== 'bank') return { kind: 'finished' };
  if (await isBarred(wallets, { id, value: withdrawal }, origin.bank_base_url))
    return refusedByBank(wallets, id, withdrawal, UNKNOWN);
  const answer = await selectReserve(wallets.world, {
    ...operationOf(origin),
    reservePub: reserve,
    exchangePayto: origin.exchange_payto,
  });
  if (!answer.ok) return refusedByBank(wallets, id, withdrawal, answer.error);
  const { transferDone, confirmUrl } = answer.value;
  wallets.store.transaction((tx) => {
    putWithdrawal(tx, id, { status: transferDone ? 'awaiting-transfer' : 'awaiting-confirmation' });
    // An origin is written once; an address the bank names only now is of use to this installation alone.
    if (origin.confirm_url === undefined && confirmUrl !== undefined) tx.local.setMarkOf('confirm', id, confirmUrl);
  });
  return { kind: 'again' };
};

/** Looks whether the person has confirmed the transfer at the bank. */
export const pollOperation = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const { origin } = withdrawal;
  if (origin.type !== 'bank') return { kind: 'finished' };
  if (await isBarred(wallets, { id, value: withdrawal }, origin.bank_base_url))
    return refusedByBank(wallets, id, withdrawal, UNKNOWN);
  const status = await operationStatus(wallets.world, operationOf(origin));
  if (!status.ok) return refusedByBank(wallets, id, withdrawal, status.error);
  if (status.value.state === 'aborted') return refusedByBank(wallets, id, withdrawal, { kind: 'operation-aborted' });
  if (status.value.state !== 'confirmed') return { kind: 'waiting', waitingFor: 'confirmation' };
  wallets.store.transaction((tx) => putWithdrawal(tx, id, { status: 'awaiting-transfer' }));
  return { kind: 'again' };
};

const operationOf = (origin: Extract<Withdrawal['origin'], { readonly type: 'bank' }>): BankOperation => ({
  bankBaseUrl: origin.bank_base_url,
  operationId: origin.operation_id,
});

/** Of a bank that may not be asked no more is known than of one that has forgotten. */
const UNKNOWN: WalletFailure = { kind: 'operation-unknown' };

/** Words of the bank after which no transfer will ever come; everything else is tried again. */
const FINAL: readonly WalletFailure['kind'][] = [
  'operation-unknown',
  'operation-taken',
  'reserve-reused',
  'operation-aborted',
];

/** A bank may drop its note of an operation before the transfer it started has arrived: so long its silence about it ends nothing. */
const FORGOTTEN_FOR_MS = 7 * 24 * 3_600_000;
const FORGOTTEN_POLL_MS = 10 * 60_000;

const refusedByBank = async (
  wallets: Wallets,
  id: string,
  withdrawal: Withdrawal,
  failure: WalletFailure,
): Promise<StepOutcome> => {
  if (!FINAL.includes(failure.kind)) return { kind: 'failed', failure };
  const registered = withdrawal.status !== 'registering';
  // The bank was told our reserve (perhaps its answer was lost): money that is in it counts for more than the bank's word.
  if (registered || failure.kind === 'operation-unknown') {
    const found = await pollReserve(wallets, id, withdrawal);
    if (found.kind !== 'waiting') return found;
    const isRecent = timestampToMs(withdrawal.created) + FORGOTTEN_FOR_MS > wallets.world.now();
    if (registered && failure.kind === 'operation-unknown' && isRecent)
      return { kind: 'waiting', waitingFor: 'transfer', forMs: FORGOTTEN_POLL_MS };
  }
  wallets.store.transaction((tx) => putWithdrawal(tx, id, { status: 'aborted', why: failure.kind }));
  return { kind: 'finished' };
};

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

/** The exchange the bank suggests, an unknown one once the person has said yes to its very address; else one we know with the same currency. */
const chooseExchange = async (
  wallets: Wallets,
  status: OperationStatus,
  {
    bankBaseUrl,
    currency,
    newExchange,
  }: { readonly bankBaseUrl: string; readonly currency: string; readonly newExchange: string | undefined },
): Promise<Result<OpenExchange, WalletFailure>> => {
  if (status.suggestedExchange !== undefined) {
    const suggested = parseBaseUrl(status.suggestedExchange);
    if (!suggested.ok) return err({ kind: 'malformed-base-url', text: status.suggestedExchange.slice(0, 100) });
    const exchange = suggested.value;
    const isBarred =
      !wallets.exchanges.isKnown(exchange) && (await checkPlace(wallets.world, bankBaseUrl, exchange)) !== undefined;
    return isBarred
      ? err({ kind: 'exchange-not-allowed', exchange })
      : openNamed(wallets.exchanges, exchange, newExchange);
  }
  const ready = wallets.exchanges.list().filter((each) => each.currency === currency && each.state === 'ready');
  // One that only copies name is asked about, where there is no other.
  const one = ready.find(({ baseUrl }) => wallets.exchanges.isKnown(baseUrl)) ?? ready[0];
  return one
    ? openNamed(wallets.exchanges, one.baseUrl, newExchange)
    : err({ kind: 'no-exchange-for-currency', currency });
};

const suits = ({ paytoUri, conversionUrl }: ExchangeAccount, wireTypes: readonly string[]): boolean => {
  const payto = parsePayto(paytoUri);
  return (
    payto.ok && conversionUrl === undefined && (wireTypes.length === 0 || wireTypes.includes(payto.value.targetType))
  );
};
