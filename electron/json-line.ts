// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * One line of JSON that is safe to look at: what strangers wrote is in it as it is, so every sign that a terminal obeys or that
 * hides or turns others is written as an escape, which programs read as the same text.
 */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(UNPRINTED, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/** Controls, format characters, line separators and whatever else shows nothing. */
const UNPRINTED = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
