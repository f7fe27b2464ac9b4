// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { issuersNamed } from '../../electron/backup/cycle/named-in-copies.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { english } from '../support/english.ts';
import { expectSumsAgree, settle, takeoverLab, unitsOf } from './takeover-lab.ts';
import { COPIES, webLab } from './web-lab.ts';

// A sheet that somebody was handed is restored into an empty wallet, and whoever made its copies chose whom they name. They lead no
// further than the place that keeps them may, and the result says to whom they led.

const { world, sandbox, url } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
type Yes = { readonly newExchange?: string };
const lab = webLab({ world, url });
const { onTheWeb } = lab;
const owner = (): Promise<Installation> => lab.owner((one) => withdraw(one, sandbox, 'KUDOS:4'));

it('asks no issuer, shop or place inside on the word of a place on the web before it was named', async () => {
  const one = await owner();
  const sheet = recoveryText(one);
  await add(one, url(1));
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'a lamp' });
  const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  sandbox.merchant.faults.once({ path: /\/pay$/ }, { closeConnection: true });
  expect(await one.wallet.confirmPay(purchaseId)).toMatchObject({ value: { state: 'pending' } });
  await outcomes(one);
  const before = unitsOf(one);

  const web = onTheWeb();
  const two = install(web.world);
  const report = mustOk(await two.backup.restore(sheet), 'restore');
  await two.backup.run();
  await two.wallet.run();
  expect(web.inside).toEqual([]);
  const said = report.said.map((each) => english('restored', each)).join('\n');
  expect(said).toContain(new URL(exchange).host);
  expect(said).toContain(new URL(url(1)).host);
  expect(report.said.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['issuers-unasked', 'places-unasked']));

  // Named, it is asked, and the money is good; the place gets its copies again.
  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  expect(await add(two, url(1))).toBe('stored');
  await settle(two);
  expect(new Set(web.inside)).toEqual(new Set([exchange, url(1)].map((each) => new URL(each).origin)));
  expect(unitsOf(two)).toBeGreaterThan(before - 10_000_000n);
  expectSumsAgree(two);
});

it('waits for its person and for nobody else, and goes on at once when the issuer was named', async () => {
  const one = await owner();
  const { payto } = mustOk(await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:2' }), 'withdrawal');
  expect(await outcomes(one)).toEqual(['stored']);
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');

  const two = install(onTheWeb().world);
  mustOk(await two.backup.restore(recoveryText(one)), 'restore');
  const before = unitsOf(two);
  for (let day = 0; day < 12; day += 1) {
    await two.wallet.run();
    world.move(24 * 3_600_000);
  }
  const run = two.wallet.run({ untilDone: true, timeoutMs: 60_000 });
  expect(await world.hurry(run)).toMatchObject({ timedOut: false, needsPerson: true });
  const waits = two.wallet.pending().map(({ type, waitingFor, why }) => [type, waitingFor, why?.kind]);
  expect(waits).toContainEqual(['withdrawal', 'user', 'unknown-exchange']);
  expect(new Set(waits.map(([, ...forWhat]) => forWhat.join(' ')))).toEqual(new Set(['user unknown-exchange']));

  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  await two.wallet.run();
  expect(two.wallet.pending()).toEqual([]);
  expect(unitsOf(two)).toBeGreaterThan(before);
  expectSumsAgree(two);
});

it.each([
  [
    'a payment of a person',
    async ({ wallet }: Installation) => {
      const friend = install(world);
      await withdraw(friend, sandbox, 'KUDOS:2');
      const { uri } = mustOk(await friend.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'sent');
      return (yes: Yes) => wallet.peer.prepare(uri, yes);
    },
  ],
  [
    'an invoice of a person',
    async ({ wallet }: Installation) => {
      const friend = install(world);
      await withdraw(friend, sandbox, 'KUDOS:2');
      const { uri } = mustOk(await friend.wallet.peer.request({ exchange, amount: 'KUDOS:1', summary: 'x' }), 'asked');
      return (yes: Yes) => wallet.peer.prepare(uri, yes);
    },
  ],
  [
    'a bank',
    async ({ wallet }: Installation) => {
      const { talerUri } = await sandbox.bank.createWithdrawal('KUDOS:1');
      return (yes: Yes) => wallet.withdrawFromBank(talerUri, yes);
    },
  ],
])('takes a yes to the issuer where %s leads to it', async (_what, meet) => {
  const two = install(onTheWeb().world);
  mustOk(await two.backup.restore(recoveryText(await owner())), 'restore');
  const ask = await meet(two);
  const asks = { ok: false, error: { kind: 'unknown-exchange', exchange } };
  expect(await ask({})).toEqual(asks);
  expect(await ask({ newExchange: 'https://other.example/' })).toEqual(asks);
  expect((await ask({ newExchange: exchange })).ok).toBe(true);
  await two.wallet.run();
  expect(two.wallet.pending().filter(({ waitingFor }) => waitingFor === 'user')).toEqual([]);
  expectSumsAgree(two);
});

it('asks whom a place of the same kind may name, and says whom', async () => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, url(0));
  const sheet = recoveryText(one);
  const two = install(world);
  const report = mustOk(await two.backup.restore(sheet), 'restore');
  expect(report.said).toContainEqual({ kind: 'issuers-asked', facts: { issuers: [new URL(exchange).host] } });
  expect(unitsOf(two)).toBe(unitsOf(one));
});

