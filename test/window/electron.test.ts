// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addProvider,
  answerDialogs,
  electronHere,
  goTo,
  PATIENCE,
  picture,
  press,
  protection,
  questions,
  quit,
  startApp,
  total,
  watchProtection,
  workedInThreads,
  type StartedApp,
} from './app.ts';
import { ensureBuilt } from './built.ts';
import { addDavFolder } from './dav-folder.ts';
import { misread } from './pdf.ts';
import { savesAs } from './saved-sheet.ts';
import { withinReach } from './reach.ts';
import { pasteText } from './typing.ts';

// The whole line in the real window, on real cryptography: play money, two providers, a verified copy, the sheet,
// everything erased, everything back, spent. One test after another drives the same application.

const here = electronHere();
const TEST_TIMEOUT = 2 * PATIENCE;

/** What is proposed for a wrong letter on the sheet. */
const proposal = (page: Page): Locator => page.locator('[data-kind="correction-proposed"]');

describe.skipIf('why' in here)(
  'why' in here ? `the window (skipped: ${here.why})` : 'the window',
  { timeout: TEST_TIMEOUT },
  () => {
    let home: string;
    let started: StartedApp;
    let recoveryText = '';
    let before = '';

    beforeAll(async () => {
      await ensureBuilt();
      home = mkdtempSync(join(tmpdir(), 'holdfast-window-'));
      started = await startApp('path' in here ? here.path : '', home);
    });
    afterAll(async () => {
      if (started) await quit(started);
      rmSync(home, { recursive: true, force: true });
    });

    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        await picture(started.page, `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 40)}`);
    });

    test('the first start offers play money, and takes it', async () => {
      const { page } = started;
      await page.getByRole('button', { name: 'Try with play money' }).waitFor();
      await picture(page, '01-first-start');
      await press(page, 'Try with play money');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: PATIENCE });
      await page.getByText('Play money', { exact: true }).waitFor({ timeout: PATIENCE });
      await picture(page, '02-overview-empty');
    });

    test('the page has no Node, no network, no other place to go, and only checked questions', async () => {
      const { page, app } = started;
      const found = await withinReach(page);
      expect(found).toMatchObject({
        node: ['undefined', 'undefined'],
        bridge: ['ask', 'on'],
        opened: true,
        fetched: 'refused',
        candidates: [],
        script: 'refused',
        unknown: { ok: false, error: { kind: 'unknown-request' } },
        malformed: { ok: false, error: { kind: 'malformed-request' } },
        endless: { ok: false, error: { kind: 'too-long', facts: { what: 'other', most: 64 } } },
        extra: { ok: false, error: { kind: 'malformed-request' } },
      });
      expect(app.windows()).toHaveLength(1);
    });

    test('play money is withdrawn', async () => {
      const { page } = started;
      await page.getByRole('link', { name: 'Add money' }).click();
      await press(page, 'Get play money');
      await page.getByText('It is on its way').waitFor({ timeout: PATIENCE });
      await picture(page, '03-withdrawal');
      await goTo(page, 'Overview');
      await page
        .getByTestId('balance-total')
        .getByText(/^(20\.00|19\.\d+)$/)
        .waitFor({ timeout: PATIENCE });
      await picture(page, '04-overview-unprotected');
      expect(workedInThreads(home)).toEqual(expect.arrayContaining(['keys', 'planchets']));
      // It is on its way: before a place has a copy of what its coins are made from, there are none.
      expect(workedInThreads(home)).not.toContain('unblind');
    });

    test('quitting asks as closing the window does; the end of the session asks nobody', async () => {
      const { app, page } = started;
      await answerDialogs(app, 'Stay');
      await app.evaluate(({ app: program }) => void setImmediate(() => program.quit()));
      await expect
        .poll(() => questions(app), { timeout: PATIENCE })
        .toMatchObject([
          { message: 'Not protected. Close Holdfast all the same?', detail: expect.stringContaining('19.97 KUDOS') },
        ]);
      expect(await page.evaluate(() => window.wallet.ask('app.state', {}))).toMatchObject({ ok: true });
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()));
      await expect.poll(async () => (await questions(app)).length, { timeout: PATIENCE }).toBe(2);
      expect(app.windows()).toHaveLength(1);
      const ended = once(app.process(), 'exit', { signal: AbortSignal.timeout(PATIENCE) });
      app.process().kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
      started = await startApp('path' in here ? here.path : '', home);
    });

    test('two providers are added after their fee was seen, and hold verified copies', async () => {
      const { page } = started;
      await goTo(page, 'Backup');
      await addProvider(page, /^Free play place/, 'Agree and add');
      await picture(page, '05-first-provider');
      await addProvider(page, /^Paid play place/, 'Agree, pay and add');
      // The change of the fee's payment arrives a moment later and would wait a minute for its round; a person may press again.
      await expect
        .poll(
          async () => {
            await press(page, 'Make copies now');
            await page.locator('.round').waitFor({ timeout: PATIENCE });
            return page.getByText('Up to date', { exact: true }).count();
          },
          { timeout: PATIENCE, interval: 1000 },
        )
        .toBe(2);
      expect(workedInThreads(home)).toContain('unblind');
      await picture(page, '06-two-providers');
      await goTo(page, 'Overview');
      // Every place has everything, and without a sheet nobody opens a copy.
      await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
      expect(await page.title()).toBe('Overview · Holdfast · Not protected');
      await picture(page, '07-overview-copied');
      before = await total(page, 'balance-total');
      await goTo(page, 'History');
      expect(`${await total(page, 'history-sum')} Play money`).toBe(before);
      await picture(page, '08-history');
    });

    test('the system asks before the sheet is shown; "Cancel" reveals nothing', async () => {
      const { page, app } = started;
      await goTo(page, 'Recovery sheet');
      await watchProtection(app);
      await answerDialogs(app, 'Cancel');
      await press(page, 'Reveal the sheet');
      await page.getByRole('alert').getByText('stays hidden').waitFor({ timeout: PATIENCE });
      await picture(page, '09-sheet-refused');
      expect(await questions(app)).toMatchObject([
        { message: 'Show the recovery sheet?', buttons: ['Cancel', 'Show the sheet'], defaultId: 0, cancelId: 0 },
      ]);
      expect(await page.locator('.paper').count()).toBe(0);
      expect(await protection(app)).not.toContain(true);
      // Whoever speaks for the page gets no further than the person who does not want it.
      const asked = await page.evaluate(async () => [
        await window.wallet.ask('sheet.reveal', {}),
        await window.wallet.ask('sheet.reveal', { passphrase: 'yes' }),
        await window.wallet.ask('sheet.print', { paper: 'A4' }),
      ]);
      expect(asked).toMatchObject([
        { ok: false, error: { kind: 'not-confirmed' } },
        { ok: false, error: { kind: 'not-confirmed' } },
        { ok: false, error: { kind: 'sheet-hidden' } },
      ]);
      expect(JSON.stringify(asked)).not.toMatch(/hold1/i);
      expect(await page.content()).not.toMatch(/hold1/i);
    });

    test('a page that is left while the system asks gets no secret, and one question is asked at a time', async () => {
      const { page, app } = started;
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = () =>
          new Promise((resolve) =>
            Object.assign(globalThis, { confirm: () => resolve({ response: 1, checkboxChecked: false }) }),
          );
      });
      const second = await page.evaluate(async () => {
        Object.assign(globalThis, { first: window.wallet.ask('sheet.reveal', {}) });
        const again = await window.wallet.ask('sheet.reveal', {});
        await window.wallet.ask('sheet.hide', {});
        return again;
      });
      await app.evaluate(() => (globalThis as { confirm?: () => void }).confirm?.());
      const left = await page.evaluate(() => (globalThis as { first?: unknown }).first);
      expect([left, second]).toMatchObject([
        { ok: false, error: { kind: 'sheet-hidden' } },
        { ok: false, error: { kind: 'not-confirmed' } },
      ]);
      expect(await page.evaluate(() => window.wallet.ask('sheet.print', { paper: 'A4' }))).toMatchObject({ ok: false });
    });

    test('the sheet is shown on purpose, printed on both papers, and gone when the page is left', async () => {
      const { page, app } = started;
      await goTo(page, 'Recovery sheet');
      expect(await page.locator('.paper').count()).toBe(0);
      await watchProtection(app);
      await answerDialogs(app, 'Show the sheet');
      await press(page, 'Reveal the sheet');
      await page.locator('.paper').waitFor({ timeout: PATIENCE });
      await picture(page, '09-sheet');
      expect(await protection(app)).toEqual([true]);
      await page.getByText('Recovery text').click();
      recoveryText = await page.getByRole('region', { name: 'Recovery text' }).innerText();
      expect(recoveryText.startsWith('HOLDFAST-RECOVERY-1')).toBe(true);
      for (const paper of ['A4', 'Letter'] as const) await savesAs(started, home, paper, recoveryText);
      await goTo(page, 'Overview');
      expect((await protection(app)).at(-1)).toBe(false);
      await goTo(page, 'Recovery sheet');
      await page.getByRole('button', { name: 'Reveal the sheet' }).waitFor();
      expect(await page.content()).not.toContain(
        recoveryText.split('\n').find((line) => /hold1/i.test(line)) ?? 'HOLD1',
      );
    });

    test('a hidden sheet is not printed, whoever asks', async () => {
      const answer = await started.page.evaluate(() => window.wallet.ask('sheet.print', { paper: 'A4' }));
      expect(answer).toMatchObject({ ok: false, error: { kind: 'sheet-hidden' } });
    });

    test('shown and printed, the sheet counts for nothing; read back it does, and the wallet stops guiding', async () => {
      const { page } = started;
      await goTo(page, 'Overview');
      await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
      expect(await page.locator('.steps').count()).toBe(1);
      await goTo(page, 'Recovery sheet');
      await pasteText(page, misread(recoveryText));
      await press(page, 'Test this sheet');
      expect(await proposal(page).innerText()).toMatch(/group \d+/i);
      await pasteText(page, recoveryText);
      await expect.poll(() => proposal(page).count()).toBe(0);
      await press(page, 'Test this sheet');
      await page.getByText('This sheet brings everything back.').waitFor({ timeout: PATIENCE });
      await picture(page, '10-sheet-read-back');
      await goTo(page, 'Overview');
      await page.locator('.safety[data-tone="good"]').waitFor({ timeout: PATIENCE });
      await expect.poll(() => started.page.locator('.steps').count()).toBe(0);
      await picture(started.page, '11-overview-done');
    });

    test('everything is erased', async () => {
      const { page } = started;
      await goTo(page, 'This computer');
      await page.getByRole('button', { name: 'Erase …' }).click();
      await page.getByLabel('Type “erase everything”').fill('erase everything');
      await picture(page, '11-erasing');
      await press(page, 'Erase everything');
      await page.getByRole('button', { name: 'Restore from a sheet' }).waitFor({ timeout: PATIENCE });
      expect((await page.evaluate(() => window.wallet.ask('wallet.overview', {}))).ok).toBe(false);
    });

    test('the program is closed and started again, as on a new computer', async () => {
      await quit(started);
      started = await startApp('path' in here ? here.path : '', home);
      await started.page.getByRole('button', { name: 'Restore from a sheet' }).waitFor({ timeout: PATIENCE });
    });

    test('a wrong character on the sheet is named with its group, and nothing is changed by that', async () => {
      const { page } = started;
      await press(page, 'Restore from a sheet');
      await page.getByText('Anyone who can read the file').click();
      await press(page, 'Continue');
      await page.getByLabel('Group 1', { exact: true }).waitFor({ timeout: PATIENCE });
      await pasteText(page, misread(recoveryText));
      await press(page, 'Restore');
      expect(await proposal(page).innerText()).toMatch(/group \d+/i);
      await picture(page, '12-restore-refused');
      expect(await page.getByRole('heading', { name: 'Who answered' }).count()).toBe(0);
    });

    test('the sheet brings the same balance back, once what is proposed for a wrong letter is taken', async () => {
      const { page } = started;
      await press(page, 'Yes, take it');
      await page.getByText('Taken as proposed').waitFor({ timeout: PATIENCE });
      await press(page, 'Restore');
      await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
      expect(await page.locator('.source .tag').allInnerTexts()).toEqual(['Found', 'Found']);
      expect(await total(page, 'restored-total')).toBe(before);
      await picture(page, '13-restored');
      await page.getByRole('link', { name: 'To the overview' }).click();
      expect(await total(page, 'balance-total')).toBe(before);
      await picture(page, '14-overview-restored');
      await goTo(page, 'History');
      expect(`${await total(page, 'history-sum')} Play money`).toBe(before);
    });

    test('the restored coins pay an order', async () => {
      const { page } = started;
      await goTo(page, 'Overview');
      await page.getByRole('link', { name: 'Pay', exact: true }).click();
      await press(page, 'Order something at the play shop');
      await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
      await picture(page, '15-offer');
      await press(page, 'Pay now');
      await page.getByText('Paid. The shop has confirmed it.').waitFor({ timeout: PATIENCE });
      await picture(page, '16-paid');
      await goTo(page, 'History');
      expect(await page.getByText('The lines add up to the balance, exactly.').count()).toBe(1);
      await picture(page, '17-history-paid');
    });

    test('a WebDAV folder is added with its password, which the window forgets', async () => {
      await addDavFolder(started.page);
    });

    test('after a restart the same money is there, and the console stayed silent', async () => {
      await goTo(started.page, 'Overview');
      const held = await total(started.page, 'balance-total');
      expect(
        started.complaints.filter((text) => !text.includes('example.org') && !text.includes('TrustedScript')),
      ).toEqual([]);
      // Asked behind the window's own refusal of the same event. Last, because Playwright waits for ever for a navigation that was refused.
      await started.app.evaluate(({ BrowserWindow }) => {
        const tried = new Promise((resolve) =>
          BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) =>
            resolve({ url: event.url, refused: event.defaultPrevented }),
          ),
        );
        Object.assign(globalThis, { tried });
      });
      await started.page.evaluate(() => {
        setTimeout(() => (location.href = 'https://example.org/'), 0);
      });
      expect(await started.app.evaluate(() => (globalThis as { tried?: unknown }).tried)).toEqual({
        url: 'https://example.org/',
        refused: true,
      });
      expect(
        await started.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().split('#')[0]),
        ),
      ).toEqual(['app://holdfast/']);
      await quit(started);
      started = await startApp('path' in here ? here.path : '', home);
      expect(await total(started.page, 'balance-total')).toBe(held);
      await started.page.setViewportSize({ width: 800, height: 600 });
      await picture(started.page, '19-restarted-800');
    });
  },
);
