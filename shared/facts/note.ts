// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What a line of the history is about, where nobody outside gave it a name. */
export const titles = {
  'from-bank': {},
  'by-transfer': {},
  'received-payment': {},
  'drawn-again': {},
  'unknown-origin': {},
  'to-bank-account': {},
  'spent-elsewhere': { coins: 'integer' },
  change: {},
  restore: {},
  expiry: {},
  refund: {},
  released: {},
  recoup: {},
  renewed: {},
  reissue: {},
} as const satisfies Table;

/** What has to be said about a line of the history, a sum or an issuer; `detail` is the code it was written down with. */
export const notes = {
  // money from a bank
  registering: {},
  'awaiting-confirmation': {},
  'awaiting-transfer': { payto: 'string?' },
  'given-up': {},
  'not-carried-out': { detail: 'string?' },
  'arrived-less': { arrived: 'amount', wanted: 'amount' },
  // change
  'expired-coins': {},
  // shops
  'paid-unconfirmed': { orderId: 'string', contract: 'string?', quote: 'string?' },
  'taking-back': {},
  'unpaid-kept': { kept: 'amount', orderId: 'string', detail: 'string?' },
  unpaid: { detail: 'string?' },
  /** what an event gave up: back for good, or still to be renewed so that nobody can take it */
  'money-back': {},
  'rest-back': {},
  'being-renewed': { sum: 'amount' },
  /** `shown`: the total that was agreed to */
  dearer: { shown: 'amount' },
  'refund-short': {},
  // bank accounts
  'being-transferred': {},
  'deposited-part': { part: 'amount', wanted: 'amount' },
  'deposit-failed': { detail: 'string?' },
  // people
  'calling-back': {},
  'waiting-for-receiver': { until: 'time?' },
  'nobody-took': {},
  'not-sent': { detail: 'string?' },
  'stopping-invoice': {},
  'invoice-expired': {},
  'invoice-unpaid': { detail: 'string?' },
  'other-terms': {},
  'payment-expired': {},
  'not-received': { detail: 'string?' },
  'withdrawing-invoice': {},
  'invoice-open': { until: 'time?' },
  'nobody-paid': { fee: ['none', 'gone'] },
  'invoice-withdrawn': { fee: ['none', 'gone'], detail: 'string?' },
  // sums and issuers
  'beyond-amounts': {},
  'bad-signatures': { coins: 'integer' },
  'needs-newer': { sum: 'amount' },
  'left-behind': { sum: 'amount' },
  reachable: { sum: 'amount' },
  'two-keys': {},
  failure: { why: 'said:failure' },
} as const satisfies Table;
