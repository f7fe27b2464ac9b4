// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../shared/result.ts';
import type { BankOfferView, ConversionView, TransferView } from '../../shared/view-bank.ts';
import type { WithdrawalQuoteView } from '../../shared/view.ts';
import type { Wallets } from './context.ts';
import type { WalletFailure } from './failure/failure.ts';
import type { MayBegin } from './flows/may-begin.ts';
import { lookAtBank, withdrawFromBank, type BankChoice, type BankWithdrawal } from './flows/withdraw/withdraw-bank.ts';
import {
  convertTransfer,
  quoteWithdrawal,
  transferOf,
  withdrawManual,
  type ManualRequest,
  type WithdrawalWish,
} from './flows/withdraw/withdraw.ts';

/** Money that comes from a bank. */
export type Arrivals = {
  /** What a transfer of this sum would come to. */
  readonly quoteWithdrawal: (wish: WithdrawalWish) => Promise<Result<WithdrawalQuoteView, WalletFailure>>;
  readonly withdrawManual: (wanted: ManualRequest) => Promise<Result<TransferView, WalletFailure>>;
  /** A transfer its person makes, as it was said when it was begun, with what has become of it. */
  readonly transferOf: (id: string) => Result<TransferView, WalletFailure>;
  /** About how much has to be sent by one of its ways that is in other money. */
  readonly convertTransfer: (which: {
    readonly id: string;
    readonly payto: string;
  }) => Promise<Result<ConversionView, WalletFailure>>;
  /** What a bank's offer would come to; nothing is begun. */
  readonly lookAtBank: (
    talerUri: string,
    said?: Pick<BankChoice, 'newExchange' | 'amount'>,
  ) => Promise<Result<BankOfferView, WalletFailure>>;
  /** `withoutBackup`: the person does not want to wait for a backup of this sum */
  readonly withdrawFromBank: (talerUri: string, options?: BankChoice) => Promise<Result<BankWithdrawal, WalletFailure>>;
};

/** Those functions; nothing is begun at an exchange before `mayBegin` says so of it. */
export const createArrivals = (wallets: Wallets, mayBegin: MayBegin): Arrivals => ({
  quoteWithdrawal: (wish) => quoteWithdrawal(wallets, wish),
  withdrawManual: (wanted) => withdrawManual(wallets, wanted, mayBegin),
  transferOf: (id) => transferOf(wallets, id),
  convertTransfer: (which) => convertTransfer(wallets, which),
  lookAtBank: (talerUri, said) => lookAtBank(wallets, talerUri, said),
  withdrawFromBank: (talerUri, options) => withdrawFromBank(wallets, talerUri, options, mayBegin),
});
