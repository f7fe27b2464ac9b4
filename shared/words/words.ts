// SPDX-License-Identifier: GPL-3.0-or-later
import { MessageFormat } from 'messageformat';
import { en } from './en.ts';
import { frenchSpaces } from './french-spaces.ts';
import { foreign, type Foreign } from './foreign.ts';
import { formats, type Formats } from './formats.ts';
import { functionsOf } from './functions.ts';
import type { Arguments } from './parameters.ts';
import { isPseudo, pseudo } from './pseudo.ts';
import type { Spoken } from './spoken.ts';

// Every sentence a person reads, by key. A sentence is a message of Unicode MessageFormat 2 ("{$sum :amount} to {$name :name}");
// the reference implementation reads it when it is first needed, without eval and without generated code.

type Texts = typeof en;
export type MessageKey = keyof Texts;

/** The sentences that need no values: what a list of names may hold. */
export type PlainKey = { [K in MessageKey]: Arguments<Texts[K]> extends [] ? K : never }[MessageKey];

/** The languages a person may choose, each with its own name for itself. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

/** All sentences of a language. */
export type Sentences = Readonly<Record<MessageKey, string>>;

/** The languages that can be spoken here and now: English, and what was learnt (learn.ts). */
const learnt = new Map<Language, Sentences>([['en', en]]);

export const teach = (language: Language, sentences: Sentences): void => void learnt.set(language, sentences);

export const isLearnt = (language: Language): boolean => learnt.has(language);

/** What stands before and behind what somebody else said. No sentence has these marks around a place: its function sets them. */
export const QUOTATION: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
  ar: ['«', '»'],
};

export type Words = Formats & {
  readonly language: Language;
  /** BCP 47, for Intl and for `lang` */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  /** The sentence of `key` with its values filled in. What it needs is read from the English sentence; anything else does not compile. */
  readonly t: <K extends MessageKey>(key: K, ...values: Arguments<Texts[K]>) => Spoken;
  /** how a text of somebody else is shown where it is no part of a sentence */
  readonly foreign: Foreign;
};

/**
 * The words of a person whose locale is `locale` (BCP 47: "de", "en-CH"): sentences in the language nearest to it, sums and
 * times as that region writes them. A language there are no sentences in gets English, and so does one that nobody has learnt (learn.ts).
 * `timeZone` is the system's when undefined.
 */
export const words = (locale: string, timeZone?: string): Words => {
  const wanted = languageOf(locale);
  const language = isLearnt(wanted) ? wanted : 'en';
  const spoken = spokenLocale(locale, language);
  const dir = spoken.startsWith('ar') ? 'rtl' : 'ltr';
  const texts: Sentences = learnt.get(language) ?? en;
  const marked = foreign(QUOTATION[language], (which) => say(`addProvider.play.${which}`));
  const shape = formats(spoken, timeZone, () => say('time.never'), marked.name, dir);
  const functions = functionsOf(shape, marked, dir, {
    way: (type) => say(isKindOf('escrowMethod', type) ? `escrowMethod.${type}` : 'escrowMethod.unknown'),
    field: (name) => (isKindOf('escrowField', name) ? say(`escrowField.${name}`) : marked.code(name)),
  });
  const written = isPseudo(locale) ? pseudo : language === 'fr' ? frenchSpaces : asItStands;
  const read = new Map<MessageKey, MessageFormat<string>>();
  const say = <K extends MessageKey>(key: K, ...values: Arguments<Texts[K]>): Spoken => {
    let message = read.get(key);
    if (message === undefined) {
      const source = written(texts[key] ?? en[key]);
      message = new MessageFormat<string>(spoken, source, { functions, dir });
      read.set(key, message);
    }
    // A value that cannot be shown leaves its place visible; a sentence must never stop a wallet.
    return message.format(values[0], () => undefined) as Spoken;
  };
  return { ...shape, language, locale: spoken, dir, t: say, foreign: marked };
};

const asItStands = (message: string): string => message;

/** The words of a person, and English beside them, for a page that somebody else may find. */
export type PageWords = { readonly own: Words; readonly english: Words };

export const withEnglish = (own: Words): PageWords => ({ own, english: own.language === 'en' ? own : words('en') });

/** The locale to speak: the system's, or the chosen language with the system's region, so that sums and times stay as the person writes them. */
export const localeOf = (chosen: Language | undefined, systemLocale: string): string => {
  if (chosen === undefined || languageOf(systemLocale) === chosen) return systemLocale;
  try {
    const { region } = new Intl.Locale(systemLocale);
    return region === undefined ? chosen : `${chosen}-${region}`;
  } catch {
    return chosen;
  }
};

/** The language of `locale` there are sentences in; English when there are none. */
export const languageOf = (locale: string): Language => {
  const base = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return isLanguage(base) ? base : 'en';
};

/** Whether there are sentences in the language of a tag, or it is one of the pseudo-locales of tests. */
export const isSpokenTag = (tag: string): boolean =>
  isPseudo(tag) || isLanguage(tag.toLowerCase().split(/[-_]/)[0] ?? '');

/** True when the family has a sentence for this kind: what was stored or sent by another version may have kinds of its own. */
export const isKindOf = <Family extends string>(family: Family, kind: string): kind is KindIn<Family, MessageKey> =>
  Object.hasOwn(en, `${family}.${kind}`);

/** Of 'answer.found' and 'answer.empty' they are 'found' | 'empty'. */
type KindIn<Family extends string, Key extends string> = Key extends `${Family}.${infer Kind}` ? Kind : never;

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text);

/** "en-FR" is what somebody in France with English sentences reads; where Intl knows no such region, English as it is written in Europe, and any other language as it is written at home. */
const spokenLocale = (locale: string, language: Language): string => {
  if (isPseudo(locale)) return locale;
  try {
    const { region, language: own } = new Intl.Locale(locale);
    if (own === language || region === undefined) return own === language ? locale : language;
    const wanted = `${language}-${region}`;
    return new Intl.DateTimeFormat(wanted).resolvedOptions().locale === wanted
      ? wanted
      : language === 'en'
        ? 'en-150'
        : language;
  } catch {
    return language;
  }
};
