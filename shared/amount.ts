// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from './result.ts';

/** A sum of money, exact: `units` counts 10⁻⁸ of the currency (DD "amounts": at most 8 decimals, integer part ≤ 2⁵²). */
export type Amount = { readonly currency: string; readonly units: bigint };

export type AmountFailure = {
  readonly kind: 'malformed-amount' | 'amount-too-large' | 'malformed-currency';
  readonly text: string;
};

const UNITS_PER_WHOLE = 100_000_000n;
const MAX_WHOLE = 2n ** 52n;
/** The largest sum there is, in units. */
export const MAX_UNITS = MAX_WHOLE * UNITS_PER_WHOLE + (UNITS_PER_WHOLE - 1n);
/** The binary form leaves 12 bytes for the name, one of them NUL. */
const CURRENCY = /^[A-Za-z0-9_*-]{1,11}$/;

/** Whether sums can be written in a currency of this name. */
export const isCurrency = (name: string): boolean => CURRENCY.test(name);

/** Reads `KUDOS:4.2`; the currency is kept in upper case. Fails on signs, spaces, commas, more than 8 decimals, or more than 2⁵². */
export const parseAmount = (text: string): Result<Amount, AmountFailure> => {
  const match = /^([^:]*):([0-9]+)(?:\.([0-9]{1,8}))?$/.exec(text);
  if (!match) return err({ kind: 'malformed-amount', text: text.slice(0, 80) });
  const [, name = '', whole = '', fraction = ''] = match;
  if (!CURRENCY.test(name)) return err({ kind: 'malformed-currency', text: text.slice(0, 80) });
  if (whole.length > 40 || BigInt(whole) > MAX_WHOLE) return err({ kind: 'amount-too-large', text: text.slice(0, 80) });
  const units = BigInt(whole) * UNITS_PER_WHOLE + BigInt(fraction.padEnd(8, '0'));
  return ok({ currency: name.toUpperCase(), units });
};

/** An amount from text that a schema has already accepted; anything else is a defect and throws. */
export const amount = (text: string): Amount => {
  const known = read.get(text);
  if (known) return known;
  const parsed = parseAmount(text);
  if (!parsed.ok) throw new Error(`defect: not an amount: ${parsed.error.text}`);
  if (read.size >= MAX_READ) read.clear();
  read.set(text, parsed.value);
  return parsed.value;
};

/** Thousands of coins have a dozen values between them. */
const MAX_READ = 2_048;
const read = new Map<string, Amount>();

/** The canonical text: no leading zeros, no trailing zeros, no point when the fraction is 0. */
export const amountToText = ({ currency, units }: Amount): string => {
  const sign = units < 0n ? '-' : '';
  const size = units < 0n ? -units : units;
  const fraction = (size % UNITS_PER_WHOLE)
    .toString()
    .padStart(8, '0')
    .replace(/(?<!0)0+$/, '');
  return `${currency}:${sign}${size / UNITS_PER_WHOLE}${fraction === '' ? '' : `.${fraction}`}`;
};

export const zeroAmount = (currency: string): Amount => ({ currency, units: 0n });
export const isZero = (a: Amount): boolean => a.units === 0n;

const sameCurrency = (a: Amount, b: Amount): void => {
  if (a.currency !== b.currency) throw new Error(`defect: ${a.currency} and ${b.currency} cannot be mixed`);
};

/** The sum. Mixing currencies or leaving the representable range throws: callers check what comes from outside first. */
export const addAmounts = (a: Amount, b: Amount): Amount => {
  sameCurrency(a, b);
  const units = a.units + b.units;
  if (units > MAX_UNITS) throw new Error('defect: amount overflow');
  return { currency: a.currency, units };
};

/** The sum, or the largest amount there is: for sums that a hostile exchange can drive beyond it, where showing less beats showing nothing. */
export const addCapped = (a: Amount, b: Amount): Amount => {
  sameCurrency(a, b);
  return { currency: a.currency, units: capped(a.units + b.units) };
};

/** The canonical text of a sum (which may be negative), capped in both directions at the largest amount there is. */
export const cappedText = ({ currency, units }: Amount): string => amountToText({ currency, units: capped(units) });

export const isBeyondRange = ({ units }: Amount): boolean => capped(units) !== units;

const capped = (units: bigint): bigint => (units > MAX_UNITS ? MAX_UNITS : units < -MAX_UNITS ? -MAX_UNITS : units);

/** The difference; throws when it would be negative (compare first). */
export const subtractAmounts = (a: Amount, b: Amount): Amount => {
  sameCurrency(a, b);
  if (b.units > a.units) throw new Error('defect: negative amount');
  return { currency: a.currency, units: a.units - b.units };
};

/** Negative, zero or positive as `a` is smaller, equal or larger; currencies must agree. */
export const compareAmounts = (a: Amount, b: Amount): number => {
  sameCurrency(a, b);
  return a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
};

/** `a` times a whole number; throws when it leaves the representable range. */
export const multiplyAmount = (a: Amount, times: number): Amount => {
  const units = a.units * BigInt(times);
  if (units > MAX_UNITS) throw new Error('defect: amount overflow');
  return { currency: a.currency, units };
};

export const sumAmounts = (currency: string, amounts: Iterable<Amount>): Amount => {
  let total = zeroAmount(currency);
  for (const each of amounts) total = addAmounts(total, each);
  return total;
};

/** `a` divided by a positive whole number, rounded down to 10⁻⁸. */
export const divideAmount = (a: Amount, by: number): Amount => {
  if (!Number.isSafeInteger(by) || by <= 0)
    throw new Error('defect: division by something else than a positive whole number');
  return { currency: a.currency, units: a.units / BigInt(by) };
};
