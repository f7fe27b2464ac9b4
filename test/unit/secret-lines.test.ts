// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../electron/backup/paper/on-paper.ts';
import { byTheCode, STRICTLY, type SecretPart } from '../../electron/backup/paper/secret-code.ts';
import { looseSecretLine, parseSecret, parseSecretLine } from '../../electron/backup/paper/secret-lines.ts';
import { groups, letters } from './sheet-facts.ts';

// The lines of a code: its letters, checked against the numbers of its groups, or by the code where the numbers are not to be trusted.

const LINE = { number: 7, text: '', raw: '' };
const five = 'hold1qpzry9x8gf2tvdw0s3jn';
const wrong = (kind: string, facts: object = {}) => ({
  ok: false,
  error: { kind: 'recovery-line', line: 7, why: { kind, facts } },
});

describe('one line', () => {
  const parse = (detail: string, before = 0, value = 'HOLD1 QPZRY 9X8GF 2TVDW 0S3JN') =>
    parseSecretLine(LINE, detail, value, before);

  it.each([
    ['as it is written', ' 01-05', 1],
    ['without a space', '01-05', 1],
    ['without noughts', ' 1-5', 1],
    ['with spaces', ' 1 - 5', 1],
    ['without a number', '', undefined],
    ['with a space alone', ' ', undefined],
  ])('is read %s', (_, detail, first) => {
    expect(parse(detail)).toEqual({
      ok: true,
      value: { line: 7, characters: five, ...(first === undefined ? {} : { first }) },
    });
  });

  it('is read for one group, and for one that is shorter than its numbers', () => {
    expect(parse(' 26', 25, 'QPZR')).toEqual({ ok: true, value: { line: 7, characters: 'qpzr', first: 26 } });
    expect(parse(' 01-02', 0, 'HOLD1 Q')).toEqual({ ok: true, value: { line: 7, characters: 'hold1q', first: 1 } });
  });

  it('is read whatever people put between its letters', () => {
    const value = `H.O,L_D|1:Q;P'Z"R\`Y*9-X 8GF2TVDW0S3JN`;
    expect(parse('', 0, value)).toEqual({ ok: true, value: { line: 7, characters: five } });
    expect(looseSecretLine(LINE, '', value)).toEqual({ line: 7, characters: five });
  });

  it.each([
    ['numbers in letters', ' l1-05', 0, wrong('group-numbers')],
    ['a number too long', ' 001-05', 0, wrong('group-numbers')],
    ['more before its numbers', ' a 01-05', 0, wrong('group-numbers')],
    ['more behind its numbers', ' 01-05 a', 0, wrong('group-numbers')],
    ['groups before it that are missing', ' 06-10', 0, wrong('groups-missing', { first: 1, last: 5 })],
    ['groups that were there', ' 01-05', 5, wrong('other-group', { group: 6 })],
    ['numbers that run back', ' 06-05', 5, wrong('other-group', { group: 6 })],
    [
      'a letter more than its groups have',
      ' 01-05',
      0,
      wrong('group-length', { first: 1, last: 5, expected: 25, got: 26 }),
      `${five}q`,
    ],
    ['a group fewer', ' 06-10', 5, wrong('group-length', { first: 6, last: 10, expected: 25, got: 20 }), five.slice(5)],
    ['nothing', ' 26', 25, wrong('group-length', { first: 26, last: 26, expected: 5, got: 0 }), ''],
  ])('is wrong with %s', (_, detail, before, failure, value = five) => {
    expect(parse(detail, before, value)).toEqual(failure);
  });

  it.each([
    [' 11-15', 11],
    ['11-15', 11],
    [' 11-l5', 11],
    [' l1-15', undefined],
    [' a 11', undefined],
    [' 111', undefined],
    [' 1l-15', undefined],
    ['', undefined],
  ])('that is not trusted (“%s”) says where it begins at most', (detail, first) => {
    expect(looseSecretLine(LINE, detail, 'QPZRY')).toEqual({
      line: 7,
      characters: 'qpzry',
      ...(first === undefined ? {} : { first }),
    });
  });
});

describe('all lines together', () => {
  const parts = (): readonly SecretPart[] =>
    Array.from({ length: 6 }, (_, i) => ({
      line: i + 4,
      characters: groups
        .slice(i * 5, i * 5 + 5)
        .join('')
        .toLowerCase(),
      first: i * 5 + 1,
    }));
  const bare = (all: readonly SecretPart[]): readonly SecretPart[] =>
    all.map(({ line, characters }) => ({ line, characters }));
  const turned = (all: readonly SecretPart[]): readonly SecretPart[] =>
    [0, 2, 1, 3, 4, 5].flatMap((at) => all[at] ?? []);
  const spoilt = (all: readonly SecretPart[]): readonly SecretPart[] =>
    all.map((part, at) => (at === 3 ? { ...part, characters: `b${part.characters.slice(1)}` } : part));
  const said = (read: ReturnType<typeof parseSecret>): unknown => {
    if (read.ok) return lettersOf(read.value);
    return read.error.kind === 'correction-proposed' ? ['proposed', lettersOf(read.error.corrected)] : read.error;
  };

  it('are the code, numbered or not', () => {
    for (const all of [parts(), bare(parts())]) {
      expect(said(parseSecret(all, STRICTLY))).toBe(letters);
      expect(said(parseSecret(all, byTheCode('')))).toBe(letters);
    }
  });

  it('are as strict as they are asked to be about a line that is no groups of five; the last one may be shorter', () => {
    const short = bare(parts()).map((part, at) =>
      at === 2 ? { ...part, characters: part.characters.slice(1) } : part,
    );
    expect(said(parseSecret(short, STRICTLY))).toEqual({
      kind: 'recovery-line',
      line: 6,
      why: { kind: 'group-of-five', facts: { got: 24 } },
    });
    expect(said(parseSecret(short, byTheCode('')))).toEqual(['proposed', letters]);
    const moved = bare(parts()).map((part, at) => {
      if (at === 1) return { ...part, characters: part.characters.slice(0, -1) };
      return at === 2 ? { ...part, characters: `${parts()[1]?.characters.at(-1)}${part.characters}` } : part;
    });
    expect(said(parseSecret(moved, STRICTLY))).toMatchObject({ line: 5, why: { facts: { got: 24 } } });
    expect(said(parseSecret(moved, byTheCode('')))).toBe(letters);
  });

  it('are put in the order of their numbers by the code alone', () => {
    expect(said(parseSecret(turned(parts()), STRICTLY))).toEqual({ kind: 'too-damaged' });
    expect(said(parseSecret(turned(parts()), byTheCode('')))).toBe(letters);
    expect(said(parseSecret(turned(spoilt(parts())), byTheCode('')))).toEqual(['proposed', letters]);
    expect(said(parseSecret(spoilt(parts()), byTheCode('')))).toEqual(['proposed', letters]);
  });

  it('stay in their order where one has no number', () => {
    const [first, ...others] = turned(parts());
    const all = first === undefined ? [] : [...bare([first]), ...others];
    expect(said(parseSecret(all, byTheCode('')))).toEqual({ kind: 'too-damaged' });
  });

  it('are named where they are wrong in any order', () => {
    const none = parts().map((part, at) => (at === 3 ? { ...part, characters: 'biobi'.repeat(5) } : part));
    expect(said(parseSecret(none, byTheCode('')))).toEqual({
      kind: 'recovery-line',
      line: 7,
      why: { kind: 'unused-character', facts: { group: 16 } },
    });
  });
});
