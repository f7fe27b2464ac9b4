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

/** The whole bytes of groups of five bits; bits that are left over are nothing. */
export const valuesToBytes = (values: readonly number[]): Uint8Array => {
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
  return Uint8Array.from(bytes);
};
