// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock, bytesToHex, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashDenomination } from '../../electron/taler/coin/denomination.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import { deriveSessionV32 } from '../../electron/taler/coin/session-v32.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { parseRsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { meltBlock, withdrawBatchBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  commitmentOf,
  envelopesHash,
  meltBytes,
  recompute,
  withdrawalBytes,
} from '../../electron/sandbox/exchange/v32/formulas.ts';
import { diceOf } from '../support/dice.ts';
import { seedFor } from '../support/seed.ts';
import vectors from '../vectors/data/derived-v32.json' with { type: 'json' };

// The page was read twice: by the client and, sharing no code with it, by the sandbox. What one sends the other must come to by itself.

type Kind = { readonly h_denom: string; readonly rsa_public_key: string };
const kinds = vectors.cases.flatMap((each): readonly Kind[] => [...(each.coins ?? []), ...(each.new_denoms ?? [])]);
const keyOf = ({ rsa_public_key }: Kind) => {
  const key = mustOk(parseRsaPublicKey(crockToBytes(rsa_public_key)), 'vector');
  return { key, hashBytes: hashDenomination({ cipher: 'RSA', key, ageMask: 0 }) };
};

describe('the vectors by the sandbox', () => {
  test.each(vectors.cases.filter(({ kind }) => kind === 'withdraw-v26'))('$name', (each) => {
    const coins = each.coins ?? [];
    const hash = envelopesHash(
      coins.map((coin) => ({
        denominationHash: crockToBytes(coin.h_denom, 64),
        blinded: crockToBytes(coin.rsa_blinded_planchet),
      })),
    );
    expect(bytesToCrock(hash)).toBe(each.h_planchets);
    const bytes = withdrawalBytes(amount(each.sum_value ?? ''), amount(each.sum_fee_withdraw ?? ''), hash);
    expect(bytesToHex(bytes)).toBe(each.signed_blob_hex);
  });

  test.each(vectors.cases.filter(({ kind }) => kind === 'melt-v32'))('$name', (each) => {
    const newCoins = (each.new_denoms ?? []).map(keyOf);
    const coinPub = crockToBytes(each.old_coin?.coin_pub ?? '', 32);
    const envelopes = (each.kappa ?? []).map(({ batch_seed }) =>
      recompute(crockToBytes(batch_seed, 64), coinPub, newCoins),
    );
    expect(envelopes.map(bytesToCrock)).toEqual((each.kappa ?? []).map(({ h_planchets }) => h_planchets));
    const value = amount(each.value_with_fee ?? '');
    const rc = commitmentOf({ seed: crockToBytes(each.refresh_seed ?? '', 64), coinPub, value, envelopes });
    expect(bytesToCrock(rc)).toBe(each.rc);
    const bytes = meltBytes({
      rc,
      denominationHash: crockToBytes(each.old_coin?.h_denom_pub ?? '', 64),
      value,
      fee: amount(each.old_coin?.fee_refresh ?? ''),
    });
    expect(bytesToHex(bytes)).toBe(each.melt_signed_blob_hex);
  });
});

describe('whatever is asked, both come to the same bytes', () => {
  const dice = diceOf(seedFor('exchange-v32 formulas'));
  const sum = (): Amount => ({ currency: 'EUR', units: BigInt(dice.upTo(1_000_000_000)) * 1_000n });
  const some = (most: number) => Array.from({ length: 1 + dice.upTo(most) }, () => keyOf(dice.pick(kinds)));

  test('withdrawals', () => {
    for (let round = 0; round < 8; round += 1) {
      const of = some(6);
      const groups = of.map(({ key, hashBytes }) => ({ key, denominationHash: hashBytes, count: 1 }));
      const planchets = mustOk(derivePlanchets(dice.bytes(32), 0, groups), 'planchets');
      const [totalValue, totalFee] = [sum(), sum()];
      const coinEvHashes = planchets.map(({ coinEvHash }) => coinEvHash);
      const hash = envelopesHash(
        planchets.map(({ blinded }, at) => ({ denominationHash: of[at]?.hashBytes ?? new Uint8Array(0), blinded })),
      );
      expect(withdrawalBytes(totalValue, totalFee, hash)).toEqual(
        withdrawBatchBlock({ totalValue, totalFee, coinEvHashes }),
      );
    }
  });

  test('melts and reveals', () => {
    for (let round = 0; round < 8; round += 1) {
      const of = some(4);
      const [oldCoinPriv, seed, valueWithFee, fee] = [dice.bytes(32), dice.bytes(64), sum(), sum()];
      const newCoins = of.map(({ key, hashBytes }) => ({ key: key.encoded, denominationHash: hashBytes }));
      const derived = deriveSessionV32({ oldCoinPriv, seed, newCoins, valueWithFee });
      if (!derived) throw new Error('a good key was refused');
      const coinPub = eddsaPublicKey(oldCoinPriv);
      const envelopes = derived.batchSeeds.map((each) => recompute(each, coinPub, of));
      expect(commitmentOf({ seed, coinPub, value: valueWithFee, envelopes })).toEqual(derived.rc);
      const denominationHash = of[0]?.hashBytes ?? new Uint8Array(0);
      expect(meltBytes({ rc: derived.rc, denominationHash, value: valueWithFee, fee })).toEqual(
        meltBlock({ rc: derived.rc, denominationHash, valueWithFee, refreshFee: fee }),
      );
      // Another seed, another old coin or another order of coins is another candidate.
      const [first] = derived.batchSeeds;
      const right = bytesToHex(recompute(first, coinPub, of));
      expect(bytesToHex(recompute(first.with(63, (first[63] ?? 0) ^ 1), coinPub, of))).not.toBe(right);
      expect(bytesToHex(recompute(first, eddsaPublicKey(dice.bytes(32)), of))).not.toBe(right);
      if (of.length > 1) expect(bytesToHex(recompute(first, coinPub, of.slice(1)))).not.toBe(right);
    }
  });
});
