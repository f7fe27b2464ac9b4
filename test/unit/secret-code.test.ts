// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { dataOf, secretToCodex32, valuesToText } from '../../electron/backup/paper/codex32/text.ts';
import { lettersOf } from '../../electron/backup/paper/on-paper.ts';
import { byTheCode, readCode, type SecretPart } from '../../electron/backup/paper/secret-code.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { letters, sheet } from './sheet-facts.ts';

// The letters of a code, wherever they stood: what they say, or in which group and line they cannot be right.

const bytes = openSecret(sheet.root);
/** The letters on three lines, of which the first is number 3. */
const inLines = (code: string): readonly SecretPart[] => [
  { line: 3, characters: code.slice(0, 25) },
  { line: 4, characters: code.slice(25, 50) },
  { line: 9, characters: code.slice(50) },
];
const read = (code: string): unknown => {
  const found = readCode(inLines(code));
  return found.ok ? found.value : found.error;
};
const wrong = (line: number, kind: string, facts: object = {}) => ({
  kind: 'recovery-line',
  line,
  why: { kind, facts },
});
const withAt = (at: number, letter: string): string => letters.slice(0, at) + letter + letters.slice(at + 1);
const headed = (threshold: string, shareIndex: string): string =>
  valuesToText('hold', bytes.length, dataOf({ threshold, identifier: 'test', shareIndex }, bytes));

describe('a code', () => {
  it('of a secret has its bytes, its letters in lower case and its number, and is no share', () => {
    for (const code of [letters, letters.toUpperCase()]) {
      const found = readCode(inLines(code));
      expect(found).toEqual({
        ok: true,
        value: { code: expect.anything(), payload: expect.anything(), identifier: sheet.sheetNumber },
      });
      expect(found.ok && [lettersOf(found.value), openSecret(found.value.payload)]).toEqual([letters, bytes]);
    }
  });

  it('of a share says which one it is, and how many are needed', () => {
    expect(read(headed('3', 'c'))).toMatchObject({ identifier: 'test', share: { number: 2, needed: 3 } });
    expect(read(headed('2', 'a'))).toMatchObject({ share: { number: 1, needed: 2 } });
  });
});

describe('what cannot be right is named with its line', () => {
  it.each([
    ['another beginning', withAt(4, '2'), wrong(3, 'prefix')],
    ['a letter that the code does not have', withAt(27, 'b'), wrong(4, 'unused-character', { group: 6 })],
    ['the first such letter', withAt(5, 'b').slice(0, -1), wrong(3, 'unused-character', { group: 2 })],
    ['a capital among small letters', withAt(50, 'Q'), wrong(9, 'unused-character', { group: 11 })],
    [
      'letters that are missing',
      letters.slice(0, -2),
      wrong(9, 'characters-of-secret', { got: 127, expected: ['129', '76'] }),
    ],
    ['how many are needed', headed('q', 's'), wrong(3, 'misplaced-character', { group: 2 })],
    ['a share of a secret that was not split', headed('0', 'a'), wrong(3, 'misplaced-character', { group: 3 })],
    ['a wrong letter', withAt(27, letters[27] === 'q' ? 'p' : 'q'), { kind: 'too-damaged' }],
    ['a letter that was not read', withAt(27, '?'), { kind: 'too-damaged' }],
  ])('%s', (_, code, failure) => {
    expect(read(code)).toEqual(failure);
  });
});

describe('by the code', () => {
  const damaged = (at: number): readonly SecretPart[] => inLines(withAt(at, '?'));

  it('a letter is found, and what is more damaged is named as it was written', () => {
    expect(byTheCode('').code(damaged(30))).toMatchObject({
      error: { kind: 'correction-proposed', changes: [{ kind: 'differs', facts: { group: 7 } }] },
    });
    const much = `${letters.slice(0, 40)}${'b'.repeat(20)}${letters.slice(60)}`;
    expect(byTheCode('').code(inLines(much))).toEqual({
      ok: false,
      error: wrong(4, 'unused-character', { group: 9 }),
    });
  });

  it('what is known of its beginning is no damage', () => {
    const begin = letters.slice(0, 10);
    const less = `hold1qqqqq${[60, 70, 80].reduce((all, at) => `${all.slice(0, at)}??${all.slice(at + 2)}`, letters).slice(10)}`;
    expect(byTheCode('').code(inLines(less))).toEqual({ ok: false, error: { kind: 'too-damaged' } });
    expect(byTheCode(begin).code(inLines(less))).toMatchObject({ error: { kind: 'correction-proposed' } });
  });

  it('the same letters are corrected once, and of other ones twelve', () => {
    const reading = byTheCode('');
    const first = reading.code(damaged(20));
    expect(reading.code([{ line: 1, characters: withAt(20, '?') }])).toBe(first);
    for (let at = 21; at < 32; at += 1)
      expect(reading.code(damaged(at))).toMatchObject({ error: { kind: 'correction-proposed' } });
    expect(reading.code(damaged(32))).toEqual({ ok: false, error: { kind: 'too-damaged' } });
    expect(reading.code(damaged(20))).toBe(first);
    expect(reading.code(inLines(letters))).toMatchObject({ ok: true });
  });
});

it('the code of a wallet of 2022 is read as well', () => {
  const short = secretToCodex32('hold', 'test', bytes.slice(0, 32));
  expect(short).toHaveLength(76);
  expect(read(short)).toMatchObject({ identifier: 'test' });
  expect(read(short.slice(1))).toMatchObject(wrong(3, 'prefix'));
});
