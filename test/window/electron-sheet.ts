// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { answerDialogs, goTo, PATIENCE, picture, press, protection, questions, watchProtection } from './app.ts';
import type { Line } from './electron-line.ts';
import { savesAs } from './saved-sheet.ts';

/** The sheet: who is asked before it is shown, and what is saved of it. */
export const sheetSteps = (line: Line): void => {
  test('the system asks before the sheet is shown; "Cancel" reveals nothing', async () => {
    const { page, app } = line.started;
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
    const { page, app } = line.started;
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

  test('the sheet is shown on purpose, and saved for both papers', async () => {
    const { page, app } = line.started;
    // Where a sheet can be read back the screen is hidden from others already.
    await goTo(page, 'Money');
    await watchProtection(app);
    await goTo(page, 'Recovery sheet');
    expect(await page.locator('.paper').count()).toBe(0);
    await answerDialogs(app, 'Show the sheet');
    await press(page, 'Reveal the sheet');
    await page.locator('.paper').waitFor({ timeout: PATIENCE });
    await picture(page, '09-sheet');
    expect(await protection(app)).toEqual([true]);
    await page.getByText('Recovery text').click();
    line.recoveryText = await page.getByRole('region', { name: 'Recovery text' }).innerText();
    expect(line.recoveryText.startsWith('HOLDFAST-RECOVERY-1')).toBe(true);
    for (const paper of ['Letter', 'A4'] as const) await savesAs(line.started, line.home, paper, line.recoveryText);
  });
};

/** The sheet is gone again. */
export const hiddenSteps = (line: Line): void => {
  test('it is gone when its page is left', async () => {
    const { page, app } = line.started;
    await goTo(page, 'Money');
    await expect.poll(() => protection(app).then((calls) => calls.at(-1))).toBe(false);
    await goTo(page, 'Recovery sheet');
    await page.getByRole('button', { name: 'Reveal the sheet' }).waitFor();
    expect(await page.content()).not.toContain(
      line.recoveryText.split('\n').find((each) => /hold1/i.test(each)) ?? 'HOLD1',
    );
  });

  test('a hidden sheet is not printed, whoever asks', async () => {
    const answer = await line.started.page.evaluate(() => window.wallet.ask('sheet.print', { paper: 'A4' }));
    expect(answer).toMatchObject({ ok: false, error: { kind: 'sheet-hidden' } });
  });
};
