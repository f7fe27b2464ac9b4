// SPDX-License-Identifier: GPL-3.0-or-later

/** Bytes in groups of five bits, the last one filled up with zeros. */
export const bytesToValues = (bytes: Uint8Array): number[] => {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31);
  return values;
};

/** The whole bytes of groups of five bits, and how many bits are left over. */
export const valuesToBytes = (values: readonly number[]): { readonly bytes: Uint8Array; readonly spare: number } => {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const value of values) {
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return { bytes: Uint8Array.from(bytes), spare: bits };
};
