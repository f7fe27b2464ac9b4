// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { DAY, YEAR, type SandboxWorld } from '../clock.ts';
import { rememberingSigner, type Signer } from '../signer.ts';
import type { Store } from '../store.ts';

/** An online key of the exchange; times in seconds. */
export type SigningKey = {
  readonly pub: string;
  readonly start: number;
  readonly expire: number;
  readonly end: number;
};

export type SigningKeys = {
  /** all keys, the current and the next included */
  readonly all: () => readonly SigningKey[];
  /** Signs a purpose block with the current key: the two members that exchanges add to their answers. */
  readonly confirm: (block: Uint8Array) => { readonly exchange_pub: string; readonly exchange_sig: string };
  readonly currentPub: () => string;
};

const LIFE_MS = YEAR;
/** confirmations stay provable this long */
const PROOF_MS = 5 * YEAR;
/** the next key is listed this long before it is used, so that cached /keys know it */
const ANNOUNCE_MS = 60 * DAY;

type Row = { pub: string; seed: string; start: number; expire: number; ends: number };

/** Opens the book of signing keys; keys are made when time reaches them. */
export const openSigningKeys = (store: Store, world: SandboxWorld): SigningKeys => {
  const make = (startMs: number): void => {
    const seed = world.randomBytes(32);
    const seconds = (ms: number): number => Math.floor((startMs + ms) / 1000);
    store.run(
      'INSERT INTO signkey VALUES (?, ?, ?, ?, ?)',
      bytesToCrock(eddsaPublicKey(seed)),
      bytesToCrock(seed),
      seconds(0),
      seconds(LIFE_MS),
      seconds(PROOF_MS),
    );
  };
  const keyAt = (ms: number): Row | undefined =>
    store.one<Row>(
      'SELECT * FROM signkey WHERE start <= ? AND expire > ? ORDER BY start DESC',
      Math.floor(ms / 1000),
      Math.floor(ms / 1000),
    );
  const current = (): Row => {
    const now = world.now();
    if (!keyAt(now)) make(now - 3600 * 1000);
    const key = keyAt(now);
    if (!key) throw new Error('defect: no signing key');
    if (!keyAt(now + ANNOUNCE_MS)) make(key.expire * 1000);
    return key;
  };
  let signer: { readonly of: string; readonly sign: Signer } | undefined;
  const signAs = ({ seed }: Row): Signer => {
    if (signer?.of !== seed) signer = { of: seed, sign: rememberingSigner(crockToBytes(seed, 32)) };
    return signer.sign;
  };
  return {
    all: () => {
      current();
      return store
        .all<Row>('SELECT * FROM signkey ORDER BY start DESC')
        .map(({ pub, start, expire, ends }) => ({ pub, start, expire, end: ends }));
    },
    currentPub: () => current().pub,
    confirm: (block) => {
      const key = current();
      return { exchange_pub: key.pub, exchange_sig: signAs(key)(block) };
    },
  };
};
