// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from '../../../shared/view-backup.ts';

// What the recovery sheet says in words, the same on the page Chromium prints and on the page drawn without a window.

export type Paper = 'A4' | 'Letter';

export const SHEET_TITLE = 'Recovery sheet';
export const SHEET_WARNING = 'Whoever holds this page holds the money.';
export const SHEET_ADVICE =
  'Keep it like cash. Nobody will ever ask you for it: not a bank, not a shop, not the makers of Holdfast.';
export const SHEET_STEPS_TITLE = 'How to get the money back';
export const SHEET_STEPS = [
  'Install Holdfast on any computer and choose "Restore", or run: holdfast restore --sheet FILE',
  'Scan the code, or type the lines from "HOLDFAST-RECOVERY-1" to "END". Capitals and spaces do not matter.',
  'Holdfast asks every provider named here at once, says which of them answered, and joins what they keep.',
  'It then asks the exchanges which coins are still good. Do not use the old computer again after that.',
];
export const SHEET_TEXT_TITLE = 'The same as text: the code above alone, or these lines alone, are enough';
export const SHEET_PROVIDERS_TITLE = 'Providers that keep the encrypted backup';
/** Stands behind the address of a place that wants to know who comes; neither is on the sheet. */
const SHEET_ASKS = '(asks for its user name and password, which are not on this page)';
export const SHEET_NO_PROVIDERS = 'None yet. Without a provider this page restores nothing.';

/** A provider in one line for people. */
export const providerWords = ({ name, url, at }: RecoverySheetView['providers'][number]): string =>
  at === undefined ? `${name}: ${url}` : `${name}: ${at} ${SHEET_ASKS}`;

/** The lines to type, without the remark lines: a remark that wraps on paper would be typed back as a line of its own. */
export const linesToType = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
