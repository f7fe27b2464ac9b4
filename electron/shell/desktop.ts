// SPDX-License-Identifier: GPL-3.0-or-later
import { app, clipboard, Notification, powerMonitor, screen, type BrowserWindow } from 'electron';
import type { WalletEvent } from '../../shared/contract.ts';
import type { WindowDeed } from '../../shared/shortcuts.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Words } from '../../shared/words/words.ts';
import { createSecretClipboard, type SecretClipboard } from './clipboard.ts';
import { offerToOpenLinks } from './default-links.ts';
import { askToOpenLinks } from './dialogs.ts';
import { createLinks, type Links, type ReadFile } from './links.ts';
import { menusOf } from './menu-items.ts';
import { setMenus } from './menu.ts';
import { createIdleLock } from './idle-lock.ts';
import { onSystemLook } from './look.ts';
import { noticeText, sortOf, type Notice, type Seen } from './notices.ts';
import { createProtection, type Protection } from './protection.ts';
import { createStateTray } from './tray.ts';
import { createWatcher } from './watcher.ts';
import { placeText, placeWindow, type WindowPlace } from './window-place.ts';
import { protectContent } from './window.ts';

/** Small facts about this window that outlive it, by name; what cannot be written is forgotten. */
export type Kept = {
  readonly read: (name: string) => string | undefined;
  readonly write: (name: string, text: string) => void;
};

export type DesktopParts = {
  readonly window: BrowserWindow;
  readonly kept: Kept;
  readonly words: () => Words;
  /** what of the wallet decides whether its person is needed; undefined while none is open */
  readonly look: () => Promise<Seen | undefined>;
  readonly send: (event: WalletEvent) => void;
  readonly settings: () => Settings;
  readonly now: () => number;
  /** one step larger or smaller, or the usual size */
  readonly resize: (step: 1 | -1 | 0) => void;
  /** closes the wallet until its passphrase is given */
  readonly lock: () => void;
  readonly readFile: ReadFile;
};

/** The window among the other things of its desktop: links, menus, icon, notifications, clipboard. */
export type Desktop = {
  readonly links: Links;
  readonly protection: Protection;
  readonly clipboard: SecretClipboard;
  readonly heard: (event: WalletEvent) => void;
  /** the program ends: where the window is is kept, and no secret stays in the clipboard */
  readonly ends: () => Promise<void>;
};

const PLACE = 'window.json';
const ASKED = 'asked-links';

/** Where the window was when it was closed, on the screens there are now. */
export const keptPlace = (kept: Kept): WindowPlace =>
  placeWindow(
    kept.read(PLACE),
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );

export const startDesktop = (parts: DesktopParts, place: WindowPlace): Desktop => {
  const { window, kept, words, send } = parts;
  const front = (): void => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const whereabouts = keepPlace(window, kept, place);
  const links = createLinks(() => {
    front();
    send({ type: 'changed' });
  }, parts.readFile);
  app.on('second-instance', (_, argv) => {
    front();
    links.ofCommandLine(argv);
  });
  const tray = createStateTray(front, () => app.quit());
  const notify = notifier(parts, front);
  lockUnused(parts);
  const menus = menuKeeper(words, { go: (to) => send({ type: 'go', to }), does: deedsOf(parts) });
  let isOpen = false;
  const watcher = createWatcher({
    look: parts.look,
    seen: (seen) => {
      if (!isOpen && seen !== undefined) offerLinks(window, kept, words);
      isOpen = seen !== undefined;
      tray.show(seen?.safety ?? 'closed', words());
      menus.set(isOpen);
    },
    tell: notify,
    after,
  });
  menus.set(false);
  watcher.changed();
  onSystemLook(() => send({ type: 'changed' }));
  const secrets = createSecretClipboard(
    {
      read: async () => clipboard.readText(),
      write: (text) => void clipboard.writeText(text),
      clear: () => clipboard.clear(),
    },
    after,
  );
  return {
    links,
    protection: createProtection((on) => protectContent(window, on)),
    clipboard: secrets,
    heard: ({ type }) => {
      if (type !== 'go') watcher.changed();
    },
    ends: async () => {
      whereabouts.keep();
      await secrets.clear().catch(() => undefined);
    },
  };
};

