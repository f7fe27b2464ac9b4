// SPDX-License-Identifier: GPL-3.0-or-later

/** Of a text with a letter of Latin script in every other byte, at least this part is zero in UTF-16. */
const ZEROS = 0.3;

/** The text of a file in UTF-8 or UTF-16, whatever its mark says or whether it has one: PowerShell and Windows' editor write the latter. What is neither is of an older Windows, in which only names can differ. */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes);
  const isNone = encoding === 'utf-8' && !isUtf8(bytes);
  return new TextDecoder(isNone ? 'windows-1252' : encoding).decode(bytes);
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
};

const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zerosAt = (odd: 0 | 1): number => bytes.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (zerosAt(1) > bytes.length * ZEROS) return 'utf-16le';
  return zerosAt(0) > bytes.length * ZEROS ? 'utf-16be' : 'utf-8';
};
