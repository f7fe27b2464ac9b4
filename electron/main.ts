// SPDX-License-Identifier: GPL-3.0-or-later
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog, session, shell as shellOfSystem, type BrowserWindow } from 'electron';
import { noteDefect } from './defect.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { FailureView } from '../shared/view.ts';
import { nextSize, USUAL_SETTINGS, type Settings } from '../shared/settings.ts';
import { learn } from '../shared/words/learn.ts';
import { words, type Words } from '../shared/words/words.ts';
import { dataPath } from './app/directory/data-path.ts';
import { placeOf } from './app/directory/place.ts';
import { fileLog } from './app/file-log.ts';
import { createFrontDoor, lookAt, type FrontDoor } from './app/front-door.ts';
import { isBesideCopy } from './backup/providers/place/beside-copy.ts';
import { learnFor, spokenBy } from './app/language.ts';
import { keptIn, textOfProgram, windowFiles, writePersonsFile } from './app/small-files.ts';
import type { Shell } from './app/options.ts';
import { playOptions } from './app/play-money.ts';
import { readRecoveryFile } from './app/recovery-file.ts';
import { pageMark } from './app/page-mark.ts';
import { keptSettings } from './app/settings.ts';
import { markRun, type RunMark } from './app/run-mark.ts';
import { registerAppScheme, serveAppScheme } from './shell/app-scheme.ts';
import {
  askAboutPage,
  askBeforeReveal,
  askToQuit,
  chooseFolder,
  chooseHistoryFile,
  choosePdfFile,
  choosePlace,
  chooseReportFile,
  systemAllowsCamera,
  touchSensor,
} from './shell/dialogs.ts';
import { serveIpc } from './shell/ipc-server.ts';
import { systemLocale } from './shell/system-locale.ts';
import { systemKeychain } from './shell/key-vault.ts';
import { ownerCheck } from './shell/owner.ts';
import { cameraGate, type CameraGate } from './shell/camera.ts';
import { askBeforeEnding, quitQuestion } from './shell/quit.ts';
import { onSystemEnd } from './shell/system-end.ts';
import { keptPlace, startDesktop, type Desktop, type DesktopParts } from './shell/desktop.ts';
import { catchEarlyLinks } from './shell/early-links.ts';
import { keepAlive } from './shell/keep-alive.ts';
import { applyLook, applySettings, wantsContrast } from './shell/look.ts';
import { forbiddenSwitch } from './shell/switches.ts';
import { printHtml } from './shell/print.ts';
import {
  createWindow,
  keepPagesOffTheNetwork,
  keepSessionsSilent,
  loadWindow,
  lockDownPages,
  refuseEverywhere,
  refusePermissions,
  windowSession,
} from './shell/window.ts';
import { startThreads, type Threads } from './threads.ts';
import { openNetwork } from './network.ts';
import { realWorld, type World } from './world.ts';

// Starts the app: one process per data directory, one window, one wallet behind one checked door.
// `--data=DIR` keeps everything (wallet, window state, log) below DIR instead of the user's own place; `--exchange=v23` is for new play money.

/** Everything this process is started from lies beside it; see vite.config.ts. */
const BUILT = import.meta.dirname;

