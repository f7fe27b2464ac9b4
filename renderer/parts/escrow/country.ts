// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowCountryView } from '../../../shared/view-escrow.ts';
import { countryName, OTHER_COUNTRY } from '../../../shared/words/escrow.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown } from '../../words.ts';

/** The countries by name in the order of the alphabet, every other one last. */
export const countryOptions = (countries: readonly EscrowCountryView[]): readonly (readonly [string, Spoken])[] => {
  const words = shown();
  const order = new Intl.Collator([words.locale, 'en']);
  return countries
    .map(({ code }) => [code, countryName(words, code)] as const)
    .toSorted(([a, first], [b, second]) =>
      a === OTHER_COUNTRY ? 1 : b === OTHER_COUNTRY ? -1 : order.compare(first, second),
    );
};

/** The country of the person's own region where it is listed. */
export const likelyCountry = (countries: readonly EscrowCountryView[]): string => {
  const region = new Intl.Locale(shown().locale).region?.toLowerCase();
  return countries.find(({ code }) => code === region)?.code ?? OTHER_COUNTRY;
};
