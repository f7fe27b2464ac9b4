// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';

/** Puts a text where a sheet is typed, in the place of its numbered groups. */
export const pasteText = async (page: Page, text: string): Promise<void> => {
  const area = page.getByRole('textbox', { name: 'Recovery text' });
  const other = page.getByRole('button', { name: 'Paste its text or a link instead' });
  await area.or(other).first().waitFor();
  if ((await area.count()) === 0) await other.click();
  await area.fill(text);
};
