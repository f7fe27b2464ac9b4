// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { recoveryQuestions } from '../../electron/backup/recover/questions.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { press } from './pages-look.ts';
import type { RequestInput, RequestName } from '../../shared/contract.ts';

/** Lets the wallet's own reading answer on this page, from its next document on too. */
export const readsReally = async (page: Page): Promise<void> => {
  await page.exposeFunction('readSheetHere', (input: RequestInput<'app.readSheet'>) => {
    const read = readSheet(input.recoveryText, input);
    return read.ok ? read : { ok: false, error: explainBackupFailure(read.error) };
  });
  await page.exposeFunction('questionsHere', (input: RequestInput<'restore.questions'>) => {
    const asked = recoveryQuestions(input.recoveryText);
    return asked.ok ? asked : { ok: false, error: explainBackupFailure(asked.error) };
  });
};

/** Of a page that was opened: puts the wallet's reading behind its bridge. */
export const answerReally = (page: Page): Promise<void> =>
  page.evaluate(() => {
    type Ask = (name: string, input: unknown) => Promise<unknown>;
    const its = globalThis as unknown as { wallet: { ask: Ask }; readSheetHere: Ask; questionsHere: Ask };
    const { ask } = its.wallet;
    const real: Record<string, (input: unknown) => Promise<unknown>> = {
      'app.readSheet': its.readSheetHere as never,
      'restore.questions': its.questionsHere as never,
      'app.camera': () => Promise.resolve({ ok: true, value: {} }),
      // A drill begins with reading what it is given.
      'drill.run': async (input) => {
        const read = (await real['app.readSheet']?.(input)) as { ok: boolean };
        return read.ok ? ask('drill.run', input) : read;
      },
    };
    its.wallet.ask = (name, input) => real[name]?.(input) ?? ask(name, input);
  });

/** Opens a picture or a PDF by the chooser. */
export const choose = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page
    .getByRole('main')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

/** Drops or pastes a picture. */
export const hands = (page: Page, how: 'drop' | 'paste', bytes: Uint8Array): Promise<void> =>
  page.evaluate(
    ([kind, text]) => {
      const carried = new DataTransfer();
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      carried.items.add(new File([bytes], 'a.png', { type: 'image/png' }));
      const about = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        kind === 'drop'
          ? new DragEvent('drop', { ...about, dataTransfer: carried })
          : new ClipboardEvent('paste', { ...about, clipboardData: carried }),
      );
    },
    // A list of a million numbers takes seconds on its way.
    [how, Buffer.from(bytes).toString('base64')] as const,
  );

/** Lays a text on the page, as the keys for it do. */
export const pasteOn = (page: Page, text: string): Promise<void> =>
  page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** The texts of paper that the page sent with this request. */
export const textsSent = (page: Page, wanted: RequestName): Promise<string[]> =>
  page.evaluate(
    (of) =>
      (globalThis as unknown as { fakeAsked: { name: string; input: { recoveryText: string } }[] }).fakeAsked
        .filter(({ name }) => name === of)
        .map(({ input }) => input.recoveryText),
    wanted,
  );

/** Of a locked wallet whose paper is in: chooses the new lock, and sees it open. */
export const unlocks = async (page: Page): Promise<void> => {
  await press(page, 'Choose the new lock');
  await page.getByLabel('Passphrase', { exact: true }).fill('long enough for this');
  await page.getByLabel('Passphrase, once more').fill('long enough for this');
  await press(page, 'Open');
  await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor();
};
