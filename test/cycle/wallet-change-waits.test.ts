// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { lineOf, unitsAt } from './peer-lab.ts';
import { expectSumsAgree, fund, runToRest, startWalletLab } from './wallet-lab.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;

// An exchange that fails to offer small coins for some days: what nothing fits then is not given away as a fee.

test.each([
  ['in some days, so the change waits for them', 10, 800, 'KUDOS:2.9'],
  ['in two days, for which the change of a coin that lives for three weeks has time', 2, 21, 'KUDOS:2.9'],
  ['in half a year, so the change is given up', 180, 800, 'KUDOS:0'],
] as const)('small coins are issued again %s', async (_, startsInDays, livesDays, left) => {
  const lab = await startWalletLab({
    exchanges: [
      {
        denominations: [
          { value: '4', withdrawMs: 400 * DAY, depositMs: livesDays * DAY },
          ...['0.01', '0.1', '1'].map((value) => ({ value, startsIn: startsInDays * DAY })),
        ],
      },
    ],
  });
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const alice = lab.openWallet();
  await fund(lab, alice, 'KUDOS:4');
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
  const offer = mustOk(await alice.wallet.preparePay(order.talerPayUri), 'offer');
  // At worst that is what it takes, and it is said before.
  expect(amount(offer.total).units).toBe(amount('KUDOS:4').units);
  mustOk(await alice.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
  await alice.wallet.run();
  // Change is made some time later.
  lab.travel(5 * HOUR);
  await alice.wallet.run();
  expectSumsAgree(alice.wallet);
  if (left !== 'KUDOS:0') {
    expect(alice.wallet.pending()).toMatchObject([{ type: 'refresh', why: { kind: 'no-denominations' } }]);
    lab.travel((startsInDays + 1) * DAY);
  }
  await runToRest(lab, alice.wallet);
  expectSumsAgree(alice.wallet);
  expect(unitsAt(alice, base)).toBeGreaterThanOrEqual(amount(left).units);
  if (left === 'KUDOS:0') expect(unitsAt(alice, base)).toBe(0n);
  expect(lineOf(alice, 'payment')).toMatchObject({ state: 'done' });
  await lab.close();
});
