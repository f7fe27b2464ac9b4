// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** How far emptying a wallet has come. */
export const emptying = {
  idle: {},
  leaving: {},
  sending: { open: 'integer', of: 'integer', until: 'time' },
  'waits-for-bank': { sums: 'amounts', ids: 'list' },
  'still-here': { left: 'amounts' },
  'still-under-way': {},
  again: {},
  taken: {},
  finish: {},
  /** transfers that were given up and that nobody has seen; `kept`: a copy has their keys */
  late: { sums: 'amounts', reserves: 'list', kept: ['kept', 'unkept'] },
} as const satisfies Table;

/** How far leaving a wallet has come. */
export const leaving = {
  'not-yet': {},
  left: { told: 'list' },
  untold: { places: 'list' },
  'taken-over': {},
  'waits-for-next': {},
  /** places of before a new secret that have not heard of it yet */
  'move-untold': { places: 'list' },
} as const satisfies Table;

/** Which devices know a wallet. */
export const known = {
  only: {},
  active: { others: 'list', count: 'integer' },
  'stands-still': { standing: 'said:standstill' },
  /** entries of copies that no honest wallet writes, the first ones by kind and id */
  'kept-apart': { entries: 'integer', detail: 'string' },
} as const satisfies Table;
