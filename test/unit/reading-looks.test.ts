// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { codesIn, codesInFrame } from '../../shared/reading/codes.ts';
import { inverted, mirrored, turned, type Gray } from '../../shared/reading/gray.ts';

// How a picture is looked at: in which order, how often, and what of several codes is given. The codes are small ones.

const EACH = 4;
const drawn = (text: string): Gray => {
  const { size, data } = createQr(text, { errorCorrectionLevel: 'M' }).modules;
  const side = (size + 8) * EACH;
  const dots = new Uint8Array(side * side).fill(255);
  data.forEach((isDark, at) => {
    if (!isDark) return;
    const [left, top] = [(4 + (at % size)) * EACH, (4 + Math.floor(at / size)) * EACH];
    for (let y = top; y < top + EACH; y++) dots.fill(0, y * side + left, y * side + left + EACH);
  });
  return { width: side, height: side, data: dots };
};
const beside = (...pictures: readonly Gray[]): Gray => {
  const width = pictures.reduce((sum, each) => sum + each.width, 0);
  const height = Math.max(...pictures.map((each) => each.height));
  const data = new Uint8Array(width * height).fill(255);
  let left = 0;
  for (const each of pictures) {
    for (let y = 0; y < each.height; y++)
      data.set(each.data.subarray(y * each.width, (y + 1) * each.width), y * width + left);
    left += each.width;
  }
  return { width, height, data };
};
const blank = (width: number, height: number): Gray => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
});
const [ONE, TWO] = ['HOLD1 ONE', 'HOLD1 TWO'];

describe('of the codes in a picture', () => {
  it('all of ours are given, each once, and nothing else beside them', () => {
    expect(codesIn(drawn(ONE))).toEqual([ONE]);
    expect([...codesIn(beside(drawn(ONE), drawn(TWO), drawn(ONE)))].toSorted()).toEqual([ONE, TWO]);
    expect(codesIn(beside(drawn('other'), drawn(ONE), drawn('another')))).toEqual([ONE]);
  });

  it('others are given where none is ours: four in one look at most', () => {
    const texts = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'];
    expect([...codesIn(beside(...texts.slice(0, 3).map(drawn)), undefined, 1)].toSorted()).toEqual(texts.slice(0, 3));
    expect(codesIn(beside(...texts.map(drawn)), undefined, 1)).toHaveLength(4);
  });

  it('one is given of a picture of a video', () => {
    for (const number of [0, 1, 2, 3, 4]) expect(codesInFrame(beside(drawn(ONE), drawn(ONE)), number)).toEqual([ONE]);
    expect(codesInFrame(beside(drawn(ONE), drawn(TWO)), 0)).toHaveLength(1);
    expect(codesInFrame(blank(60, 60), 0)).toEqual([]);
  });
});

describe('a picture is looked at', () => {
  const looksAt = (picture: Gray, most?: number): number => {
    let asked = 0;
    const texts = codesIn(picture, () => (asked += 1) > 0, most);
    expect(texts).toEqual([]);
    return asked;
  };

  it('in eight ways, and its five parts in two each; a larger one smaller as well', () => {
    expect(looksAt(blank(80, 60))).toBe(8 + 2 * 5);
    expect(looksAt(blank(2100, 40))).toBe(1 + 8 + 2 * 5);
    expect(looksAt(blank(4200, 60))).toBe(1 + 8 + 2 * 5);
  });

  it('no oftener than wanted, and whoever waits is asked after each look', () => {
    expect(looksAt(blank(80, 60), 3)).toBe(2);
    expect(looksAt(blank(80, 60), 1)).toBe(0);
    let asked = 0;
    expect(codesIn(blank(80, 60), () => ++asked < 5)).toEqual([]);
    expect(asked).toBe(5);
  });

  it('not at all where it is smaller than any code', () => {
    expect(codesIn(blank(20, 500), undefined, 1)).toEqual([]);
    expect(codesIn(blank(500, 20), undefined, 1)).toEqual([]);
  });

  it.each<readonly [string, Gray]>([
    ['turned', turned(drawn(ONE), 40)],
    ['in white on black', inverted(drawn(ONE))],
    ['as in a mirror', mirrored(drawn(ONE))],
    ['in a corner of a large one', beside(blank(300, 900), beside(blank(600, 10), drawn(ONE)))],
    ['that is too large for the decoder', beside(drawn(ONE), blank(4200, 20))],
  ])('until it is found: %s', (_, picture) => {
    expect(codesIn(picture)).toEqual([ONE]);
  });
});
