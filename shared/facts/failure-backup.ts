// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** Why a recovery text cannot be read, and where to look. No fact quotes the secret, but for the groups whose correction is proposed. */
export const recoveryFailures = {
  'not-a-recovery-text': { line: 'integer' },
  'newer-recovery-text': { line: 'integer', version: 'integer' },
  'recovery-truncated': { line: 'integer' },
  'recovery-line': { line: 'integer', why: 'said:recoveryLine' },
  'correction-proposed': { changes: 'saids:correction' },
  'too-damaged': {},
  'two-recovery-texts': { line: 'integer', other: 'integer' },
  'recovery-too-long': { limit: 'integer' },
  /** shares by their numbers, splits by theirs */
  'too-few-shares': { split: 'string', needed: 'integer', got: 'integer', there: 'list' },
  'same-share-twice': { share: 'integer', split: 'string', needed: 'integer' },
  'share-of-another-split': { share: 'integer', split: 'string', other: 'string' },
  'share-contradicts': { share: 'integer', split: 'string' },
  'sheet-among-shares': { line: 'integer' },
  'too-many-shares': { limit: 'integer' },
  'malformed-recovery-uri': {
    why: ['action', 'pay', 'key', 'providers', 'encoding', 'length', 'scheme', 'segments', 'base-url'],
  },
} as const satisfies Table;

/** What is wrong with a line of a recovery text. */
export const recoveryLines = {
  'date-shape': {},
  'too-many-providers': { limit: 'integer' },
  'unknown-beginning': {},
  'no-secret': {},
  'providers-missing': { announced: 'integer', there: 'integer' },
  'other-sheet-number': {},
  'group-numbers': {},
  'groups-missing': { first: 'integer', last: 'integer' },
  'other-group': { group: 'integer' },
  'group-length': { first: 'integer', last: 'integer', expected: 'integer', got: 'integer' },
  'group-of-five': { got: 'integer' },
  'share-shape': {},
  'other-share': {},
  'secret-length': {},
  prefix: {},
  'unused-character': { group: 'integer' },
  'characters-of-secret': { got: 'integer', expected: 'list' },
  'misplaced-character': { group: 'integer' },
  'provider-numbers': {},
  'provider-expected': { number: 'integer' },
  'no-address': {},
  'address-check': {},
} as const satisfies Table;

/** What is proposed for a code that does not fit as it was read; groups count from 1, as on the sheet. */
export const corrections = {
  /** `typed` as it was read, with ? for what could not be */
  differs: { group: 'integer', typed: 'string', proposed: 'string' },
  unread: { group: 'integer', proposed: 'string' },
  /** was read twice, or belongs to nothing */
  extra: { typed: 'string' },
  swapped: { group: 'integer', other: 'integer' },
  /** what comes next is about this one of several shares */
  'in-share': { share: 'integer' },
} as const satisfies Table;

/** Why what was typed of a code cannot be what stands on the sheet. */
export const typings = {
  'look-alike': { group: 'integer', typed: 'string', meant: 'string' },
  'no-letter': { group: 'integer', typed: 'string' },
  beginning: { begin: 'string' },
  short: { got: 'integer', expected: 'integer' },
  long: { got: 'integer', expected: 'integer' },
} as const satisfies Table;

/** What a request about the copies is refused with; nothing was changed. */
export const backupFailures = {
  'wrong-backup-state': { state: ['initialized', 'uninitialized'] },
  /** `here`: none while all of it is still awaited; `coming`: announced or asked for, and nobody has seen it yet */
  'money-here': { here: 'amounts?', coming: 'amounts?' },
  'issuer-not-allowed': { host: 'string' },
  'too-many-issuers': { named: 'integer', limit: 'integer' },
  'takeover-asks': {
    there: 'amounts',
    fees: 'amounts?',
    stays: 'amounts?',
    issuers: 'list',
    silent: 'list?',
    unsaved: 'string?',
  },
  'import-asks': { there: 'amounts', fees: 'amounts?', stays: 'amounts?', issuers: 'list', silent: 'list?' },
  'import-too-large': { limit: 'bytes' },
  'import-too-many': { limit: 'integer' },
  'import-not-a-wallet': {},
  'import-damaged': {},
  'import-newer': { version: 'string' },
  'import-needs-secret': {},
  'import-wrong-secret': {},
  'import-is-ours': {},
  'restore-running': {},
  'drill-running': {},
  'drill-stopped': {},
  'restore-stopped': {},
  'wrong-device-state': { standing: 'said:standstill' },
  'not-abandoned': { status: ['active', 'leaving', 'taken-over'], device: 'string', lastWroteAt: 'time?' },
  /** emptying has not come so far, or too far */
  'not-empty': { why: ['still', 'too-late', 'came-in', 'began'], left: 'amounts?' },
  'own-sheet': {},
  'empty-name': {},
  'no-undo': {},
  'undo-would-lose': { lost: 'amounts' },
  'undo-nothing': { there: 'amounts?' },
  'undo-unheard': { places: 'list?' },
  'other-sheet': {},
  'void-sheet': { at: 'time' },
  'rekey-asks': { total: 'amounts' },
  'rekey-running': {},
  'no-rekey': {},
  'rekey-too-late': {},
  'newer-wallet-there': {},
  'password-refused': { target: 'string' },
  'password-in-address': {},
  'needs-https': { target: 'string' },
  /** `places`: those that did not confirm; none when there are none at all */
  'not-stored': { places: 'list?' },
  'no-provider-there': { target: 'string', why: 'said:trouble' },
  /** it is one, and cannot keep copies as it is */
  'place-unusable': { target: 'string', why: 'said:trouble' },
  'provider-silent': { target: 'string', why: 'said:trouble' },
  'malformed-max-fee': { text: 'string' },
  'no-price-agreed': { fee: 'amount' },
  'fee-above-cap': { fee: 'amount', cap: 'amount' },
  'unknown-provider': { id: 'string' },
  'no-proxy': {},
  'too-many-providers': { limit: 'integer' },
  'no-such-place': { text: 'string' },
  'takes-no-fee': {},
  'no-year-to-renew': {},
  'year-not-ending': { until: 'time', from: 'time' },
  'nowhere-to-restore-from': {},
  /** `silent`: those that did not answer may still have it */
  'nothing-restored': { places: 'saids:place', silent: 'list?' },
} as const satisfies Table;
