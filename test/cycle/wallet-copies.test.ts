// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, type OpenWallet } from './wallet-lab.ts';
import { oneExchange } from './one-exchange.ts';

const { lab, exchange, settleAll, order } = await oneExchange();

/** Another installation with the same entries, as an old backup makes one. */
const copyOf = ({ store }: OpenWallet): OpenWallet => {
  const copy = lab.openWallet();
  copy.store.transaction((tx) => tx.join(store.snapshot()));
  return copy;
};

describe('two copies of one wallet', () => {
  test('the second spends what is left: the spent coin is replaced after its history was read', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:2.02');
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const bought = mustOk(await first.wallet.preparePay((await order('KUDOS:3.9')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(bought.purchaseId), 'payment');

    const again = await order('KUDOS:1.5');
    const offer = mustOk(await second.wallet.preparePay(again.talerPayUri), 'offer');
    // Its only reasonable coin is the one it does not know to be spent.
    for (const { id, value } of second.store.coins({ status: 'fresh' })) {
      if (value.v === 'KUDOS:2') second.store.transaction((tx) => tx.put('coin', id, { ...value, status: 'in-use' }));
    }
    expect((await second.wallet.confirmPay(offer.purchaseId)).ok).toBe(false);
    expectSumsAgree(second.wallet);
    expect(second.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(true);
    await settleAll(second);
    const third = mustOk(await second.wallet.preparePay((await order('KUDOS:1.5')).talerPayUri), 'offer');
    expect(mustOk(await second.wallet.confirmPay(third.purchaseId), 'payment').state).toBe('paid');
    await settleAll(second);
  });

  test('a coin in its place: the payment still succeeds', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:2.02');
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const spent = mustOk(await first.wallet.preparePay((await order('KUDOS:1.9')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(spent.purchaseId), 'payment');
    const offer = mustOk(await second.wallet.preparePay((await order('KUDOS:1.9')).talerPayUri), 'offer');
    expect(mustOk(await second.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('paid');
    await settleAll(second);
    const [line] = second.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1.9' });
    const [bought] = second.store.entries('purchase');
    expect(
      Object.values(bought?.value.coins ?? {})
        .map(({ s }) => s)
        .sort(),
    ).toEqual(['paid', 'released']);
    expect(second.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(true);
  });

  test('an audit lowers what the other copy spent, and says so', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const offer = mustOk(await first.wallet.preparePay((await order('KUDOS:1.5')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(offer.purchaseId), 'payment');
    await settleAll(first);

    const report = await second.wallet.auditCoins({}, 'find');
    // The first copy renewed its change: that is found again with the old coin, only the price is gone.
    expect(report).toMatchObject({
      checked: 1,
      spentElsewhere: 1,
      lost: ['KUDOS:1.5'],
      unchecked: 0,
      exchangesSilent: [],
    });
    expect(balanceAt(second.wallet, exchange.baseUrl).total).toBe(balanceAt(first.wallet, exchange.baseUrl).total);
    await settleAll(second);
  });

  test('an exchange that is silent during an audit changes nothing and is named', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    exchange.faults.always({ path: '/history' }, { closeConnection: true });
    const report = await open.wallet.auditCoins();
    expect(report).toMatchObject({ checked: 0, spentElsewhere: 0, unchecked: 1, exchangesSilent: [exchange.baseUrl] });
    expect(balanceAt(open.wallet, exchange.baseUrl).total).toBe('KUDOS:4');
  });

  test('both renew the same coin, then learn of each other: one renewal wins, nothing hangs, nothing is counted twice', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    first.wallet.renewCoins();
    await settleAll(first);
    second.wallet.renewCoins();
    // Plans its own refresh of the coin, and is refused; then it hears what the first copy did.
    await second.wallet.run();
    second.store.transaction((tx) => tx.join(first.store.snapshot()));
    await settleAll(second);
    first.store.transaction((tx) => tx.join(second.store.snapshot()));
    await settleAll(first);
    for (const { wallet } of [first, second]) {
      expect(balanceAt(wallet, exchange.baseUrl).total).toBe(balanceAt(first.wallet, exchange.baseUrl).total);
      expect((await wallet.auditCoins()).spentElsewhere).toBe(0);
    }
    expect(amount(balanceAt(first.wallet, exchange.baseUrl).total).units).toBeGreaterThan(amount('KUDOS:3.9').units);
  });

  test('after a restore all coins are exchanged for new ones', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.5');
    const second = copyOf(first);
    const before = amount(balanceAt(second.wallet, exchange.baseUrl).total).units;
    const old = second.store.coins({ status: 'fresh' }).map(({ id }) => id);
    expect(second.wallet.renewCoins()).toBe(old.length);
    await settleAll(second);
    const { total, available } = balanceAt(second.wallet, exchange.baseUrl);
    expect(available).toBe(total);
    expect(second.store.coins({ status: 'fresh' }).filter(({ id }) => old.includes(id))).toEqual([]);
    const [line] = second.wallet.history().filter(({ type }) => type === 'refresh');
    expect(amount(total).units).toBe(before - amount(line?.fees ?? '').units);
  });
});
