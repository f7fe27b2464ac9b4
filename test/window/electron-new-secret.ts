// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { answerDialogs, goTo, PATIENCE, picture, press, total } from './app.ts';
import type { Line } from './electron-line.ts';
import { pasteText } from './typing.ts';

/** Somebody saw the sheet. */
export const newSecretSteps = (line: Line): void => {
  test('a new secret goes from its price to its new sheet', async () => {
    const { page, app } = line.started;
    await goTo(page, 'Recovery sheet');
    await page.getByRole('link', { name: 'Somebody saw my sheet' }).click();
    await page.getByText(/It costs at most \d/).waitFor({ timeout: PATIENCE });
    await picture(page, '40-new-secret');
    await press(page, /^Make a new secret/);
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Make a new secret/ })
      .click();
    const toSheet = page.getByRole('link', { name: 'To the new sheet' });
    await expect
      .poll(
        async () => {
          const goOn = page.getByRole('button', { name: 'Go on now' });
          if ((await goOn.count()) > 0) await goOn.click({ timeout: 1000 }).catch(() => undefined);
          return toSheet.count();
        },
        { timeout: PATIENCE, interval: 500 },
      )
      .toBe(1);
    await picture(page, '41-new-secret-paper');
    // Whoever presses while it goes on by itself did nothing wrong.
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    await toSheet.click();
    await answerDialogs(app, 'Show the sheet');
    await press(page, 'Reveal the sheet');
    await page.locator('.paper').waitFor({ timeout: PATIENCE });
    await page.getByText('Recovery text').click();
    const fresh = await page.getByRole('region', { name: 'Recovery text' }).innerText();
    line.oldText = line.recoveryText;
    line.recoveryText = fresh;
    await press(page, 'Hide');
  });

  test('the old sheet is void, and the new one ends it', async () => {
    const { page } = line.started;
    await pasteText(page, line.oldText);
    await press(page, 'Test this sheet');
    await page.locator('[data-kind="void-sheet"]').waitFor({ timeout: PATIENCE });
    await pasteText(page, line.recoveryText);
    await press(page, 'Test this sheet');
    await page.getByText('This sheet brings everything back.').waitFor({ timeout: PATIENCE });
    expect(await page.evaluate(() => window.wallet.ask('rekey.progress', {}))).toMatchObject({
      ok: true,
      value: { progress: null },
    });
    // That it has ended goes into a copy, too, and a person may hurry it.
    await goTo(page, 'Protection');
    await press(page, 'Make copies now');
    await goTo(page, 'Money');
    await page.locator('.safety-line[data-state="protected"]').waitFor({ timeout: PATIENCE });
    line.held = await total(page, 'balance-total');
    await picture(page, '42-new-secret-done');
  });
};
