// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, total } from '../support/backup-rig.ts';
import { expectSumsAgree, settle, takeoverLab, unitsOf } from './takeover-lab.ts';

// A wallet is asked what a new secret costs while the change of its last payment is put off. The balance has what that change will take
// off it already, and the price must speak of the same sum.

const { world, sandbox, url, funded } = await takeoverLab();

const withChange = async () => {
  const one = await funded('KUDOS:16.2', [url(0)]);
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:9.5', summary: 'tea' });
  const offer = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(offer.purchaseId), 'payment');
  await outcomes(one);
  return one;
};

it('as much moves as the balance shows, and no more than that is gone afterwards', async () => {
  const one = await withChange();
  const before = unitsOf(one);
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  const [line] = quote.money;
  expect(line).toMatchObject({ reachable: total(one), total: total(one), stays: 'KUDOS:0' });
  mustOk(await one.backup.rekey(quote.total), 'rekey');
  await settle(one);
  await outcomes(one);
  expectSumsAgree(one);
  expect(one.wallet.openReissues()).toEqual([]);
  expect(before - unitsOf(one)).toBe(amount(line?.fees ?? '').units);
});

it('and a takeover asks for the same', async () => {
  const one = await withChange();
  const other = install(world);
  await other.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? '');
  await add(other, url(1));
  const asked = await other.backup.takeover({ recoveryText: recoveryText(one), evenIfNotAbandoned: true });
  expect(asked).toMatchObject({ error: { kind: 'takeover-asks', there: [total(one)], stays: [] } });
});

it('what a payment holds of a coin, whose rest moves meanwhile, is there again when it is called back', async () => {
  const one = await funded('KUDOS:2', [url(0)]);
  await outcomes(one);
  const sent = mustOk(await one.wallet.peer.send({ amount: 'KUDOS:0.87', summary: 'for you' }), 'sent');
  // The payment waits for somebody all the while.
  const goOn = async (): Promise<void> => {
    for (let times = 0; times < 4; times += 1) {
      await outcomes(one);
      await one.wallet.run();
    }
  };
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  mustOk(await one.backup.rekey(quote.total), 'rekey');
  await goOn();
  const away = unitsOf(one);
  mustOk(await one.wallet.abort(sent.id), 'called back');
  await settle(one);
  expect(unitsOf(one) - away).toBeGreaterThan(amount('KUDOS:0.7').units);
  expectSumsAgree(one);
});