it('bars nobody for the device whose person went there, when another one is restored', async () => {
  const one = await owner();
  const order = await sandbox.merchant.createOrder({
    amount: 'KUDOS:1',
    summary: 'a lamp',
    refundWithinMs: 86_400_000,
  });
  const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(purchaseId), 'payment');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:1');
  const { id } = mustOk(await one.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  expect(await outcomes(one)).toEqual(['stored']);
  await sandbox.merchant.refund(order.orderId, 'KUDOS:0.5');
  const refundUri = order.talerPayUri.replace('//pay/', '//refund/');

  const web = onTheWeb();
  const two = install(web.world);
  mustOk(await two.backup.restore(recoveryText(one)), 'restore');
  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  web.inside.length = 0;
  await two.wallet.run();
  await outcomes(two);
  expect(new Set(web.inside)).toEqual(new Set([new URL(exchange).origin]));
  await outcomes(one);
  mustOk(await one.backup.keepDevice(), 'kept');

  expect(mustOk(await one.wallet.refund(refundUri), 'refund')).toMatchObject({ refunded: 'KUDOS:0.5' });
  await operation.confirm();
  await settle(one);
  expect(one.store.entry('withdrawal', id)?.value.status).toBe('done');
  // The restored one goes to the shop when its person brings the shop's address.
  await outcomes(one);
  await outcomes(two);
  mustOk(await two.backup.keepDevice(), 'kept');
  await sandbox.merchant.refund(order.orderId, 'KUDOS:0.3');
  expect(mustOk(await two.wallet.refund(refundUri), 'refund')).toMatchObject({ refunded: 'KUDOS:0.8' });
  await settle(two);
  expectSumsAgree(two);
});

it('does not ask issuers without end, and those with money first', () => {
  const { store } = install(world);
  const name = (address: string, coins: number): void =>
    store.transaction((tx) => {
      const master = bytesToCrock(world.randomBytes(32));
      tx.put('exchange', exchangeId(address, master), {
        base_url: address,
        master_pub: master,
        currency: 'KUDOS',
        fields: {},
      });
      for (let coin = 0; coin < coins; coin += 1)
        tx.put('reserve', bytesToCrock(world.randomBytes(32)), {
          priv: bytesToCrock(world.randomBytes(32)),
          key_seed: bytesToCrock(world.randomBytes(32)),
          exchange: address,
          master_pub: master,
          purpose: 'withdraw',
          created: { t_s: 1 },
          status: 'announced',
        });
    });
  for (let each = 0; each < 40; each += 1) name(`https://made-up-${each}.example/`, 0);
  name('https://real.example/', 3);
  name('http://192.168.0.9/', 9);
  const entries = store.snapshot();
  const { asked, unconfirmed } = issuersNamed([{ url: COPIES, ways: {}, copy: { entries } }]);
  expect([asked.length, asked[0], unconfirmed[0], unconfirmed.length]).toEqual([
    20,
    'https://real.example/',
    'http://192.168.0.9/',
    22,
  ]);
  // A stick that was pointed at is on this machine.
  const stick = issuersNamed([{ url: 'holdfast+folder:X', ways: { directory: '/media/x' }, copy: { entries } }]);
  expect(stick.asked[0]).toBe('http://192.168.0.9/');
});
