// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { recoupBlock, recoupRefreshBlock, reserveHistoryBlock } from '../../electron/taler/purposes/wallet.ts';
import { denominations, finishCoins, get, post, sign, startLab, withdrawCoins, type Coin } from './sandbox-client.ts';
import { contract, coinHistory, depositRequest, meltRequest } from './sandbox-requests.ts';

describe.each(['v17', 'v23'] as const)('exchange %s', (generation) => {
  test('recoup: value of a revoked coin returns to its reserve, of refreshed change to the old coin', async () => {
    const specs = [{ value: '1' }, { value: '2' }];
    const own = await startLab({
      exchanges: [{ generation, denominations: specs }],
      syncProviders: [],
    });
    const [bank] = own.sandbox.exchanges;
    const { reserve, coins } = await withdrawCoins(own, bank!, ['1', '1', '2']);
    const [spent, , old] = coins as [Coin, Coin, Coin];
    const available = await denominations(bank!, own.now());
    const change = meltRequest(old, [available.get('KUDOS:1')!]);
    const melted = (await post(`${bank!.baseUrl}coins/${old.pub}/melt`, change.melt)).json;
    const revealed = await post(
      `${bank!.baseUrl}refreshes/${change.melt.rc}/reveal`,
      change.reveal(melted.noreveal_index),
    );
    const [fresh] = finishCoins(change.planchets[melted.noreveal_index]!, [spent.denom], revealed.json.ev_sigs);
    await post(`${bank!.baseUrl}batch-deposit`, depositRequest(own, contract(), [[spent, 'KUDOS:0.4']]));
    const recoup = (coin: Coin, kind: 'recoup' | 'recoup-refresh') => {
      const make = kind === 'recoup' ? recoupBlock : recoupRefreshBlock;
      const coin_sig = sign(
        coin,
        make({ denominationHash: coin.denom.hashBytes, blindingSecret: coin.blindingSecret }),
      );
      return post(`${bank!.baseUrl}coins/${coin.pub}/${kind}`, {
        denom_pub_hash: coin.denom.hash,
        denom_sig: coin.ubSig,
        coin_sig,
        coin_blind_key_secret: bytesToCrock(coin.blindingSecret),
        ewv: { cipher: 'RSA' },
      });
    };
    expect(await recoup(spent, 'recoup')).toMatchObject({ status: 410, json: { code: 1555, oper: 'RECOUP' } });
    bank!.revokeDenomination(spent.denom.hash);
    expect((await get(`${bank!.baseUrl}keys`)).json.recoup).toEqual([{ h_denom_pub: spent.denom.hash }]);
    expect(
      await post(`${bank!.baseUrl}batch-deposit`, depositRequest(own, contract(), [[spent, 'KUDOS:0.1']])),
    ).toMatchObject({ status: 410, json: { code: 1010, oper: 'DEPOSIT' } });
    expect(await recoup(spent, 'recoup')).toMatchObject({ status: 200, json: { reserve_pub: reserve.pub } });
    expect((await recoup(spent, 'recoup')).status).toBe(200);
    expect(bank!.reserveBalance(reserve.pub)).toBe('KUDOS:0.6');
    expect(await recoup(fresh!, 'recoup')).toMatchObject({ status: 404, json: { code: 1551 } });
    expect(await recoup(fresh!, 'recoup-refresh')).toMatchObject({ status: 200, json: { old_coin_pub: old.pub } });
    expect(await recoup(spent, 'recoup-refresh')).toMatchObject({ status: 404, json: { code: 1576 } });
    expect((await coinHistory(bank!.baseUrl, old)).json.history.map((entry: any) => entry.type)).toEqual([
      'MELT',
      'OLD-COIN-RECOUP',
    ]);
    expect((await coinHistory(bank!.baseUrl, fresh!)).json.history.map((entry: any) => entry.type)).toEqual([
      'RECOUP-REFRESH',
    ]);
    const history = await get(`${bank!.baseUrl}reserves/${reserve.pub}/history`, {
      'taler-reserve-history-signature': sign(reserve, reserveHistoryBlock({ startOffset: 0 })),
    });
    expect(history.json.history.map((entry: any) => entry.type)).toEqual([
      'CREDIT',
      'WITHDRAW',
      'WITHDRAW',
      'WITHDRAW',
      'RECOUP',
    ]);
    await own.sandbox.close();
  });
});
