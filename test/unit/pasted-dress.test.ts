// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { unwrapped } from '../../electron/backup/paper/pasted.ts';
import { undecorated, unpacked } from '../../electron/backup/paper/undressed.ts';

// What programs put round a line, and the formats they put round a whole text, each by itself: what is taken away, and what stays.

const bare = (...given: readonly string[]): readonly string[] =>
  undecorated(given.map((text, at) => ({ number: at + 1, text, raw: text }))).map(({ text, raw }) => {
    expect(raw).toBe(text);
    return text;
  });

describe('a line', () => {
  it.each([
    ['12:03 Anna: wallet: W', 'wallet: W'],
    ['x date ; 2026', 'date ; 2026'],
    ['- SHEET: ab12', 'SHEET: ab12'],
    ['1) share: 2', 'share: 2'],
    ['* secret: A', 'secret: A'],
    ['* secret 1: A', 'secret 1: A'],
    ['* secret 16 - 20 : A', 'secret 16 - 20 : A'],
    ['* secret1-5;A', 'secret1-5;A'],
    ['a provider: x', 'provider: x'],
    ['a provider 1 of 12 : x', 'provider 1 of 12 : x'],
    ['a provider12; x', 'provider12; x'],
    ['• END •', 'END •'],
    ['7. end', 'end'],
    ['* secret12:A', 'secret12:A'],
    ['the secret: A', 'secret: A'],
    ['END of 3', 'END of 3'],
  ])('begins with its word: %j is %j', (given, left) => {
    expect(bare(given)).toEqual([left]);
  });

  it.each([
    ['-- the END of it', 'the END of it'],
    ['-- wallets: x', 'wallets: x'],
    ['-- mydate: x', 'mydate: x'],
    ['-- secret 123: x', 'secret 123: x'],
    ['-- provider 1 of 123: x', 'provider 1 of 123: x'],
    ['-- Anna', 'Anna'],
    ['(3) ENDING', '3) ENDING'],
  ])('without such a word loses the signs before it: %j is %j', (given, left) => {
    expect(bare(given)).toEqual([left]);
  });

  it('may have eighty letters before its word, not more', () => {
    expect(bare(`${'x'.repeat(79)} date: 1`)).toEqual(['date: 1']);
    expect(bare(`${'x'.repeat(80)} date: 1`)).toEqual([`${'x'.repeat(80)} date: 1`]);
    expect(bare(`- ${'x'.repeat(80)} date: 1`)).toEqual([`${'x'.repeat(80)} date: 1`]);
  });

  it('loses what closes it again, at its end alone', () => {
    for (const sign of ['"', "'", '“', '”', '„', '‘', '’', '`', '*', '_', '|', ';', ',', '+', ' ', '";', '** |'])
      expect(bare(`sheet: a${sign}b${sign}`)).toEqual([`sheet: a${sign}b`]);
    expect(bare('sheet: a.', 'sheet: a)')).toEqual(['sheet: a.', 'sheet: a)']);
  });

  it('that is a remark, or nothing but signs, is left out; the others keep their numbers', () => {
    const given = ['# one', '• # two', 'a: 3 # three', '#', '• #', 'secret: A#B', 'sheet: 1#', '***', '', 'x## four'];
    const lines = given.map((text, at) => ({ number: at + 1, text, raw: text }));
    expect(undecorated(lines).map(({ number, text }) => [number, text])).toEqual([
      [6, 'secret: A#B'],
      [7, 'sheet: 1#'],
      [10, 'x## four'],
    ]);
    expect(bare(`${'-'.repeat(81)}# a`, 'x #', 'date: 1 #')).toEqual([]);
    expect(bare(`${'-'.repeat(82)}# a`)).toEqual(['a']);
  });

  it.each([
    ['provider: [https://a/](https://a/) [ab12]', 'provider: https://a/ [ab12]'],
    ['provider: [http:x](http:y) [HTTPS://B](https://C)', 'provider: http:x HTTPS://B'],
    ['provider: [a](https://a/)', 'provider: [a](https://a/)'],
    ['provider: [https://a b](https://a/)', 'provider: [https://a b](https://a/)'],
    ['provider: a = <https://a/> [ab12]', 'provider: a =  https://a/ [ab12]'],
    ['provider: https://a/<https://a/> [ab12]', 'provider: https://a/ [ab12]'],
    ['provider: HTTPS://A/<https://a/> [ab12]', 'provider: HTTPS://A/ [ab12]'],
    ['provider: https://a/x<https://a/> [ab12]', 'provider: https://a/x https://a/ [ab12]'],
    ['provider: <ftp://a/>', 'provider: <ftp://a/>'],
    ['provider: <http:a><http:a>', 'provider:  http:a http:a'],
  ])('has an address once: %j is %j', (given, left) => {
    expect(bare(given)).toEqual([left]);
  });
});

