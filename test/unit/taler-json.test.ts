// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { isObject, memberOf, parseJson, parseJsonBytes } from '../../electron/taler/bytes/json.ts';

test('what is JSON is read, null is a value, and anything else is undefined without a word of its text', () => {
  expect([parseJson('{"a":1}'), parseJson('null'), parseJson(' 7 ')]).toEqual([{ a: 1 }, null, 7]);
  expect(['', '{', 'undefined', '{"a":1}x'].map((text) => parseJson(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('bytes that are no UTF-8 are no JSON', () => {
  expect(parseJsonBytes(new TextEncoder().encode('"é"'))).toBe('é');
  expect(parseJsonBytes(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
  expect(parseJsonBytes(Uint8Array.of())).toBeUndefined();
});

test('only own members of objects are members', () => {
  expect(memberOf({ kind: 'x' }, 'kind')).toBe('x');
  expect(memberOf(JSON.parse('{"__proto__":1}'), '__proto__')).toBe(1);
  expect(
    [memberOf({}, 'constructor'), memberOf(['x'], 'length'), memberOf('x', 'length'), memberOf(null, 'a')].every(
      (value) => value === undefined,
    ),
  ).toBe(true);
  expect([{}, [], null, 'x', undefined].map(isObject)).toEqual([true, false, false, false, false]);
});
