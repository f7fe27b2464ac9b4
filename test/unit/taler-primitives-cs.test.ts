// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAmounts, amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  csBlind,
  csRefreshNonce,
  csUnblind,
  csVerify,
  csWithdrawNonce,
  deriveCsBlinding,
  deriveCsCoin,
  type Pair,
} from '../../electron/taler/crypto/cs.ts';
import {
  coinEvHash,
  coinPubHash,
  hashDenomination,
  type BlindedPlanchet,
  type DenominationKey,
} from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { confirmMeltBlock } from '../../electron/taler/purposes/exchange.ts';
import { meltBlock, withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  deriveRefreshCoin,
  linkSecret,
  refreshCommitment,
  refreshPlanchetSecret,
  transferPubs,
  transferSecret,
  type PerGamma,
} from '../../electron/taler/coin/refresh.ts';
import { blindBatch, parseRsaPublicKey } from '../../electron/taler/crypto/rsa.ts';

// Clause-Schnorr as real exchanges speak it (0.9.3 and 0.14.1): what the vectors of the 2022 wallet cannot show.

type CsSignature = { readonly cs_signature_r: string; readonly cs_signature_s: string };
type Coin = {
  readonly planchet_master_secret: string;
  readonly coin_priv: string;
  readonly coin_pub: string;
  readonly denom_pub_hash: string;
  readonly h_coin_ev: string;
  readonly cs_nonce?: string;
  readonly r_pub?: Pair<string>;
  readonly ub_sig: { readonly cipher: string } & Partial<CsSignature>;
};
type Step = {
  readonly step: string;
  readonly request: { readonly body: { readonly json: Json } };
  readonly response: { readonly status: number; readonly body: { readonly json: Json } };
};
type Json = { readonly [member: string]: Json } & readonly Json[] & string & number;
type Trace = {
  readonly denominations_used: Readonly<
    Record<
      string,
      {
        readonly cipher: string;
        readonly value: string;
        readonly fee_withdraw: string;
        readonly fee_refresh: string;
        readonly rsa_pub?: string;
        readonly cs_pub?: string;
      }
    >
  >;
  readonly secrets: {
    readonly reserve_priv: string;
    readonly coins: readonly Coin[];
    readonly old_coin: Coin;
    readonly rms: string;
    readonly transfer_privs: PerGamma<string>;
    readonly rc: string;
    readonly new_denoms: readonly string[];
    readonly noreveal_index: 0 | 1 | 2;
    readonly new_coins: readonly Coin[];
  };
  readonly steps: readonly Step[];
};
const k32 = (text: string): Uint8Array => crockToBytes(text, 32);
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};

