// SPDX-License-Identifier: GPL-3.0-or-later
import { safeStorage } from 'electron';

/**
 * Electron's safeStorage as the keychain of `data-directory`, offered only where a real one stands behind it; call after the app is
 * ready. `open` throws when the keychain no longer opens what it sealed (another user, a reset keychain).
 */
export const systemKeychain = () => ({
  available: isRealKeychain,
  seal: (bytes: Uint8Array): Uint8Array => {
    if (!isRealKeychain()) throw new Error('defect: no system keychain');
    return new Uint8Array(safeStorage.encryptString(Buffer.from(bytes).toString('base64')));
  },
  open: (sealed: Uint8Array): Uint8Array =>
    new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64')),
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
