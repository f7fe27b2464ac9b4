// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * A French message with the spaces that must not end a line: a narrow one before ; ! ? and %, a full one before a colon and
 * inside « ». Translators type plain ones. What a place is shown by (`{$sum :amount}`) has no space behind its colon.
 */
export const frenchSpaces = (message: string): string =>
  message
    .replaceAll(/ (?=[;!?%])/g, '\u202f')
    .replaceAll(/ (?=:(?:[\s}]|$))/g, '\u00a0')
    .replaceAll(/(?<=«) | (?=»)/g, '\u00a0');
