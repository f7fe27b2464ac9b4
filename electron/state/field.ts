// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { isObject, type JsonObject } from '../taler/bytes/json.ts';
import { parseAmount } from '../../shared/amount.ts';

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

/** One of the given words, or a word of a newer wallet. */
export const word = <const W extends readonly [string, ...string[]]>(_known: W): z.ZodType<W[number] | Newer> =>
  z.string().min(1).max(64) as unknown as z.ZodType<W[number] | Newer>;

/** Amount text such as `KUDOS:4.2`. */
export const amountText = z.string().refine((text) => parseAmount(text).ok, 'not an amount');

/** Crockford base32 of exactly `bytes` bytes, upper case as we write it. */
export const crock = (bytes: number): z.ZodType<string> =>
  z
    .string()
    .regex(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${Math.ceil((bytes * 8) / 5)}}$`), 'not crock text of the right length');

/** Crockford base32 of any length (RSA signatures have the length of their key). */
export const crockText = z.string().regex(/^[0-9A-HJKMNP-TV-Z]+$/, 'not crock text');

/** `{t_s}` in whole seconds, or "never". */
export const timestamp = z.looseObject({ t_s: z.union([z.number().int().nonnegative(), z.literal('never')]) });

/** A whole number that is not negative. */
export const count = z.number().int().nonnegative();

/** Any JSON, as it came. */
export const json = z.unknown();

/** A JSON object kept exactly as it came, such as contract terms (whose hash must not change). */
export const rawObject = z.custom<JsonObject>(isObject);

/** What was selected: denomination hash, how many, face value of one. */
export const selection = z.array(z.looseObject({ h: crock(64), n: count, v: amountText }));
