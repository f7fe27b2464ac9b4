// SPDX-License-Identifier: GPL-3.0-or-later
import { BrowserWindow, session } from 'electron';

export type Paper = 'A4' | 'Letter';

/**
 * Renders one self-contained page to PDF bytes in a hidden window that has no script, no network and no storage.
 * The page travels as a `data:` URL, so the recovery secret is in no temporary file. Throws when Chromium cannot render it.
 */
export const htmlToPdf = async (html: string, paper: Paper): Promise<Uint8Array> => {
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
    // Size and margins are the page's own (@page); `pageSize` only holds for a page that has none.
    return new Uint8Array(
      await hidden.webContents.printToPDF({ pageSize: paper, printBackground: true, preferCSSPageSize: true }),
    );
  } finally {
    hidden.destroy();
  }
};
