// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, test } from 'vitest';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// What came back from a shop lies in a used coin until new ones are made of it. What that costs is shown with the refund, and
// an exchange that takes more in the end is not given it before the person has said yes.

let lab: WalletLab;
afterEach(() => lab.close());

/** One large coin to pay with; cheap coins for what comes back, and dear ones that are left once the cheap are revoked. */
const COINS: readonly DenominationSpec[] = [
  { value: '8' },
  { value: '1', feeWithdraw: '0.01' },
  { value: '0.5', feeWithdraw: '0.3' },
];

const refunded = async () => {
  lab = await startWalletLab({ exchanges: [{ denominations: COINS }] });
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.2');
  const order = await lab.sandbox.merchant.createOrder({
    amount: 'KUDOS:7.5',
    summary: 'a lamp',
    refundWithinMs: 3_600_000,
  });
  const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
  await runToRest(lab, open.wallet);
  const had = balanceAt(open.wallet, base).available;
  await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:4');
  const view = mustOk(await open.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
  return { base, open, had, view };
};

const units = (text: string): number => Number(text.replace(/^KUDOS:/, ''));

test('the page, the history and the money say the same', async () => {
  const { base, open, had, view } = await refunded();
  expect(units(view.fees)).toBeGreaterThan(0);
  expect(units(view.total) + units(view.fees)).toBeCloseTo(4, 6);
  await runToRest(lab, open.wallet);
  const [line] = open.wallet.history().filter(({ type }) => type === 'refund');
  expect(line).toMatchObject({ amount: 'KUDOS:4', fees: view.fees, effect: view.total });
  expect(units(balanceAt(open.wallet, base).available) - units(had)).toBeCloseTo(units(view.total), 6);
});

test('dearer than was shown it waits, asks with the sums, and goes on for exactly that', async () => {
  const { base, open, had, view } = await refunded();
  const [exchange] = lab.sandbox.exchanges;
  for (const { hash, value } of exchange?.denominations.all() ?? [])
    if (value.units === 100_000_000n) exchange?.revokeDenomination(hash);
  const report = await open.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(report.needsPerson).toBe(true);
  const [asks, ...others] = open.wallet.pending();
  expect([asks?.waitingFor, asks?.why?.kind, others]).toEqual(['user', 'refund-renewal', []]);
  if (asks?.why?.kind !== 'refund-renewal') throw new Error('does not ask');
  const { fees, total } = asks.why.facts;
  expect(units(fees)).toBeGreaterThan(units(view.fees));
  expect(balanceAt(open.wallet, base).available).toBe(had);
  expect(await open.wallet.agreeToFees(asks.id, 'KUDOS:7')).toMatchObject({ error: { kind: 'refund-renewal', total } });
  mustOk(await open.wallet.agreeToFees(asks.id, total), 'agreed');
  await runToRest(lab, open.wallet);
  expect(units(balanceAt(open.wallet, base).available) - units(had)).toBeCloseTo(units(total), 6);
  expectSumsAgree(open.wallet);
});
