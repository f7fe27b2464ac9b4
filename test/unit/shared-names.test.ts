// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixesScripts, payee, plainText, shownHost } from '../../shared/names.ts';
import { quoted } from '../../shared/facts/read.ts';

// What a stranger calls himself. The right value of each is what an honest screen shows.

describe('a name somebody gives himself', () => {
  test.each([
    ['\u202enozamA', 'nozamA'],
    ['Shop \u2066of\u2069 \u200fcoffee', 'Shop of coffee'],
    ['A\u200bma\u200czo\u200dn\ufeff', 'Amazon'],
    ['pay\u00adpal', 'paypal'],
    ['two\nlines\r\n and\ttabs\u2028more', 'two lines and tabs more'],
    ['  around  ', 'around'],
    ['a\t\u0000\tb', 'a b'],
    ['e\u200b\u0301clair', 'éclair'],
    ['<b>bold</b> & "quoted"', '<b>bold</b> & "quoted"'],
    ['e\u0301clair', 'éclair'],
    [`a${'\u0300\u0301\u0302'.repeat(100)}b`, 'à\u0301\u0302b'],
    ['\u3164\u115f\u2800', ''],
    ['tag\u{e0041}\u{e007f}ged', 'tagged'],
    ['\ud800half', 'half'],
    ['Café Zürich 東京 ☕', 'Café Zürich 東京 ☕'],
  ])('%j is shown as %j', (given, shown) => expect(plainText(given)).toBe(shown));

  test('8 KB are cut, and say so', () => {
    expect(plainText('x'.repeat(8192), 80)).toBe(`${'x'.repeat(79)}…`);
    expect(plainText('😀'.repeat(100), 10)).toBe(`${'😀'.repeat(9)}…`);
  });

  test('nothing that turns, hides or breaks a line is ever left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const shown = plainText(text, 100);
        expect([...shown].length).toBeLessThanOrEqual(100);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(plainText(shown, 100)).toBe(shown);
      }),
    );
  });

  test.each([
    ['Аmazon verified', true],
    ['Amazon verified', false],
    ['Αlpha', true],
    ['Кафе Amazon', false],
    ['東京 Tokyo', false],
    ['東京Tokyo', false],
  ])('%s mixes letters that look alike: %s', (name, mixes) => expect(mixesScripts(name)).toBe(mixes));
});

describe('the host beside it', () => {
  test.each([
    ['https://shop.example/a/', 'shop.example', false],
    ['https://shop.example:8443/', 'shop.example:8443', false],
    ['http://shop.example/', 'shop.example', true],
    ['https://münchen.example/', 'münchen.example', false],
    ['https://аmazon.example/', 'xn--mazon-3ve.example', false],
    ['https://аррӏе.example/', 'xn--80ak6aa92e.example', false],
    ['https://東京.example/', '東京.example', false],
    ['https://東京amazon.example/', 'xn--amazon-om8i140o.example', false],
    ['https://xn--a.example/', 'xn--a.example', false],
  ])('%s is %s', (url, host, plain) => {
    if (!URL.canParse(url)) return expect(shownHost(url).plain).toBe(true);
    return expect(shownHost(url)).toEqual({ host, plain });
  });

  test('goes with the name, which may say anything', () => {
    expect(payee('https://evil.example/', '\u202eАmazon \u2714 verified')).toEqual({
      host: 'evil.example',
      plain: false,
      name: 'Аmazon ✔ verified',
      odd: true,
    });
  });
});

describe('a name that pretends', () => {
  const odd = (name: string): boolean => payee('https://shop.example/', name).odd;

  test.each([
    'Ama\u200bzon',
    'pay\u00adpal',
    'PayPal\u200d',
    '\u202enozamA',
    'x\u{e0041}',
    '\ufeffShop',
    'a\u0007b',
    'Αlpha',
  ])('%j hides or mixes letters', (name) => expect(odd(name)).toBe(true));

  // What honest shops write: emoji that are joined, flags made of tags, Persian and Hindi with their joiners, line breaks.
  test.each([
    '👩‍🍳 Kitchen',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Whisky',
    'می‌خواهم',
    'क्‍ष',
    'Café\nZürich',
    'Кафе',
    '東京 Tokyo',
  ])('%j does not', (name) => expect(odd(name)).toBe(false));

  test('no name closes the marks it stands between', () => {
    expect(plainText('a” b „c« »d‟ “e')).toBe('a" b "c" "d" "e');
  });
});

test("a server's hint in a failure is its own words, and harmless ones", () => {
  expect(quoted('\u202ekcab yenom\u0000\n')).toBe('kcab yenom');
});
