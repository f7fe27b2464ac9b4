// SPDX-License-Identifier: GPL-3.0-or-later
import { contextBridge, ipcRenderer } from 'electron';
import type { WalletBridge, WalletEvent } from '../shared/contract.ts';

// The window's only way out: two functions. No channel name, no ipcRenderer and no Electron object reaches the page.

const bridge: WalletBridge = {
  ask: (name, input) => ipcRenderer.invoke('holdfast:ask', name, input),
  on: (listener) => {
    const forward = (_: unknown, event: WalletEvent): void =>
      listener(event.type === 'go' ? { type: event.type, to: String(event.to) } : { type: event.type });
    ipcRenderer.on('holdfast:event', forward);
    return () => void ipcRenderer.off('holdfast:event', forward);
  },
};

contextBridge.exposeInMainWorld('wallet', bridge);
