// SPDX-License-Identifier: GPL-3.0-or-later
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToText, secretGroups, sheetNumberFor, type Recovery } from '../../electron/backup/paper/text.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';

// A sheet with two places for tests that change one thing on it, and what is read of the result.

const DOCK = 'https://sync-1.example.com/';
const STICK = 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS';

const root = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 53 + 7) & 255));
const facts = {
  walletName: 'Family',
  date: '2026-11-23',
  providers: [
    { name: 'Dock', url: DOCK },
    { name: 'Stick', url: STICK },
  ],
};
export const sheet: Recovery = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
export const text = recoveryToText(sheet);
export const groups = secretGroups(sheet);
/** The code without its spaces, as it is kept. */
export const letters = groups.join('').toLowerCase();
/** The facts of the sheet, as `read` gives them. */
export const whole = { ...sheet, root: bytesToHex(openSecret(root)) };

/** What a text says, or why it is not read. */
export const read = (given: string): unknown => {
  const parsed = parseRecovery(given);
  return parsed.ok ? { ...parsed.value, root: bytesToHex(openSecret(parsed.value.root)) } : parsed.error;
};

/** In which line of the sheet something begins, from 1. */
export const lineOf = (begin: string): number => text.split('\n').findIndex((line) => line.startsWith(begin)) + 1;

/** The sheet with the line that begins so changed; nothing stands in its place for an empty one. */
export const withLine = (begin: string, change: (line: string) => string): string =>
  text
    .split('\n')
    .map((line) => (line.startsWith(begin) ? change(line) : line))
    .filter((line) => line !== '')
    .join('\n');
