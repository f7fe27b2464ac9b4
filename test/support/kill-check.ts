// SPDX-License-Identifier: GPL-3.0-or-later
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { openVault } from '../../electron/storage/directory/vault.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import type { WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { PendingView } from '../../shared/view.ts';
import type { BookKeeper } from './books.ts';
import { confirmAll, handOn, openFor, printSheet, settleIn, transfer, type Person, type Town } from './kill-town.ts';
import { restoreInto } from './mortal.ts';

// A killed wallet is opened again, brought to rest, and compared with the exchange's own books.

type Found = { readonly losses: readonly string[]; readonly came: string };

/** Opens the wallet again, finishes everything, and compares with the books. */
export const putInOrder = async (town: Town, who: Person): Promise<Found> => {
  if (await hasLeft(who)) return beginAnew(town, who);
  await sendWhatIsAwaited(town, who);
  const app = await openFor(who);
  const stuck = await bringToRest(town, who, app);
  await app.close();
  if (await hasLeft(who)) return beginAnew(town, who);
  const { losses, came } = await withStore(who.directory, (store) => compare(town.books, store));
  return { losses: [...stuck, ...losses], came };
};

/** Everything is backed up, and then the computer is gone: the next process finds an empty directory and a sheet. */
export const loseComputer = async (town: Town, who: Person): Promise<void> => {
  const before = who.directory;
  await sendWhatIsAwaited(town, who);
  const app = await openFor(who);
  await bringToRest(town, who, app);
  const { reports } = mustOk(await app.handle('backup.run', {}), 'backup');
  const isThere = await printSheet(app, who);
  await app.close();
  who.undoing &&= !isThere;
  if (!isThere || !reports.every(({ outcome }) => outcome === 'stored' || outcome === 'unchanged')) return;
  who.lost = who.sheet;
  who.directory = nextDirectory(who);
  rmSync(before, { recursive: true, force: true });
};

const nextDirectory = ({ name, directory }: Person): string =>
  join(directory, '..', `${name}-${Number(/-(\d+)$/.exec(directory)?.[1] ?? 0) + 1}`);

/** The wallet was emptied and has erased itself; a process that died at that goes on with it when it is opened. */
const hasLeft = async (who: Person): Promise<boolean> => {
  if (!who.leaving || who.lost !== undefined) return false;
  const app = await openFor(who);
  const { stage } = app.state();
  await app.close();
  return stage === 'first-start';
};

/** The sheet of a wallet that was left restores it once more, to see that nothing was left in it; then its owner begins anew. */
const beginAnew = async (town: Town, who: Person): Promise<Found> => {
  const directories = [who.directory];
  const next = (): void => void directories.push((who.directory = nextDirectory(who)));
  next();
  const app = await openFor(who);
  await restoreInto(app, who.sheet);
  const status = await app.handle('backup.status', {});
  const restored = status.ok && status.value.state === 'initialized';
  const stuck = restored ? await bringToRest(town, who, app) : ['the sheet does not restore a wallet that was left'];
  const balances = mustOk(await app.handle('wallet.overview', {}), 'overview').balances;
  await app.close();
  const { losses, came } = await withStore(who.directory, (store) => compare(town.books, store));
  const late = await withStore(who.directory, unitsOfLateTransfers);
  const forgotten = balances.filter(({ total }) => amount(total).units > MOST_LEFT_UNITS + late);
  next();
  who.leaving = false;
  town.count('left for good');
  await settleIn(town, who);
  for (const each of directories.slice(0, -1)) rmSync(each, { recursive: true, force: true });
  return { losses: [...stuck, ...losses, ...forgotten.map(({ total }) => `${total} was left behind`)], came };
};

/** What came to reserves that had been given up: a bank may be told to send it after its wallet was left, which is said before. */
const unitsOfLateTransfers = (store: Store): bigint => {
  const withdrawals = store.entries('withdrawal').map(({ value }) => value);
  const givenUp = new Set(withdrawals.filter(({ status }) => status === 'aborted').map(({ reserve }) => reserve));
  return withdrawals
    .filter(({ status, reserve }) => status !== 'aborted' && givenUp.has(reserve))
    .reduce((sum, each) => sum + amount(each.amount).units, 0n);
};

/** Coins that are worth no more than the fee of sending them: an emptied wallet keeps them. */
const MOST_LEFT_UNITS = amount('KUDOS:0.1').units;

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
  if (!who.leaving) await app.handle('wallet.empty.stop', {});
  for (const uri of who.refunds) {
    const answer = await app.handle('refund.uri', { uri });
    if (answer.ok && answer.value.state === 'done') who.refunds.delete(uri);
  }
  await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  // What is being undone leaves when enough places have heard of it.
  for (let tries = 0; who.undoing && tries < 3; tries++) {
    await restoreInto(app, who.sheet);
    await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  }
  // Not `untilDone`: an open payment waits for another person, and that may be for ever.
  for (let tries = 0; tries < MOST_TRIES && (await pendingOf(app)).length > 0; tries++) {
    await confirmAll(town);
    await agreeToMoving(app);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  }
  const list = await app.handle('peer.list', {});
  for (const { state, uri } of list.ok ? list.value.payments : []) if (state === 'waiting') handOn(town, who, uri);
  return (await pendingOf(app)).map(({ type, why }) => `${type} is stuck: ${JSON.stringify(why)}`);
};

/** What comes back into coins that the old sheet reaches, after a new secret, asks before it is moved. */
const agreeToMoving = async (app: WalletApp): Promise<void> => {
  for (const { id, why } of await pendingOf(app))
    if (why?.kind === 'reissue-asks') await app.handle('wallet.agreeToFees', { id, shown: why.facts.total });
};

const BETWEEN_TRIES_MS = 50;
const MOST_TRIES = 600;

const pendingOf = async (app: WalletApp): Promise<readonly PendingView[]> => {
  if (app.state().stage === 'first-start') return [];
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
