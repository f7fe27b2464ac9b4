// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import { given, orMoney } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';

/** The requests on money that one person makes alone: seeing, withdrawing, paying, refunds, deposits. */
export const moneyHandlers = (parts: OpenParts) =>
  ({
    'wallet.overview': async () =>
      ok({ balances: parts.wallet.balances(), backup: parts.backup.status(), pending: parts.wallet.pending() }),
    'wallet.history': async () => ok({ lines: parts.wallet.history() }),
    'wallet.pending': async () => ok({ pending: parts.wallet.pending() }),
    'wallet.withoutBackup': async ({ id }) => orMoney(await parts.wallet.goOnWithoutBackup(id)),
    'wallet.agreeToFees': async ({ id, shown }) => orMoney(await parts.wallet.agreeToFees(id, shown)),
    'exchange.add': async ({ url }) => orMoney(await parts.wallet.addExchange(url)),
    'exchange.list': async () => ok({ exchanges: parts.wallet.exchanges() }),
    'withdraw.quote': async (wish) => orMoney(await parts.wallet.quoteWithdrawal(wish)),
    'withdraw.manual': async ({ withoutBackup = false, ...asked }) =>
      orMoney(await parts.wallet.withdrawManual({ withoutBackup, ...given(asked) })),
    'withdraw.uri': async ({ uri, withoutBackup = false, ...asked }) =>
      orMoney(await parts.wallet.withdrawFromBank(uri, { withoutBackup, ...given(asked) })),
    'pay.prepare': async ({ uri }) => orMoney(await parts.wallet.preparePay(uri)),
    'pay.confirm': async ({ purchaseId, ...seen }) => orMoney(await parts.wallet.confirmPay(purchaseId, given(seen))),
    'refund.uri': async ({ uri }) => orMoney(await parts.wallet.refund(uri)),
    abort: async ({ id }) => orMoney(await parts.wallet.abort(id)),
    'deposit.prepare': async (wish) => orMoney(await parts.wallet.prepareDeposit(wish)),
    'deposit.confirm': async (wish) => orMoney(await parts.wallet.deposit(given(wish))),
  }) satisfies Partial<Handlers>;
