// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { PAGE_HEADERS, TYPE_BY_EXTENSION } from '../../electron/shell/page-headers.ts';
import { DIST } from './built.ts';
import { installFakeBridge, type Scenario } from './fake-bridge.ts';

const CANDIDATES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is on this machine, or undefined. */
export const chromiumPath = (): string | undefined => CANDIDATES.find((path) => path !== '' && existsSync(path));

export const launchChromium = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none'],
  });

const ORIGIN = 'https://holdfast.test';

export type OpenedPage = { readonly page: Page; readonly complaints: readonly string[] };

/** Opens the built window at `path` with a fake bridge, under the policy the real one is served with; every console complaint is kept. */
export const openPage = async (context: BrowserContext, scenario: Scenario, path: string): Promise<OpenedPage> => {
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) =>
    message.type() === 'error' || message.type() === 'warning' ? complaints.push(message.text()) : undefined,
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(installFakeBridge, scenario);
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    const file = join(DIST, 'renderer', url.pathname === '/' ? 'index.html' : url.pathname.slice(1));
    const type = TYPE_BY_EXTENSION[extname(file)];
    if (url.origin !== ORIGIN || type === undefined || !existsSync(file)) {
      if (!url.pathname.endsWith('favicon.ico')) complaints.push(`the page asked for ${url.href}`);
      return route.abort();
    }
    return route.fulfill({ body: readFileSync(file), headers: { ...PAGE_HEADERS, 'content-type': type } });
  });
  await page.goto(`${ORIGIN}/#${path}`);
  await page.waitForSelector('h1');
  return { page, complaints };
};
