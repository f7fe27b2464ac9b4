// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf, fileOf } from '../support/sheet-pictures.ts';
import { asked } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { describeLooks, press } from './pages-look.ts';
import { choose, hands } from './reading-page.ts';
import { escrowScenarios } from './scenarios-escrow.ts';
import { scenarios } from './scenarios.ts';
import { pasteText } from './typing.ts';
import { app } from './views.ts';

// The field that takes anything, and everything that gets there without it: pastes, drops, pictures.

const path = chromiumPath();
const PAY = 'taler://pay/shop.example/1/';
const SHEET = 'HOLDFAST-RECOVERY-1\nwallet: Ada\nsecret: HOLD1 QQRZQ\nEND';

describe.skipIf(path === undefined)(
  path === undefined ? 'the door (skipped: no Chromium on this machine)' : 'the door',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow();
    });
    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

    test('a link that is pasted anywhere, typed or dropped opens its page and is read there', async () => {
      const page = await opened(scenarios.falseName, '/history');
      await pasteAnywhere(page, `Please pay: ${PAY} thanks`);
      await page.getByText('evil.example').first().waitFor();
      expect(await asked(page, 'pay.prepare')).toEqual([{ uri: PAY }]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('DE75 5121 0800 1245 1261 99');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByLabel('IBAN').inputValue()).toBe('DE75512108001245126199');
      expect(await door(page).inputValue()).toBe('');
      await hands(page, 'drop', fileOf(codeOf(PAY)));
      // A worker looks at the picture, and on a busy machine it takes its time to begin.
      await expect.poll(() => asked(page, 'pay.prepare'), { timeout: 20_000 }).toEqual([{ uri: PAY }, { uri: PAY }]);
    });

    test('where something is under way, a link waits; in a field and in a dialog a paste is what it always was', async () => {
      const page = await opened(scenarios.restoring, '/restore');
      await pasteAnywhere(page, PAY);
      await page.getByText('It asks for a payment. Something is under way').waitFor();
      expect(new URL(page.url()).hash).toBe('#/restore');
      await page.getByRole('button', { name: 'Look at it' }).press('Enter');
      await expect.poll(() => new URL(page.url()).hash).toBe('#/pay');

      const other = await opened(scenarios.fresh, '/settings');
      await other.getByRole('button', { name: 'Erase …' }).click();
      await other.getByRole('alertdialog').waitFor();
      await pasteAnywhere(other, PAY);
      await other.keyboard.press('Control+k');
      await other.keyboard.press('Escape');
      await expect.poll(() => other.getByRole('alertdialog').count()).toBe(0);
      expect(await other.locator('.door-answer').count()).toBe(0);
      expect(await asked(other, 'pay.prepare')).toEqual([]);
    });

    test('a link of another program waits while copies are asked, while a dialog is open and while the wallet is locked', async () => {
      const link = { page: '/pay', text: PAY } as const;
      // Whatever asks for it stands for the program that hands the link over.
      const toCome = ({ answers, after }: Scenario): Scenario => ({
        answers: {
          ...answers,
          'play.messages': { value: { messages: [] } },
          'app.link': { value: { link: null } },
          'app.takeLink': { value: { link } },
        },
        after: {
          ...after,
          'play.messages': { 'app.link': { value: { link } } },
          'app.takeLink': { 'app.link': { value: { link: null } }, 'app.takeLink': { value: { link: null } } },
        },
      });
      const comes = (page: Page): Promise<unknown> => page.evaluate(() => window.wallet.ask('play.messages', {}));
      const waits = async (page: Page, where: string): Promise<void> => {
        await page.getByText('It asks for a payment').waitFor();
        expect(new URL(page.url()).hash).toBe(where);
        expect(await asked(page, 'pay.prepare')).toEqual([]);
      };
      const restoring = await opened(toCome(scenarios.restoreGoesOn), '/restore');
      await pasteText(restoring, SHEET);
      await press(restoring, 'Restore');
      await expect.poll(async () => (await asked(restoring, 'restore.run')).length).toBe(1);
      await comes(restoring);
      await waits(restoring, '#/restore');
      await press(restoring, 'Not now');
      await expect.poll(() => restoring.getByText('It asks for a payment').count()).toBe(0);
      expect(await restoring.getByText('Harbour').count()).toBeGreaterThan(0);

      const erasing = await opened(toCome(scenarios.fresh), '/settings');
      await press(erasing, 'Erase …');
      await erasing.getByRole('alertdialog').waitFor();
      await comes(erasing);
      await waits(erasing, '#/settings');
      expect(await erasing.getByRole('alertdialog').count()).toBe(1);
      await erasing.keyboard.press('Escape');
      await press(erasing, 'Look at it');
      await expect.poll(() => asked(erasing, 'pay.prepare')).toEqual([{ uri: PAY }]);

      const locked = await opened(
        toCome({
          answers: { ...scenarios.lockedWithSheet.answers, 'app.unlock': { value: app } },
          after: { 'app.unlock': { 'app.state': { value: app } } },
        }),
        '/',
      );
      await comes(locked);
      await locked.getByRole('heading', { level: 1, name: 'This wallet is locked' }).waitFor();
      expect(await asked(locked, 'app.takeLink')).toEqual([]);
      await locked.getByLabel('Passphrase').fill('four random words here');
      await locked.keyboard.press('Enter');
      await expect.poll(() => asked(locked, 'pay.prepare')).toEqual([{ uri: PAY }]);
    });

    test('a picture that is opened beside the field is read like what is typed there', async () => {
      const page = await opened(scenarios.safe, '/pay');
      await choose(page, 'code.png', fileOf(codeOf(PAY)));
      await page.getByRole('button', { name: /^Pay 1\.50/ }).waitFor();
      expect(await asked(page, 'pay.prepare')).toEqual([{ uri: PAY }]);
    });

    test('a sheet is asked about, goes where its person says, and stays nowhere else', async () => {
      const page = await opened(scenarios.safe, '/');
      await pasteAnywhere(page, SHEET);
      await page.getByText('This is a recovery sheet.').waitFor();
      expect(await page.content()).not.toContain('QQRZQ');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.door-answer').count()).toBe(0);
      await pasteAnywhere(page, SHEET);
      await page.getByRole('button', { name: 'Test my own sheet with it' }).click();
      await expect.poll(() => page.getByLabel('Recovery text').inputValue()).toBe(SHEET);
      await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
      await pasteAnywhere(page, SHEET);
      await page.getByRole('button', { name: 'Bring in the wallet it belongs to' }).click();
      await expect.poll(() => page.getByLabel('Recovery text').inputValue()).toBe(SHEET);
    });

    test('what is not ours gets an answer: megabytes, other wallets, hostile text, no picture', async () => {
      const page = await opened(scenarios.safe, '/');
      for (const [text, words] of [
        ['x'.repeat(3_000_000), 'longer than any link'],
        ['bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT', 'not with Taler'],
        ['taler://dev-experiment/x', 'does not know links of the kind dev-experiment'],
        ['\u202E<b>evil</b> '.repeat(2000), 'no link, code or sheet'],
        [`${PAY} ${PAY}2`, 'more than one link'],
      ] as const) {
        await pasteAnywhere(page, text);
        await page.locator('.door-answer').getByText(words).waitFor();
      }
      expect(await page.locator('.door-answer').innerText()).not.toContain('\u202E');
      await hands(page, 'drop', Buffer.from('GIF89a no picture at all'));
      await page.locator('.door-answer').getByRole('alert').waitFor();
      await hands(page, 'paste', fileOf(codeOf('WIFI:S:home;T:WPA;P:secret;;')));
      await page.locator('.door-answer').getByText('no link, code or sheet').waitFor();
    });

    test('a code of an app is taken to the way of the escrow that is tried with one', async () => {
      const page = await opened(escrowScenarios.current, '/history');
      await pasteAnywhere(page, '123 456');
      await page.getByRole('button', { name: 'Try the escrow with it' }).click();
      await expect.poll(() => page.getByLabel('Code the app shows now').inputValue()).toBe('123456');
    });

    test('a backup of another program, longer than any sheet, goes whole to the page that looks into it', async () => {
      const page = await opened(scenarios.fresh, '/history');
      const backup = JSON.stringify({ schema_version: 1, contents: 'x'.repeat(70_000) });
      await hands(page, 'drop', Buffer.from(backup));
      await page.getByRole('button', { name: 'Look what is in it' }).click();
      await page.getByText('It was read, and is too long').waitFor();
      await page.getByRole('button', { name: 'See what is in it' }).click();
      await expect.poll(async () => (await asked(page, 'import.read')).length).toBe(1);
      expect(await asked(page, 'import.read')).toEqual([{ given: backup }]);
    });

    test('an address on the web is offered for what it can be', async () => {
      const page = await opened(scenarios.safe, '/');
      await pasteAnywhere(page, 'https://backup.example/');
      await page.getByText('Holdfast shows no web pages').waitFor();
      await page.getByRole('button', { name: 'Keep copies there' }).click();
      await expect.poll(() => asked(page, 'provider.inspect')).toEqual([{ target: 'https://backup.example/' }]);
      await pasteAnywhere(page, 'https://shop.example/tea/42');
      await page.getByRole('button', { name: 'Is there something to pay?' }).click();
      await page.getByText('whether this page wants money').waitFor();
      expect(await asked(page, 'pay.page')).toEqual([]);
      await page.getByRole('button', { name: 'Ask the page' }).click();
      await expect.poll(() => asked(page, 'pay.page')).toEqual([{ url: 'https://shop.example/tea/42' }]);
      await pasteAnywhere(page, 'taler://withdraw-exchange/exchange.example/?a=KUDOS:20');
      await page.getByRole('button', { name: 'Add money from this issuer' }).click();
      await expect.poll(() => page.getByLabel('Address of the issuer').inputValue()).toBe('https://exchange.example/');
      expect(await page.getByLabel('Amount').last().inputValue()).toBe('20 KUDOS');
      // Nobody is asked before a press.
      expect(await asked(page, 'exchange.add')).toEqual([]);
    });
  },
);

describeLooks('the door, looked at', [
  {
    name: 'door-sheet',
    scenario: scenarios.safe,
    path: '/history',
    act: async (page) => {
      await pasteAnywhere(page, SHEET);
      return page.getByRole('button', { name: 'Test my own sheet with it' });
    },
  },
]);

const door = (page: Page) => page.getByRole('search').getByRole('textbox');

/** Ctrl+V while no field has the focus. */
const pasteAnywhere = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
