// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowCountryView, IdentityTroubleView } from '../../../shared/view-escrow.ts';
import { COUNTRIES, GENERAL_ATTRIBUTES, type Attribute } from '../../taler/anastasis/countries.ts';
import { doubtfulOf, identityTroubles, type IdentityFailure } from '../../taler/anastasis/identity.ts';

// What a person is asked to be known again, and what of their answers cannot be right.

/** Every country that is not listed: ISO 3166 leaves these letters to whoever wants them. */
const ELSEWHERE = 'xx';

export const escrowCountries = (): readonly EscrowCountryView[] => [
  ...COUNTRIES.map(({ code, attributes }) => ({ code, fields: attributes.map(fieldOf) })),
  { code: ELSEWHERE, fields: GENERAL_ATTRIBUTES.map(fieldOf) },
];

const fieldOf = ({ name, type, isOptional }: Attribute): EscrowCountryView['fields'][number] => ({
  name,
  type,
  isOptional: isOptional === true,
});

const WHY: Readonly<Record<IdentityFailure['why'], IdentityTroubleView['why']>> = {
  missing: 'missing',
  'too-long': 'too-long',
  pattern: 'shape',
  date: 'date',
  unknown: 'unknown-field',
};

/** What of it is refused, and what may be mistyped; a number whose check digits are wrong is believed to whoever insists. */
export const checkPerson = (
  country: string,
  attributes: Readonly<Record<string, string>>,
): readonly IdentityTroubleView[] => [
  ...identityTroubles(country, attributes).map(({ name, why }) => ({ field: name, why: WHY[why], refused: true })),
  ...doubtfulOf(country, attributes).map((field) => ({ field, why: 'check-digits' as const, refused: false })),
];
