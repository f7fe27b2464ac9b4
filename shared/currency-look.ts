// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from './amount.ts';
import { plainText } from './names.ts';

// How an issuer wants its currency to be written (`currency_specification`). No signature covers it and anybody can say anything in it,
// so it decides how a sum looks and is typed, never how much it is.

/** How sums of a currency are shown and typed. Digits are those behind the mark. */
export type CurrencyLook = {
  readonly name?: string;
  /** the most that is typed */
  readonly typed: number;
  /** so many are there even when they are zeros */
  readonly zeros: number;
  /** what ten to this power of the currency is called: `0` is the currency itself */
  readonly units: Readonly<Record<string, string>>;
};

/** An amount has no more digits behind its mark. */
const MOST_DIGITS = 8;
const LONGEST_NAME = 40;
const LONGEST_UNIT = 8;
/** A currency has a few names for its parts; a list of a million says nothing. */
const MOST_UNITS = 16;
const EXPONENT = /^(?:0|-?[1-8])$/;
/** Letters and signs of money: nothing that could be read as part of the number beside it. */
const UNIT = /^[\p{L}\p{M}\p{Sc}µ]+\.?$/u;

/** Reads what an issuer says of its currency; undefined where that makes no sense, and then the currency looks as every other does. By hand: the window has no schemas, and one would go through all of a long list. */
export const readCurrencyLook = (said: unknown, currency: string): CurrencyLook | undefined => {
  if (typeof said !== 'object' || said === null) return undefined;
  const members = said as Readonly<Record<string, unknown>>;
  const [input, normal, zeros] = ['input', 'normal', 'trailing_zero'].map((which) =>
    digitsIn(members[`num_fractional_${which}_digits`]),
  );
  if (input === undefined || normal === undefined || zeros === undefined) return undefined;
  const known = knownDigits(currency);
  const name = members['name'];
  const plain = typeof name === 'string' ? plainText(name, LONGEST_NAME) : '';
  return {
    ...(plain === '' ? {} : { name: plain }),
    // Money that everybody knows has the digits that everybody knows, whoever issues it.
    typed: Math.max(input, known ?? 0),
    zeros: Math.min(zeros, known ?? MOST_DIGITS),
    units: unitsIn(members['alt_unit_names']),
  };
};

const digitsIn = (said: unknown): number | undefined =>
  typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= MOST_DIGITS ? said : undefined;

const unitsIn = (said: unknown): CurrencyLook['units'] => {
  const units: Record<string, string> = {};
  if (typeof said !== 'object' || said === null) return units;
  const names = said as Readonly<Record<string, unknown>>;
  // Not all of a long list is even looked at.
  let seen = 0;
  for (const exponent in names) {
    if (seen++ >= MOST_UNITS) break;
    const name = names[exponent];
    if (!EXPONENT.test(exponent) || typeof name !== 'string' || name.length > LONGEST_UNIT) continue;
    const isOne = UNIT.test(name) && plainText(name) === name && !Object.values(units).includes(name);
    if (isOne) units[exponent] = name;
  }
  return units;
};

/** How many digits behind the mark everybody writes of a currency of the world; undefined for another one. */
export const knownDigits = (currency: string): number | undefined =>
  isOfTheWorld(currency)
    ? new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    : undefined;

let world: ReadonlySet<string> | undefined;
/** A currency that states issue, by its three letters. */
export const isOfTheWorld = (currency: string): boolean =>
  (world ??= new Set(Intl.supportedValuesOf('currency'))).has(currency);

/** What of two issuers of one currency is shown: the more digits, so that neither's sums are cut, and only those names that both give. */
const joined = (a: CurrencyLook, b: CurrencyLook): CurrencyLook => ({
  ...(a.name !== undefined && a.name === b.name ? { name: a.name } : {}),
  typed: Math.max(a.typed, b.typed),
  zeros: Math.max(a.zeros, b.zeros),
  units: Object.fromEntries(Object.entries(a.units).filter(([exponent, name]) => b.units[exponent] === name)),
});

/** A currency, and how somebody writes it. */
export type Looked = { readonly currency: string; readonly look?: CurrencyLook };

/**
 * How each currency is written, from what all its issuers say; in whatever order they are asked. What one says cuts no sums of another
 * who says nothing. `others` (shops, banks) are heard of money of which no issuer says anything; of what may be held they cut nothing,
 * and name no part: "5 c" that somebody types is not what a shop calls a thousand.
 */
export const looksOf = (
  issuers: readonly Looked[],
  others: readonly Looked[] = [],
): ReadonlyMap<string, CurrencyLook> => {
  const looks = new Map<string, CurrencyLook>();
  for (const { currency, look } of issuers) {
    if (look === undefined) continue;
    const other = looks.get(currency);
    looks.set(currency, other === undefined ? look : joined(other, look));
  }
  for (const { currency, look } of issuers) {
    const other = look === undefined ? looks.get(currency) : undefined;
    if (other !== undefined) looks.set(currency, { ...other, typed: MOST_DIGITS });
  }
  const held = new Set(issuers.map(({ currency }) => currency));
  for (const { currency, look } of others)
    if (look !== undefined && !looks.has(currency))
      looks.set(currency, held.has(currency) ? { ...look, typed: MOST_DIGITS, units: {} } : look);
  return looks;
};

// A process has one person and one wallet, whose currencies look the same wherever they are shown.
let shownLooks: ReadonlyMap<string, CurrencyLook> = new Map();

/** From now on sums are shown and typed like this. */
export const showCurrencies = (looks: ReadonlyMap<string, CurrencyLook>): void => {
  shownLooks = looks;
};

/** How a currency is written here, as far as an issuer of it says. */
export const lookOf = (currency: string): CurrencyLook | undefined => shownLooks.get(currency);

const digitsOf = (currency: string): number => lookOf(currency)?.typed ?? MOST_DIGITS;
const unitsOfLeast = (currency: string): bigint => 10n ** BigInt(MOST_DIGITS - digitsOf(currency));

/** The smallest sum that is typed in a currency, as canonical text. */
export const leastOf = (currency: string): string => amountToText({ currency, units: unitsOfLeast(currency) });

/** True for a sum with more digits than its currency has; nobody means such a one who types it. */
export const isTooFine = ({ currency, units }: Amount): boolean => units % unitsOfLeast(currency) !== 0n;

/** The largest sum within this one that can be typed. */
export const typeable = ({ currency, units }: Amount): Amount => ({
  currency,
  units: units - (units % unitsOfLeast(currency)),
});