const start = async (home: string, early: ReturnType<typeof catchEarlyLinks>): Promise<void> => {
  const logDirectory = join(app.getPath('userData'), 'logs');
  const log = fileLog(logDirectory, realWorld().now);
  const threads = startThreads(pathToFileURL(join(BUILT, 'worker.js')), { log });
  // The session of no page: the window's own is kept off the network.
  const network = openNetwork((url) => session.defaultSession.resolveProxy(url));
  const world = realWorld(log, threads, network);
  process.on('unhandledRejection', (why) => void noteDefect(world, 'unhandled rejection', why));
  const mark = markRun(app.getPath('userData'), world.now);
  setInterval(mark.lives, LIVES_MS).unref();
  const camera = cameraGate(realWorld().now, systemAllowsCamera);
  refusePermissions(windowSession(), camera);
  const settings = (): Settings => keptSettings(door.directory());
  const first = keptSettings(placeOf(home).directory);
  applyLook(first);
  serveAppScheme(windowSession(), windowFiles(join(BUILT, 'renderer')), () => markOf(door.directory()));

  const kept = keptIn(app.getPath('userData'));
  const place = keptPlace(kept);
  const window = createWindow(join(BUILT, 'preload.cjs'), place, first);
  const usual = { keychain: systemKeychain(), loop: true, systemLocale: systemLocale() };
  // The window is there at once; what it asks waits until the wallet is open, or is answered with why it cannot be.
  const door: FrontDoor = createFrontDoor({
    home,
    options: { world, ...usual, logDirectory, ...playOptions(app.commandLine.getSwitchValue('exchange')) },
    shell: shellOf({ window, world, door: () => door, camera, mark, desktop: () => desktop }),
    choosePlace: (at) => choosePlace(window, spokenIn(door.directory()), at),
  });
  const ipc = serveIpc(window, { ask: door.ask, log: world.log });
  const desktop: Desktop = startDesktop(desktopParts(window, kept, world, door, ipc.send), place);
  desktop.links.ofCommandLine(process.argv);
  early.handTo(desktop.links);
  door.on((event) => {
    // A wallet that was erased or locked has no sheet on the screen any more, and another place has settings of its own.
    if (event.type === 'stage') {
      desktop.protection.end();
      applySettings(window, settings());
      if (door.wallet()?.state().stage !== 'open') void desktop.clipboard.clear().catch(() => undefined);
    }
    desktop.heard(event);
    ipc.send(event);
  });
  // Windows ends the session without asking a program, and that is an end like any other.
  window.on('session-end', mark.ends);
  let isEnding = false;
  keepAlive(window.webContents, {
    now: world.now,
    forget: () => {
      mark.windowDied();
      world.log({ event: 'window-died' });
      camera.want(false);
      // Whoever sits there now did not reveal it.
      void door.ask('sheet.hide', {});
      desktop.protection.end();
    },
    ask: (what) => askAboutPage(window, spokenIn(door.directory()), what),
    quit: () => app.quit(),
    isEnding: () => isEnding,
  });
  endWith(window, door, async () => {
    isEnding = true;
    await desktop.ends();
    await close(door, world, threads);
    mark.ends();
    app.exit(0);
  });
  window.webContents.on('did-finish-load', () => applySettings(window, settings()));
  await loadWindow(window);
};

const markOf = (dataDirectory: string): string =>
  pageMark({ dataDirectory, systemLocale: systemLocale(), shell: { wantsContrast } });

/** What the window on its desktop asks of its wallet. */
const desktopParts = (
  window: BrowserWindow,
  kept: DesktopParts['kept'],
  { now }: World,
  door: FrontDoor,
  send: DesktopParts['send'],
): DesktopParts => ({
  window,
  kept,
  words: () => spokenIn(door.directory()),
  look: () => lookAt(door.wallet()),
  send,
  settings: () => keptSettings(door.directory()),
  now,
  resize: (step) => {
    const { size } = keptSettings(door.directory());
    void door.ask('app.setSettings', { size: step === 0 ? USUAL_SETTINGS.size : nextSize(size, step) });
  },
  lock: () => void door.ask('app.lock', {}),
  readFile: readRecoveryFile,
});

/** How old the mark of a program that died may be. */
const LIVES_MS = 60_000;

/** Asks before the program ends, where money would be lost with this computer, and then ends it. */
const endWith = (window: BrowserWindow, door: FrontDoor, end: () => Promise<void>): void =>
  askBeforeEnding({
    onClose: (listener) => void window.on('close', listener),
    onQuit: (listener) => void app.on('before-quit', listener),
    onShutdown: onSystemEnd,
    close: () => window.close(),
    quit: () => app.quit(),
    mayEnd: async () => {
      const status = await door.wallet()?.handle('backup.status', {});
      const words = spokenIn(door.directory());
      const question = status?.ok === true ? quitQuestion(status.value.safety, words) : undefined;
      return question === undefined || askToQuit(window, question, words);
    },
    end,
  });

/** What the dialogs speak: looked up each time, for it can be chosen anew while the window is open. */
const spokenIn = (dataDirectory: string): Words => spokenBy({ dataDirectory, systemLocale: systemLocale() });

type ShellParts = {
  readonly window: BrowserWindow;
  readonly world: World;
  readonly door: () => FrontDoor;
  readonly camera: CameraGate;
  readonly mark: RunMark;
  readonly desktop: () => Desktop;
};

