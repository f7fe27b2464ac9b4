// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, link, newExchange, shown, text, withoutBackup } from './contract-fields.ts';
import type { BankOfferView, ConversionView, TransferView } from './view-bank.ts';
import type { DepositOfferView, DepositView, MostView, WithdrawalQuoteView } from './view.ts';

/** The requests on money that comes from a bank or goes to one. */
export const bankInputs = {
  'withdraw.quote': z.strictObject({ exchange: link, amount }),
  'withdraw.manual': z.strictObject({ exchange: link, amount, withoutBackup, shown }),
  /** what a bank's link would come to; nothing is begun */
  'withdraw.look': z.strictObject({ uri: link, newExchange, amount: amount.exactOptional() }),
  'withdraw.transfer': z.strictObject({ id: text(64) }),
  /** about how much has to be sent by one of its ways that is in other money, named by its account: their order may have changed */
  'withdraw.convert': z.strictObject({ id: text(64), payto: link }),
  /** `amount`: what was chosen, or what was shown of a sum that the bank fixes */
  'withdraw.uri': z.strictObject({ uri: link, withoutBackup, newExchange, shown, amount: amount.exactOptional() }),
  'deposit.prepare': z.strictObject({ amount, payto: link }),
  /** the most that can arrive at this account, after fees */
  'deposit.most': z.strictObject({ currency: text(11), payto: link }),
  'deposit.confirm': z.strictObject({ amount, payto: link, shown }),
} as const;

/** Their outputs, by request name. */
export type BankOutputs = {
  'withdraw.quote': WithdrawalQuoteView;
  'withdraw.manual': TransferView;
  'withdraw.look': BankOfferView;
  'withdraw.transfer': TransferView;
  'withdraw.convert': ConversionView;
  'withdraw.uri': {
    readonly id: string;
    readonly amount: string;
    readonly exchange: string;
    readonly fees: string;
    readonly total: string;
    readonly confirmUrl?: string;
    /** whoever pays in says the sum: what stands here is nothing */
    readonly atBank?: true;
  };
  'deposit.prepare': DepositOfferView;
  'deposit.most': MostView;
  'deposit.confirm': DepositView;
};
