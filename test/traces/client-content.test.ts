// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { coinPubHash } from '../../electron/taler/coin/denomination.ts';
import { ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { decryptContract } from '../../electron/taler/peer/econtract.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { connectExchange, exchangeFromKeys } from '../../electron/taler/exchange/connect.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { Exchange } from '../../electron/taler/exchange/exchange.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import {
  deriveRefreshCoin,
  deriveRefreshPlanchets,
  linkSecret,
  refreshCommitment,
  transferPubs,
  transferSecret,
  type PerGamma,
} from '../../electron/taler/coin/refresh.ts';
import { unblindBatch } from '../../electron/taler/crypto/rsa.ts';
import { callFor } from './client-calls.ts';
import { keysOfTrace } from './keys-of-trace.ts';
import { replayWorld } from './replay.ts';
import { findStep, GENERATIONS, loadTrace, type CoinSecret, type Step, type Trace } from './trace.ts';

// What the recorded answers contain: the same coins, commitments, balances and contracts as the recording says.

const NOW = 1_795_442_500_000;

const play = async <T>(trace: Trace, step: Step): Promise<T> => {
  const keys = keysOfTrace(trace);
  const { world } = replayWorld([step], NOW);
  const exchange = exchangeFromKeys(world, keys);
  const result = await callFor({ trace, keys, world, exchange, single: exchange }, step)?.();
  if (!result?.ok) throw new Error(`${step.step} failed`);
  return result.value as T;
};

/** The unblinded signature, verified; the recorded one is the same number (RSA has one signature per message). */
const unblinded = (keys: ExchangeKeys, coin: CoinSecret, blindSignature: Uint8Array): string => {
  const key = keys.denominations.get(coin.denom_pub_hash)?.key;
  if (!key) throw new Error('no RSA denomination');
  const [signature] = mustOk(
    unblindBatch(key, [
      {
        blindSignature,
        blindingSecret: crockToBytes(coin.blinding_secret),
        messageHash: coinPubHash(crockToBytes(coin.coin_pub)),
      },
    ]),
    'a recorded signature',
  );
  return bytesToCrock(signature ?? new Uint8Array(0));
};

