// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { confirmMeltBlock } from '../../electron/taler/purposes/exchange.ts';
import { deriveRefreshCoin, linkSecret } from '../../electron/taler/coin/refresh.ts';
import {
  denominations,
  finishCoins,
  get,
  keyPair,
  post,
  prepareWithdrawal,
  random,
  startLab,
  withdrawCoins,
  type Lab,
} from './sandbox-client.ts';
import { contract, coinHistory, depositRequest, meltRequest } from './sandbox-requests.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await startLab({ exchanges: [{ generation: 'v17' }, { generation: 'v23' }], syncProviders: [] });
});
afterAll(() => lab.sandbox.close());

describe.each([0, 1])('exchange %i', (at) => {
  const exchange = () => lab.sandbox.exchanges[at]!;

  test('melt, reveal and link: the change is real, can be found again, and replays change nothing', async () => {
    const { baseUrl } = exchange();
    const {
      coins: [old],
    } = await withdrawCoins(lab, exchange(), ['4']);
    const available = await denominations(exchange(), lab.now());
    const newDenoms = ['2', '1', '0.64', '0.04'].map((value) => available.get(`KUDOS:${value}`)!);
    const { rc, melt, reveal, planchets } = meltRequest(old!, newDenoms);
    const meltUrl = `${baseUrl}coins/${old!.pub}/melt`;
    const revealUrl = `${baseUrl}refreshes/${bytesToCrock(rc)}/reveal`;
    expect(await post(revealUrl, reveal(0))).toMatchObject({ status: 404, json: { code: 1355 } });
    expect(await post(meltUrl, { ...melt, confirm_sig: bytesToCrock(new Uint8Array(64)) })).toMatchObject({
      status: 403,
      json: { code: 1303 },
    });
    expect(await coinHistory(baseUrl, old!)).toMatchObject({ status: 404, json: { code: 1019 } });
    const melted = await post(meltUrl, melt);
    expect(melted.status).toBe(200);
    const { noreveal_index: noreveal } = melted.json;
    expect(
      eddsaVerify(
        crockToBytes(melted.json.exchange_pub, 32),
        confirmMeltBlock({ rc, norevealIndex: noreveal }),
        crockToBytes(melted.json.exchange_sig, 64),
      ),
    ).toBe(true);
    expect((await post(meltUrl, melt)).json.noreveal_index).toBe(noreveal);
    expect(await get(`${baseUrl}coins/${old!.pub}/link`)).toMatchObject({ status: 404, json: { code: 1400 } });
    const good = reveal(noreveal);
    const wrong = await post(revealUrl, { ...good, transfer_privs: good.transfer_privs.toReversed() });
    expect(wrong).toMatchObject({ status: 409, json: { code: 1353 } });
    expect(wrong.json.rc_expected).toHaveLength(103);
    expect(await post(revealUrl, { ...good, link_sigs: good.link_sigs.slice(1) })).toMatchObject({
      status: 400,
      json: { code: 1358, detail: 'new_denoms/link_sigs' },
    });
    expect(await post(revealUrl, { ...good, transfer_privs: good.transfer_privs.slice(1) })).toMatchObject({
      status: 400,
      json: { code: 1356 },
    });
    expect(await post(revealUrl, { ...good, new_denoms_h: [], coin_evs: [], link_sigs: [] })).toMatchObject({
      status: 400,
      json: { code: 1018 },
    });
    expect(
      await post(revealUrl, { ...good, link_sigs: [good.link_sigs[1], ...good.link_sigs.slice(1)] }),
    ).toMatchObject({ status: 403, json: { code: 1361 } });
    const revealed = await post(revealUrl, good);
    expect(revealed.status).toBe(200);
    const fresh = finishCoins(planchets[noreveal]!, newDenoms, revealed.json.ev_sigs);
    expect((await post(revealUrl, good)).json).toEqual(revealed.json);

    // link: the old private key alone leads to the same coins
    const {
      json: [linked],
    } = await get(`${baseUrl}coins/${old!.pub}/link`);
    const secret = mustOk(linkSecret(old!.priv, crockToBytes(linked.transfer_pub, 32)), 'link');
    for (const [index, coin] of fresh.entries()) {
      expect(bytesToCrock(eddsaPublicKey(deriveRefreshCoin(secret, index).coinPriv))).toBe(coin.pub);
      expect(linked.new_coins[index]).toMatchObject({
        coin_idx: index,
        ewv: { cipher: 'RSA' },
        link_sig: good.link_sigs[index],
        ev_sig: revealed.json.ev_sigs[index].ev_sig,
      });
      expect(Object.keys(linked.new_coins[index].denom_pub)).toEqual([
        'cipher',
        'age_mask',
        at === 0 ? 'rsa_public_key' : 'rsa_pub',
      ]);
    }
    expect(
      (await post(`${baseUrl}batch-deposit`, depositRequest(lab, contract(), [[fresh[0]!, 'KUDOS:2']]))).status,
    ).toBe(200);
    const history = await coinHistory(baseUrl, old!);
    expect(history.json.history).toMatchObject([
      { type: 'MELT', amount: melt.value_with_fee, rc: melt.rc, coin_sig: melt.confirm_sig },
    ]);
    if (at === 1)
      expect(history.json).toMatchObject({
        h_denom_pub: old!.denom.hash,
        balance: amountToText(
          addAmounts(amount('KUDOS:0'), {
            currency: 'KUDOS',
            units: amount('KUDOS:4').units - amount(melt.value_with_fee).units,
          }),
        ),
      });
    const etag = history.headers.get('etag')!;
    expect((await coinHistory(baseUrl, old!, 0, { 'if-none-match': etag })).status).toBe(304);
    expect((await coinHistory(baseUrl, old!, Number(etag.slice(1, -1)))).status).toBe(304);
    expect((await coinHistory(baseUrl, old!, Number(etag.slice(1, -1)) + 5)).status).toBe(204);
    expect(await get(`${baseUrl}coins/${old!.pub}/history`)).toMatchObject({
      status: 400,
      json: { code: 25, detail: 'Taler-Coin-History-Signature' },
    });
    expect(await coinHistory(baseUrl, { ...old!, priv: random(32) })).toMatchObject({
      status: 403,
      json: { code: 1251 },
    });
    const broke = meltRequest(fresh[0]!, [available.get('KUDOS:1')!]);
    expect(await post(`${baseUrl}coins/${fresh[0]!.pub}/melt`, broke.melt)).toMatchObject({
      status: 409,
      json: { code: 1012 },
    });
  });

  test('expired denominations: new coins, spending and melting end at their own times', async () => {
    const DAY = 24 * 3600_000;
    const own = await startLab({
      exchanges: [
        {
          generation: at === 0 ? 'v17' : 'v23',
          denominations: [{ value: '1', withdrawMs: 10 * DAY, depositMs: 20 * DAY }],
        },
      ],
      syncProviders: [],
    });
    const [bank] = own.sandbox.exchanges;
    const {
      coins: [seen, unseen],
    } = await withdrawCoins(own, bank!, ['1', '1']);
    await post(`${bank!.baseUrl}batch-deposit`, depositRequest(own, contract(), [[seen!, 'KUDOS:0.1']]));
    own.travel(15 * DAY);
    const renewed = await denominations(bank!, own.now());
    expect(renewed.get('KUDOS:1')!.hash).not.toBe(seen!.denom.hash);
    const reserve = keyPair();
    const { body } = prepareWithdrawal(reserve, [seen!.denom]);
    expect(await post(`${bank!.baseUrl}reserves/${reserve.pub}/batch-withdraw`, body)).toMatchObject({
      status: 410,
      json: { code: 1009 },
    });
    own.travel(10 * DAY);
    expect(
      await post(`${bank!.baseUrl}batch-deposit`, depositRequest(own, contract(), [[unseen!, 'KUDOS:0.1']])),
    ).toMatchObject({ status: 410, json: { code: 1009, oper: 'DEPOSIT' } });
    const target = (await denominations(bank!, own.now())).get('KUDOS:1')!;
    expect(await post(`${bank!.baseUrl}coins/${unseen!.pub}/melt`, meltRequest(unseen!, [target]).melt)).toMatchObject({
      status: 410,
      json: { code: 1009, oper: 'MELT' },
    });
    expect(await post(`${bank!.baseUrl}coins/${seen!.pub}/melt`, meltRequest(seen!, [target]).melt)).toMatchObject({
      status: 400,
      json: { code: 1305 },
    });
    await own.sandbox.close();
  });
});
