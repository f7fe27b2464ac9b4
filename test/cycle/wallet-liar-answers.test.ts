// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { economyHttp } from '../support/economy.ts';
import { inTurn } from '../support/seed.ts';
import { balanceAt, expectSumsAgree, fund, startWalletLab, type WalletLab } from './wallet-lab.ts';

// An exchange that gives one and the same answer to a kind of request for a day, whatever that means: it is not asked without end,
// nothing is lost by it, and all is there once it is honest again.

let lab: WalletLab;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }] });
});
afterAll(() => lab.close());

const HOUR = 3_600_000;
const ANSWERS = [
  ['gone', 410, { code: 1010 }],
  ['spent, without a proof', 409, { code: 1015, history: [] }],
  ['a yes without anything in it', 200, {}],
  ['a question who that is', 451, { code: 1065, requirement_row: 1, h_payto: 'x' }],
] as const;
const PATHS = [
  ['melt', /\/melt$/],
  ['reveal', /\/reveal(-melt)?$/],
  ['purse', /\/purses\/[^/]+\/create$/],
  ['merge', /\/merge$/],
  ['coin history', /\/coins\/[^/]+\/history$/],
  ['keys', /\/keys$/],
] as const;

const LIES = PATHS.flatMap(([name, path]) =>
  ANSWERS.map(([answer, status, body]) => ({ name, path, answer, status, body })),
);

test.each(inTurn('wallet-liar-answers', LIES, 3))('$name: $answer', async ({ path, status, body }) => {
  const base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  const [open, friend] = [lab.openWallet(), lab.openWallet()];
  await fund(lab, open, 'KUDOS:8');
  await fund(lab, friend, 'KUDOS:2');
  let lies = true;
  let asked = 0;
  lab.interceptHttp((input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!lies || !path.test(url.pathname)) return economyHttp(input, init);
    asked += 1;
    return Promise.resolve(Response.json(body, { status }));
  });
  const had = amount(balanceAt(open.wallet, base).total).units;
  const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
  const offer = await open.wallet.preparePay(order.talerPayUri);
  if (offer.ok) await open.wallet.confirmPay(offer.value.purchaseId);
  await open.wallet.peer.send({ amount: 'KUDOS:1', summary: 'rent', expiresHours: 2 });
  for (const { uri } of open.wallet.peer.list()) {
    const seen = uri === undefined ? undefined : await friend.wallet.peer.prepare(uri);
    if (seen?.ok === true) await friend.wallet.peer.confirm(seen.value.id);
  }
  for (let passed = 0; passed < 24 * HOUR; passed += HOUR) {
    await open.wallet.run();
    await friend.wallet.run();
    lab.travel(HOUR);
  }
  // Several steps may wait for the same answer; each is tried again later and later.
  expect(asked).toBeLessThan(24 * 8);
  expectSumsAgree(open.wallet);
  lies = false;
  for (let days = 0; days < 4; days += 1) {
    lab.travel(26 * HOUR);
    await open.wallet.run({ untilDone: true, timeoutMs: 5_000 });
    await friend.wallet.run({ untilDone: true, timeoutMs: 5_000 });
  }
  expectSumsAgree(open.wallet);
  expectSumsAgree(friend.wallet);
  expect([open.wallet.pending(), friend.wallet.pending()]).toEqual([[], []]);
  const paid = order.status() === 'paid' ? amount('KUDOS:1.5').units : 0n;
  const [mine, theirs] = [open, friend].map(({ wallet }) => amount(balanceAt(wallet, base).total).units);
  expect((mine ?? 0n) + (theirs ?? 0n)).toBeGreaterThan(
    had + amount('KUDOS:2').units - paid - amount('KUDOS:0.4').units,
  );
});
