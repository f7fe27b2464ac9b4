// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMessage, visit } from 'messageformat';
import { plainText } from '../../shared/names.ts';
import type { Foreign } from '../../shared/words/foreign.ts';
import { en } from '../../shared/words/en.ts';
import { LANGUAGES, QUOTATION, words, type Language, type MessageKey, type Words } from '../../shared/words/words.ts';
import { TEXTS } from '../support/all-languages.ts';
import { listSources } from '../support/imports.ts';
import { seedOfRun } from '../support/seed.ts';

// What somebody else chose never becomes the wallet's own words: each place of each sentence says by its function what may
// stand there, and all that is not made by the words is shown without hidden signs, short, and quoted unless it can be nothing
// but a host, an address or a number.

const KEYS = Object.keys(en) as readonly MessageKey[];

/** Numbers and times, and what the words have made themselves. */
const OWN = ['amount', 'change', 'time', 'day', 'span', 'integer', 'number', 'bytes', 'list', 'said', 'way'];
/** Always quoted, whatever it looks like. */
const QUOTED = ['name', 'names', 'quote'];
/** Quoted unless it is one word that can be nothing else. */
const WORDS = 'host hosts place places address code codes version file currency currencies';
const ONE_WORD = WORDS.split(' ');
/** By the words' own name where they know it, and else as another one is. */
const ELSE: Readonly<Record<string, string>> = { field: 'code' };
const SEVERAL = ['names', 'hosts', 'places', 'codes', 'currencies'];

type Place = { readonly key: MessageKey; readonly name: string; readonly by: string };

const placesOf = (source: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  visit(parseMessage(source), {
    expression: ({ arg, functionRef }) => {
      if (arg?.type === 'variable') found.set(arg.name, functionRef?.name ?? found.get(arg.name) ?? 'nothing');
    },
  });
  return found;
};
const PLACES: readonly Place[] = KEYS.flatMap((key) => [...placesOf(en[key])].map(([name, by]) => ({ key, name, by })));
const FOREIGN = PLACES.filter(({ by }) => !OWN.includes(by));

/** What stands for the place `name` before anything hostile does: two words, so that no function shows it bare. */
const standIn = (name: string): string => `x ${name}`;

/** The sentence with `valueOf` each foreign place in it, and something plain in all others. */
const filled = (spoken: Words, key: MessageKey, valueOf: (name: string) => string): string =>
  (spoken.t as (key: string, values: object) => string)(
    key,
    Object.fromEntries(
      PLACES.filter((place) => place.key === key).map(({ name, by }) => [name, own(by) ?? some(by, valueOf(name))]),
    ),
  ).replaceAll(/[\u2066-\u2069]/g, '');

const own = (by: string): unknown =>
  by === 'amount' || by === 'change'
    ? 'KUDOS:1'
    : by === 'list'
      ? []
      : by === 'said'
        ? 'x'
        : OWN.includes(by)
          ? 7
          : undefined;
const some = (by: string, value: string): unknown => (SEVERAL.includes(by) ? [value] : value);

const ONE_OF: Readonly<Record<string, string>> = { currencies: 'currency' };
const shownBy = ({ foreign }: Words, by: string, value: string): string =>
  foreign[(ELSE[by] ?? (SEVERAL.includes(by) ? (ONE_OF[by] ?? by.slice(0, -1)) : by)) as keyof Foreign](value);

const HIDDEN =
  /[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/u;

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '\u202enozamA',
    'Paid. You get 5.00 KUDOS back”. Send it to “evil',
    'x“ Nichts ist verloren. „y',
    'Shop’’ (bank.example) ‘‘Amazon',
    '\u001b[2J\u001b]0;x\u0007Shop',
    '\u009b31mred',
    'a\r\nNothing is at risk.',
    'https://evil.example/Your money is lost',
    'bank.example Your-money-is-lost',
    'A'.repeat(100_000),
    `e${'\u0301'.repeat(5000)}`,
    'ᄀ'.repeat(3000),
    '🏴\u{e0067}\u{e0062}\u{e007f}',
    'שלום עולם',
    '',
  ),
);

test('every place of a sentence says what may stand there', () => {
  const known = new Set([...OWN, ...QUOTED, ...ONE_WORD, ...Object.keys(ELSE), 'row']);
  const wrong = Object.entries(TEXTS).flatMap(([language, texts]) =>
    Object.entries(texts).flatMap(([key, text]) =>
      [...placesOf(text)].filter(([, by]) => !known.has(by)).map(([name, by]) => `${language} ${key}: ${name} ${by}`),
    ),
  );
  expect(wrong).toEqual([]);
  expect(FOREIGN.length).toBeGreaterThan(120);
});

test('no sentence shows a name bare', () => {
  expect(PLACES.filter(({ by }) => by === 'row')).toEqual([]);
});

test('no sentence sets quotation marks around a place: its function does', () => {
  const doubled = Object.values(TEXTS).flatMap((texts) =>
    Object.entries(texts).filter(
      ([, text]) => /[“„"«] ?\{\$\w+ :(?!said)|\} ?[”“"»]/.test(text) && !/[“„«] ?\{\$words :said\}/.test(text),
    ),
  );
  expect(doubled).toEqual([]);
});

