// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createGate } from '../../electron/backup/cycle/gate.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { Store } from '../../electron/storage/store.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, testWorld } from '../support/backup-rig.ts';

// Found by random histories (seed 2): a disk that failed at the end of a backup round threw into a promise nobody held.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{}], (opened) => {
  sandbox = opened;
});

test('a disk that fails when a round ends fails the step that waits for it, at once and nobody else', async () => {
  const { store, wallet, backup } = install(world);
  await add({ world, store, wallet, backup }, sandbox.syncProviders[0]?.baseUrl ?? '');
  const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
  mustOk(await wallet.addExchange(exchange), 'exchange');
  const { id } = mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:1' }), 'withdrawal');
  let isBroken = false;
  const rootSecret: Store['local']['rootSecret'] = () => {
    if (isBroken) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
    return store.local.rootSecret();
  };
  // Another round is still under way: whether one copy is enough has to be looked up.
  const second = 'http://other-provider.test/';
  store.transaction((tx) => tx.put('provider', second, { name: 'other', removed: false, provider_kind: 'sync' }));
  const cycleSoon = async (provider: string) => {
    if (provider === second) return new Promise<never>(() => undefined);
    isBroken = true;
    return { kind: 'conflict' } as const;
  };
  const unhandled: unknown[] = [];
  const note = (why: unknown): void => void unhandled.push(why);
  process.on('unhandledRejection', note);
  const broken: Store = { ...store, local: { ...store.local, rootSecret } };
  const gate = createGate({ world, store: broken, rounds: { cycleSoon }, wallet, restoring: () => false });
  await expect(gate({ kind: 'withdrawal', id })).rejects.toThrow('disk I/O error');
  await new Promise((next) => setImmediate(next));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
