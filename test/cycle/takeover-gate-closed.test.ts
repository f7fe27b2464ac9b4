// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { expectSumsAgree, takeOver, takeoverLab } from './takeover-lab.ts';

// The price of a takeover was agreed to, and then the own place is silent. Whatever waits for it goes on for that price: nothing
// is done meanwhile that makes it dearer, and nobody is asked a second time.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
const MINUTE = 60_000;
const { signal } = new AbortController();
afterEach(() => {
  for (const { faults } of sandbox.syncProviders) faults.clear();
});

const look = async ({ wallet, backup }: Installation): Promise<readonly string[]> => {
  await world.hurry(wallet.run({ signal }));
  await world.hurry(backup.run({ signal }));
  return wallet.pending().flatMap(({ why }) => (why === undefined ? [] : [why.kind]));
};

it('what is left of its used coins waits with the rest, and is paid over for what was agreed to', async () => {
  const stranger = await funded('KUDOS:16.2', [url(0)]);
  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:9.5', summary: 'tea' });
  const offer = mustOk(await stranger.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await stranger.wallet.confirmPay(offer.purchaseId), 'payment');
  await outcomes(stranger);
  const one = install(world, { gated: true });
  await one.wallet.addExchange(exchange);
  await add(one, url(1));
  await outcomes(one);
  const asked = await one.backup.takeover({
    recoveryText: recoveryText(stranger),
    evenIfNotAbandoned: true,
    newExchanges: [exchange],
  });
  const fees = !asked.ok && asked.error.kind === 'takeover-asks' ? asked.error.fees : [];
  expect(fees).not.toEqual([]);
  const own = sandbox.syncProviders[1];
  own?.faults.always({ method: 'POST' }, { status: 503 });
  mustOk(
    await takeOver(one, {
      recoveryText: recoveryText(stranger),
      evenIfNotAbandoned: true,
      newExchanges: [exchange],
      agreedFees: fees,
    }),
    'takeover',
  );
  const said: string[] = [];
  for (let minutes = 0; minutes < 30; minutes += 1) {
    said.push(...(await look(one)));
    world.move(MINUTE);
  }
  // One question about one sum, and not one about its change beside it.
  expect(one.wallet.pending().map(({ type, withoutBackup }) => [type, withoutBackup])).toEqual([
    ['reissue', 'KUDOS:6.69'],
  ]);
  own?.faults.clear();
  for (let hours = 0; hours < 12; hours += 1) {
    said.push(...(await look(one)));
    world.move(60 * MINUTE);
  }
  expect(said).not.toContain('reissue-asks');
  expect(one.wallet.balances().flatMap(({ notes = [] }) => notes.map(({ kind }) => kind))).not.toContain('reachable');
  expectSumsAgree(one);
});
