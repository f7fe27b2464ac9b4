// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, describe, expect, it } from 'vitest';
import { amountToText, amount, sumAmounts } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock, bytesToHex, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashDenomination } from '../../electron/taler/coin/denomination.ts';
import { derivePlanchets, type Planchet } from '../../electron/taler/coin/planchet.ts';
import { linkSecret } from '../../electron/taler/coin/refresh.ts';
import { deriveTransferPrivsOf, planchetsHash } from '../../electron/taler/coin/refresh-v32.ts';
import { coinScheme, V32_SCHEME } from '../../electron/taler/coin/schemes.ts';
import { coinsOf, deriveSessionV32, handedOver, sessionTaskV32 } from '../../electron/taler/coin/session-v32.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { parseRsaPublicKey, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { confirmMeltBlock } from '../../electron/taler/purposes/exchange.ts';
import { meltBlock, withdrawBatchBlock } from '../../electron/taler/purposes/wallet.ts';
import { aside, startThreads } from '../../electron/threads.ts';
import { casesOf } from './load.ts';

// Computed by a second implementation of the draft, never accepted by a server: two readings agree, and that is all this says.

type Denomination = {
  readonly h_denom: string;
  readonly rsa_public_key: string;
  readonly value: string;
  readonly fee_withdraw: string;
};
type Coin = {
  readonly coin_priv: string;
  readonly coin_pub: string;
  readonly blinding_key: string;
  readonly rsa_blinded_planchet: string;
  readonly h_coin_ev: string;
};
type Withdraw = {
  readonly kind: 'withdraw-v26';
  readonly name: string;
  readonly batch_seed: string;
  readonly reserve_priv: string;
  readonly reserve_pub: string;
  readonly coins: readonly (Denomination & Coin)[];
  readonly sum_value: string;
  readonly sum_fee_withdraw: string;
  readonly h_planchets: string;
  readonly signed_blob_hex: string;
  readonly reserve_sig: string;
};
type Melt = {
  readonly kind: 'melt-v32';
  readonly name: string;
  readonly old_coin: {
    readonly coin_priv: string;
    readonly coin_pub: string;
    readonly h_denom_pub: string;
    readonly fee_refresh: string;
  };
  readonly refresh_seed: string;
  readonly new_denoms: readonly Denomination[];
  readonly kappa: readonly {
    readonly batch_seed: string;
    readonly h_planchets: string;
    readonly coins: readonly (Coin & {
      readonly transfer_priv: string;
      readonly transfer_pub: string;
      readonly shared: string;
    })[];
  }[];
  readonly value_with_fee: string;
  readonly rc: string;
  readonly melt_signed_blob_hex: string;
  readonly confirm_sig: string;
  readonly noreveal_index: 0 | 1 | 2;
  readonly exchange_confirm_blob_hex: string;
  readonly reveal_request: { readonly rc: string; readonly batch_seeds: readonly string[] };
};

const cases = casesOf<Withdraw | Melt>('derived-v32', 4);
const withdrawals = cases.filter((each) => each.kind === 'withdraw-v26');
const melts = cases.filter((each) => each.kind === 'melt-v32');
const GAMMAS = [0, 1, 2] as const;

const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
afterAll(() => threads.close());

const keyOf = ({ rsa_public_key, h_denom }: Denomination): { key: RsaPublicKey; denominationHash: Uint8Array } => {
  const key = mustOk(parseRsaPublicKey(crockToBytes(rsa_public_key)), 'vector');
  const denominationHash = hashDenomination({ cipher: 'RSA', key, ageMask: 0 });
  expect(bytesToCrock(denominationHash)).toBe(h_denom);
  return { key, denominationHash };
};

const shown = (planchet: Planchet): Coin => ({
  coin_priv: bytesToCrock(planchet.coinPriv),
  coin_pub: bytesToCrock(planchet.coinPub),
  blinding_key: bytesToCrock(planchet.blindingSecret),
  rsa_blinded_planchet: bytesToCrock(planchet.blinded),
  h_coin_ev: bytesToCrock(planchet.coinEvHash),
});
const wanted = ({ coin_priv, coin_pub, blinding_key, rsa_blinded_planchet, h_coin_ev }: Coin): Coin => ({
  coin_priv,
  coin_pub,
  blinding_key,
  rsa_blinded_planchet,
  h_coin_ev,
});

