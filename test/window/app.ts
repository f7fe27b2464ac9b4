// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core';
import { findElectron } from '../../electron/start/find-electron.ts';
import { KEEPS_PICTURES, SCREENSHOTS } from './built.ts';

const TOP = join(import.meta.dirname, '../..');

/** How long anything in the real window may take before a test gives up on it. */
export const PATIENCE = 60_000;

/** Why the real window cannot be tested here, or the Electron that can. */
export const electronHere = (): { readonly path: string } | { readonly why: string } => {
  const path = findElectron(TOP, process.env);
  if (path === undefined) return { why: 'no Electron on this machine' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { why: 'no display; run it under xvfb-run' };
  return { path };
};

export type StartedApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly complaints: readonly string[];
};

export const launchArguments = (home: string): string[] => {
  // Chromium's own sandbox refuses root, which containers run as; a person never does.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [...asRoot, TOP, `--data=${home}`, '--lang=en-GB'];
};

/** Starts the built app as a person would, on a data directory of its own, and waits for its first page. */
export const startApp = async (
  electron: string,
  home: string,
  more: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedApp> => {
  const app = await attached(electron, [...launchArguments(home), ...more], { ...process.env, ...environment });
  const complaints: string[] = [];
  const page = await app.firstWindow({ timeout: PATIENCE });
  page.setDefaultTimeout(PATIENCE);
  page.on('console', (message) =>
    message.type() === 'error' || message.type() === 'warning' ? complaints.push(message.text()) : undefined,
  );
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.waitForSelector('h1');
  return { app, page, complaints };
};

/** What a start may take before it is tried again: two seconds are usual, eight were seen on a busy machine. */
const START_MS = [20_000, 40_000, PATIENCE];

/**
 * Playwright attaches to a page that may be in the middle of its first navigation; now and then (one start in thirty on a busy
 * machine) it then misses the event it waits for, while the window stands there loaded. Such a process is killed and started anew.
 */
const attached = async (electron: string, args: string[], env: NodeJS.ProcessEnv): Promise<ElectronApplication> => {
  let failure: unknown;
  for (const timeout of START_MS) {
    try {
      return await _electron.launch({
        executablePath: electron,
        args,
        cwd: TOP,
        env: Object.fromEntries(
          Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        ),
        timeout,
        colorScheme: 'light',
      });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      failure = error;
    }
  }
  throw failure;
};

/** The kinds of tasks that threads have done, as the log has them; fails when a thread did not start. */
export const workedInThreads = (home: string): readonly string[] => {
  const lines = readFileSync(join(home, 'window/logs/holdfast.log'), 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { readonly event: string; readonly task?: string });
  expect(events.filter(({ event }) => event === 'thread-refused')).toEqual([]);
  return events.flatMap(({ event, task }) => (event === 'thread-works' && task !== undefined ? [task] : []));
};

/** Keeps a picture of the window as it is, for whoever asks for them. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (KEEPS_PICTURES) await pictureAnyway(page, name);
};

/** Keeps a picture of the window as it is, for whoever wants to know why a test failed. */
export const pictureAnyway = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `electron-${name}.png`) });
};

/** The place a page is reached from, and the addresses that lead from there to it. */
const UNDER: Readonly<Record<string, readonly [place: string, ...paths: string[]] | undefined>> = {
  Send: ['Money', '/send'],
  'Ask for money': ['Money', '/request'],
  Receive: ['Money', '/request', '/receive'],
  'Recovery sheet': ['Protection', '/sheet'],
  Devices: ['Protection', '/devices'],
  Restore: ['Protection', '/restore'],
};

/** Goes to a page as a person does: to its place by the sidebar, and on from there. */
export const goTo = async (page: Page, name: string): Promise<void> => {
  const [place, ...paths] = UNDER[name] ?? [name];
  await page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: place, exact: true }).waitFor();
  for (const path of paths) await page.getByRole('main').locator(`a[href="#${path}"]`).first().click();
  if (paths.length === 0) return;
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
};

/** Leaves the first screens for the usual pages, as a person does who wants to look around first. */
export const laterOn = async (page: Page): Promise<void> => {
  await press(page, 'Later');
  await page.getByRole('heading', { level: 1, name: 'Money' }).waitFor({ timeout: PATIENCE });
};

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** Adds a provider of the play economy by the name on its button, after a look at what it asks. */
export const addProvider = async (page: Page, offer: RegExp, agree: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: offer }).click();
  await page.getByRole('form').or(page.locator('.consent')).first().waitFor({ timeout: PATIENCE });
  await picture(page, agree instanceof RegExp ? '06-consent-paid' : '05-consent-free');
  await press(page, agree);
  // Whatever the wallet says instead belongs into the test's own failure.
  const said = page
    .getByText(/was added/)
    .or(page.getByRole('alert'))
    .first();
  await said.waitFor({ timeout: PATIENCE });
  expect(await said.innerText()).toMatch(/was added/);
};

/** The sum a place shows, as text. */
export const total = async (page: Page, id: string): Promise<string> => {
  const place = page.getByTestId(id);
  await place.waitFor({ timeout: PATIENCE });
  return (await place.innerText()).replaceAll(/\s+/g, ' ').trim();
};

type Asked = typeof globalThis & { questions?: Electron.MessageBoxOptions[] };

/** Answers every message box of the system from now on by the button with this name, and keeps what it asked. */
export const answerDialogs = (app: ElectronApplication, button: string): Promise<void> =>
  app.evaluate(({ dialog }, name) => {
    const questions: Electron.MessageBoxOptions[] = ((globalThis as Asked).questions = []);
    const answer = (...asked: readonly unknown[]): Promise<Electron.MessageBoxReturnValue> => {
      const options = asked.at(-1) as Electron.MessageBoxOptions;
      questions.push(options);
      return Promise.resolve({ response: options.buttons?.indexOf(name) ?? -1, checkboxChecked: false });
    };
    dialog.showMessageBox = answer;
  }, button);

/** Quits as Cmd+Q and the menu do, and answers yes to whatever is asked about the money. */
export const quit = async ({ app }: Pick<StartedApp, 'app'>): Promise<void> => {
  await answerDialogs(app, 'Close');
  await app.close();
};

export const questions = (app: ElectronApplication): Promise<Electron.MessageBoxOptions[]> =>
  app.evaluate(() => (globalThis as Asked).questions ?? []);

type Watched = typeof globalThis & { protections?: boolean[] };

/** Notes every call that switches the protection from screenshots; Linux has no such protection to look at. */
export const watchProtection = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    const calls: boolean[] = ((globalThis as Watched).protections = []);
    for (const window of BrowserWindow.getAllWindows()) window.setContentProtection = (on) => void calls.push(on);
  });

export const protection = (app: ElectronApplication): Promise<boolean[]> =>
  app.evaluate(() => (globalThis as Watched).protections ?? []);
