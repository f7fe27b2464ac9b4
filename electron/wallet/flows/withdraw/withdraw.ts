// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { WithdrawalOrigin } from '../../../state/entry.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import { fundingPayto } from '../../../taler/wire/payto.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { drawBatches } from './draw.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { lookForLateMoney } from './given-up.ts';
import { checkAmount, isDrawnByNewer, openReserve, pollReserve } from './reserve.ts';
import { pollOperation, registerOperation } from './withdraw-bank.ts';

/** `withoutBackup`: the person does not want to wait for a backup of this sum. */
export type ManualRequest = { readonly exchange: string; readonly amount: string; readonly withoutBackup?: boolean };

export type ManualWithdrawal = {
  readonly id: string;
  /** where to send the money, amount and subject included */ readonly payto: string;
  readonly reservePub: string;
};

/** Opens a reserve and says where to send money for it; coins come once the transfer has arrived. Fails without change when the amount does not fit the exchange. */
export const withdrawManual = async (
  wallets: Wallets,
  { exchange, amount: text, withoutBackup = false }: ManualRequest,
): Promise<Result<ManualWithdrawal, WalletFailure>> => {
  const wanted = parseAmount(text);
  if (!wanted.ok) return wanted;
  const baseUrl = parseBaseUrl(exchange);
  if (!baseUrl.ok) return err({ kind: 'malformed-base-url', text: exchange.slice(0, 120) });
  const open = await wallets.exchanges.open(baseUrl.value);
  if (!open.ok) return open;
  const { keys } = open.value;
  const fits = checkAmount(wallets, keys, wanted.value);
  if (!fits.ok) return fits;
  const account = [...keys.accounts]
    .sort((a, b) => b.priority - a.priority)
    .find(({ conversionUrl }) => conversionUrl === undefined);
  if (!account) return err({ kind: 'no-bank-account', exchange: keys.baseUrl });
  const originOf = (reservePub: string): WithdrawalOrigin => ({
    type: 'manual',
    payto: fundingPayto(account.paytoUri, wanted.value, reservePub),
  });
  const made = openReserve(wallets, keys, wanted.value, originOf, { withoutBackup });
  const payto = fundingPayto(account.paytoUri, wanted.value, made.reservePub);
  return ok({ ...made, payto });
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
