// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../electron/backup/paper/on-paper.ts';
import { linesOf } from '../../electron/backup/paper/pasted.ts';
import { byTheCode, STRICTLY, type Reading } from '../../electron/backup/paper/secret-code.ts';
import { parseSecretAlone } from '../../electron/backup/paper/secret-lines.ts';
import { secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { groups, letters, sheet } from './sheet-facts.ts';

// The code without the rest of its sheet is found wherever it stands among other words; what is no code is not taken for one.

const bytes = openSecret(sheet.root);
const codeOf = (of: Uint8Array): string => secretToCodex32('hold', 'test', of).toUpperCase();
const other = codeOf(bytes.map((byte) => byte ^ 1));
const short = codeOf(bytes.slice(0, 32));
const code = groups.join(' ');

const parse = (text: string, reading: Reading = STRICTLY): unknown => {
  const read = parseSecretAlone(linesOf(text), reading);
  if (read.ok) return lettersOf(read.value);
  return read.error.kind === 'correction-proposed' ? ['proposed', lettersOf(read.error.corrected)] : read.error;
};
const loosely = (text: string): unknown => parse(text, byTheCode(''));
const proposed = (of: string): unknown => ['proposed', of.toLowerCase()];
/** With another letter at this place of the code. */
const withWrong = (of: string, at: number): string =>
  `${of.slice(0, at)}${of[at] === 'Q' ? 'P' : 'Q'}${of.slice(at + 1)}`;

it('has no name, no date and no places', () => {
  expect(parseSecretAlone(linesOf(code), STRICTLY)).toMatchObject({
    ok: true,
    value: { identifier: sheet.sheetNumber, walletName: '', date: '', providers: [] },
  });
});

describe('is found', () => {
  const rows = Array.from({ length: 6 }, (_, row) => groups.slice(row * 5, row * 5 + 5).join(' '));
  it.each<readonly [string, string]>([
    ['among words', `My code is ${code}. Keep it!`],
    ['with its first letters apart', `H O L D 1${letters.slice(5)}`],
    ['behind the word provider', `my provider said: ${code}`],
    ['over lines', groups.join('\n')],
    ...[
      'secret:',
      'secret :',
      'secret;',
      'secret 1:',
      'secret 12:',
      'secret12:',
      'secret 1-5:',
      'secret 01-05:',
      'secret 01 - 05:',
      'SECRET 01-05 :',
    ].map((label) => [`behind “${label}”`, rows.map((row) => `${label} ${row}`).join('\n')] as const),
  ])('%s', (_, text) => {
    expect(parse(text)).toBe(letters);
    expect(loosely(text)).toBe(letters);
  });

  it('a shorter one of a wallet of 2022, with words behind it', () => {
    expect(parse(`${short} thanks, Anna`)).toBe(short.toLowerCase());
    expect(loosely(`${short}\nthanks\nAnna`)).toBe(short.toLowerCase());
  });

  it('up to a sign that none of its letters has behind it', () => {
    expect(parse(`${short.slice(0, 70)} (QPZRY)`)).toMatchObject({
      why: { kind: 'characters-of-secret', facts: { got: 70 } },
    });
  });

  it('with the line of the letter that cannot be right', () => {
    const lines = [
      'Hello',
      letters.slice(0, 40),
      `${letters.slice(40, 50)}B${letters.slice(51, 80)}`,
      letters.slice(80),
    ];
    expect(parse(lines.join('\n'))).toEqual({
      kind: 'recovery-line',
      line: 3,
      why: { kind: 'unused-character', facts: { group: 11 } },
    });
  });
});

describe('is corrected', () => {
  const long = `${letters.slice(0, 60)}q${letters.slice(60)}`;
  it.each<readonly [string, string, unknown]>([
    ['with a wrong letter among words', `My code is ${withWrong(code, 70)}. Keep it!`, proposed(letters)],
    ['with a letter too many behind words', `My code is ${long}`, proposed(letters)],
    [
      'with a group twice behind words',
      `My code is ${[...groups.slice(0, 9), groups[8], ...groups.slice(9)].join(' ')}`,
      proposed(letters),
    ],
    ['with a letter too many at its beginning', `H${letters}`, proposed(letters)],
    ['with a beginning that was misread', `H0LD1${letters.slice(5)}`, proposed(letters)],
    [
      'the shorter one, with words behind it',
      `${withWrong(short, 30)} thanks, dear Anna, and all the others who have helped`,
      proposed(short),
    ],
    [
      'the same over lines',
      `${withWrong(short, 30)}\nthanks, dear Anna,\nand all the others who have helped\nwith this for so long a time`,
      proposed(short),
    ],
    ['the same without its end', `${short.slice(0, 72)}`, proposed(short)],
  ])('%s', (_, text, found) => {
    expect(loosely(text)).toEqual(found);
  });

  it('not where its words are asked to be strict', () => {
    expect(parse(withWrong(code, 70))).toEqual({ kind: 'too-damaged' });
    expect(parse(`My code is ${long}`)).toMatchObject({
      kind: expect.stringMatching(/^(?:recovery-line|too-damaged)$/),
    });
  });
});

describe('two codes', () => {
  it('of two wallets are named with their lines, whichever is right', () => {
    const two = { kind: 'two-recovery-texts', line: 2, other: 5 };
    expect(parse(`first:\n${code}\n\nthen:\n${other}`)).toEqual(two);
    expect(parse(`first:\n${withWrong(other, 40)}\n\nthen:\n${code}`)).toEqual(two);
    expect(loosely(`first:\n${withWrong(other, 40)}\n\nthen:\n${code}`)).toEqual(two);
    expect(loosely(`first:\n${short}\n\nthen:\n${code}`)).toEqual(two);
  });

  it('that are one are one, and where one of them is damaged the other is taken', () => {
    expect(parse(`${code}\n${letters}`)).toBe(letters);
    expect(loosely(`${withWrong(code, 40)}\n${code}`)).toBe(letters);
    expect(loosely(`${withWrong(code, 40)}\n${withWrong(code, 50)}`)).toEqual(proposed(letters));
  });
});

describe('is none', () => {
  it.each([
    ['where a line names a place', `${code}\nprovider 1 of 1: https://a.example/`],
    ['where there are words alone', 'hold 1 moment, please'],
    ['where it is too short to be one', letters.slice(0, 24)],
    [
      'where it has three letters that no code has',
      `hold1b${letters.slice(6, 9)}i${letters.slice(10, 13)}o${letters.slice(14)}`,
    ],
    ['where it stands inside a word', `x${letters}`],
  ])('%s: the first line is named', (_, text) => {
    expect(parse(text)).toEqual({ kind: 'not-a-recovery-text', line: 1 });
    expect(parseSecretAlone(linesOf(`\n\n${text}`).slice(2), STRICTLY)).toEqual({
      ok: false,
      error: { kind: 'not-a-recovery-text', line: 3 },
    });
  });

  it('where there is nothing', () => {
    expect(parseSecretAlone([], STRICTLY)).toEqual({ ok: false, error: { kind: 'not-a-recovery-text', line: 1 } });
  });

  it('but may be a damaged one with two such letters, or with no more than its first five groups', () => {
    const two = `hold1b${letters.slice(6, 9)}i${letters.slice(10)}`;
    expect(parse(two)).toMatchObject({ why: { kind: 'unused-character', facts: { group: 2 } } });
    expect(parse(letters.slice(0, 25))).toMatchObject({ why: { kind: 'characters-of-secret', facts: { got: 25 } } });
  });
});
