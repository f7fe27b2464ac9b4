// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { amountToText } from '../../../shared/amount.ts';
import { unitOf } from '../../../shared/currency-calls.ts';
import { numberOf, readSigned } from '../../../shared/words/formats.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown } from '../../words.ts';

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
  if (sum === null) return <span className="money">{shown().foreign.name(text)}</span>;
  return (
    <span className="money" data-size={size} data-sign={sum.units < 0n ? 'minus' : sum.units > 0n ? 'plus' : 'zero'}>
      <span className="money-number">{numberOf(sum, shown().locale, signed ? 'exceptZero' : 'auto')}</span>{' '}
      <span className="money-currency">{unitOf(sum.currency)}</span>
    </span>
  );
};

/** The same as plain text, where there is no sentence around it. */
export const moneyText = (text: string): Spoken => shown().amount(text);

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
