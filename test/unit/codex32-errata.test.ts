// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { ALPHABET, LONG, REGULAR, type Code } from '../../electron/backup/paper/codex32/code.ts';
import { correctCodex32 } from '../../electron/backup/paper/codex32/correct.ts';
import { errata } from '../../electron/backup/paper/codex32/errata.ts';
import {
  degree,
  derivative,
  divided,
  inverse,
  product,
  sum,
  times,
  toPower,
  valueAt,
} from '../../electron/backup/paper/codex32/field.ts';
import { secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
import { diceOf } from '../support/dice.ts';
import { RUN_SEED } from '../support/seed.ts';

// The arithmetic of the correction, each step by itself, and the edges of what it may propose.

/** GF(1024) by hand: a + bz with z² = z + 1, over GF(32) with x⁵ = x³ + 1. */
const slow32 = (a: number, b: number): number => {
  let all = 0;
  let shifted = a;
  for (let bit = 0; bit < 5; bit++) {
    if (b & (1 << bit)) all ^= shifted;
    shifted <<= 1;
    if (shifted & 32) shifted ^= 0b101001;
  }
  return all;
};
const slow = (x: number, y: number): number => {
  const [a, b, c, d] = [x & 31, x >> 5, y & 31, y >> 5];
  const bd = slow32(b, d);
  return (slow32(a, c) ^ bd) | ((slow32(a, d) ^ slow32(b, c) ^ bd) << 5);
};

describe('the field', () => {
  it('multiplies as by hand, and divides back', () => {
    const dice = diceOf(RUN_SEED);
    for (let round = 0; round < 3000; round++) {
      const [a, b] = [dice.upTo(1024), dice.upTo(1024)];
      expect(times(a, b)).toBe(slow(a, b));
      if (b !== 0) expect(times(times(a, b), inverse(b))).toBe(a);
    }
    for (let a = 1; a < 1024; a++) expect(times(a, inverse(a))).toBe(1);
    expect([times(0, 5), times(5, 0), times(1, 1023)]).toEqual([0, 0, 1023]);
    expect(() => inverse(0)).toThrow('0 has no inverse');
  });

  it('has powers, negative ones too', () => {
    for (const a of [1, 2, 31, 217, 256, 1023]) {
      let power = 1;
      for (let exponent = 0; exponent < 1030; exponent++) {
        expect(toPower(a, exponent)).toBe(power);
        if (exponent > 0 && exponent < 60) expect(times(toPower(a, -exponent), power)).toBe(1);
        power = slow(power, a);
      }
    }
    expect([toPower(0, 0), toPower(0, 1), toPower(0, 5)]).toEqual([1, 0, 0]);
  });

  it('has polynomials, the lowest coefficient first', () => {
    expect(valueAt([3, 0, 1], 2)).toBe(3 ^ slow(2, 2));
    expect(valueAt([], 7)).toBe(0);
    expect([degree([]), degree([0, 0]), degree([5]), degree([0, 1, 0])]).toEqual([-1, -1, 0, 1]);
    expect(product([1, 1], [1, 1])).toEqual([1, 0, 1]);
    expect(product([2, 3, 4], [5, 6])).toEqual([
      slow(2, 5),
      slow(2, 6) ^ slow(3, 5),
      slow(3, 6) ^ slow(4, 5),
      slow(4, 6),
    ]);
    expect(product([1, 2, 3], [1, 1], 2)).toEqual([1, 3]);
    expect(sum([1, 2], [3, 4, 5])).toEqual([2, 6, 5]);
    expect(sum([3, 4, 5], [1])).toEqual([2, 4, 5]);
    expect(derivative([9, 8, 7, 6, 5])).toEqual([8, 0, 6, 0]);
  });

  it('divides polynomials, and what is left is shorter', () => {
    const dice = diceOf(RUN_SEED);
    const random = (length: number): number[] => Array.from({ length }, () => dice.upTo(1024));
    for (let round = 0; round < 200; round++) {
      const divisor = [...random(dice.upTo(5)), 1 + dice.upTo(1023), ...Array<number>(dice.upTo(3)).fill(0)];
      const dividend = random(dice.upTo(12));
      const { quotient, rest } = divided(dividend, divisor);
      expect(rest.length).toBeLessThanOrEqual(degree(divisor));
      const again = sum(product(quotient, divisor), rest);
      expect(again.slice(0, degree(again) + 1)).toEqual(dividend.slice(0, degree(dividend) + 1));
    }
    expect(divided([1], [0, 1])).toEqual({ quotient: [0], rest: [1] });
  });
});

const valuesOf = (text: string): number[] => Array.from(text.slice(5), (letter) => ALPHABET.indexOf(letter));
const codes: readonly (readonly [string, Code, number[]])[] = [
  ['long', LONG, valuesOf(secretToCodex32('hold', 'test', new Uint8Array(64).fill(0xa5)))],
  ['short', REGULAR, valuesOf(secretToCodex32('hold', 'test', new Uint8Array(32).fill(0x5a)))],
];

describe.each(codes)('of a row of the %s code', (_, code, whole) => {
  const damaged = (wrong: readonly number[], missing: readonly number[] = []): number[] =>
    whole.map((value, at) => (missing.includes(at) ? -1 : wrong.includes(at) ? value ^ (1 + (at % 31)) : value));
  const found = (values: readonly number[], strongest?: number) => errata(code, 'hold', values, strongest);
  const last = whole.length - 1;

  it('that is whole nothing is wrong', () => {
    expect(found(whole)).toEqual([]);
    expect(found(whole, 0)).toEqual([]);
  });

  it('wrong values are found at both ends, each with what is to be added', () => {
    for (const wrong of [[0], [last], [0, last], [0, 7, last], [3, 4, 5, 6]])
      expect(found(damaged(wrong))).toEqual(wrong.map((at) => ({ at, error: 1 + (at % 31) })));
  });

  it('missing ones are found by their value, also where that is nought', () => {
    const nought = whole.indexOf(0);
    for (const missing of [[0], [last], [nought], [1, 2, 3, 4, 5, 6, 7, last], [0, 1, 2, 3, 4, 5, 6, 7]])
      expect(found(damaged([], missing))).toEqual(missing.map((at) => ({ at, error: whole[at] })));
    const nine = [0, 5, 10, 15, 20, 25, 30, 35, 40];
    for (const missing of [nine, [...nine, last]])
      expect(found(damaged([], missing))).toEqual(missing.map((at) => ({ at, error: whole[at] })));
    expect(found(damaged([], [...nine, 45, last]))).toBeUndefined();
    // Beyond eight missing ones nothing else may be wrong.
    expect(found(damaged([50], nine))).toBeUndefined();
  });

  it('both are found as long as wrong ones twice and missing ones are eight', () => {
    const missing = [10, 20, 30, 40, 50, 60];
    for (const [wrong, count] of [
      [[1], 6],
      [[1, 2], 4],
      [[1, 2, 3], 2],
    ] as const) {
      const lost = missing.slice(0, count);
      expect(found(damaged(wrong, lost))?.map(({ at }) => at)).toEqual([...wrong, ...lost]);
      expect(found(damaged([...wrong, 9], lost))).toBeUndefined();
    }
  });

  it('no more is found than may be', () => {
    expect(found(damaged([1]), 2)).toHaveLength(1);
    expect(found(damaged([1]), 1)).toBeUndefined();
    expect(found(damaged([], [1, 2]), 2)).toHaveLength(2);
    expect(found(damaged([], [1, 2]), 1)).toBeUndefined();
    expect(found(damaged([3], [1, 2]), 4)).toHaveLength(3);
    expect(found(damaged([3], [1, 2]), 3)).toBeUndefined();
  });
});

describe('what is proposed', () => {
  const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(0xc3));
  const propose = (given: string) => {
    const read = correctCodex32(given, 'hold', [32, 64], 5);
    return read.ok ? read.value : read.error.kind;
  };
  const other = (letter: string): string => (letter === 'q' ? 'p' : 'q');

  it('says where letters stood that are too many, too few, or swapped', () => {
    expect(propose(`${text.slice(0, 20)}?${text.slice(20)}`)).toMatchObject({
      text,
      moved: { kind: 'inserted', count: 1 },
    });
    expect(propose(`${text.slice(0, 40)}zzzzz${text.slice(40)}`)).toMatchObject({
      text,
      moved: { kind: 'inserted', at: 40, count: 5 },
      changes: [],
    });
    expect(propose(text.slice(0, 40) + text.slice(45))).toEqual({
      text,
      moved: { kind: 'dropped', at: 40, count: 5 },
      changes: [0, 1, 2, 3, 4].map((i) => ({ at: 40 + i, was: '' })),
    });
    expect(propose(text.slice(0, -3))).toEqual({
      text,
      moved: { kind: 'dropped', at: text.length - 3, count: 3 },
      changes: [0, 1, 2].map((i) => ({ at: text.length - 3 + i, was: '' })),
    });
    const swapped = text.slice(0, 40) + text.slice(45, 50) + text.slice(40, 45) + text.slice(50);
    expect(propose(swapped)).toMatchObject({ text, moved: { kind: 'swapped', at: 40 } });
  });

  it('beside what was moved has room for two wrong letters and one unread, and no more', () => {
    const moved = (given: string): string =>
      given.slice(0, 40) + given.slice(45, 50) + given.slice(40, 45) + given.slice(50);
    const wrong = (count: number, unread: number): string =>
      [...text]
        .map((letter, at) => {
          const index = [60, 70, 80, 90, 100].indexOf(at);
          return index < 0 || index >= count + unread ? letter : index < count ? other(letter) : '?';
        })
        .join('');
    expect(propose(moved(wrong(2, 1)))).toMatchObject({ text, moved: { kind: 'swapped', at: 40 } });
    expect(propose(moved(wrong(2, 2)))).toBe('too-damaged');
    expect(propose(moved(wrong(3, 0)))).toBe('too-damaged');
    const longer = (given: string): string => `${given.slice(0, 50)}p${given.slice(50)}`;
    expect(propose(longer(wrong(2, 1)))).toMatchObject({ text });
    expect(propose(longer(wrong(3, 0)))).toBe('too-damaged');
    const shorter = (given: string): string => given.slice(0, 50) + given.slice(51);
    expect(propose(shorter(wrong(2, 0)))).toMatchObject({ text });
    expect(propose(shorter(wrong(2, 1)))).toBe('too-damaged');
    // An end that is missing uses as much as it is long, where that is more.
    expect(propose(wrong(0, 0).slice(0, -8))).toMatchObject({ text });
    expect(propose(wrong(1, 0).slice(0, -8))).toBe('too-damaged');
    expect(propose(wrong(1, 0).slice(0, -3))).toMatchObject({ text });
    expect(propose(wrong(2, 0).slice(0, -3))).toBe('too-damaged');
  });

  it('is the reading in its place before one that was moved', () => {
    const two = `${text.slice(0, 41)}${other(text[41] ?? '')}${text.slice(42)}`;
    expect(propose(two)).toEqual({ text, moved: { kind: 'none' }, changes: [{ at: 41, was: other(text[41] ?? '') }] });
    expect(propose(text)).toEqual({ text, moved: { kind: 'none' }, changes: [] });
  });
});
