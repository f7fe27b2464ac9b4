// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, parseAmount, type Amount } from '../amount.ts';
import { unitOf } from '../currency-calls.ts';
import { lookOf } from '../currency-look.ts';
import { isolated, type Spoken } from './spoken.ts';

// Sums, times and numbers as a person reads them, through Intl, in one locale and one zone.

export type Formats = {
  /** what stands before the fraction: "." or "," */
  readonly decimalMark: string;
  /** what stands between thousands, where something does */
  readonly groupMark: string | undefined;
  /** "1,234.50 KUDOS": every digit the sum has (up to eight after the point), at least two or as many as its issuer says. Text that is no amount is quoted. */
  readonly amount: (sum: string | Amount) => Spoken;
  /** The same with "+" or "−" before it. */
  readonly change: (sum: string | Amount) => Spoken;
  /** Day and minute in the person's zone, from milliseconds since the epoch; absolute, because "two minutes ago" is wrong two minutes later. */
  readonly time: (ms: number) => Spoken;
  readonly day: (ms: number) => Spoken;
  /** the day with its name, and the minute alone */
  readonly weekday: (ms: number) => Spoken;
  readonly clock: (ms: number) => Spoken;
  /** A length of time in the largest unit that it fills at least twice or exactly: "90 minutes", "4 hours", "30 days". */
  readonly span: (ms: number) => Spoken;
  /** How long ago something was, from the length of time since then: "3 days ago"; "now" within a minute. */
  readonly ago: (ms: number) => Spoken;
  readonly integer: (value: number) => Spoken;
  readonly number: (value: number) => Spoken;
  readonly bytes: (value: number) => Spoken;
  readonly list: (names: readonly Spoken[]) => Spoken;
};

/** Formatters of `locale` (BCP 47) and `timeZone` (IANA; the system's when undefined); `forEver` is the word for a time that never comes, `quote` shows a text that is no amount. */
export const formats = (
  locale: string,
  timeZone: string | undefined,
  forEver: () => Spoken,
  quote: (text: string) => Spoken,
  dir: 'ltr' | 'rtl',
): Formats => {
  const zone = timeZone === undefined ? {} : { timeZone };
  const dayFormat = once(() => new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium' }));
  const timeFormat = once(() => new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'medium', timeStyle: 'short' }));
  const weekdayFormat = once(() => new Intl.DateTimeFormat(locale, { ...zone, dateStyle: 'full' }));
  const clockFormat = once(() => new Intl.DateTimeFormat(locale, { ...zone, timeStyle: 'short' }));
  const whole = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }));
  const plain = once(() => new Intl.NumberFormat(locale));
  const listFormat = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const agoFormat = once(() => new Intl.RelativeTimeFormat(locale));
  const agoNow = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const unit = (name: string, value: number, digits: number): Spoken =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name.endsWith('byte') ? 'short' : 'long',
      maximumFractionDigits: digits,
    }).format(value) as Spoken;
  const sum = (given: string | Amount, signDisplay: 'auto' | 'exceptZero'): Spoken => {
    const read = typeof given === 'string' ? readSigned(given) : given;
    return read === null
      ? quote(typeof given === 'string' ? given : '')
      : beside(numberOf(read, locale, signDisplay), unitOf(read.currency));
  };
  /** From right to left the number is read first as well, with its sign on the side where its digits begin. */
  const beside = (number: Spoken, currency: string): Spoken =>
    (dir === 'ltr' ? `${number} ${currency}` : `\u2067${isolated(number)} ${currency}\u2069`) as Spoken;
  const at = (format: () => Intl.DateTimeFormat, ms: number): Spoken =>
    Math.abs(ms) <= LAST_MS ? (format().format(ms) as Spoken) : forEver();
  const mark = (type: 'decimal' | 'group'): string | undefined =>
    plain()
      .formatToParts(1_234_567.5)
      .find((part) => part.type === type)?.value;
  return {
    decimalMark: mark('decimal') ?? '.',
    groupMark: mark('group'),
    amount: (given) => sum(given, 'auto'),
    change: (given) => sum(given, 'exceptZero'),
    time: (ms) => at(timeFormat, ms),
    day: (ms) => at(dayFormat, ms),
    weekday: (ms) => at(weekdayFormat, ms),
    clock: (ms) => at(clockFormat, ms),
    span: (ms) => {
      if (!Number.isFinite(ms)) return forEver();
      const [name, size] = UNITS.find(([, each]) => ms >= 2 * each || ms === each) ?? SECOND;
      return unit(name, Math.round(ms / size), 0);
    },
    ago: (ms) => {
      const [name, size] = UNITS.find(([, each]) => ms >= each) ?? SECOND;
      const count = name === 'second' ? 0 : Math.floor(ms / size);
      return (count === 0 ? agoNow() : agoFormat()).format(-count, name) as Spoken;
    },
    integer: (value) => whole().format(value) as Spoken,
    number: (value) => plain().format(value) as Spoken,
    bytes: (value) =>
      value >= MEGABYTE ? unit('megabyte', value / MEGABYTE, 1) : unit('kilobyte', Math.max(value / 1000, 0.1), 1),
    list: (names) => listFormat().format(names) as Spoken,
  };
};

/** The number of a sum alone ("1,234.50"), exact: Intl takes decimal text, so no digit passes through a float. */
export const numberOf = (
  { currency, units }: Amount,
  locale: string,
  signDisplay: 'auto' | 'never' | 'exceptZero' = 'auto',
): Spoken => {
  const digits = amountToText({ currency, units }).slice(currency.length + 1) as `${number}`;
  return sumFormat(locale, signDisplay, lookOf(currency)?.zeros ?? USUAL_ZEROS)
    .format(digits)
    .replace('-', '−') as Spoken;
};

const sumFormats = new Map<string, Intl.NumberFormat>();

/** So many digits behind the mark where no issuer says otherwise. */
const USUAL_ZEROS = 2;

/** Every digit that a sum has is shown, whatever its issuer says; zeros behind them are a matter of taste. */
const sumFormat = (locale: string, signDisplay: 'auto' | 'never' | 'exceptZero', zeros: number): Intl.NumberFormat => {
  const key = `${locale} ${signDisplay} ${zeros}`;
  const known = sumFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: zeros, maximumFractionDigits: 8, signDisplay });
  sumFormats.set(key, made);
  return made;
};

/** "KUDOS:-1.2" as well as "KUDOS:1.2"; null when it is no amount at all. */
export const readSigned = (text: string): Amount | null => {
  const minus = /^([^:]+):-(.+)$/.exec(text);
  const read = parseAmount(minus === null ? text : `${minus[1] ?? ''}:${minus[2] ?? ''}`);
  if (!read.ok) return null;
  return minus === null ? read.value : { currency: read.value.currency, units: -read.value.units };
};

/** The last moment a `Date` can hold. */
const LAST_MS = 8.64e15;
const MEGABYTE = 1_000_000;
const SECOND = ['second', 1000] as const;
const UNITS = [
  ['year', 365 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Making an Intl formatter costs more than using it a hundred times. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
