// SPDX-License-Identifier: GPL-3.0-or-later
import { app, BrowserWindow, session, type Session } from 'electron';
import type { Settings } from '../../shared/settings.ts';
import { WINDOW_ORIGIN } from './ask.ts';
import type { CameraGate } from './camera.ts';
import { groundColour } from './look.ts';
import { LEAST, type WindowPlace } from './window-place.ts';

/** The session of the window lives in memory only (no `persist:`): no cache, cookie or storage of a page is written to disk. */
export const windowSession = (): Session => session.fromPartition('holdfast-window');

/** Rules for every page of this process, present and future; call once before the first window is made. */
export const lockDownPages = (): void => {
  app.on('web-contents-created', (_, contents) => {
    // The page is one document: whatever tries to leave it is an attack or a mistake.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
};

/**
 * Takes WebRTC's way out of the page, which neither `webRequest` nor the content security policy sees: no UDP but through a
 * proxy, and the only proxy there is leads nowhere. Call before the app is ready; `refusePermissions` sets the proxy.
 */
export const keepPagesOffTheNetwork = (): void => {
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.on('web-contents-created', (_, contents) => contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp'));
};

/**
 * Takes the browser's own errands away: every session, also the one that no page uses, would fetch a dictionary for checking words at
 * its first start. Call before the app is ready.
 */
export const keepSessionsSilent = (): void => {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.on('session-created', (each) => {
    each.setSpellCheckerEnabled(false);
    // A session that is not to check words has begun to look for its dictionary all the same; without a language it has none to fetch.
    each.setSpellCheckerLanguages([]);
  });
};

/** Refuses every permission in every session, also in that of no page: Electron grants what nobody refuses. Call before the app is ready; the window's own gets rules of its own. */
export const refuseEverywhere = (): void => {
  app.on('session-created', (each) => {
    each.setPermissionRequestHandler((_, __, answer) => answer(false));
    each.setPermissionCheckHandler(() => false);
    each.setDevicePermissionHandler(() => false);
  });
};

/** The discard port of this computer: nobody listens there, and nothing of the page needs a proxy. */
const NOWHERE = { mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '<-loopback>' } as const;

/**
 * Refuses every permission except writing text to the clipboard after a click (a payto address is not to be typed by hand), and the camera,
 * without sound, for our own page while a sheet is to be shown to it.
 */
export const refusePermissions = (of: Session, camera: CameraGate): void => {
  const writes = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  of.setPermissionRequestHandler((_, permission, answer, details) => {
    if (permission !== 'media') return answer(writes(permission));
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    void camera.grants(details.requestingUrl, details.isMainFrame, kinds).then(answer);
  });
  of.setPermissionCheckHandler((_, permission, origin, details) =>
    permission === 'media'
      ? camera.mayHave(`${origin}/`, details.isMainFrame, details.mediaType === undefined ? [] : [details.mediaType])
      : writes(permission),
  );
  of.setDevicePermissionHandler(() => false);
  of.on('will-download', (event) => event.preventDefault());
  void of.setProxy(NOWHERE);
};

/** The wallet's window: a sandboxed page without Node, whose one door is the preload's bridge. Shown when it has something to show. */
export const createWindow = (
  preload: string,
  { x, y, width, height }: WindowPlace,
  settings: Settings,
): BrowserWindow => {
  const window = new BrowserWindow({
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Holdfast',
    backgroundColor: groundColour(settings),
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session: windowSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      zoomFactor: settings.size / 100,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
};

export const loadWindow = (window: BrowserWindow): Promise<void> => window.loadURL(`${WINDOW_ORIGIN}/`);

/** While `on`, screenshots and screen sharing show nothing (Windows and macOS can; Linux has no such call). */
export const protectContent = (window: BrowserWindow, on: boolean): void => {
  if (!window.isDestroyed()) window.setContentProtection(on);
};