describe('derived-v32.json', () => {
  it.each(withdrawals)('withdrawal of $name', (each) => {
    const groups = each.coins.map((coin) => ({ ...keyOf(coin), count: 1 }));
    const planchets = mustOk(derivePlanchets(crockToBytes(each.batch_seed, 32), 0, groups), 'vector');
    expect(planchets.map(shown)).toEqual(each.coins.map(wanted));
    const hashes = planchets.map(({ coinEvHash }) => coinEvHash);
    expect(bytesToCrock(planchetsHash(hashes))).toBe(each.h_planchets);
    const totalValue = sumAmounts(
      'EUR',
      each.coins.map(({ value }) => amount(value)),
    );
    const totalFee = sumAmounts(
      'EUR',
      each.coins.map(({ fee_withdraw }) => amount(fee_withdraw)),
    );
    expect([amountToText(totalValue), amountToText(totalFee)]).toEqual([each.sum_value, each.sum_fee_withdraw]);
    const block = withdrawBatchBlock({ totalValue, totalFee, coinEvHashes: hashes });
    expect(bytesToHex(block)).toBe(each.signed_blob_hex);
    const priv = crockToBytes(each.reserve_priv, 32);
    expect(bytesToCrock(eddsaPublicKey(priv))).toBe(each.reserve_pub);
    expect(bytesToCrock(eddsaSign(priv, block))).toBe(each.reserve_sig);
  });

  it.each(melts)('melt into $name', async (each) => {
    const oldCoinPriv = crockToBytes(each.old_coin.coin_priv, 32);
    const oldCoin = { priv: oldCoinPriv, pub: eddsaPublicKey(oldCoinPriv) };
    expect(bytesToCrock(oldCoin.pub)).toBe(each.old_coin.coin_pub);
    const seed = crockToBytes(each.refresh_seed, 64);
    const valueWithFee = amount(each.value_with_fee);
    const plan = {
      oldCoinPriv,
      seed,
      valueWithFee,
      newCoins: each.new_denoms.map(keyOf).map(({ key, denominationHash }) => ({ key: key.encoded, denominationHash })),
    };
    const derived = deriveSessionV32(plan);
    if (!derived) throw new Error('a good key was refused');
    const handed = await aside({ threads }, sessionTaskV32, plan);
    if (!handed) throw new Error('a good key was refused');
    expect(handed).toEqual(handedOver(derived));
    for (const gamma of GAMMAS) {
      const expected = each.kappa[gamma];
      if (!expected) throw new Error('three candidates were expected');
      expect(bytesToCrock(derived.batchSeeds[gamma])).toBe(expected.batch_seed);
      expect(deriveTransferPrivsOf(derived.batchSeeds[gamma], plan.newCoins.length).map(bytesToCrock)).toEqual(
        expected.coins.map(({ transfer_priv }) => transfer_priv),
      );
      const { pubs, secrets } = derived.transfers[gamma];
      expect(pubs.map(bytesToCrock)).toEqual(expected.coins.map(({ transfer_pub }) => transfer_pub));
      expect(secrets.map(bytesToCrock)).toEqual(expected.coins.map(({ shared }) => shared));
      // The same from the old coin's side, as link needs it.
      expect(pubs.map((pub) => bytesToCrock(mustOk(linkSecret(oldCoinPriv, pub), 'link')))).toEqual(
        expected.coins.map(({ shared }) => shared),
      );
      expect(handed.transferPubs[gamma]).toEqual(pubs.map(bytesToCrock));
      expect(handed.envelopes[gamma]).toEqual(derived.planchets[gamma].map(({ blinded }) => bytesToCrock(blinded)));
      expect(coinsOf(handed, gamma)).toEqual(
        derived.planchets[gamma].map(({ coinPubHash, blindingSecret }) => ({ coinPubHash, blindingSecret })),
      );
      expect(derived.planchets[gamma].map(shown)).toEqual(expected.coins.map(wanted));
      expect(bytesToCrock(planchetsHash(derived.planchets[gamma].map(({ coinEvHash }) => coinEvHash)))).toBe(
        expected.h_planchets,
      );
      // What a restored wallet derives one by one.
      for (const [index, coin] of expected.coins.entries()) {
        const made = coinScheme(V32_SCHEME)?.refreshed({ seed, oldCoin, noRevealIndex: gamma }, index);
        if (made?.ok !== true) throw new Error('a coin was expected');
        expect(bytesToCrock(made.value.coinPriv)).toBe(coin.coin_priv);
        expect(bytesToCrock(made.value.blindingSecret)).toBe(coin.blinding_key);
      }
    }
    expect(bytesToCrock(derived.rc)).toBe(each.rc);
    const block = meltBlock({
      rc: derived.rc,
      denominationHash: crockToBytes(each.old_coin.h_denom_pub, 64),
      valueWithFee,
      refreshFee: amount(each.old_coin.fee_refresh),
    });
    expect(bytesToHex(block)).toBe(each.melt_signed_blob_hex);
    expect(bytesToCrock(eddsaSign(oldCoinPriv, block))).toBe(each.confirm_sig);
    expect(bytesToHex(confirmMeltBlock({ rc: derived.rc, norevealIndex: each.noreveal_index }))).toBe(
      each.exchange_confirm_blob_hex,
    );
    expect(each.reveal_request).toEqual({
      rc: bytesToCrock(derived.rc),
      batch_seeds: GAMMAS.filter((gamma) => gamma !== each.noreveal_index).map((gamma) =>
        bytesToCrock(derived.batchSeeds[gamma]),
      ),
    });
  });

  it('another seed, another old coin, another candidate or another place is another coin', () => {
    const [each] = melts;
    if (!each) throw new Error('a melt was expected');
    const priv = crockToBytes(each.old_coin.coin_priv, 32);
    const made = (seed: number, key: Uint8Array, gamma: 0 | 1 | 2, index: number): string => {
      const oldCoin = { priv: key, pub: eddsaPublicKey(key) };
      const session = { seed: new Uint8Array(64).fill(seed), oldCoin, noRevealIndex: gamma };
      const coin = coinScheme(V32_SCHEME)?.refreshed(session, index);
      if (coin?.ok !== true) throw new Error('a coin was expected');
      return bytesToCrock(coin.value.coinPriv);
    };
    const other = priv.with(0, priv[0] === 1 ? 2 : 1);
    const all = [
      made(1, priv, 0, 0),
      made(2, priv, 0, 0),
      made(1, other, 0, 0),
      made(1, priv, 1, 0),
      made(1, priv, 0, 1),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
