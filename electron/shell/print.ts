// SPDX-License-Identifier: GPL-3.0-or-later
import { BrowserWindow, session } from 'electron';

/** A point in micrometres, as Chromium counts paper. */
const MICRONS = 25_400 / 72;

export type Printed = { readonly done: true } | { readonly done: false; readonly why: string };

/**
 * Prints one self-contained page by the system's own dialog, from a hidden window that has no script, no network and no storage. The page
 * travels as a `data:` URL and goes to the printer from memory: there is no file. `why` is what Chromium says, a cancelled dialog included.
 */
export const printHtml = async (
  html: string,
  paper: { readonly width: number; readonly height: number },
): Promise<Printed> => {
  const apart = session.fromPartition('holdfast-print');
  apart.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !details.url.startsWith('data:') }));
  const hidden = new BrowserWindow({
    show: false,
    webPreferences: {
      session: apart,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await hidden.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`);
    const pageSize = { width: Math.round(paper.width * MICRONS), height: Math.round(paper.height * MICRONS) };
    return await new Promise<Printed>((resolve) => {
      hidden.webContents.print(
        { silent: false, printBackground: true, color: false, margins: { marginType: 'none' }, pageSize },
        (done, why) => resolve(done ? { done } : { done: false, why: why ?? '' }),
      );
    });
  } catch (error) {
    return { done: false, why: error instanceof Error ? error.message : 'unknown' };
  } finally {
    hidden.destroy();
  }
};
