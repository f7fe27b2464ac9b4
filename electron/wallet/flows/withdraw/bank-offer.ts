// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, compareAmounts, parseAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { BankConfig } from '../../../taler/bank/config.ts';
import { bankConfig } from '../../../taler/bank/config.ts';
import { operationStatus, type BankOperation, type OperationStatus } from '../../../taler/bank/operation.ts';
import type { ExchangeAccount, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import { parsePayto } from '../../../taler/wire/payto.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { priceOfWithdrawal, type WithdrawalPrice } from '../../spend/withdrawal-price.ts';
import { openNamed } from '../open-named.ts';
import { checkAmount } from './reserve.ts';

// What a bank offers by its link, before anything of it is taken up: whose the sum is to say, and at which exchange it becomes coins.

/** What the person has said to it so far. */
type Asked = {
  readonly newExchange: string | undefined;
  /** the sum, where the bank leaves it to them; where it does not, the one that was shown */
  readonly amount: string | undefined;
  /** a look: where nobody has said a sum, what the bank suggests is taken for one */
  readonly orSuggested?: boolean;
};

/** The sum as it stands now, and whether the bank has to be told; undefined while nobody has said one. */
type BankSum =
  | { readonly kind: 'sum'; readonly amount: Amount; readonly by: 'bank' | 'person' }
  | { readonly kind: 'at-bank'; readonly currency: string }
  | { readonly kind: 'unsaid'; readonly currency: string };

export type Offered = {
  readonly keys: ExchangeKeys;
  readonly account: ExchangeAccount;
  readonly status: OperationStatus;
  readonly sum: BankSum;
  /** only where there is a sum */
  readonly price: WithdrawalPrice | undefined;
};

/** The operation that a `taler://withdraw/…` link names. */
export const readOperation = (talerUri: string): Result<BankOperation, WalletFailure> => {
  const uri = parseTalerUri(talerUri);
  if (!uri.ok) return uri;
  const { value } = uri;
  if (value.action === 'withdraw') return ok({ bankBaseUrl: value.bankBaseUrl, operationId: value.operationId });
  const got = value.action === 'unsupported' ? value.name : value.action;
  return err({ kind: 'wrong-taler-uri', expected: 'withdraw', got });
};

/** What the bank offers, and at which exchange it would become coins. */
export const askBank = async (
  wallets: Wallets,
  operation: BankOperation,
  { newExchange, ...asked }: Asked,
): Promise<Result<Offered, WalletFailure>> => {
  const config = await bankConfig(wallets.world, operation.bankBaseUrl);
  if (!config.ok) return config;
  wallets.strangeLooks.hear(config.value.currency?.toUpperCase() ?? '', config.value.specification);
  const status = await operationStatus(wallets.world, operation);
  if (!status.ok) return status;
  if (status.value.state === 'aborted') return err({ kind: 'operation-aborted' });
  if (status.value.state !== 'pending') return err({ kind: 'operation-taken' });
  const sum = sumFor(operation, config.value, status.value, asked);
  if (!sum.ok) return sum;
  const currency = sum.value.kind === 'sum' ? sum.value.amount.currency : sum.value.currency;
  const { bankBaseUrl } = operation;
  const open = await chooseExchange(wallets, status.value, { bankBaseUrl, currency, newExchange });
  if (!open.ok) return open;
  const { keys } = open.value;
  if (keys.currency !== currency)
    return err({ kind: 'wrong-currency', exchange: keys.baseUrl, expected: keys.currency, got: currency });
  const account = keys.accounts.find((each) => suits(each, status.value.wireTypes));
  if (!account) return err({ kind: 'no-bank-account', exchange: keys.baseUrl });
  const offered = { keys, account, status: status.value, sum: sum.value };
  if (sum.value.kind !== 'sum') return ok({ ...offered, price: undefined });
  const fits = checkAmount(wallets, keys, sum.value.amount);
  if (!fits.ok) return fits;
  return ok({ ...offered, price: priceOfWithdrawal(keys, sum.value.amount, wallets.world.now()) });
};

/** The sum that comes of what the bank leaves open and what was said; a bank that fixes it is held to what was shown. */
const sumFor = (
  { bankBaseUrl }: BankOperation,
  config: BankConfig,
  { sum, currency: named }: OperationStatus,
  { amount: said, orSuggested = false }: Omit<Asked, 'newExchange'>,
): Result<BankSum, WalletFailure> => {
  const wanted = said === undefined ? undefined : parseAmount(said);
  if (wanted?.ok === false) return wanted;
  if (sum.kind === 'fixed') {
    const text = amountToText(sum.amount);
    return wanted === undefined || amountToText(wanted.value) === text
      ? ok({ kind: 'sum', amount: sum.amount, by: 'bank' })
      : err({ kind: 'bank-sum-changed', wanted: amountToText(wanted.value), sum: text });
  }
  const currency = named ?? config.currency?.toUpperCase();
  if (currency === undefined)
    return err({ kind: 'malformed-response', url: bankBaseUrl, status: 200, why: 'currency: missing' });
  if (sum.kind === 'at-bank')
    return wanted === undefined ? ok({ kind: 'at-bank', currency }) : err({ kind: 'bank-says-sum' });
  const { suggested, most } = sum;
  if (wanted === undefined)
    return orSuggested && suggested !== undefined
      ? ok({ kind: 'sum', amount: suggested, by: 'person' })
      : ok({ kind: 'unsaid', currency });
  if (wanted.value.currency !== currency) return err({ kind: 'bank-leaves-amount-open', currency });
  if (most !== undefined && compareAmounts(wanted.value, most) > 0)
    return err({ kind: 'bank-sum-too-high', most: amountToText(most) });
  return ok({ kind: 'sum', amount: wanted.value, by: 'person' });
};

/** The exchange the bank requires or suggests, an unknown one once the person has said yes to its very address; else one we know with the same currency. */
const chooseExchange = async (
  wallets: Wallets,
  status: OperationStatus,
  {
    bankBaseUrl,
    currency,
    newExchange,
  }: { readonly bankBaseUrl: string; readonly currency: string; readonly newExchange: string | undefined },
): Promise<Result<OpenExchange, WalletFailure>> => {
  const named = status.requiredExchange ?? status.suggestedExchange;
  if (named !== undefined) {
    const suggested = parseBaseUrl(named);
    if (!suggested.ok) return err({ kind: 'malformed-base-url', text: named.slice(0, 100) });
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
