// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { PATIENCE, press, type StartedApp } from './app.ts';
import { pdfFacts, scanned } from './pdf.ts';

/** Saves the sheet that is shown as a PDF for this paper, and reads it back: its text alone, or its code alone, is enough. */
export const savesAs = async (
  { app, page }: StartedApp,
  home: string,
  paper: 'A4' | 'Letter',
  recoveryText: string,
): Promise<void> => {
  const file = join(home, `sheet-${paper}.pdf`);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  if ((await page.getByRole('button', { name: `Paper: ${paper}` }).count()) === 0)
    await page.getByRole('button', { name: /^Paper: / }).click();
  await press(page, 'Save as PDF');
  await page.getByText(`Saved as ${file}`).waitFor({ timeout: PATIENCE });
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const printed = pdfFacts(file);
  expect(printed).toMatchObject({ pages: 1, size: paper === 'A4' ? '595 x 842' : '612 x 792' });
  const typed = brings(recoveryText);
  expect(typed.urls.length).toBeGreaterThan(0);
  expect(brings(printed.text)).toEqual(typed);
  expect(brings(scanned(file, `electron-10-printed-${paper}`))).toEqual(typed);
};

/** What a text of a sheet leads to. */
export const brings = (text: string): { readonly root: string; readonly urls: readonly string[] } => {
  const read = parseRecovery(text);
  if (!read.ok) throw new Error(`unreadable: ${read.error.kind}`);
  return { root: bytesToHex(openSecret(read.value.root)), urls: read.value.providers.map(({ url }) => url) };
};
