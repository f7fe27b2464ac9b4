// SPDX-License-Identifier: GPL-3.0-or-later
import { isPatternMessage, parseMessage, stringifyMessage } from 'messageformat';

// The pseudo-locales of CLDR: en-XA writes every English sentence with accents, between ⟦ and ⟧ and a third longer; ar-XB does the
// same from right to left. Whatever a screen shows without the marks did not come from the words; whatever is cut is too narrow.

export const isPseudo = (locale: string): boolean => locale === 'en-XA' || locale === 'ar-XB';

/** The message with its letters changed and its places left alone. */
export const pseudo = (source: string): string => {
  const message = parseMessage(source);
  const patterns = isPatternMessage(message) ? [message.pattern] : message.variants.map((variant) => variant.value);
  for (const pattern of patterns) {
    let letters = 0;
    for (const [index, part] of pattern.entries()) {
      if (typeof part !== 'string') continue;
      letters += part.length;
      pattern[index] = part.replaceAll(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter);
    }
    pattern.unshift('⟦');
    // In pieces like words, so that it can go to the next line as they do.
    pattern.push(`${'~'.repeat(Math.ceil(letters / 3)).replaceAll(/~{8}/g, '$& ')}⟧`);
  }
  return stringifyMessage(message);
};

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'áƀçđéƒǧĥíĵķłɱñóƥɋřšťúṽŵẋýžÅƁÇĐÉƑǦĤÍĴĶŁṀÑÓƤɊŘŠŤÚṼŴẊÝŽ';
const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...PLAIN].map((letter, index) => [letter, [...MARKED][index] ?? letter]),
);
