// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { createFirstLook } from '../../electron/app/first-look.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import type { OverviewView } from '../../shared/view-overview.ts';
import { makeLongWallet } from '../bench/long-wallet.ts';

// What the first page shows at a start is what it showed at the end, and never anything that is not so any more.

const base = mkdtempSync(join(tmpdir(), 'holdfast-first-look-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const open = async (dataDirectory: string, loop: boolean): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory, world: realWorld(() => undefined), loop }), 'app');

/** Without what moves with the clock. */
const shown = async (app: WalletApp): Promise<unknown> => {
  const { balances, backup, pending }: OverviewView = mustOk(await app.handle('wallet.overview', {}), 'overview');
  const { safety, copiesWanted } = backup;
  return { balances, safety, copiesWanted, pending: pending.map(({ id, type }) => ({ id, type })) };
};

test('it is there at once and the same, and what has changed meanwhile is worked out', async () => {
  const home = join(base, 'wallet');
  mkdirSync(home);
  await makeLongWallet(home, 500);
  const terminal = await open(home, false);
  const whole = await shown(terminal);
  await terminal.close();
  for (const start of ['the first, with nothing written down', 'the second']) {
    const app = await open(home, true);
    expect({ start, shown: await shown(app) }).toEqual({ start, shown: whole });
    const { lines, proof } = mustOk(await app.handle('wallet.history', { limit: 3 }), 'history');
    expect(lines).toHaveLength(3);
    expect(proof.unequal).toEqual([]);
    expect({ start, shown: await shown(app) }).toEqual({ start, shown: whole });
    await app.close();
  }
  const between = await open(home, false);
  mustOk(await between.handle('backup.setQuorum', { copies: 2 }), 'quorum');
  const changed = await shown(between);
  expect(changed).not.toEqual(whole);
  await between.close();
  const last = await open(home, true);
  expect(await shown(last)).toEqual(changed);
  await last.close();
});

test('a wallet that is damaged where its first page does not look is closed before anything is written', async () => {
  const home = join(base, 'damaged');
  mkdirSync(home);
  await makeLongWallet(home, 300);
  const warm = await open(home, true);
  await shown(warm);
  await warm.close();
  const file = join(home, 'wallet.db');
  const bytes = readFileSync(file);
  // Most of the pages are of entries, and none of those is read for the first page.
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const app = await open(home, true);
  const locked = new Promise<void>((resolve) => {
    app.on(({ type }) => {
      if (type === 'stage') resolve();
    });
  });
  if (app.state().trouble === undefined) await locked;
  expect(app.state()).toMatchObject({ stage: 'locked', trouble: { kind: 'damaged-database' } });
  await app.close();
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('what was kept is shown while the wallet is as it was, and no longer', async () => {
  const home = join(base, 'kept');
  mkdirSync(home);
  await makeLongWallet(home, 50);
  const world = realWorld(() => undefined);
  const opened = async () => {
    const directory = mustOk(claimDirectory(home, world), 'claimed');
    const store = mustOk(await directory.unlockWithoutAsking(), 'opened')!;
    const wallet = createWallet({ world, store, gate: async () => expect.fail('nothing is made') });
    const parts = { store, wallet, backup: { status: () => ({}) as never } };
    const close = (): void => {
      store.close();
      directory.release();
    };
    return { parts, close };
  };
  const before = await opened();
  const first = createFirstLook({ world, ...before.parts });
  await first.ready;
  first.stop();
  const whole = before.parts.wallet.balances();
  const kept = before.parts.store.local.mark('first-look')!;
  const told = [{ told: 'by what was kept' }] as never;
  before.parts.store.transaction((tx) => tx.local.setMark('first-look', { ...kept, balances: told }));
  before.close();

  const { parts, close } = await opened();
  // Nothing is worked out before this is let go.
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = createFirstLook({ world: { ...world, sleep: () => promise }, ...parts });
  expect((await look.overview()).balances).toEqual(told);
  parts.store.transaction((tx) => tx.put('setting', 'quorum', { value: 2 }));
  const after = look.overview();
  resolve();
  expect((await after).balances).toEqual(whole);
  look.stop();
  close();
});

test.each(['SQLITE_READONLY', 'SQLITE_BUSY', 'SQLITE_IOERR'])(
  'a disk that answers %s keeps no wallet from being closed',
  async (code) => {
    const world = realWorld(() => undefined);
    const directory = mustOk(claimDirectory(join(base, code), world), 'claimed');
    const store = mustOk(await directory.create({ type: 'unprotected' }), 'created');
    const refusing = {
      ...store,
      transaction: () => {
        throw Object.assign(new Error(code), { code });
      },
    };
    const wallet = createWallet({ world, store, gate: async () => expect.fail('nothing is made') });
    const backup = { status: () => expect.fail('nobody asks') };
    const look = createFirstLook({ world, store: refusing, wallet, backup });
    await look.ready;
    expect(look.stop).not.toThrow();
    store.close();
    directory.release();
  },
);
