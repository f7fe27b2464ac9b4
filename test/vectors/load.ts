// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type VectorFile<T> = { readonly cases: readonly T[]; readonly notes?: unknown };

/** One vector file; `T` says what its cases look like, and the tests fail loudly where that is wrong. */
export const vectorFile = <T>(name: string): VectorFile<T> =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'data', `${name}.json`), 'utf8')) as VectorFile<T>;

/** The cases of a vector file; `expected` keeps a case from being lost unnoticed. */
export const casesOf = <T>(name: string, expected: number): readonly T[] => {
  const { cases } = vectorFile<T>(name);
  if (cases.length !== expected) throw new Error(`${name}.json has ${cases.length} cases, not ${expected}`);
  return cases;
};
