// SPDX-License-Identifier: GPL-3.0-or-later
import { isLearnt, languageOf, teach, type Language, type Sentences } from './words.ts';

// Five languages weigh more than everything that is said by them, and a person speaks one: a language is read when somebody is to speak it.

/** Each language beside English; one without all sentences does not compile. */
const LESSONS: { readonly [L in Exclude<Language, 'en'>]: () => Promise<Sentences> } = {
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  ar: async () => (await import('./ar.ts')).ar,
};

/** Reads the sentences that `words(locale)` needs, unless they were read; without them it speaks English, as where its file is damaged. */
export const learn = async (locale: string): Promise<void> => {
  const language = languageOf(locale);
  if (language === 'en' || isLearnt(language)) return;
  try {
    teach(language, await LESSONS[language]());
  } catch {
    // A wallet opens in English rather than not at all.
  }
};
