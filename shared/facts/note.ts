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
  'found-again': { coins: 'integer' },
  change: {},
  restore: {},
  expiry: {},
  refund: {},
  released: {},
  recoup: {},
  renewed: {},
  /** the smallest piece of money at an issuer whose way to make change nobody here has met */
  proof: {},
  reissue: {},
  'drawn-by-others': {},
  earlier: {},
  'earlier-rest': {},
  forgotten: {},
} as const satisfies Table;

/** What forgetting something takes away, said before. `until`: so long the shop could still give something back. */
export const forgettings = {
  'purchase-paid': { until: 'time?' },
  'purchase-unpaid': {},
  person: {},
  'to-bank': {},
  'from-bank': {},
  'never-came': {},
  issuer: { host: 'string' },
  place: { name: 'string' },
  'place-fee': { until: 'time?' },
  /** where it still is once it is forgotten here */
  'still-in': { places: 'list' },
  'older-copies': { places: 'list' },
  'former-has': { places: 'list' },
} as const satisfies Table;

const LEFT_IN_COPIES: ReadonlySet<string> = new Set(['still-in', 'older-copies', 'former-has']);

/** Of what forgetting comes to, where it still is. */
export const stillKept = <T extends { readonly kind: string }>(said: readonly T[]): readonly T[] =>
  said.filter(({ kind }) => LEFT_IN_COPIES.has(kind));

/** What has to be said about a line of the history, a sum or an issuer; `detail` is the code it was written down with. */
export const notes = {
  // money from a bank
  registering: {},
  'awaiting-confirmation': {},
  'awaiting-transfer': { payto: 'string?' },
  'given-up': {},
  'not-carried-out': { detail: 'string?' },
  'arrived-less': { arrived: 'amount', wanted: 'amount' },
  /** money that nobody announced, by the exchange's word */
  'left-there': { sum: 'amount', host: 'string' },
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
  'being-renewed': {},
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
  'not-proven': {},
  proven: { sum: 'amount' },
  failure: { why: 'said:failure' },
} as const satisfies Table;
