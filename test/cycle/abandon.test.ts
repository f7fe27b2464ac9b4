// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';
import { DEATHS, dies, doomed, restarted } from '../support/doomed.ts';
import { stride } from '../support/seed.ts';
import { takeOver } from './takeover-lab.ts';

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const funded = async (money: string, providers: readonly number[] = [0]): Promise<Installation> => {
  const one = install(world);
  await withdraw(one, sandbox, money);
  for (const at of providers) await add(one, url(at));
  await outcomes(one);
  return one;
};
const standing = ({ backup }: Installation): string => backup.devices().standing;
/** What the next device would read: the statuses of all devices in the stored copy. */
const statusesStored = async (text: string): Promise<readonly string[]> => {
  const reader = install(world);
  const failed = await takeOver(reader, { recoveryText: text });
  if (failed.ok) return reader.store.entries('device').map(({ value }) => value.status);
  return [failed.error.kind];
};

describe('leaving a wallet', () => {
  it('first says so at the providers, then forgets the secret here; the money waits for the next device', async () => {
    const forgotten: string[] = [];
    const one = install(world, { onRootForgotten: () => forgotten.push('now') });
    await withdraw(one, sandbox, 'KUDOS:5');
    for (const at of [0, 1]) await add(one, url(at));
    await outcomes(one);
    const text = recoveryText(one);
    const before = total(one);
    expect(await one.backup.abandon()).toMatchObject({ ok: true, value: { state: 'abandoned' } });
    expect(one.backup.state()).toBe('uninitialized');
    expect(one.store.local.rootSecret()).toBeUndefined();
    expect(forgotten).toEqual(['now']);
    expect(one.backup.providers()).toEqual([]);
    expect(standing(one)).toBe('abandoned');
    expect(one.backup.status()).toMatchObject({
      state: 'uninitialized',
      standing: 'abandoned',
      safety: { state: 'stopped', said: [{ kind: 'stands-still', facts: { standing: { kind: 'abandoned' } } }] },
    });
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    expect(await one.wallet.preparePay(order.talerPayUri)).toMatchObject({
      error: { kind: 'superseded', standing: 'abandoned' },
    });

    const two = install(world);
    expect(await takeOver(two, { recoveryText: text })).toMatchObject({ ok: true, value: { how: 'continued' } });
    expect(total(two)).toBe(before);
    const offer = await two.wallet.preparePay(order.talerPayUri);
    expect(offer).toMatchObject({ ok: true, value: { payable: true } });
    // Whoever left for good is not feared: no coin is renewed because of it.
    world.move(20 * 60_000);
    await two.backup.run();
    expect(two.wallet.pending()).toEqual([]);
  });

  it('is refused without a backup, and names the state', async () => {
    const one = install(world);
    const refused = await one.backup.abandon();
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'wrong-backup-state', state: 'uninitialized' },
    });
  });

  it('is refused while no provider holds everything; nothing is begun', async () => {
    const one = await funded('KUDOS:2');
    const offline = restarted({
      ...one,
      world: { ...world, http: () => Promise.reject(new TypeError('fetch failed')) },
    });
    const refused = await offline.backup.abandon();
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not-stored' } });
    if (!refused.ok) expect(english('failure', explainBackupFailure(refused.error))).toMatch(/nothing is forgotten/);
    expect([standing(one), one.backup.state()]).toEqual(['active', 'initialized']);
  });

  it('waits between the phases until a provider has stored the word, over restarts, and then goes on by itself', async () => {
    const one = await funded('KUDOS:3');
    let uploads = 0;
    // The upload that says "leaving" is the first one with news; nothing gets through after it.
    const cut = restarted({
      ...one,
      world: {
        ...world,
        http: (input, init) =>
          init?.method === 'POST' && String(input).includes('/backups/') && (uploads += 1) > 1
            ? Promise.reject(new TypeError('fetch failed'))
            : world.http(input, init),
      },
    });
    const text = recoveryText(one);
    expect(await cut.backup.abandon()).toMatchObject({ ok: true, value: { state: 'leaving' } });
    expect([standing(cut), cut.backup.state()]).toEqual(['leaving', 'initialized']);
    expect(cut.backup.status().safety.said).toMatchObject([{ facts: { standing: { kind: 'leaving' } } }]);
    expect(await statusesStored(text)).toEqual(['not-abandoned']);
    world.move(3600_000);
    const again = restarted(one);
    for (let round = 0; round < 3 && again.backup.state() === 'initialized'; round += 1) await again.backup.run();
    expect([standing(again), again.backup.state()]).toEqual(['abandoned', 'uninitialized']);
    expect(await statusesStored(text)).toContain('taken-over');
  });

  it('can be taken back as long as the secret is here', async () => {
    const one = await funded('KUDOS:3');
    let block = false;
    const cut = restarted({
      ...one,
      world: {
        ...world,
        http: (input, init) => (block ? Promise.reject(new TypeError('fetch failed')) : world.http(input, init)),
      },
    });
    const stop = cut.store.onChange(() => void (block = standing(cut) === 'leaving'));
    expect(await cut.backup.abandon()).toMatchObject({ value: { state: 'leaving' } });
    stop();
    block = false;
    expect(await cut.backup.keepDevice()).toMatchObject({ ok: true, value: { standing: 'active' } });
    await cut.backup.run();
    expect([standing(cut), cut.backup.state()]).toEqual(['active', 'initialized']);
    expect(await outcomes(cut)).toEqual(['unchanged']);
  });

  it('leaves nothing to do here when the time for refunds is over: whoever goes on with it closes the coins', async () => {
    const one = await funded('KUDOS:1.37');
    const day = 24 * 3_600_000;
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:0.04', summary: 'tea', refundWithinMs: day });
    const { purchaseId } = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await one.wallet.confirmPay(purchaseId), 'payment');
    await one.wallet.run();
    const text = recoveryText(one);
    expect(await one.backup.abandon()).toMatchObject({ value: { state: 'abandoned' } });
    world.move(3 * day);
    // A coin that was used up: nothing but the time is waited for.
    expect([one.store.coins({ status: 'in-use' }).length, one.store.entries('refresh')]).toEqual([1, []]);
    expect(one.wallet.pending()).toEqual([]);

    const next = install(world);
    expect(await takeOver(next, { recoveryText: text })).toMatchObject({ value: { how: 'continued' } });
    await next.wallet.run();
    expect(next.wallet.pending()).toEqual([]);
    expect(next.store.coins({ status: 'in-use' })).toEqual([]);
    expect(total(next)).toBe(total(one));
  });

  it('a new provider afterwards begins a new wallet: new secret, none of the old providers, and the money counts as the wallet’s that was left', async () => {
    const one = await funded('KUDOS:4', [0]);
    const old = accountKeys(one.store.local.rootSecret() ?? missing(), url(1)).publicKey;
    const text = recoveryText(one);
    await one.backup.abandon();
    expect(await add(one, url(1))).toBe('stored');
    expect([standing(one), one.backup.state()]).toEqual(['active', 'initialized']);
    expect(one.backup.providers().map(({ id }) => id)).toEqual([url(1)]);
    expect(sandbox.syncProviders[1]?.account(bytesToCrock(old))).toBeUndefined();
    // Another device may be going on with it: what it holds is not available here, and is named.
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    expect(await one.wallet.preparePay(order.talerPayUri)).toMatchObject({ ok: true, value: { payable: false } });
    const [balance] = one.wallet.balances();
    expect(balance).toMatchObject({ available: 'KUDOS:0', incoming: balance?.total });
    expect(balance?.notes).toEqual([{ kind: 'left-behind', facts: { sum: balance?.total } }]);
    // Whoever has its sheet has it here: it is taken over like any other wallet's.
    expect(await takeOver(one, { recoveryText: text })).toMatchObject({ ok: true, value: { how: 'joined' } });
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(await one.wallet.preparePay(order.talerPayUri)).toMatchObject({ ok: true, value: { payable: true } });
    expect(one.wallet.balances().flatMap(({ notes = [] }) => notes)).toEqual([]);
  });
});

