// SPDX-License-Identifier: GPL-3.0-or-later

/** The number that big-endian bytes stand for; no bytes are 0. */
export const bytesToBigInt = (bytes: Uint8Array): bigint =>
  bytes.length === 0
    ? 0n
    : BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`);

/** Big-endian bytes: minimal without leading zeros, or left-padded to `length`; a number that does not fit throws. */
export const bigIntToBytes = (value: bigint, length?: number): Uint8Array => {
  const hex = value.toString(16);
  const digits = length === undefined ? hex.length + (hex.length % 2) : length * 2;
  if (value < 0n || hex.length > digits) throw new Error(`defect: a number does not fit in ${digits / 2} bytes`);
  // Buffer.from takes small buffers from a shared pool; a copy keeps secrets out of it.
  return new Uint8Array(Buffer.from(hex.padStart(digits, '0'), 'hex'));
};

/** The number that little-endian bytes stand for. */
export const littleEndianToBigInt = (bytes: Uint8Array): bigint => bytesToBigInt(bytes.slice().reverse());

/** Little-endian bytes, filled up to `length`. */
export const bigIntToLittleEndian = (value: bigint, length: number): Uint8Array =>
  bigIntToBytes(value, length).reverse();

/** Whether two numbers share no factor: what `invertModulo` finds out, at half its cost. */
export const isCoprime = (value: bigint, modulus: bigint): boolean => {
  let [remainder, next] = [modulus, value % modulus];
  while (next !== 0n) [remainder, next] = [next, remainder % next];
  return remainder === 1n;
};

/** The inverse of `value` modulo `modulus`; undefined when they share a factor. */
export const invertModulo = (value: bigint, modulus: bigint): bigint | undefined => {
  let [remainder, next] = [modulus, value % modulus];
  let [coefficient, nextCoefficient] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [coefficient, nextCoefficient] = [nextCoefficient, coefficient - quotient * nextCoefficient];
  }
  if (remainder !== 1n) return undefined;
  return coefficient < 0n ? coefficient + modulus : coefficient;
};
