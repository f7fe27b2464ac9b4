// SPDX-License-Identifier: GPL-3.0-or-later

// What another program's wallet wrote into a file, as text: its plain export as it is, a sealed copy in base64.

/** How a sealed copy begins, as bytes and in base64. */
const SEALED = /^TLRWBK\d\d/;
const SEALED_TEXT = /^VExSV0JL[A-Za-z0-9+/]/;
const BEGIN_BYTES = 8;
const CHUNK = 8_192;

const isSealed = (bytes: Uint8Array): boolean =>
  SEALED.test(new TextDecoder('latin1').decode(bytes.subarray(0, BEGIN_BYTES)));

/** Whether a text looks like either of them; what it really is, whoever reads it finds out. */
export const isBackupText = (text: string): boolean => text.startsWith('{') || SEALED_TEXT.test(text);

/** The bytes of a file as such a text, or as whatever text they are. */
export const backupText = (bytes: Uint8Array): string => {
  if (!isSealed(bytes)) return new TextDecoder().decode(bytes);
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
};

/** Whether a file may be one, by its first bytes: then it is longer than anything else that is read as text. */
export const mayBeBackup = (bytes: Uint8Array): boolean =>
  isSealed(bytes) || isBackupText(new TextDecoder().decode(bytes.subarray(0, BEGIN_BYTES * 8)).trimStart());
