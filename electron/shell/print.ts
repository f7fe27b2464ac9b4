// SPDX-License-Identifier: GPL-3.0-or-later
import { BrowserWindow, session, type Session } from 'electron';

/** A point in micrometres, as Chromium counts paper. */
const MICRONS = 25_400 / 72;

export type Printed =
  | { readonly done: true }
  | { readonly done: false; readonly why: 'cancelled' | 'none' | 'failed'; readonly said: string };

/** What Electron says when printing came to nothing: its person changed their mind, there is no printer to ask, or one did not take the page. */
const notPrinted = (said: string): Printed => ({
  done: false,
  why: /cancel/i.test(said) ? 'cancelled' : /no printers|enumerate printers|invalid/i.test(said) ? 'none' : 'failed',
  said,
});

/** The pages that are being printed, by their address: a `data:` URL would end at two megabytes, which eight shares with many places pass. */
const pages = new Map<string, string>();
let printed = 0;

/** A session that has these pages and nothing else, in memory only. */
const printSession = (): Session => {
  const apart = session.fromPartition('holdfast-print');
  if (!apart.protocol.isProtocolHandled('app'))
    apart.protocol.handle('app', ({ url }) => {
      const page = pages.get(url);
      return page === undefined
        ? new Response('not found', { status: 404 })
        : new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
    });
  apart.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !pages.has(details.url) }));
  return apart;
};

/**
 * Prints one self-contained page by the system's own dialog, from a hidden window that has no script, no network and no storage. The page
 * goes to the printer from memory: there is no file. `said` is what Chromium says.
 */
export const printHtml = async (
  html: string,
  paper: { readonly width: number; readonly height: number },
): Promise<Printed> => {
  const hidden = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  const address = `app://print/${++printed}`;
  pages.set(address, html);
  try {
    await hidden.loadURL(address);
    const pageSize = { width: Math.round(paper.width * MICRONS), height: Math.round(paper.height * MICRONS) };
    return await new Promise<Printed>((resolve) => {
      hidden.webContents.print(
        { silent: false, printBackground: true, color: false, margins: { marginType: 'none' }, pageSize },
        (done, why) => resolve(done ? { done } : notPrinted(why ?? '')),
      );
    });
  } catch (error) {
    return { done: false, why: 'failed', said: error instanceof Error ? error.message : 'unknown' };
  } finally {
    pages.delete(address);
    hidden.destroy();
  }
};
