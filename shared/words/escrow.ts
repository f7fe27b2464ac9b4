// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../facts/subjects.ts';
import type { IdentityFieldView } from '../view-escrow.ts';
import { say } from './say.ts';
import type { Spoken } from './spoken.ts';
import { isKindOf, type Words } from './words.ts';

// How countries, a person's data and ways to prove who one is are called, at the window and at the terminal.

/** Every country that is not listed. */
export const OTHER_COUNTRY = 'xx';

/** A country by its name in the person's language. */
export const countryName = ({ locale, foreign, t }: Words, code: string): Spoken => {
  if (code === OTHER_COUNTRY) return t('escrowPage.country.other');
  // The pseudo-locales of tests are none that Intl knows.
  const name = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'code' }).of(code.toUpperCase());
  return t('escrowPage.country.name', { name: foreign.row(name ?? code) });
};

/** What a field asks for, in the words of that country's papers; the name of one that this version does not know. */
export const fieldLabel = (
  { t, foreign }: Words,
  country: string,
  { name, isOptional }: Pick<IdentityFieldView, 'name' | 'isOptional'>,
): Spoken => {
  const own = `${country}.${name}`;
  const label = isKindOf('escrowField', own)
    ? t(`escrowField.${own}`)
    : isKindOf('escrowField', name)
      ? t(`escrowField.${name}`)
      : foreign.row(name);
  return isOptional ? t('escrowPage.optional', { field: label }) : label;
};

/** How it is written, where that is known. */
export const fieldHelp = ({ t }: Words, country: string, name: string): Spoken | undefined => {
  const own = `${country}.${name}`;
  if (isKindOf('escrowFieldHelp', own)) return t(`escrowFieldHelp.${own}`);
  return isKindOf('escrowFieldHelp', name) ? t(`escrowFieldHelp.${name}`) : undefined;
};

/** A way to prove who one is in a person's words. */
export const wayName = ({ t }: Words, type: string): Spoken =>
  isKindOf('escrowMethod', type) ? t(`escrowMethod.${type}`) : t('escrowMethod.unknown');

/** What is said of one place of an escrow. Whoever asks to be paid is agreed to on the page of the escrow, and not by adding it once more. */
export const placeSaid = (words: Words, said: Said<'escrow'>): Spoken =>
  (said.kind === 'asks' ? asked(words, said.facts.why) : undefined) ?? say(words, 'escrow', said);

const asked = ({ t }: Words, why: Said<'ask'>): Spoken | undefined => {
  switch (why.kind) {
    case 'no-consent':
      return t('escrowAsks.no-consent');
    case 'fee-above-cap':
      return t('escrowAsks.fee-above-cap', why.facts);
    case 'order-differs':
      return t('escrowAsks.order-differs', why.facts);
    case 'paid-already':
      return t('escrowAsks.paid-already', why.facts);
    case 'paid-unconfirmed':
      return t('escrowAsks.paid-unconfirmed', why.facts);
    case 'clock-differs':
      return t('escrowAsks.clock-differs', why.facts);
    case 'too-many-orders':
      return t('escrowAsks.too-many-orders');
    default:
      return undefined;
  }
};
