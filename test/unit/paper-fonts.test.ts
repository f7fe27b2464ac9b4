// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { FONT_NAMES, fontBytes, fontFor, onPaper, orBox, shapeOf } from '../../electron/backup/paper/fonts.ts';
import { openLetters } from '../../electron/backup/paper/page/letters.ts';
import { inFonts } from '../../electron/backup/paper/wrap.ts';

// Which font a letter is set in, what stands there when none has it, and where the letters of a line stand.

describe('a letter', () => {
  it.each([
    ['a', 'bold', 'bold'],
    ['ש', 'plain', 'plain'],
    ['ب', 'mono', 'mono'],
    ['ש', 'mono', 'plain'],
    ['家', 'plain', 'rest'],
    ['家', 'bold', 'rest'],
    ['e\u0301', 'plain', 'plain'],
    ['a\u200D\uFE0F', 'plain', 'plain'],
    ['\u{12345}', 'bold', 'bold'],
  ] as const)('%j in %s is set in %s', (letter, face, font) => {
    expect(fontFor(letter, face)).toBe(font);
  });

  it('that no font has is a box, and a heap of accents that cannot be placed is the letter without them', () => {
    expect(orBox('a', 'plain')).toBe('a');
    expect(orBox('e\u0301', 'plain')).toBe('e\u0301');
    expect(orBox('\u{12345}', 'plain')).toBe('\uFFFD');
    expect(orBox('家', 'plain')).toBe('\uFFFD');
    expect(orBox('家', 'rest')).toBe('家');
    expect(inFonts('A\u{12345}家B', 'bold')).toEqual([
      { font: 'bold', text: 'A\uFFFD' },
      { font: 'rest', text: '家' },
      { font: 'bold', text: 'B' },
    ]);
    expect(inFonts('', 'bold')).toEqual([]);
  });
});

it.each([
  ['Home', 'Home'],
  ['  Home  at  sea ', 'Home at sea'],
  ['\u{1F3E0} Home', 'Home'],
  ['Home \u{1F1E9}\u{1F1EA} sea', 'Home sea'],
  ['\u{1F3E0}\u{1F680}', 'U+1F3E0 U+1F680'],
  ['\u{1F3E0}\uFE0F\u200D\u{1F680}', 'U+1F3E0 U+1F680'],
  ['© ™ ☺', '© ™ ☺'],
  ['', ''],
  ['   ', ''],
])('of the name %j stands on paper %j', (name, shown) => {
  expect(onPaper(name)).toBe(shown);
});

describe('a word', () => {
  it('has its shapes from the left, each as wide as its font says', () => {
    for (const font of FONT_NAMES) {
      const [a, b, both] = ['A', 'B', 'AB'].map((text) => shapeOf(text, font));
      expect(both?.letters.map(({ shape }) => shape)).toEqual([a?.letters[0]?.shape, b?.letters[0]?.shape]);
      expect(both?.letters[0]?.x).toBe(0);
      expect(both?.letters[1]?.x).toBeCloseTo(a?.width ?? 0, 0);
      expect(both?.width).toBeCloseTo((a?.width ?? 0) + (b?.width ?? 0), 0);
      expect(a?.letters[0]?.path()).toMatch(/^M-?[\d.]+ -?[\d.]+[A-Za-z\d. -]+Z$/);
      expect(fontBytes(font).subarray(0, 4).toString('hex')).toBe('00010000');
    }
    // Every letter of a group in a box is as wide as the others.
    expect(shapeOf('i', 'mono').width).toBe(shapeOf('W', 'mono').width);
    expect(shapeOf('W', 'bold').width).toBeGreaterThan(shapeOf('W', 'plain').width);
  });
});

it('a letter joins the next one also after a letter that is made of it was drawn', () => {
  // ض is ص and a dot.
  for (const { path } of shapeOf('ض', 'plain').letters) path();
  const [last] = shapeOf('صا', 'plain').letters;
  expect([last?.shape, shapeOf('صا', 'plain').letters.length]).toEqual([shapeOf('با', 'plain').letters[0]?.shape, 2]);
});

describe('a line', () => {
  const style = { face: 'plain', size: 20 } as const;
  it('begins where it is set, and each piece behind the one before', () => {
    const { set, widthOf, outlines } = openLetters();
    const pieces = set('ab 家 ab', style, 7, 9);
    expect(pieces.map(({ text, font }) => [text, font])).toEqual([
      ['ab ', 'plain'],
      ['家', 'rest'],
      [' ab', 'plain'],
    ]);
    let at = 7;
    for (const piece of pieces) {
      expect(piece).toMatchObject({ kind: 'words', size: 20, x: at, y: 9 });
      expect(piece.letters.every(([shape]) => Object.hasOwn(outlines, shape))).toBe(true);
      at += piece.width;
    }
    expect(at - 7).toBeCloseTo(widthOf('ab 家 ab', style), 6);
    expect(pieces[0]?.width).toBeCloseTo((shapeOf('ab', 'plain').width + shapeOf(' ', 'plain').width) / 50, 6);
    // The blank first, then its letters.
    const [, a, b] = pieces[2]?.letters ?? [];
    expect(a?.[1]).toBeCloseTo(shapeOf(' ', 'plain').width, 0);
    expect((b?.[1] ?? 0) - (a?.[1] ?? 0)).toBeCloseTo(shapeOf('a', 'plain').width, 0);
  });

  it('is broken by the width of its own letters, with letters and accents in one sign', () => {
    const { lines, widthOf } = openLetters();
    const width = widthOf('one two', style);
    expect(lines('one two three', style, width)).toEqual(['one two', 'three']);
    expect(lines('one two three', { ...style, face: 'bold' }, width)).toEqual(['one', 'two', 'three']);
    expect(lines('one two three', { ...style, size: 10 }, width)).toEqual(['one two three']);
    expect(lines('one two three', style, width * 2)).toEqual(['one two three']);
    expect(lines('U\u0308\nb', style, width)).toEqual(['Ü', 'b']);
    expect(lines('one two three', style, width)).toEqual(['one two', 'three']);
  });
});
