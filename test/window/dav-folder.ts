// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PASSWORD, startDavServer, USER } from '../support/dav-server.ts';
import { goTo, PATIENCE, picture, press } from './app.ts';

/** Adds a WebDAV folder in the window, with a wrong password first; neither the page nor an answer keeps the right one. */
export const addDavFolder = async (page: Page): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-window-dav-'));
  const server = await startDavServer(directory);
  try {
    await goTo(page, 'Protection');
    await page.getByLabel('Address or folder').fill(server.address);
    await press(page, 'Look');
    await page.getByLabel('User name there').fill(USER);
    await page.getByLabel('App password').fill('wrong');
    await press(page, 'Agree and add');
    await page.getByRole('alert').getByText('user name').first().waitFor({ timeout: PATIENCE });
    await page.getByLabel('App password').fill(PASSWORD);
    await press(page, 'Agree and add');
    await page.getByText(/was added and holds a verified copy/).waitFor({ timeout: PATIENCE });
    await picture(page, '18-webdav');
    expect(readdirSync(directory).filter((name) => name.endsWith('.blob'))).toHaveLength(1);
    expect(await page.getByLabel('App password').count()).toBe(0);
    expect(await page.content()).not.toContain(PASSWORD);
    const listed = await page.evaluate(() => window.wallet.ask('provider.list', {}));
    expect(JSON.stringify(listed)).toContain(server.address);
    expect(JSON.stringify(listed)).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
  } finally {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  }
};
