// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { syncProvider } from '../../electron/backup/providers/sync.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { talerUriToText } from '../../electron/taler/wire/taler-uri.ts';
import { add, install, outcomes, startEconomy, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';

// A year that is paid for while shop or provider does not answer: once, whatever is lost on the way.

const world = testWorld();
let sandbox: Sandbox;
let paid: SandboxSync;
let mine: Installation;

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0.1' }]);
  const [only] = sandbox.syncProviders;
  if (!only) throw new Error('a provider was asked for');
  paid = only;
});
afterAll(() => sandbox.close());
beforeEach(() => void (mine = install(world)));
afterEach(() => sandbox.assertAllFaultsHappened());

const payments = (): readonly string[] =>
  mine.store
    .entries('purchase')
    .filter(({ value }) => value.status === 'paid')
    .map(({ value }) => value.amount ?? '?');
const change = (): void => mine.store.transaction((tx) => tx.put('setting', 'note', { value: world.now() }));

describe('a payment that is interrupted', () => {
  it('paid, and the answer to the upload after it lost: the next cycle stores, and pays nothing more', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    paid.faults.once({ method: 'POST', path: 'paying=' }, { closeConnection: true });
    expect(await add(mine, paid.baseUrl)).toBe('unreachable');
    expect(payments()).toEqual(['KUDOS:0.1']);
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('the provider has not noticed the payment yet and names the same order again: it is told, not paid', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, paid.baseUrl);
    const purchase = mine.store.entries('purchase')[0]?.value;
    if (!purchase) throw new Error('no purchase');
    const taler = talerUriToText({
      action: 'pay',
      merchantBaseUrl: purchase.merchant_base_url,
      orderId: purchase.order_id,
      sessionId: '',
    });
    change();
    paid.faults.once({ method: 'POST' }, { status: 402, replaceHeaders: { taler } });
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
    change();
    paid.faults.times(2, { method: 'POST' }, { status: 402, replaceHeaders: { taler } });
    expect(await outcomes(mine)).toEqual(['misbehaved']);
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('the shop did not answer: the same order is paid later, once', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    sandbox.merchant.faults.always({ method: 'POST', path: '/pay' }, { status: 503 });
    expect(await add(mine, paid.baseUrl)).toBe('payment-required');
    expect(payments()).toEqual([]);
    sandbox.assertAllFaultsHappened();
    sandbox.merchant.faults.clear();
    world.move(60_000);
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('the order was claimed by somebody else: a fresh one is asked for', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    paid.faults.once({ method: 'POST' }, { status: 503 });
    await add(mine, paid.baseUrl);
    const root = mine.store.local.rootSecret();
    if (!root) throw new Error('no root secret');
    const keys = accountKeys(root, paid.baseUrl);
    const asked = await syncProvider(world, paid.baseUrl, keys).store({
      bytes: new Uint8Array(100),
      replaces: undefined,
      joined: [],
    });
    if (!asked.ok || asked.value.kind !== 'payment-required') throw new Error('payment was expected');
    expect(await install(world).wallet.preparePay(asked.value.payUri)).toMatchObject({ ok: true });
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
  });
});
