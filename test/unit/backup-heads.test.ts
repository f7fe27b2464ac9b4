// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { readHeads, withHeads } from '../../electron/backup/copies/heads.ts';
import { splitHeads } from '../../electron/backup/copies/split-heads.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { NOON } from '../laws/stores.ts';

const CLOCK = `${NOON}-00000-A`;
const TERMS = { kind: 'setting', id: 'x', clock: CLOCK, value: { value: { a: 1, heads: { b: 'x,"heads":{}' } } } };
const content = contentToJson([TERMS]);
const heads = { 'https://sync.example/': { clock: CLOCK, devices: { A: CLOCK } } };

test('heads stand behind the entries and come off again, whatever the entries are called', () => {
  const text = withHeads(content, heads);
  expect(JSON.parse(text)).toMatchObject({ format: 1, heads });
  expect(splitHeads(text)).toEqual({ content, heads });
  expect(splitHeads(content)).toEqual({ content, heads: undefined });
  expect(withHeads(content, {})).toBe(content);
});

test('a name that looks like their beginning costs the heads, never the entries', () => {
  const odd = { a: { clock: CLOCK, devices: { AAAA: CLOCK, heads: CLOCK } } };
  expect(withHeads(content, odd)).toBe(content);
});

test('nor what else stands beside the entries', () => {
  const odd = { a: { clock: CLOCK, devices: { AAAA: CLOCK, heads: CLOCK } } };
  const beside = { ' not-chosen': { all: false, clock: '', devices: {}, ids: ['X'] } };
  expect(splitHeads(withHeads(content, odd, beside))).toEqual({ content, heads: beside });
  expect(splitHeads(withHeads(content, heads, beside))).toEqual({ content, heads: { ...heads, ...beside } });
  // A wallet that does not know it still has the heads.
  expect(readHeads({ ...heads, ...beside }, NOON)).toEqual(heads);
});

test('what cannot be believed is left out: another form, too much, a clock of the future', () => {
  const late = `${NOON + 3 * 86_400_000}-00000-A`;
  const crowd = Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`D${at}`, CLOCK]));
  expect(readHeads(heads, NOON)).toEqual(heads);
  for (const bad of [undefined, 7, [], { u: 1 }, { u: { clock: 1, devices: {} } }])
    expect(readHeads(bad, NOON)).toEqual({});
  expect(readHeads({ ...heads, b: { clock: late, devices: {} }, c: { clock: CLOCK, devices: crowd } }, NOON)).toEqual(
    heads,
  );
  const many = Object.fromEntries(Array.from({ length: 900 }, (_, at) => [`u${at}`, { clock: CLOCK, devices: {} }]));
  expect(Object.keys(readHeads(many, NOON))).toHaveLength(64);
});
