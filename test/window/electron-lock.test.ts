// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import {
  electronHere,
  goTo,
  launchArguments,
  picture,
  press,
  quit,
  startApp,
  workedInThreads,
  type StartedApp,
  laterOn,
} from './app.ts';
import { ensureBuilt } from './built.ts';

// A wallet behind a passphrase in the real window: made, closed, refused, opened; and a second process that stays out.

const here = electronHere();
const PASSPHRASE = 'four random words here';
const NEXT = 'four other words here';

/** The first page as it is served to whoever loads it now. */
const served = (app: StartedApp['app']): Promise<string> =>
  app.evaluate(({ session }) =>
    session
      .fromPartition('holdfast-window')
      .fetch('app://holdfast/')
      .then((answer) => answer.text()),
  );

/** Lets half of what is written arrive and no more, as a disk does that fills up; or lets it have room again. */
const fillDisk = (app: StartedApp['app'], isFull: boolean): Promise<void> =>
  app.evaluate((_, full) => {
    type Files = { writeSync: (file: number, bytes: Uint8Array, from?: number) => number };
    const files = process.getBuiltinModule('node:fs') as Files;
    const known = globalThis as { realWrite?: Files['writeSync'] };
    const real = (known.realWrite ??= files.writeSync);
    files.writeSync = !full
      ? real
      : (file, bytes) => {
          real(file, bytes.subarray(0, bytes.length >> 1));
          throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
        };
  }, isFull);

