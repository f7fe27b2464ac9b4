// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PAGE_HEADERS, TYPE_BY_EXTENSION } from '../../electron/shell/page-headers.ts';
import { AXE, AXE_AT } from './axe.ts';
import { DIST } from './built.ts';
import { installFakeBridge, type Scenario } from './fake-bridge.ts';

/** A whole browser. */
const CANDIDATES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** One that never has a window: it begins in half the time and shows a page in three quarters of it, but has no cameras. */
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';

/** Where a whole Chromium is on this machine, or undefined. */
export const wholeChromiumPath = (): string | undefined => CANDIDATES.find((path) => path !== '' && existsSync(path));

/** Where a Chromium is on this machine that can show pages, or undefined. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM'] === undefined && existsSync(WITHOUT_WINDOW) ? WITHOUT_WINDOW : wholeChromiumPath();

export const launchChromium = (path: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--force-color-profile=srgb', '--font-render-hinting=none', NOWHERE_ELSE, ...more],
  });

/** No name leads anywhere, whatever a page asks for; the pages of the tests come from this machine. */
const NOWHERE_ELSE = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost';

export type OpenedPage = { readonly page: Page; readonly complaints: readonly string[] };

/** A window of the browser that shows the built pages, one after the other. */
export type Shown = {
  /** Loads the window anew at `path` with a fake bridge, as if it had just been opened; every console complaint is kept. */
  readonly open: (scenario: Scenario, path: string) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
};

/** How every page begins, whatever the one before it was looked at in. */
const SIZE = { width: 1280, height: 800 };
const SCHEME = { colorScheme: 'light', forcedColors: null, media: null } as const;

/** What the window is served with by the app, but for its scripts: of them every page of a file is made, and they are read once. */
const headersOf = (pathname: string, type: string): Record<string, string> => ({
  ...PAGE_HEADERS,
  ...(pathname.startsWith('/assets/') || pathname === AXE_AT ? { 'cache-control': 'max-age=86400, immutable' } : {}),
  'content-type': type,
});

const FAVICON = '/favicon.ico';

/** Serves the built pages on this machine; whatever else is asked for is not there. */
export const servePages = async (): Promise<{ readonly origin: string; readonly close: () => void }> => {
  const server = createServer(({ url = '' }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname === AXE_AT) return void answer.writeHead(200, headersOf(AXE_AT, 'text/javascript')).end(AXE);
    const file = fileOf(pathname);
    // Chromium asks by itself for a picture of the page; the app's window does not.
    if (file === undefined) return void answer.writeHead(pathname === FAVICON ? 204 : 404).end();
    answer.writeHead(200, headersOf(pathname, file.type)).end(readFileSync(file.path));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const fileOf = (pathname: string): { readonly path: string; readonly type: string } | undefined => {
  const path = join(DIST, 'renderer', pathname === '/' ? 'index.html' : pathname.slice(1));
  const type = TYPE_BY_EXTENSION[extname(path)];
  return type !== undefined && existsSync(path) ? { path, type } : undefined;
};

/** The browser of this worker: its files come one after the other, and to begin one for each of them took a second of work. Nobody closes it; it ends with the worker. */
export const theBrowser = (): Promise<Browser> => {
  running ??= launchChromium(chromiumPath() ?? '').then((browser) => {
    browser.once('disconnected', () => {
      running = undefined;
      windows.clear();
    });
    return browser;
  });
  return running;
};
let running: Promise<Browser> | undefined;

type Motion = 'reduce' | 'no-preference';

/**
 * The window of this worker for pages that answer by a fake bridge alone. Each `open` begins it anew, and what a test might leave in
 * it has no other place to be: whoever gives its page functions or rights opens one of its own.
 */
export const theWindow = (reducedMotion: Motion = 'reduce'): Promise<Shown> => {
  const known = windows.get(reducedMotion) ?? theBrowser().then((browser) => openWindow(browser, { reducedMotion }));
  windows.set(reducedMotion, known);
  return known;
};
const windows = new Map<Motion, Promise<Shown>>();

/**
 * A new window for the pages of one file, under the policy the real one is served with. It is one for all of them, because another
 * one starts two processes of Chromium: three quarters of what opening a page costs. The window keeps nothing outside its document.
 */
export const openWindow = async (
  browser: Browser,
  { reducedMotion }: { readonly reducedMotion: Motion },
): Promise<Shown> => {
  const { origin, close } = await servePages();
  const context = await browser.newContext({ reducedMotion, timezoneId: 'UTC', locale: 'en-GB' });
  context.once('close', close);
  const page = await context.newPage();
  let complaints: string[] = [];
  let bridge: { readonly dispose: () => Promise<void> } | undefined;
  let opened = 0;
  page.on('console', (message) =>
    message.type() === 'error' || message.type() === 'warning' ? complaints.push(message.text()) : undefined,
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs =
      url.origin === origin && (fileOf(url.pathname) !== undefined || [FAVICON, AXE_AT].includes(url.pathname));
    if (!isOurs && /^(?:http|ws)/.test(url.protocol)) complaints.push(`the page asked for ${url.href}`);
  });
  return {
    close: () => context.close(),
    open: async (scenario, path) => {
      complaints = [];
      const own = complaints;
      await bridge?.dispose();
      bridge = await page.addInitScript(installFakeBridge, scenario);
      if (page.viewportSize()?.width !== SIZE.width || page.viewportSize()?.height !== SIZE.height)
        await page.setViewportSize(SIZE);
      await page.emulateMedia(SCHEME);
      // Another fragment alone would be the same document; another query is a new one, in the same process.
      await page.goto(`${origin}/?${++opened}#${path}`);
      await page.waitForSelector('h1');
      return { page, complaints: own };
    },
  };
};
