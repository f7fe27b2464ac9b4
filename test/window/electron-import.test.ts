// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elsewhere, real, sample } from '../vectors/backups-2022.ts';
import { electronHere, goTo, PATIENCE, picture, press, quit, startApp, total, type StartedApp } from './app.ts';
import { ensureBuilt } from './built.ts';

// The two real backups of GNU Taler's wallet of 2022 come into a fresh real wallet, in the real window, each from a file. Their issuers
// are at names that never resolve, so nobody outside is asked, and what is there comes in although they are silent.

const here = electronHere();

describe.skipIf('why' in here)(
  'why' in here ? `coming from GNU Taler’s wallet (skipped: ${here.why})` : 'coming from GNU Taler’s wallet',
  { timeout: 2 * PATIENCE },
  () => {
    const root = mkdtempSync(join(tmpdir(), 'holdfast-import-'));
    let started: StartedApp;
    beforeAll(async () => {
      await ensureBuilt();
      writeFileSync(join(root, 'real.json'), elsewhere(real.plain, 'https://exchange.invalid/'));
      writeFileSync(join(root, 'sample.json'), elsewhere(sample.content, 'https://sample.invalid/'));
      started = await startApp('path' in here ? here.path : '', join(root, 'home'));
    }, 3 * PATIENCE);
    afterAll(async () => {
      if (started as StartedApp | undefined) await quit(started);
      rmSync(root, { recursive: true, force: true });
    });

    /** From the page “Restore” to what is in a file. */
    const look = async (file: string): Promise<void> => {
      const { page } = started;
      // Whoever said so before the wallet was made is there already.
      if (!(await page.evaluate(() => location.hash)).startsWith('#/import'))
        await page.getByRole('link', { name: /GNU Taler’s wallet/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Come from GNU Taler’s wallet' }).waitFor();
      await page.getByRole('main').locator('input[type=file]').setInputFiles(join(root, file));
      await page.getByText(`${file} was read.`).waitFor();
      await press(page, 'See what is in it');
      await page.getByRole('heading', { name: 'What is in it' }).waitFor({ timeout: PATIENCE });
    };
    const text = async (selector: string): Promise<string> =>
      (await started.page.locator(selector).first().innerText()).replaceAll(/\s+/g, ' ');
    const nothingBad = async (): Promise<void> =>
      expect(await started.page.getByRole('heading', { name: 'What cannot be brought in as it is' }).count()).toBe(0);
    /** Brings in what is shown: first its issuer is agreed to, then the price. */
    const bringIn = async (sum: string, host: string): Promise<void> => {
      const { page } = started;
      await press(page, 'Bring it in');
      const add = page.getByRole('button', { name: 'Add this issuer and go on' });
      await add.waitFor({ timeout: PATIENCE });
      expect(await text('.notice:has(button) .address')).toBe(host);
      await add.click();
      await page.getByRole('button', { name: 'Yes, bring it in' }).waitFor({ timeout: PATIENCE });
      const question = await text('[data-kind="import-asks"]');
      expect(question).toContain(`that wallet holds ${sum}, at ${host}.`);
      expect(question).toContain(`${host} did not answer, so what is there cannot be paid over now.`);
      await picture(page, `import-asks-${host}`);
      await press(page, 'Yes, bring it in');
      await page.getByText('What is in that wallet was brought in.').waitFor({ timeout: PATIENCE });
      await nothingBad();
      await picture(page, `import-done-${host}`);
    };
    const balances = async (): Promise<readonly string[]> => {
      await started.page.getByTestId('balance-total').first().waitFor();
      const all = await started.page.getByTestId('balance-total').allInnerTexts();
      return all.map((each) => each.replaceAll(/\s+/g, ' ').trim()).toSorted();
    };
    const addsUpTo = async (sum: string): Promise<void> => {
      const { page } = started;
      await goTo(page, 'History');
      expect(await total(page, 'history-sum')).toBe(sum);
      expect(await page.getByText('The lines add up to the balance, exactly.').count()).toBe(1);
    };

    test('a fresh wallet that is no play money leads to the page, and the real backup is shown whole', async () => {
      const { page } = started;
      await press(page, 'Restore from a sheet');
      await press(page, 'Come from GNU Taler’s wallet …');
      await page.getByText('Anyone who can read the file').click();
      await press(page, 'Continue');
      await look('real.json');
      expect(await text('.sources li')).toMatch(/^13\.69 KUDOS at exchange\.invalid\b/);
      await nothingBad();
      await picture(page, 'import-found');
    });

    test('it comes in whole, with a secret of its own, although its issuer is silent', async () => {
      const { page } = started;
      await bringIn('13.69 KUDOS', 'exchange.invalid');
      expect(await text('.notice:has-text("was brought in")')).toMatch(
        /This wallet now holds 13\.69 KUDOS\. .*a secret of its own now/,
      );
      await page.getByRole('link', { name: 'To my money' }).click();
      expect(await balances()).toEqual(['13.69 KUDOS']);
      await picture(page, 'import-overview');
      await addsUpTo('13.69 KUDOS');
    });

    test('the sample comes in beside it, from another issuer', async () => {
      const { page } = started;
      await goTo(page, 'Restore');
      await look('sample.json');
      expect(await text('.sources li')).toMatch(/^7\.56 KUDOS at sample\.invalid\b/);
      await nothingBad();
      await bringIn('7.56 KUDOS', 'sample.invalid');
      await page.getByRole('link', { name: 'To my money' }).click();
      expect(await balances()).toEqual(['13.69 KUDOS', '7.56 KUDOS']);
      await addsUpTo('21.25 KUDOS');
    });

    test('what was brought in before is not offered again', async () => {
      const { page } = started;
      await goTo(page, 'Restore');
      await look('real.json');
      await page.getByText('All of it was brought in before.').waitFor({ timeout: PATIENCE });
      expect(await page.getByRole('button', { name: 'Bring it in', exact: true }).count()).toBe(0);
      await goTo(page, 'Money');
      expect(await balances()).toEqual(['13.69 KUDOS', '7.56 KUDOS']);
      expect(started.complaints).toEqual([]);
    });
  },
);
