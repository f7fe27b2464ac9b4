// SPDX-License-Identifier: GPL-3.0-or-later
import type { AccountFailure } from '../../taler/wire/bank-account.ts';

/** The failures of refunds, aborts and deposits. */
export type RestFailure =
  | AccountFailure
  /** none of the exchanges we know pays to accounts of this kind */
  | { readonly kind: 'no-payout-exchange'; readonly currency: string; readonly method: string }
  /** an exchange that says it gave a revoked coin's value to somebody else */
  | { readonly kind: 'recoup-elsewhere'; readonly exchange: string }
  | { readonly kind: 'deposit-refused'; readonly why: string }
  /** the exchange has the deposit, so it cannot be taken back */
  | { readonly kind: 'deposit-confirmed'; readonly wired: boolean }
  | { readonly kind: 'nothing-to-refund' }
  | { readonly kind: 'nothing-to-abort'; readonly id: string }
  /** an earlier purchase covers this order */
  | { readonly kind: 'already-bought' }
  /** 412/2254: the payment was complete before it could be aborted */
  | { readonly kind: 'already-complete' }
  /** the exchange has given the merchant the money, and the merchant refuses the order all the same */
  | { readonly kind: 'paid-unconfirmed'; readonly said: string; readonly orderId: string };

const KINDS: ReadonlySet<string> = new Set<RestFailure['kind']>([
  'malformed-account',
  'unsupported-account',
  'no-payout-exchange',
  'recoup-elsewhere',
  'deposit-refused',
  'deposit-confirmed',
  'nothing-to-refund',
  'nothing-to-abort',
  'already-bought',
  'already-complete',
  'paid-unconfirmed',
]);

/** True for the kinds of this file. */
export const isRestFailure = (failure: { readonly kind: string }): failure is RestFailure => KINDS.has(failure.kind);

/** One sentence: what happened, whether money is at risk, what to do next. */
export const explainRestFailure = (failure: RestFailure): string => {
  switch (failure.kind) {
    case 'malformed-account':
      return `This is not the address of a bank account: ${ACCOUNT_WORDS[failure.why]}. No money was moved.`;
    case 'unsupported-account':
      return `Accounts of the kind "${failure.method}" cannot be paid by this wallet; use payto://iban/…, payto://x-taler-bank/… or payto://bitcoin/…. No money was moved.`;
    case 'no-payout-exchange':
      return `No exchange of this wallet that deals in ${failure.currency} pays to accounts of the kind "${failure.method}"; no money was moved.`;
    case 'recoup-elsewhere':
      return `${failure.exchange} says it gave the value of a revoked coin to somebody else, which cannot be; the coin is kept, please report it.`;
    case 'deposit-refused':
      return `The exchange did not take the deposit (${failure.why.replaceAll('-', ' ')}); the coins come back, less the fee for renewing them.`;
    case 'deposit-confirmed':
      return failure.wired
        ? 'The exchange has already transferred this deposit to the account, so it cannot be taken back; the money is there.'
        : 'The exchange has confirmed this deposit and transfers it to the account, so it cannot be taken back; the money arrives there.';
    case 'nothing-to-refund':
      return 'Nothing that this wallet paid is meant by this refund address; open it in the wallet that paid. Nothing was changed.';
    case 'nothing-to-abort':
      return `There is no unfinished payment or deposit "${failure.id}" that could be aborted; nothing was changed.`;
    case 'already-bought':
      return 'You have bought this before, so it is not paid again; the merchant has been shown the earlier payment.';
    case 'paid-unconfirmed':
      return `The exchange has paid the merchant, which does not confirm order ${failure.orderId} (${failure.said}); nothing is paid twice. Show it the line in your history, or ask it for a refund.`;
    case 'already-complete':
      return 'The payment was already complete, so it stays paid; ask the merchant for a refund instead.';
  }
};

const ACCOUNT_WORDS: Readonly<Record<Extract<AccountFailure, { kind: 'malformed-account' }>['why'], string>> = {
  'not-a-payto': 'it must look like payto://iban/DE75512108001245126199?receiver-name=NAME',
  'iban-shape': 'the IBAN has a wrong length or sign in it',
  'iban-checksum': 'the check digits of the IBAN are wrong, so at least one digit was mistyped',
  bic: 'the BIC before the IBAN is wrong',
  'account-name': 'the name of the account or of its bank is wrong',
  'bitcoin-address': 'the Bitcoin address is wrong',
  'receiver-name': 'the name of its owner is missing or too long (add ?receiver-name=NAME)',
};
