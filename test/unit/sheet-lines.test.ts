// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { urlCheck } from '../../electron/backup/paper/address.ts';
import { linesOf } from '../../electron/backup/paper/pasted.ts';
import { STRICTLY } from '../../electron/backup/paper/secret-code.ts';
import { joined, parseLines } from '../../electron/backup/paper/sheet-lines.ts';
import { sheet, text } from './sheet-facts.ts';

// Each line of a sheet is read for what it says. One that is wrong is named with its number and the reason, whatever stands below it.

const DOCK = 'https://sync-1.example.com/';
const facts = text.trimEnd().split('\n').slice(2);
/** What lines say that stand below the first one, number 1. */
const parse = (lines: readonly string[]) => {
  const read = parseLines(1, joined(linesOf(['', ...lines].join('\n')).filter((line) => line.text !== '')), STRICTLY);
  return read.ok ? read.value : read.error;
};
const with_ = (begin: string, ...instead: readonly string[]): readonly string[] =>
  facts.flatMap((line) => (line.startsWith(begin) ? instead : [line]));
const at = (begin: string): number => facts.findIndex((line) => line.startsWith(begin)) + 2;
const wrong = (line: number, kind: string, said: object = {}) => ({
  kind: 'recovery-line',
  line,
  why: { kind, facts: said },
});
const places = (read: unknown): unknown => (read as { providers?: unknown }).providers ?? read;

it('a whole one says what it says', () => {
  expect(parse(facts)).toMatchObject({
    walletName: 'Family',
    date: '2026-11-23',
    identifier: sheet.sheetNumber,
    providers: sheet.providers,
  });
});

it('without its name, date and number a sheet is one all the same, and they are empty', () => {
  const bare = facts.filter((line) => !/^(?:wallet|date|sheet)/.test(line));
  expect(parse(bare)).toMatchObject({ walletName: '', date: '', providers: sheet.providers });
});

describe('a line that is wrong', () => {
  it.each<readonly [string, readonly string[], object]>([
    ['a date in another order', with_('date', 'date: 23.11.2026'), wrong(at('date'), 'date-shape')],
    ['a day that no month has', with_('date', 'date: 2026-02-30'), wrong(at('date'), 'date-shape')],
    ['a date with more before it', with_('date', 'date: x2026-11-23'), wrong(at('date'), 'date-shape')],
    ['a date with more behind it', with_('date', 'date: 2026-11-23T01'), wrong(at('date'), 'date-shape')],
    ['a month alone', with_('date', 'date: 2026-11'), wrong(at('date'), 'date-shape')],
    ['another number', with_('sheet', 'sheet: QQQQ'), wrong(at('sheet'), 'other-sheet-number')],
    ['a line of something else', with_('date', 'once upon a time'), wrong(at('date'), 'unknown-beginning')],
    ['a label that is none', with_('date', 'datum: 2026-11-23'), wrong(at('date'), 'unknown-beginning')],
    ['no label', with_('date', '2026-11-23'), wrong(at('date'), 'unknown-beginning')],
    [
      'a sign before its label',
      with_('date', '> date: 2026-11-23', '- date: x'),
      wrong(at('date') + 1, 'unknown-beginning'),
    ],
    ['no secret', with_('secret'), wrong(facts.length + 1 - 6, 'no-secret')],
    [
      'a place that is numbered in letters',
      with_('provider 1', `provider l of 2: ${DOCK}`),
      wrong(at('provider 1'), 'provider-numbers'),
    ],
    [
      'a place with more before its number',
      with_('provider 1', `provider no 1 of 2: ${DOCK}`),
      wrong(at('provider 1'), 'provider-numbers'),
    ],
    [
      'a place with more behind its number',
      with_('provider 1', `provider 1 of 2 of 3: ${DOCK}`),
      wrong(at('provider 1'), 'provider-numbers'),
    ],
    ['a place before the first', with_('provider 1'), wrong(at('provider 1'), 'provider-expected', { number: 1 })],
    [
      'a place twice',
      with_('provider 2', `provider 1 of 2: ${DOCK}`),
      wrong(at('provider 2'), 'provider-expected', { number: 2 }),
    ],
    [
      'a place that is missing',
      with_('provider 2'),
      wrong(at('provider 1'), 'providers-missing', { announced: 2, there: 1 }),
    ],
    [
      'a place without an address',
      with_('provider 1', 'provider 1 of 2: Dock = ftp://a.example/'),
      wrong(at('provider 1'), 'no-address'),
    ],
    [
      'a slip in an address',
      with_('provider 1', `provider 1 of 2: Dock = https://sync-l.example.com/ [${urlCheck(DOCK)}]`),
      wrong(at('provider 1'), 'address-check'),
    ],
    [
      'check characters of nothing',
      with_('provider 1', `provider 1 of 2: Dock = nowhere [${urlCheck(DOCK)}]`),
      wrong(at('provider 1'), 'address-check'),
    ],
  ])('%s', (_, lines, failure) => {
    expect(parse(lines)).toEqual(failure);
  });

  it('more places than any wallet has', () => {
    const many = (count: number): readonly string[] => [
      ...facts.filter((line) => !/^(?:provider|END)/.test(line)),
      ...Array.from({ length: count }, (_, i) => `provider: https://p${i}.example/`),
      'END',
    ];
    expect(places(parse(many(128)))).toHaveLength(128);
    expect(parse(many(129))).toEqual(wrong(facts.length - 2 + 129, 'too-many-providers', { limit: 128 }));
  });

  it('no END: the last line that is there, or the first one', () => {
    expect(parse(facts.slice(0, -1))).toEqual({ kind: 'recovery-truncated', line: facts.length });
    expect(parse([])).toEqual({ kind: 'recovery-truncated', line: 1 });
    expect(parse(['END'])).toEqual(wrong(2, 'no-secret'));
  });
});

