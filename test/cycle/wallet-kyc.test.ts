// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  // The shape that was faked here first is the one up to v20.
  lab = await startWalletLab({ exchanges: [{ generation: 'v17' }] });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => {
  lab.interceptHttp(undefined);
  lab.sandbox.assertAllFaultsHappened();
  for (const { faults } of lab.sandbox.exchanges) faults.clear();
});
afterAll(() => lab.close());

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** An exchange that asks who is there until `answered`; counts how often it is asked. */
const demandKyc = (page: string) => {
  const asked = { withdraw: 0, page: 0, answered: false };
  lab.interceptHttp(async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url.endsWith('/batch-withdraw') && !asked.answered) {
      asked.withdraw += 1;
      return json(451, { code: 1028, hint: 'who are you', requirement_row: 7, h_payto: '0'.repeat(52) });
    }
    if (url.includes('/kyc-check/7/')) {
      asked.page += 1;
      return json(202, { kyc_url: page });
    }
    return fetch(input, init);
  });
  return asked;
};

describe('an exchange that asks who you are', () => {
  test('is a state with a link; it is asked again slowly, and the money comes once it is answered', async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:1.01' }), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    const asked = demandKyc('https://kyc.example/who?id=7');
    await open.wallet.run();
    await open.wallet.run({ untilDone: true, timeoutMs: 300 });
    expect(asked.withdraw).toBe(1);
    expect(open.wallet.pending()).toMatchObject([
      { type: 'withdrawal', waitingFor: 'user', link: 'https://kyc.example/who?id=7' },
    ]);
    expect(open.wallet.pending()[0]?.why?.kind).toBe('kyc-required');
    expect((open.wallet.pending()[0]?.nextTryAt ?? 0) - lab.world.now()).toBeGreaterThan(50_000);
    lab.travel(6 * 60_000);
    await open.wallet.run();
    expect(asked).toMatchObject({ withdraw: 2, page: 1 });
    asked.answered = true;
    await runToRest(lab, open.wallet);
    expect(balanceAt(open.wallet, base).available).toBe('KUDOS:1');
  });

  test('a page that is no web page is not offered', async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:1.01' }), 'withdrawal');
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    demandKyc('file:///etc/passwd');
    await open.wallet.run();
    expect(open.wallet.pending()).toMatchObject([{ waitingFor: 'user', link: base }]);
  });
});

test('an exchange that went on to a version we do not know: its money is shown and kept, nothing is sent there', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:2.01');
  lab.travel(2 * 3600_000);
  const [exchange] = lab.sandbox.exchanges;
  exchange?.faults.always({ path: '/config' }, { unknownVersion: '99:0:0' });
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
  const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
  expect(offer.payable).toBe(false);
  expect(offer.why).toMatchObject({ kind: 'unsupported-version', facts: { version: '99:0:0' } });
  expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
    ok: false,
    error: { kind: 'unsupported-version' },
  });
  expect(open.wallet.exchanges()).toMatchObject([
    { state: 'read-only', note: { facts: { why: { kind: 'unsupported-version' } } } },
  ]);
  expect(balanceAt(open.wallet, base)).toMatchObject({ total: 'KUDOS:2', outgoing: 'KUDOS:0' });
  expect(await open.wallet.deposit({ amount: 'KUDOS:1', payto: lab.sandbox.bank.accountPayto('me') })).toMatchObject({
    ok: false,
    error: { kind: 'unsupported-version' },
  });
  expectSumsAgree(open.wallet);

  exchange?.faults.clear();
  expect(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').payable).toBe(true);
  mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
  expect(open.wallet.exchanges()).toMatchObject([{ state: 'ready' }]);
  await runToRest(lab, open.wallet);
});
