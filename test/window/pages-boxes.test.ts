// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { recoveryQuestions } from '../../electron/backup/recover/questions.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { RequestInput } from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { BackupFailure } from '../../electron/backup/failure/failure.ts';
import { axeViolations } from './axe.ts';
import { chromiumPath, openWindow, theBrowser, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import { press } from './pages-look.ts';
import { scenarios } from './scenarios.ts';

// The numbered boxes of a sheet, with the wallet's own reading behind them: typing, pasting, what is wrong, and what is proposed.

const path = chromiumPath();
const root = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 53 + 7) & 255));
const facts = {
  walletName: 'Family',
  date: '2026-11-23',
  providers: [{ name: 'Dock', url: 'https://sync-1.example.com/' }],
};
const sheet = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
const text = recoveryToText(sheet);
const groups = secretGroups(sheet);
const group = (number: number): string => groups[number - 1] ?? '';
const wrong = (number: number): string => `${group(number).slice(0, 4)}${group(number).endsWith('Q') ? 'P' : 'Q'}`;

const shown = <T>(read: Result<T, BackupFailure>): Result<T, unknown> =>
  read.ok ? read : { ok: false, error: explainBackupFailure(read.error) };

describe.skipIf(path === undefined)(
  path === undefined ? 'numbered boxes (skipped: no Chromium on this machine)' : 'numbered boxes',
  () => {
    let window: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      window = await openWindow(await theBrowser(), { reducedMotion: 'reduce' });
    });
    afterAll(() => window?.close());

    let isReal = false;
    /** The page of a restore, read by the wallet itself. */
    const opened = async (): Promise<Page> => {
      const { page } = await window.open(scenarios.restoring, '/restore');
      if (!isReal) {
        await page.exposeFunction('readSheet', (input: RequestInput<'app.readSheet'>) =>
          shown(readSheet(input.recoveryText, input)),
        );
        await page.exposeFunction('questions', (input: RequestInput<'restore.questions'>) =>
          shown(recoveryQuestions(input.recoveryText)),
        );
        isReal = true;
      }
      await page.evaluate(() => {
        type Ask = (name: string, input: unknown) => Promise<unknown>;
        const its = globalThis as unknown as { wallet: { ask: Ask }; readSheet: Ask; questions: Ask };
        const { ask } = its.wallet;
        const real: Record<string, (input: unknown) => Promise<unknown>> = {
          'app.readSheet': its.readSheet as never,
          'restore.questions': its.questions as never,
        };
        its.wallet.ask = (name, input) => real[name]?.(input) ?? ask(name, input);
      });
      return page;
    };
    const box = (page: Page, number: number) => page.getByLabel(`Group ${number}`, { exact: true });
    const row = (page: Page, first: number, last: number) =>
      page.getByRole('group', { name: `Groups ${first} to ${last}` });
    const states = (page: Page) =>
      page.locator('.code-row').evaluateAll((rows) => rows.map((each) => each.getAttribute('data-state')));
    const proposal = (page: Page) => page.locator('[data-kind="correction-proposed"]');
    const paste = (page: Page, number: number | undefined, pasted: string) =>
      page.evaluate(
        ({ label, data }) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', data);
          const target = label === undefined ? document.body : document.querySelector(`[aria-label="${label}"]`);
          target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        },
        { label: number === undefined ? undefined : `Group ${number}`, data: pasted },
      );
    const values = (page: Page) =>
      page.locator('.code-box input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    const asked = (page: Page, name: string): Promise<unknown[]> =>
      page.evaluate(
        (wanted) =>
          (globalThis as unknown as { fakeAsked: { name: string; input: unknown }[] }).fakeAsked
            .filter((each) => each.name === wanted)
            .map((each) => each.input),
        name,
      );

    test('the cursor jumps on and goes back, and the code is right once all of it is typed', async () => {
      const page = await opened();
      await box(page, 1).focus();
      await page.keyboard.type(groups.slice(0, 5).join('').toLowerCase());
      expect(await values(page)).toEqual([...groups.slice(0, 5), ...Array<string>(21).fill('')]);
      expect(await states(page)).toEqual(['full', 'open', 'open', 'open', 'open', 'open']);
      await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain('1 of 6 rows complete.');
      expect(await page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('5');
      // Back over the edge of two boxes, and on again.
      for (const key of ['Backspace', 'Backspace']) await page.keyboard.press(key);
      expect((await values(page))[4]).toBe(group(5).slice(0, 4));
      await page.keyboard.type(group(5).slice(4));
      await page.keyboard.type(groups.slice(5).join(''));
      await page.getByText(`The code is right. It is of sheet ${group(2).slice(1)}.`).waitFor();
      expect(await states(page)).toEqual(Array(6).fill('good'));
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      await page.getByLabel('Where copies are kept').fill('https://sync-1.example.com/');
      await press(page, 'Restore');
      await expect
        .poll(() => asked(page, 'restore.run'))
        .toEqual([{ recoveryText: groups.join(' '), places: ['https://sync-1.example.com/'] }]);
    });

    test('letters that the code does not have are explained at once, in their row', async () => {
      const page = await opened();
      await box(page, 6).fill('QO');
      await row(page, 6, 10).getByText('Group 6: the code has no “O”. What looks like it is “0”.').waitFor();
      expect([await box(page, 6).getAttribute('aria-invalid'), (await states(page))[1]]).toEqual(['true', 'bad']);
      await box(page, 6).fill('QI');
      await row(page, 6, 10).getByText('What looks like it is “L”.').waitFor();
      await box(page, 6).fill('Q$');
      await row(page, 6, 10).getByText('Group 6: the code has no “$”.').waitFor();
      await box(page, 6).fill('QPZ');
      expect((await states(page))[1]).toBe('open');
      await box(page, 7).focus();
      await row(page, 6, 10).getByText('Group 6: It has 5 letters, and 3 were typed.').waitFor();
      await box(page, 1).fill('H0LD1');
      await row(page, 1, 5).getByText('The code begins with HOLD1.').waitFor();
    });

    test('a letter that cannot be moves nothing of what follows: it waits in its box, and goes on once that is mended', async () => {
      const page = await opened();
      await box(page, 1).focus();
      const code = groups.join('');
      await page.keyboard.type(`${code.slice(0, 27)}B${code.slice(27, 33)}`);
      expect((await values(page)).slice(5, 8)).toEqual([`${code.slice(25, 27)}B${code.slice(27, 33)}`, '', '']);
      await row(page, 6, 10).getByText('Group 6: the code has no “B”. What looks like it is “8”.').waitFor();
      await box(page, 6).evaluate((input) => (input as HTMLInputElement).setSelectionRange(3, 3));
      await page.keyboard.press('Backspace');
      await expect
        .poll(async () => (await values(page)).slice(5, 8))
        .toEqual([...groups.slice(5, 6), code.slice(30, 33), '']);
      // The cursor stands behind the last letter, and the rest is typed.
      await page.keyboard.type(code.slice(33));
      await page.getByText('The code is right.').waitFor();
      expect(await values(page)).toEqual(groups);
    });

    test('a group that must be wrong is marked before the last ones are typed', async () => {
      const page = await opened();
      await paste(page, 1, groups.slice(0, 25).join(' ').replace(group(7), wrong(7)));
      await row(page, 6, 10).getByText('Group 7 cannot be right. Look at it again.').waitFor();
      expect([await box(page, 7).getAttribute('aria-invalid'), await proposal(page).count()]).toEqual(['true', 0]);
      await box(page, 7).fill(group(7));
      await expect.poll(() => states(page)).toEqual([...Array<string>(5).fill('full'), 'open']);
    });

    test('what is pasted into a box, or anywhere, fills all: groups, a code, a sheet with its places', async () => {
      const page = await opened();
      await paste(page, 6, `secret 06-10: ${groups.slice(5, 10).join(' ')}`);
      await expect.poll(async () => (await values(page)).slice(5, 10)).toEqual(groups.slice(5, 10));
      await paste(page, 9, groups.join(''));
      await expect.poll(() => values(page)).toEqual(groups);
      const other = await opened();
      await paste(other, undefined, `Hello,\n\n> ${text.replaceAll('\n', '\n> ')}`);
      await expect.poll(() => values(other)).toEqual(groups);
      await press(other, 'Change these lines');
      expect(await other.getByLabel('Where the copies are').inputValue()).toContain(
        'provider 1 of 1: Dock = https://sync-1.example.com/',
      );
      await press(other, 'Restore');
      await expect.poll(async () => (await asked(other, 'restore.run')).length).toBe(1);
      const third = await opened();
      await paste(third, 3, 'taler://restore/ABC/');
      expect(await third.getByRole('textbox', { name: 'Recovery text' }).inputValue()).toBe('taler://restore/ABC/');
    });

    test('a damaged code is proposed with its letters, taken only by its button, and looked at again by the other', async () => {
      const page = await opened();
      await paste(page, 1, groups.join(' ').replace(group(7), wrong(7)).replace(group(12), '?????'));
      await proposal(page).waitFor();
      const said = (await proposal(page).getByRole('listitem').allInnerTexts()).map((each) =>
        each.replaceAll(/\s+/g, ' '),
      );
      expect(said).toEqual([
        `Group 7 you typed ${wrong(7)} the sheet should say ${group(7)}`,
        `Group 12 was not read; the sheet should say ${group(12)}`,
      ]);
      expect(await proposal(page).locator('mark').allInnerTexts()).toEqual([
        wrong(7).slice(4),
        group(7).slice(4),
        ...group(12),
      ]);
      expect(await axeViolations(page)).toEqual([]);
      await press(page, 'I will look again');
      expect([await proposal(page).count(), await asked(page, 'restore.run')]).toEqual([0, []]);
      await expect.poll(() => box(page, 7).evaluate((each) => each === document.activeElement)).toBe(true);
      expect(await values(page)).toEqual(groups.with(6, wrong(7)).with(11, '?????'));
      // Sent all the same: the question comes again, and nothing was restored.
      await press(page, 'Restore');
      await proposal(page).waitFor();
      await press(page, 'Yes, take it');
      await page.getByText('Taken as proposed; nothing else was changed.').waitFor();
      expect(await values(page)).toEqual(groups);
      expect(await asked(page, 'restore.run')).toEqual([]);
    });

    test('too much damage is said so, with what to do', async () => {
      const page = await opened();
      await paste(
        page,
        1,
        [3, 9, 20].reduce((all, number) => all.replace(group(number), '?????'), groups.join(' ')),
      );
      await page.getByRole('alert').getByText('Read it again group by group').waitFor();
      expect(await proposal(page).count()).toBe(0);
    });

    test('a text that was pasted whole and is damaged is proposed and taken in the same way', async () => {
      const page = await opened();
      await press(page, 'Paste its text or a link instead');
      const area = page.getByRole('textbox', { name: 'Recovery text' });
      await area.fill(text.replace(group(7), wrong(7)));
      await press(page, 'Restore');
      await proposal(page).waitFor();
      await press(page, 'Yes, take it');
      await expect.poll(() => area.inputValue()).toContain(group(7));
      await press(page, 'Restore');
      await expect.poll(async () => (await asked(page, 'restore.run')).length).toBe(1);
    });
  },
);
