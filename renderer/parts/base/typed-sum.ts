// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, MAX_UNITS, parseAmount, type Amount } from '../../../shared/amount.ts';
import { callsOf, exponentOf, isCall } from '../../../shared/currency-calls.ts';
import { isTooFine, knownDigits, leastOf, lookOf } from '../../../shared/currency-look.ts';
import { plainSum } from '../../../shared/pasted.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { numberOf } from '../../../shared/words/formats.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { LANGUAGES } from '../../../shared/words/words.ts';
import { shown, t } from '../../words.ts';

// Reading what a person types into an amount field.

/** Why a sum could not be read; `readings` are the sums it may mean (canonical text), of which the person chooses. */
export type TypedTrouble = { readonly words: Spoken; readonly readings?: readonly string[] };

/**
 * What was typed ("20", "4,2", "KUDOS:4.2", "20 KUDOS") as canonical text, or why not. Comma and point both begin the
 * fraction; "1,000" is a thousand to an English reader and one to a German, and a sum may have been copied from either, so
 * what can mean two sums is asked about and never guessed.
 */
export const readTyped = (given: string, currency: string): Result<string, TypedTrouble> => {
  const { number, currency: named = currency, exponent = 0 } = parted(given, currency);
  if (named !== currency) return refused(t('amount.otherCurrency', { currency }));
  const typed = hasParts(currency) || !isEither(number) ? withoutGroups(number) : number.replace(/[.,]/, '');
  if (isEither(typed) && hasParts(currency)) {
    const readings = [typed.replace(/[.,]/, ''), typed.replace(',', '.')].map((each) =>
      canonical(each, { currency, exponent }),
    );
    return {
      ok: false,
      error: {
        words: t('amount.which', { typed }),
        readings: readings.flatMap((read) => (read.ok ? read.value : [])),
      },
    };
  }
  const read = canonical(typed, { currency, exponent }, given);
  return read.ok && read.value.endsWith(':0') ? refused(t('amount.zero')) : read;
};

/** Canonical text as a person would type it into an amount field: "1.2" or "1,2", nothing between thousands, and one meaning only. */
export const typedText = (text: string): string => {
  const [whole = '', fraction = ''] = (text.split(':')[1] ?? '').split('.');
  // "1.234" may be a thousand and more; "1.2340" is not.
  const digits = fraction.length === 3 ? `${fraction}0` : fraction;
  return fraction === '' ? whole : `${whole}${shown().decimalMark}${digits}`;
};

/** The one of `currencies` that was typed beside the number. */
export const currencyTyped = (given: string, currencies: readonly string[]): string | undefined =>
  currencies.find((each) => parted(given, each).currency === each);

const refused = (words: Spoken): Result<never, TypedTrouble> => ({ ok: false, error: { words } });

type Unit = { readonly currency: string; readonly exponent: number };

const canonical = (typed: string, { currency, exponent }: Unit, given = typed): Result<string, TypedTrouble> => {
  const bare = typed.replace(/^(\d+)[.,]$/, '$1').replace(',', '.');
  const read = parseAmount(`${currency}:${bare.startsWith('.') ? `0${bare}` : bare}`);
  if (read.ok) {
    const sum = inWhole(read.value, exponent);
    if (sum === undefined || isTooFine(sum)) return refused(t('failure.amount-too-fine', { least: leastOf(currency) }));
    return sum.units > MAX_UNITS ? refused(t('amount.tooLarge')) : ok(amountToText(sum));
  }
  return refused(read.error.kind === 'amount-too-large' ? t('amount.tooLarge') : named(typed, given.trim(), currency));
};

/** A sum of parts or multiples, such as cents, in its currency; undefined where less is left than an amount can say. */
const inWhole = ({ currency, units }: Amount, exponent: number): Amount | undefined => {
  const factor = 10n ** BigInt(Math.abs(exponent));
  if (exponent >= 0) return { currency, units: units * factor };
  return units % factor === 0n ? { currency, units: units / factor } : undefined;
};

/** False for a currency that is known to have no smaller unit, such as yen: "1,000" is a thousand there. */
const hasParts = (currency: string): boolean => (lookOf(currency)?.typed ?? knownDigits(currency) ?? 1) > 0;

/** What is wrong with a number that is none. */
const named = (number: string, typed: string, currency: string): Spoken => {
  const example = numberOf({ currency, units: 450_000_000n }, shown().locale);
  if (number === '') return t('amount.malformed', { example });
  if (/[\p{No}\p{Nl}/⁄∕]/u.test(number)) return t('amount.parts', { typed });
  if (/^[+-]|-$/.test(number)) return t('amount.sign', { typed });
  if (/^\d+[.,]\d{9,}$/.test(number)) return t('amount.decimals', { example });
  if (/^[\d.,'\s_·]+$/.test(number)) return t('amount.marks', { typed, example });
  return t('amount.letters', { typed, example });
};

/** The number, and the currency somebody wrote before or behind it: "KUDOS:20", "20 KUDOS", "kudos 20", "€ 20", "20 euros". */
const parted = (given: string, own: string): { readonly number: string } & Partial<Unit> => {
  const typed = plainSum(given);
  const calls = callsOf(own, [shown().locale, ...Object.keys(LANGUAGES)]);
  const before = /^([\w*-]+?)\s*:\s*(.*)$/s.exec(typed) ?? /^([\p{L}\p{Sc}]+\.?)\s*([\d.,].*)$/su.exec(typed);
  const behind = /^(.*?[\d.,-])\s*([\p{L}\p{Sc}]+\.?)$/su.exec(typed);
  for (const [number, call] of [
    [before?.[2], before?.[1]],
    [behind?.[1], behind?.[2]],
  ]) {
    if (number === undefined || call === undefined) continue;
    const bare = call.replace(/\.$/, '');
    if (calls.has(call.toLowerCase()) || calls.has(bare.toLowerCase()))
      return { number: numberIn(number), currency: own };
    const exponent = exponentOf(call, own) ?? exponentOf(bare, own);
    if (exponent !== undefined) return { number: numberIn(number), currency: own, exponent };
    if (isCall(call) || /^\p{L}{3,11}$/u.test(bare) || before?.[0].includes(':') === true)
      return { number: numberIn(number), currency: bare.toUpperCase() };
  }
  // Names such as "X" or "TEST-2" are looked for as they are.
  const wanted = own.toUpperCase();
  const upper = typed.toUpperCase();
  if (upper.endsWith(wanted) && upper !== wanted)
    return { number: numberIn(typed.slice(0, -own.length).trim()), currency: wanted };
  return { number: numberIn(typed) };
};

/** A dash where the smaller unit would stand says that there is none of it: "20,-" is "20,00". */
const numberIn = (text: string): string => text.replace(/([.,])\s?-{1,2}$/, '$100');

/** What parts thousands and can begin no fraction is left out: all of "1'000.50", "1 000,50", "1,000.50" and "12.345.678". */
const withoutGroups = (typed: string): string => {
  if (/^\d{1,3}(?:['\s_]\d{3})+(?:[.,]\d+)?$/.test(typed)) return typed.replaceAll(/['\s_]/g, '');
  // As in India: in twos before the last three.
  if (/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(typed)) return typed.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(typed) || /^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(typed))
    return typed.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(typed) || /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(typed))
    return typed.replaceAll('.', '');
  return typed;
};

/** True for "1,000" and "1.000": thousands, or a fraction of three digits. */
const isEither = (typed: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(typed);