describe('a place is read', () => {
  const check = urlCheck(DOCK);
  const dock = { name: 'Dock', url: DOCK };
  const plain = 'http://10.0.0.7/a=b/c=/';
  it.each<readonly [string, string, object]>([
    ['without numbers', `provider: Dock = ${DOCK} [${check}]`, dock],
    ['without numbers, with a space', `provider : Dock = ${DOCK} [${check}]`, dock],
    ['without how many there are', `provider 1: Dock = ${DOCK} [${check}]`, dock],
    ['without a space before its number', `provider1 of 2: Dock = ${DOCK} [${check}]`, dock],
    ['with a semicolon', `provider 1 of 2; Dock = ${DOCK} [${check}]`, dock],
    ['without spaces', `provider 1 of 2:Dock=${DOCK}[${check}]`, dock],
    [
      'with spaces between its check characters',
      `provider 1 of 2: Dock = ${DOCK} [ ${[...check.toUpperCase()].join(' ')} ]`,
      dock,
    ],
    ['without check characters', `provider 1 of 2: Dock = ${DOCK}`, dock],
    ['without a name', `provider 1 of 2: ${DOCK} [${check}]`, { name: '', url: DOCK }],
    ['without a scheme', 'provider 1 of 2: Dock = sync-1.example.com', dock],
    [
      'with a sign of equality in its name',
      `provider 1 of 2: a = b = c = ${DOCK} [${check}]`,
      { name: 'a = b = c', url: DOCK },
    ],
    ['with the same without spaces', `provider 1 of 2: a=b=${DOCK} [${check}]`, { name: 'a=b', url: DOCK }],
    [
      'with such signs in its address',
      `provider 1 of 2: Home = ${plain} [${urlCheck(plain)}]`,
      { name: 'Home', url: plain },
    ],
    [
      'with such signs in name and address',
      `provider 1 of 2: a=b=${plain} [${urlCheck(plain)}]`,
      { name: 'a=b', url: plain },
    ],
    ['with such signs in an address alone', `provider 1 of 2: ${plain} [${urlCheck(plain)}]`, { name: '', url: plain }],
    ['without check characters, with such signs', `provider 1 of 2: a=b = ${plain}`, { name: 'a=b', url: plain }],
    [
      'with a sign at the edge of its name',
      `provider 1 of 2: =Home= = ${DOCK} [${check}]`,
      { name: '=Home=', url: DOCK },
    ],
    [
      'with a name that looks like an address',
      `provider 1 of 2: http: = ${DOCK} [${check}]`,
      { name: 'http:', url: DOCK },
    ],
    ['with a colon in its name', `provider 1 of 2: at: home = ${DOCK} [${check}]`, { name: 'at: home', url: DOCK }],
    [
      'with brackets in its name',
      `provider 1 of 2: Dock [one] = ${DOCK} [${check}]`,
      { name: 'Dock [one]', url: DOCK },
    ],
    [
      'behind the end of a name that was turned round',
      `provider 1 of 2: (2) = קמד ${DOCK} [${check}]`,
      { name: '', url: DOCK },
    ],
    [
      'behind one that touches it',
      `provider 1 of 2: (2) = x קמד${plain} [${urlCheck(plain)}]`,
      { name: '', url: plain },
    ],
  ])('%s', (_, line, provider) => {
    expect(places(parse(with_('provider 1', line)))).toEqual([provider, sheet.providers[1]]);
  });

  it('of many signs of equality before its address, the first eight that may be the one', () => {
    const named = (count: number): string => `provider 1 of 2: ${'https:='.repeat(count)}${DOCK} [${check}]`;
    const named7 = places(parse(with_('provider 1', named(7))));
    expect(named7).toEqual([
      { name: 'https:=https:=https:=https:=https:=https:=https:', url: DOCK },
      sheet.providers[1],
    ]);
    // Where there are more, the address is found in the last word, and the name is left.
    const named8 = places(parse(with_('provider 1', named(8))));
    expect(named8).toEqual([{ name: '', url: DOCK }, sheet.providers[1]]);
  });

  it('without check characters only where its name does not hide where it begins', () => {
    expect(parse(with_('provider 1', `provider 1 of 2: (2) = קמד ${DOCK}`))).toEqual(
      wrong(at('provider 1'), 'no-address'),
    );
  });

  it('once where it is named twice', () => {
    expect(places(parse(with_('provider 2', `provider 2 of 2: Other = ${DOCK}`)))).toEqual([dock]);
  });
});

describe('the name of a wallet', () => {
  it.each([
    ['wallet: Küche: 2; or so', 'Küche: 2; or so'],
    ['wallet:Küche', 'Küche'],
    ['wallet： Küche', 'Küche'],
    [`wallet: ${'n'.repeat(121)}`, 'n'.repeat(120)],
    ['wallet:   \u00A0Ａ  ', 'Ａ'],
  ])('of “%s” has its letters as they are', (line, walletName) => {
    expect(parse(with_('wallet', line))).toMatchObject({ walletName });
  });
});
