// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock, bytesToHex } from '../taler/bytes/encodings.ts';
import { eddsaSigner } from '../taler/crypto/eddsa.ts';

/** Signs a block, in the form of the wire. */
export type Signer = (block: Uint8Array) => string;

/** More signatures than any list of ours has. */
const MAX_SIGNATURES = 4096;

/** A signer that signs the same bytes once: a list is asked for again and again, and an Ed25519 key has one signature for a block. */
export const rememberingSigner = (seed: Uint8Array): Signer => {
  const sign = eddsaSigner(seed);
  const signatures = new Map<string, string>();
  return (block) => {
    const name = bytesToHex(block);
    const signature = signatures.get(name) ?? bytesToCrock(sign(block));
    if (signatures.size >= MAX_SIGNATURES) signatures.clear();
    signatures.set(name, signature);
    return signature;
  };
};