describe.each(['v17-cs', 'v23-cs'])('%s', (name) => {
  const trace = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'traces', 'data', `${name}.json`), 'utf8'),
  ) as Trace;
  const { secrets } = trace;
  const step = (wanted: string): Step =>
    trace.steps.find((each) => each.step === wanted && each.response.status === 200) ?? at([], 0);
  const denominationOf = (hash: string): DenominationKey => {
    const used = trace.denominations_used[hash];
    if (used?.cs_pub !== undefined) return { cipher: 'CS', point: k32(used.cs_pub), ageMask: 0 };
    return { cipher: 'RSA', key: mustOk(parseRsaPublicKey(crockToBytes(used?.rsa_pub ?? '!')), 'trace'), ageMask: 0 };
  };
  const csPoint = (hash: string): Uint8Array => {
    const denomination = denominationOf(hash);
    if (denomination.cipher !== 'CS') throw new Error('a CS denomination');
    return denomination.point;
  };
  /** Everything that a CS coin is made of, from its planchet secret and the exchange's two R. */
  const makeCoin = (planchetSecret: Uint8Array, denominationHash: string, r: Pair<Uint8Array>) => {
    const { coinPriv, blindingSeed } = deriveCsCoin(planchetSecret, r);
    const blinding = deriveCsBlinding(blindingSeed);
    const messageHash = coinPubHash(eddsaPublicKey(coinPriv));
    const blinded = mustOk(csBlind(csPoint(denominationHash), r, blinding, messageHash), 'trace');
    return { coinPriv, blinding, blinded, messageHash };
  };
  const finish = (made: ReturnType<typeof makeCoin>, denominationHash: string, answer: Json): CsSignature => {
    const b = Number(answer['b']) as 0 | 1;
    const signature = { r: made.blinded.blindedR[b], s: csUnblind(k32(String(answer['s'])), made.blinding.alpha[b]) };
    expect(csVerify(csPoint(denominationHash), made.messageHash, signature)).toBe(true);
    const other = { r: made.blinded.blindedR[1 - b] as Uint8Array, s: signature.s };
    expect(csVerify(csPoint(denominationHash), made.messageHash, other)).toBe(false);
    return { cs_signature_r: bytesToCrock(signature.r), cs_signature_s: bytesToCrock(signature.s) };
  };

  it('withdraws: nonce, coin, envelope, request signature, coin signature', () => {
    const { request, response } = step('batch-withdraw');
    const reservePub = eddsaPublicKey(k32(secrets.reserve_priv));
    for (const [index, coin] of secrets.coins.entries()) {
      const planchetSecret = k32(coin.planchet_master_secret);
      const nonce = csWithdrawNonce(planchetSecret);
      expect(bytesToCrock(nonce)).toBe(coin.cs_nonce);
      const r: Pair<Uint8Array> = [k32(coin.r_pub?.[0] ?? '!'), k32(coin.r_pub?.[1] ?? '!')];
      const made = makeCoin(planchetSecret, coin.denom_pub_hash, r);
      expect(bytesToCrock(made.coinPriv)).toBe(coin.coin_priv);
      const sent = at<Json>(request.body.json['planchets'] as Json, index);
      const ev = sent['coin_ev'] as Json;
      expect([ev['cs_nonce'], ev['cs_blinded_c0'], ev['cs_blinded_c1']]).toEqual(
        [nonce, ...made.blinded.challenges].map(bytesToCrock),
      );
      const denominationHash = hashDenomination(denominationOf(coin.denom_pub_hash));
      expect(bytesToCrock(denominationHash)).toBe(coin.denom_pub_hash);
      const envelope = coinEvHash(denominationHash, {
        cipher: 'CS',
        c0: made.blinded.challenges[0],
        c1: made.blinded.challenges[1],
        nonce,
      });
      expect(bytesToCrock(envelope)).toBe(coin.h_coin_ev);
      const used = trace.denominations_used[coin.denom_pub_hash];
      const valueWithFee = addAmounts(amount(used?.value ?? '!'), amount(used?.fee_withdraw ?? '!'));
      const block = withdrawBlock({ valueWithFee, denominationHash, coinEvHash: envelope });
      expect(eddsaVerify(reservePub, block, crockToBytes(String(sent['reserve_sig']), 64))).toBe(true);
      const answer = at<Json>(response.body.json['ev_sigs'] as Json, index)['ev_sig'] as Json;
      expect(finish(made, coin.denom_pub_hash, answer)).toMatchObject({
        cs_signature_r: coin.ub_sig.cs_signature_r,
        cs_signature_s: coin.ub_sig.cs_signature_s,
      });
    }
  });

  it('melts RSA and CS coins in one session: nonces of the exchange, commitment, both signatures, all new coins', () => {
    const oldCoinPub = k32(secrets.old_coin.coin_pub);
    const privs = secrets.transfer_privs.map(k32) as unknown as PerGamma<Uint8Array>;
    const ewvs = [...(step('csr-melt').response.body.json['ewvs'] as Json)].map((each) => each['ewv'] as Json);
    const csIndexes = secrets.new_denoms.flatMap((hash, index) =>
      denominationOf(hash).cipher === 'CS' ? [index] : [],
    );
    const rOf = (index: number): Pair<Uint8Array> => {
      const ewv = at(ewvs, csIndexes.indexOf(index));
      return [k32(String(ewv['r_pub_0'])), k32(String(ewv['r_pub_1']))];
    };
    const make = (gamma: 0 | 1 | 2): readonly BlindedPlanchet[] => {
      const secret = mustOk(transferSecret(privs[gamma], oldCoinPub), 'trace');
      expect(mustOk(linkSecret(k32(secrets.old_coin.coin_priv), transferPubs(privs)[gamma]), 'trace')).toEqual(secret);
      return secrets.new_denoms.map((hash, index) => {
        const denomination = denominationOf(hash);
        if (denomination.cipher === 'RSA') {
          const coin = deriveRefreshCoin(secret, index);
          const item = { messageHash: coinPubHash(eddsaPublicKey(coin.coinPriv)), blindingSecret: coin.blindingSecret };
          return { cipher: 'RSA', blinded: at(mustOk(blindBatch(denomination.key, [item]), 'trace'), 0) };
        }
        const made = makeCoin(refreshPlanchetSecret(secret, index), hash, rOf(index));
        return {
          cipher: 'CS',
          c0: made.blinded.challenges[0],
          c1: made.blinded.challenges[1],
          nonce: csRefreshNonce(k32(secrets.rms), index),
        };
      });
    };
    const commitment = {
      transferPubs: transferPubs(privs),
      newDenominationHashes: secrets.new_denoms.map((hash) => crockToBytes(hash, 64)),
      oldCoinPub,
      valueWithFee: amount(String(step('melt').request.body.json['value_with_fee'])),
      planchetsByGamma: [make(0), make(1), make(2)] as const,
      refreshMasterSeed: k32(secrets.rms),
    };
    const rc = refreshCommitment(commitment);
    expect(bytesToCrock(rc)).toBe(secrets.rc);
    const { refreshMasterSeed: _seed, ...withoutSeed } = commitment;
    expect(bytesToCrock(refreshCommitment(withoutSeed))).not.toBe(secrets.rc);

    const { request, response } = step('melt');
    const refreshFee = amount(trace.denominations_used[secrets.old_coin.denom_pub_hash]?.fee_refresh ?? '!');
    const melt = meltBlock({
      rc,
      denominationHash: crockToBytes(secrets.old_coin.denom_pub_hash, 64),
      valueWithFee: commitment.valueWithFee,
      refreshFee,
    });
    expect(eddsaVerify(oldCoinPub, melt, crockToBytes(String(request.body.json['confirm_sig']), 64))).toBe(true);
    const confirmed = (norevealIndex: number): boolean =>
      eddsaVerify(
        k32(String(response.body.json['exchange_pub'])),
        confirmMeltBlock({ rc, norevealIndex }),
        crockToBytes(String(response.body.json['exchange_sig']), 64),
      );
    expect(confirmed(secrets.noreveal_index)).toBe(true);
    expect(confirmed((secrets.noreveal_index + 1) % 3)).toBe(false);

    const secret = mustOk(transferSecret(privs[secrets.noreveal_index], oldCoinPub), 'trace');
    const answers = step('reveal').response.body.json['ev_sigs'] as Json;
    for (const index of csIndexes) {
      const coin = at(secrets.new_coins, index);
      const made = makeCoin(refreshPlanchetSecret(secret, index), coin.denom_pub_hash, rOf(index));
      expect(bytesToCrock(made.coinPriv)).toBe(coin.coin_priv);
      expect(finish(made, coin.denom_pub_hash, at<Json>(answers, index)['ev_sig'] as Json).cs_signature_s).toBe(
        coin.ub_sig.cs_signature_s,
      );
    }
  });
});
