// SPDX-License-Identifier: GPL-3.0-or-later
import type { KnownService } from '../../../shared/view-begin.ts';

/** What most people try something new with. */
export const SUGGESTED_SUM = '20';

/** The issuer that is chosen unless its person says otherwise: the own one, one of the own country, else the first whose money is worth something. */
export const suggestedIssuer = (issuers: readonly KnownService[], locale: string): string | undefined => {
  const { region } = new Intl.Locale(locale);
  const found =
    issuers.find(({ own }) => own === true) ??
    issuers.find(({ country }) => country !== undefined && country === region) ??
    issuers.find(({ isPlay }) => isPlay !== true) ??
    issuers[0];
  return found?.url;
};

/** As many services for copies are suggested; a folder comes beside them. */
const MOST_PLACES = 2;

/** The places that are suggested: those that take money of these currencies, or ask for none that is known. */
export const suggestedPlaces = (
  services: readonly KnownService[],
  currencies: readonly string[],
): readonly KnownService[] =>
  services
    .filter(({ kind, currency }) => kind === 'place' && (currency === undefined || currencies.includes(currency)))
    .slice(0, MOST_PLACES);
