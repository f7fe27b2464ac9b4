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

/**
 * Reads what was typed. Blanks around and doubled ones go, letters are composed, nothing else is changed: the same person typed
 * otherwise is another account. An optional one that is empty is left out, which is not the same as empty.
 */
export const readIdentity = (
  country: string,
  typed: Readonly<Record<string, string>>,
): Result<Identity, IdentityFailure> => {
  const asked = attributesOf(country);
  const stranger = Object.keys(typed).find((name) => !asked.some((each) => each.name === name));
  if (stranger !== undefined) return malformed(stranger, 'unknown');
  const attributes: Record<string, string> = {};
  const doubtful: string[] = [];
  for (const attribute of asked) {
    const value = tidy(Object.hasOwn(typed, attribute.name) ? (typed[attribute.name] ?? '') : '');
    if (value === '' && attribute.isOptional === true) continue;
    const why = whyNot(attribute, value);
    if (why !== undefined) return malformed(attribute.name, why);
    attributes[attribute.name] = value;
    if (attribute.hasGoodCheckDigits?.(value) === false) doubtful.push(attribute.name);
  }
  return ok({ attributes, doubtful });
};

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

const malformed = (name: string, why: IdentityFailure['why']): Result<never, IdentityFailure> =>
  err({ kind: 'malformed-attribute', name: name.slice(0, MAX_VALUE), why });