const after = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Asked of a program that was installed, once it has a wallet; one from its sources would register a folder that goes away. */
const offerLinks = (window: BrowserWindow, kept: Kept, words: () => Words): void => {
  if (!app.isPackaged) return;
  void offerToOpenLinks({
    isDefault: (scheme) => app.isDefaultProtocolClient(scheme),
    becomeDefault: (scheme) => void app.setAsDefaultProtocolClient(scheme),
    wasAsked: () => kept.read(ASKED) !== undefined,
    noteAsked: () => kept.write(ASKED, '1\n'),
    ask: () => askToOpenLinks(window, words()),
  });
};

/** Keeps where the window is. */
const keepPlace = (window: BrowserWindow, kept: Kept, place: WindowPlace): { readonly keep: () => void } => {
  if (place.isMaximized) window.once('ready-to-show', () => window.maximize());
  const write = (): void =>
    kept.write(PLACE, placeText({ ...restingPlace(window), isMaximized: window.isMaximized() }));
  window.on('close', write);
  return {
    keep: () => {
      if (!window.isDestroyed()) write();
    },
  };
};

/** What it has while it fills no screen. */
const restingPlace = (window: BrowserWindow): Electron.Rectangle =>
  window.isMaximized() || window.isFullScreen() ? window.getNormalBounds() : window.getBounds();

const deedsOf =
  ({ window, send, resize }: Pick<DesktopParts, 'window' | 'send' | 'resize'>) =>
  (deed: WindowDeed): void => {
    if (deed === 'larger') resize(1);
    else if (deed === 'smaller') resize(-1);
    else if (deed === 'usual-size') resize(0);
    else if (deed === 'full-screen') window.setFullScreen(!window.isFullScreen());
    else if (deed === 'shortcuts') send({ type: 'go', to: '/shortcuts' });
    else app.quit();
  };

/** Locks the wallet when its window was not used for as long as its person said, and with the screen or the computer. */
const lockUnused = ({ window, settings, lock, now }: DesktopParts): void => {
  const idle = createIdleLock({
    wall: now,
    steady: () => performance.now(),
    minutes: () => settings().lockAfter,
    lock,
    every: (ms, act) => void setInterval(act, ms).unref(),
  });
  window.webContents.on('input-event', idle.used);
  const away = (): void => {
    if (settings().lockOnSleep) lock();
  };
  powerMonitor.on('suspend', away);
  powerMonitor.on('lock-screen', away);
  // A system that slept at once leaves the work for the morning.
  powerMonitor.on('resume', away);
};

/** Sets the menus when the language or what can be gone to has changed. */
const menuKeeper = (words: () => Words, deeds: Parameters<typeof setMenus>[1]) => {
  let set = '';
  return {
    set: (isOpen: boolean): void => {
      const spoken = words();
      const now = `${spoken.locale} ${isOpen}`;
      if (now === set) return;
      set = now;
      setMenus(menusOf(spoken, isOpen), deeds);
    },
  };
};

/** Tells what came about while nobody looked at the window; without sums while the screen is locked. */
const notifier = ({ window, words, settings }: DesktopParts, front: () => void) => {
  let isScreenLocked = false;
  powerMonitor.on('lock-screen', () => (isScreenLocked = true));
  powerMonitor.on('unlock-screen', () => (isScreenLocked = false));
  return (notices: readonly Notice[]): void => {
    if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
    const { silent } = settings();
    for (const notice of notices.filter((each) => !silent.includes(sortOf(each)))) {
      const told = new Notification({ ...noticeText(notice, words(), !isScreenLocked), silent: true });
      told.on('click', front);
      told.show();
    }
  };
};