describe('killed at every step of leaving', () => {
  it.each(DEATHS)(
    '%s, %s: the secret is forgotten only when the copies say so; a restart finishes it',
    async (step, place) => {
      const steps = stride(3);
      let n = steps.first;
      for (; n < 60; n += steps.by) {
        const data = await funded('KUDOS:2');
        const [text, before] = [recoveryText(data), total(data)];
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, () => dying.backup.abandon());
        const again = restarted(data);
        if (again.backup.state() === 'uninitialized') expect(standing(again)).toBe('abandoned');
        world.move(3600_000);
        for (let round = 0; round < 4 && standing(again) === 'leaving'; round += 1) await again.backup.run();
        for (let round = 0; round < 4 && again.backup.state() === 'initialized'; round += 1)
          if (standing(again) === 'active') await again.backup.abandon();
          else await again.backup.run();
        expect([standing(again), again.backup.state()], `n = ${n}`).toEqual(['abandoned', 'uninitialized']);
        const next = install(world);
        expect(await takeOver(next, { recoveryText: text }), `n = ${n}`).toMatchObject({ ok: true });
        expect(total(next)).toBe(before);
        if (!died) break;
      }
      expect(n).toBeGreaterThan(2);
      expect(n).toBeLessThan(60);
    },
    120_000,
  );
});

const missing = (): never => {
  throw new Error('missing');
};
