// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../electron/storage/store.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { mustOk } from '../../shared/result.ts';
import { fund, memoryDatabase } from './wallet-lab.ts';
import { oneExchange } from './one-exchange.ts';

const { lab, exchange, settleAll, order } = await oneExchange();

describe('bad input is refused by name, and nothing changes', () => {
  test('amounts, currencies, addresses', async () => {
    const { wallet, store } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const before = store.revision();
    const refusals: readonly (readonly [Promise<{ readonly ok: boolean }>, string])[] = [
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: '5' }), 'malformed-amount'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:-1' }), 'malformed-amount'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:9007199254740993' }), 'amount-too-large'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'EUR:5' }), 'wrong-currency'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:0' }), 'amount-is-zero'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:0.001' }), 'no-denominations'],
      [wallet.withdrawManual({ exchange: 'ftp://x/', amount: 'KUDOS:5' }), 'malformed-base-url'],
      [wallet.withdrawFromBank('http://bank/withdraw/1'), 'malformed-taler-uri'],
      [wallet.withdrawFromBank('taler://pay/shop.example/1/'), 'wrong-taler-uri'],
      [wallet.preparePay('taler://withdraw/bank.example/1'), 'wrong-taler-uri'],
      [wallet.preparePay('taler://pay/'), 'malformed-taler-uri'],
      [wallet.confirmPay('nothing'), 'unknown-purchase'],
      [wallet.addExchange(lab.sandbox.merchant.baseUrl), 'not-an-exchange'],
      [wallet.addExchange('http://127.0.0.1:1/'), 'unreachable'],
    ];
    for (const [attempt, kind] of refusals) {
      const result = (await attempt) as Awaited<ReturnType<typeof wallet.addExchange>>;
      if (result.ok) throw new Error(`accepted: ${kind}`);
      expect(result.error.kind).toBe(kind);
      expect(english('failure', explainFailure(result.error))).toMatch(/^[^\n]{10,}[.!]$/);
    }
    expect(store.revision()).toBe(before);
  });

  test.each(['denominations', 'signkeys', 'accounts', 'wire-fees', 'global-fees'] as const)(
    'an exchange whose %s its master key did not sign',
    async (what) => {
      const { wallet, store } = lab.openWallet();
      exchange.faults.always({ path: '/keys' }, { badMasterSignature: what });
      const added = await wallet.addExchange(exchange.baseUrl);
      expect(added).toMatchObject({ ok: false, error: { kind: 'bad-master-signature' } });
      expect(store.entries('exchange')).toEqual([]);
      expect(wallet.exchanges()).toEqual([]);
    },
  );

  test('an exchange of an unknown version', async () => {
    const { wallet } = lab.openWallet();
    exchange.faults.always({ path: '/config' }, { unknownVersion: '99:0:0' });
    expect(await wallet.addExchange(exchange.baseUrl)).toMatchObject({
      ok: false,
      error: { kind: 'unsupported-version', version: '99:0:0' },
    });
  });

  test('an exchange whose clock and ours are years apart', async () => {
    const world = { ...lab.world, now: () => lab.world.now() + 3 * 365 * 24 * 3600_000 };
    const store = openStore({ db: memoryDatabase(), world });
    const added = await createWallet({ world, store }).addExchange(exchange.baseUrl);
    expect(added).toMatchObject({ ok: false, error: { kind: 'clock-skew' } });
    expect(store.entries('exchange')).toEqual([]);
  });

  test('another master key under a known address is a conflict, never written over', async () => {
    const { wallet, store } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const [known] = store.entries('exchange');
    const other = lab.openWallet();
    const foreign = 'A'.repeat(52).replace(/.$/, '0');
    other.store.transaction((tx) =>
      tx.put('exchange', `${exchange.baseUrl} ${foreign}`, {
        base_url: exchange.baseUrl,
        master_pub: foreign,
        currency: 'KUDOS',
        fields: {},
      }),
    );
    expect(await other.wallet.addExchange(exchange.baseUrl)).toMatchObject({
      ok: false,
      error: { kind: 'master-key-changed' },
    });
    expect(other.store.entries('exchange')).toHaveLength(1);
    expect(other.wallet.exchanges()).toMatchObject([
      { state: 'conflict', note: { facts: { why: { kind: 'master-key-changed' } } } },
    ]);
    expect(known?.value.currency).toBe('KUDOS');
  });

  test('two master keys, one of them from another copy: what is said of the money there is so', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const foreign = 'A'.repeat(52).replace(/.$/, '0');
    open.store.transaction((tx) =>
      tx.put('exchange', `${exchange.baseUrl} ${foreign}`, {
        base_url: exchange.baseUrl,
        master_pub: foreign,
        currency: 'KUDOS',
        fields: {},
      }),
    );
    expect(open.wallet.exchanges()).toMatchObject([{ state: 'conflict', note: { kind: 'two-keys' } }]);
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:1')).talerPayUri), 'offer');
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('paid');
    await settleAll(open);
  });
});
