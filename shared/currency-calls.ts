// SPDX-License-Identifier: GPL-3.0-or-later
import { isOfTheWorld, lookOf } from './currency-look.ts';

// What people write for a currency beside a number: its letters, its sign, its name. What an issuer claims is believed where it can
// be taken for no other currency.

/** Written on price tags, and known to no table of names. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = { CHF: ['fr.', 'fr', 'sfr.', 'sfr'], JPY: ['円'] };
const DISPLAYS = ['narrowSymbol', 'symbol', 'name'] as const;
/** Each number asks for another form of a name somewhere: one euro, two euros; Arabic has more. */
const COUNTS = [1, 2, 3, 11, 100];

/** What a currency is called in some languages, in small letters: "eur", "€", "euro", "euros". One that no state issues has its letters, and the names of its issuer that nobody else has. */
export const callsOf = (currency: string, locales: readonly string[]): ReadonlySet<string> => {
  const calls = new Set([currency, ...(OTHERWISE[currency] ?? [])].map((call) => call.toLowerCase()));
  const own = lookOf(currency)?.units['0'];
  if (own !== undefined && !isElsewhere(own, currency)) calls.add(own.toLowerCase());
  if (!isOfTheWorld(currency)) return calls;
  for (const locale of new Set(locales))
    for (const currencyDisplay of DISPLAYS) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
      for (const count of COUNTS)
        for (const { type, value } of format.formatToParts(count))
          if (type === 'currency') calls.add(value.toLowerCase());
    }
  return calls;
};

/** The power of ten that a unit of this currency stands for, "c" or "mBTC"; undefined for what is none, or may be another currency. */
export const exponentOf = (call: string, currency: string): number | undefined => {
  const found = Object.entries(lookOf(currency)?.units ?? {}).find(([, name]) => name === call);
  return found === undefined || found[0] === '0' || isElsewhere(call, currency) ? undefined : Number(found[0]);
};

/** True for what stands for some currency: a sign, or what only price tags have. */
export const isCall = (text: string): boolean =>
  /^\p{Sc}$/u.test(text) || Object.values(OTHERWISE).some((calls) => calls.includes(text.toLowerCase()));

/** Whether a name is known for a currency of the world that is not this one. */
const isElsewhere = (name: string, currency: string): boolean =>
  (realCalls().get(name.toLowerCase()) ?? new Set()).size >
  (realCalls().get(name.toLowerCase())?.has(currency) ? 1 : 0);

let real: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The letters, sign and name of every currency of the world, in the languages of this program, and whose they are. */
const realCalls = (): ReadonlyMap<string, ReadonlySet<string>> => (real ??= new Map(collected()));

const collected = (): Map<string, Set<string>> => {
  const calls = new Map<string, Set<string>>();
  const add = (call: string, currency: string): void => {
    const key = call.toLowerCase();
    calls.set(key, (calls.get(key) ?? new Set()).add(currency));
  };
  const names = ['en', 'de', 'fr', 'es', 'ar'].map((language) => new Intl.DisplayNames(language, { type: 'currency' }));
  for (const currency of Intl.supportedValuesOf('currency')) {
    add(currency, currency);
    for (const name of names) add(name.of(currency) ?? currency, currency);
    for (const call of OTHERWISE[currency] ?? []) add(call, currency);
    const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    add(format.formatToParts(1).find(({ type }) => type === 'currency')?.value ?? currency, currency);
  }
  return calls;
};

/** What stands beside a sum: its currency's sign where issuer and world agree on it and nobody else has it, its letters otherwise. */
export const unitOf = (currency: string): string => {
  const sign = lookOf(currency)?.units['0'];
  if (sign === undefined || sign === currency || !isOfTheWorld(currency)) return currency;
  const owners = realCalls().get(sign.toLowerCase());
  return /^\p{Sc}$/u.test(sign) && owners?.size === 1 && owners.has(currency) ? sign : currency;
};
