// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLine } from '../../electron/json-line.ts';

test('what is printed for programs has no sign that a terminal obeys or that hides, and is the same value', () => {
  const value = { a: '\u009b31mred', b: ['\u202enozamA', '\u{e0041}', 'line\u2028two', 'Größe 5 €, שלום'], c: 7 };
  expect(jsonLine(value)).toBe(
    '{"a":"\\u009b31mred","b":["\\u202enozamA","\\udb40\\udc41","line\\u2028two","Größe 5 €, שלום"],"c":7}',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = jsonLine({ text });
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(JSON.parse(line)).toEqual({ text });
    }),
  );
});
