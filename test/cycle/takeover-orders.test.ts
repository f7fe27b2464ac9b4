// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { trusting } from '../support/trusting.ts';
import { expectSumsAgree, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// What another wallet had begun with shops and banks is written in its copies, by whoever made them. A shop inside this house that
// a place on the web names by them is sent nothing: neither the payment, nor a question about refunds, nor one about a transfer.

const { world, sandbox, url } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
const insideOrigins = [sandbox.merchant.baseUrl, sandbox.bank.baseUrl].map((url) => new URL(url).origin);
const HOUR = 3_600_000;

const COPIES = 'https://copies.example/';

/** A world that knows the place of the copies by a name on the web, and notes what is sent to shop and bank, and what that place wants to be paid. */
const onTheWeb = (): { readonly world: World; readonly inside: string[]; readonly wanted: string[] } => {
  const [inside, wanted]: [string[], string[]] = [[], []];
  const http: World['http'] = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (insideOrigins.includes(new URL(url).origin)) inside.push(url);
    const answer = await world.http(url.replace(COPIES, sandbox.syncProviders[0]?.baseUrl ?? ''), init);
    wanted.push(...[answer.headers.get('taler')].filter((pay) => pay !== null));
    return answer;
  };
  return { world: { ...world, http }, inside, wanted };
};

/** One payment that is under way, one whose shop may refund it by itself, and a transfer that its bank has not confirmed. */
const begin = async ({ wallet }: Installation): Promise<void> => {
  const order = (more: object) => sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'a lamp', ...more });
  const paid = await order({ refundWithinMs: 48 * HOUR, autoRefundMs: 48 * HOUR });
  const first = mustOk(await wallet.preparePay(paid.talerPayUri), 'offer');
  mustOk(await wallet.confirmPay(first.purchaseId), 'paid');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:2');
  mustOk(await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
  const second = mustOk(await wallet.preparePay((await order({})).talerPayUri), 'offer');
  sandbox.merchant.faults.once({ path: /\/pay$/ }, { closeConnection: true });
  expect(await wallet.confirmPay(second.purchaseId)).toMatchObject({ value: { state: 'pending' } });
};

it('is not gone on with at a shop or bank inside, and the coins come back', async () => {
  const far = onTheWeb();
  const stranger = install(far.world);
  await withdraw(stranger, sandbox, 'KUDOS:8');
  // A place on the web may not send anybody to a shop inside, and so its order is paid by hand.
  expect(await add(stranger, COPIES)).toBe('misbehaved');
  const free = mustOk(await stranger.wallet.preparePay(far.wanted[0] ?? ''), 'offer');
  mustOk(await stranger.wallet.confirmPay(free.purchaseId), 'nothing to pay');
  await begin(stranger);
  expect(await outcomes(stranger)).toEqual(['stored']);
  const theirs = unitsOf(stranger);
  const web = onTheWeb();
  const mine = install(web.world);
  mustOk(await mine.wallet.addExchange(exchange), 'exchange');
  await add(mine, url(1));
  web.inside.length = 0;
  mustOk(await takeOver(mine, { recoveryText: recoveryText(stranger), evenIfNotAbandoned: true }), 'takeover');
  for (let hours = 0; hours < 72; hours += 2) {
    await mine.wallet.run();
    world.move(2 * HOUR);
  }
  expect(web.inside).toEqual([]);
  expect(mine.wallet.history().map(({ type, state }) => `${type} ${state}`)).toContain('payment aborted');
  expect(unitsOf(mine)).toBeGreaterThan(theirs - 20_000_000n);
  expectSumsAgree(mine);
});
