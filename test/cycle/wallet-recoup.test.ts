// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

const DAY = 24 * 3600_000;

describe.each(inTurn('wallet-recoup', ['v17', 'v23'] as const))('a revoked denomination (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange(
    {
      exchanges: [
        {
          generation,
          // Two keys for every value, so that there is something to replace a revoked one with.
          denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'].flatMap((value) => [
            { value },
            { value },
          ]),
        },
      ],
    },
    (opened, { baseUrl }) => {
      lab = opened;
      base = baseUrl;
    },
  );

  const exchange = () => lab.sandbox.exchanges[0];
  const revoke = (h: string): void => exchange()?.revokeDenomination(h);
  const total = ({ wallet }: Pick<OpenWallet, 'wallet'>): bigint => amount(balanceAt(wallet, base).total).units;
  const freshOf = (open: OpenWallet, text: string) =>
    open.store.coins({ status: 'fresh' }).filter(({ value }) => value.v === text);
  const settle = async (open: Pick<OpenWallet, 'wallet'>): Promise<void> => {
    lab.travel(2 * DAY);
    await open.wallet.run();
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
  };

  test('a coin that was withdrawn: its value goes back to the reserve and is withdrawn again', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:5');
    const before = total(open);
    const [coin] = freshOf(open, 'KUDOS:4');
    if (!coin) throw new Error('no coin');
    revoke(coin.value.h);
    exchange()?.faults.once({ path: '/recoup' }, { afterHandling: true, closeConnection: true });
    await settle(open);
    expect(total(open)).toBe(before);
    expect(balanceAt(open.wallet, base)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
    expect(open.store.coins({ status: 'fresh' }).some(({ value }) => value.h === coin.value.h)).toBe(false);
    expect(open.wallet.history().map(({ type, title }) => `${type}: ${title?.kind}`)).toEqual(
      expect.arrayContaining(['refresh: recoup', 'withdrawal: drawn-again']),
    );
    // What was given back is no fee.
    const given = open.wallet.history().find(({ title }) => title?.kind === 'recoup');
    expect(given).toMatchObject({ amount: 'KUDOS:4', fees: 'KUDOS:0', effect: 'KUDOS:-4' });
    expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:4.5', summary: 'tea' });
    mustOk(
      await open.wallet.confirmPay(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
      'payment',
    );
    await runToRest(lab, open.wallet);
  });

  test('change: its value goes back to the coin it was made of, and new change is made', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    mustOk(
      await open.wallet.confirmPay(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
      'payment',
    );
    await settle(open);
    const before = total(open);
    expect(before).toBe(amount('KUDOS:3').units);
    const [coin] = freshOf(open, 'KUDOS:2');
    if (!coin) throw new Error('no change');
    revoke(coin.value.h);
    exchange()?.faults.once({ path: '/recoup-refresh' }, { afterHandling: true, closeConnection: true });
    lab.travel(2 * DAY);
    await open.wallet.run();
    // A restart in the middle.
    const again = { ...open, wallet: createWallet({ world: lab.world, store: open.store }) };
    await settle(again);
    expect(total(again)).toBe(before);
    expect(again.store.coins({ status: 'fresh' }).some(({ value }) => value.h === coin.value.h)).toBe(false);
    expect((await again.wallet.auditCoins()).spentElsewhere).toBe(0);
    expect(again.wallet.history().some(({ type }) => type === 'refund' || type === 'spent-elsewhere')).toBe(false);
    expect(again.wallet.history().filter(({ title, fees }) => title?.kind === 'recoup' && fees !== 'KUDOS:0')).toEqual(
      [],
    );
    const more = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2.5', summary: 'cake' });
    mustOk(
      await again.wallet.confirmPay(mustOk(await again.wallet.preparePay(more.talerPayUri), 'offer').purchaseId),
      'payment',
    );
    await settle(again);
    expect(total(again)).toBe(amount('KUDOS:0.5').units);
  });

  test('revoked since the list was read: a payment takes other coins, and does not wait for the daily look', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:5');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.5', summary: 'tea' });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    const [coin] = freshOf(open, 'KUDOS:1');
    if (!coin) throw new Error('no coin');
    revoke(coin.value.h);
    expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment')).toMatchObject({ state: 'paid' });
    await settle(open);
    expect(total(open)).toBe(amount('KUDOS:4.5').units);
  });

  test('revoked while it is being paid with: the shop says 502, the list says why, and other coins are taken', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:5');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.5', summary: 'tea' });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    const [coin] = freshOf(open, 'KUDOS:1');
    if (!coin) throw new Error('no coin');
    lab.interceptHttp(async (input, init) => {
      if (String(input instanceof Request ? input.url : input).endsWith('/pay')) revoke(coin.value.h);
      return economyHttp(input, init);
    });
    expect(mustOk(await open.wallet.confirmPay(purchaseId), 'payment')).toMatchObject({ state: 'paid' });
    lab.interceptHttp(undefined);
    const [bought] = open.store.entries('purchase');
    expect(bought?.value.coins[coin.id]?.s).toBe('released');
    await settle(open);
    expect(total(open)).toBe(amount('KUDOS:4.5').units);
  });

  test('an exchange that names another reserve is not believed; nothing is written off', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4');
    const before = balanceAt(open.wallet, base).total;
    const [coin] = freshOf(open, 'KUDOS:4');
    if (!coin) throw new Error('no coin');
    revoke(coin.value.h);
    exchange()?.faults.once({ path: '/recoup' }, { changeJson: () => ({ reserve_pub: '0'.repeat(52) }) });
    lab.travel(2 * DAY);
    await open.wallet.run();
    expect(open.wallet.pending()[0]?.why?.kind).toBe('recoup-elsewhere');
    expect(balanceAt(open.wallet, base).total).toBe(before);
    await settle(open);
    expect(balanceAt(open.wallet, base).total).toBe(before);
  });
});
