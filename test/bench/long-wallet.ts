// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { spendOften } from './payments.ts';

/** A wallet of so many payments that nothing asks for, with a folder that holds a verified copy of all of it. */
export const makeLongWallet = async (home: string, payments: number): Promise<void> => {
  const world = realWorld();
  const directory = mustOk(claimDirectory(home, world), 'claimed');
  const store = mustOk(await directory.create({ type: 'unprotected' }), 'created');
  spendOften(world, store, payments);
  store.close();
  directory.release();
  const copies = `${home}-copies`;
  mkdirSync(copies);
  const app = await openLongWallet(home);
  mustOk(await app.handle('provider.add', { target: copies }), 'place');
  await app.close();
};

export const openLongWallet = async (home: string): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory: home, world: realWorld(), loop: false }), 'app');
