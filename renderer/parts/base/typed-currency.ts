// SPDX-License-Identifier: GPL-3.0-or-later
import { shown } from '../../words.ts';

// What people write for a currency beside a number: its letters, its sign, its name.

/** Written on price tags, and known to no table of names. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = { CHF: ['fr.', 'fr', 'sfr.', 'sfr'], JPY: ['円'] };

const DISPLAYS = ['narrowSymbol', 'symbol', 'name'] as const;

/** What this currency is called, in small letters: "eur", "€", "euro", "euros". A currency of its own has its letters alone. */
export const callsOf = (currency: string): ReadonlySet<string> => {
  const calls = new Set([currency, ...(OTHERWISE[currency] ?? [])].map((call) => call.toLowerCase()));
  if (!/^[A-Z]{3}$/.test(currency)) return calls;
  for (const locale of new Set([shown().locale, 'en', 'de']))
    for (const currencyDisplay of DISPLAYS)
      for (const count of [1, 2]) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
        for (const { type, value } of format.formatToParts(count))
          if (type === 'currency') calls.add(value.toLowerCase());
      }
  return calls;
};

/** True for what stands for some currency: three letters or more, or a sign. */
export const isCall = (text: string): boolean =>
  /^\p{Sc}$/u.test(text) || Object.values(OTHERWISE).some((calls) => calls.includes(text.toLowerCase()));

/** False for a currency that is known to have no smaller unit, such as yen: "1,000" is a thousand there. */
export const hasParts = (currency: string): boolean =>
  !/^[A-Z]{3}$/.test(currency) ||
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits !== 0;
