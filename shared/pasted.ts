// SPDX-License-Identifier: GPL-3.0-or-later

// What was copied from a mail, a page or a chat brings things along that nobody sees or means.

/** What nobody sees: soft hyphens, joiners, marks of direction, byte order marks, control characters. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;
const DASHES = /[\p{Pd}\u2212\u2043\u02D7]/gu;
const COLONS = /[\u2236\uA789\u02D0]/gu;

/** Digits of every script; NFKC makes only those plain that are ours in another dress. */
const DIGITS = /(?![0-9])\p{Nd}/gu;

/** More marks on one letter than any language puts there (UAX 15 names thirty): to bring n of them into order takes n² steps. */
const MARKS = /([\p{M}\uFF9E\uFF9F]{30})[\p{M}\uFF9E\uFF9F]+/gu;

/** Letters, digits and signs in their plain form: full width, no-break spaces and every kind of dash are what they look like. */
export const plain = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(MARKS, '$1')
    .normalize('NFKC')
    .replace(DIGITS, digitOf)
    .replace(DASHES, '-')
    .replace(COLONS, ':')
    .replace(/\s+/gu, ' ')
    .trim();

/** A sum as it was written, with digits, blanks, dashes and marks in their plain form. Halves, powers and numbers in circles stay: plain, they would be other sums. */
export const plainSum = (text: string): string =>
  [...text.replace(INVISIBLE, '')]
    .map((sign) => (/[\p{No}\p{Nl}]/u.test(sign) ? sign : sign.normalize('NFKC')))
    .join('')
    .replace(DIGITS, digitOf)
    .replace(DASHES, '-')
    .replace(/[`´ʼ‘’′٬]|\u0020[\u0301\u0300]/gu, "'")
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"“”„‟«»‹›<([]+/u, '')
    .replace(/(?<![\s"“”„‟«»‹›>)\];!])[\s"“”„‟«»‹›>)\];!]+$/u, '')
    .replace(/^'(.*)'$/u, '$1');

/** What it counts: as many digits of its script stand before it, from its nought on. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/** What programs put round a link: quotation marks, angle brackets, a stop at the end of its sentence. */
const BEFORE = /^(?:[\s"'`“”„‟‘’‚‛«»‹›<([{]|url:)+/iu;
const AFTER = /(?<![\s"'`“”„‟‘’‚‛«»‹›>)\]},;.!])[\s"'`“”„‟‘’‚‛«»‹›>)\]},;.!]+$/u;
/** Behind the address of an account stands a name, which may end with its own stop. */
const AFTER_ACCOUNT = /(?<![\s"“”„‟«»‹›>])[\s"“”„‟«»‹›>]+$/u;

/** An address without what was copied with it. What is inside it stays, so that it is refused for what it is. */
export const tidyAddress = (text: string): string => {
  const begun = text.replace(INVISIBLE, '').replace(BEFORE, '');
  return begun.replace(/^payto:/i.test(begun) ? AFTER_ACCOUNT : AFTER, '');
};

/** A path without blanks and quotation marks round it, and without what nobody sees. */
export const tidyPath = (text: string): string => {
  const seen = text.replace(INVISIBLE, '').trim();
  return seen.length > 1 && /^["'“„«].*["'”“»]$/su.test(seen) ? seen.slice(1, -1).trim() : seen;
};

/** The same for what may be a folder: a path stays as it was written. */
export const tidyTarget = (text: string): string => {
  const tidy = tidyAddress(text);
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(tidy) ? tidy : text;
};
