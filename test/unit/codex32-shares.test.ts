// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, HEADER_LENGTH } from '../../electron/backup/paper/codex32/code.ts';
import { joinShares, splitSecret } from '../../electron/backup/paper/codex32/shares.ts';
import { inverse, times } from '../../electron/backup/paper/codex32/field.ts';
import { dataOf, parseCodex32, secretToCodex32, valuesToText } from '../../electron/backup/paper/codex32/text.ts';
import { bytesToHex, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { RUN_SEED } from '../support/seed.ts';

const LENGTHS = [32, 64];
const PARAMETERS = { numRuns: 60, seed: RUN_SEED };
const randomFrom = (seed: number): ((length: number) => Uint8Array) => {
  let state = seed >>> 0;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
};
const bytesOf = fc.constantFrom(...LENGTHS).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
const split = (bytes: Uint8Array, needed: number, count: number, seed = 1, identifier = 'test') =>
  splitSecret({ prefix: 'hold', identifier, bytes }, { needed, count }, randomFrom(seed));
/** The secret itself as one point of a split into three. */
const whole = (secret: Uint8Array): string =>
  valuesToText('hold', 64, dataOf({ threshold: '3', identifier: 'test', shareIndex: 's' }, secret));
/** The share at an index of the curve through three points, by Lagrange's formula. */
const shareAt = (index: string, texts: readonly string[]): string => {
  const points = texts.map((text) => Array.from(text.slice(5, -15), (character) => ALPHABET.indexOf(character)));
  const [x, ...xs] = [ALPHABET.indexOf(index), ...points.map((point) => point[HEADER_LENGTH - 1] ?? 0)];
  const weights = xs.map((each, i) =>
    xs.reduce((all, other, k) => (k === i ? all : times(all, times(x ^ other, inverse(each ^ other)))), 1),
  );
  const data = (points[0] ?? []).map((_, column) =>
    points.reduce((all, point, i) => all ^ times(point[column] ?? 0, weights[i] ?? 0), 0),
  );
  return valuesToText('hold', 64, data);
};
const valuesOf = (text: string): readonly number[] => Array.from(text.slice(5), (each) => ALPHABET.indexOf(each));
/** Every polynomial over GF(32) of fewer coefficients than so many, lowest first. */
const polynomials = (count: number): readonly (readonly number[])[] =>
  Array.from({ length: 32 ** count }, (_, n) => Array.from({ length: count }, (__, i) => (n >> (5 * i)) & 31));
const at = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, each) => times(sum, x) ^ each, 0);
const join = (shares: readonly string[]) => joinShares(shares, 'hold', LENGTHS);

describe('shares of a secret', () => {
  it('the published vectors 2 and 3 of BIP-93 give their secrets', () => {
    const joined = joinShares(
      ['MS12NAMEA320ZYXWVUTSRQPNMLKJHGFEDCAXRPP870HKKQRM', 'MS12NAMECACDEFGHJKLMNPQRSTUVWXYZ023FTR2GDZMPY6PN'],
      'ms',
      [16],
    );
    expect(joined.ok && bytesToHex(joined.value.bytes)).toBe('d1808e096b35b209ca12132b264662a5');
    const three = joinShares(
      [
        'ms13casha320zyxwvutsrqpnmlkjhgfedca2a8d0zehn8a0t',
        'ms13cashcacdefghjklmnpqrstuvwxyz023949xq35my48dr',
        'ms13cashd0wsedstcdcts64cd7wvy4m90lm28w4ffupqs7rm',
      ],
      'ms',
      [16],
    );
    expect(three.ok && bytesToHex(three.value.bytes)).toBe('ffeeddccbbaa99887766554433221100');
  });

  it('any that are enough give it back in any order, each a valid text that names its split', () => {
    fc.assert(
      fc.property(
        bytesOf,
        fc.integer({ min: 2, max: 5 }),
        fc.nat(3),
        fc.nat(),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (bytes, needed, more, seed, order) => {
          const shares = split(bytes, needed, needed + more, seed);
          expect(new Set(shares).size).toBe(needed + more);
          for (const share of shares)
            expect(parseCodex32(share, 'hold', LENGTHS)).toMatchObject({
              ok: true,
              value: { threshold: String(needed), identifier: 'test' },
            });
          const mixed = shares
            .map((share) => ({ share, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ share }) => share);
          for (const some of [mixed.slice(0, needed), mixed]) {
            const joined = join(some);
            expect(joined.ok && bytesToHex(joined.value.bytes)).toBe(bytesToHex(bytes));
          }
        },
      ),
      PARAMETERS,
    );
  });

  it('one fewer says nothing: with one more, made for it, every secret comes out', () => {
    const shares = split(new Uint8Array(64).fill(9), 3, 5);
    const two = shares.slice(1, 3);
    for (const secret of [new Uint8Array(64), new Uint8Array(64).fill(255), hexToBytes('5a'.repeat(64))]) {
      // The share that makes `secret` of these two: the value at its index of the line through them and the secret.
      const joined = join([shareAt('a', [whole(secret), ...two]), ...two]);
      expect(joined.ok && bytesToHex(joined.value.bytes)).toBe(bytesToHex(secret));
    }
    expect(join(two)).toEqual({ ok: false, error: { kind: 'too-few-shares', needed: 3, got: 2 } });
  });

  it.each([2, 3])('one fewer than %i leaves each value of each character of the secret exactly one way', (needed) => {
    const shares = split(randomFrom(RUN_SEED)(64), needed, needed + 1, RUN_SEED);
    const known = shares.slice(2 - (needed % 2), 1 - (needed % 2) + needed).map(valuesOf);
    expect(known).toHaveLength(needed - 1);
    const atSecret = ALPHABET.indexOf('s');
    for (const column of [HEADER_LENGTH, HEADER_LENGTH + 40, HEADER_LENGTH + 102]) {
      const ways = Array<number>(32).fill(0);
      for (const coefficients of polynomials(needed)) {
        const fits = known.every((share) => at(coefficients, share[HEADER_LENGTH - 1] ?? 0) === share[column]);
        const value = at(coefficients, atSecret);
        if (fits) ways[value] = (ways[value] ?? 0) + 1;
      }
      expect(ways).toEqual(Array<number>(32).fill(1));
    }
  });

  it('every character of one share is evenly spread, whatever the secret', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 200; seed += 1)
      for (const character of split(new Uint8Array(64), 2, 3, seed)[2]?.slice(5 + HEADER_LENGTH, 100) ?? '')
        counts.set(character, (counts.get(character) ?? 0) + 1);
    expect([...counts.keys()].toSorted().join('')).toBe([...ALPHABET].toSorted().join(''));
    const mean = (200 * (100 - 5 - HEADER_LENGTH)) / 32;
    expect(Math.max(...counts.values()) / mean).toBeLessThan(1.25);
    expect(Math.min(...counts.values()) / mean).toBeGreaterThan(0.75);
  });
});

