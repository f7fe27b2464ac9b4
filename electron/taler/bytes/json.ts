// SPDX-License-Identifier: GPL-3.0-or-later

export type JsonObject = { readonly [name: string]: unknown };

/** The value that a JSON text spells; undefined for what is no JSON. The parser's own message would quote the text, which may hold secrets. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return undefined;
    throw notJson;
  }
};

/** The same for bytes: undefined also for what is no UTF-8. */
export const parseJsonBytes = (bytes: Uint8Array): unknown => {
  const text = decode(bytes);
  return text === undefined ? undefined : parseJson(text);
};

/** True for a JSON object (not an array, not null). */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object's own member of this name; undefined when there is none, or no object. */
export const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (notUtf8) {
    if (notUtf8 instanceof TypeError) return undefined;
    throw notUtf8;
  }
};

/** Some servers write `null` where others leave a member out, times that have not come among them; no answer means anything else by it. */
export const withoutNulls = (json: unknown): unknown =>
  isObject(json) && Object.values(json).includes(null)
    ? Object.fromEntries(Object.entries(json).filter(([, member]) => member !== null))
    : json;
