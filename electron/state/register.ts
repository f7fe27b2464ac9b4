// SPDX-License-Identifier: GPL-3.0-or-later
import { canonicalJson } from '../taler/bytes/canonical-json.ts';
import type { ExchangeEntry } from './entry.ts';

type Fields = ExchangeEntry['fields'];

/** Sets one register of an exchange entry under `clock` (the transaction's); a register that already holds this value keeps its clock. */
export const withField = (fields: Fields, name: string, value: unknown, clock: string): Fields => {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (before && canonicalJson(before.value) === canonicalJson(value)) return fields;
  return { ...fields, [name]: { clock, value } };
};
