// SPDX-License-Identifier: GPL-3.0-or-later

// The fields that BIP-93's codes are made over. GF(32) is polynomials over GF(2) modulo x⁵ + x³ + 1, written as 0 to 31. GF(1024) is
// GF(32)[z] modulo z² + z + 1; a + bz is written as a | b << 5, so that the numbers below 32 are GF(32) in both. Sums are `^`.

const REDUCTION = 0b101001;
const UNITS = 1023;
/** An element whose powers are all of GF(1024) but 0. */
const GENERATOR = 217;

const slowProduct32 = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= REDUCTION << (bit - 5);
  return product;
};

const slowProduct = (x: number, y: number): number => {
  const [a, b, c, d] = [x & 31, x >> 5, y & 31, y >> 5];
  const squares = slowProduct32(b, d);
  return (slowProduct32(a, c) ^ squares) | ((slowProduct32(a, d) ^ slowProduct32(b, c) ^ squares) << 5);
};

const powers = new Uint16Array(2 * UNITS);
const logarithms = new Uint16Array(UNITS + 1);
for (let exponent = 0, power = 1; exponent < UNITS; exponent += 1, power = slowProduct(power, GENERATOR)) {
  powers[exponent] = power;
  powers[exponent + UNITS] = power;
  logarithms[power] = exponent;
}

/** The product of two elements of GF(1024), or of GF(32). */
export const times = (a: number, b: number): number =>
  a === 0 || b === 0 ? 0 : (powers[(logarithms[a] ?? 0) + (logarithms[b] ?? 0)] ?? 0);

/** The inverse of an element that is not 0; of 0 it is a defect. */
export const inverse = (a: number): number => {
  if (a === 0) throw new Error('defect: 0 has no inverse');
  return powers[UNITS - (logarithms[a] ?? 0)] ?? 0;
};

/** An element to a whole power, which may be negative. */
export const toPower = (a: number, exponent: number): number => {
  if (a === 0) return exponent === 0 ? 1 : 0;
  const reduced = ((logarithms[a] ?? 0) * exponent) % UNITS;
  return powers[reduced < 0 ? reduced + UNITS : reduced] ?? 0;
};

// Polynomials: coefficients in GF(1024), the lowest first.
export type Polynomial = readonly number[];

/** The value of a polynomial at a point. */
export const valueAt = (polynomial: Polynomial, x: number): number =>
  polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);

/** The degree of a polynomial; that of 0 is -1. */
export const degree = (polynomial: Polynomial): number => polynomial.findLastIndex((coefficient) => coefficient !== 0);

/** The product of two polynomials, without the powers from `limit` on. */
export const product = (a: Polynomial, b: Polynomial, limit = Number.POSITIVE_INFINITY): Polynomial => {
  const result = Array<number>(Math.min(limit, a.length + b.length - 1)).fill(0);
  a.forEach((left, i) => {
    b.forEach((right, k) => {
      if (i + k < result.length) result[i + k] = (result[i + k] ?? 0) ^ times(left, right);
    });
  });
  return result;
};

/** The sum of two polynomials. */
export const sum = (a: Polynomial, b: Polynomial): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) ^ (b[i] ?? 0));

/** The derivative of a polynomial: over bits only odd powers have one. */
export const derivative = (polynomial: Polynomial): Polynomial =>
  polynomial.slice(1).map((coefficient, i) => (i % 2 === 0 ? coefficient : 0));

/** Quotient and rest of a division by a polynomial that is not 0. */
export const divided = (
  dividend: Polynomial,
  divisor: Polynomial,
): { readonly quotient: Polynomial; readonly rest: Polynomial } => {
  const rest = [...dividend];
  const by = degree(divisor);
  const lead = inverse(divisor[by] ?? 0);
  const quotient = Array<number>(Math.max(1, dividend.length - by)).fill(0);
  for (let at = degree(rest); at >= by; at = degree(rest)) {
    const factor = times(rest[at] ?? 0, lead);
    quotient[at - by] = factor;
    divisor.slice(0, by + 1).forEach((coefficient, i) => {
      rest[at - by + i] = (rest[at - by + i] ?? 0) ^ times(coefficient, factor);
    });
  }
  return { quotient, rest: rest.slice(0, by) };
};
