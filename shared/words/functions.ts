// SPDX-License-Identifier: GPL-3.0-or-later
import type { MessageFunction, MessageValue } from 'messageformat/functions';
import type { Foreign } from './foreign.ts';
import type { Formats } from './formats.ts';
import type { Inputs } from './parameters.ts';
import { isolated, type Spoken } from './spoken.ts';

// What may stand after the colon of a place: {$sum :amount}, {$at :time}, {$copies :integer}.

type Shape = { readonly [F in Exclude<keyof Formats, `${string}Mark`>]: (value: never) => string };

/** What names of the protocol are called, which have words of their own. */
export type Called = {
  readonly way: (type: string) => Spoken;
  readonly field: (name: string) => Spoken;
};

/**
 * The functions of a person's words; plural forms (`.match $count`) are chosen by :integer, which the library brings. Whatever
 * is not made by the words goes through one of `marked`.
 */
export const functionsOf = (
  shape: Formats,
  marked: Foreign,
  dir: 'ltr' | 'rtl',
  called: Called,
): Record<string, MessageFunction<string>> => {
  const named =
    (type: keyof Shape & keyof Inputs): MessageFunction<string> =>
    (_context, _options, input) =>
      shown(type, (shape[type] as (value: unknown) => string)(input), dir);
  const mark =
    (type: keyof Foreign & keyof Inputs): MessageFunction<string> =>
    (_context, _options, input) =>
      foreignly(type, marked[type](String(input)));
  /** Each by itself: a name from the left does not join the next one in a row from the right. */
  const apart = (text: Spoken): Spoken => (dir === 'ltr' ? text : isolated(text));
  const inARow = (type: string, text: string): MessageValue<string> =>
    dir === 'ltr' ? foreignly(type, text) : shown(type, text, dir);
  const marks =
    (type: keyof Foreign): MessageFunction<string> =>
    (_context, _options, input) =>
      inARow(type, shape.list((input as readonly unknown[]).map((each) => apart(marked[type](String(each))))));
  return {
    amount: named('amount'),
    change: named('change'),
    time: named('time'),
    day: named('day'),
    span: named('span'),
    bytes: named('bytes'),
    list: named('list'),
    said: (_context, _options, input) => shown('said', String(input), OTHER_WAY.test(String(input)) ? dir : 'ltr'),
    name: mark('name'),
    names: marks('name'),
    quote: mark('quote'),
    host: mark('host'),
    hosts: marks('host'),
    place: mark('place'),
    places: marks('place'),
    address: mark('address'),
    code: mark('code'),
    codes: marks('code'),
    version: mark('version'),
    file: mark('file'),
    currency: mark('currency'),
    currencies: marks('currency'),
    row: mark('row'),
    way: (_context, _options, input) => shown('way', called.way(String(input)), dir),
    field: (_context, _options, input) => shown('field', called.field(String(input)), dir),
  };
};

/** In the direction of its own letters: an address is read from the left in a sentence from the right, too. */
const foreignly = (type: string, text: string): MessageValue<string> =>
  shown(type, text, OTHER_WAY.test(text) ? 'auto' : 'ltr');

const shown = (type: string, text: string, dir: 'ltr' | 'rtl' | 'auto'): MessageValue<string> => ({
  type,
  dir,
  toString: () => text,
  toParts: () => [{ type, value: text }],
  valueOf: () => text,
});

/**
 * Letters written from right to left, and the marks that turn a line around. A name from outside that has them is isolated,
 * so that a shop cannot turn the sum beside its name around.
 */
const OTHER_WAY =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;
