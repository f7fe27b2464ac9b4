// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Result } from '../../../shared/result.ts';
import { amountToBytes } from '../bytes/encodings.ts';
import { ecdheMeeting, type BadPoint } from '../crypto/ecdh.ts';
import { sha512 } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';
import { ZERO32 } from '../purposes/purpose.ts';
import type { PerGamma } from './refresh.ts';

// The refresh of v32 and later (PROTOCOL.md#refresh-from-v32-on): every new coin of every candidate has a transfer key of its own, and all of
// a candidate follow from one seed, which is what is disclosed. Read from a draft and never met by a server.

const SEED_BYTES = 64;
const KEY_BYTES = 32;

/** The three seeds of 64 bytes, one per candidate, of a session seed of 64 bytes. The old coin's key is in them, so nobody makes change of a coin by its session's seed alone. */
export const deriveBatchSeeds = (sessionSeed: Uint8Array, oldCoinPriv: Uint8Array): PerGamma<Uint8Array> => {
  const all = kdf(3 * SEED_BYTES, sessionSeed, 'refresh-batch-seeds', oldCoinPriv);
  const seed = (gamma: number): Uint8Array => all.slice(gamma * SEED_BYTES, (gamma + 1) * SEED_BYTES);
  return [seed(0), seed(1), seed(2)];
};

/** The transfer private keys of a candidate's first `count` new coins; more of them begin alike. */
export const deriveTransferPrivsOf = (batchSeed: Uint8Array, count: number): readonly Uint8Array[] => {
  const all = kdf(count * KEY_BYTES, batchSeed, 'refresh-transfer-private-keys');
  return Array.from({ length: count }, (_, index) => all.slice(index * KEY_BYTES, (index + 1) * KEY_BYTES));
};

/** What one candidate's transfer keys come to, in the order of the new coins. */
export type TransferKeys = {
  readonly pubs: readonly Uint8Array[];
  /** 64 bytes each */
  readonly secrets: readonly Uint8Array[];
};

/** Transfer public keys and secrets of every candidate; fails when the old coin's key is no point of the curve. */
export const transferKeysOf = (
  batchSeeds: PerGamma<Uint8Array>,
  oldCoinPub: Uint8Array,
  count: number,
): Result<PerGamma<TransferKeys>, BadPoint> => {
  const meet = ecdheMeeting(oldCoinPub);
  if (!meet.ok) return meet;
  const made: TransferKeys[] = [];
  for (const seed of batchSeeds) {
    const pubs: Uint8Array[] = [];
    const secrets: Uint8Array[] = [];
    for (const priv of deriveTransferPrivsOf(seed, count)) {
      const met = meet.value(priv);
      if (!met.ok) return met;
      pubs.push(met.value.pub);
      secrets.push(met.value.secret);
    }
    made.push({ pubs, secrets });
  }
  const [first, second, third] = made;
  if (!first || !second || !third) throw new Error('defect: fewer than three candidates');
  return { ok: true, value: [first, second, third] };
};

/** The 64-byte hash over all envelopes of a request or candidate, in their order. */
export const planchetsHash = (coinEvHashes: readonly Uint8Array[]): Uint8Array => sha512(...coinEvHashes);

/** `rc`, the 64 bytes that name a session and bind all three candidates (v32 on; the zeros stand where Clause-Schnorr has a seed). */
export const refreshCommitmentV32 = (commitment: {
  readonly sessionSeed: Uint8Array;
  readonly oldCoinPub: Uint8Array;
  /** what is taken from the old coin, refresh fee included */
  readonly valueWithFee: Amount;
  /** `planchetsHash` of each candidate */
  readonly planchetsHashes: PerGamma<Uint8Array>;
}): Uint8Array =>
  sha512(
    commitment.sessionSeed,
    ZERO32,
    commitment.oldCoinPub,
    amountToBytes(commitment.valueWithFee),
    ...commitment.planchetsHashes,
  );

/** What stands for a session where older generations have its one transfer key: 32 bytes that follow from its seed, which the exchange tells whoever holds the old coin. */
export const sessionMark = (sessionSeed: Uint8Array): Uint8Array => sha512(sessionSeed).slice(0, KEY_BYTES);
