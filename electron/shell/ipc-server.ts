// SPDX-License-Identifier: GPL-3.0-or-later
import { ipcMain, type BrowserWindow } from 'electron';
import type { WalletEvent } from '../../shared/contract.ts';
import { answerAsk, type AskParts } from './ask.ts';

/** Connects the window to the wallet: one channel for every request, one for events. */
export const serveIpc = (window: BrowserWindow, parts: AskParts): { readonly send: (event: WalletEvent) => void } => {
  ipcMain.handle('holdfast:ask', (event, name: unknown, input: unknown) => {
    // Another WebContents (the hidden print window) has no business here, whatever its URL says.
    const frame = event.sender === window.webContents ? event.senderFrame : null;
    const asker = frame === null ? null : { isMainFrame: frame === window.webContents.mainFrame, url: frame.url };
    return answerAsk(parts, asker, name, input);
  });
  return {
    send: (event) => {
      if (!window.isDestroyed()) window.webContents.send('holdfast:event', event);
    },
  };
};
