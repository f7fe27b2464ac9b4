// SPDX-License-Identifier: GPL-3.0-or-later
import { constants, createPublicKey, publicEncrypt, type KeyObject } from 'node:crypto';
import { mustOk } from '../../shared/result.ts';
import { hashDenomination } from '../../electron/taler/coin/denomination.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import { generateRsaKey, rsaSignBlinded, unblindBatch } from '../../electron/taler/crypto/rsa.ts';
import { realWorld } from '../../electron/world.ts';
import { measure, peakMemoryMib, perSecond } from './measure.ts';

export type BlindingFigures = {
  readonly coins: number;
  readonly nativePerSecond: number;
  readonly blindedPerSecond: number;
  readonly unblindedPerSecond: number;
  /** derive, blind, hash, unblind and verify one coin */
  readonly cpuMsPerCoin: number;
  /** that, in raw native public operations; two of them are unavoidable */
  readonly nativeOperationsPerCoin: number;
  readonly peakMib: number;
};

/** GNU Taler exchanges use RSA-2048 for most coins. */
const KEY_BITS = 2048;
const NATIVE_ROUNDS = 4000;

/** Coins blinded and unblinded on one thread, beside the raw public operation that no wallet can do without. */
export const benchBlinding = async (coins: number): Promise<BlindingFigures> => {
  const world = realWorld();
  const { privateKey, publicKey } = generateRsaKey(KEY_BITS);
  const denominationHash = hashDenomination({ cipher: 'RSA', key: publicKey, ageMask: 0 });
  const group = { key: publicKey, denominationHash, count: coins };
  // The first calls compile the code and warm the key; they are not what a person waits for a thousand times.
  mustOk(derivePlanchets(world.randomBytes(32), 0, [{ ...group, count: Math.min(coins, 64) }]), 'warm-up');

  const native = await measure(() => nativeOperations(createPublicKey(privateKey.native)));
  const seed = world.randomBytes(32);
  const blinding = await measure(() => mustOk(derivePlanchets(seed, 0, [group]), 'blinding'));
  const answers = blinding.value.map((planchet) => ({
    messageHash: planchet.coinPubHash,
    blindingSecret: planchet.blindingSecret,
    blindSignature: rsaSignBlinded(privateKey, planchet.blinded),
  }));
  const unblinding = await measure(() => mustOk(unblindBatch(publicKey, answers), 'unblinding'));
  if (unblinding.value.length !== coins) throw new Error('defect: coins were lost');

  const cpuMsPerCoin = (blinding.cpuMs + unblinding.cpuMs) / coins;
  return {
    coins,
    nativePerSecond: perSecond(NATIVE_ROUNDS, native.wallMs),
    blindedPerSecond: perSecond(coins, blinding.wallMs),
    unblindedPerSecond: perSecond(coins, unblinding.wallMs),
    cpuMsPerCoin,
    nativeOperationsPerCoin: cpuMsPerCoin / (native.cpuMs / NATIVE_ROUNDS),
    peakMib: peakMemoryMib(),
  };
};

/** The public operation as the crypto library does it, on a number below any modulus of that length. */
const nativeOperations = (key: KeyObject): void => {
  const message = new Uint8Array(KEY_BITS / 8).fill(0x55);
  for (let round = 0; round < NATIVE_ROUNDS; round++)
    publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, message);
};
