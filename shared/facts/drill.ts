// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What a drill has shown: the sum first, then why something lacks. */
export const drills = {
  'all-back': { total: 'amounts?', found: 'integer', of: 'integer' },
  'not-all': { lacking: 'amounts', total: 'amounts', brought: 'amounts?', found: 'integer', of: 'integer' },
  'nothing-found': { total: 'amounts?', of: 'integer' },
  oldest: { at: 'time' },
  /** what they were known to hold is gone, older than it was, or cannot be opened */
  'lost-at': { places: 'list' },
  /** entries that the copies have otherwise or not at all, though they are new enough */
  'left-out': { entries: 'integer' },
  /** entries that are newer than every copy */
  later: { entries: 'integer' },
  'silent-at': { places: 'list' },
  /** in use, and neither the sheet nor a copy leads there */
  'not-led-to': { places: 'list' },
  /** what mends the copies: once, however much is wrong with them */
  'copy-now': {},
  'spent-elsewhere': { lost: 'amounts' },
  'bad-signatures': { coins: 'integer' },
  'issuers-silent': { issuers: 'list' },
  'issuers-untelling': { issuers: 'list' },
  /** of one place */
  alone: { sums: 'amounts' },
  /** what the last one came to */
  last: { at: 'time', brought: 'amounts', total: 'amounts' },
  'last-nothing': { at: 'time', total: 'amounts' },
} as const satisfies Table;