describe('a document of a word processor', () => {
  it.each([
    ['{\\rtf1 a\\par b}', 'a\nb'],
    [' {\\RTF1 a\\line b}', ' a\nb'],
    ['{\\rtf1 a\\parb c}', 'ac'],
    ['{\\rtf1 a\\par\\line\\tab\\b c}', 'a\n\n c'],
    ['{\\rtf1{\\info{\\title t}{\\author a} and}b}', 'b'],
    ['{\\rtf1 a\\par\nb}', 'a\nb'],
    ['{\\rtf1 a\\par\r\nb}', 'a\nb'],
    ['{\\rtf1 a\nb\r\nc}', 'abc'],
    ['{\\rtf1\\fs-22 a}', 'a'],
    ['{\\rtf1\\pard\\sa200\nb}', 'b'],
    ['{\\rtf1 a\\tab b\\~c\\_d}', 'a b c-d'],
    ['{\\rtf1 a\\tabx b}', 'ab'],
    ["{\\rtf1 K\\'fcche \\'80}", 'Küche €'],
    ['{\\rtf1 \\u23478?\\u-10179 ?\\u-8704 x}', '家\u{D83D}\u{DE00}x'],
    [
      '{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1 B;}}{\\colortbl;\\red1;}{\\*\\gen x}{\\stylesheet s}{\\info{\\title t}}a}',
      'a',
    ],
    ['{\\rtf1 {\\b a} \\{b\\} \\\\ c\\-d}', 'a {b} \\ cd'],
  ])('%j says %j', (given, said) => {
    expect(unpacked(given)).toBe(said);
    expect(unwrapped(given)).toBe(said);
  });

  it('is none where it does not begin so', () => {
    expect(unpacked('x{\\rtf1 a}')).toBeUndefined();
    expect(unpacked('\\rtf1 a')).toBeUndefined();
  });
});

