// SPDX-License-Identifier: GPL-3.0-or-later
import { _GF256 } from 'qr';

// The correction of a QR code where it is known which of its bytes cannot be read: such a byte costs half of what a wrong one does.
// Berlekamp and Massey's algorithm begun with the places that are known (Blahut, Theory and Practice of Error Control Codes, 7.4).

const { exp, log } = _GF256;
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (exp[(log[a] ?? 0) + (log[b] ?? 0)] ?? 0));
const inverse = (a: number): number => exp[255 - (log[a] ?? 0)] ?? 0;
const power = (n: number): number => exp[((n % 255) + 255) % 255] ?? 0;

/** The value of a polynomial, its lowest coefficient first. */
const at = (polynomial: readonly number[], x: number): number =>
  polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);

/** What is not used for correcting still tells right from wrong: sixteen bits in every block. */
const SPARE = 2;

const syndromesOf = (block: Uint8Array, checks: number): readonly number[] =>
  Array.from({ length: checks }, (_, j) => block.reduce((sum, byte) => times(sum, power(j)) ^ byte, 0));

/** The polynomial whose zeros are the places of all that is wrong, those that are known among them; undefined where there is too much. */
const locatorOf = (syndromes: readonly number[], known: readonly number[]): readonly number[] | undefined => {
  const checks = syndromes.length;
  let locator: readonly number[] = known.reduce<readonly number[]>(
    (product, place) => plus(product, [0, ...product.map((each) => times(each, place))]),
    [1],
  );
  let before = locator;
  let length = known.length;
  for (let step = known.length; step < checks; step++) {
    const off = locator.reduce((sum, each, i) => sum ^ times(each, syndromes[step - i] ?? 0), 0);
    const shifted = [0, ...before];
    before = shifted;
    if (off === 0) continue;
    const next = plus(
      locator,
      shifted.map((each) => times(each, off)),
    );
    if (2 * length <= step + known.length) {
      before = locator.map((each) => times(each, inverse(off)));
      length = step + 1 + known.length - length;
    }
    locator = next;
  }
  const wrong = length - known.length;
  return 2 * wrong + known.length > checks - SPARE ? undefined : locator.slice(0, length + 1);
};

const plus = (one: readonly number[], other: readonly number[]): readonly number[] =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, i) => (one[i] ?? 0) ^ (other[i] ?? 0));

/**
 * A block with its last `checks` bytes for correction, made right; `unread` are the indices of bytes that could not be read. Undefined
 * where more is wrong than can be corrected with two bytes left to notice it.
 */
export const corrected = (block: Uint8Array, checks: number, unread: readonly number[]): Uint8Array | undefined => {
  const syndromes = syndromesOf(block, checks);
  if (syndromes.every((each) => each === 0)) return block;
  if (unread.length > checks - SPARE) return undefined;
  const placeOf = (index: number): number => power(block.length - 1 - index);
  const locator = locatorOf(syndromes, unread.map(placeOf));
  if (locator === undefined) return undefined;
  const product = Array.from({ length: checks }, (_, i) =>
    locator.slice(0, i + 1).reduce((sum, each, j) => sum ^ times(each, syndromes[i - j] ?? 0), 0),
  );
  // In a field of two, every other coefficient of a derivative is nothing.
  const slope = locator.slice(1).map((each, i) => (i % 2 === 0 ? each : 0));
  const right = Uint8Array.from(block);
  let found = 0;
  for (let index = 0; index < block.length; index++) {
    const place = placeOf(index);
    const back = inverse(place);
    if (at(locator, back) !== 0) continue;
    found += 1;
    const steep = at(slope, back);
    if (steep === 0) return undefined;
    right[index] = (block[index] ?? 0) ^ times(place, times(at(product, back), inverse(steep)));
  }
  return found === locator.length - 1 && syndromesOf(right, checks).every((each) => each === 0) ? right : undefined;
};
