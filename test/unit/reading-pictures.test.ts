// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { codesIn, codesInFrame } from '../../shared/reading/codes.ts';
import { cut, doubled, halved, inverted, mirrored, turned, type Gray } from '../../shared/reading/gray.ts';
import { inTurn } from '../support/seed.ts';
import { onTable, paper, paperPdf, scanOf } from '../support/sheet-pictures.ts';

// The code of a page in pictures as cameras and scanners make them, without a file around them; every other picture in an ordinary run,
// and the others with the next commit.

const page = scanOf(await paperPdf(), 150);

/** A code in so many dots to the module, as our page has it. */
const drawn = (text: string, level: 'M' | 'Q' | 'H' = 'M', each = 5): Gray => {
  const { size, data } = createQr(text, { errorCorrectionLevel: level }).modules;
  const side = (size + 8) * each;
  const dots = new Uint8Array(side * side).fill(255);
  for (let y = 0; y < size * each; y++)
    for (let x = 0; x < size * each; x++)
      if (data[Math.floor(y / each) * size + Math.floor(x / each)]) dots[(y + 4 * each) * side + x + 4 * each] = 0;
  return { width: side, height: side, data: dots };
};

const mapped = (picture: Gray, shade: (old: number, x: number, y: number) => number): Gray => ({
  ...picture,
  data: picture.data.map((old, at) => shade(old, at % picture.width, Math.floor(at / picture.width))),
});

describe('the code of a page is read', () => {
  const pictures: readonly [string, () => Gray][] = [
    ['as it was scanned', () => page],
    ['turned by 7°', () => turned(page, 7)],
    ['turned by −7°', () => turned(page, -7)],
    ['lying on its side', () => turned(page, 90)],
    ['upside down', () => turned(page, 180)],
    ['standing on a corner', () => turned(page, 45)],
    ['at 100 dots to the inch', () => halved(doubled(halved(scanOf(pdf, 200))))],
    ['faint', () => mapped(page, (old) => 190 + old / 5)],
    ['in a shadow that falls across it', () => mapped(page, (old, x) => (old * (40 + (160 * x) / page.width)) / 255)],
    ['inverted', () => inverted(page)],
    ['as in a mirror', () => mirrored(page)],
    ['in the corner of a large dark table', () => onTable(page, 3600, 3000)],
    ['in the upper half of the page', () => cut(page, 0, 0, page.width, page.height >> 1)],
  ];
  test.each(inTurn('reading-pictures', pictures, 2))('%s', (_how, picture) => {
    expect(codesIn(picture())).toEqual([paper.qrText]);
  });

  const whole = drawn(paper.qrText, 'H');
  const blotted = (left: number, top: number, part: number, shade = 60): Gray => {
    const [from, to] = [left * whole.width, (left + Math.sqrt(part)) * whole.width];
    const [above, below] = [top * whole.width, (top + Math.sqrt(part)) * whole.width];
    return mapped(whole, (old, x, y) => (x > from && x < to && y > above && y < below ? shade : old));
  };

  const spoiled: readonly [string, () => Gray][] = [
    ['a fifth of it under a dark blot', () => blotted(0.3, 0.3, 0.2)],
    ['a fifth of it rubbed out', () => blotted(0.5, 0.5, 0.2, 250)],
    ['a third of it under a blot: what cannot be read costs half of what is wrong', () => blotted(0.37, 0.37, 1 / 3)],
    ['a fifth with one of its large marks lost', () => blotted(0.56, 0.02, 0.2)],
    ['a fifth with the mark in its upper left corner lost, turned', () => turned(blotted(0.02, 0.02, 0.2), 6)],
    [
      'a fifth blotted, noisy and grey',
      () => mapped(blotted(0.4, 0.3, 0.2), (old, x, y) => 80 + old * 0.45 + ((x * 37 + y * 91) % 41)),
    ],
  ];
  test.each(inTurn('reading-pictures, spoiled', spoiled, 2))('with %s', (_how, picture) => {
    expect(codesIn(picture(), undefined, 2)).toEqual([paper.qrText]);
  });

  test('with three quarters of it blotted it gives nothing', () => {
    const left = mapped(whole, (old, x) => (x > whole.width * 0.25 ? 60 : old));
    expect(codesIn(left, undefined, 2)).toEqual([]);
  });

  test('in one of the pictures of a video', () => {
    const faint = mapped(page, (old) => 200 + old / 8);
    expect([0, 1, 2, 3].flatMap((number) => codesInFrame(faint, number)).at(0)).toBe(paper.qrText);
  });
});

const pdf = await paperPdf();

describe('what is no sheet', () => {
  test('a third of a code gives nothing, and whoever waits no longer is heard', () => {
    const half = cut(page, 0, 0, Math.round(page.width * 0.8), Math.round(page.height * 0.2));
    expect(codesIn(half)).toEqual([]);
    let asked = 0;
    expect(codesIn(half, () => ++asked < 3)).toEqual([]);
    expect(asked).toBe(3);
  });

  test('our code is found beside another', () => {
    const other = drawn('https://example.com/');
    const both = onTable(page, page.width, page.height + 2 * other.height);
    for (let y = 0; y < other.height; y++)
      both.data.set(other.data.subarray(y * other.width, (y + 1) * other.width), y * both.width);
    expect(codesIn(both)).toEqual([paper.qrText]);
    expect(codesIn(other)).toEqual(['https://example.com/']);
  });
});
