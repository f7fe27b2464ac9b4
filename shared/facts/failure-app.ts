// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What the one door and the window's shell refuse. */
export const appFailures = {
  'wrong-stage': { why: ['not-open', 'exists', 'nothing-to-unlock', 'closing'] },
  /** a defect of ours: the log explains the reference */
  defect: { reference: 'string' },
  'unknown-request': {},
  'malformed-request': {},
  /** what was typed, pasted or read from a file has more characters than belong there */
  'too-long': { what: ['passphrase', 'sheet', 'other'], most: 'integer' },
  'not-allowed': {},
  'folder-not-chosen': {},
  'play-not-started': {},
  /** a wallet that plays, and has something real */
  'real-money-here': {},
  /** a wallet that plays takes nothing real */
  'play-money-here': {},
  /** the window lost the wallet behind it */
  bridge: { detail: 'string' },
  /** the system's question before the sheet is shown */
  'not-confirmed': {},
  'passphrase-needed': {},
  'abandon-pending': {},
  'sheet-hidden': { when: ['left', 'before-print'] },
  'no-printer': { why: ['no-window', 'none', 'failed'] },
  'cannot-write': { what: ['sheet', 'language', 'settings', 'place', 'report', 'history'] },
  /** locking would close the wallet to whoever owns it, or to nobody */
  'not-lockable': { why: ['no-passphrase', 'file-changed'] },
  /** nobody at the one address said which version is the newest */
  'no-version': { why: ['unreachable', 'not-understood'] },
  /** a folder that the wallet's files cannot move to */
  'no-place': { why: ['not-empty', 'inside', 'full', 'read-only', 'differs', 'failed', 'play-money', 'not-chosen'] },
  /** of the history: it became another, or is gone with what it was of */
  'no-such-line': {},
  'unknown-language': {},
  /** what an older version wrote down as a sentence of its own */
  older: { text: 'string' },
} as const satisfies Table;
