// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { ok } from '../../shared/result.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { exchangeV14 } from '../../electron/taler/exchange/v14/v14.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { Exchange } from '../../electron/taler/exchange/exchange.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { confirmDepositBlockV14 } from '../../electron/taler/purposes/exchange.ts';
import { depositBlock, withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { planchetOf } from '../traces/recorded.ts';
import { keysOfTrace } from '../traces/keys-of-trace.ts';
import { findStep, jsonOf, loadTrace } from '../traces/trace.ts';

// Withdrawals and deposits as v14 has them: one request per planchet and coin.

const NOW = 1_795_442_500_000;
type Json = Record<string, unknown>;

describe('v14', () => {
  const trace = loadTrace('v17-withdraw');
  const signPriv = new Uint8Array(32).fill(5);
  const base = keysOfTrace(trace);
  const keys: ExchangeKeys = {
    ...base,
    generation: 'v14',
    signKeys: [
      {
        pub: bytesToCrock(eddsaPublicKey(signPriv)),
        stampStart: { t_s: 0 },
        stampExpire: { t_s: 2_000_000_000 },
        stampEnd: { t_s: 2_100_000_000 },
      },
    ],
  };
  const client = (
    answer: (path: string, body: Json) => Response,
  ): { readonly exchange: Exchange; readonly paths: readonly string[] } => {
    const paths: string[] = [];
    const http: typeof fetch = async (input, init) => {
      const asked = new Request(input, init);
      const { pathname } = new URL(asked.url);
      paths.push(pathname);
      return answer(pathname, (await asked.json()) as Json);
    };
    const world = {
      now: () => NOW,
      sleep: realWorld().sleep,
      randomBytes: (length: number) => new Uint8Array(length),
      http,
      log: () => undefined,
    };
    return {
      exchange: exchangeV14({
        world,
        baseUrl: 'http://x/',
        generation: 'v14',
        keys: async () => ok(keys),
        refetchKeys: async () => ok(keys),
        doubtKeys: () => undefined,
        areKeysDoubted: () => false,
      }),
      paths,
    };
  };

  test('withdraws one by one, in order', async () => {
    const recorded = (
      jsonOf(findStep(trace, 'batch-withdraw').request.body) as { readonly planchets: readonly Json[] }
    ).planchets.map((each) => planchetOf(trace, keys, each));
    const reservePriv = crockToBytes(String(trace.secrets['reserve_priv']));
    const { exchange, paths } = client((_, body) => {
      const planchet = recorded.find(({ denomination }) => denomination.hash === body['denom_pub_hash']);
      if (!planchet) return new Response('{"code":1005}', { status: 404 });
      const { denomination, coinEvHash } = planchet;
      const block = withdrawBlock({
        valueWithFee: { currency: 'KUDOS', units: denomination.value.units + denomination.feeWithdraw.units },
        denominationHash: crockToBytes(denomination.hash),
        coinEvHash,
      });
      expect(eddsaVerify(eddsaPublicKey(reservePriv), block, crockToBytes(String(body['reserve_sig'])))).toBe(true);
      return Response.json({
        ev_sig: { cipher: 'RSA', blinded_rsa_signature: bytesToCrock(planchet.blinded.slice(0, 10)) },
      });
    });
    expect(await exchange.withdraw({ reservePriv, planchets: recorded })).toEqual({
      ok: true,
      value: recorded.map(({ blinded }) => blinded.slice(0, 10)),
    });
    const path = `/reserves/${String(trace.secrets['reserve_pub'])}/withdraw`;
    expect(paths).toEqual([path, path]);
  });

  test('deposits one by one, without wallet_data_hash, and checks each confirmation', async () => {
    const coin = trace.secrets.coins[0];
    const denomination = keys.denominations.get(coin?.denom_pub_hash ?? '');
    if (!coin || !denomination) throw new Error('no such coin');
    const spend = {
      pub: crockToBytes(coin.coin_pub),
      priv: crockToBytes(coin.coin_priv),
      denomination,
      denomSig: crockToBytes(coin.ub_sig?.rsa_signature ?? ''),
    };
    const merchantPub = eddsaPublicKey(new Uint8Array(32).fill(6));
    const asked = {
      merchantPaytoUri: 'payto://x-taler-bank/localhost/me',
      wireSalt: new Uint8Array(16).fill(1),
      merchantPub,
      hContract: new Uint8Array(64).fill(2),
      timestamp: { t_s: 1_795_442_000 },
      refundDeadline: { t_s: 1_795_442_000 },
      wireTransferDeadline: { t_s: 1_795_443_000 },
      coins: [{ coin: spend, contribution: amount('KUDOS:2') }],
    };
    const wireHash = hashWire(asked.merchantPaytoUri, asked.wireSalt);
    const answer =
      (total: string) =>
      (_: string, body: Json): Response => {
        const signed = depositBlock({
          contractHash: asked.hContract,
          wireHash,
          denominationHash: crockToBytes(denomination.hash),
          timestamp: asked.timestamp,
          refundDeadline: asked.refundDeadline,
          contribution: amount('KUDOS:2'),
          depositFee: denomination.feeDeposit,
          merchantPub,
          walletDataHash: 'absent',
        });
        expect(eddsaVerify(spend.pub, signed, crockToBytes(String(body['coin_sig'])))).toBe(true);
        const block = confirmDepositBlockV14({
          contractHash: asked.hContract,
          wireHash,
          exchangeTimestamp: { t_s: 1_795_442_400 },
          wireDeadline: asked.wireTransferDeadline,
          refundDeadline: asked.refundDeadline,
          amountWithoutFee: amount(total),
          merchantPub,
          coinPub: spend.pub,
        });
        return Response.json({
          exchange_timestamp: { t_s: 1_795_442_400 },
          exchange_pub: bytesToCrock(eddsaPublicKey(signPriv)),
          exchange_sig: bytesToCrock(eddsaSign(signPriv, block)),
        });
      };
    expect(await client(answer('KUDOS:1.99')).exchange.batchDeposit(asked)).toMatchObject({
      ok: true,
      value: { total: amount('KUDOS:1.99') },
    });
    expect(await client(answer('KUDOS:2')).exchange.batchDeposit(asked)).toMatchObject({
      ok: false,
      error: { kind: 'bad-exchange-signature' },
    });
  });
});
