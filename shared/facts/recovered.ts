// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What a restore or a takeover came to. */
export const restored = {
  restored: { total: 'amounts?', found: 'integer', of: 'integer' },
  joined: { total: 'amounts?', before: 'amounts', found: 'integer', of: 'integer' },
  /** money of GNU Taler's wallet: what this wallet holds now */
  'brought-in': { total: 'amounts?' },
  /** it got one of its own, for that of the other program is not used */
  'brought-own-secret': {},
  'brought-nothing-new': {},
  /** records that were not brought in as they are, and of how many money hangs */
  'brought-short': { bad: 'integer', money: 'integer' },
  emptied: { at: 'time' },
  moved: { at: 'time' },
  'spent-elsewhere': { lost: 'amounts' },
  'bad-signatures': { coins: 'integer' },
  'newest-unusable': { place: 'string', why: 'saids:source' },
  silent: { places: 'list' },
  /** entries of copies that no honest wallet writes, the first ones by kind and id */
  'kept-apart': { entries: 'integer', detail: 'string' },
  'issuers-silent': { issuers: 'list' },
  'issuers-untelling': { issuers: 'list' },
  /** hosts */
  'issuers-asked': { issuers: 'list' },
  /** addresses that the copies may not lead to */
  'issuers-unasked': { issuers: 'list' },
  'places-unasked': { places: 'list' },
  'paid-over-done': { sums: 'amounts' },
  'taken-meanwhile': { sums: 'amounts' },
  'paid-over': { sums: 'amounts', fees: 'amounts?' },
  'stays-reachable': { stays: 'amounts' },
  'told-all': { places: 'integer' },
  'told-some': { told: 'integer', of: 'integer' },
} as const satisfies Table;

/** One place of the sheet that had nothing to give. */
export const places = {
  empty: { place: 'string', why: 'saids:source' },
  silent: { place: 'string', why: 'saids:source' },
  unusable: { place: 'string', why: 'saids:source' },
} as const satisfies Table;

/** A remark about what one place gave, or why it gave nothing. */
export const sources = {
  'point-at-folder': {},
  renamed: {},
  'folder-missing': {},
  'folder-is-file': {},
  'folder-unreadable': {},
  'folder-without-copies': {},
  'folder-of-others': {},
  /** a file there is called like a copy and is none: packed, or not loaded yet */
  'folder-unopened': { file: 'string' },
  /** more lies there than is looked into */
  'folder-crowded': {},
  trouble: { why: 'said:trouble' },
  closing: {},
  'holds-none': {},
  'account-unknown': {},
  unusable: { why: 'said:unusable' },
  'older-joined': { why: 'said:unusable' },
  'older-than-others': {},
  /** by the copies of others */
  'behind-itself': {},
  /** by what this wallet stored there itself */
  'older-than-stored': {},
  'older-unread': {},
  'needs-newer': {},
  'no-password': {},
  /** what it gave is Holdfast's, and something else was looked for */
  'of-holdfast': {},
  /** a copy of the wallet whose money is to be brought in */
  'of-that-wallet': {},
} as const satisfies Table;

/** Why a copy could not be opened. */
export const unusable = {
  'not-authentic': {},
  newer: {},
  /** of the other program, by a newer version of it */
  'newer-of-theirs': {},
  'legacy-format': {},
  'too-large-unpacked': {},
  malformed: { detail: 'string' },
} as const satisfies Table;

/** Why a place does not tell the devices of a wallet that it was taken over, or what is said beside that it does. */
export const marks = {
  'folder-not-here': {},
  'needs-newer': {},
  trouble: { why: 'said:trouble' },
  'holds-none': {},
  unopened: {},
  'too-large': {},
  'wants-payment': {},
  'writes-on': {},
  older: { text: 'string' },
} as const satisfies Table;
