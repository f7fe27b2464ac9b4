// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
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

export const launchChromium = (path: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none', ...more],
  });

const ORIGIN = 'https://holdfast.test';

export type OpenedPage = { readonly page: Page; readonly complaints: readonly string[] };

/** A window of the browser that shows the built pages, one after the other. */
export type Shown = {
  /** Loads the window anew at `path` with a fake bridge, as if it had just been opened; every console complaint is kept. */
  readonly open: (scenario: Scenario, path: string) => Promise<OpenedPage>;
};

/** How every page begins, whatever the one before it was looked at in. */
const SIZE = { width: 1280, height: 720 };
const SCHEME = { colorScheme: 'light' } as const;

/**
 * A new window for the pages of one file, under the policy the real one is served with. It is one for all of them, because another
 * one starts two processes of Chromium: three quarters of what opening a page costs. The window keeps nothing outside its document.
 */
export const openWindow = async (
  browser: Browser,
  { reducedMotion }: { readonly reducedMotion: 'reduce' | 'no-preference' },
): Promise<Shown> => {
  const context = await browser.newContext({ reducedMotion, timezoneId: 'UTC', locale: 'en-GB' });
  const page = await context.newPage();
  let complaints: string[] = [];
  let bridge: { readonly dispose: () => Promise<void> } | undefined;
  let opened = 0;
  page.on('console', (message) =>
    message.type() === 'error' || message.type() === 'warning' ? complaints.push(message.text()) : undefined,
  );
  page.on('pageerror', (error) => complaints.push(error.message));
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
  return {
    open: async (scenario, path) => {
      complaints = [];
      const own = complaints;
      await bridge?.dispose();
      bridge = await page.addInitScript(installFakeBridge, scenario);
      await page.setViewportSize(SIZE);
      await page.emulateMedia(SCHEME);
      // Another fragment alone would be the same document; another query is a new one, in the same process.
      await page.goto(`${ORIGIN}/?${++opened}#${path}`);
      await page.waitForSelector('h1');
      return { page, complaints: own };
    },
  };
};
