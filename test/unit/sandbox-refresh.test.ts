// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { csBlind, csRefreshNonce, csUnblind, csVerify, csWithdrawNonce, deriveCsBlinding, deriveCsCoin } from '../../electron/taler/cs.ts';
import { coinEvHash, coinPubHash } from '../../electron/taler/denomination.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/encodings.ts';
import { hashWire } from '../../electron/taler/hash.ts';
import { confirmDepositBlock, confirmMeltBlock, confirmWireBlock, merchantRefundBlock } from '../../electron/taler/purposes-exchange.ts';
import { trackTransactionBlock } from '../../electron/taler/purposes-merchant.ts';
import { coinHistoryBlock, depositBlock, linkBlock, meltBlock, recoupBlock, recoupRefreshBlock, reserveHistoryBlock, withdrawBlock } from '../../electron/taler/purposes-wallet.ts';
import { deriveRefreshCoin, deriveRefreshPlanchets, deriveTransferPrivs, linkSecret, refreshCommitment, transferPubs, transferSecret } from '../../electron/taler/refresh.ts';
import { denominations, finishCoins, get, keyPair, post, prepareWithdrawal, random, sign, startLab, withdrawCoins, type Coin, type Denom, type KeyPair, type Lab } from './sandbox-client.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

const PAYTO = 'payto://x-taler-bank/localhost/merchant?receiver-name=merchant';
const SALT = new Uint8Array(16).fill(3);
const seconds = (ms: number) => ({ t_s: Math.floor(ms / 1000) });

type Contract = { readonly merchant: KeyPair; readonly hash: Uint8Array; readonly wireDeadlineMs?: number };
const depositRequest = (contract: Contract, parts: readonly (readonly [Coin, string])[], over: object = {}) => {
  const wireHash = hashWire(PAYTO, SALT);
  const timestamp = seconds(lab.now());
  const refundDeadline = seconds(lab.now());
  return {
    merchant_payto_uri: PAYTO, wire_salt: bytesToCrock(SALT), merchant_pub: contract.merchant.pub, h_contract_terms: bytesToCrock(contract.hash), timestamp, refund_deadline: refundDeadline,
    wire_transfer_deadline: seconds(lab.now() + (contract.wireDeadlineMs ?? 3600_000)),
    coins: parts.map(([coin, contribution]) => ({
      coin_pub: coin.pub, denom_pub_hash: coin.denom.hash, ub_sig: coin.ubSig, contribution,
      coin_sig: sign(coin, depositBlock({
        contractHash: contract.hash, wireHash, denominationHash: coin.denom.hashBytes, timestamp, refundDeadline, contribution: amount(contribution),
        depositFee: coin.denom.feeDeposit, merchantPub: crockToBytes(contract.merchant.pub, 32), walletDataHash: 'none',
      })),
    })),
    ...over,
  };
};
const contract = (): Contract => ({ merchant: keyPair(), hash: random(64) });

