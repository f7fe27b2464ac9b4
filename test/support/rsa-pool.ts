// SPDX-License-Identifier: GPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { generateRsaKey, rsaPrivateKeyToBytes } from '../../electron/taler/crypto/rsa.ts';
import { bigIntToBytes, bytesToBigInt, invertModulo } from '../../electron/taler/bytes/numbers.ts';
import { RSA_PRIMES } from './rsa-primes.ts';

/** Keys of 1024 bits for sandboxes, in a fixed order; every one is given out once. What is signed with them is signed for real. */
export type RsaPool = {
  /** PKCS #8 */
  readonly next: () => Uint8Array;
  /** how many were given out */
  position: number;
};

/** A pool that begins where others of this process have not been; past its end keys are made on the spot. */
export const rsaPool = (): RsaPool => {
  const begin = started * KEYS_EACH;
  started += 1;
  const pool: RsaPool = {
    position: 0,
    next: () => {
      const primes = RSA_PRIMES[(begin + pool.position) % RSA_PRIMES.length];
      pool.position += 1;
      return primes === undefined || pool.position > RSA_PRIMES.length ? newKey() : keyOf(primes);
    },
  };
  return pool;
};

/** Two economies of one test differ in their first keys. */
const KEYS_EACH = 40;
let started = 0;

const newKey = (): Uint8Array => rsaPrivateKeyToBytes(generateRsaKey(1024).privateKey);

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
