// SPDX-License-Identifier: GPL-3.0-or-later
import { hash } from 'node:crypto';
import { concatBytes, u16, utf8 } from '../bytes/encodings.ts';

/** Labels of the protocol are ASCII text; the rest are bytes. */
type Chunk = Uint8Array | string;

const SHA256_BYTES = 32;
const MAX_BLOCKS = 255;
const NOTHING = new Uint8Array(0);

/** HKDF as GNUnet mixes it: extract with HMAC-SHA512 (missing salt = empty), expand with HMAC-SHA256; at most 8160 bytes. */
export const kdf = (outLength: number, ikm: Uint8Array, salt: Chunk = NOTHING, info: Chunk = NOTHING): Uint8Array =>
  expand(outLength, extract(ikm, salt), bytes(info));

/**
 * A number below `n` (bit length, not value, decides how many bytes are drawn): draws are rejected until one is small
 * enough, so every number below `n` is equally likely.
 */
export const kdfMod = (n: bigint, ikm: Uint8Array, salt: Chunk, info: Chunk): bigint => {
  const bits = n.toString(2).length;
  return kdfModBits(n, bits, ikm, salt, info);
};

/** As `kdfMod`, for callers that know the bit length of `n` already. */
export const kdfModBits = (n: bigint, bits: number, ikm: Uint8Array, salt: Chunk, info: Chunk): bigint => {
  const length = Math.floor((bits - 1) / 8) + 1;
  const excess = BigInt(length * 8 - bits);
  const mask = (1n << (BigInt(length * 8) - excess)) - 1n;
  const prk = extract(ikm, salt);
  const label = bytes(info);
  for (let counter = 0; counter < MAX_DRAWS; counter++) {
    const drawn = expand(length, prk, concatBytes(label, u16(counter)));
    const candidate = BigInt(`0x${Buffer.from(drawn.buffer).toString('hex')}`) & mask;
    if (candidate < n) return candidate;
  }
  throw new Error('defect: no number below n found');
};

/** n has its top bit set, so a draw fails with probability below one half; 2⁻²⁵⁶ never happens. */
const MAX_DRAWS = 256;

const bytes = (chunk: Chunk): Uint8Array => (typeof chunk === 'string' ? utf8(chunk) : chunk);

const extract = (ikm: Uint8Array, salt: Chunk): Uint8Array => {
  const pads = hmacPads('sha512', bytes(salt));
  return digest('sha512', pads.outer, digest('sha512', pads.inner, ikm));
};

const expand = (length: number, prk: Uint8Array, info: Uint8Array): Uint8Array => {
  const blocks = Math.ceil(length / SHA256_BYTES);
  if (blocks > MAX_BLOCKS) throw new Error('defect: more key material than the KDF gives');
  const { inner, outer } = hmacPads('sha256', prk);
  const out = new Uint8Array(blocks * SHA256_BYTES);
  let previous: Uint8Array = NOTHING;
  for (let block = 1; block <= blocks; block++) {
    previous = digest('sha256', outer, digest('sha256', inner, previous, info, Uint8Array.of(block)));
    out.set(previous, (block - 1) * SHA256_BYTES);
  }
  return out.slice(0, length);
};

type Pads = { readonly inner: Uint8Array; readonly outer: Uint8Array };
type Algorithm = 'sha256' | 'sha512';

/** HMAC by hand over the one-shot native hash: three times faster here than creating an Hmac object per block. */
const hmacPads = (algorithm: Algorithm, key: Uint8Array): Pads => {
  const blockBytes = algorithm === 'sha512' ? 128 : 64;
  const short = key.length > blockBytes ? digest(algorithm, key) : key;
  const inner = new Uint8Array(blockBytes).fill(0x36);
  const outer = new Uint8Array(blockBytes).fill(0x5c);
  for (const [at, byte] of short.entries()) {
    inner[at] = 0x36 ^ byte;
    outer[at] = 0x5c ^ byte;
  }
  return { inner, outer };
};

const digest = (algorithm: Algorithm, ...parts: readonly Uint8Array[]): Uint8Array =>
  hash(algorithm, concatBytes(...parts), 'buffer');
