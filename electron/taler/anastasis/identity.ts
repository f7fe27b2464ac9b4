// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { COUNTRIES, GENERAL_ATTRIBUTES, type Attribute } from './countries.ts';

/** A person's data as it is hashed, and the numbers in it whose check digits are wrong: ask again, and believe who insists. */
export type Identity = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly doubtful: readonly string[];
};

export type IdentityFailure = {
  readonly kind: 'malformed-attribute';
  /** which one */
  readonly name: string;
  readonly why: 'missing' | 'too-long' | 'pattern' | 'date' | 'unknown';
};

const MAX_VALUE = 200;

/** What is asked of a person of that country (ISO 3166); of every other one what is asked everywhere. */
export const attributesOf = (country: string): readonly Attribute[] =>
  COUNTRIES.find(({ code }) => code === country.toLowerCase())?.attributes ?? GENERAL_ATTRIBUTES;

/** What of it cannot be what is asked for, in the order in which it is asked. */
export const identityTroubles = (
  country: string,
  typed: Readonly<Record<string, string>>,
): readonly Omit<IdentityFailure, 'kind'>[] => {
  const asked = attributesOf(country);
  const strangers = Object.keys(typed).filter((name) => !asked.some((each) => each.name === name));
  return [
    ...strangers.map((name) => ({ name: name.slice(0, MAX_VALUE), why: 'unknown' as const })),
    ...asked.flatMap((attribute) => {
      const value = typedOf(attribute, typed);
      const why = value === '' && attribute.isOptional === true ? undefined : whyNot(attribute, value);
      return why === undefined ? [] : [{ name: attribute.name, why }];
    }),
  ];
};

/**
 * Reads what was typed. Blanks around and doubled ones go, letters are composed, nothing else is changed: the same person typed
 * otherwise is another account. An optional one that is empty is left out, which is not the same as empty.
 */
export const readIdentity = (
  country: string,
  typed: Readonly<Record<string, string>>,
): Result<Identity, IdentityFailure> => {
  const [trouble] = identityTroubles(country, typed);
  if (trouble) return err({ kind: 'malformed-attribute', ...trouble });
  const attributes: Record<string, string> = {};
  for (const attribute of attributesOf(country)) {
    const value = typedOf(attribute, typed);
    if (value !== '') attributes[attribute.name] = value;
  }
  return ok({ attributes, doubtful: doubtfulOf(country, typed) });
};

/** The numbers in it whose check digits are wrong, whatever is to be said of the rest. */
export const doubtfulOf = (country: string, typed: Readonly<Record<string, string>>): readonly string[] =>
  attributesOf(country).flatMap((attribute) => {
    const value = typedOf(attribute, typed);
    const isRead = value !== '' && whyNot(attribute, value) === undefined;
    return isRead && attribute.hasGoodCheckDigits?.(value) === false ? [attribute.name] : [];
  });

const typedOf = ({ name }: Attribute, typed: Readonly<Record<string, string>>): string =>
  tidy(Object.hasOwn(typed, name) ? (typed[name] ?? '') : '');

const whyNot = ({ type, pattern }: Attribute, value: string): IdentityFailure['why'] | undefined => {
  if (value === '') return 'missing';
  if (value.length > MAX_VALUE) return 'too-long';
  if (type === 'date' && !isDate(value)) return 'date';
  return pattern?.test(value) === false ? 'pattern' : undefined;
};

/** YYYY-MM-DD, a day that there was. */
const isDate = (text: string): boolean => {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
};

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
