// SPDX-License-Identifier: GPL-3.0-or-later

// Recorded JSON is read by hand here: a re-enactment must also send what no schema of ours would let through.

export type Json = { readonly [member: string]: unknown };

/** The object, or an empty one when the value is none. */
export const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** The members of an array, or none. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text, or an empty one. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A step into a JSON value: names and indexes. */
export type JsonPath = readonly (string | number)[];

/** What stands at that place. */
export const at = (value: unknown, path: JsonPath): unknown =>
  path.reduce<unknown>(
    (inside, part) => (typeof part === 'number' ? asList(inside)[part] : asObject(inside)[part]),
    value,
  );

/** The value with another text at that place. */
export const withText = (value: unknown, path: JsonPath, text: string): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (typeof first === 'number')
    return asList(value).map((each, index) => (index === first ? withText(each, rest, text) : each));
  return { ...asObject(value), [first]: withText(asObject(value)[first], rest, text) };
};

/** The value with every text in it replaced. */
export const mapTexts = (value: unknown, replace: (text: string) => string): unknown => {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, replace)]));
};

/** Every value of that member name, wherever it stands. */
export const membersNamed = (value: unknown, name: string): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => membersNamed(each, name));
  return Object.entries(asObject(value)).flatMap(([member, each]) =>
    member === name ? [each] : membersNamed(each, name),
  );
};