/** The folders and dialogs of the window, and the paper. */
const shellOf = ({ window, world, door, camera, mark, desktop }: ShellParts): Omit<Shell, 'place'> => {
  const spoken = (): Words => spokenIn(door().directory());
  return {
    chooseFolder: (at) => chooseFolder(window, spoken(), at),
    confirmReveal: ownerCheck({
      sensor: () => touchSensor(spoken()),
      dialog: () => askBeforeReveal(window, spoken()),
    }),
    sheetShown: (shown) => desktop().protection.set('sheet', shown),
    cameraWanted: camera.want,
    printPages: async (pages): Promise<Result<{ readonly printed: boolean }, FailureView>> => {
      const { pagesToHtml } = await import('./backup/paper/page/draw-html.ts');
      const printed = await printHtml(pagesToHtml(pages, spoken().locale), pages.pages[0] ?? { width: 0, height: 0 });
      if (printed.done) return ok({ printed: true });
      world.log({ event: 'print-failed', why: printed.said });
      return printed.why === 'cancelled'
        ? ok({ printed: false })
        : err({ kind: 'no-printer', facts: { why: printed.why } });
    },
    savePages: async (pages) => {
      const { pagesToPdf } = await import('./backup/paper/page/draw-pdf.ts');
      return save({ pdf: await pagesToPdf(pages), name: pages.title }, window, world, spoken(), door().directory());
    },
    saveReport: async (text) => {
      const file = await chooseReportFile(window, spoken());
      return file === null
        ? ok({ file })
        : writePersonsFile(file, Buffer.from(text), 'report', door().directory(), world.log);
    },
    saveHistory: async ({ text, format }) => {
      const file = await chooseHistoryFile(window, spoken(), format);
      return file === null
        ? ok({ file })
        : writePersonsFile(file, Buffer.from(text), 'history', door().directory(), world.log);
    },
    links: { first: () => desktop().links.first(), take: () => desktop().links.take() },
    secretShown: (on) => desktop().protection.set('page', on),
    copySecret: (text) => desktop().clipboard.copy(text),
    wantsContrast,
    settingsKept: (settings) => applySettings(window, settings),
    showFolder: async (folder) => void (await shellOfSystem.openPath(folder)),
    licences: () => textOfProgram(join(BUILT, '..', 'THIRD-PARTY.md')),
    ended: mark.ended,
    readEnd: mark.read,
  };
};

/** Asks for a file and writes the pages to it. */
const save = async (
  { pdf, name }: { readonly pdf: Uint8Array; readonly name: string },
  window: BrowserWindow,
  world: World,
  spoken: Words,
  dataDirectory: string,
): Promise<Result<{ readonly file: string | null }, FailureView>> => {
  const file = await choosePdfFile(window, spoken, name);
  if (file === null) return ok({ file: null });
  const why = isBesideCopy(file) ? 'beside-copy' : undefined;
  if (why !== undefined) return err({ kind: 'unwritable-file', facts: { what: why, file } });
  return writePersonsFile(file, pdf, 'sheet', dataDirectory, world.log);
};

/** Whoever quits does not wait longer for a long computation; what it was for is done at the next start. */
const LAST_WORK_MS = 2000;

/** Closing waits for the step that is being written. */
const close = (door: FrontDoor, world: World, threads: Threads): Promise<void> => {
  setTimeout(threads.close, LAST_WORK_MS);
  return door.close().catch((error: unknown) => void noteDefect(world, 'closing', error));
};

// Chromium acts on its switches before it is ready, and on some before this line: there is nothing in the window yet.
const refused = app.isPackaged ? forbiddenSwitch((name) => app.commandLine.hasSwitch(name), process.argv) : undefined;
const begin = (): void => {
  keepPagesOffTheNetwork();
  keepSessionsSilent();
  refuseEverywhere();
  const home = dataPath(app.commandLine.getSwitchValue('data')) ?? app.getPath('userData');
  app.setPath('userData', join(home, 'window'));
  const early = catchEarlyLinks();
  registerAppScheme();
  lockDownPages();
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => learnFor({ dataDirectory: placeOf(home).directory, systemLocale: systemLocale() }))
    .then(() => start(home, early))
    .catch((error: unknown) => {
      const title = spokenIn(placeOf(home).directory).t('shell.cannotStart');
      dialog.showErrorBox(title, error instanceof Error ? error.message : String(error));
      app.exit(1);
    });
};
/** Whatever becomes of the sentence, it ends. */
const refuse = (name: string): void =>
  void learn(systemLocale())
    .then(() => process.stderr.write(`${words(systemLocale()).t('shell.forbiddenSwitch', { name })}\n`))
    .finally(() => app.exit(1));
if (refused === undefined) begin();
else refuse(refused);
