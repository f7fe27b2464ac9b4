// SPDX-License-Identifier: GPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import type { Shell } from '../../electron/app/options.ts';
import { pagesToPdf } from '../../electron/backup/paper/page/draw-pdf.ts';
import type { World } from '../../electron/world.ts';
import type { RequestName, WalletEvent } from '../../shared/contract.ts';
import { mustOk, ok } from '../../shared/result.ts';
import { servePages } from './browser.ts';

// The window's pages in a plain browser, and behind them the real wallet in this process: what Electron adds around them has
// tests of its own.

export type RealWallet = {
  readonly page: Page;
  readonly app: () => WalletApp;
  readonly complaints: readonly string[];
  /** every question the page has asked, and what it was answered */
  readonly asked: readonly { readonly name: RequestName; readonly answer: unknown }[];
  /** where the page that was saved lies */
  readonly savedPage: () => string;
  /** how often its owner was asked who they are */
  readonly confirmations: () => number;
  /** ends the program, whatever it is doing, and starts it anew */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Wanted = {
  readonly home: string;
  readonly world: World;
  /** what the system's dialog answers when a folder is chosen */
  readonly folder?: string;
  readonly locale?: string;
};

/** A keychain as a system has one; what it keeps it keeps in the clear. */
const keychain = () => ({
  available: () => true,
  seal: (bytes: Uint8Array) => bytes,
  open: (sealed: Uint8Array) => sealed,
});

/** Opens the window on a directory of its own. */
export const openReal = async (browser: Browser, wanted: Wanted): Promise<RealWallet> => {
  const { origin, close: closeServer } = await servePages();
  const { home, world, locale = 'en-GB' } = wanted;
  let confirmations = 0;
  const saved = join(home, 'page.pdf');
  const shell: Shell = {
    chooseFolder: async () => wanted.folder ?? null,
    sheetShown: () => undefined,
    cameraWanted: () => undefined,
    confirmReveal: async () => {
      confirmations += 1;
      return true;
    },
    printPages: async () => ok({ printed: true }),
    savePages: async (pages) => {
      writeFileSync(saved, await pagesToPdf(pages));
      return ok({ file: saved });
    },
    saveReport: async () => ok({ file: null }),
    place: {
      isChosen: () => false,
      elsewhere: async () => ok({ moved: false }),
      chooseNext: async () => ok(null),
      move: () => Promise.reject(new Error('nobody moves here')),
      usual: async () => ok({}),
    },
    links: { first: () => undefined, take: () => undefined },
    saveHistory: async () => ok({ file: null }),
    wantsContrast: () => false,
    settingsKept: () => undefined,
    showFolder: async () => undefined,
    licences: () => '',
    secretShown: () => undefined,
    copySecret: () => undefined,
    ended: () => undefined,
    readEnd: () => undefined,
  };
  const start = async (): Promise<WalletApp> => {
    const opened = await openWalletApp({
      dataDirectory: join(home, 'wallet'),
      world,
      keychain: keychain(),
      loop: true,
      shell,
      systemLocale: locale,
    });
    const started = mustOk(opened, 'app');
    started.on((event) => void tell(event));
    return started;
  };
  const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'UTC', locale });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: { name: RequestName; answer: unknown }[] = [];
  page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
  page.on('pageerror', (error) => complaints.push(error.message));
  const tell = (event: WalletEvent): Promise<unknown> =>
    page
      .evaluate((told) => (globalThis as { walletHears?: (event: unknown) => void }).walletHears?.(told), event)
      // Between two documents nobody hears; the next one asks for everything.
      .catch(() => undefined);
  let app = await start();
  await page.exposeFunction('walletAsk', async (name: RequestName, input: unknown) => {
    const answer = await app.ask(name, input);
    asked.push({ name, answer });
    return answer;
  });
  await page.addInitScript(() => {
    const listeners = new Set<(event: unknown) => void>();
    const { walletAsk } = globalThis as unknown as { walletAsk: (name: string, input: unknown) => Promise<unknown> };
    Object.assign(globalThis, {
      walletHears: (event: unknown) => listeners.forEach((listener) => listener(event)),
      wallet: {
        ask: walletAsk,
        on: (listener: (event: unknown) => void) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  let shown = 0;
  const show = async (): Promise<void> => {
    await page.goto(`${origin}/?${(shown += 1)}#/`);
    await page.waitForSelector('h1');
  };
  await show();
  return {
    page,
    app: () => app,
    complaints,
    asked,
    savedPage: () => saved,
    confirmations: () => confirmations,
    restart: async () => {
      await app.close();
      app = await start();
      await show();
    },
    close: async () => {
      await context.close();
      await app.close();
      closeServer();
    },
  };
};

/** Counts what its person does: presses, choices, and fields that are filled. A label that passes a press on to its field is one. */
export const countInputs = async (page: Page): Promise<() => Promise<number>> => {
  const count = (): void => {
    const counted = globalThis as { inputs?: number };
    counted.inputs ??= 0;
    let last: EventTarget | null = null;
    const add = (): void => void (counted.inputs = (counted.inputs ?? 0) + 1);
    document.addEventListener('click', (event) => (event.isTrusted && event.detail > 0 ? add() : undefined), true);
    document.addEventListener(
      'input',
      (event) => {
        const field = event.target;
        if (!(field instanceof HTMLInputElement) || field.type === 'file' || field.type === 'radio' || field === last)
          return;
        last = field;
        add();
      },
      true,
    );
  };
  await page.addInitScript(count);
  await page.evaluate(count);
  return () => page.evaluate(() => (globalThis as { inputs?: number }).inputs ?? 0);
};
