// SPDX-License-Identifier: GPL-3.0-or-later
import { app, clipboard, Notification, powerMonitor, screen, type BrowserWindow } from 'electron';
import type { WalletEvent } from '../../shared/contract.ts';
import type { WindowDeed } from '../../shared/shortcuts.ts';
import type { Words } from '../../shared/words/words.ts';
import { createSecretClipboard, type SecretClipboard } from './clipboard.ts';
import { offerToOpenLinks } from './default-links.ts';
import { askToOpenLinks } from './dialogs.ts';
import { createLinks, type Links } from './links.ts';
import { menusOf } from './menu-items.ts';
import { setMenus } from './menu.ts';
import { noticeText, type Notice, type Seen } from './notices.ts';
import { createProtection, type Protection } from './protection.ts';
import { createStateTray } from './tray.ts';
import { createWatcher } from './watcher.ts';
import { nextZoom, placeText, placeWindow, type WindowPlace } from './window-place.ts';
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
};

/** The window among the other things of its desktop: links, menus, icon, notifications, clipboard. */
export type Desktop = {
  readonly links: Links;
  readonly protection: Protection;
  readonly clipboard: Pick<SecretClipboard, 'copy'>;
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
  const zoom = keepPlace(window, kept, place);
  const links = createLinks(() => {
    front();
    send({ type: 'changed' });
  });
  app.on('second-instance', (_, argv) => {
    front();
    links.ofCommandLine(argv);
  });
  const tray = createStateTray(front, () => app.quit());
  const notify = notifier(window, words, front);
  const menus = menuKeeper(words, { go: (to) => send({ type: 'go', to }), does: deedsOf(window, send, zoom) });
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
      zoom.keep();
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

type Zoom = { readonly by: (step: 1 | -1 | 0) => void; readonly keep: () => void };

/** Keeps where the window is, and gives its zoom. */
const keepPlace = (window: BrowserWindow, kept: Kept, place: WindowPlace): Zoom => {
  let zoom = place.zoom;
  const contents = window.webContents;
  contents.on('did-finish-load', () => contents.setZoomFactor(zoom));
  if (place.isMaximized) window.once('ready-to-show', () => window.maximize());
  const write = (): void =>
    kept.write(PLACE, placeText({ ...restingPlace(window), isMaximized: window.isMaximized(), zoom }));
  window.on('close', write);
  return {
    keep: () => {
      if (!window.isDestroyed()) write();
    },
    by: (step) => {
      zoom = step === 0 ? 1 : nextZoom(zoom, step);
      contents.setZoomFactor(zoom);
      write();
    },
  };
};

/** What it has while it fills no screen. */
const restingPlace = (window: BrowserWindow): Electron.Rectangle =>
  window.isMaximized() || window.isFullScreen() ? window.getNormalBounds() : window.getBounds();

const deedsOf =
  (window: BrowserWindow, send: DesktopParts['send'], zoom: Zoom) =>
  (deed: WindowDeed): void => {
    if (deed === 'larger') zoom.by(1);
    else if (deed === 'smaller') zoom.by(-1);
    else if (deed === 'usual-size') zoom.by(0);
    else if (deed === 'full-screen') window.setFullScreen(!window.isFullScreen());
    else if (deed === 'shortcuts') send({ type: 'go', to: '/shortcuts' });
    else app.quit();
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
const notifier = (window: BrowserWindow, words: () => Words, front: () => void) => {
  let isScreenLocked = false;
  powerMonitor.on('lock-screen', () => (isScreenLocked = true));
  powerMonitor.on('unlock-screen', () => (isScreenLocked = false));
  return (notices: readonly Notice[]): void => {
    if (window.isDestroyed() || window.isFocused() || !Notification.isSupported()) return;
    for (const notice of notices) {
      const told = new Notification({ ...noticeText(notice, words(), !isScreenLocked), silent: true });
      told.on('click', front);
      told.show();
    }
  };
};
