// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../electron/backup/paper/pasted.ts';
import { STRICTLY } from '../../electron/backup/paper/secret-code.ts';
import { shareToText } from '../../electron/backup/paper/share-text.ts';
import { joined, parseLines } from '../../electron/backup/paper/sheet-lines.ts';
import { splitIntoShares } from '../../electron/backup/paper/split.ts';
import { sheet, text } from './sheet-facts.ts';

// An address that was broken into several lines is one, and no line below it is taken for a piece; the line of a share says what its code says.

const parse = (lines: readonly string[]) => {
  const read = parseLines(1, joined(linesOf(['', ...lines].join('\n')).slice(1)), STRICTLY);
  return read.ok ? read.value : read.error;
};
const wrong = (line: number, kind: string) => ({ kind: 'recovery-line', line, why: { kind, facts: {} } });

describe('an address over several lines', () => {
  const next = [
    'wallet: Family',
    'wallet : Family',
    'date: 2026-11-23',
    'sheet: QQQQ',
    'share: 1 of 2',
    'secret: HOLD1',
    'secret 01: HOLD1',
    'secret 1-5: HOLD1',
    'secret 01-05: HOLD1',
    'secret 01 - 05: HOLD1',
    'secret01-05; HOLD1',
    'provider: https://b.example/',
    'provider 2: https://b.example/',
    'provider 12 of 12: https://b.example/',
    'provider2 of 2: https://b.example/',
    'END',
    'end',
  ];
  const texts = (...lines: readonly string[]): readonly string[] =>
    joined(linesOf(lines.join('\n'))).map((line) => line.text);

  it.each(next)('ends before “%s”', (line) => {
    expect(texts('provider 1 of 2: https://a.example/', 'b/', line)).toEqual([
      'provider 1 of 2: https://a.example/ b/',
      line,
    ]);
  });

  it.each([
    'date/sheet/',
    'wallet-1/',
    'ENDE/',
    'THE END',
    'my-wallet: 1',
    'secret 001-005: a',
    'secret 01-05-10: a',
    'secret a: b',
    'secret 1-x: b',
    'provider a: b',
    'provider 1 of x: b',
    'provider 123: b',
    'provider 1 of 123: b',
  ])('may have a piece like “%s”', (piece) => {
    expect(texts('provider 1 of 2: https://a.example/', piece)).toEqual([
      `provider 1 of 2: https://a.example/ ${piece}`,
    ]);
  });

  it('is whole at its bracket, and where it began is its number; no other line is drawn together', () => {
    const lines = linesOf('wallet: a\nprovider 1 of 1: A = https://a.\nexample/\n[abcd]\nmore\na provider: x\nb');
    expect(joined(lines)).toEqual([
      { number: 1, text: 'wallet: a', raw: 'wallet: a' },
      {
        number: 2,
        text: 'provider 1 of 1: A = https://a. example/ [abcd]',
        raw: 'provider 1 of 1: A = https://a. example/ [abcd]',
      },
      { number: 5, text: 'more', raw: 'more' },
      { number: 6, text: 'a provider: x', raw: 'a provider: x' },
      { number: 7, text: 'b', raw: 'b' },
    ]);
  });
});

describe('the line of a share', () => {
  const [, share] = splitIntoShares(sheet, { needed: 2, count: 12 }, (length) => new Uint8Array(length).fill(7));
  const lines = share === undefined ? [] : shareToText(share).trimEnd().split('\n').slice(2);
  const split = share?.identifier.toUpperCase() ?? '';
  const shareAt = lines.findIndex((line) => line.startsWith('share')) + 2;
  const saying = (said: string) => parse(lines.map((line) => (line.startsWith('share') ? `share: ${said}` : line)));

  it.each([
    ['as it is written', `2 of 12, 2 needed, split ${split}`, 12],
    ['in small letters', `2 of 12, 2 needed, split ${split.toLowerCase()}`, 12],
    ['with another count', `2 of 3, 2 needed, split ${split}`, 3],
    ['without commas', `2 of 12 2 needed split ${split}`, 12],
    ['without spaces', `2of12,2needed,split${split}`, 12],
    ['with spaces before its commas', `2 of 12 , 2 needed , split ${split}`, 12],
    ['with a nought', `02 of 12, 2 needed, split ${split}`, 12],
    ['without how many there are', `2, 2 needed, split ${split}`, undefined],
  ])('is read %s', (_, said, of) => {
    expect(saying(said)).toMatchObject({ share: { number: 2, needed: 2 }, identifier: split.toLowerCase() });
    expect((saying(said) as { of?: number }).of).toBe(of);
  });

  it.each([
    ['another share', `3 of 12, 2 needed, split ${split}`, 'other-share'],
    ['that others are needed', `2 of 12, 3 needed, split ${split}`, 'other-share'],
    ['another split', '2 of 12, 2 needed, split QQQQ', 'other-share'],
    ['more than it should', `2 of 12, 2 needed, split ${split} or so`, 'share-shape'],
    ['something before it', `no 2 of 12, 2 needed, split ${split}`, 'share-shape'],
    ['nothing', '', 'share-shape'],
  ])('is wrong where it says %s', (_, said, kind) => {
    expect(saying(said)).toEqual(wrong(shareAt, kind));
  });

  it('says nothing about the number of a sheet that stands there too, and is wrong on a sheet that is whole', () => {
    expect(parse(lines.flatMap((line) => (line.startsWith('share') ? [line, 'sheet: QQQQ'] : [line])))).toMatchObject({
      share: { number: 2 },
    });
    const sheetLines = text
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((line) => (line.startsWith('sheet') ? `share: 2 of 12, 2 needed, split ${split}` : line));
    expect(parse(sheetLines)).toEqual(
      wrong(sheetLines.findIndex((line) => line.startsWith('share')) + 2, 'other-share'),
    );
  });
});
