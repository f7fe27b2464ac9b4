// SPDX-License-Identifier: GPL-3.0-or-later
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notification, Tray } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  electronHere,
  launchArguments,
  PATIENCE,
  picture,
  press,
  protection,
  quit,
  startApp,
  watchProtection,
  type StartedApp,
} from './app.ts';
import { ensureBuilt } from './built.ts';

// The window among the other things of its desktop: links cold and warm, menus, icon, notifications, clipboard, its place. One wallet
// behind a passphrase, with play money, in two starts.

const here = electronHere();
const PASSPHRASE = 'four random words here';
type Told = typeof globalThis & { told?: string[]; tips?: string[] };

describe.skipIf('why' in here)(
  'why' in here ? `desktop manners (skipped: ${here.why})` : 'desktop manners',
  { timeout: 2 * PATIENCE },
  () => {
    const electron = 'path' in here ? here.path : '';
    const home = mkdtempSync(join(tmpdir(), 'holdfast-desktop-'));
    let started: StartedApp;
    let order = '';
    const order2 = (): string => order.replace(/^taler/i, 'ext+taler');

    /** Another start of the program with this on its command line, as a browser makes it. */
    const openLink = (link: string): Promise<number | null> =>
      new Promise((resolve) => {
        execFile(electron, [...launchArguments(home), link], { timeout: 30_000 }).on('exit', resolve);
      });
    /** Chooses an item of the menu, by its label. */
    const choose = (label: string): Promise<void> =>
      started.app.evaluate(({ Menu }, wanted) => {
        const items = Menu.getApplicationMenu()?.items.flatMap((menu) => menu.submenu?.items ?? []) ?? [];
        const item = items.find((each) => each.label === wanted);
        if (item === undefined) throw new Error(items.map((each) => each.label).join());
        item.click();
      }, label);
    const heading = (name: string): Promise<void> =>
      started.page.getByRole('heading', { level: 1, name, exact: true }).waitFor({ timeout: PATIENCE });

    beforeAll(async () => {
      await ensureBuilt();
      started = await startApp(electron, home);
    }, 3 * PATIENCE);
    afterAll(async () => {
      if (started as StartedApp | undefined) await quit(started);
      rmSync(home, { recursive: true, force: true });
    });

    test('icon and notifications tell of money that arrived while nobody looked', async () => {
      const { app, page } = started;
      await app.evaluate((modules) => {
        const told = globalThis as Told;
        [told.told, told.tips] = [[], []];
        modules.Notification.prototype.show = function show(this: Notification) {
          told.told?.push(this.title);
        };
        modules.Tray.prototype.setToolTip = function setToolTip(this: Tray, tip: string) {
          told.tips?.push(tip);
        };
        for (const window of modules.BrowserWindow.getAllWindows()) window.isFocused = () => false;
      });
      const made = await page.evaluate(async (passphrase) => {
        await window.wallet.ask('app.create', { protection: { type: 'passphrase', passphrase } });
        await window.wallet.ask('play.start', {});
        const answer = await window.wallet.ask('play.order', { amount: 'KUDOS:1', summary: 'A chart' });
        return answer.ok ? answer.value.uri : answer.error.kind;
      }, PASSPHRASE);
      order = made;
      await expect
        .poll(() => app.evaluate(() => (globalThis as Told).tips), { timeout: PATIENCE })
        .toContain('Holdfast: Nothing here yet');
      await page.evaluate(() => window.wallet.ask('play.withdraw', { amount: 'KUDOS:5', withoutBackup: true }));
      await expect
        .poll(() => app.evaluate(() => (globalThis as Told).told?.join()), { timeout: PATIENCE })
        .toMatch(/^[\d.]+ KUDOS have arrived/);
      await expect
        .poll(() => app.evaluate(() => (globalThis as Told).tips), { timeout: PATIENCE })
        .toContain('Holdfast: Not protected');
    });

    test('the menus lead to every page and to the keys there are', async () => {
      await choose('History');
      await heading('History');
      await choose('Keyboard shortcuts');
      await heading('Keyboard shortcuts');
      await picture(started.page, 'desktop-1-shortcuts');
    });

    test('a link of another program opens its page at once, and what it means is shown', async () => {
      expect(await openLink(order)).toBe(0);
      await heading('Pay');
      await started.page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
      await picture(started.page, 'desktop-2-link');
    });

    test('a link waits while a sheet is being typed or a dialog is open, and is shown when it is looked at', async () => {
      const { page } = started;
      await page.evaluate(() => (location.hash = '#/restore'));
      await heading('Restore');
      expect(await openLink(order2())).toBe(0);
      await page.getByText('It asks for a payment').waitFor({ timeout: PATIENCE });
      await heading('Restore');
      await picture(page, 'desktop-3-link-waits');
      await press(page, 'Look at it');
      await heading('Pay');
      await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
    });

    test('hostile links are said once, and lead nowhere', async () => {
      const { app, page } = started;
      await app.evaluate(({ app: program }) => {
        program.emit('second-instance', {}, ['holdfast', `taler://pay/${'a'.repeat(5_000_000)}`, 'https://x.example/']);
      });
      await page.getByText('too long for any wallet').waitFor({ timeout: PATIENCE });
      await press(page, 'Not now');
      await app.evaluate(({ app: program }) => {
        program.emit('second-instance', {}, ['holdfast', 'taler://dance/<b>x</b>/1']);
      });
      await page.getByText('not for this wallet').waitFor({ timeout: PATIENCE });
      await press(page, 'Not now');
      await expect.poll(() => page.getByText('not for this wallet').count()).toBe(0);
      await heading('Pay');
    });

    test('where a sheet is typed the screen is hidden from others, and nowhere else', async () => {
      await watchProtection(started.app);
      await started.page.evaluate(() => (location.hash = '#/restore'));
      await heading('Restore');
      await picture(started.page, 'desktop-4-restore');
      await expect.poll(() => protection(started.app).then((calls) => calls.at(-1))).toBe(true);
      await choose('History');
      await heading('History');
      await expect.poll(() => protection(started.app).then((calls) => calls.at(-1))).toBe(false);
    });

    test('what is money is out of the clipboard when the program ends; size and place of the window are kept', async () => {
      const { app, page } = started;
      await page.evaluate(() => window.wallet.ask('app.copySecret', { text: 'taler://pay-push/secret' }));
      await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('taler://pay-push/secret');
      await choose('Larger');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640));
      const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
      await expect.poll(size).toEqual([900, 640]);
      await quit(started);
      expect(JSON.parse(readFileSync(join(home, 'window', 'window.json'), 'utf8'))).toMatchObject({
        width: 900,
        height: 640,
      });
      expect(JSON.parse(readFileSync(join(home, 'wallet', 'settings'), 'utf8'))).toMatchObject({ size: 110 });
    });

    test('a link that starts the program waits until the wallet was opened', async () => {
      started = await startApp(electron, home, [order]);
      const { app, page } = started;
      await heading('This wallet is locked');
      expect(
        await app.evaluate(({ BrowserWindow, clipboard }) => {
          const [window] = BrowserWindow.getAllWindows();
          return [window?.getSize(), window?.webContents.getZoomFactor().toFixed(1), clipboard.readText()];
        }),
      ).toEqual([[900, 640], '1.1', '']);
      await page.getByLabel('Passphrase').fill(PASSPHRASE);
      await press(page, 'Open');
      await heading('Pay');
      await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
    });
  },
);
