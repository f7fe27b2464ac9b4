// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../../shared/amount.ts';
import { mustOk } from '../../../../shared/result.ts';
import { amountToBytes, concatBytes, u32 } from '../../../taler/bytes/encodings.ts';
import { ecdhEcdhe, ecdhePublicKey } from '../../../taler/crypto/ecdh.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { sha512 } from '../../../taler/crypto/hash.ts';
import { kdf } from '../../../taler/crypto/kdf.ts';
import { blindBatch, type RsaPublicKey } from '../../../taler/crypto/rsa.ts';

// The formulas of v26 and v32, written down a second time from PROTOCOL.md#refresh-from-v32-on: nothing here is taken from the client, so that a
// mistake in one of the two shows as a refusal.

const RSA = u32(1);
const NO_SEED = new Uint8Array(32);

/** The hash over one envelope: denomination, cipher, blinded coin. */
export const envelopeHash = (denominationHash: Uint8Array, blinded: Uint8Array): Uint8Array =>
  sha512(denominationHash, RSA, blinded);

/** The hash over the envelopes of a request or candidate. */
export const envelopesHash = (
  envelopes: readonly { readonly denominationHash: Uint8Array; readonly blinded: Uint8Array }[],
): Uint8Array => sha512(...envelopes.map((each) => envelopeHash(each.denominationHash, each.blinded)));

/** What a reserve signs to withdraw (1200): 160 bytes, of which the last 40 are zero without Clause-Schnorr and age limits. */
export const withdrawalBytes = (value: Amount, fee: Amount, envelopes: Uint8Array): Uint8Array =>
  concatBytes(u32(160), u32(1200), amountToBytes(value), amountToBytes(fee), envelopes, NO_SEED, u32(0), u32(0));

/** What an old coin signs to be melted (1202): 216 bytes. */
export const meltBytes = (of: {
  readonly rc: Uint8Array;
  readonly denominationHash: Uint8Array;
  readonly value: Amount;
  readonly fee: Amount;
}): Uint8Array =>
  concatBytes(u32(216), u32(1202), of.rc, of.denominationHash, NO_SEED, amountToBytes(of.value), amountToBytes(of.fee));

/** The name of a session. */
export const commitmentOf = (of: {
  readonly seed: Uint8Array;
  readonly coinPub: Uint8Array;
  readonly value: Amount;
  /** of the three candidates, in order */
  readonly envelopes: readonly Uint8Array[];
}): Uint8Array => sha512(of.seed, NO_SEED, of.coinPub, amountToBytes(of.value), ...of.envelopes);

/** The transfer private keys of a candidate, one per new coin. */
const transferPrivsOf = (batchSeed: Uint8Array, count: number): readonly Uint8Array[] => {
  const all = kdf(32 * count, batchSeed, 'refresh-transfer-private-keys');
  return Array.from({ length: count }, (_, index) => all.slice(32 * index, 32 * index + 32));
};

/** The transfer public keys that belong to a disclosed seed. */
export const transferPubsOf = (batchSeed: Uint8Array, count: number): readonly Uint8Array[] =>
  transferPrivsOf(batchSeed, count).map(ecdhePublicKey);

/** What an honest wallet must have blinded for a candidate whose seed it discloses. */
export const recompute = (
  batchSeed: Uint8Array,
  coinPub: Uint8Array,
  newCoins: readonly { readonly key: RsaPublicKey; readonly hashBytes: Uint8Array }[],
): Uint8Array => {
  const privs = transferPrivsOf(batchSeed, newCoins.length);
  return envelopesHash(
    newCoins.map(({ key, hashBytes }, index) => {
      const shared = mustOk(ecdhEcdhe(privs[index] ?? new Uint8Array(0), coinPub), 'a key that signed is a point');
      const planchet = kdf(32, shared, u32(index), 'taler-coin-derivation');
      const messageHash = sha512(eddsaPublicKey(kdf(32, planchet, 'coin')));
      const made = mustOk(blindBatch(key, [{ messageHash, blindingSecret: kdf(32, planchet, 'bks') }]), 'our own key');
      return { denominationHash: hashBytes, blinded: made[0] ?? new Uint8Array(0) };
    }),
  );
};
