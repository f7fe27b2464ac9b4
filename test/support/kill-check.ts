// SPDX-License-Identifier: GPL-3.0-or-later
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { openVault } from '../../electron/storage/vault.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { openWalletApp, type WalletApp } from '../../electron/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { PendingView } from '../../shared/view.ts';
import type { BookKeeper } from './books.ts';
import { confirmAll, handOn, transfer, type Person, type Town } from './kill-town.ts';
import { restoreInto } from './mortal.ts';

// A killed wallet is opened again, brought to rest, and compared with the exchange's own books.

type Found = { readonly losses: readonly string[]; readonly came: string };

/** Opens the wallet again, finishes everything, and compares with the books. */
export const putInOrder = async (town: Town, who: Person): Promise<Found> => {
  const { directory } = who;
  await sendWhatIsAwaited(town, who);
  const opened = await openWalletApp({ dataDirectory: directory, world: realWorld(), loop: false });
  if (!opened.ok) return { losses: [`the wallet does not open: ${opened.error.kind}`], came: '' };
  const app = opened.value;
  const stuck = await bringToRest(town, who, app);
  await app.close();
  const { losses, came } = await withStore(directory, (store) => compare(town.books, store));
  return { losses: [...stuck, ...losses], came };
};

/** Everything is backed up, and then the computer is gone: the next process finds an empty directory and a sheet. */
export const loseComputer = async (town: Town, who: Person): Promise<void> => {
  const before = who.directory;
  await sendWhatIsAwaited(town, who);
  const app = mustOk(await openWalletApp({ dataDirectory: before, world: realWorld(), loop: false }), 'wallet');
  await bringToRest(town, who, app);
  const { reports } = mustOk(await app.handle('backup.run', {}), 'backup');
  const sheet = mustOk(await app.handle('sheet.reveal', {}), 'sheet').text;
  await app.close();
  if (!reports.every(({ outcome }) => outcome === 'stored' || outcome === 'unchanged')) return;
  who.lost = sheet;
  who.directory = join(before, '..', `${who.name}-${Number(/-(\d+)$/.exec(before)?.[1] ?? 0) + 1}`);
  rmSync(before, { recursive: true, force: true });
};

/** The line that asked for it may have died with the process. A wallet that is not restored yet awaits nothing. */
const sendWhatIsAwaited = async (town: Town, { directory, lost }: Person): Promise<void> => {
  if (lost === undefined)
    await withStore(directory, (store) => {
      for (const { value } of store.entries('withdrawal'))
        if (value.origin.type === 'manual' && value.status === 'awaiting-transfer')
          transfer(town, value.reserve, value.origin.payto);
    });
  await confirmAll(town);
};

/** What is still under way after every step had its chance; open payments and invoices wait for the other person. */
const bringToRest = async (town: Town, who: Person, app: WalletApp): Promise<readonly string[]> => {
  if (who.lost !== undefined) {
    await restoreInto(app, who.lost);
    const status = await app.handle('backup.status', {});
    if (!status.ok || status.value.state !== 'initialized') return ['the sheet does not restore the wallet'];
    delete who.lost;
  }
  await app.handle('wallet.empty.stop', {});
  for (const uri of who.refunds) {
    const answer = await app.handle('refund.uri', { uri });
    if (answer.ok && answer.value.state === 'done') who.refunds.delete(uri);
  }
  await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  // Not `untilDone`: an open payment waits for another person, and that may be for ever.
  for (let tries = 0; tries < MOST_TRIES && (await pendingOf(app)).length > 0; tries++) {
    await confirmAll(town);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  }
  const list = await app.handle('peer.list', {});
  for (const { state, uri } of list.ok ? list.value.payments : []) if (state === 'waiting') handOn(town, who, uri);
  return (await pendingOf(app)).map(({ type, note }) => `${type} is stuck: ${note ?? ''}`);
};

const BETWEEN_TRIES_MS = 50;
const MOST_TRIES = 600;

const pendingOf = async (app: WalletApp): Promise<readonly PendingView[]> => {
  const pending = mustOk(await app.handle('wallet.pending', {}), 'pending').pending;
  return pending.filter(({ waitingFor }) => waitingFor !== 'receiver' && waitingFor !== 'payer');
};

const compare = (books: BookKeeper, store: Store): Found => {
  const { in: came, reserves, coins, purses, paid, fees, dust, missing, differing } = books.read(store);
  const wallet = createWallet({ world: realWorld(), store });
  const total = wallet.balances().reduce((sum, each) => sum + amount(each.total).units, 0n);
  const lost = came - reserves - coins - purses - paid - fees;
  const wrong = coins - total - dust;
  return {
    came: `KUDOS:${Number(came) / 1e8}`,
    losses: [
      ...missing,
      ...(lost === 0n ? [] : [`${lost} units are nowhere`]),
      ...(wrong === 0n
        ? []
        : [
            `the wallet shows ${total} units, the exchange holds ${coins} (written off: ${dust}); ${JSON.stringify(wallet.balances())}; ${differing.join('; ')}`,
          ]),
    ],
  };
};

const withStore = async <T>(directory: string, look: (store: Store) => T): Promise<T> => {
  const world = realWorld();
  const key = mustOk(await openVault(world, directory, { kind: 'unprotected' }), 'key');
  const store = openStore({ db: mustOk(openDatabase({ path: join(directory, 'wallet.db'), key }), 'database'), world });
  try {
    return look(store);
  } finally {
    store.close();
  }
};
