// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { blindSign } from '../../electron/sandbox/exchange/blind-sign.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { deriveRefreshPlanchets, transferSecret } from '../../electron/taler/coin/refresh.ts';
import { ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

type Melt = { readonly transfer_pub: string; readonly new_coins: readonly object[] };

// Whoever signs the coins of a denomination can sign as much change of an old coin as he likes: a transfer key of his own leads to it.
describe('an exchange that makes up change', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({}, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;

  /** A melt of that coin that never was, with `count` rightly signed coins of the denomination of `like`. */
  const madeUp = (coinPub: Uint8Array, hash: string, count: number): Melt => {
    const denomination = lab.sandbox.exchanges[0]?.denominations.find(hash);
    if (denomination?.key.cipher !== 'RSA') throw new Error('not such a denomination');
    const { key } = denomination.key;
    const transferPriv = lab.world.randomBytes(32);
    const secret = mustOk(transferSecret(transferPriv, coinPub), 'secret');
    const wanted = Array.from({ length: count }, () => ({ key, denominationHash: denomination.hashBytes }));
    const planchets = mustOk(deriveRefreshPlanchets(secret, wanted), 'planchets');
    return {
      transfer_pub: bytesToCrock(ecdhePublicKey(transferPriv)),
      new_coins: planchets.map((planchet, coin_idx) => ({
        denom_pub: {
          cipher: 'RSA',
          age_mask: 0,
          rsa_public_key: bytesToCrock(key.encoded),
          rsa_pub: bytesToCrock(key.encoded),
        },
        ev_sig: mustOk(blindSign(denomination, { cipher: 'RSA', blinded: planchet.blinded }), 'signature'),
        coin_idx,
        link_sig: bytesToCrock(new Uint8Array(64)),
      })),
    };
  };

  test.each([
    [
      'beside the real one',
      (melt: Melt, made: () => Melt): readonly Melt[] => [melt, ...Array.from({ length: 20 }, made)],
    ],
    ['in its place, worth more', (_melt: Melt, made: () => Melt): readonly Melt[] => [made()]],
  ])('%s: no coin of it comes, no sum grows, and the real change is found when it is told', async (_name, lie) => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.01');
    const second = lab.openWallet();
    second.store.transaction((tx) => tx.join(first.store.snapshot()));
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    const { purchaseId } = mustOk(await first.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(purchaseId), 'payment');
    await runToRest(lab, first.wallet);
    const { coinPub } = createCoinKeyRing(second.store).keysOf(second.store.entries('coin')[0]?.id ?? '') ?? {};
    const hash = second.store.entries('coin')[0]?.value.h ?? '';
    const before = second.store.entries('coin').length;
    const { faults } = lab.sandbox.exchanges[0] ?? { faults: undefined };
    faults?.always(
      { path: '/link' },
      {
        changeJson: (body) =>
          (body as readonly Melt[]).flatMap((melt) => lie(melt, () => madeUp(coinPub ?? new Uint8Array(32), hash, 8))),
      },
    );
    await second.wallet.auditCoins({}, 'find');
    faults?.clear();
    expect(second.store.entries('coin').length - before).toBeLessThan(8);
    expect(total(second)).toBeLessThanOrEqual(amount('KUDOS:4').units);
    expectSumsAgree(second.wallet);
    await second.wallet.auditCoins({}, 'find');
    expect(total(second)).toBe(total(first));
    expectSumsAgree(second.wallet);
  });
});
