// SPDX-License-Identifier: GPL-3.0-or-later
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTurnOf } from '../support/seed.ts';
import { asked } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { placeScenarios } from './scenarios-places.ts';
import { scenarios } from './scenarios.ts';
import { pagesToHtml } from '../../electron/backup/paper/page/draw-html.ts';
import type { BackupStatusView } from '../../shared/view-backup.ts';
import { open } from './open-answers.ts';
import { pasteText } from './typing.ts';
import { sheetPages } from './views-paper.ts';
import { allSafe, app, balance, nothingBackedUp, nothingHere, partly, saving } from './views.ts';

// What the pages send and keep, watched from outside through the bridge.

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'behaviour of the pages (skipped: no Chromium on this machine)' : 'behaviour of the pages',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow('no-preference');
    });

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

    test('the first start asks for a wallet without a lock, then for play money', async () => {
      const page = await opened(
        {
          answers: {
            ...scenarios.firstStart.answers,
            'app.create': { value: { ...scenarios.firstStart.answers['app.state'].value, stage: 'open' } },
            'play.start': { value: { exchange: 'x', currency: 'KUDOS' } },
          },
        },
        '/',
      );
      await page.getByRole('button', { name: 'Try with play money' }).click();
      await expect.poll(() => asked(page, 'play.start')).toHaveLength(1);
      expect(await asked(page, 'app.create')).toEqual([{ protection: { type: 'unprotected' }, begins: 'play' }]);
    });

    test.each([
      ['one that can be read', { value: { groups: [], lines: '', text: 'a sheet' } }],
      ['another', { failure: { kind: 'not-a-recovery-text', facts: { line: 1 } } }],
    ] as const)(
      'a restore reads the sheet first, then asks for the lock, and goes on by itself: %s',
      async (_, read) => {
        const { answers } = scenarios.firstStart;
        const madeApp = { value: { ...answers['app.state'].value, stage: 'open' } } as const;
        const page = await opened(
          {
            answers: {
              ...scenarios.empty.answers,
              ...answers,
              'app.readSheet': read,
              'app.create': madeApp,
              'restore.questions': { value: { questions: [], namesNoPlace: false } },
              'restore.run': { never: true },
            },
            after: { 'app.create': { 'app.state': madeApp } },
          },
          '/',
        );
        const lock = page.getByText('Anyone who can read the file');
        await page.getByRole('button', { name: 'Restore from a sheet' }).click();
        await pasteText(page, 'a sheet');
        expect(await lock.count()).toBe(0);
        await page.getByRole('button', { name: 'Continue' }).click();
        if ('failure' in read) {
          await page.getByRole('alert').first().waitFor();
          expect(await lock.count()).toBe(0);
          return;
        }
        await lock.click();
        expect(await asked(page, 'app.create')).toEqual([]);
        await page.getByRole('button', { name: 'Restore', exact: true }).click();
        await expect.poll(() => asked(page, 'restore.run')).toEqual([{ recoveryText: 'a sheet' }]);
        expect(await asked(page, 'app.create')).toEqual([{ begins: 'restore', protection: { type: 'unprotected' } }]);
      },
    );

    test('a fee is agreed to with a name and a cap, and a cap in another currency is not sent', async () => {
      const page = await opened(scenarios.fresh, '/protection');
      await page.getByRole('button', { name: /^Paid play place · / }).click();
      // Who is paid is shown by the host, for the list names it as it likes.
      await page.locator('.consent').getByText('127.0.0.1:41234', { exact: true }).waitFor();
      // What is agreed to is the whole: the fee and what paying it costs.
      await page.getByText('1.20 KUDOS per year; with what paying it costs, at most 1.26 KUDOS').waitFor();
      expect(await page.getByLabel('Pay at most per year').inputValue()).toBe('1.26');
      await page.getByLabel('Pay at most per year').fill('EUR:2');
      await page.getByRole('button', { name: /^Pay [\d.]+ KUDOS and add/ }).click();
      await page.getByText('The sum must be in KUDOS.').waitFor();
      expect(await asked(page, 'provider.add')).toEqual([]);
      await page.getByLabel('Pay at most per year').fill('1,5');
      await page.getByRole('button', { name: /^Pay [\d.]+ KUDOS and add/ }).click();
      await page.getByRole('button', { name: /^Pay [\d.]+ KUDOS and add/ }).press('Enter');
      await expect
        .poll(() => asked(page, 'provider.add'))
        .toEqual([{ target: 'http://127.0.0.1:41234/', name: 'Paid play place', maxFee: 'KUDOS:1.5' }]);
    });

    test('the sheet is in the page only while it is revealed, and main hears when it is not', async () => {
      const page = await opened(scenarios.safe, '/sheet');
      const secret = 'QQRZQ';
      expect(await page.content()).not.toContain(secret);
      await page.getByRole('button', { name: 'Reveal the sheet' }).click();
      await page.getByText(secret).first().waitFor();
      const hidden = (await asked(page, 'sheet.hide')).length;
      await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      expect(await page.content()).not.toContain(secret);
      expect((await asked(page, 'sheet.hide')).length).toBeGreaterThan(hidden);
      await page.goBack();
      await page.getByRole('button', { name: 'Reveal the sheet' }).waitFor();
      expect(await page.content()).not.toContain(secret);
    });

    test('what is shown before printing is what is printed, whole in the window when it is asked for', async () => {
      const page = await opened(scenarios.safe, '/sheet');
      await page.getByRole('button', { name: 'Reveal the sheet' }).click();
      const whole = page.getByRole('button', { name: 'See the whole page' });
      await whole.waitFor();
      const shown = page.locator('.drawn figure svg').first();
      const heights = async () => [(await shown.boundingBox())?.height ?? 0, page.viewportSize()?.height ?? 0] as const;
      const [large, window] = await heights();
      expect(large).toBeGreaterThan(window);
      await whole.click();
      await page.getByRole('button', { name: 'See it large' }).waitFor();
      expect((await heights())[0]).toBeLessThan(window);
      const drawn = await drawings(page.locator('.drawn svg'));
      const apart = await page.context().newPage();
      await apart.setContent(pagesToHtml(sheetPages, 'en'));
      const printed = await drawings(apart.locator('svg'));
      await apart.goto('about:blank');
      expect(await apart.evaluate(inkOf, { drawn, printed })).toEqual({ different: 0, isInked: true });
      await apart.close();
    });

    test('the sheet asks for the passphrase and forgets what was typed', async () => {
      const page = await opened(scenarios.withPassphrase, '/sheet');
      await page.getByLabel('Passphrase').fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await asked(page, 'sheet.reveal')).toEqual([{ passphrase: 'not this one' }]);
      expect(await page.getByLabel('Passphrase').inputValue()).toBe('');
    });

    test('erasing needs the words, and Escape changes nothing', async () => {
      const page = await opened(scenarios.fresh, '/settings');
      await page.getByRole('button', { name: 'Erase …' }).click();
      const erase = page.getByRole('button', { name: 'Erase everything' });
      expect(await erase.isDisabled()).toBe(true);
      await page.getByLabel('Type “erase everything”').fill('erase');
      expect(await erase.isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
      expect(await asked(page, 'app.erase')).toEqual([]);
    });

    test('what is not saved yet is saved before anything is erased, and said where it cannot be', async () => {
      const page = await opened(scenarios.saved, '/settings');
      expect(await asked(page, 'backup.run')).toEqual([]);
      await page.getByRole('button', { name: 'Erase …' }).click();
      await expect.poll(() => asked(page, 'backup.run')).toEqual([{}]);
      await page.getByLabel('Type “erase everything”').fill('erase everything');
      expect(await page.getByText('Not every place has the last changes').count()).toBe(0);
      await page.getByRole('button', { name: 'Erase everything' }).click();
      await expect.poll(() => asked(page, 'app.erase')).toHaveLength(1);

      const other = await opened(scenarios.unsaved, '/settings');
      await other.getByRole('button', { name: 'Erase …' }).click();
      await other.getByText('Not every place has the last changes').waitFor();
      expect(await asked(other, 'backup.run')).toEqual([{}]);
    });

    test('a removed provider is gone, and what it still holds is said', async () => {
      const page = await opened(scenarios.poor, '/protection');
      await page.getByRole('button', { name: /^More: “Play provider/ }).click();
      await page.getByRole('menuitem', { name: 'Remove …' }).click();
      await page.getByText('After this, 0.20 KUDOS would be lost').waitFor();
      expect(await asked(page, 'provider.remove')).toEqual([]);
      await page.getByRole('button', { name: 'Remove', exact: true }).click();
      await page.getByText('It still holds the last sealed copy').waitFor();
      await page.getByText('0.20 KUDOS would be lost').waitFor();
      expect(await asked(page, 'provider.remove')).toEqual([{ id: 'http://127.0.0.1:41234/' }]);
      await expect.poll(() => page.locator('.place').count()).toBe(0);
    });

    test('a price that rose is agreed to as it was shown, the next year is paid by hand, and a place is read back', async () => {
      const page = await opened(placeScenarios.years, '/protection');
      const harbour = 'https://backup.example/';
      await page.getByRole('button', { name: 'Decide' }).click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Look at the price …');
      await page.keyboard.press('Enter');
      await page.getByText('With what paying costs, at most').waitFor();
      expect(await page.getByLabel('Pay at most per year').inputValue()).toBe('3.15');
      expect(await asked(page, 'provider.limit')).toEqual([]);
      await page.getByRole('button', { name: 'Agree', exact: true }).click();
      expect(await asked(page, 'provider.limit')).toEqual([{ id: harbour, maxFee: 'CHF:3.15' }]);
      await page.getByRole('button', { name: 'Do not agree' }).click();
      // By the keyboard alone: the menu opens, and its third entry is pressed.
      await page.getByRole('button', { name: /^More: “Harbour/ }).focus();
      for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('button', { name: 'Pay at most 3.15 CHF' }).click();
      expect(await asked(page, 'provider.renew')).toEqual([{ id: harbour, maxFee: 'CHF:3.15' }]);
      await page.getByRole('button', { name: 'Do not agree' }).click();
      await page.getByRole('button', { name: /^More: “Harbour/ }).focus();
      for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
      await page.getByText('What it had kept is gone or too old.').waitFor();
      expect(await asked(page, 'provider.test')).toEqual([{ id: harbour }]);
    });

    test('how many copies are wanted is said before it is sent, and sent once it is pressed', async () => {
      const page = await opened(scenarios.safe, '/protection');
      const use = page.getByRole('button', { name: 'Use this' });
      expect(await use.isDisabled()).toBe(true);
      await page.getByText('as soon as one place holds').waitFor();
      await page.getByLabel('A copy must be at').selectOption({ label: '2 places' });
      await page.getByText('only once 2 places hold').waitFor();
      expect(await page.getByText('cannot be made').count()).toBe(0);
      await page.getByLabel('A copy must be at').selectOption({ label: '3 places' });
      await page.getByText('You have 2 places; 3 copies cannot be made.').waitFor();
      expect(await asked(page, 'backup.setQuorum')).toEqual([]);
      await use.click();
      await page.getByText('Noted.').waitFor();
      expect(await asked(page, 'backup.setQuorum')).toEqual([{ copies: 3 }]);
      await expect.poll(() => page.getByLabel('A copy must be at').inputValue()).toBe('3');
      expect(await use.isDisabled()).toBe(true);
    });

    test('an order that cannot be paid has no button to pay it', async () => {
      const page = await opened(scenarios.poor, '/pay');
      await page.getByLabel('Link from the shop').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('button', { name: /^Pay 1\.50/ }).isDisabled()).toBe(true);
    });

    test('the name a shop gives itself is quoted beside its host, and a false one is warned of', async () => {
      const page = await opened(scenarios.falseName, '/pay');
      await page.getByLabel('Link from the shop').fill('taler://pay/evil.example/1/');
      await page.keyboard.press('Enter');
      await page.getByText('“Аmazon ✔ verified”', { exact: true }).waitFor();
      await page.getByText('evil.example', { exact: true }).waitFor();
      await page.getByText('“A postcard of the sea”', { exact: true }).waitFor();
      await page.getByText('may pretend to be another’s').waitFor();
      await page.getByRole('link', { name: 'History' }).click();
      await page.getByText('“Play shop” (shop.example)').first().waitFor();
      await page.getByText('“Аmazon ✔ verified” (shop.evil.example)').first().click();
      await page.getByText('may pretend to be another’s').first().waitFor();
    });

    test('the codes of a refusal are behind "Details", never in its sentence', async () => {
      const refused = { kind: 'refused', facts: { host: 'shop.example', status: 409, code: 2103 } } as const;
      const page = await opened(
        { answers: { ...scenarios.safe.answers, 'pay.prepare': { failure: refused } } },
        '/pay',
      );
      await page.getByLabel('Link from the shop').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert');
      await alert.getByText('shop.example refused this. Nothing was lost.').waitFor();
      const codes = alert.getByText('refused · status 409 · code 2103');
      expect(await codes.isVisible()).toBe(false);
      await alert.getByText('Details').click();
      await codes.waitFor();
    });

    test('the language is chosen on the spot, and what was typed stays', async () => {
      const state = { ...app, language: 'de' as const };
      const page = await opened(
        {
          answers: { ...scenarios.safe.answers, 'app.setLanguage': { value: state } },
          after: { 'app.setLanguage': { 'app.state': { value: state } } },
        },
        '/settings',
      );
      await page.getByRole('button', { name: 'Erase …' }).click();
      await page.getByLabel('Type “erase everything”').fill('alles löschen');
      expect(await page.getByRole('button', { name: 'Erase everything' }).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');
      await page.getByText('Dates and sums are written like this: 31 Dec 2026, 16:45 · 1,234.50 CHF').waitFor();
      await page.getByLabel('Language', { exact: true }).selectOption({ label: 'Deutsch' });
      await page.getByRole('heading', { level: 1, name: 'Einstellungen' }).waitFor();
      expect(await asked(page, 'app.setLanguage')).toEqual([{ language: 'de' }]);
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
        'de-GB',
        expect.stringMatching(/^Einstellungen · Holdfast · /),
      ]);
      await page.getByRole('button', { name: 'Löschen …' }).click();
      await page.getByLabel('Tippen Sie „alles löschen“').fill('Alles löschen');
      await page.getByRole('button', { name: 'Alles löschen' }).click();
      await expect.poll(() => asked(page, 'app.erase')).toEqual([{ confirm: 'erase everything' }]);
    });

    test('every state that is not protected has one primary button on the first page', async () => {
      const states = [
        [nothingHere, 1],
        [nothingBackedUp, 1],
        [partly, 1],
        [{ ...partly, safety: { ...partly.safety, state: 'payment-due', next: 'decide' } }, 1],
        [
          { ...partly, standing: 'superseded', safety: { ...partly.safety, state: 'stopped', next: 'continue-here' } },
          1,
        ],
        // All money is in a copy already: nothing is left to a person.
        [saving, 0],
        [allSafe, 0],
      ] as const satisfies readonly (readonly [BackupStatusView, number])[];
      const both = states.flatMap((state) =>
        [[], [balance('KUDOS:20')]].map((balances) => [...state, balances] as const),
      );
      for (const [status, count, balances] of inTurnOf(both, 3)) {
        const isEmptyAndCalm = balances.length === 0 && count === 0;
        const page = await opened({ answers: open(status, balances, []) }, '/');
        await page.locator('.deeds').waitFor();
        const primary = page.getByRole('main').locator('.button[data-look="primary"]');
        await expect
          .poll(() => primary.allInnerTexts(), { message: `${status.safety.state}, ${balances.length} balances` })
          .toHaveLength(isEmptyAndCalm ? 1 : count);
      }
    });

    test('a second click before the button is drawn anew does nothing twice', async () => {
      const page = await opened({ answers: { ...open(partly, [], []), 'backup.run': { never: true } } }, '/');
      await page.getByRole('button', { name: 'Make copies now' }).evaluate((button: HTMLElement) => {
        for (let i = 0; i < 3; i += 1) button.click();
      });
      await page.locator('.spinner').waitFor();
      expect(await asked(page, 'backup.run')).toEqual([{}]);
    });

    test('a page that waits for the wallet can be left', async () => {
      const page = await opened({ answers: { ...scenarios.fresh.answers, 'wallet.overview': { never: true } } }, '/');
      await page.getByText('One moment').first().waitFor();
      await page.getByRole('navigation').getByRole('link', { name: 'Protection' }).click();
      await page.getByRole('heading', { level: 1, name: 'Protection' }).waitFor();
    });

    test('every page is reached and its heading focused by keyboard alone', async () => {
      const page = await opened(scenarios.safe, '/');
      for (const name of ['History', 'Protection', 'Settings', 'Money']) {
        await page.getByRole('navigation').getByRole('link', { name, exact: true }).focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name);
        expect((await page.title()).startsWith(`${name} · Holdfast · `)).toBe(true);
      }
    });
  },
);

const drawings = (svgs: Locator): Promise<string[]> =>
  svgs.evaluateAll((all) => all.slice(0, 2).map(({ innerHTML }) => innerHTML));

/** Runs in a browser: how many points of two pages of A4 differ, each given as the shapes of its letters and its marks. */
const inkOf = async ({ drawn, printed }: { drawn: readonly string[]; printed: readonly string[] }) => {
  const [width, height] = [595, 842];
  const ink = async (marks: readonly string[]): Promise<Uint8ClampedArray> => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const image = new Image();
    const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
    await image.decode();
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    return pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  };
  const [one, other] = [await ink(drawn), await ink(printed)];
  // What is rounded for the printer is no more than a shade.
  const different = one.filter((value, at) => Math.abs(value - (other[at] ?? -1000)) > 64).length;
  return { different, isInked: one.some((value, at) => at % 4 === 3 && value > 200) };
};
