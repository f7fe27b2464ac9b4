// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

// What shops refuse with, and what the wallet itself refuses.

export const shopFailures = {
  'order-unknown': {},
  'order-claimed-elsewhere': {},
  'claim-token-invalid': {},
  'bad-merchant-signature': { detail: 'string' },
  'coin-spent': {},
  'paid-elsewhere': {},
  'paid-and-refunded': {},
  'offer-expired': {},
  'denomination-refused': { code: 'integer?' },
  'payment-too-small': { code: 'integer?' },
  'contract-malformed': { detail: 'string' },
  'contract-unsupported': { detail: 'string' },
  'contract-signature-invalid': {},
  'contract-nonce-mismatch': {},
  'contract-base-url-mismatch': { detail: 'string' },
  'contract-order-mismatch': { detail: 'string' },
  'contract-expired': { payDeadline: 'time' },
  'contract-deadlines': { detail: 'string' },
  'contract-currency': { detail: 'string' },
  'nothing-to-refund': {},
  'too-much-kept': { host: 'string', what: ['shop', 'person'] },
  'too-many-refunds': { host: 'string', limit: 'integer' },
  'nothing-to-abort': { id: 'string' },
  'nothing-to-forget': { id: 'string' },
  'not-forgettable': { why: ['unfinished', 'refund', 'disputed', 'money', 'left-there', 'place'] },
  'already-bought': {},
  'already-complete': {},
  'paid-unconfirmed': { orderId: 'string', quote: 'string?' },
  /** `exchange` is the base URL the person is asked about */
  /** nobody answers at an address that was typed */
  'no-issuer-there': { host: 'string' },
  'unknown-exchange': { host: 'string', exchange: 'string', how: ['https', 'http'] },
  'exchange-not-allowed': { host: 'string' },
  'no-accepted-exchange': { currency: 'string' },
  'unknown-purchase': {},
  /** an order of a place was given up, and its shop may still take the coins */
  'earlier-order-open': {},
  'fees-changed': { shown: 'amount', total: 'amount' },
  'purchase-closed': { state: ['paid', 'paying', 'spent', 'closed'], detail: 'string?' },
} as const satisfies Table;

export const ownFailures = {
  /** `pending` is on its way; `tooShort` is held in coins that end before `until` */
  'insufficient-balance': {
    needed: 'amount',
    fees: 'amount',
    available: 'amount',
    change: 'amount?',
    pending: 'amount?',
    tooShort: 'amount?',
    until: 'time?',
  },
  'too-many-coins': { limit: 'integer' },
  'malformed-amount': { text: 'string' },
  'amount-too-large': { text: 'string' },
  'malformed-currency': { text: 'string' },
  'malformed-taler-uri': { detail: 'string' },
  'wrong-taler-uri': {
    expected: ['withdraw', 'pay', 'refund', 'pay-push or pay-pull'],
    got: 'string',
  },
  'malformed-base-url': { text: 'string' },
  'amount-is-zero': {},
  'amount-too-fine': { least: 'amount' },
  'wrong-currency': { host: 'string', expected: 'string', got: 'string' },
  'master-key-changed': { host: 'string' },
  'reserve-elsewhere': { host: 'string' },
  'no-denominations': { host: 'string' },
  'exchange-full': { host: 'string', by: ['coins', 'bytes'] },
  'no-bank-account': { host: 'string' },
  'terms-unaccepted': { host: 'string', exchange: 'string', why: ['new', 'changed'] },
  'no-exchange-for-currency': { currency: 'string' },
  'bad-coin-signature': { host: 'string' },
  'malicious-denomination': { host: 'string' },
  'coin-not-derivable': { detail: 'string?' },
  'step-broke': { reference: 'string' },
  'withdrawal-stalled': { host: 'string' },
  'change-disputed': { host: 'string', sum: 'amount', code: 'integer?', detail: 'string?' },
  'change-not-known': { host: 'string', version: 'string' },
  'coins-withheld': { host: 'string', sum: 'amount?' },
  'not-waiting-for-backup': { id: 'string' },
  'reissue-asks': { host: 'string', sum: 'amount', fees: 'amount', total: 'amount' },
  'not-backed-up-yet': {
    why: ['no-provider', 'too-few-providers', 'no-copy', 'fees-first', 'fees-lacking', 'fees-too-high', 'unknown'],
    staysIn: 'said:staysIn',
    wanted: 'integer?',
    there: 'integer?',
    fees: 'amounts?',
    until: 'time?',
  },
  superseded: { standing: 'said:standstill' },
  // deposits and accounts
  'malformed-account': {
    why: [
      'not-a-payto',
      'iban-shape',
      'iban-checksum',
      'bic',
      'account-name',
      'bitcoin-address',
      'receiver-name',
      'receiver-place',
    ],
  },
  'unsupported-account': { method: 'string' },
  'no-payout-exchange': { currency: 'string', method: 'string' },
  'recoup-elsewhere': { host: 'string' },
  'deposit-refused': { detail: 'string' },
  'deposit-confirmed': { how: ['wired', 'confirmed'] },
  // what an exchange's own price list or rule book stands against
  'invoice-fee': { host: 'string', fee: 'amount', why: ['ask', 'no-coins', 'cannot'] },
  /** `sum` less `fees` is `total`; `agreed` is what its person said yes to before */
  'withdrawal-fees': {
    host: 'string',
    why: ['ask', 'dearer'],
    sum: 'amount',
    fees: 'amount',
    total: 'amount',
    agreed: 'amount?',
  },
  'renewal-fees': { host: 'string', sum: 'amount', fees: 'amount', total: 'amount' },
  'refund-renewal': { host: 'string', sum: 'amount', fees: 'amount', total: 'amount' },
  'not-asked-about-fees': { id: 'string' },
  'below-purse-fee': { host: 'string', least: 'amount' },
  'beyond-limit': {
    host: 'string',
    what: ['withdraw', 'purse', 'deposit', 'hold'],
    limit: 'amount',
    withinMs: 'span?',
  },
} as const satisfies Table;

/** Where money is while it waits for its copy. */
export const staysInWords = { reserve: {}, coin: {}, sender: {}, payer: {} } as const satisfies Table;

/** Why a device moves no money; `left`: it has no recovery secret any more. */
export const standstills = {
  superseded: {},
  leaving: {},
  abandoned: {},
  'taken-over': {},
  'taken-over-left': {},
  moved: {},
} as const satisfies Table;