describe.skipIf('why' in here)(
  'why' in here ? `the locked window (skipped: ${here.why})` : 'the locked window',
  { timeout: 120_000 },
  () => {
    const electron = 'path' in here ? here.path : '';
    let home: string;
    let started: StartedApp;

    beforeAll(async () => {
      await ensureBuilt();
      home = mkdtempSync(join(tmpdir(), 'holdfast-lock-'));
      started = await startApp(electron, home);
    });
    afterAll(async () => {
      if (started) await quit(started);
      rmSync(home, { recursive: true, force: true });
    });

    test('a wallet is made behind a passphrase', async () => {
      const { page } = started;
      await press(page, 'Create a wallet');
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
      await page.getByLabel('Passphrase, once more').fill('another one entirely');
      await press(page, 'Create');
      await page.getByText('The two passphrases differ.').waitFor();
      await page.getByLabel('Passphrase, once more').fill(PASSPHRASE);
      await press(page, 'Create');
      await laterOn(page);
      await goTo(page, 'Settings');
      await page.getByText('Opened by your passphrase.').waitFor();
      expect([...workedInThreads(home)].sort()).toEqual(['argon2', 'database-check']);
    });

    test('the window is made as the list of Electron wants it, and nothing of it is kept on the disk', async () => {
      const made = await started.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => ({
          // Left out of the types.
          ...(
            webContents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
          ).getLastWebPreferences(),
          isPersistent: webContents.session.isPersistent(),
        })),
      );
      expect(made).toHaveLength(1);
      expect(made[0]).toMatchObject({
        nodeIntegration: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        isPersistent: false,
      });
      const wanted: Readonly<Record<string, unknown>> = { ...made[0] };
      for (const name of ['nodeIntegrationInWorker', 'nodeIntegrationInSubFrames', 'enableBlinkFeatures'])
        expect([undefined, false, '']).toContain(wanted[name]);
    });

    test('what is set is followed at once, and stands on the page before it is drawn', async () => {
      const { page, app } = started;
      const seen = () =>
        app.evaluate(({ nativeTheme, BrowserWindow }) => [
          nativeTheme.themeSource,
          BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(1),
        ]);
      await page.getByText('Dark', { exact: true }).click();
      await press(page, 'Larger');
      await expect.poll(seen).toEqual(['dark', '1.1']);
      await page.getByText('High contrast', { exact: true }).click();
      await expect.poll(() => page.evaluate(() => document.documentElement.hasAttribute('data-contrast'))).toBe(true);
      expect(await served(app)).toContain('<html data-contrast="true" data-speaks="en-GB" lang="en">');
      await page.getByLabel('Lock when nobody used the window for').selectOption({ label: '5 minutes' });
      await page.getByText('Lock when the computer sleeps').click();
      await expect
        .poll(() => JSON.parse(readFileSync(join(home, 'wallet', 'settings'), 'utf8')) as unknown)
        .toMatchObject({ look: 'contrast', size: 110, lockAfter: 5, lockOnSleep: true });
    });

    test('on a full disk a setting is what it was in its file, on the page and on the screen, which is said', async () => {
      const { page, app } = started;
      const kept = (): readonly string[] => {
        const folder = join(home, 'wallet');
        const names = readdirSync(folder).filter((name) => name.startsWith('settings'));
        return names.map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`);
      };
      const theme = (): Promise<string> => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
      const before = [kept(), await theme()];
      await fillDisk(app, true);
      await page.getByText('Dark', { exact: true }).click();
      await page.getByText('make room and choose again').waitFor();
      expect([kept(), await theme()]).toEqual(before);
      expect(await page.getByRole('radio', { name: 'High contrast' }).isChecked()).toBe(true);
      await fillDisk(app, false);
      await page.getByText('Dark', { exact: true }).click();
      await expect.poll(theme).toBe('dark');
      expect(kept()).toEqual([expect.stringContaining('"look":"dark","size":110')]);
      await expect.poll(() => page.getByText('make room and choose again').count()).toBe(0);
    });

    test('page and menus learn the language that is spoken, and no other', async () => {
      const { page, app } = started;
      const speak = (language?: string) =>
        page.evaluate(
          (chosen) => window.wallet.ask('app.setLanguage', chosen === undefined ? {} : { language: chosen }),
          language,
        );
      const menus = () =>
        app.evaluate(
          ({ Menu }) =>
            Menu.getApplicationMenu()
              ?.items.map(({ label }) => label)
              .join(' ') ?? '',
        );
      const read: string[] = [];
      page.on('request', (request) => read.push(/[^/]*(?=-[^/]*\.js$)/.exec(request.url())?.[0] ?? ''));
      await speak('ar');
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('ar-GB');
      await expect.poll(menus, { timeout: 30_000 }).toMatch(/[\u0620-\u064a]{3}/);
      expect([read, await served(app)]).toEqual([['ar'], expect.stringContaining(' data-speaks="ar-GB" ')]);
      await speak();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('en-GB');
    });

    test('it locks with the screen, opens by its passphrase, and by the next one after it was changed', async () => {
      const { page, app } = started;
      const open = async (passphrase: string): Promise<void> => {
        await page.getByRole('heading', { level: 1, name: 'This wallet is locked' }).waitFor();
        await page.getByLabel('Passphrase').fill(passphrase);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
      };
      await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
      await open(PASSPHRASE);
      await press(page, 'Change …');
      await page.getByLabel('Passphrase of now').fill(PASSPHRASE);
      await page.getByLabel('Passphrase', { exact: true }).fill(NEXT);
      await page.getByLabel('Passphrase, once more').fill(NEXT);
      await press(page, 'Use this lock');
      await page.getByText('The new lock is in place.').waitFor();
      await press(page, 'Lock now');
      await open(NEXT);
    });

    test('its files move to an empty folder, and nothing stays behind', async () => {
      const { page, app } = started;
      const to = join(home, 'another place');
      mkdirSync(to);
      await app.evaluate(({ dialog }, folder) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
      }, to);
      await press(page, 'Move …');
      await press(page, 'Move it');
      await page.getByRole('heading', { level: 1, name: 'This wallet is locked' }).waitFor();
      await page.getByLabel('Passphrase').fill(NEXT);
      await page.keyboard.press('Enter');
      await page.getByText(to).first().waitFor();
      expect(readdirSync(to)).toEqual(expect.arrayContaining(['settings', 'wallet-key.json', 'wallet.db']));
      expect(readdirSync(join(home, 'wallet'))).toEqual([]);
    });

    test('a second process on the same data directory ends, and the first goes on', async () => {
      const code = await new Promise<number | null>((resolve) => {
        const second = execFile(electron, launchArguments(home), { timeout: 30_000 });
        second.on('exit', resolve);
      });
      expect(code).toBe(0);
      expect(await started.page.evaluate(() => window.wallet.ask('app.state', {}))).toMatchObject({
        ok: true,
        value: { stage: 'open' },
      });
    });

    test('after a restart it is locked; a wrong passphrase is refused in a sentence, the right one opens it', async () => {
      await quit(started);
      started = await startApp(electron, home);
      const { page } = started;
      await page.getByRole('heading', { level: 1, name: 'This wallet is locked' }).waitFor();
      expect((await page.evaluate(() => window.wallet.ask('wallet.overview', {}))).ok).toBe(false);
      await page.getByLabel('Passphrase').fill('four random words hare');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await picture(page, '20-locked-refused');
      await expect
        .poll(
          async () => {
            await page.getByLabel('Passphrase').fill(NEXT);
            await page.keyboard.press('Enter');
            return page
              .getByRole('heading', { level: 1, name: 'Money' })
              .waitFor({ timeout: 4000 })
              .then(
                () => 'open',
                () => 'locked',
              );
          },
          { timeout: 60_000 },
        )
        .toBe('open');
    });

    test('a data directory that another program holds is not opened; the window says so', async () => {
      await quit(started);
      const holder = await openWalletApp({
        dataDirectory: join(home, 'another place'),
        world: realWorld(),
        loop: false,
      });
      expect(holder.ok).toBe(true);
      const filesOf = (): readonly (readonly [string, string])[] => {
        const names = readdirSync(join(home, 'another place')).filter((name) => !name.startsWith('wallet.lock'));
        return names.map((name) => [name, readFileSync(join(home, 'another place', name), 'base64')]);
      };
      const before = filesOf();
      started = await startApp(electron, home);
      await started.page.getByRole('heading', { level: 1, name: 'This wallet cannot be opened now' }).waitFor();
      expect(await started.page.getByRole('alert').innerText()).toMatch(/\.$/);
      await picture(started.page, '21-held-elsewhere');
      // Nothing that a window could ask by force is done to what another one has.
      const answers = await started.page.evaluate(async (passphrase) => {
        const { ask } = window.wallet;
        const all = [
          await ask('app.create', { protection: { type: 'unprotected' } }),
          await ask('app.unlock', { passphrase }),
          await ask('app.setSettings', { size: 200 }),
          await ask('app.setLanguage', { language: 'de' }),
          await ask('app.setAside', {}),
          await ask('app.erase', { confirm: 'erase everything' }),
        ];
        return all.map((each) => (each.ok ? 'done' : each.error.kind));
      }, NEXT);
      expect(new Set(answers)).toEqual(new Set(['already-running']));
      expect(filesOf()).toEqual(before);
      if (holder.ok) await holder.value.close();
      await press(started.page, 'Try again');
      await started.page.getByRole('heading', { level: 1, name: 'This wallet is locked' }).waitFor();
    });

    test('an erase that cannot be finished at the start is said in the window, with the file that is in the way', async () => {
      await quit(started);
      const inTheWay = join(home, 'another place', 'wallet-key-tries.json');
      rmSync(inTheWay, { force: true });
      mkdirSync(inTheWay);
      rmSync(join(home, 'another place', 'wallet-key.json'));
      writeFileSync(join(home, 'another place', 'wallet.erasing'), '');
      started = await startApp(electron, home);
      await started.page.getByRole('heading', { level: 1, name: 'This wallet cannot be opened now' }).waitFor();
      const said = await started.page.getByRole('alert').innerText();
      expect(said).toContain(inTheWay);
      expect(said).toMatch(/nobody can open what is left/);
      await picture(started.page, '22-erase-not-finished');
    });

    test('the passphrase is in no log', () => {
      const log = readFileSync(join(home, 'window', 'logs', 'holdfast.log'), { encoding: 'utf8', flag: 'a+' });
      expect(log).not.toContain(PASSPHRASE);
      expect(log).not.toContain(NEXT);
    });
  },
);
