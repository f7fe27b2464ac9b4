// SPDX-License-Identifier: GPL-3.0-or-later
import { safeStorage } from 'electron';

/** The system keychain as the wallet needs it: bytes in, sealed bytes out. */
export type Keychain = {
  readonly available: () => boolean;
  readonly seal: (bytes: Uint8Array) => Uint8Array;
  /** throws when the keychain no longer opens what it sealed (another user, a reset keychain) */
  readonly open: (sealed: Uint8Array) => Uint8Array;
};

/** Electron's safeStorage, offered only where a real keychain stands behind it; call after the app is ready. */
export const systemKeychain = (): Keychain => ({
  available: isRealKeychain,
  seal: (bytes) => {
    if (!isRealKeychain()) throw new Error('defect: no system keychain');
    return new Uint8Array(safeStorage.encryptString(Buffer.from(bytes).toString('base64')));
  },
  open: (sealed) => new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64')),
});

/**
 * On Linux without a keyring Electron falls back to `basic_text`: encryption under a password that is printed in Chromium's
 * source. That protects nothing, so it counts as "no keychain".
 */
const isRealKeychain = (): boolean => {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
};
