// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, describe, expect, it } from 'vitest';
import {
  coinEvHash,
  coinPubHash,
  hashDenomination,
  parseDenominationPub,
  type BlindedPlanchet,
} from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, bytesToHex, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { ageCommitmentHash } from '../../electron/taler/coin/age.ts';
import { linkBlock, meltBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  deriveRefreshCoin,
  deriveRefreshPlanchets,
  deriveTransferPrivs,
  linkSecret,
  refreshCommitment,
  transferPubs,
  transferSecret,
  type NewCoin,
  type PerGamma,
} from '../../electron/taler/coin/refresh.ts';
import { deriveSession, sessionTask } from '../../electron/taler/coin/session.ts';
import { aside, startThreads } from '../../electron/threads.ts';
import { blindBatch } from '../../electron/taler/crypto/rsa.ts';
import { denominationPubSchema } from '../../electron/taler/wire/schemas.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type AgeProof = { readonly commitment: { readonly publicKeys: readonly string[] } };
type VectorPlanchet = {
  readonly blindingKey: string;
  readonly coinEv: { readonly rsa_blinded_planchet: string };
  readonly coinPriv: string;
  readonly coinPub: string;
  readonly coinEvHash: string;
  readonly ageCommitmentProof?: AgeProof;
};
type Case = {
  readonly name: string;
  readonly session_secret_seed: string;
  readonly melt_coin: {
    readonly coin_priv: string;
    readonly coin_pub: string;
    readonly h_denom_pub: string;
    readonly fee_refresh: string;
    readonly age_commitment_proof?: AgeProof;
  };
  readonly new_denoms: readonly { readonly count: number; readonly denom_pub: unknown; readonly h_denom_pub: string }[];
  readonly transfer_privs: readonly string[];
  readonly transfer_pubs: readonly string[];
  readonly transfer_secrets: readonly string[];
  readonly planchets_per_gamma: readonly (readonly VectorPlanchet[])[];
  readonly melt_value_with_fee: string;
  readonly session_hash_rc: string;
  readonly melt_signed_blob_hex: string;
  readonly confirm_sig: string;
  readonly noreveal_index: number;
  readonly reveal_request: {
    readonly coin_evs: readonly unknown[];
    readonly new_denoms_h: readonly string[];
    readonly transfer_privs: readonly string[];
    readonly transfer_pub: string;
    readonly link_sigs: readonly string[];
  };
  readonly link_signed_blobs_hex: readonly string[];
};
const GAMMAS = [0, 1, 2] as const;

const perGamma = <T>(make: (gamma: 0 | 1 | 2) => T): PerGamma<T> => [make(0), make(1), make(2)];
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
const newCoinsOf = (each: Case): readonly NewCoin[] =>
  each.new_denoms.flatMap(({ count, denom_pub, h_denom_pub }) => {
    const denomination = mustOk(parseDenominationPub(denominationPubSchema.parse(denom_pub)), 'vector');
    if (denomination.cipher !== 'RSA') throw new Error('refresh.json has RSA only');
    const denominationHash = hashDenomination(denomination);
    expect(bytesToCrock(denominationHash)).toBe(h_denom_pub);
    return Array.from({ length: count }, () => ({ key: denomination.key, denominationHash }));
  });
const ageHashOf = (proof: AgeProof | undefined): Uint8Array | undefined =>
  proof && ageCommitmentHash(proof.commitment.publicKeys.map((key) => crockToBytes(key, 32)));

const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
afterAll(() => threads.close());

