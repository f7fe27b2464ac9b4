// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { MAX_PROVIDERS } from '../../electron/backup/providers/kinds.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, testWorld } from '../support/backup-rig.ts';

// A provider that is added to a wallet that has been through something already.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});
const url = (): string => sandbox.syncProviders[0]?.baseUrl ?? '';

it('with as many providers as there may be, one of them can still be agreed to anew', async () => {
  const one = install(world);
  await add(one, url());
  one.store.transaction((tx) => {
    for (let other = 1; other < MAX_PROVIDERS; other += 1)
      tx.put('provider', `http://127.0.0.1:1/${other}/`, { name: 'silent', provider_kind: 'sync', removed: false });
  });
  expect(one.backup.providers()).toHaveLength(MAX_PROVIDERS);
  const again = await one.backup.addProvider({ target: url(), maxFee: 'KUDOS:0.5', consent: true });
  expect(mustOk(again, 'added again').maxFee).toBe('KUDOS:0.5');
  one.store.transaction((tx) =>
    tx.put('provider', 'http://127.0.0.1:1/more/', { name: 'silent', provider_kind: 'sync', removed: false }),
  );
  await one.backup.removeProvider(url());
  expect(await one.backup.addProvider({ target: url(), consent: true })).toMatchObject({
    ok: false,
    error: { kind: 'too-many-providers' },
  });
});

it('an emptied wallet that could not be erased, and gets a provider, is an ordinary wallet again', async () => {
  const one = install(world);
  // As finishing leaves a wallet without a backup whose receipt could not be written.
  one.store.transaction((tx) => tx.local.setMark('emptying', { payments: [], leavingSince: world.now() }));
  expect(one.backup.emptyStatus().state).toBe('leaving');
  await add(one, url());
  expect([one.backup.emptyStatus().state, one.backup.emptied()]).toEqual(['idle', undefined]);
  expect(one.store.entry('setting', 'emptied')?.value.value ?? null).toBeNull();
});
