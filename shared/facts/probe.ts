// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What a probe looks at, one line of its table each, with what was found where it holds. */
export const probes = {
  config: { version: 'string?' },
  keys: { kinds: 'integer?' },
  terms: { version: 'string?' },
  withdrawal: { sum: 'amount?' },
  arrivals: { lines: 'integer?' },
  refresh: {},
  link: {},
  'to-oneself': { sum: 'amount?' },
  spent: { lines: 'integer?' },
  payout: { sum: 'amount?' },
  'payout-status': {},
  // a shop
  'shop-config': { version: 'string?' },
  'shop-payment': { sum: 'amount?' },
  'shop-status': {},
  // a bank
  'bank-config': { version: 'string?' },
  'bank-offer': { sum: 'amount?' },
  'bank-transfer': {},
  // a place for copies
  'copies-config': { fee: 'amount?' },
  'copies-upload': {},
  'copies-download': {},
  'copies-same': {},
  'copies-next': {},
  'copies-conflict': {},
  // an escrow provider
  'escrow-config': { fee: 'amount?' },
  'escrow-answer': {},
  'escrow-document': {},
  'escrow-latest': {},
  'escrow-wrong': {},
  'escrow-right': {},
} as const satisfies Table;

/** Why a line of that table does not hold. */
export const probeWhys = {
  failure: { why: 'said:failure' },
  /** nothing there is that has a name of its own */
  other: { what: 'string' },
  sums: { stated: 'amount', counted: 'amount' },
  'not-asked': {},
  'not-there': { version: 'string' },
  none: {},
  declined: {},
  before: {},
  'needs-order': {},
  'needs-link': {},
  costs: { fee: 'amount' },
  'no-money': {},
  unfinished: {},
  keeps: {},
  'no-account': {},
  'too-little': {},
  stopped: {},
} as const satisfies Table;
