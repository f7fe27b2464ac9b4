// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { planchetBytes, type BlindedPlanchet } from './denomination.ts';
import { ecdhEcdhe, ecdhEddsa, ecdhePublicKey, type BadPoint } from '../crypto/ecdh.ts';
import { amountToBytes, bytesToHex, u32 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';
import { planchetsOfCoins, type CoinSecrets, type Planchet } from './planchet.ts';
import type { MaliciousKey, RsaPublicKey } from '../crypto/rsa.ts';

/** κ: candidates of a melt, of which all but one are disclosed. */
export const KAPPA = 3;

/** One value per γ. */
export type PerGamma<T> = readonly [T, T, T];

/** The three transfer private keys of a refresh session seed of 64 bytes (the derivation of wallet-core 2022, kept so that its sessions can be finished). */
export const deriveTransferPrivs = (sessionSeed: Uint8Array): PerGamma<Uint8Array> => {
  const derive = (gamma: number): Uint8Array => kdf(32, sessionSeed, u32(gamma), 'taler-transfer-pub-derivation');
  return [derive(0), derive(1), derive(2)];
};

/** The X25519 public keys of the transfer keys. */
export const transferPubs = ([a, b, c]: PerGamma<Uint8Array>): PerGamma<Uint8Array> => [
  ecdhePublicKey(a),
  ecdhePublicKey(b),
  ecdhePublicKey(c),
];

/** The 64-byte transfer secret from our side: transfer private key and old coin's public key (the wallet when melting, the exchange when checking). */
export const transferSecret = (transferPriv: Uint8Array, oldCoinPub: Uint8Array): Result<Uint8Array, BadPoint> =>
  ecdhEcdhe(transferPriv, oldCoinPub);

/** The same 64 bytes from the old coin's private key and the transfer public key: how link finds lost change. */
export const linkSecret = (oldCoinPriv: Uint8Array, transferPub: Uint8Array): Result<Uint8Array, BadPoint> =>
  ecdhEddsa(oldCoinPriv, transferPub);

/** The 32-byte planchet secret of new coin `index`; the exchange recomputes it for the disclosed γ. */
export const refreshPlanchetSecret = (secret: Uint8Array, index: number): Uint8Array =>
  kdf(32, secret, u32(index), 'taler-coin-derivation');

/** New RSA coin `index` of a transfer secret of 64 bytes. */
export const deriveRefreshCoin = (secret: Uint8Array, index: number): CoinSecrets => {
  const planchetSecret = refreshPlanchetSecret(secret, index);
  return { coinPriv: kdf(32, planchetSecret, 'coin'), blindingSecret: kdf(32, planchetSecret, 'bks') };
};

/** One new coin's denomination, in the order of the melt. */
export type NewCoin = { readonly key: RsaPublicKey; readonly denominationHash: Uint8Array };

/** All RSA planchets of one γ, in the order of `newCoins`. */
export const deriveRefreshPlanchets = (
  secret: Uint8Array,
  newCoins: readonly NewCoin[],
): Result<readonly Planchet[], MaliciousKey> => {
  const made = deriveOf([new Array<Uint8Array>(newCoins.length).fill(secret)], newCoins);
  return made.ok ? ok(made.value[0] ?? []) : made;
};

/** The same of all three γ, for each of which the secret of every new coin is given (up to v23 all of them are one). */
export const deriveCandidates = (
  secrets: PerGamma<readonly Uint8Array[]>,
  newCoins: readonly NewCoin[],
): Result<PerGamma<readonly Planchet[]>, MaliciousKey> => {
  const made = deriveOf(secrets, newCoins);
  if (!made.ok) return made;
  const [first = [], second = [], third = []] = made.value;
  return ok([first, second, third]);
};

/** For every candidate its planchets, in order; coins of one denomination are blinded as one batch, whichever candidate they are of. */
const deriveOf = (
  candidates: readonly (readonly Uint8Array[])[],
  newCoins: readonly NewCoin[],
): Result<readonly (readonly Planchet[])[], MaliciousKey> => {
  const groups = new Map<string, { readonly coin: NewCoin; readonly indexes: number[] }>();
  for (const [index, coin] of newCoins.entries()) {
    const name = bytesToHex(coin.denominationHash);
    const group = groups.get(name) ?? { coin, indexes: [] };
    group.indexes.push(index);
    groups.set(name, group);
  }
  const planchets = candidates.map(() => new Array<Planchet>(newCoins.length));
  for (const { coin, indexes } of groups.values()) {
    const places = candidates.flatMap((secrets, at) =>
      indexes.flatMap((index) => {
        const secret = secrets[index];
        if (!secret) throw new Error('defect: fewer transfer secrets than new coins');
        return [{ secret, at, index }];
      }),
    );
    const coins = places.map(({ secret, index }) => deriveRefreshCoin(secret, index));
    const made = planchetsOfCoins(coin.key, coin.denominationHash, coins);
    if (!made.ok) return made;
    for (const [number, { at, index }] of places.entries()) {
      const planchet = made.value[number];
      const list = planchets[at];
      if (planchet && list) list[index] = planchet;
    }
  }
  return ok(planchets);
};

export type Commitment = {
  readonly transferPubs: PerGamma<Uint8Array>;
  /** `h_denom` of every new coin, in order */
  readonly newDenominationHashes: readonly Uint8Array[];
  readonly oldCoinPub: Uint8Array;
  /** what is taken from the old coin, refresh fee included */
  readonly valueWithFee: Amount;
  readonly planchetsByGamma: PerGamma<readonly BlindedPlanchet[]>;
  /** refresh master seed, 32 bytes, only where CS coins are made (v17–v23) */
  readonly refreshMasterSeed?: Uint8Array;
};

/** `rc`, the 64 bytes that name a refresh session and bind all three candidates (≤ v23). */
export const refreshCommitment = (commitment: Commitment): Uint8Array =>
  sha512(
    commitment.refreshMasterSeed ?? new Uint8Array(0),
    ...commitment.transferPubs,
    ...commitment.newDenominationHashes,
    commitment.oldCoinPub,
    amountToBytes(commitment.valueWithFee),
    ...commitment.planchetsByGamma.flatMap((planchets) => planchets.map(planchetBytes)),
  );
