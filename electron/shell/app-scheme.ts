// SPDX-License-Identifier: GPL-3.0-or-later
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { WINDOW_ORIGIN } from './ask.ts';
import { PAGE_HEADERS, TYPE_BY_EXTENSION } from './page-headers.ts';

/** The window's files by path from its root, read once at start: no URL ever names a file on the disk. */
export type WindowFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Must run before the app is ready. The page gets an origin of its own (`file://` pages share one) and a secure context. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: false } },
  ]);
};

/** The page with a mark on its root, so that it is drawn right from the first moment on. */
const marked = (page: Uint8Array, mark: string): string =>
  new TextDecoder().decode(page).replace('<html ', `<html ${mark}`);

/** Serves `app://holdfast/` from `files` and lets nothing else load in this session: the window has no network at all. `mark` is attributes of ours, or none. */
export const serveAppScheme = (session: Session, files: WindowFiles, mark: () => string): void => {
  session.protocol.handle('app', (request) => {
    const url = new URL(request.url);
    const path = url.pathname === '/' ? 'index.html' : url.pathname.slice(1);
    const type = TYPE_BY_EXTENSION[extname(path)];
    const body = files.get(path);
    if (request.method !== 'GET' || url.host !== 'holdfast' || body === undefined || type === undefined) {
      return new Response('not found', { status: 404, headers: { 'content-type': 'text/plain' } });
    }
    return new Response(path === 'index.html' ? marked(body, mark()) : body, {
      status: 200,
      headers: { ...PAGE_HEADERS, 'content-type': type },
    });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = details.url.startsWith(`${WINDOW_ORIGIN}/`) || details.url.startsWith('devtools://');
    answer({ cancel: !allowed });
  });
};
