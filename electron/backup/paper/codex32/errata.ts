// SPDX-License-Identifier: GPL-3.0-or-later
import { type Code, isCodeword, one, restOf, run } from './code.ts';
import {
  degree,
  derivative,
  divided,
  inverse,
  type Polynomial,
  product,
  sum,
  times,
  toPower,
  valueAt,
} from './field.ts';

/** A place in a row of values, and what must be added (`^`) to the value that stands there. */
export type Erratum = { readonly at: number; readonly error: number };

/** Eight powers of a root in a row find so much: a wrong value takes two of them, a missing one takes one. */
const SYNDROMES = 8;
/** Beyond that, missing values are found from the whole checksum when nothing else is wrong; at least five of the long code's still judge. */
const MAX_MISSING = 10;

/**
 * What is wrong with a row of values, -1 standing for one that is missing (its error is its value). At most 4 wrong ones, or 8 missing
 * ones, or both with twice the wrong ones and the missing ones at most 8; also 9 or 10 missing ones alone where they can be told.
 * Undefined when it is more than that, or takes more than `strongest` (2 for a wrong one, 1 for a missing one); what was found always gives
 * a codeword.
 */
export const errata = (
  code: Code,
  prefix: string,
  values: readonly number[],
  strongest = Number.POSITIVE_INFINITY,
): readonly Erratum[] | undefined => {
  const missing = values.flatMap((value, at) => (value < 0 ? [at] : []));
  if (missing.length > Math.min(MAX_MISSING, strongest)) return undefined;
  const filled = values.map((value) => Math.max(value, 0));
  // The code is linear: this is the rest of the errors alone, whatever was written.
  const rest = [...restOf(code, prefix, filled)].toReversed();
  const found =
    missing.length > SYNDROMES
      ? onlyMissing(code, rest, missing, values.length)
      : bySyndromes(code, rest, { missing, length: values.length, strongest });
  if (!found) return undefined;
  const mended = [...filled];
  for (const { at, error } of found) mended[at] = (mended[at] ?? 0) ^ error;
  return isCodeword(code, prefix, mended) ? found : undefined;
};

/** Berlekamp's key equation by Euclid's algorithm (Sugiyama), then Chien's search and Forney's formula. */
const bySyndromes = (
  { root, firstPower }: Code,
  rest: Polynomial,
  { missing, length, strongest }: { missing: readonly number[]; length: number; strongest: number },
): readonly Erratum[] | undefined => {
  const syndromes = Array.from({ length: SYNDROMES }, (_, i) => valueAt(rest, toPower(root, firstPower + i)));
  const locatorOf = (at: number): number => toPower(root, length - 1 - at);
  const erasures = missing.reduce<Polynomial>((all, at) => product(all, [1, locatorOf(at)]), [1]);
  const solved = keyEquation(product(syndromes, erasures, SYNDROMES), missing.length);
  if (!solved || missing.length + 2 * degree(solved.locator) > strongest) return undefined;
  const locator = product(solved.locator, erasures);
  const slope = derivative(locator);
  const found: Erratum[] = [];
  for (let at = 0; at < length; at += 1) {
    const x = locatorOf(at);
    const point = inverse(x);
    if (valueAt(locator, point) !== 0) continue;
    const divisor = valueAt(slope, point);
    if (divisor === 0) return undefined;
    const error = times(times(valueAt(solved.evaluator, point), toPower(x, 1 - firstPower)), inverse(divisor));
    // The values of the code are GF(32).
    if (error > 31) return undefined;
    found.push({ at, error });
  }
  if (found.length !== degree(locator)) return undefined;
  return found.filter(({ at, error }) => error !== 0 || missing.includes(at));
};

const keyEquation = (
  syndromes: Polynomial,
  missing: number,
): { readonly locator: Polynomial; readonly evaluator: Polynomial } | undefined => {
  let [before, rest]: [Polynomial, Polynomial] = [[...Array<number>(SYNDROMES).fill(0), 1], syndromes];
  let [factorBefore, factor]: [Polynomial, Polynomial] = [[0], [1]];
  while (2 * degree(rest) >= SYNDROMES + missing) {
    const division = divided(before, rest);
    [before, rest] = [rest, division.rest];
    [factorBefore, factor] = [factor, sum(factorBefore, product(division.quotient, factor))];
  }
  const first = factor[0] ?? 0;
  if (first === 0) return undefined;
  const scale = inverse(first);
  return {
    locator: factor.map((coefficient) => times(coefficient, scale)),
    evaluator: rest.map((coefficient) => times(coefficient, scale)),
  };
};

/** Values of places that are known, as the solution of linear equations over GF(32): one for each value of the checksum. */
const onlyMissing = (
  code: Code,
  rest: Polynomial,
  missing: readonly number[],
  length: number,
): readonly Erratum[] | undefined => {
  const columns = missing.map((at) => [...run(code, one(code), Array<number>(length - 1 - at).fill(0))].toReversed());
  const rows = rest.map((value, power) => [...columns.map((column) => column[power] ?? 0), value]);
  for (const [at] of missing.entries()) {
    const pivot = rows.findIndex((row, i) => i >= at && row[at] !== 0);
    if (pivot < 0) return undefined;
    const [row, other] = [rows[pivot] ?? [], rows[at] ?? []];
    const scale = inverse(row[at] ?? 0);
    rows[pivot] = other;
    const lead = row.map((value) => times(value, scale));
    rows[at] = lead;
    for (const [i, each] of rows.entries())
      if (i !== at) rows[i] = each.map((value, column) => value ^ times(each[at] ?? 0, lead[column] ?? 0));
  }
  return missing.map((at, i) => ({ at, error: rows[i]?.[missing.length] ?? 0 }));
};
