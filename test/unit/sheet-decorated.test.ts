// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/backup/paper/decode.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToText, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';

// What lists, chats, tables and documents put round the lines of a sheet; and what a scanner misreads is named, never guessed.

const root = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 91 + 3) & 255));
const facts = {
  walletName: 'Family',
  date: '2026-11-23',
  providers: [
    { name: 'Dock', url: 'https://sync-1.example.com/' },
    { name: 'Cloud', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS', at: 'https://cloud.example.com/dav/Ada%20L/' },
  ],
};
const text = recoveryToText({ ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) });
const lines = text.trimEnd().split('\n');
const each = (change: (line: string, at: number) => string): string => lines.map(change).join('\n');
const read = (given: string | Uint8Array) => {
  const parsed = parseRecovery(typeof given === 'string' ? given : decodeText(given));
  if (!parsed.ok) return parsed.error;
  const { walletName, date, providers } = parsed.value;
  return { root: bytesToHex(openSecret(parsed.value.root)), walletName, date, providers };
};
const whole = { ...facts, root: bytesToHex(openSecret(root)) };
const SITE = 'https://sync-1.example.com/';
const inLetters = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n');
const rich = (given: readonly string[], end: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fswiss Arial;}}{\\*\\generator Riched20;}\\pard\\sa200\\f0\\fs22 ${given.join(end)}\\par}`;

describe('is read as if it stood alone', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['bullets', each((line) => `• ${line}`)],
    ['numbers', each((line, at) => `${at + 1}. ${line}`)],
    ['numbers of an editor', each((line, at) => `${String(at + 1).padStart(4)}\t${line}`)],
    ['signs of a difference', each((line) => `+${line}`)],
    ['a chat', each((line) => `[29.11.26, 10:12:03] Anna: ${line}`)],
    ['stars for bold type', each((line) => `*${line}*`)],
    ['cells of a table in signs', each((line) => `| ${line} |`)],
    ['a column of a table', each((line) => `"${line}"`)],
    ['the same, closed', each((line) => `"${line}";`)],
    ['colours of a terminal', each((line) => `\u001B[32m${line}\u001B[0m`)],
    ['a string of a program', JSON.stringify({ text })],
    ['escaped line ends', text.replaceAll('\n', '\\n')],
    ['an address', encodeURIComponent(text)],
    ['a document of a word processor', rich(lines, '\\par\n')],
    [
      'the same with signs of its own',
      rich(
        lines.map((line) => line.replaceAll('-', '\\_').replaceAll(' ', '\\~')),
        '\\line ',
      ),
    ],
    ['an attachment in letters', `Content-Transfer-Encoding: base64\n\n${inLetters}`],
    ['a link in Markdown', text.replace(SITE, `[${SITE}](${SITE})`)],
    ['a link in brackets', text.replace(SITE, `<${SITE}>`)],
    ['a link twice', text.replace(SITE, `${SITE}<${SITE}>`)],
    ['digits of another script', text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))],
    ['noughts between the letters', [...text].join('\0')],
  ])('%s', (_, given) => {
    expect(read(given)).toEqual(whole);
  });

  it('an old Windows file, with its letters', () => {
    const old = text.replace('Family', 'Küche');
    expect(read(Buffer.from(old, 'latin1'))).toEqual({ ...whole, walletName: 'Küche' });
  });
});

describe('what a scanner misread is named with its line, and nothing is left out', () => {
  const at = (begin: string): number => lines.findIndex((line) => line.startsWith(begin)) + 1;
  it.each([
    ['a date', text.replace('2026-11-23', '2O26-11-23'), at('date')],
    ['a sheet number', text.replace(/sheet: \w/, 'sheet: |'), at('sheet')],
    ['1 of a place', text.replace('provider 1 of 2', 'provider l of 2'), at('provider 1')],
    ['1 in an address', text.replace('sync-1', 'sync-l'), at('provider 1')],
    ['the first line', text.replace('HOLDFAST', 'H0LDFAST'), 1],
    ['a line of a list', each((line) => `• ${line.replace('provider 1 of', 'provider l of')}`), at('provider 1')],
  ])('%s', (_, given, line) => {
    expect(read(given)).toMatchObject({ kind: expect.stringMatching(/^(?:recovery-line|not-a-)/), line });
  });
});

it('what a scanner misread in the code is proposed with its group; in the numbers before it, it does not matter', () => {
  const misread = /(secret 16-20: \w)\w/;
  for (const given of [
    each((line) => line.replace(misread, '$1O')),
    each((line) => `• ${line.replace(misread, '$1O')}`),
  ])
    expect(read(given)).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'differs', facts: { group: 16, typed: expect.stringMatching(/^.O.../) } }],
    });
  expect(read(text.replace('secret 11-15', 'secret l1-15'))).toEqual(whole);
});

it('a text made to be slow to undress is refused all the same', () => {
  for (const part of [
    '{\\rtf1 {\\*{',
    '{\\rtf1\\',
    'HOLDFAST-RECOVERY-1\n"secret: ',
    '[https:',
    '<https:',
    '\\n',
    'AAAA\n',
  ])
    expect(read(part + part.slice(-4).repeat((19_000 - part.length) / 4))).toHaveProperty('kind');
});
