// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What is to be known of an escrow: of the plan, of a place in it, and of the whole. */
export const escrows = {
  // of a plan: what a thief needs who knows the person's data by heart
  'enough-places': { needed: 'integer', places: 'integer' },
  'one-place': { needed: 'integer' },
  'answers-alone': {},
  'place-left-out': { place: 'string', why: 'said:trouble' },
  'check-digits': { field: 'string' },
  'dear-recovery': { sums: 'amounts' },
  // of an authenticator app
  'clock-off': { by: 'span' },
  'other-code': {},
  // of a place
  silent: { why: 'said:trouble' },
  'no-escrow': { why: 'said:trouble' },
  'salt-changed': {},
  asks: { why: 'said:ask' },
  'lacks-coins': { lacking: 'amount' },
  unpaid: { why: 'said:failure' },
  paying: {},
  misbehaves: { why: 'said:trouble' },
  'order-lost': {},
  'serves-old': { version: 'integer', stored: 'integer' },
  'serves-other': {},
  lost: {},
  unread: { why: 'said:trouble' },
  'written-by-other': {},
  'newer-there': {},
  'refuses-method': { type: 'string' },
  'id-taken': {},
  'too-large': {},
  'methods-missing': { count: 'integer' },
  waits: { until: 'time' },
  'paid-ends': { until: 'time' },
  'paid-over': { until: 'time' },
  'ends-early': { until: 'time', paid: 'time' },
  // of the whole
  'secret-changed': {},
  'data-wanted': {},
  'methods-wanted': {},
} as const satisfies Table;

/** Why nothing was given into escrow. */
export const escrowFailures = {
  'no-escrow': {},
  'escrow-needs-newer': {},
  'escrow-running': {},
  'escrow-attribute': {
    why: ['missing', 'too-long', 'pattern', 'date', 'unknown'],
    name: 'string',
  },
  'escrow-method': {
    why: ['empty', 'too-long', 'shape', 'country-code-missing', 'check-digits'],
    number: 'integer',
    type: 'string',
  },
  'escrow-method-twice': { number: 'integer', type: 'string' },
  'escrow-methods-few': {},
  'escrow-methods-many': { most: 'integer' },
  'escrow-ways-many': { most: 'integer' },
  'escrow-needed': { methods: 'integer' },
  'escrow-no-place-for': { type: 'string' },
  'escrow-place': { place: 'string', why: 'said:escrow' },
  'escrow-asks': { total: 'amounts' },
  'escrow-other-person': {},
  'escrow-unproven': {},
} as const satisfies Table;