/** As many tries as two languages would have, spread over all. */
const tries = (count: number): number => Math.ceil((2 * count) / Object.keys(LANGUAGES).length);

describe.each(Object.keys(LANGUAGES) as readonly Language[])('in %s', (language) => {
  const spoken = words(language);

  const [open, close] = QUOTATION[language];

  test('a text of somebody else is quoted, or one word; nothing in it hides or ends the quotation, and it is short', () => {
    const marks = [...open, ...close].length;
    const quotation = new RegExp(`^${open}[^“”„‟«»]*${close}$`, 'u');
    fc.assert(
      fc.property(hostile, fc.constantFrom(...QUOTED, ...ONE_WORD), (value, by) => {
        const shown = shownBy(spoken, by, value);
        expect(shown).not.toMatch(HIDDEN);
        if (quotation.test(shown)) expect([...shown].length).toBeLessThanOrEqual(400 + marks);
        else expect([QUOTED.includes(by), shown]).toEqual([false, expect.stringMatching(/^[^\s“”„‟«»"<>]{1,4096}$/u)]);
      }),
      { seed: seedOfRun().seed, numRuns: tries(3000) },
    );
  });

  test('no sentence has anything of somebody else but what its functions show', () => {
    const keys = [...new Set(FOREIGN.map(({ key }) => key))];
    const plain = new Map(keys.map((key) => [key, filled(spoken, key, standIn)]));
    fc.assert(
      fc.property(hostile, (value) => {
        for (const key of keys) {
          const expected = FOREIGN.filter((place) => place.key === key).reduce(
            (text, { name, by }) =>
              text.replaceAll(by === 'row' ? standIn(name) : `${open}${standIn(name)}${close}`, () =>
                shownBy(spoken, by, value),
              ),
            plain.get(key) ?? '',
          );
          expect([key, filled(spoken, key, () => value)]).toEqual([key, expected]);
        }
      }),
      { seed: seedOfRun().seed, numRuns: tries(40) },
    );
    for (const [key, text] of plain) expect([key, text.includes(open)]).toEqual([key, true]);
  });

  test('a way to prove who one is that is not known is never called by its own name', () => {
    fc.assert(
      fc.property(hostile, (type) => {
        expect(spoken.t('failure.cannot-rehearse', { type })).toBe(spoken.t('failure.cannot-rehearse', { type: '?' }));
      }),
      { seed: seedOfRun().seed, numRuns: tries(300) },
    );
  });

  test('what stands bare is what it says it is', () => {
    const { foreign } = spoken;
    const isQuoted = (text: string): boolean => text.startsWith(open) && text.endsWith(close);
    expect([foreign.host('shop.example'), foreign.host('127.0.0.1:8081'), foreign.host('[::1]:80')]).toEqual([
      'shop.example',
      '127.0.0.1:8081',
      '[::1]:80',
    ]);
    for (const no of ['shop.example is down', 'аmazon.example', 'a\u200bb.example', '', 'x/y', 'shop.example:1:2'])
      expect([no, isQuoted(foreign.host(no))]).toEqual([no, true]);
    expect([foreign.place('https://a.example/'), foreign.place('https://a.example/dav/')]).toEqual([
      'a.example',
      'a.example/dav/',
    ]);
    for (const no of ['a.example', 'Folder B', 'https://u:p@a.example/', 'https://a.example/ x'])
      expect([no, isQuoted(foreign.place(no))]).toEqual([no, true]);
    expect(isQuoted(foreign.address('javascript:alert("x")'))).toBe(true);
    expect([foreign.version('23:0:1'), foreign.version('0.1.0')]).toEqual(['23:0:1', '0.1.0']);
    expect([isQuoted(foreign.version('your-money-is-lost')), isQuoted(foreign.version('0.1.0.'))]).toEqual([
      true,
      true,
    ]);
    expect([foreign.code('txn-1:A'), isQuoted(foreign.code("x' && rm -rf ~"))]).toEqual(['txn-1:A', true]);
    expect(isQuoted(spoken.amount('Your money is lost'))).toBe(true);
  });
});

test('a long text is cut between two letters, never inside one', () => {
  expect(plainText('e\u0301'.normalize('NFD').repeat(90), 80)).toMatch(/^é+…$/u);
  const cut = plainText(`${'x'.repeat(78)}क्षि and more`, 80);
  expect([[...cut].length <= 80, cut]).toEqual([true, `${'x'.repeat(78)}…`]);
});

test('only these take a text for the wallet’s own words as it is, and each made it of words', () => {
  const uses = (pattern: RegExp): readonly string[] =>
    [...listSources(['electron', 'renderer', 'shared'])]
      .filter((path) => pattern.test(readFileSync(path, 'utf8')))
      .sort();
  expect(uses(/\basMade\(/)).toEqual([
    'electron/headless/args.ts',
    'electron/headless/empty-command.ts',
    'electron/headless/history-command.ts',
    'electron/headless/probe-command.ts',
    'electron/headless/sheet-command.ts',
  ]);
  expect(uses(/\bas Spoken\b/)).toEqual([
    'shared/words/foreign.ts',
    'shared/words/formats.ts',
    'shared/words/spoken.ts',
    'shared/words/words.ts',
  ]);
});
