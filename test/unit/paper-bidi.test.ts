// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { directionOf, inVisualOrder, stretches } from '../../electron/backup/paper/bidi.ts';

// Names in Hebrew and Arabic on paper: which word stands where, from the left (Unicode Standard Annex 9).

const [ONE, TWO, THREE] = ['שלום', 'עולם', 'טוב'];

it.each<readonly [string, string, readonly string[]]>([
  ['no such letter', 'abc (d) 12', ['abc (d) 12']],
  ['one word', `a ${ONE} b`, ['a ', ONE, ' b']],
  ['several words', `a ${ONE} ${TWO} ${THREE} b`, ['a ', THREE, ' ', TWO, ' ', ONE, ' b']],
  ['a blank that is kept', `${ONE}\u00A0${TWO}`, [TWO, '\u00A0', ONE]],
  ['a number between', `${ONE} 12 ${TWO}`, [TWO, ' ', '12', ' ', ONE]],
  ['two numbers, each as it is', `${ONE} 12 34 ${TWO}`, [TWO, ' ', '34', ' ', '12', ' ', ONE]],
  ['letters from the left between', `${ONE} abc def ${TWO}`, [ONE, ' abc def ', TWO]],
  ['the same in a name of its own', `\u2067${ONE} abc 12 ${TWO}\u2069 z`, [TWO, ' ', 'abc 12', ' ', ONE, ' z']],
  ['brackets that are read from the right', 'x א (ב) z', ['x ', ')ב(', ' ', 'א', ' z']],
  ['brackets round letters from the left', 'a\u2067ב (c)\u2069', ['a', '(', 'c', ')', ' ', 'ב']],
  ['a name that is told apart', `\u2068${ONE} a\u2069: \u2068b\u2069`, ['a', ' ', ONE, ': ', 'b']],
  ['a name from the left by its sign', '\u2066ab\u2069 x', ['ab', ' x']],
  ['a sign that says from the right', '\u202Eab c\u202C d', ['\u202E', 'c\u202C', ' ', 'ab', ' d']],
  ['Arabic in its older forms', 'ﷲ ﻼ x', ['ﻼ', ' ', 'ﷲ', ' x']],
  ['Hebrew in its older forms', 'שׁ תּ x', ['תּ', ' ', 'שׁ', ' x']],
  ['Syriac and Thaana', 'ܐ ޑ x', ['ޑ', ' ', 'ܐ', ' x']],
])('a line with %s', (_, line, order) => {
  expect(inVisualOrder(line)).toEqual(order);
});

it.each<readonly [string, string, readonly string[]]>([
  ['words alone', `${ONE} ${TWO}.`, [`${TWO}.`, ' ', ONE]],
  ['letters from the left between', `${ONE} ab cd ${TWO}`, [TWO, ' ', 'ab cd', ' ', ONE]],
  ['a number and its stop', '12.', ['.', '12']],
  ['digits of its script, which a font would turn', 'ب ١٢ ٣', ['٣', ' ', '٢١', ' ', 'ب']],
  [
    'an address that is told apart',
    `${ONE} \u2066https://a.example/\u2069 ${TWO}`,
    [TWO, ' ', 'https://a.example/', ' ', ONE],
  ],
  ['brackets and no letter in them', `${ONE} ()!`, ['!()', ' ', ONE]],
  ['signs that only say a direction', `${ONE}\u200f \u061c\u200e−5`, ['−5', ' ', ONE]],
])('a line from the right with %s', (_, line, order) => {
  expect(inVisualOrder(line, 'rtl')).toEqual(order);
});

it('a stretch knows what is read before it, and a paragraph is read from where its page and its letters say', () => {
  expect(stretches(`${ONE} (ב)`, 'rtl').toSorted((a, b) => a.nth - b.nth)).toMatchObject([
    { text: ONE, drawn: ONE },
    { text: ' ', drawn: ' ' },
    { text: '(ב)', drawn: ')ב(' },
  ]);
  expect([directionOf(ONE, 'rtl'), directionOf('a', 'rtl'), directionOf(ONE, 'ltr')]).toEqual(['rtl', 'ltr', 'ltr']);
});
