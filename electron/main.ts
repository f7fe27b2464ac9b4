// SPDX-License-Identifier: GPL-3.0-or-later
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, type BrowserWindow } from 'electron';
import { noteDefect } from './defect.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { FailureView } from '../shared/view.ts';
import { localeOf, words, type Words } from '../shared/words/words.ts';
import { defect } from './app/failures.ts';
import { keptLanguage } from './app/language.ts';
import type { Shell } from './app/options.ts';
import { sheetHtmlWithQr } from './backup/paper/html.ts';
import { registerAppScheme, serveAppScheme, type WindowFiles } from './shell/app-scheme.ts';
import { askBeforeReveal, askToQuit, chooseFolder, choosePdfFile, touchSensor } from './shell/dialogs.ts';
import { serveIpc } from './shell/ipc-server.ts';
import { systemKeychain } from './shell/key-vault.ts';
import { ownerCheck } from './shell/owner.ts';
import { askBeforeClosing, quitQuestion } from './shell/quit.ts';
import { forbiddenSwitch } from './shell/switches.ts';
import { htmlToPdf } from './shell/print.ts';
import {
  createWindow,
  keepPagesOffTheNetwork,
  loadWindow,
  lockDownPages,
  protectContent,
  refusePermissions,
  windowSession,
} from './shell/window.ts';
import { writeWholeSync } from './storage/whole-file.ts';
import { openWalletApp, type WalletApp } from './app/wallet-app.ts';
import { startThreads, type Threads } from './threads.ts';
import { realWorld, type LogEvent, type World } from './world.ts';

// Starts the app: one process per data directory, one window, one wallet behind one checked door.
// `--data=DIR` keeps everything (wallet, window state, log) below DIR instead of the user's own place.

/** Everything this process is started from lies beside it; see vite.config.ts. */
const BUILT = import.meta.dirname;

const start = async (dataDirectory: string): Promise<void> => {
  const log = fileLog(join(app.getPath('userData'), 'logs'));
  const threads = startThreads(pathToFileURL(join(BUILT, 'worker.js')), { log });
  const world = realWorld(log, threads);
  process.on('unhandledRejection', (why) => void noteDefect(world, 'unhandled rejection', why));
  refusePermissions(windowSession());
  serveAppScheme(windowSession(), readWindowFiles(join(BUILT, 'renderer')));

  const window = createWindow(join(BUILT, 'preload.cjs'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  // The window is there at once; what it asks waits until the wallet is open, or is answered with why it cannot be.
  const opening = openWalletApp({
    dataDirectory,
    world,
    keychain: systemKeychain(),
    loop: true,
    shell: shellOf(window, world, () => spokenIn(dataDirectory)),
    systemLocale: systemLocale(),
  });
  const ipc = serveIpc(window, {
    ask: async (name, input) => {
      const opened = await opening.catch((error: unknown) => err(defect(world, 'opening', error)));
      return opened.ok ? opened.value.ask(name, input) : opened;
    },
    log: world.log,
  });
  await loadWindow(window);
  const opened = await opening;
  if (!opened.ok) return;
  opened.value.on((event) => {
    // A wallet that was erased or locked has no sheet on the screen any more.
    if (event.type === 'stage') protectContent(window, false);
    ipc.send(event);
  });
  closeOnQuit(opened.value, world, threads);
  askBeforeClosing({
    onClose: (listener) => void window.on('close', listener),
    onQuit: (listener) => void app.on('before-quit', listener),
    close: () => window.close(),
    mayClose: async () => {
      const status = await opened.value.handle('backup.status', {});
      const words = spokenIn(dataDirectory);
      const question = status.ok ? quitQuestion(status.value.safety, words) : undefined;
      return question === undefined || askToQuit(window, question, words);
    },
  });
};

/** `--lang` first, then the person's first language in the system's own list, with its region. */
const systemLocale = (): string => {
  const wanted = app.commandLine.getSwitchValue('lang');
  return wanted === '' ? (app.getPreferredSystemLanguages()[0] ?? app.getLocale()) : wanted;
};

/** What the dialogs speak: looked up each time, for it can be chosen anew while the window is open. */
const spokenIn = (dataDirectory: string): Words => words(localeOf(keptLanguage(dataDirectory), systemLocale()));

/** The folders and dialogs of the window, and the paper. */
const shellOf = (window: BrowserWindow, world: World, spoken: () => Words): Shell => ({
  chooseFolder: () => chooseFolder(window, spoken()),
  confirmReveal: ownerCheck({
    sensor: () => touchSensor(spoken()),
    dialog: () => askBeforeReveal(window, spoken()),
  }),
  sheetShown: (shown) => protectContent(window, shown),
  printSheet: async (sheet, paper): Promise<Result<{ readonly file: string | null }, FailureView>> => {
    const pdf = await htmlToPdf(await sheetHtmlWithQr(sheet, paper, spoken()), paper);
    const file = await choosePdfFile(window, spoken());
    if (file === null) return ok({ file: null });
    try {
      writeWholeSync(file, pdf);
    } catch (error) {
      world.log({ event: 'print-failed', why: error instanceof Error ? error.message : 'unknown' });
      return err({ kind: 'cannot-write', facts: { what: 'sheet' } });
    }
    return ok({ file });
  },
});

/** Whoever quits does not wait longer for a long computation; what it was for is done at the next start. */
const LAST_WORK_MS = 2000;

/** Closing waits for the step that is being written, then the process ends; a second request does not cut it short. */
const closeOnQuit = (wallet: WalletApp, world: World, threads: Threads): void => {
  let closing: Promise<void> | undefined;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing === undefined) setTimeout(threads.close, LAST_WORK_MS);
    closing ??= wallet
      .close()
      .catch((error: unknown) => void noteDefect(world, 'closing', error))
      .then(() => app.exit(0));
  });
};

/** Every file of the window by its path from the root, as a URL spells it. */
const readWindowFiles = (root: string): WindowFiles => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).split(sep).join('/'), new Uint8Array(readFileSync(path))];
    }),
  );
};

/** Two log files of this size are kept: months of ordinary use, and a fault that repeats cannot fill the disk. */
const LOG_BYTES = 1024 * 1024;

/** One JSON line per event, in a file nobody else reads; what cannot be written is left out. What is secret has a type that prints `<secret>`. */
const fileLog = (directory: string): World['log'] => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'holdfast.log');
  return (event: LogEvent) => {
    try {
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > LOG_BYTES) renameSync(file, join(directory, 'holdfast.1.log'));
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`, { mode: 0o600 });
    } catch {
      // A full disk takes the log, and nothing else with it.
    }
  };
};

// Chromium acts on its switches before it is ready, and on some before this line: there is nothing in the window yet.
const refused = app.isPackaged ? forbiddenSwitch((name) => app.commandLine.hasSwitch(name)) : undefined;
if (refused !== undefined) {
  try {
    process.stderr.write(`${words(systemLocale()).t('shell.forbiddenSwitch', { name: refused })}\n`);
  } finally {
    // Whatever becomes of the sentence.
    app.exit(1);
  }
}
keepPagesOffTheNetwork();
const chosen = app.commandLine.getSwitchValue('data');
const home = chosen === '' ? app.getPath('userData') : resolve(chosen);
app.setPath('userData', join(home, 'window'));
registerAppScheme();
lockDownPages();
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => start(join(home, 'wallet')))
    .catch((error: unknown) => {
      dialog.showErrorBox(
        spokenIn(join(home, 'wallet')).t('shell.cannotStart'),
        error instanceof Error ? error.message : String(error),
      );
      app.exit(1);
    });
} else {
  app.quit();
}
