// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../../electron/sandbox/faults.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, ESCROW_PLACES, placeUrls, recovered, setUp } from '../support/escrow.ts';

// What a place of escrow may answer instead of taking what is uploaded: it is named, and nobody else waits for it or pays because of it.

const world = testWorld();
let sandbox: Sandbox;
let one: Installation;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES.slice(0, 2),
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:1');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
});
afterAll(async () => {
  await one.backup.close();
  await sandbox.close();
});
afterEach(() => sandbox.assertAllFaultsHappened());

const run = async (): Promise<void> => {
  world.move(7 * 3600_000);
  await one.backup.run();
};
const setUpTwo = () => {
  const [old = '', fresh = ''] = placeUrls(sandbox);
  return setUp(one, sandbox, {
    methods: [
      { type: 'question', question: 'Your first pet?', answer: 'Grauer Esel', url: old },
      { type: 'totp', secret: CODE_KEY, url: fresh },
    ],
  });
};
const view = () => one.backup.escrow() ?? expect.fail('no escrow');

test.each<readonly [string, Fault, string]>([
  ['402 without a bill', { status: 402 }, 'silent'],
  ['402 with a bill that is none', { status: 402, replaceHeaders: { taler: 'taler://withdraw/x/y' } }, 'silent'],
  [
    '402 with a bill whose number has no end',
    { status: 402, replaceHeaders: { taler: `taler://pay/shop.example/${'A'.repeat(65)}/` } },
    'silent',
  ],
  ['208', { status: 208 }, 'silent'],
  ['403', { status: 403 }, 'silent'],
  ['404 of nobody known', { status: 404, code: 6100 }, 'no-escrow'],
  ['410', { status: 410 }, 'silent'],
  ['413', { status: 413 }, 'too-large'],
  ['408 of an order', { status: 408, code: 6109 }, 'misbehaves'],
  ['502 of its shop', { status: 502, code: 8002 }, 'silent'],
  ['500', { status: 500 }, 'silent'],
  ['429', { status: 429, retryAfter: '3600' }, 'silent'],
  ['a page without end', { status: 200, bigBody: { bytes: 64 * 1024 * 1024 } }, 'no-escrow'],
  ['half an answer', { status: 200, halfJson: true }, 'silent'],
  ['a redirect inside', { redirect: { status: 307, location: 'http://10.0.0.1/' } }, 'silent'],
])('%s is named, paid nothing, and keeps no other from being current', async (_, fault, kind) => {
  const faults = sandbox.anastasisProviders[0]?.faults ?? expect.fail('no place');
  faults.always({ method: 'POST' }, fault);
  const set = await setUpTwo();
  expect(mustOk(set, 'set up').places.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  expect(view().places[0]?.said.map((each) => each.kind)).toEqual([kind, 'methods-missing', 'waits']);
  await run();
  expect(view().step).toBe('uploading');
  faults.clear();
  await run();
  expect(view().step).toBe('current');
  expect(one.wallet.history().filter(({ type }) => type === 'provider-fee')).toEqual([]);
});

test('whoever took a method without saying so gets the very same bytes again, for the share that came first stays there', async () => {
  const old = placeUrls(sandbox)[0] ?? '';
  const sent: string[] = [];
  const was = world.http;
  const noting: typeof was = async (input, init) => {
    const request = new Request(input, init);
    const isMethod = request.method === 'POST' && request.url.startsWith(`${old}truth/`);
    if (isMethod) sent.push(`${new URL(request.url).pathname} ${await request.clone().text()}`);
    return was(input, init);
  };
  Object.assign(world, { http: noting });
  sandbox.anastasisProviders[0]?.faults.once(
    { method: 'POST', path: '/truth/' },
    { afterHandling: true, closeConnection: true },
  );
  expect(mustOk(await setUpTwo(), 'set up').places.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  await run();
  expect([view().step, sent.length, new Set(sent).size]).toEqual(['current', 2, 1]);
  Object.assign(world, { http: was });
  // It opens by that share.
  await recovered(world, old);
  // Who answers otherwise from now on has another method, of which the place knows nothing.
  const [before] = view().methods;
  mustOk(await setUpTwo(), 'again');
  expect(view().methods.map(({ uuid }) => uuid)).not.toContain(before?.uuid);
});
