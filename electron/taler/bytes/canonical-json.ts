// SPDX-License-Identifier: GPL-3.0-or-later

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A server chooses how deep its JSON nests; without a ceiling a body of brackets would exhaust the stack of every walker. */
export const MAX_JSON_DEPTH = 64;

/** The one spelling of a JSON value that hashes cover (RFC 8785); throws on what JSON cannot hold and beyond `MAX_JSON_DEPTH`. */
export const canonicalJson = (value: unknown): string => write(value, 0);

/**
 * Whether `canonicalJson` takes what JSON.parse gave, as a member `depth` levels down: a server may also write a number that is
 * read as infinite. Asked of everything that is kept or hashed unread.
 */
export const hasCanonicalForm = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth < MAX_JSON_DEPTH && Object.values(value).every((member) => hasCanonicalForm(member, depth + 1));
};

/** True when the value, as a member `depth` levels down, nests deeper than `MAX_JSON_DEPTH`. */
export const isTooDeep = (value: unknown, depth = 0): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= MAX_JSON_DEPTH) return true;
  return Object.values(value).some((member) => isTooDeep(member, depth + 1));
};

const write = (value: unknown, depth: number): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('defect: not a JSON number');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new Error(`defect: ${typeof value} is not JSON`);
  if (depth >= MAX_JSON_DEPTH) throw new Error('defect: JSON nested too deep');
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, depth + 1)).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  // RFC 8785 sorts by UTF-16 code unit, which is what comparing JavaScript strings does; never by locale.
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member, depth + 1)}`).join(',')}}`;
};