/** Melts a coin into new ones and reveals, as a wallet does. */
const meltRequest = (old: Coin, newDenoms: readonly Denom[], sessionSeed = random(64)) => {
  const privs = deriveTransferPrivs(sessionSeed);
  const pubs = transferPubs(privs);
  const oldPub = crockToBytes(old.pub, 32);
  const newCoins = newDenoms.map((each) => ({ key: each.key, denominationHash: each.hashBytes }));
  const secrets = privs.map((priv) => mustOk(transferSecret(priv, oldPub), 'secret'));
  const planchets = secrets.map((secret) => mustOk(deriveRefreshPlanchets(secret, newCoins), 'planchets'));
  const valueWithFee = newDenoms.reduce((sum, each) => addAmounts(sum, addAmounts(each.value, each.feeWithdraw)), old.denom.feeRefresh);
  const blinded = (gamma: number) => planchets[gamma]!.map((each) => ({ cipher: 'RSA' as const, blinded: each.blinded }));
  const rc = refreshCommitment({
    transferPubs: pubs, newDenominationHashes: newDenoms.map((each) => each.hashBytes), oldCoinPub: oldPub, valueWithFee, planchetsByGamma: [blinded(0), blinded(1), blinded(2)],
  });
  const melt = {
    denom_pub_hash: old.denom.hash, denom_sig: old.ubSig, rc: bytesToCrock(rc), value_with_fee: amountToText(valueWithFee),
    confirm_sig: sign(old, meltBlock({ rc, denominationHash: old.denom.hashBytes, valueWithFee, refreshFee: old.denom.feeRefresh })),
  };
  const reveal = (noreveal: number) => ({
    transfer_pub: bytesToCrock(pubs[noreveal as 0]), transfer_privs: privs.filter((_, gamma) => gamma !== noreveal).map((priv) => bytesToCrock(priv)),
    new_denoms_h: newDenoms.map((each) => each.hash),
    coin_evs: planchets[noreveal]!.map((each) => ({ cipher: 'RSA', rsa_blinded_planchet: bytesToCrock(each.blinded) })),
    link_sigs: planchets[noreveal]!.map((each, at) => sign(old, linkBlock({ newDenominationHash: newDenoms[at]!.hashBytes, transferPub: pubs[noreveal as 0], coinEvHash: each.coinEvHash }))),
  });
  return { rc, melt, reveal, planchets };
};