describe('an attachment in letters', () => {
  const sheet = `HOLDFAST-RECOVERY-1\n${'x'.repeat(90)}`;
  const inLetters = (text: string): string => Buffer.from(text).toString('base64');
  const broken = inLetters(sheet).replaceAll(/.{40}/g, '$&\r\n');

  it.each([
    ['on one line', inLetters(sheet), sheet],
    ['on several', `Content: x\n\n${broken}\n\n--end`, sheet],
    ['indented', broken.replaceAll(/^/gm, '  '), sheet],
    ['of two, the one that is ours', `${inLetters(`a letter${'y'.repeat(90)}`)}\n--\n${broken}`, sheet],
    ['both of two that are ours', `${inLetters(sheet)}\n--\n\n${broken}`, `${sheet}\n${sheet}`],
    ['between lines of other letters', `ab\n${broken}\ncd=e\n`, sheet],
    ['of a share in one word', inLetters(`HOLDFASTSHARE${'x'.repeat(90)}`), `HOLDFASTSHARE${'x'.repeat(90)}`],
    ['of a share', inLetters(`holdfast share${'x'.repeat(90)}`), `holdfast share${'x'.repeat(90)}`],
    ['in UTF-16', Buffer.from(`\uFEFF${sheet}`, 'utf16le').toString('base64'), sheet],
  ])('is read %s', (_, given, said) => {
    expect(unpacked(given)).toBe(said);
  });

  it.each([
    ['too short to be one', inLetters('HOLDFAST-RECOVERY-1')],
    ['of something else', inLetters('y'.repeat(120))],
    ['of a hundred letters', inLetters(`HOLDFAST-RECOVERY-1${'x'.repeat(56)}`)],
    ['with another sign in every line', broken.replaceAll(/^/gm, '-')],
    ['in the words of a letter', inLetters(sheet).replaceAll(/.{8}/g, '$& ')],
    ['with the end of one in its middle', inLetters(sheet).replace(/^.{60}/, 'AA==')],
  ])('is none %s', (_, given) => {
    expect(unpacked(given)).toBeUndefined();
  });

  it('of more than a hundred letters is one', () => {
    const text = `HOLDFAST-RECOVERY-1${'x'.repeat(57)}`;
    expect(inLetters(text)).toHaveLength(104);
    expect(unpacked(inLetters(text))).toBe(text);
  });
});

describe('a string of a program', () => {
  it.each([
    ['{"text":"a\\nb\\r\\nc"}', '{"text":"a\nb\nc"}'],
    ['a\\\\nb', 'a\nb'],
    ['a\\n\\"b\\" \\/ \\\\ \\t', 'a\n"b" / \\ \\t'],
    ['HOLDFAST%0Aa+b%20c%2B', 'HOLDFAST\na b c+'],
    [' HOLDFAST%0aa \n', 'HOLDFAST\na'],
  ])('%j says %j', (given, said) => {
    expect(unpacked(given)).toBe(said);
  });

  it.each(['a%0A%', 'a b%0Ac', 'a%20b', 'plain', 'a\\rb'])('is not %j', (given) => {
    expect(unpacked(given)).toBeUndefined();
  });
});

describe('a page or mail in its source form', () => {
  it.each([
    ['<pre>a<br/>b</pre>', ' a b '],
    ['a <B CLASS="x">b</B>', 'a  b '],
    ['x &lt; 3 &amp; &GT; &quot;&apos;&nbsp;&shy;|', 'x < 3 & > "\' |'],
    ['&ndash;&minus;&HYPHEN;&mdash;', '----'],
    ['&unknown; &abcdefghi; &a;', '&unknown; &abcdefghi; &a;'],
    ['&#65;&#x42;&#X43;&#8209;', 'ABC\u2011'],
    ['&#x10FFFF;&#x110000;&#0;', '\u{10FFFF}&#x110000;&#0;'],
    ['&#65536;&#1114112;&#6f;', '\u{10000}&#1114112;&#6f;'],
    [`a<b${'x'.repeat(200)}>c<d>`, 'a c '],
    [`a<b${'x'.repeat(201)}>c<d>`, `a<b${'x'.repeat(201)}>c `],
    ['a<1>b<c>', 'a<1>b '],
    ['a=3Db=20c', 'a=b c'],
    ['a=E2=80=93b', 'a–b'],
    ['a=\nb=\r\nc', 'abc'],
    ['=3d', '='],
    ['=C3=BCx=3D', 'üx='],
    ['<p>a=3Db</p>', ' a=b '],
  ])('%j says %j', (given, said) => {
    expect(unwrapped(given)).toBe(said);
  });

  it.each(['a', 'a < b > c', 'a & b;', 'a = b', 'a=b', '=C3', 'x &# y', '<>', '&;'])('is not %j', (given) => {
    expect(unwrapped(given)).toBeUndefined();
  });

  it('may be inside a document or a string', () => {
    expect(unwrapped('"<p>a\\nb=3D"')).toBe('" a\nb="');
    expect(unwrapped('"a\\nb"')).toBe('"a\nb"');
  });
});
