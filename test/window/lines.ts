// SPDX-License-Identifier: GPL-3.0-or-later
import type { Locator, Page } from 'playwright-core';

/** A line of the history by its name, scrolled to: only those in sight are drawn. */
const lineNamed = async (page: Page, name: RegExp): Promise<Locator> => {
  const list = page.locator('.lines');
  await list.waitFor();
  const line = page.getByRole('row', { name }).first();
  for (let top = 0; (await line.count()) === 0; top += 200) {
    const end = await list.evaluate((element, to) => {
      element.scrollTop = to;
      return element.scrollHeight;
    }, top);
    if (top > end) throw new Error(`no line ${String(name)}`);
    await page.evaluate(
      () => new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  return line;
};

/** Opens what is known of it and can be done with it. A list that is still coming to rest after it was scrolled takes no click. */
export const chooseLine = async (page: Page, name: RegExp): Promise<void> => {
  const line = await lineNamed(page, name);
  const chosen = page.locator('.line[data-chosen]').and(line);
  for (let tries = 0; tries < TRIES && (await chosen.count()) === 0; tries += 1) {
    await line.click();
    await chosen.waitFor({ timeout: 1000 }).catch(() => undefined);
  }
  await page.locator('.line-panel .facts').waitFor();
};

const TRIES = 5;
