// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it, test } from 'vitest';
import {
  cut,
  doubled,
  evened,
  fitted,
  grayOf,
  halved,
  inverted,
  mirrored,
  softened,
  turned,
  type Gray,
} from '../../shared/reading/gray.ts';

// Pictures in shades of grey, dot by dot: what is made of one for another look at it.

const of = (width: number, ...data: readonly number[]): Gray => ({
  width,
  height: data.length / width,
  data: Uint8Array.from(data),
});

describe('shades', () => {
  test('a colour is as light as it looks, on white where it is transparent', () => {
    const dots = [255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 0, 0, 0, 0];
    expect([...grayOf(Uint8Array.from(dots), 4, 1).data]).toEqual([255, 0, 76, 255]);
  });

  test('half as large is the mean, twice as large lies between, and even light stays even', () => {
    const four: Gray = { width: 2, height: 2, data: Uint8Array.from([0, 100, 100, 200]) };
    expect([...halved(four).data]).toEqual([100]);
    expect(doubled(four).width).toBe(4);
    const even = evened({ width: 30, height: 30, data: new Uint8Array(900).fill(77) });
    expect([...new Set(even.data)]).toEqual([140]);
  });
});

describe('a picture', () => {
  it('is drawn on white, each colour by its part', () => {
    const colours = [
      [0, 255, 0, 255, 149],
      [0, 0, 255, 255, 28],
      [100, 100, 100, 255, 100],
      [0, 0, 0, 51, 204],
      [255, 255, 255, 0, 255],
    ];
    expect([...grayOf(Uint8Array.from(colours.flatMap((each) => each.slice(0, 4))), 5, 1).data]).toEqual(
      colours.map((each) => each[4]),
    );
    expect(grayOf(new Uint8Array(24), 3, 2)).toMatchObject({ width: 3, height: 2 });
  });

  it('is made to fit by its longer side, and never larger', () => {
    expect(fitted(100, 50, 50)).toEqual({ width: 50, height: 25 });
    expect(fitted(50, 100, 50)).toEqual({ width: 25, height: 50 });
    expect(fitted(40, 30, 50)).toEqual({ width: 40, height: 30 });
    expect(fitted(1000, 1, 10)).toEqual({ width: 10, height: 1 });
    expect(fitted(1, 1000, 10)).toEqual({ width: 1, height: 10 });
  });

  it('is halved by the mean of four dots, an odd edge left out', () => {
    expect(halved(of(5, 0, 4, 8, 12, 99, 4, 8, 12, 16, 99, 99, 99, 99, 99, 99))).toEqual(of(2, 4, 12));
    expect(halved(of(2, 0, 4, 8, 12, 40, 44, 48, 52))).toEqual(of(1, 6, 46));
  });

  it('is doubled with the shades between, and white at its edge', () => {
    const large = doubled(of(2, 0, 100, 200, 40));
    expect([large.width, large.height]).toEqual([4, 4]);
    const rows = [0, 1, 2, 3].map((row) => [...large.data.subarray(4 * row, 4 * row + 4)]);
    expect(rows).toEqual([
      [255, 255, 255, 255],
      [255, 58, 76, 255],
      [255, 126, 78, 255],
      [255, 255, 255, 255],
    ]);
    expect(doubled(of(3, ...Array<number>(6).fill(9)))).toMatchObject({ width: 6, height: 4 });
  });

  it('is turned to the right, with white around it', () => {
    const picture = of(3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    const upright = turned(of(4, ...Array.from({ length: 12 }, (_, i) => i)), 90);
    expect([upright.width, upright.height]).toEqual([3, 4]);
    const corner = turned(picture, 45);
    expect([corner.width, corner.height]).toEqual([4, 4]);
    expect(corner.data[0]).toBe(255);
    const far = of(5, ...Array.from({ length: 25 }, (_, i) => i * 10));
    // One above the middle comes to its right.
    expect(Math.abs((turned(far, 90).data[2 * 5 + 3] ?? 0) - 70)).toBeLessThan(2);
    expect(Math.abs((turned(far, -90).data[2 * 5 + 1] ?? 0) - 70)).toBeLessThan(2);
    expect(Math.abs((turned(far, 180).data[2 * 5 + 1] ?? 0) - 130)).toBeLessThan(2);
  });

  it('is mirrored about its middle', () => {
    const picture = of(5, ...Array.from({ length: 25 }, (_, i) => i * 10));
    const other = mirrored(picture);
    expect([...other.data.subarray(6, 9)]).toEqual([80, 70, 60]);
    expect([...other.data.subarray(11, 14)]).toEqual([130, 120, 110]);
  });

  it('is cut to a part of it, as far as it goes', () => {
    const picture = of(3, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    expect(cut(picture, 1, 0, 2, 2)).toEqual(of(2, 2, 3, 5, 6));
    expect(cut(picture, 0, 1, 9, 9)).toEqual(of(3, 4, 5, 6, 7, 8, 9));
    expect(cut(picture, 2, 2, 9, 9)).toEqual(of(1, 9));
  });

  it('is inverted', () => {
    expect(inverted(of(3, 0, 100, 255))).toEqual(of(3, 255, 155, 0));
  });

  it('is softened within its edge', () => {
    expect(softened(of(4, 0, 0, 0, 0, 0, 90, 0, 9, 0, 0, 45, 0, 7, 7, 7, 7))).toEqual(
      of(4, 0, 0, 0, 0, 0, 15, 16, 9, 0, 17, 18, 0, 7, 7, 7, 7),
    );
  });

  it('is evened against the dots around, nearer than a fortieth of it or eight', () => {
    const shades = Array.from({ length: 400 }, (_, at) => (at === 10 * 20 + 10 ? 200 : 100));
    const even = evened(of(20, ...shades));
    const around = 140 - (3 * 100) / 17 ** 2;
    expect(even.data[10 * 20 + 10]).toBe(255);
    expect(even.data[9 * 20 + 10]).toBe(Math.floor(around));
    expect(even.data[10 * 20 + 2]).toBe(Math.floor(140 - (3 * 100) / (17 * 11)));
    expect(even.data[10 * 20 + 1]).toBe(140);
    expect(even.data[1 * 20 + 10]).toBe(140);
    expect(even.data[2 * 20 + 10]).toBe(Math.floor(140 - (3 * 100) / (17 * 11)));
    const dark = evened(of(20, ...shades.map((each) => (each === 200 ? 0 : each))));
    expect([dark.data[10 * 20 + 10], dark.data[9 * 20 + 10]]).toEqual([0, Math.floor(140 + (3 * 100) / 17 ** 2)]);
    // In a picture of 800 dots it is looked 20 far.
    const long = new Uint8Array(800).fill(100);
    long[400] = 200;
    const row = evened({ width: 800, height: 1, data: long }).data;
    expect([row[379], row[380], row[420], row[421]]).toEqual([140, 132, 132, 140]);
  });
});
