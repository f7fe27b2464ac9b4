// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

// What exchanges, banks and the network between us refuse with. `host` is a host name; `detail` is technical and shown behind
// "details" only; `quote` is what a server wrote itself.

export const networkFailures = {
  unreachable: { host: 'string', detail: 'string?' },
  /** its name stands for a machine of this house, or for this computer */
  'inner-address': { host: 'string' },
  timeout: { host: 'string', afterMs: 'span' },
  'too-large': { host: 'string', limitBytes: 'bytes' },
  'malformed-response': { host: 'string', detail: 'string?', status: 'integer?' },
  redirected: { host: 'string', to: 'string?' },
  'server-trouble': { host: 'string', status: 'integer', code: 'integer?', quote: 'string?' },
  refused: { host: 'string', status: 'integer', code: 'integer?', quote: 'string?', detail: 'string?' },
  'unsupported-version': { host: 'string', version: 'string' },
  /** `transfer`: the account to send a transfer from, and its subject, as the exchange says it. `holds`: more than so much would be held */
  'kyc-required': { host: 'string', transfer: 'string?', holds: 'amount?' },
  'signature-refused': { code: 'integer', detail: 'string?' },
} as const satisfies Table;

export const exchangeFailures = {
  'currency-name': { host: 'string', name: 'string' },
  'not-an-exchange': { host: 'string', detail: 'string?' },
  'bad-master-signature': { detail: 'string' },
  'bad-exchange-signature': { detail: 'string' },
  'clock-skew': { host: 'string', theirs: 'time', ours: 'time' },
  'currency-mismatch': { expected: 'string', got: 'string' },
  'unsupported-operation': { detail: 'string' },
  'denomination-gone': { code: 'integer', detail: 'string?' },
  'insufficient-funds': {},
  'coin-conflict': { code: 'integer' },
  'coin-unknown': {},
  'coin-expired': {},
  'reserve-unknown': {},
  'reserve-insufficient': { balance: 'amount?', requested: 'amount?' },
  'already-withdrawn': {},
  'melt-unknown': {},
  'commitment-violation': { code: 'integer?', detail: 'string?' },
  'nothing-to-melt': {},
  'deposit-unknown': {},
  'deposit-conflict': {},
  'refund-refused': { code: 'integer' },
  'not-revoked': {},
  'recoup-wrong-origin': {},
  'recoup-not-offered': { host: 'string' },
  'age-limited': { host: 'string' },
  'purse-conflict': { code: 'integer' },
  'purse-quota-exceeded': {},
  'purse-untimely': {},
  'purse-underfunded': {},
  'bad-history': { detail: 'string' },
} as const satisfies Table;

export const peerFailures = {
  'purse-unknown': {},
  'purse-expired': {},
  'purse-deleted': {},
  'purse-decided': {},
  'invoice-settled': {},
  'purse-not-full': {},
  'purse-merged-elsewhere': {},
  'payment-taken': {},
  'purse-fee-too-low': { fee: 'amount?' },
  'contract-unknown': {},
  'bad-contract-signature': {},
  econtract: { detail: 'string' },
  'peer-contract-malformed': { detail: 'string' },
  'purse-contract-mismatch': { said: 'amount', holds: 'amount' },
  'unknown-peer-payment': {},
  'unknown-transfer': {},
  /** the first words are no failure, but the same address opened twice */
  'peer-closed': {
    state: ['being-received', 'received', 'being-paid', 'paid', 'taken', 'closed'],
    detail: 'string?',
  },
  'no-money-at-exchange': { host: 'string' },
} as const satisfies Table;

export const bankFailures = {
  'operation-unknown': {},
  'operation-taken': {},
  'reserve-reused': {},
  'operation-aborted': {},
  'bank-leaves-amount-open': { currency: 'string' },
  'bank-sum-too-high': { most: 'amount' },
  'bank-sum-changed': { wanted: 'amount', sum: 'amount' },
  'bank-says-sum': {},
  'conversion-unclear': { host: 'string' },
  'link-other-issuer': { host: 'string' },
} as const satisfies Table;
