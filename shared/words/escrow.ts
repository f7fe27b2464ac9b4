// SPDX-License-Identifier: GPL-3.0-or-later
import type { IdentityFieldView } from '../view-escrow.ts';
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
