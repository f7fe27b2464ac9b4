// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { recoveryQuestions } from '../../electron/backup/recover/questions.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import type { RequestInput } from '../../shared/contract.ts';

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
    };
    its.wallet.ask = (name, input) => real[name]?.(input) ?? ask(name, input);
  });
