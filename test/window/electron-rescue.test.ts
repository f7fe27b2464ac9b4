// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { addProtection, openVault, removeProtection } from '../../electron/storage/directory/vault.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { economyHttp, openEconomy } from '../support/economy.ts';
import {
  electronHere,
  PATIENCE,
  picture,
  answerDialogs,
  press,
  quit,
  startApp,
  total,
  type StartedApp,
} from './app.ts';
import { ensureBuilt } from './built.ts';
import { pasteText } from './typing.ts';

// Wallets with money whose files are hurt, in the real window: every trouble is shown with its ways out, one after the other is followed,
// and the money is back. One start serves the troubles: its person goes from one folder to the next. Then the page dies, and the program.

const here = electronHere();
const world = { ...realWorld(() => undefined), http: economyHttp };

describe.skipIf('why' in here)(
  'why' in here ? `the rescue page (skipped: ${here.why})` : 'the rescue page',
  { timeout: 2 * PATIENCE },
  () => {
    const root = mkdtempSync(join(tmpdir(), 'holdfast-rescue-'));
    const whole = join(root, 'whole');
    const home = join(root, 'home');
    let economy: Sandbox;
    let started: StartedApp;
    let sheet = '';

    /** A copy of the whole wallet under another name, hurt. */
    const hurt = async (name: string, damage: (directory: string) => unknown): Promise<string> => {
      const directory = join(root, name);
      cpSync(whole, directory, { recursive: true });
      await damage(directory);
      return directory;
    };
    /** Chooses a folder in the system's dialog, as the person would. */
    const goTo = async (directory: string): Promise<void> => {
      await started.app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, directory);
      await press(started.page, 'Choose a folder …');
      await expect.poll(() => state(), { timeout: PATIENCE }).toMatchObject({ dataDirectory: directory });
    };
    const state = async (): Promise<{ readonly [name: string]: unknown }> => {
      const answer = await started.page.evaluate(() => window.wallet.ask('app.state', {}));
      return answer.ok ? answer.value : answer.error;
    };
    const offered = async (): Promise<readonly string[]> => {
      await started.page.getByRole('heading', { level: 1, name: 'This wallet cannot be opened now' }).waitFor();
      return started.page.locator('.way .button').allInnerTexts();
    };

    beforeAll(async () => {
      await ensureBuilt();
      economy = await openEconomy(realWorld(), { syncProviders: [{ name: 'free', annualFee: 'KUDOS:0' }] });
      const app = mustOk(await openWalletApp({ dataDirectory: whole, world, loop: false }), 'app');
      mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
      const exchange = economy.exchanges[0]?.baseUrl ?? '';
      mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
      mustOk(await app.handle('provider.add', { target: economy.syncProviders[0]?.baseUrl ?? '' }), 'place');
      const begun = mustOk(await app.handle('withdraw.manual', { exchange, amount: 'KUDOS:6' }), 'withdrawal');
      await economy.bank.transferToReserve(begun.reservePub, 'KUDOS:6');
      mustOk(await app.runPending({ untilDone: true, timeoutMs: PATIENCE }), 'money');
      sheet = mustOk(await app.handle('sheet.reveal', {}), 'sheet').text;
      await app.close();
      await hurt('home/wallet', (directory) => truncateSync(join(directory, 'wallet.db'), 8192));
      started = await startApp('path' in here ? here.path : '', home);
    }, 5 * PATIENCE);
    afterAll(async () => {
      if (started as StartedApp | undefined) await quit(started);
      await economy?.close();
      rmSync(root, { recursive: true, force: true });
    });

    test('a damaged database is said, with every way out, the best one first; another look changes nothing', async () => {
      expect(await offered()).toEqual([
        'Restore from a sheet …',
        'Restore from escrow …',
        'Try again',
        'Choose a folder …',
        'Set the files aside …',
        'Show the report',
      ]);
      await picture(started.page, 'rescue-1-damaged');
      await press(started.page, 'Try again');
      expect(await state()).toMatchObject({ stage: 'locked', trouble: { kind: 'damaged-database' } });
      expect(await started.page.evaluate(() => window.wallet.ask('wallet.overview', {}))).toMatchObject({ ok: false });
    });

    test('the report is shown before it is saved, and nothing in it is a secret, a path or a sum', async () => {
      const { page, app } = started;
      const file = join(root, 'report.txt');
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, file);
      await press(page, 'Show the report');
      await press(page, 'Save it as a file …');
      await page.getByText(`Saved as ${file}`).waitFor();
      const text = readFileSync(file, 'utf8');
      expect(
        await page
          .getByRole('region', { name: 'The report' })
          .innerText()
          .then((shown) => shown.trim()),
      ).toBe(text.trim());
      expect(JSON.parse(text)).toMatchObject({ trouble: { kind: 'damaged-database' }, runtime: { electron: /./ } });
      for (const own of [root, 'KUDOS', 'http', 'HOLD1']) expect(text).not.toContain(own);
    });

    test.each([
      ['damaged-vault', 'Restore from a sheet …', (at: string) => writeFileSync(join(at, 'wallet-key.json'), '{')],
      ['orphan-database', 'Restore from a sheet …', (at: string) => rmSync(join(at, 'wallet-key.json'))],
      ['missing-database', 'Restore from a sheet …', (at: string) => rmSync(join(at, 'wallet.db'))],
      ['empty-database', 'Restore from a sheet …', (at: string) => truncateSync(join(at, 'wallet.db'))],
      ['newer-database', 'Try again', (at: string) => makeNewer(at)],
      ['keychain-refused', 'Open with the recovery sheet …', (at: string) => behindKeychain(at)],
    ] as const)('%s is said, and “%s” comes first', async (kind, first, damage) => {
      const directory = await hurt(kind, damage);
      await goTo(directory);
      expect(await state()).toMatchObject({ stage: 'locked', trouble: { kind }, chosenPlace: true });
      expect((await offered())[0]).toBe(first);
    });

    test('a database that was put back opens at the next look', async () => {
      await press(started.page, 'Use the usual folder');
      await expect.poll(() => state()).toMatchObject({ dataDirectory: join(home, 'wallet') });
      cpSync(join(home, 'wallet', 'wallet.db'), join(root, 'damaged.db'));
      cpSync(join(whole, 'wallet.db'), join(home, 'wallet', 'wallet.db'));
      await press(started.page, 'Try again');
      expect(await total(started.page, 'balance-total')).toContain('5.98 KUDOS');
    });

    test('a program that was killed is told at the next start, once, and its place is remembered', async () => {
      const ended = once(started.app.process(), 'exit');
      started.app.process().kill('SIGKILL');
      await ended;
      writeFileSync(join(home, 'wallet-place'), join(root, 'keychain-refused'));
      started = await startApp('path' in here ? here.path : '', home);
      const { page } = started;
      // Its keychain does not give the key: the sheet opens it, and what is in it is there.
      await press(page, 'Open with the recovery sheet …');
      await pasteText(page, sheet);
      await press(page, 'Choose the new lock');
      await page.getByText('Anyone who can read the file').click();
      await press(page, 'Open');
      expect(await total(page, 'balance-total')).toContain('5.98 KUDOS');
      await page.getByText('without being closed').waitFor();
      await picture(page, 'rescue-2-told');
      await press(page, 'All right');
      await expect.poll(() => page.getByText('without being closed').count()).toBe(0);
    });

    test('a page that dies comes back where it was, with nothing of a sheet shown', async () => {
      const { app, page } = started;
      await page.getByRole('navigation').getByRole('link', { name: 'History', exact: true }).click();
      await answerDialogs(app, 'Show the sheet');
      expect(await page.evaluate(() => window.wallet.ask('sheet.reveal', {}))).toMatchObject({ ok: true });
      // What is asked of a page that is not there yet is never answered.
      await app.evaluate(async ({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        const drawn = new Promise((resolve) => window?.webContents.once('did-finish-load', () => resolve(undefined)));
        window?.webContents.forcefullyCrashRenderer();
        await drawn;
      });
      const drawn = (): Promise<string> =>
        app.evaluate(
          ({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]
              ?.webContents.executeJavaScript('location.hash + " " + document.querySelector("main")?.innerText')
              .then(String, () => '') ?? '',
        );
      await expect.poll(drawn, { timeout: PATIENCE }).toMatch(/^#\/history .*The window broke down/s);
      const print = await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'window.wallet.ask("sheet.page", { paper: "A4" })',
        ),
      );
      expect(print).toMatchObject({ ok: false, error: { kind: 'sheet-hidden' } });
    });

    test(
      'files are set aside, and the sheet brings the money back in their place',
      async () => {
        const ended = once(started.app.process(), 'exit');
        started.app.process().kill('SIGKILL');
        await ended;
        const directory = join(root, 'missing-database');
        writeFileSync(join(home, 'wallet-place'), directory);
        const key = readFileSync(join(directory, 'wallet-key.json'), 'utf8');
        started = await startApp('path' in here ? here.path : '', home);
        const { page } = started;
        await press(page, 'Restore from a sheet …');
        await picture(page, 'rescue-3-aside');
        await press(page, 'Set them aside and restore');
        const kept = page.getByText('are kept whole in');
        await kept.waitFor();
        const folder = /kept whole in (.+?)\. /.exec(await kept.innerText())?.[1] ?? '';
        expect(readFileSync(join(folder, 'wallet-key.json'), 'utf8')).toBe(key);
        expect(existsSync(join(directory, 'wallet-key.json'))).toBe(false);
        await picture(page, 'rescue-4-kept');
        await pasteText(page, sheet);
        await press(page, 'Continue');
        // Nothing stands in the place of what was set aside before the lock is chosen, too.
        expect(existsSync(join(directory, 'wallet-key.json'))).toBe(false);
        await page.getByText('Anyone who can read the file').click();
        await press(page, 'Restore');
        await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
        expect(await total(page, 'restored-total')).toContain('5.98 KUDOS');
      },
      3 * PATIENCE,
    );

    test('a folder that is on a drive which is away is not made; the usual one is a press away', async () => {
      await quit(started);
      const away = join(root, 'drive', 'Holdfast');
      writeFileSync(join(home, 'wallet-place'), away);
      started = await startApp('path' in here ? here.path : '', home);
      expect((await offered())[0]).toBe('Try again');
      expect(await state()).toMatchObject({ trouble: { kind: 'place-missing' } });
      await press(started.page, 'Use the usual folder');
      expect(await total(started.page, 'balance-total')).toContain('5.98 KUDOS');
      expect(existsSync(away)).toBe(false);
    });
  },
);

type Keyed = Database.Database & { readonly key: (key: Buffer) => void };

/** As a Holdfast of the future leaves it. */
const makeNewer = async (directory: string): Promise<void> => {
  const key = mustOk(await openVault(world, directory, { kind: 'unprotected' }), 'key');
  const sqlite = new Database(join(directory, 'wallet.db')) as Keyed;
  sqlite.pragma("cipher = 'chacha20'");
  sqlite.key(Buffer.from(`raw:${bytesToHex(openSecret(key))}`));
  sqlite.pragma('user_version = 999');
  sqlite.close();
};

/** As on a computer whose keychain was made anew. */
const behindKeychain = async (directory: string): Promise<void> => {
  const key = mustOk(await openVault(world, directory, { kind: 'unprotected' }), 'key');
  const seal = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 7);
  mustOk(await addProtection(world, directory, key, { kind: 'keychain', seal }), 'sealed');
  mustOk(removeProtection(directory, key, 'unprotected'), 'no other way in');
};