const coinHistory = (base: string, coin: KeyPair, start = 0, headers = {}) =>
  get(`${base}coins/${coin.pub}/history${start === 0 ? '' : `?start=${start}`}`, { 'taler-coin-history-signature': sign(coin, coinHistoryBlock({ startOffset: start })), ...headers });

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('deposits: confirmation, replay, subset, double spend, conflicts, refusals', async () => {
    const { baseUrl } = exchange();
    const { coins } = await withdrawCoins(lab, exchange(), ['2', '1']);
    const [two, one] = coins as [Coin, Coin];
    const first = contract();
    const body = depositRequest(first, [[two, 'KUDOS:1.8'], [one, 'KUDOS:0.7']]);
    const answer = await post(`${baseUrl}batch-deposit`, body);
    expect(answer.status).toBe(200);
    const block = confirmDepositBlock({
      contractHash: first.hash, wireHash: hashWire(PAYTO, SALT), exchangeTimestamp: answer.json.exchange_timestamp, wireDeadline: body.wire_transfer_deadline, refundDeadline: body.refund_deadline,
      amountWithoutFee: amount('KUDOS:2.48'), merchantPub: crockToBytes(first.merchant.pub, 32), coinSigs: body.coins.map((each) => crockToBytes(each.coin_sig, 64)),
    });
    expect(eddsaVerify(crockToBytes(answer.json.exchange_pub, 32), block, crockToBytes(answer.json.exchange_sig, 64))).toBe(true);
    expect((await post(`${baseUrl}batch-deposit`, body)).json).toEqual(answer.json);
    expect((await post(`${baseUrl}batch-deposit`, { ...body, coins: body.coins.slice(0, 1) })).status).toBe(200);
    // the first offending coin is named and nothing of the request is applied
    expect(await post(`${baseUrl}batch-deposit`, depositRequest(contract(), [[one, 'KUDOS:0.2'], [two, 'KUDOS:1']]))).toMatchObject({ status: 409, json: { code: 1012, coin_pub: two.pub, h_denom_pub: two.denom.hash } });
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(contract(), [[one, 'KUDOS:0.3']]))).status).toBe(200);
    const wallet = depositRequest(first, [[two, 'KUDOS:1.8']]);
    const refusals: [object, number, number][] = [
      [{ ...wallet, coins: [] }, 400, 26],
      [{ ...wallet, wire_transfer_deadline: { t_s: 'never' } }, 400, 1209],
      [{ ...wallet, refund_deadline: seconds(lab.now() + 9e6), wire_transfer_deadline: seconds(lab.now()) }, 400, 1208],
      [{ ...wallet, coins: [{ ...wallet.coins[0], contribution: 'KUDOS:2.1' }] }, 400, 1021],
      [{ ...wallet, coins: [{ ...wallet.coins[0], contribution: 'KUDOS:0.001' }] }, 400, 1207],
      [{ ...wallet, coins: [{ ...wallet.coins[0], coin_sig: bytesToCrock(new Uint8Array(64)) }] }, 403, 1205],
      [{ ...wallet, coins: [{ ...wallet.coins[0], ub_sig: one.ubSig }] }, 403, 1006],
      [{ ...wallet, coins: [{ ...wallet.coins[0], denom_pub_hash: bytesToCrock(random(64)) }] }, 404, 1005],
      [{ ...wallet, merchant_payto_uri: 'nonsense' }, 400, 26],
    ];
    for (const [request, status, code] of refusals) expect(await post(`${baseUrl}batch-deposit`, request)).toMatchObject({ status, json: { code } });
    const nameless = await post(`${baseUrl}batch-deposit`, { ...wallet, merchant_payto_uri: 'payto://x-taler-bank/localhost/merchant' });
    expect(nameless).toMatchObject(at === 0 ? { status: 403, json: { code: 1205 } } : { status: 400, json: { code: 22, field: 'merchant_payto_uri' } });
    expect(await post(`${baseUrl}coins/${two.pub}/deposit`, {})).toMatchObject({ status: 404, json: { code: 1001, detail: 'deposit' } });
  });

  test('melt, reveal and link: the change is real, can be found again, and replays change nothing', async () => {
    const { baseUrl } = exchange();
    const { coins: [old] } = await withdrawCoins(lab, exchange(), ['4']);
    const available = await denominations(exchange(), lab.now());
    const newDenoms = ['2', '1', '0.64', '0.04'].map((value) => available.get(`KUDOS:${value}`)!);
    const { rc, melt, reveal, planchets } = meltRequest(old!, newDenoms);
    const meltUrl = `${baseUrl}coins/${old!.pub}/melt`;
    const revealUrl = `${baseUrl}refreshes/${bytesToCrock(rc)}/reveal`;
    expect(await post(revealUrl, reveal(0))).toMatchObject({ status: 404, json: { code: 1355 } });
    expect(await post(meltUrl, { ...melt, confirm_sig: bytesToCrock(new Uint8Array(64)) })).toMatchObject({ status: 403, json: { code: 1303 } });
    expect(await coinHistory(baseUrl, old!)).toMatchObject({ status: 404, json: { code: 1019 } });
    const melted = await post(meltUrl, melt);
    expect(melted.status).toBe(200);
    const { noreveal_index: noreveal } = melted.json;
    expect(eddsaVerify(crockToBytes(melted.json.exchange_pub, 32), confirmMeltBlock({ rc, norevealIndex: noreveal }), crockToBytes(melted.json.exchange_sig, 64))).toBe(true);
    expect((await post(meltUrl, melt)).json.noreveal_index).toBe(noreveal);
    expect(await get(`${baseUrl}coins/${old!.pub}/link`)).toMatchObject({ status: 404, json: { code: 1400 } });
    const good = reveal(noreveal);
    const wrong = await post(revealUrl, { ...good, transfer_privs: good.transfer_privs.toReversed() });
    expect(wrong).toMatchObject({ status: 409, json: { code: 1353 } });
    expect(wrong.json.rc_expected).toHaveLength(103);
    expect(await post(revealUrl, { ...good, link_sigs: good.link_sigs.slice(1) })).toMatchObject({ status: 400, json: { code: 1358, detail: 'new_denoms/link_sigs' } });
    expect(await post(revealUrl, { ...good, transfer_privs: good.transfer_privs.slice(1) })).toMatchObject({ status: 400, json: { code: 1356 } });
    expect(await post(revealUrl, { ...good, new_denoms_h: [], coin_evs: [], link_sigs: [] })).toMatchObject({ status: 400, json: { code: 1018 } });
    expect(await post(revealUrl, { ...good, link_sigs: [good.link_sigs[1], ...good.link_sigs.slice(1)] })).toMatchObject({ status: 403, json: { code: 1361 } });
    const revealed = await post(revealUrl, good);
    expect(revealed.status).toBe(200);
    const fresh = finishCoins(planchets[noreveal]!, newDenoms, revealed.json.ev_sigs);
    expect((await post(revealUrl, good)).json).toEqual(revealed.json);

    // link: the old private key alone leads to the same coins
    const { json: [linked] } = await get(`${baseUrl}coins/${old!.pub}/link`);
    const secret = mustOk(linkSecret(old!.priv, crockToBytes(linked.transfer_pub, 32)), 'link');
    for (const [index, coin] of fresh.entries()) {
      expect(bytesToCrock(eddsaPublicKey(deriveRefreshCoin(secret, index).coinPriv))).toBe(coin.pub);
      expect(linked.new_coins[index]).toMatchObject({ coin_idx: index, ewv: { cipher: 'RSA' }, link_sig: good.link_sigs[index], ev_sig: revealed.json.ev_sigs[index].ev_sig });
      expect(Object.keys(linked.new_coins[index].denom_pub)).toEqual(['cipher', 'age_mask', at === 0 ? 'rsa_public_key' : 'rsa_pub']);
    }
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(contract(), [[fresh[0]!, 'KUDOS:2']]))).status).toBe(200);
    const history = await coinHistory(baseUrl, old!);
    expect(history.json.history).toMatchObject([{ type: 'MELT', amount: melt.value_with_fee, rc: melt.rc, coin_sig: melt.confirm_sig }]);
    if (at === 1) expect(history.json).toMatchObject({ h_denom_pub: old!.denom.hash, balance: amountToText(addAmounts(amount('KUDOS:0'), { currency: 'KUDOS', units: amount('KUDOS:4').units - amount(melt.value_with_fee).units })) });
    const etag = history.headers.get('etag')!;
    expect((await coinHistory(baseUrl, old!, 0, { 'if-none-match': etag })).status).toBe(304);
    expect((await coinHistory(baseUrl, old!, Number(etag.slice(1, -1)))).status).toBe(304);
    expect((await coinHistory(baseUrl, old!, Number(etag.slice(1, -1)) + 5)).status).toBe(204);
    expect(await get(`${baseUrl}coins/${old!.pub}/history`)).toMatchObject({ status: 400, json: { code: 25, detail: 'Taler-Coin-History-Signature' } });
    expect(await coinHistory(baseUrl, { ...old!, priv: random(32) })).toMatchObject({ status: 403, json: { code: 1251 } });
    const broke = meltRequest(fresh[0]!, [available.get('KUDOS:1')!]);
    expect(await post(`${baseUrl}coins/${fresh[0]!.pub}/melt`, broke.melt)).toMatchObject({ status: 409, json: { code: 1012 } });
  });

  test('refund, payout and tracking', async () => {
    const { baseUrl } = exchange();
    const { coins: [coin] } = await withdrawCoins(lab, exchange(), ['2']);
    const sale: Contract = { ...contract(), wireDeadlineMs: 5000 };
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(sale, [[coin!, 'KUDOS:1.5']]))).status).toBe(200);
    const refund = (id: number, sum: string, key = sale.merchant) => {
      const block = merchantRefundBlock({ contractHash: sale.hash, coinPub: crockToBytes(coin!.pub, 32), rtransactionId: id, refundAmount: amount(sum) });
      return post(`${baseUrl}coins/${coin!.pub}/refund`, { refund_amount: sum, h_contract_terms: bytesToCrock(sale.hash), rtransaction_id: id, merchant_pub: key.pub, merchant_sig: sign(key, block) });
    };
    expect((await refund(1, 'KUDOS:0.5')).status).toBe(200);
    expect((await refund(1, 'KUDOS:0.5')).status).toBe(200);
    expect(await refund(1, 'KUDOS:0.6')).toMatchObject({ status: 424, json: { code: 1510 } });
    expect(await refund(2, 'KUDOS:1.1')).toMatchObject({ status: 409, json: { code: 1501 } });
    expect(await refund(3, 'KUDOS:0.1', keyPair())).toMatchObject({ status: 404, json: { code: 1502 } });
    const history = (await coinHistory(baseUrl, coin!)).json.history;
    expect(history.map((entry: any) => [entry.type, entry.amount])).toEqual([['DEPOSIT', 'KUDOS:1.5'], ['REFUND', 'KUDOS:0.49']]);

    const wireHash = hashWire(PAYTO, SALT);
    const trackSig = sign(sale.merchant, trackTransactionBlock({ contractHash: sale.hash, wireHash, merchantPub: 'absent', coinPub: crockToBytes(coin!.pub, 32) }));
    const url = `${baseUrl}deposits/${bytesToCrock(wireHash)}/${sale.merchant.pub}/${bytesToCrock(sale.hash)}/${coin!.pub}`;
    expect(await get(url)).toMatchObject({ status: 400, json: { code: 25, detail: 'merchant_sig' } });
    expect(await get(`${url}?merchant_sig=${bytesToCrock(new Uint8Array(64))}`)).toMatchObject({ status: 403, json: { code: 1106 } });
    expect(await get(`${url}?merchant_sig=${trackSig}`)).toMatchObject({ status: 202, json: { kyc_ok: true } });
    const before = amount(lab.sandbox.bank.balance('merchant'));
    lab.travel(6000);
    const { json } = await get(`${url}?merchant_sig=${trackSig}&timeout_ms=2000`);
    const block = confirmWireBlock({ wireHash, contractHash: sale.hash, wtid: crockToBytes(json.wtid, 32), coinPub: crockToBytes(coin!.pub, 32), executionTime: json.execution_time, contribution: amount('KUDOS:1.49') });
    expect(eddsaVerify(crockToBytes(json.exchange_pub, 32), block, crockToBytes(json.exchange_sig, 64))).toBe(true);
    expect(lab.sandbox.bank.balance('merchant')).toBe(amountToText(addAmounts(before, amount('KUDOS:0.98'))));
    expect((await get(`${baseUrl}transfers/${json.wtid}`)).json).toMatchObject({ total: 'KUDOS:0.98', wire_fee: 'KUDOS:0.01', merchant_pub: sale.merchant.pub, deposits: [{ coin_pub: coin!.pub }] });
    expect(await refund(4, 'KUDOS:0.1')).toMatchObject({ status: 410, json: { code: 1503 } });
  });

  test('recoup: value of a revoked coin returns to its reserve, of refreshed change to the old coin', async () => {
    const specs = [{ value: '1' }, { value: '2' }];
    const own = await startLab({ exchanges: [{ generation: at === 0 ? 'v17' : 'v23', denominations: specs }], syncProviders: [] });
    const [bank] = own.sandbox.exchanges;
    const { reserve, coins } = await withdrawCoins(own, bank!, ['1', '1', '2']);
    const [spent, , old] = coins as [Coin, Coin, Coin];
    const available = await denominations(bank!, own.now());
    const change = meltRequest(old, [available.get('KUDOS:1')!]);
    const melted = (await post(`${bank!.baseUrl}coins/${old.pub}/melt`, change.melt)).json;
    const revealed = await post(`${bank!.baseUrl}refreshes/${change.melt.rc}/reveal`, change.reveal(melted.noreveal_index));
    const [fresh] = finishCoins(change.planchets[melted.noreveal_index]!, [spent.denom], revealed.json.ev_sigs);
    await post(`${bank!.baseUrl}batch-deposit`, depositRequest(contract(), [[spent, 'KUDOS:0.4']]));
    const recoup = (coin: Coin, kind: 'recoup' | 'recoup-refresh') => {
      const make = kind === 'recoup' ? recoupBlock : recoupRefreshBlock;
      const coin_sig = sign(coin, make({ denominationHash: coin.denom.hashBytes, blindingSecret: coin.blindingSecret }));
      return post(`${bank!.baseUrl}coins/${coin.pub}/${kind}`, { denom_pub_hash: coin.denom.hash, denom_sig: coin.ubSig, coin_sig, coin_blind_key_secret: bytesToCrock(coin.blindingSecret), ewv: { cipher: 'RSA' } });
    };
    expect(await recoup(spent, 'recoup')).toMatchObject({ status: 410, json: { code: 1555, oper: 'RECOUP' } });
    bank!.revokeDenomination(spent.denom.hash);
    expect((await get(`${bank!.baseUrl}keys`)).json.recoup).toEqual([{ h_denom_pub: spent.denom.hash }]);
    expect(await post(`${bank!.baseUrl}batch-deposit`, depositRequest(contract(), [[spent, 'KUDOS:0.1']]))).toMatchObject({ status: 410, json: { code: 1010, oper: 'DEPOSIT' } });
    expect(await recoup(spent, 'recoup')).toMatchObject({ status: 200, json: { reserve_pub: reserve.pub } });
    expect((await recoup(spent, 'recoup')).status).toBe(200);
    expect(bank!.reserveBalance(reserve.pub)).toBe('KUDOS:0.6');
    expect(await recoup(fresh!, 'recoup')).toMatchObject({ status: 404, json: { code: 1551 } });
    expect(await recoup(fresh!, 'recoup-refresh')).toMatchObject({ status: 200, json: { old_coin_pub: old.pub } });
    expect(await recoup(spent, 'recoup-refresh')).toMatchObject({ status: 404, json: { code: 1576 } });
    expect((await coinHistory(bank!.baseUrl, old)).json.history.map((entry: any) => entry.type)).toEqual(['MELT', 'OLD-COIN-RECOUP']);
    expect((await coinHistory(bank!.baseUrl, fresh!)).json.history.map((entry: any) => entry.type)).toEqual(['RECOUP-REFRESH']);
    const history = await get(`${bank!.baseUrl}reserves/${reserve.pub}/history`, { 'taler-reserve-history-signature': sign(reserve, reserveHistoryBlock({ startOffset: 0 })) });
    expect(history.json.history.map((entry: any) => entry.type)).toEqual(['CREDIT', 'WITHDRAW', 'WITHDRAW', 'WITHDRAW', 'RECOUP']);
    await own.sandbox.close();
  });

  test('expired denominations: new coins, spending and melting end at their own times', async () => {
    const DAY = 24 * 3600_000;
    const own = await startLab({ exchanges: [{ generation: at === 0 ? 'v17' : 'v23', denominations: [{ value: '1', withdrawMs: 10 * DAY, depositMs: 20 * DAY }] }], syncProviders: [] });
    const [bank] = own.sandbox.exchanges;
    const { coins: [seen, unseen] } = await withdrawCoins(own, bank!, ['1', '1']);
    await post(`${bank!.baseUrl}batch-deposit`, depositRequest(contract(), [[seen!, 'KUDOS:0.1']]));
    own.travel(15 * DAY);
    const renewed = await denominations(bank!, own.now());
    expect(renewed.get('KUDOS:1')!.hash).not.toBe(seen!.denom.hash);
    const reserve = keyPair();
    const { body } = prepareWithdrawal(reserve, [seen!.denom]);
    expect(await post(`${bank!.baseUrl}reserves/${reserve.pub}/batch-withdraw`, body)).toMatchObject({ status: 410, json: { code: 1009 } });
    own.travel(10 * DAY);
    expect(await post(`${bank!.baseUrl}batch-deposit`, depositRequest(contract(), [[unseen!, 'KUDOS:0.1']]))).toMatchObject({ status: 410, json: { code: 1009, oper: 'DEPOSIT' } });
    const target = (await denominations(bank!, own.now())).get('KUDOS:1')!;
    expect(await post(`${bank!.baseUrl}coins/${unseen!.pub}/melt`, meltRequest(unseen!, [target]).melt)).toMatchObject({ status: 410, json: { code: 1009, oper: 'MELT' } });
    expect(await post(`${bank!.baseUrl}coins/${seen!.pub}/melt`, meltRequest(seen!, [target]).melt)).toMatchObject({ status: 400, json: { code: 1305 } });
    await own.sandbox.close();
  });

  test('Clause-Schnorr coins: withdrawn, spent, refused when a nonce returns', async () => {
    const { baseUrl } = exchange();
    const { json: keys } = await get(`${baseUrl}keys`);
    const denom = exchange().denominations.all().find((each) => each.key.cipher === 'CS')!;
    expect(keys.denominations.find((group: any) => group.cipher === 'CS').denoms[0].cs_pub).toHaveLength(52);
    const point = denom.key.cipher === 'CS' ? denom.key.point : new Uint8Array();
    const reserve = keyPair();
    lab.sandbox.bank.transferToReserve(reserve.pub, 'KUDOS:5', { exchange: at });
    const planchetSecret = random(32);
    const nonce = csWithdrawNonce(planchetSecret);
    const csr = await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: denom.hash });
    expect((await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: denom.hash })).json).toEqual(csr.json);
    const rsa = exchange().denominations.all().find((each) => each.key.cipher === 'RSA')!;
    expect(await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(nonce), denom_pub_hash: rsa.hash })).toMatchObject({ status: 404, json: { code: 1016 } });
    const rValues = [crockToBytes(csr.json.ewv.r_pub_0, 32), crockToBytes(csr.json.ewv.r_pub_1, 32)] as const;
    const withdrawWith = async (secret: Uint8Array) => {
      const { coinPriv, blindingSeed } = deriveCsCoin(secret, rValues);
      const blinding = deriveCsBlinding(blindingSeed);
      const hash = coinPubHash(eddsaPublicKey(coinPriv));
      const { challenges: [c0, c1], blindedR } = mustOk(csBlind(point, rValues, blinding, hash), 'blind');
      const envelope = coinEvHash(denom.hashBytes, { cipher: 'CS', c0, c1, nonce });
      const reserve_sig = sign(reserve, withdrawBlock({ valueWithFee: addAmounts(denom.value, denom.feeWithdraw), denominationHash: denom.hashBytes, coinEvHash: envelope }));
      const coin_ev = { cipher: 'CS', cs_nonce: bytesToCrock(nonce), cs_blinded_c0: bytesToCrock(c0), cs_blinded_c1: bytesToCrock(c1) };
      const answer = await post(`${baseUrl}reserves/${reserve.pub}/batch-withdraw`, { planchets: [{ denom_pub_hash: denom.hash, coin_ev, reserve_sig }] });
      return { answer, blinding, blindedR, hash, coinPriv };
    };
    const { answer, blinding, blindedR, hash, coinPriv } = await withdrawWith(planchetSecret);
    expect(answer.status).toBe(200);
    const { b, s } = answer.json.ev_sigs[0].ev_sig as { b: 0 | 1; s: string };
    const signature = { r: blindedR[b], s: csUnblind(crockToBytes(s, 32), blinding.alpha[b]) };
    expect(csVerify(point, hash, signature)).toBe(true);
    expect((await withdrawWith(random(32))).answer).toMatchObject({ status: 400, json: { code: 1160 } });
    const coin = { priv: coinPriv, pub: bytesToCrock(eddsaPublicKey(coinPriv)), denom: { ...denom, key: undefined }, ubSig: { cipher: 'CS', cs_signature_r: bytesToCrock(signature.r), cs_signature_s: bytesToCrock(signature.s) } } as unknown as Coin;
    expect((await post(`${baseUrl}batch-deposit`, depositRequest(contract(), [[coin, 'KUDOS:0.5']]))).status).toBe(200);
    const rms = random(32);
    const many = await post(`${baseUrl}csr-melt`, { rms: bytesToCrock(rms), nks: [{ coin_offset: 3, denom_pub_hash: denom.hash }] });
    const single = await post(`${baseUrl}csr-withdraw`, { nonce: bytesToCrock(csRefreshNonce(rms, 3)), denom_pub_hash: denom.hash });
    expect(many.json.ewvs[0]).toEqual(single.json);
    expect(await post(`${baseUrl}csr-melt`, { rms: bytesToCrock(rms), nks: [] })).toMatchObject({ status: 400, json: { code: 1018 } });
  });
});
