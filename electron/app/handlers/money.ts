// SPDX-License-Identifier: GPL-3.0-or-later
import { looksOf, showCurrencies } from '../../../shared/currency-look.ts';
import type { Answer } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView, ForgettingView } from '../../../shared/view.ts';
import { given, orMoney, tooFine } from './answers.ts';
import type { Handlers, OpenParts } from './parts.ts';
import { realWhilePlaying } from './unmixed.ts';

/** An issuer that was never heard of and does not answer is a mistyped one: nothing there is unfinished or tried again. */
const ifKnown = <T>({ wallet }: Pick<OpenParts, 'wallet'>, added: Result<T, FailureView>): Result<T, FailureView> => {
  if (added.ok || (added.error.kind !== 'unreachable' && added.error.kind !== 'timeout')) return added;
  const { host } = added.error.facts;
  const isKnown = wallet.exchanges().some(({ baseUrl }) => new URL(baseUrl).host === host);
  return isKnown ? added : err({ kind: 'no-issuer-there', facts: { host } });
};

/** The issuers of this wallet; from now on sums are shown as they say. */
const listed = ({ wallet }: Pick<OpenParts, 'wallet'>): Answer<'exchange.list'> => {
  const [exchanges, strange] = [wallet.exchanges(), wallet.strangeLooks()];
  showCurrencies(looksOf(exchanges, strange));
  return ok({ exchanges, ...(strange.length === 0 ? {} : { strange }) });
};

/** What forgetting takes away here, and which copies still have it. */
const withCopies = (
  { backup }: Pick<OpenParts, 'backup'>,
  about: Parameters<typeof orMoney<ForgettingView>>[0],
): Result<ForgettingView, FailureView> =>
  orMoney(about.ok ? ok({ ...about.value, said: [...about.value.said, ...backup.stillKept()] }) : about);

/** The requests on money that one person makes alone: seeing, withdrawing, paying, refunds, deposits. */
export const moneyHandlers = (parts: OpenParts) =>
  ({
    'wallet.overview': async () => ok(await parts.overview()),
    'wallet.pending': async () => {
      await parts.ready;
      return ok({ pending: parts.wallet.pending() });
    },
    'wallet.withoutBackup': async ({ id }) => orMoney(await parts.wallet.goOnWithoutBackup(id)),
    'wallet.agreeToFees': async ({ id, shown }) => orMoney(await parts.wallet.agreeToFees(id, shown)),
    'exchange.add': async ({ url, ...named }) =>
      realWhilePlaying(parts, url) ?? ifKnown(parts, orMoney(await parts.wallet.addExchange(url, named))),
    'exchange.list': async () => listed(parts),
    'withdraw.quote': async (wish) => tooFine(wish.amount) ?? orMoney(await parts.wallet.quoteWithdrawal(wish)),
    'withdraw.manual': async ({ withoutBackup = false, ...asked }) =>
      tooFine(asked.amount) ?? orMoney(await parts.wallet.withdrawManual({ withoutBackup, ...given(asked) })),
    'withdraw.look': async ({ uri, ...said }) =>
      tooFine(said.amount) ?? orMoney(await parts.wallet.lookAtBank(uri, given(said))),
    'withdraw.transfer': async ({ id }) => orMoney(parts.wallet.transferOf(id)),
    'withdraw.convert': async (which) => orMoney(await parts.wallet.convertTransfer(which)),
    'withdraw.uri': async ({ uri, withoutBackup = false, ...asked }) =>
      realWhilePlaying(parts, asked.newExchange) ??
      orMoney(await parts.wallet.withdrawFromBank(uri, { withoutBackup, ...given(asked) })),
    'pay.prepare': async ({ uri }) => orMoney(await parts.wallet.preparePay(uri)),
    'pay.confirm': async ({ purchaseId, ...seen }) => orMoney(await parts.wallet.confirmPay(purchaseId, given(seen))),
    'pay.template': async ({ uri }) => orMoney(await parts.wallet.lookAtTemplate(uri)),
    'pay.order': async ({ uri, ...said }) =>
      tooFine(said.amount) ?? orMoney(await parts.wallet.orderOfTemplate(uri, given(said))),
    'pay.page': async ({ url }) => orMoney(await parts.wallet.lookAtPage(url)),
    'refund.uri': async ({ uri }) => orMoney(await parts.wallet.refund(uri)),
    abort: async ({ id }) => orMoney(await parts.wallet.abort(id)),
    'abort.preview': async ({ id }) => orMoney(parts.wallet.aboutEnding(id)),
    'forget.preview': async ({ id }) =>
      withCopies(parts, parts.backup.aboutForgetting(id) ?? parts.wallet.aboutForgetting(id)),
    forget: async ({ id }) => withCopies(parts, parts.backup.forgetPlace(id) ?? (await parts.wallet.forget(id))),
    'deposit.prepare': async (wish) => tooFine(wish.amount) ?? orMoney(await parts.wallet.prepareDeposit(wish)),
    'deposit.most': async (wish) => orMoney(await parts.wallet.mostToDeposit(wish)),
    'deposit.confirm': async (wish) => orMoney(await parts.wallet.deposit(given(wish))),
  }) satisfies Partial<Handlers>;
