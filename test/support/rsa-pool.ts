// SPDX-License-Identifier: GPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { bigIntToBytes, bytesToBigInt, invertModulo } from '../../electron/taler/bytes/numbers.ts';
import { RSA_PRIMES } from './rsa-primes.ts';

/** Keys of 1024 bits for sandboxes, in a fixed order; every one is given out once. What is signed with them is signed for real. */
export type RsaPool = {
  /** PKCS #8 */
  readonly next: () => Uint8Array;
  /** how many were given out */
  position: number;
};

/** A pool that begins where others of this process have not been; past its end the same primes meet in other pairs. */
export const rsaPool = (): RsaPool => {
  const begin = started * KEYS_EACH;
  started += 1;
  const pool: RsaPool = {
    position: 0,
    next: () => {
      const key = keyOf(primesOf(begin + pool.position, Math.floor(pool.position / RSA_PRIMES.length)));
      pool.position += 1;
      return key;
    },
  };
  return pool;
};

/** The first prime of one key and the second of the one so many places on: as many keys as anybody asks for, each another number. */
const primesOf = (at: number, apart: number): string => {
  const [first] = (RSA_PRIMES[at % RSA_PRIMES.length] ?? '').split(' ');
  const [, second] = (RSA_PRIMES[(at + apart) % RSA_PRIMES.length] ?? '').split(' ');
  return `${first} ${second}`;
};

/** Two economies of one test differ in their first keys. */
const KEYS_EACH = 40;
let started = 0;

const EXPONENT = 65_537n;
const made = new Map<string, Uint8Array>();

const keyOf = (primes: string): Uint8Array => {
  const key = made.get(primes) ?? build(primes);
  made.set(primes, key);
  return key;
};

const build = (primes: string): Uint8Array => {
  const [p = 0n, q = 0n] = primes.split(' ').map((text) => bytesToBigInt(Buffer.from(text, 'base64url')));
  const d = invertModulo(EXPONENT, (p - 1n) * (q - 1n));
  const qi = invertModulo(q, p);
  if (d === undefined || qi === undefined) throw new Error('no primes of an RSA key');
  const text = (value: bigint): string => Buffer.from(bigIntToBytes(value)).toString('base64url');
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(p * q),
      e: text(EXPONENT),
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(qi),
    },
  });
  return key.export({ format: 'der', type: 'pkcs8' });
};
