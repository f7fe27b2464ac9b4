// SPDX-License-Identifier: GPL-3.0-or-later
import { useSyncExternalStore } from 'react';
import { looksOf, showCurrencies } from '../shared/currency-look.ts';
import { calledPlace } from '../shared/names.ts';
import { playKeeperOf, playPlaceOf } from '../shared/play.ts';
import type { Spoken } from '../shared/words/spoken.ts';
import { apart, quotedText } from '../shared/words/party.ts';
import { learn } from '../shared/words/learn.ts';
import { isLearnt, languageOf, words, type Words } from '../shared/words/words.ts';

// The words of the person at this window. One person sits here, so the window has one language at a time; a change of it
// draws everything anew (see App).

let spoken: Words = words(navigator.language);
const listeners = new Set<() => void>();
/** The locale that was asked for last: it may have to be learnt first. */
let asked = '';

/**
 * Speaks the language of `locale` as soon as it is learnt, and tells the document, so that screen readers and the direction of text
 * follow. Resolves once it does, or speaks what it can.
 */
export const speak = async (locale: string): Promise<void> => {
  asked = locale;
  if (!canSpeak(locale)) await learn(locale);
  if (asked === locale) speakNow(locale);
};

/** Whether the language of `locale` is learnt. */
export const canSpeak = (locale: string): boolean => isLearnt(languageOf(locale));

const speakNow = (locale: string): void => {
  if (locale === spoken.locale) return;
  spoken = words(locale);
  inscribe();
  for (const each of listeners) each();
};

/** Speaks from the first moment on as the page says it should, or its browser. */
export const speakFirst = async (): Promise<void> => {
  const locale = document.documentElement.dataset['speaks'] ?? navigator.language;
  await learn(locale);
  spoken = words(locale);
  inscribe();
};

/** Shows and reads sums as the issuers of this wallet say, and others where no issuer does, from now on. */
export const writeCurrencies = (...said: Parameters<typeof looksOf>): void => {
  const looks = looksOf(...said);
  const text = JSON.stringify([...looks]);
  if (text === written) return;
  written = text;
  showCurrencies(looks);
  // What was drawn is drawn again, as after a change of the language.
  spoken = words(spoken.locale);
  for (const each of listeners) each();
};

let written = '[]';

/** Writes language and direction on the document. */
const inscribe = (): void => {
  document.documentElement.lang = spoken.locale;
  document.documentElement.dir = spoken.dir;
};

/** The locale spoken now; a component that uses it is drawn again when it changes. */
export const useSpoken = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  ).locale;

/** The sentence of a key (see shared/words). */
export const t: Words['t'] = (key, ...values) => spoken.t(key, ...values);

/** A text of somebody else in a row or under a heading of its own. */
export const row = (text: string): Spoken => spoken.foreign.row(text);

/** A place's name as it is read: the play economy's are kept in English, and read in the language of the window. */
export const readName = (name: string, id: string): string => {
  const which = playPlaceOf(calledPlace(id, name));
  return which === undefined ? name : spoken.t(`addProvider.play.${which}`);
};

/** What a place for escrow calls itself, read like that. */
export const readKeeper = (name: string, url: string): string => {
  const which = playKeeperOf(name, url);
  return which === undefined ? name : spoken.t(`playKeeper.${which}`);
};

/** A place or device by its name, quoted, for whoever named it may have called it "Protected"; a place without a name of its own by its address. */
export const called = (name: string, id = ''): Spoken => {
  const place = calledPlace(id, name);
  // The number of a folder tells nobody anything, but its end tells two apart.
  if (place.startsWith('holdfast+')) return spoken.t('provider.unnamed', { mark: place.slice(-4) });
  return apart(
    spoken,
    /^https?:/i.test(place) ? spoken.foreign.place(place) : spoken.foreign.name(readName(name, id) || id),
  );
};

/** What somebody wrote, quoted; nothing where nobody did. */
export const quote = (text: string): Spoken => quotedText(spoken, text);

/** An address that somebody else chose. */
export const address = (text: string): Spoken => spoken.foreign.address(text);

/** Sums, times and lists in the person's language and zone, for places that are not sentences. */
export const shown = (): Words => spoken;
