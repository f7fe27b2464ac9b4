// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  csBlind,
  csRefreshNonce,
  csUnblind,
  csVerify,
  csWithdrawNonce,
  deriveCsBlinding,
  deriveCsCoin,
} from '../../electron/taler/crypto/cs.ts';
import { coinEvHash, coinPubHash } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { linkBlock, meltBlock, withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  deriveTransferPrivs,
  linkSecret,
  refreshCommitment,
  refreshPlanchetSecret,
  transferPubs,
  transferSecret,
} from '../../electron/taler/coin/refresh.ts';
import { get, keyPair, post, random, sign, startLab, withdrawCoins, type Coin, type Lab } from './sandbox-client.ts';
import { contract, depositRequest } from './sandbox-requests.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('Clause-Schnorr coins: withdrawn, spent, refused when a nonce returns', async () => {
    const { baseUrl } = exchange();
    const { json: keys } = await get(`${baseUrl}keys`);
    const denom = exchange()
      .denominations.all()
      .find((each) => each.key.cipher === 'CS')!;
    expect(keys.denominations.find((group: any) => group.cipher === 'CS').denoms[0].cs_pub).toHaveLength(52);
    const point = denom.key.cipher === 'CS' ? denom.key.point : new Uint8Array();
    const reserve = keyPair();
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:5', { exchange: at });
    const planchetSecret = random(32);
    const nonce = csWithdrawNonce(planchetSecret);
    const csr = await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: denom.hash });
    expect(
      (await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: denom.hash })).json,
    ).toEqual(csr.json);
    const rsa = exchange()
      .denominations.all()
      .find((each) => each.key.cipher === 'RSA')!;
    expect(
      await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: rsa.hash }),
    ).toMatchObject({ status: 404, json: { code: 1016 } });
    const rValues = [crockToBytes(csr.json.ewv.r_pub_0, 32), crockToBytes(csr.json.ewv.r_pub_1, 32)] as const;
    const withdrawWith = async (secret: Uint8Array) => {
      const { coinPriv, blindingSeed } = deriveCsCoin(secret, rValues);
      const blinding = deriveCsBlinding(blindingSeed);
      const hash = coinPubHash(eddsaPublicKey(coinPriv));
      const {
        challenges: [c0, c1],
        blindedR,
      } = mustOk(csBlind(point, rValues, blinding, hash), 'blind');
      const envelope = coinEvHash(denom.hashBytes, { cipher: 'CS', c0, c1, nonce });
      const reserve_sig = sign(
        reserve,
        withdrawBlock({
          valueWithFee: addAmounts(denom.value, denom.feeWithdraw),
          denominationHash: denom.hashBytes,
          coinEvHash: envelope,
        }),
      );
      const coin_ev = {
        cipher: 'CS',
        cs_nonce: bytesToCrock(nonce),
        cs_blinded_c0: bytesToCrock(c0),
        cs_blinded_c1: bytesToCrock(c1),
      };
      const answer = await post(`${baseUrl}reserves/${reserve.pub}/batch-withdraw`, {
        planchets: [{ denom_pub_hash: denom.hash, coin_ev, reserve_sig }],
      });
      return { answer, blinding, blindedR, hash, coinPriv };
    };
    const { answer, blinding, blindedR, hash, coinPriv } = await withdrawWith(planchetSecret);
    expect(answer.status).toBe(200);
    const { b, s } = answer.json.ev_sigs[0].ev_sig as { b: 0 | 1; s: string };
    const signature = { r: blindedR[b], s: csUnblind(crockToBytes(s, 32), blinding.alpha[b]) };
    expect(csVerify(point, hash, signature)).toBe(true);
    expect((await withdrawWith(random(32))).answer).toMatchObject({ status: 400, json: { code: 1160 } });
    const coin = {
      priv: coinPriv,
      pub: bytesToCrock(eddsaPublicKey(coinPriv)),
      denom: { ...denom, key: undefined },
      ubSig: { cipher: 'CS', cs_signature_r: bytesToCrock(signature.r), cs_signature_s: bytesToCrock(signature.s) },
    } as unknown as Coin;
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(lab, contract(), [[coin, 'KUDOS:0.5']]))).status).toBe(
      200,
    );
    const rms = random(32);
    const many = await post(`${baseUrl}csr-melt`, {
      rms: bytesToCrock(rms),
      nks: [{ coin_offset: 3, denom_pub_hash: denom.hash }],
    });
    const single = await post(`${baseUrl}csr-withdraw`, {
      nonce: bytesToCrock(csRefreshNonce(rms, 3)),
      denom_pub_hash: denom.hash,
    });
    expect(many.json.ewvs[0]).toEqual(single.json);
    expect(await post(`${baseUrl}csr-melt`, { rms: bytesToCrock(rms), nks: [] })).toMatchObject({
      status: 400,
      json: { code: 1018 },
    });
  });

  test('change in Clause-Schnorr coins: two candidates are recomputed, the third is signed, link finds it', async () => {
    const { baseUrl } = exchange();
    const {
      coins: [old],
    } = await withdrawCoins(lab, exchange(), ['2']);
    const denom = exchange()
      .denominations.all()
      .find((each) => each.key.cipher === 'CS')!;
    const point = denom.key.cipher === 'CS' ? denom.key.point : new Uint8Array();
    const rms = random(32);
    const csr = await post(`${baseUrl}csr-melt`, {
      rms: bytesToCrock(rms),
      nks: [{ coin_offset: 0, denom_pub_hash: denom.hash }],
    });
    const { r_pub_0, r_pub_1 } = csr.json.ewvs[0].ewv;
    const rValues = [crockToBytes(r_pub_0, 32), crockToBytes(r_pub_1, 32)] as const;
    const nonce = csRefreshNonce(rms, 0);
    const oldPub = crockToBytes(old!.pub, 32);
    const coinOf = (secret: Uint8Array) => {
      const { coinPriv, blindingSeed } = deriveCsCoin(refreshPlanchetSecret(secret, 0), rValues);
      const blinding = deriveCsBlinding(blindingSeed);
      const hash = coinPubHash(eddsaPublicKey(coinPriv));
      const {
        challenges: [c0, c1],
        blindedR,
      } = mustOk(csBlind(point, rValues, blinding, hash), 'blind');
      return { coinPriv, blinding, hash, blindedR, planchet: { cipher: 'CS' as const, c0, c1, nonce } };
    };
    const privs = deriveTransferPrivs(random(64));
    const pubs = transferPubs(privs);
    const candidates = privs.map((priv) => coinOf(mustOk(transferSecret(priv, oldPub), 'secret')));
    const valueWithFee = addAmounts(addAmounts(denom.value, denom.feeWithdraw), old!.denom.feeRefresh);
    const rc = refreshCommitment({
      transferPubs: pubs,
      newDenominationHashes: [denom.hashBytes],
      oldCoinPub: oldPub,
      valueWithFee,
      planchetsByGamma: [[candidates[0]!.planchet], [candidates[1]!.planchet], [candidates[2]!.planchet]],
      refreshMasterSeed: rms,
    });
    const melted = await post(`${baseUrl}coins/${old!.pub}/melt`, {
      denom_pub_hash: old!.denom.hash,
      denom_sig: old!.ubSig,
      rc: bytesToCrock(rc),
      rms: bytesToCrock(rms),
      value_with_fee: amountToText(valueWithFee),
      confirm_sig: sign(
        old!,
        meltBlock({ rc, denominationHash: old!.denom.hashBytes, valueWithFee, refreshFee: old!.denom.feeRefresh }),
      ),
    });
    const gamma = melted.json.noreveal_index as 0 | 1 | 2;
    const chosen = candidates[gamma]!;
    const { c0, c1 } = chosen.planchet;
    const envelope = coinEvHash(denom.hashBytes, chosen.planchet);
    const reveal = {
      transfer_pub: bytesToCrock(pubs[gamma]),
      transfer_privs: privs.filter((_, at) => at !== gamma).map((priv) => bytesToCrock(priv)),
      new_denoms_h: [denom.hash],
      coin_evs: [
        {
          cipher: 'CS',
          cs_nonce: bytesToCrock(nonce),
          cs_blinded_c0: bytesToCrock(c0),
          cs_blinded_c1: bytesToCrock(c1),
        },
      ],
      link_sigs: [
        sign(old!, linkBlock({ newDenominationHash: denom.hashBytes, transferPub: pubs[gamma], coinEvHash: envelope })),
      ],
    };
    const url = `${baseUrl}refreshes/${bytesToCrock(rc)}/reveal`;
    expect(await post(url, reveal)).toMatchObject({ status: 400, json: { code: 25, detail: 'rms' } });
    const { json } = await post(url, { ...reveal, rms: bytesToCrock(rms) });
    const { b, s } = json.ev_sigs[0].ev_sig as { b: 0 | 1; s: string };
    const signature = { r: chosen.blindedR[b], s: csUnblind(crockToBytes(s, 32), chosen.blinding.alpha[b]) };
    expect(csVerify(point, chosen.hash, signature)).toBe(true);

    const {
      json: [linked],
    } = await get(`${baseUrl}coins/${old!.pub}/link`);
    expect(linked.new_coins[0]).toMatchObject({
      ewv: { cipher: 'CS', r_pub_0, r_pub_1 },
      cs_nonce: bytesToCrock(nonce),
    });
    const again = coinOf(mustOk(linkSecret(old!.priv, crockToBytes(linked.transfer_pub, 32)), 'link'));
    expect(again.coinPriv).toEqual(chosen.coinPriv);
  });
});