describe.each(GENERATIONS)('%s', (generation) => {
  test('discovery: the version is found, every signature of /keys holds, Clause-Schnorr is recognised and never selected', async () => {
    const { world, sent } = replayWorld(
      [
        findStep(loadTrace(`${generation}-discovery`), 'config'),
        findStep(loadTrace(`${generation}-keys-full`), 'keys-full'),
      ],
      NOW,
    );
    const exchange = mustOk(await connectExchange(world, loadTrace(`${generation}-discovery`).base_url), 'connect');
    expect(exchange.generation).toBe(generation);
    const keys = mustOk(await exchange.keys(), 'keys');
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /config', 'GET /keys']);
    expect(keys.rejected).toEqual([]);
    expect(keys.denominations.size).toBe(28);
    const denominations = [...keys.denominations.values()];
    expect(denominations.filter(({ cipher }) => cipher === 'CS')).toHaveLength(8);
    expect(denominations.filter(({ cipher, selectable }) => cipher === 'CS' && selectable)).toEqual([]);
    expect(denominations.filter(({ cipher, selectable }) => cipher === 'RSA' && selectable)).toHaveLength(20);
    expect(keys.accounts.map(({ paytoUri }) => paytoUri)).toEqual([expect.stringMatching(/^payto:\/\/x-taler-bank\//)]);
  });

  test('withdraw: the answers unblind to the recorded coins', async () => {
    const trace = loadTrace(`${generation}-withdraw`);
    const keys = keysOfTrace(trace);
    const signatures = await play<readonly Uint8Array[]>(trace, findStep(trace, 'batch-withdraw'));
    expect(signatures).toHaveLength(2);
    for (const [at, signature] of signatures.entries()) {
      const coin = trace.secrets.coins[at];
      if (!coin) throw new Error('no such coin');
      expect(unblinded(keys, coin, signature)).toBe(coin.ub_sig?.rsa_signature);
    }
  });

  test('refresh: planchets of all three γ, the commitment, the hidden index and the new coins are the recorded ones', async () => {
    const trace = loadTrace(`${generation}-refresh`);
    const keys = keysOfTrace(trace);
    const oldCoinPub = crockToBytes((trace.secrets['old_coin'] as CoinSecret).coin_pub);
    const newCoins = trace.secrets.new_denoms
      .map((hash) => ({ key: keys.denominations.get(hash)?.key, denominationHash: crockToBytes(hash) }))
      .map(({ key, denominationHash }) => {
        if (!key) throw new Error('no RSA denomination');
        return { key, denominationHash };
      });
    const privs = trace.secrets.transfer_privs.map((text) => crockToBytes(text)) as unknown as PerGamma<Uint8Array>;
    const planchets = privs.map((priv) =>
      mustOk(deriveRefreshPlanchets(mustOk(transferSecret(priv, oldCoinPub), 'secret'), newCoins), 'planchets'),
    );
    const recorded = trace.secrets['planchets_per_gamma'] as readonly (readonly { readonly h_coin_ev: string }[])[];
    expect(planchets.map((gamma) => gamma.map(({ coinEvHash }) => bytesToCrock(coinEvHash)))).toEqual(
      recorded.map((gamma) => gamma.map(({ h_coin_ev }) => h_coin_ev)),
    );

    const melt = findStep(trace, 'melt');
    const sides = planchets.map((gamma) =>
      gamma.map(({ blinded }) => ({ cipher: 'RSA' as const, blinded })),
    ) as unknown as Parameters<typeof refreshCommitment>[0]['planchetsByGamma'];
    const rc = refreshCommitment({
      transferPubs: transferPubs(privs),
      newDenominationHashes: newCoins.map(({ denominationHash }) => denominationHash),
      oldCoinPub,
      valueWithFee: { currency: 'KUDOS', units: 347_000_000n },
      planchetsByGamma: sides,
    });
    expect(bytesToCrock(rc)).toBe(trace.secrets['rc']);

    const { noRevealIndex } = await play<{ readonly noRevealIndex: number }>(trace, melt);
    expect(noRevealIndex).toBe(trace.secrets['noreveal_index']);
    expect((await play<{ readonly noRevealIndex: number }>(trace, findStep(trace, 'melt-replay'))).noRevealIndex).toBe(
      noRevealIndex,
    );

    const signatures = await play<readonly Uint8Array[]>(trace, findStep(trace, 'reveal'));
    expect(
      signatures.map((signature, at) => unblinded(keys, trace.secrets.new_coins[at] as CoinSecret, signature)),
    ).toEqual(trace.secrets.new_coins.map(({ ub_sig }) => ub_sig?.rsa_signature));
  });

  test('link: the old coin key alone finds all its change', async () => {
    const trace = loadTrace(`${generation}-refresh`);
    const keys = keysOfTrace(trace);
    const oldCoin = trace.secrets['old_coin'] as CoinSecret;
    const melts = await play<Extract<Awaited<ReturnType<Exchange['link']>>, { ok: true }>['value']>(
      trace,
      findStep(trace, 'link'),
    );
    expect(melts).toHaveLength(1);
    const found = melts.flatMap(({ transferPub, newCoins }) => {
      const secret = mustOk(linkSecret(crockToBytes(oldCoin.coin_priv), transferPub), 'link');
      return newCoins.map(({ denominationHash, blindSignature, index }) => {
        const { coinPriv, blindingSecret } = deriveRefreshCoin(secret, index);
        const coin = {
          coin_priv: bytesToCrock(coinPriv),
          coin_pub: bytesToCrock(eddsaPublicKey(coinPriv)),
          blinding_secret: bytesToCrock(blindingSecret),
          denom_pub_hash: denominationHash,
          h_coin_ev: '',
        };
        return [coin.coin_priv, unblinded(keys, coin, blindSignature ?? new Uint8Array(0))];
      });
    });
    expect(found).toEqual(trace.secrets.new_coins.map(({ coin_priv, ub_sig }) => [coin_priv, ub_sig?.rsa_signature]));
  });

  test('link of Clause-Schnorr change is read, without signatures we could use', async () => {
    const trace = loadTrace(`${generation}-cs`);
    const [melt] = await play<Extract<Awaited<ReturnType<Exchange['link']>>, { ok: true }>['value']>(
      trace,
      findStep(trace, 'link'),
    );
    expect(
      melt?.newCoins.map(({ cipher, blindSignature }) => `${cipher} ${blindSignature === undefined ? 'none' : 'some'}`),
    ).toEqual(['CS none', 'RSA some', 'CS none']);
  });

  test.each([
    ['deposit', 'coin-history', 0, 'KUDOS:0.98'],
    ['refresh', 'coin-history', 0, 'KUDOS:0.03'],
    ['push', 'coin-history-purse-deposit', 0, 'KUDOS:0.3'],
    ['push', 'coin-history-after-delete', 0, 'KUDOS:1'],
    ['push', 'coin-history-after-expiry', 0, 'KUDOS:1'],
    ['pull', 'coin-history-after-invoice-expiry', 0, 'KUDOS:0.5'],
    ['recoup', 'coin-history', 0, 'KUDOS:0'],
    ['recoup', 'old-coin-history', 0, 'KUDOS:0.98'],
    ['recoup', 'refreshed-coin-history', 0, 'KUDOS:0'],
    ['cs', 'coin-history', 0, 'KUDOS:0.64'],
  ])('%s: the balance after %s is the sum of its entries', async (subject, name, nth, expected) => {
    const trace = loadTrace(`${generation}-${subject}`);
    const history = await play<Extract<Awaited<ReturnType<Exchange['coinHistory']>>, { ok: true }>['value']>(
      trace,
      findStep(trace, name, nth),
    );
    expect(history.state === 'known' && amountToText(history.balance)).toBe(expected);
    expect(history.state === 'known' && history.entries.map(({ proof }) => proof)).not.toContain('unverifiable');
  });

  test.each(['push', 'pull'] as const)('%s: the contract decrypts to the recorded terms', async (subject) => {
    const trace = loadTrace(`${generation}-${subject}`);
    const step = findStep(trace, 'contract-get');
    const { pursePub, econtract } = await play<{ readonly pursePub: Uint8Array; readonly econtract: Uint8Array }>(
      trace,
      step,
    );
    const purse = trace.secrets.purses.find((each) => each.purse_pub === bytesToCrock(pursePub));
    if (!purse) throw new Error('no such purse');
    expect(step.request.path).toBe(`/contracts/${bytesToCrock(ecdhePublicKey(crockToBytes(purse.contract_priv)))}`);
    const opened = mustOk(
      decryptContract(econtract, { contractPriv: crockToBytes(purse.contract_priv), pursePub }, subject),
      'contract',
    );
    expect(opened.contractTerms).toEqual(purse.contract_terms);
    expect(bytesToCrock(mustOk(hashContract(opened.contractTerms), 'hash'))).toBe(purse.h_contract_terms);
    if (opened.kind === 'push') expect(bytesToCrock(opened.mergePriv)).toBe(purse.merge_priv);
  });
});
