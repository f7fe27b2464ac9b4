// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** Each way in which the files of a wallet refuse to open, to be erased or to be written. `detail` has codes and paths. */
export const fileFailures = {
  'already-running': {},
  'disk-full': {},
  'cannot-open': { detail: 'string' },
  'wrong-key': {},
  encrypted: {},
  'not-encrypted': {},
  'newer-database': {},
  'damaged-database': { detail: 'string' },
  'no-vault': {},
  'damaged-vault': {},
  'costly-vault': {},
  'newer-vault': {},
  'vault-exists': {},
  'empty-passphrase': {},
  'wrong-passphrase': { waitMs: 'span?' },
  wait: { waitMs: 'span' },
  'wrong-root-secret': {},
  'keychain-refused': { sheet: ['opens', 'unknown'] },
  'no-such-protection': { has: 'list' },
  'last-protection': {},
  'missing-database': {},
  'empty-database': {},
  'older-database': {},
  'not-erased': { left: ['everything', 'marked', 'rest'], file: 'string', detail: 'string' },
  /** some of the wallet's files could not be moved out of the way */
  'not-set-aside': { file: 'string', detail: 'string' },
  /** the place the person chose for the wallet is not there */
  'place-missing': { file: 'string' },
  'orphan-database': {},
  'no-keychain': {},
  'not-by-sheet': {},
  'unwritable-file': { what: ['receipt', 'output', 'no-file', 'own', 'beside-copy'], file: 'string' },
} as const satisfies Table;