describe('refresh.json', () => {
  it('a whole session is the same bytes, here and in a thread', async () => {
    const plain = casesOf<Case>('refresh', 3).filter((each) => each.melt_coin.age_commitment_proof === undefined);
    expect(plain.length).toBeGreaterThan(0);
    for (const each of plain) {
      const plan = {
        oldCoinPub: crockToBytes(each.melt_coin.coin_pub, 32),
        seed: crockToBytes(each.session_secret_seed, 64),
        newCoins: newCoinsOf(each).map(({ key, denominationHash }) => ({ key: key.encoded, denominationHash })),
        valueWithFee: amount(each.melt_value_with_fee),
      };
      const derived = await aside({ threads }, sessionTask, plan);
      expect(derived).toEqual(deriveSession(plan));
      expect(bytesToCrock(derived?.rc ?? new Uint8Array(0))).toBe(each.session_hash_rc);
      expect(derived?.transferPrivs.map(bytesToCrock)).toEqual(each.transfer_privs);
      expect(derived?.planchets.map((list) => list.map(({ coinEvHash }) => bytesToCrock(coinEvHash)))).toEqual(
        each.planchets_per_gamma.map((list) => list.map(({ coinEvHash }) => coinEvHash)),
      );
    }
  });

  it.each(casesOf<Case>('refresh', 3))('$name', (each) => {
    const oldCoinPriv = crockToBytes(each.melt_coin.coin_priv, 32);
    const oldCoinPub = eddsaPublicKey(oldCoinPriv);
    expect(bytesToCrock(oldCoinPub)).toBe(each.melt_coin.coin_pub);
    const privs = deriveTransferPrivs(crockToBytes(each.session_secret_seed, 64));
    const pubs = transferPubs(privs);
    expect(privs.map(bytesToCrock)).toEqual(each.transfer_privs);
    expect(pubs.map(bytesToCrock)).toEqual(each.transfer_pubs);
    const secrets = perGamma((gamma) => mustOk(transferSecret(privs[gamma], oldCoinPub), 'vector'));
    expect(secrets.map(bytesToCrock)).toEqual(each.transfer_secrets);
    // Link: the old coin's private key and what the exchange publishes give the same secrets.
    expect(pubs.map((pub) => bytesToCrock(mustOk(linkSecret(oldCoinPriv, pub), 'vector')))).toEqual(
      each.transfer_secrets,
    );

    const newCoins = newCoinsOf(each);
    const isAgeRestricted = each.melt_coin.age_commitment_proof !== undefined;
    const planchetsByGamma = perGamma((gamma): readonly BlindedPlanchet[] => {
      const expected = at(each.planchets_per_gamma, gamma);
      expect(expected).toHaveLength(newCoins.length);
      const made = isAgeRestricted ? [] : mustOk(deriveRefreshPlanchets(secrets[gamma], newCoins), 'vector');
      return expected.map((planchet, index) => {
        const coin = deriveRefreshCoin(secrets[gamma], index);
        const { key, denominationHash } = at(newCoins, index);
        expect(bytesToCrock(coin.coinPriv)).toBe(planchet.coinPriv);
        expect(bytesToCrock(coin.blindingSecret)).toBe(planchet.blindingKey);
        const coinPub = eddsaPublicKey(coin.coinPriv);
        expect(bytesToCrock(coinPub)).toBe(planchet.coinPub);
        const messageHash = coinPubHash(coinPub, ageHashOf(planchet.ageCommitmentProof));
        const blinded = isAgeRestricted
          ? at(mustOk(blindBatch(key, [{ messageHash, blindingSecret: coin.blindingSecret }]), 'vector'), 0)
          : at(made, index).blinded;
        expect(bytesToCrock(blinded)).toBe(planchet.coinEv.rsa_blinded_planchet);
        expect(bytesToCrock(coinEvHash(denominationHash, { cipher: 'RSA', blinded }))).toBe(planchet.coinEvHash);
        return { cipher: 'RSA', blinded };
      });
    });

    const valueWithFee = amount(each.melt_value_with_fee);
    const newDenominationHashes = newCoins.map(({ denominationHash }) => denominationHash);
    const rc = refreshCommitment({
      transferPubs: pubs,
      newDenominationHashes,
      oldCoinPub,
      valueWithFee,
      planchetsByGamma,
    });
    expect(bytesToCrock(rc)).toBe(each.session_hash_rc);
    const swapped = {
      transferPubs: pubs,
      newDenominationHashes,
      oldCoinPub,
      valueWithFee,
      planchetsByGamma: perGamma((gamma) => planchetsByGamma[2 - gamma] ?? []),
    };
    expect(bytesToCrock(refreshCommitment(swapped))).not.toBe(each.session_hash_rc);

    const ageHash = ageHashOf(each.melt_coin.age_commitment_proof);
    const melt = meltBlock({
      rc,
      denominationHash: crockToBytes(each.melt_coin.h_denom_pub, 64),
      ...(ageHash ? { ageCommitmentHash: ageHash } : {}),
      valueWithFee,
      refreshFee: amount(each.melt_coin.fee_refresh),
    });
    expect(bytesToHex(melt)).toBe(each.melt_signed_blob_hex);
    expect(bytesToCrock(eddsaSign(oldCoinPriv, melt))).toBe(each.confirm_sig);

    const gamma = each.noreveal_index as 0 | 1 | 2;
    const kept = planchetsByGamma[gamma];
    const links = kept.map((planchet, index) => {
      const { denominationHash } = at(newCoins, index);
      return linkBlock({
        newDenominationHash: denominationHash,
        transferPub: pubs[gamma],
        coinEvHash: coinEvHash(denominationHash, planchet),
      });
    });
    expect(links.map(bytesToHex)).toEqual(each.link_signed_blobs_hex);
    expect({
      coin_evs: kept.map((planchet) => ({
        cipher: 'RSA',
        rsa_blinded_planchet: planchet.cipher === 'RSA' ? bytesToCrock(planchet.blinded) : '',
      })),
      new_denoms_h: newDenominationHashes.map(bytesToCrock),
      transfer_privs: GAMMAS.filter((other) => other !== gamma).map((other) => bytesToCrock(privs[other])),
      transfer_pub: bytesToCrock(pubs[gamma]),
      link_sigs: links.map((block) => bytesToCrock(eddsaSign(oldCoinPriv, block))),
      ...(isAgeRestricted ? { old_age_commitment: each.melt_coin.age_commitment_proof?.commitment.publicKeys } : {}),
    }).toEqual(each.reveal_request);
  });
});
