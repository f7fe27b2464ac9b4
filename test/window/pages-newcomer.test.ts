// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { KNOWN } from '../../shared/known.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { newcomer } from './scenarios-newcomer.ts';
import { pasteText } from './typing.ts';

// What a person without any idea of e-cash is told: sums that add up, what something costs before it is done, and nothing as
// done or said that is not so.

type Speaking = { readonly fakeSpeakAs: (locale: string) => void };

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'a newcomer (skipped: no Chromium on this machine)' : 'a newcomer',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow('no-preference');
    });

    const opened = async (scenario: Scenario, where: string, locale = 'en-GB'): Promise<Page> => {
      const { page } = await shown.open(scenario, where);
      await page.evaluate((spoken) => (globalThis as unknown as Speaking).fakeSpeakAs(spoken), locale);
      return page;
    };
    const asked = (page: Page, name: string): Promise<number> =>
      page.evaluate(
        (wanted) =>
          (globalThis as unknown as { fakeAsked: { name: string }[] }).fakeAsked.filter((each) => each.name === wanted)
            .length,
        name,
      );
    const words = async (page: Page): Promise<string> =>
      (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

    test('sees only what can be spent as ready, the rest as change, and when it is back', async () => {
      const page = await opened(newcomer.paid, '/');
      const parts = page.locator('.balance-parts');
      await parts.waitFor();
      expect((await parts.innerText()).replaceAll(/\s+/g, ' ')).toBe(
        'Ready to spend 3.97 KUDOS Change under way 12.99 KUDOS',
      );
      expect(await words(page)).toContain('by itself within some hours, and at once when you pay with it');
    });

    test('is not promised change at once that something else is using', async () => {
      const page = await opened(newcomer.paying, '/');
      await page.getByText('Change under way').waitFor();
      const said = await words(page);
      expect(said).toContain('Some of it is in use at this moment');
      expect(said).not.toContain('at once when you pay with it');
      expect(said).not.toContain('Arriving');
    });

    test('reads what ending a payment costs before the yes, and what it did cost after it', async () => {
      const page = await opened(newcomer.sentWithFees, '/send');
      await page.getByRole('button', { name: /^Show the code: 2\.00 KUDOS/ }).click();
      await page.getByRole('button', { name: /^End …/ }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Comes back, at least').waitFor();
      const said = (await dialog.innerText()).replaceAll(/\s+/g, ' ');
      for (const fact of [
        'Left your wallet for it 2.04 KUDOS',
        'Ending it costs, at most 0.05 KUDOS',
        'Comes back, at least 1.99 KUDOS',
      ])
        expect(said).toContain(fact);
      expect(await asked(page, 'abort')).toBe(0);
    });

    test('cannot end anything before its price is there, and a second click ends nothing twice', async () => {
      const page = await opened(
        { answers: { ...newcomer.sentWithFees.answers, 'abort.preview': { never: true }, abort: { never: true } } },
        '/send',
      );
      await page.getByRole('button', { name: /^Show the code: 2\.00 KUDOS/ }).click();
      await page.getByRole('button', { name: /^End …/ }).click();
      await page.getByRole('button', { name: 'End the payment' }).click({ force: true });
      expect(await asked(page, 'abort')).toBe(0);
    });

    test('reads why the other gets less, on the quote and beside the code', async () => {
      const page = await opened(newcomer.sentWithFees, '/send');
      await page.getByLabel('You send').fill('5');
      await page.getByRole('button', { name: 'Show what it costs' }).click();
      await page.getByText('They get').waitFor();
      const why = '0.01 KUDOS of it goes to the issuer for making it new in their wallet';
      expect(await words(page)).toContain(why);
      await page.getByRole('button', { name: 'Send 5.00 KUDOS' }).click();
      await page.getByRole('img', { name: /^QR code/ }).waitFor();
      expect(await words(page)).toContain('They get 4.99 KUDOS');
      expect(await words(page)).toContain(why);
    });

    test('who knows no issuer picks one of the list instead of facing a blank box; who knows one does not begin to play', async () => {
      const page = await opened(newcomer.knowsNobody, '/add');
      const [issuer] = KNOWN.filter(({ kind }) => kind === 'issuer');
      await page.getByRole('group', { name: 'Issuers' }).getByRole('button').first().click();
      expect(await page.getByLabel('Address of the issuer').inputValue()).toBe(issuer?.url);
      expect(await words(page)).toContain('never stands beside real money');
      const later = await opened(newcomer.knowsOne, '/add');
      await later.getByRole('group', { name: 'Issuers this wallet knows' }).waitFor();
      expect(await later.getByRole('button', { name: 'Start play money' }).count()).toBe(0);
    });

    test('who opens the own code is told so, and led to it instead of paying for it twice', async () => {
      const page = await opened(newcomer.ownCode, '/receive');
      await page.getByLabel('Link from the other person').fill('taler://pay-push/exchange.example/KEY');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Your own code' }).waitFor();
      expect(await page.getByText('A payment to you').count()).toBe(0);
      await page.getByText('You made this code for somebody else').waitFor();
      const way = page.getByRole('link', { name: 'To the code' });
      expect(await way.getAttribute('href')).toBe('#/send');
    });

    test.each([
      ['nobody answered', newcomer.allSilent, 'Nothing is checked yet: no issuer answered.', ['None of', '0 pieces']],
      ['some answered', newcomer.someSilent, '12 pieces of money were checked. None of them', []],
      ['there was no money', newcomer.noMoneyThere, 'There was no money to check.', ['None of', '0 pieces']],
    ] as const)('a restore says who checked what: %s', async (_, scenario, told, never) => {
      const page = await opened(scenario, '/restore');
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await page.getByRole('button', { name: 'Restore', exact: true }).click();
      await page.getByRole('heading', { name: 'Checked with the issuers' }).waitFor();
      const said = await words(page);
      expect(said).toContain(told);
      for (const not of never) expect(said).not.toContain(not);
      // What is said above is not said again below.
      expect(said.split('did not answer').length - 1).toBeLessThanOrEqual(scenario === newcomer.noMoneyThere ? 0 : 1);
    });

    test('is told when something is looked at again, not how often it was', async () => {
      const page = await opened(newcomer.waiting, '/');
      const list = page.locator('.pending');
      await list.waitFor();
      const said = await list.innerText();
      expect(said).not.toMatch(/\b9\b|Asked/);
      expect(said).toContain('Looks again at 23 Nov 2026, 15:05');
      expect(said).toContain('Tries again at 23 Nov 2026, 15:05');
      // Whoever is waited at says when it goes on: the time of the last look is over.
      expect(said).toMatch(/confirm it at the bank\s+Goes on by itself as soon as that is done\./);
    });

    test('money that is on its way is not called in, and the way goes on to a place for copies', async () => {
      const page = await opened(newcomer.arriving, '/');
      const first = page.locator('.steps li').first();
      await first.waitFor();
      expect(await first.getAttribute('data-state')).toBe('waiting');
      expect((await first.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Money in \(on its way\)/);
      expect(await page.locator('.steps li[aria-current="step"]').innerText()).toContain('A place for copies');
    });

    test('is asked to read a sheet back only once there is one', async () => {
      const page = await opened(newcomer.neverShown, '/');
      await page.getByRole('link', { name: 'Show the recovery sheet' }).click();
      await page.getByRole('heading', { level: 1, name: 'Recovery sheet' }).waitFor();
      expect(await page.getByRole('heading', { name: 'Read the sheet back' }).count()).toBe(0);
      expect(await page.getByLabel('Group 1', { exact: true }).isVisible()).toBe(false);
      // Whoever printed one elsewhere is not shut out.
      await page.getByText('Do you have a sheet of this wallet on paper already?').click();
      expect(await page.getByLabel('Group 1', { exact: true }).isVisible()).toBe(true);
      const after = await opened(newcomer.shown, '/');
      await after.getByRole('link', { name: 'Read the sheet back' }).click();
      await after.getByRole('heading', { name: 'Read the sheet back' }).waitFor();
    });

    test('a place that gets the last change is not said to have nothing new', async () => {
      const page = await opened(newcomer.savingThere, '/protection');
      await page.getByText('Saving the last change').waitFor();
      await page.locator('.place').getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: 'Details' }).click();
      await page.getByText('its copy is still there').waitFor();
      expect(await words(page)).not.toContain('nothing new');
    });

    test('a device that stands still says so once, and calls nothing ready there', async () => {
      const page = await opened(newcomer.stopped, '/');
      await page.getByText('Change, 16.00 KUDOS').first().waitFor();
      const said = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
      expect(said.split('neither pays nor saves copies').length - 1).toBe(1);
      expect(said).toContain('It cannot be spent here while this device stands still.');
      for (const not of ['Ready to spend', 'ready by itself', 'waiting for your decision', 'Tries again'])
        expect(said).not.toContain(not);
    });

    test('what waits for the person or for a place names no time at which nothing will happen', async () => {
      const page = await opened(newcomer.asksAndWaits, '/');
      await page.locator('.pending').waitFor();
      expect(await page.locator('.pending').innerText()).not.toContain('Tries again');
    });

    test('who erases a wallet without a copy reads once what is lost, and nothing of a computer that dies', async () => {
      const page = await opened(newcomer.erasing, '/settings');
      await page.getByRole('button', { name: 'Erase …' }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByText('Erasing would lose 20.00 KUDOS.').waitFor();
      expect(await dialog.innerText()).not.toContain('If this computer died');
      expect(await dialog.innerText()).toContain('nothing undoes this');
    });

    test('a restore that was begun and brought nothing is led back to at the start, and offered on Money', async () => {
      const page = await opened(newcomer.bringingBack, '/');
      await page.getByText('The sheet is not kept on this computer').waitFor();
      expect(new URL(page.url()).hash).toBe('#/restore');
      // Whoever goes to Money wants to be there, and is told what waits: one thing to do next.
      await page.getByRole('link', { name: 'Money', exact: true }).click();
      const goOn = page.getByRole('link', { name: 'Go on with it' });
      await goOn.waitFor();
      expect(await page.locator('main [data-look="primary"]').count()).toBe(1);
      await page.getByRole('button', { name: 'Keep this empty wallet instead' }).click();
      await expect.poll(() => asked(page, 'setUp.end')).toBe(1);
      await goOn.click();
      await page.getByRole('heading', { name: 'Restore', exact: true }).waitFor();
    });

    test('all of it in German, too', async () => {
      const page = await opened(newcomer.paid, '/', 'de-DE');
      await page.getByText('Wechselgeld unterwegs').waitFor();
      const own = await opened(newcomer.ownCode, '/receive', 'de-DE');
      await own.getByLabel('Link der anderen Person').fill('taler://pay-push/exchange.example/KEY');
      await own.keyboard.press('Enter');
      await own.getByRole('heading', { name: 'Ihr eigener Code' }).waitFor();
    });
  },
);