describe('shares that do not belong together', () => {
  const [a = '', c = '', d = ''] = split(new Uint8Array(64).fill(1), 2, 3);
  const foreign = split(new Uint8Array(64).fill(2), 2, 3, 5, 'kept');

  it('are refused by name', () => {
    expect(join([])).toEqual({ ok: false, error: { kind: 'too-few-shares', needed: 2, got: 0 } });
    expect(join([a, a])).toEqual({ ok: false, error: { kind: 'same-share-twice', at: 1, other: 0 } });
    expect(join([a, foreign[1] ?? ''])).toEqual({ ok: false, error: { kind: 'share-of-another-split', at: 1 } });
    expect(join([a, split(new Uint8Array(64).fill(1), 3, 3, 6)[1] ?? ''])).toEqual({
      ok: false,
      error: { kind: 'share-of-another-split', at: 1 },
    });
    const unshared = secretToCodex32('hold', 'test', new Uint8Array(64).fill(1));
    expect(join([unshared, a])).toEqual({ ok: false, error: { kind: 'not-a-share', at: 0 } });
    // The secret itself, though it says that three are needed, is none to put beside others.
    expect(join([whole(new Uint8Array(64)), ...split(new Uint8Array(64), 3, 3)])).toEqual({
      ok: false,
      error: { kind: 'not-a-share', at: 0 },
    });
    expect(join([a, split(new Uint8Array(32).fill(1), 2, 3)[1] ?? ''])).toEqual({
      ok: false,
      error: { kind: 'share-of-another-split', at: 1 },
    });
    expect(join([a, `${c.slice(0, -1)}${c.endsWith('q') ? 'p' : 'q'}`])).toEqual({
      ok: false,
      error: { kind: 'not-a-share', at: 1 },
    });
  });

  it('one over that does not agree is found, also of a split with the same name', () => {
    const sameName = split(new Uint8Array(64).fill(1), 2, 3, 77);
    expect(join([a, c, d]).ok).toBe(true);
    expect(join([a, c, sameName[2] ?? ''])).toEqual({ ok: false, error: { kind: 'share-of-another-split', at: 2 } });
  });

  it('nine may be needed, and 31 made', () => {
    const secret = new Uint8Array(32).fill(3);
    const shares = split(secret, 9, 31);
    expect(shares).toHaveLength(31);
    const joined = join(shares.slice(20, 29));
    expect(joined.ok && bytesToHex(joined.value.bytes)).toBe(bytesToHex(secret));
  });

  it('a split into fewer than two, more than 31, or of which more than nine are needed is a defect', () => {
    const bytes = new Uint8Array(64);
    for (const [needed, count] of [
      [1, 2],
      [10, 12],
      [3, 2],
      [2, 32],
    ] as const)
      expect(() => split(bytes, needed, count)).toThrow('2 to 31 shares');
  });
});
