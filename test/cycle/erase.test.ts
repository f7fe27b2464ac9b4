// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { UNFINISHED } from '../../electron/storage/whole-file.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { strikeFiles } from '../support/fail-file.ts';
import { holdfast } from '../support/holdfast.ts';
import { breakWhenOpened } from '../support/broken-wallet.ts';

// Erasing that does not get through, files that are gone, and what the person is told.

const world = testWorld();
const base = mkdtempSync(join(tmpdir(), 'holdfast-erase-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;
const newDirectory = (): string => join(base, String((made += 1)));
const openApp = (dataDirectory: string) => openWalletApp({ dataDirectory, world, loop: false });
const newWallet = async (data: string): Promise<WalletApp> => {
  const app = mustOk(await openApp(data), 'app');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  return app;
};
const eraseAll = (app: WalletApp) => app.handle('app.erase', { confirm: 'erase everything' });
const copies = async (app: WalletApp): Promise<number> =>
  mustOk(await app.handle('backup.status', {}), 'status').copiesWanted;

describe('an erase that cannot be finished', () => {
  /** The mark is there, the key is gone, and a file is in the way that cannot be removed (root may remove any file, but no directory so). */
  const stuck = async (): Promise<{ readonly data: string; readonly inTheWay: string }> => {
    const data = newDirectory();
    await (await newWallet(data)).close();
    const inTheWay = join(data, 'wallet-key-tries.json');
    mkdirSync(inTheWay);
    rmSync(join(data, 'wallet-key.json'));
    writeFileSync(join(data, 'wallet.erasing'), '');
    return { data, inTheWay };
  };

  it('at the start: a sentence with the file, what it means and what to do; the directory is let go', async () => {
    const { data, inTheWay } = await stuck();
    for (let round = 0; round < 2; round += 1) {
      const started = await openApp(data);
      if (started.ok) return expect.fail('started');
      expect(started.error.kind).toBe('not-erased');
      expect(english('failure', started.error)).toContain(inTheWay);
      expect(english('failure', started.error)).toMatch(
        /nobody can open what is left.*no other wallet.*Delete that file/,
      );
    }
    rmSync(inTheWay, { recursive: true });
    const app = mustOk(await openApp(data), 'app');
    expect(app.state().stage).toBe('first-start');
    expect(['wallet.erasing', 'wallet.db'].filter((name) => existsSync(join(data, name)))).toEqual([]);
    await app.close();
  });

  it('on the command line: the same sentence, and exit code 1', async () => {
    const { data, inTheWay } = await stuck();
    const said = await holdfast(['--data', data, '--unprotected', '--json', 'status']);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(JSON.parse(said.err)).toMatchObject({
      kind: 'not-erased',
      sentence: expect.stringContaining(inTheWay) as string,
    });
  });

  it('refused before the key was gone: the wallet stays open and whole, and no later start erases it', async () => {
    let refusals = 0;
    for (let n = 1; n < 20; n += 1) {
      const data = newDirectory();
      const app = await newWallet(data);
      let answer: Awaited<ReturnType<typeof eraseAll>> | undefined;
      await strikeFiles(data, { fault: 'file step fails', n }, async () => {
        answer = await eraseAll(app);
      });
      if (answer?.ok !== false || !existsSync(join(data, 'wallet-key.json'))) {
        await app.close();
        continue;
      }
      refusals += 1;
      expect(answer.error).toMatchObject({
        kind: 'not-erased',
        facts: { left: 'everything' },
      });
      expect(app.state().stage).toBe('open');
      mustOk(await app.handle('backup.setQuorum', { copies: 3 }), 'used again');
      await app.close();
      const again = mustOk(await openApp(data), 'app');
      expect([again.state().stage, await copies(again)]).toEqual(['open', 3]);
      mustOk(await eraseAll(again), 'erased');
      expect(again.state().stage).toBe('first-start');
      await again.close();
    }
    expect(refusals).toBeGreaterThan(3);
  });

  it('takes with it what a process left that died while it wrote', async () => {
    const data = newDirectory();
    const app = await newWallet(data);
    const left = ['wallet-key.json', 'wallet-key-tries.json', 'wallet.erasing'].flatMap((name) => [
      `${name}${UNFINISHED}`,
      // as it was called before
      `${name}.new`,
    ]);
    for (const name of left) writeFileSync(join(data, name), 'half');
    mustOk(await eraseAll(app), 'erased');
    expect(left.filter((name) => existsSync(join(data, name)))).toEqual([]);
    await app.close();
  });
});

describe('a key file without its database', () => {
  it('is no new wallet: nothing is put in its place, and the database is opened when it is back', async () => {
    const data = newDirectory();
    const app = await newWallet(data);
    mustOk(await app.handle('backup.setQuorum', { copies: 3 }), 'something to lose');
    await app.close();
    renameSync(join(data, 'wallet.db'), join(base, 'quarantine.db'));
    const started = mustOk(await openApp(data), 'app');
    expect(started.state()).toMatchObject({ stage: 'locked', trouble: { kind: 'missing-database' } });
    expect(existsSync(join(data, 'wallet.db'))).toBe(false);
    renameSync(join(base, 'quarantine.db'), join(data, 'wallet.db'));
    mustOk(await started.handle('app.tryAgain', {}), 'it opens now');
    expect(await copies(started)).toBe(3);
    await started.close();
  });

  it('that was never given its name is opened: the process died while it made the wallet', async () => {
    const data = newDirectory();
    await (await newWallet(data)).close();
    renameSync(join(data, 'wallet.db'), join(data, 'wallet.db.new'));
    const again = mustOk(await openApp(data), 'app');
    expect(again.state().stage).toBe('open');
    expect(readdirSync(data).filter((name) => name.includes('.new'))).toEqual([]);
    await again.close();
  });

  it('beside one that was begun for another key: that one is left alone, and erased with the rest', async () => {
    const [data, other] = [newDirectory(), newDirectory()];
    await (await newWallet(data)).close();
    await (await newWallet(other)).close();
    rmSync(join(data, 'wallet.db'));
    renameSync(join(other, 'wallet.db'), join(data, 'wallet.db.new'));
    const without = mustOk(await openApp(data), 'app');
    expect(without.state()).toMatchObject({ stage: 'locked', trouble: { kind: 'missing-database' } });
    await without.close();
    expect(existsSync(join(data, 'wallet.db.new'))).toBe(true);
  });
});

describe('what else stands in the way of a start', () => {
  it('play money whose place is taken keeps no wallet closed', async () => {
    const data = newDirectory();
    const first = mustOk(claimDirectory(data, world), 'claimed');
    const store = mustOk(await first.create({ type: 'unprotected' }), 'created');
    store.transaction((tx) => tx.local.setMark('play-money', true));
    store.close();
    first.release();
    const taken = join(base, 'taken');
    writeFileSync(taken, '');
    const app = mustOk(
      await openWalletApp({ dataDirectory: data, playMoneyDirectory: taken, world, loop: false }),
      'app',
    );
    // Play money stays play money, and its economy says that it did not start, and what to do.
    expect(app.state()).toMatchObject({ stage: 'open', playMoney: true, playMoneyMissing: true });
    expect(await app.handle('play.start', {})).toMatchObject({ ok: false, error: { kind: 'play-not-started' } });
    rmSync(taken);
    const starting = app.handle('play.start', {});
    // What takes its time is not missing: this is the first thing that somebody new would read.
    expect(app.state()).not.toHaveProperty('playMoneyMissing');
    mustOk(await starting, 'started again');
    const { playMoneyMissing, playMoney } = app.state();
    expect([playMoney, playMoneyMissing]).toEqual([true, undefined]);
    // A wallet made anew beside the running economy has none of it.
    mustOk(await app.handle('app.erase', { confirm: 'erase everything' }), 'erased');
    mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created anew');
    expect(app.state()).toMatchObject({ stage: 'open', playMoney: false });
    await app.close();
  });

  it('a database that fails while it is opened is a failure with a number, and the directory is let go', async () => {
    const data = newDirectory();
    const app = await newWallet(data);
    await app.close();
    const broken = { ...world, randomBytes: world.randomBytes };
    let seen: string | undefined;
    const first = mustOk(claimDirectory(data, world), 'claimed');
    const store = mustOk(await first.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
    breakWhenOpened(store);
    store.close();
    first.release();
    for (let round = 0; round < 2; round += 1) {
      const started = await openWalletApp({
        dataDirectory: data,
        world: { ...broken, log: (event) => void (seen = event.event) },
        loop: false,
      });
      const app = mustOk(started, 'app');
      expect(app.state()).toMatchObject({ stage: 'locked', trouble: { kind: 'defect' } });
      await app.close();
      expect(seen).toBe('defect');
    }
  });
});
