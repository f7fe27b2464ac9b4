// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { isObject, type JsonObject } from '../taler/bytes/json.ts';
import { parseAmount } from '../../shared/amount.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';

declare const newerBrand: unique symbol;

/** A word this version does not know, written by a newer wallet: carried, compared, never produced here. */
export type Newer = string & { readonly [newerBrand]: true };

/** The static type of a schema without the index signatures of loose objects, read-only all the way down. */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer E)[]
    ? readonly Plain<E>[]
    : T extends object
      ? [keyof Named<T>] extends [never]
        ? { readonly [K in keyof T]: Plain<T[K]> }
        : { readonly [K in keyof Named<T>]: Plain<Named<T>[K]> }
      : T;

type Named<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };

/** One of the given text, or a word of a newer wallet. */
export const word = <const W extends readonly [string, ...string[]]>(_known: W): z.ZodType<W[number] | Newer> =>
  z.string().min(1).max(64) as unknown as z.ZodType<W[number] | Newer>;

/** Amount text such as `KUDOS:4.2`. */
export const amountText = z.string().refine((text) => parseAmount(text).ok, 'not an amount');

/** The name of a currency. */
export const currency = z.string().refine((name) => parseAmount(`${name}:0`).ok, 'not a currency');

/** Crockford base32 of exactly `bytes` bytes, upper case as we write it. */
export const crock = (bytes: number): z.ZodType<string> =>
  z
    .string()
    .regex(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${Math.ceil((bytes * 8) / 5)}}$`), 'not crock text of the right length');

/** Crockford base32 of any length (RSA signatures have the length of their key). */
export const crockText = z.string().regex(/^[0-9A-HJKMNP-TV-Z]+$/, 'not crock text');

/** The last second a Date can show; a later one would throw wherever it is printed. */
const LAST_SECOND = 8_640_000_000_000;

/** `{t_s}` in whole seconds, or "never". */
export const timestamp = z.looseObject({
  t_s: z.union([z.number().int().nonnegative().max(LAST_SECOND), z.literal('never')]),
});

/** Names, reasons and other words of people and servers: longer than any honest one, far too short to fill a copy. */
export const text = z.string().max(65_536);

const MAX_REMEMBERED = 256;
const remembered = new Set<string>();

/** The address of a service in its one spelling. Thousands of coins have the same one, so those that were found good are remembered. */
export const address = z.string().refine((url) => {
  if (remembered.has(url)) return true;
  const parsed = parseBaseUrl(url);
  if (!parsed.ok || parsed.value !== url) return false;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.add(url);
  return true;
}, 'not the address of a service');

/** A whole number that is not negative. */
export const count = z.number().int().nonnegative();

/** Where a `tally` ends. */
export const MAX_TALLY = 2 ** 31 - 1;

/** How often something was done; counting on from the end is left out. */
export const tally = count.max(MAX_TALLY);

/** Any JSON, as it came. */
export const json = z.unknown();

/** A JSON object kept exactly as it came, such as contract terms (whose hash must not change). */
export const rawObject = z.custom<JsonObject>(isObject);

/** Coins of one seed; far more than any batch or session of ours has, few enough to derive them all. */
const MAX_COINS = 4096;

/** What was selected: denomination hash, how many, face value of one. */
export const selection = z
  .array(z.looseObject({ h: crock(64), n: count.max(MAX_COINS), v: amountText }))
  .refine((chosen) => chosen.reduce((sum, { n }) => sum + n, 0) <= MAX_COINS, 'too many coins');
