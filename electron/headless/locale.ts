// SPDX-License-Identifier: GPL-3.0-or-later
import { learn } from '../../shared/words/learn.ts';
import { isSpokenTag, localeOf, words, type Words } from '../../shared/words/words.ts';
import { keptLanguage } from '../app/language.ts';

/** What the command line speaks: `--lang`, else the language chosen for this wallet, else that of the environment. */
export const spokenIn = async (
  lang: string | undefined,
  dataDirectory: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Words> => {
  const locale = lang ?? localeOf(keptLanguage(dataDirectory), localeOfEnvironment(environment));
  await learn(locale);
  return words(locale);
};

/** The locale that POSIX variables name ("de_CH.UTF-8" is de-CH), as BCP 47; English for C, POSIX and nonsense. Of several, the first set one counts. */
export const localeOfEnvironment = (environment: Readonly<Record<string, string | undefined>>): string => {
  const named = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => environment[name])
    .find((value) => (value ?? '') !== '');
  const tag = (named ?? '').replace(/[.@].*$/, '').replaceAll('_', '-');
  return isLocale(tag) ? tag : 'en';
};

/** True for a well-formed language tag (BCP 47), whether or not there are sentences in it. */
export const isLocale = (tag: string): boolean => {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(tag) && new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
};

/** True for a language tag that there are sentences for: what was asked for in so many words is not silently something else. */
export const isSpoken = (tag: string): boolean => isLocale(tag) && isSpokenTag(tag);
