// SPDX-License-Identifier: GPL-3.0-or-later
import { LANGUAGES, words } from '../../shared/words/words.ts';

// Finding text that did not come from the words: in the pseudo-locale en-XA every sentence of theirs stands between ⟦ and ⟧.

/**
 * Those of `texts` that say something outside the marks. `data` is what the wallet itself answered (names, addresses, sums); that, how
 * times are written, and our own name are no sentences.
 */
export const unmarked = (texts: readonly string[], data: string): readonly string[] => {
  const known = wordsOf(`${data.replaceAll('\\n', ' ')} ${TIMES} ${OURS}`);
  return texts.filter((text) => [...wordsOf(withoutMarked(text))].some((word) => !known.has(word)));
};

/** A sentence may hold another one. */
const withoutMarked = (text: string): string => {
  const shorter = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  return shorter === text ? text : withoutMarked(shorter);
};

/** Two letters and more; a lone one is a mark. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/\p{L}{2,}/gu) ?? []);

/** Every month, the halves of a day and the units of time, as Intl writes them in this locale. */
const TIMES = Array.from({ length: 24 }, (_, index) => {
  const { time, span } = words('en-XA', 'UTC');
  return `${time(Date.UTC(2026, index % 12, 1, index))} ${span(1000 * 60 ** (index % 3))} ${span(2000 * 60 ** (index % 3))} ${span(86_400_000 * (index + 1))}`;
}).join(' ');

/** The program's own name, the languages' names for themselves, and the codes of currencies. */
const OURS = ['Holdfast CHF KUDOS', ...Object.values(LANGUAGES)].join(' ');
