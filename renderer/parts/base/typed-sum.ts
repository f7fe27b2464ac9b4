// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount } from '../../../shared/amount.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { numberOf } from '../../../shared/words/formats.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
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
  const { number, currency: named = currency } = parted(given, currency);
  if (named !== currency) return refused(t('amount.otherCurrency', { currency }));
  const typed = withoutGroups(number);
  if (isEither(typed)) {
    const readings = [typed.replace(/[.,]/, ''), typed.replace(',', '.')].map((each) => canonical(each, currency));
    return {
      ok: false,
      error: {
        words: t('amount.which', { typed }),
        readings: readings.flatMap((read) => (read.ok ? read.value : [])),
      },
    };
  }
  const read = canonical(typed, currency);
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

const canonical = (typed: string, currency: string): Result<string, TypedTrouble> => {
  const bare = typed.replace(',', '.');
  const read = parseAmount(`${currency}:${bare.startsWith('.') ? `0${bare}` : bare}`);
  if (read.ok) return ok(amountToText(read.value));
  return refused(
    read.error.kind === 'amount-too-large'
      ? t('amount.tooLarge')
      : t('amount.malformed', { example: numberOf({ currency, units: 450_000_000n }, shown().locale) }),
  );
};

/** The number, and the currency somebody wrote before or behind it: "KUDOS:20", "20 KUDOS", "kudos 20". */
const parted = (given: string, own: string): { readonly number: string; readonly currency?: string } => {
  const typed = given.normalize('NFKC').trim();
  const named = /^([\w*-]+?)\s*:\s*(.*)$/s.exec(typed) ?? /^(\p{L}{3,11})\s*([\d.,].*)$/su.exec(typed);
  if (named !== null) return { number: named[2] ?? '', currency: (named[1] ?? '').toUpperCase() };
  const behind = /^(.*?[\d.,])\s*(\p{L}{3,11})$/su.exec(typed);
  if (behind !== null) return { number: behind[1] ?? '', currency: (behind[2] ?? '').toUpperCase() };
  // Names such as "X" or "TEST-2" are looked for as they are.
  const wanted = own.toUpperCase();
  const upper = typed.toUpperCase();
  if (upper.endsWith(wanted) && upper !== wanted)
    return { number: typed.slice(0, -own.length).trim(), currency: wanted };
  return { number: typed };
};

/** What parts thousands and can begin no fraction is left out: all of "1'000.50", "1 000,50", "1,000.50" and "12.345.678". */
const withoutGroups = (typed: string): string => {
  if (/^\d{1,3}(?:['’\s_]\d{3})+(?:[.,]\d+)?$/.test(typed)) return typed.replaceAll(/['’\s_]/g, '');
  if (/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(typed) || /^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(typed))
    return typed.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/.test(typed) || /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(typed))
    return typed.replaceAll('.', '');
  return typed;
};

/** True for "1,000" and "1.000": thousands, or a fraction of three digits. */
const isEither = (typed: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(typed);
