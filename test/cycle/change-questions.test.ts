// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, test } from 'vitest';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { mustOk } from '../../shared/result.ts';
import { fund, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// As the window drives it (with a signal, so nobody is in haste): change that was put off and that cannot be made is asked about, or
// named, as long as that is so. Meanwhile it is nothing that could be spent.

let lab: WalletLab;
afterEach(() => lab.close());

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COINS: readonly DenominationSpec[] = [
  { value: '8', feeRefresh: '0.01' },
  { value: '1', feeWithdraw: '0.01' },
  { value: '0.5', feeWithdraw: '0.3' },
];

/** How many of a day's looks name it, each ten minutes after the last; the sum is no change to be spent then, nor before when all of it was said to be lost. */
const looksThatName = async ({ wallet }: OpenWallet, base: string, kind: string, isLost = false): Promise<number> => {
  const { signal } = new AbortController();
  let named = 0;
  for (let passed = 0; passed < DAY; passed += 10 * MINUTE) {
    await wallet.run({ signal });
    const isNamed = wallet.pending().some(({ why }) => why?.kind === kind);
    if (isNamed) named += 1;
    expect(wallet.balances().some(({ exchange, change }) => exchange === base && change !== undefined)).toBe(
      !isNamed && !isLost,
    );
    lab.travel(10 * MINUTE);
  }
  return named;
};

test('the question about dearer change stays until its person answers', async () => {
  lab = await startWalletLab({ exchanges: [{ denominations: COINS }] });
  const [exchange] = lab.sandbox.exchanges;
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.2');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'a lamp' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
  for (const { hash, value } of exchange?.denominations.all() ?? [])
    if (value.units !== 50_000_000n && value.units !== 800_000_000n) exchange?.revokeDenomination(hash);
  // Once it is asked (at the latest after four hours), it is there whenever its person looks.
  expect(await looksThatName(open, exchange?.baseUrl ?? '', 'refund-renewal')).toBeGreaterThan(19 * 6);
}, 60_000);

test('change that an exchange offers no coins for is named, as long as it is', async () => {
  lab = await startWalletLab({
    exchanges: [
      {
        denominations: [
          { value: '4', withdrawMs: 400 * DAY, depositMs: 800 * DAY },
          ...['0.01', '0.1', '1'].map((value) => ({ value, startsIn: 10 * DAY })),
        ],
      },
    ],
  });
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:4');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
  // At worst nothing is left, as was said before the payment.
  expect(offer.total).toBe('KUDOS:4');
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  expect(await looksThatName(open, base, 'no-denominations', true)).toBeGreaterThan(19 * 6);
}, 60_000);
