// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { amountToText, parseAmount } from '../../../shared/amount.ts';
import { err, type Result } from '../../../shared/result.ts';
import { numberOf, readSigned } from '../../../shared/words/formats.ts';
import { shown, t } from '../../words.ts';

/** A sum as people read it: "1,234.50 KUDOS". `signed` writes the plus sign too, for lines that change a balance. */
export const Money = ({
  text,
  signed = false,
  size = 'normal',
}: {
  readonly text: string;
  readonly signed?: boolean;
  readonly size?: 'normal' | 'large';
}): ReactNode => {
  const sum = readSigned(text);
  if (sum === null) return <span className="money">{text}</span>;
  return (
    <span className="money" data-size={size} data-sign={sum.units < 0n ? 'minus' : sum.units > 0n ? 'plus' : 'zero'}>
      <span className="money-number">{numberOf(sum, shown().locale, signed ? 'exceptZero' : 'auto')}</span>{' '}
      <span className="money-currency">{sum.currency}</span>
    </span>
  );
};

/** The same as plain text, where there is no sentence around it. */
export const moneyText = (text: string): string => shown().amount(text);

/** The signed sums per currency, in canonical text, sorted by currency; unreadable lines are left out by nobody: they throw. */
export const sumByCurrency = (texts: readonly string[]): ReadonlyMap<string, string> => {
  const units = new Map<string, bigint>();
  for (const text of texts) {
    const sum = readSigned(text);
    if (sum === null) throw new Error('defect: main sent a sum that is no amount');
    units.set(sum.currency, (units.get(sum.currency) ?? 0n) + sum.units);
  }
  return new Map(
    [...units]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, total]) => [currency, amountToText({ currency, units: total })]),
  );
};

export const isZeroText = (text: string): boolean => readSigned(text)?.units === 0n;

/**
 * What was typed into an amount field ("20", "4,2", "KUDOS:4.2") as canonical text, or the sentence that says why not. Comma and point
 * both begin the fraction; "1.000" is a thousand to a German and one to an American, so what may be grouped is asked for again.
 */
export const readTyped = (typed: string, currency: string): Result<string, string> => {
  const { locale } = shown();
  if (mayBeGrouped(typed.trim())) return err(t('amount.grouped', { without: withoutGroups(typed.trim()) }));
  const bare = typed.trim().replace(',', '.');
  const read = parseAmount(bare.includes(':') ? bare : `${currency}:${bare.startsWith('.') ? `0${bare}` : bare}`);
  if (!read.ok)
    return err(
      read.error.kind === 'amount-too-large'
        ? t('amount.tooLarge')
        : t('amount.malformed', { example: numberOf({ currency, units: 450_000_000n }, locale) }),
    );
  if (read.value.currency !== currency) return err(t('amount.otherCurrency', { currency }));
  if (read.value.units === 0n) return err(t('amount.zero'));
  return { ok: true, value: amountToText(read.value) };
};

/** Canonical text as a person would type it into an amount field: "1.2" or "1,2", nothing between thousands. */
export const typedText = (text: string): string => (text.split(':')[1] ?? '').replace('.', shown().decimalMark);

/** "1,000.50" as it may be typed here: nothing between thousands, and the fraction begun by the mark of the person's language. */
const withoutGroups = (typed: string): string =>
  typed.replaceAll(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/[.,]/, shown().decimalMark);

/** True for "1,000" where a comma groups thousands, and for whatever has both marks. */
const mayBeGrouped = (typed: string): boolean => {
  const mark = shown().groupMark;
  const alone = mark === '.' || mark === ',' ? new RegExp(`^[1-9]\\d{0,2}(?:\\${mark}\\d{3})+$`) : undefined;
  return alone?.test(typed) === true || /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(typed);
};
