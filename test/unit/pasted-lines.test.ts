// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { linesOf, reflowed, sectionsOf } from '../../electron/backup/paper/pasted.ts';

// How a text is cut into lines, its lines into sheets, and one line into the lines it was made of.

const texts = (given: string): readonly string[] => linesOf(given).map(({ text }) => text);
const raws = (given: string): readonly string[] => linesOf(given).map(({ raw }) => raw);

describe('a text', () => {
  it('is cut at every line end there is, and the lines are counted from 1', () => {
    expect(linesOf('a\nb\rc\r\nd\u0085e\u2028f\u2029g')).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((text, at) => ({ number: at + 1, text, raw: text })),
    );
    expect(texts('a\r\n\r\nb\n\rc')).toEqual(['a', '', 'b', '', 'c']);
  });

  it.each([
    ['> a', 'a'],
    ['>>a', 'a'],
    [' >  > a', 'a'],
    ['| a', 'a'],
    ['» a', 'a'],
    ['\uFEFF> a', 'a'],
    ['\u200B\u200B> a', 'a'],
    ['a > b', 'a > b'],
    ['a |', 'a |'],
    ['a | b |', 'a | b |'],
    ['| a |', 'a'],
    ['| a   |  ', 'a'],
    ['|a|', 'a'],
    ['| a | b |', 'a | b'],
    ['  | a |', 'a'],
    ['> | a |', 'a |'],
    ['| a | b', 'a | b'],
    ['| a || ', 'a |'],
  ])('in which a line is quoted or framed, %j, has it as %j', (given, line) => {
    expect(texts(given)).toEqual([line]);
    expect(raws(given)).toEqual([line]);
  });

  it.each([
    ['\u001B[0ma\u001B[m', 'a'],
    ['\u001B[1;32ma', 'a'],
    ['\u009B[0Ka', 'a'],
    ['\u001B[32m| a |\u001B[0m', 'a'],
    ['\u001B[32m> a\u001B[0m', 'a'],
    [`\u001B[${'1'.repeat(20)}ma`, 'a'],
    [`\u001B[${'1'.repeat(21)}ma`, `[${'1'.repeat(21)}ma`],
    ['\u001B[0 a', '[0 a'],
    ['[0ma', '[0ma'],
  ])('that a terminal coloured, %j, has it as %j', (given, line) => {
    expect(texts(given)).toEqual([line]);
    expect(raws(given)).toEqual([line]);
  });

  it.each([
    ['  a \t b  ', 'a b'],
    ['\u00A0a\u2003\u2003b\u00A0', 'a b'],
    ['\u200B\u00AD a\u200Db \u200B\u2060', 'a\u200Db'],
    ['\u200B a', 'a'],
    ['a \u200B', 'a'],
    ['a\u0000\u0001b', 'ab'],
    ['ﬁ ½ Ⅷ', 'ﬁ ½ Ⅷ'],
  ])('in which a name is %j keeps its letters', (given, name) => {
    expect(raws(given)).toEqual([name]);
  });
});

const sections = (given: string) =>
  sectionsOf(linesOf(given)).map(({ number, version, lines }) => ({
    number,
    version,
    lines: lines.map(({ text }) => text),
  }));

describe('sheets in a text', () => {
  it.each([
    ['HOLDFAST-RECOVERY-1', '1'],
    ['holdfast recovery 12', '12'],
    ['HOLDFASTSHARE3', '3'],
    ['HOLDFAST -- SHARE - 007', '007'],
  ])('begin with %j', (header, version) => {
    expect(sections(`x\n${header}\nsecret: A\ny`)).toEqual([{ number: 2, version, lines: ['', 'secret: A', 'y'] }]);
  });

  it.each(['HOLDFAST-RECOVERY', 'HOLDFAST_RECOVERY-1', 'HOLDFAST-SHEET-1', 'HOLDFAST-SHARE-x1'])(
    'do not begin with %j',
    (header) => {
      expect(sections(`${header}\nsecret: A`)).toEqual([]);
    },
  );

  it('have what stands behind the header as their first line, and what stands before it is the last of the one above', () => {
    const given =
      'lost\nHOLDFAST-RECOVERY-1  secret: A\nnext HOLDFAST-SHARE-2 secret: B HOLDFAST-SHARE-3 secret: C\nEND';
    expect(sections(given)).toEqual([
      { number: 2, version: '1', lines: ['secret: A', 'next'] },
      { number: 3, version: '2', lines: ['secret: B'] },
      { number: 3, version: '3', lines: ['secret: C', 'END'] },
    ]);
    const [first, , third] = sectionsOf(linesOf(given));
    expect(first?.lines).toEqual([
      { number: 2, text: 'secret: A', raw: 'secret: A' },
      {
        number: 3,
        text: 'next',
        raw: 'next HOLDFAST-SHARE-2 secret: B HOLDFAST-SHARE-3 secret: C',
      },
    ]);
    expect(third?.lines[0]).toEqual({ number: 3, text: 'secret: C', raw: 'secret: C' });
  });

  it.each(['secret: A', 'secret 1-5: A', 'secret 16 - 20 : A', 'SECRET;', 'secret3:', 'x secret 1:'])(
    'that have a line %j below count, those that are only spoken of do not',
    (secret) => {
      expect(sections(`see HOLDFAST-RECOVERY-2\nHOLDFAST-RECOVERY-1\n${secret}\nHOLDFAST-RECOVERY-3`)).toEqual([
        { number: 2, version: '1', lines: ['', secret, ''] },
      ]);
    },
  );

  it.each(['secret', 'secrets: A', 'mysecret: A', 'secret 123: A', 'secret 1-234: A', 'secret of Anna: A'])(
    'of which none has a secret, for %j is none, are the first alone',
    (line) => {
      expect(sections(`HOLDFAST-RECOVERY-1\n${line}\nHOLDFAST-RECOVERY-2\n${line}`)).toEqual([
        { number: 1, version: '1', lines: ['', line, ''] },
      ]);
    },
  );
});

const again = (...given: readonly string[]) =>
  reflowed(given.map((text, at) => ({ number: at + 5, text, raw: text }))).map((reading) =>
    reading.map(({ number, text, raw }) => {
      expect(raw).toBe(text);
      return `${number} ${text}`;
    }),
  );
const FACTS = 'date: 2026-11-23 sheet: ab12';

describe('lines that were joined or broken', () => {
  it('begin where a word of the sheet stands', () => {
    expect(
      again(
        'wallet: Anna and Bob date: 2026-11-23 sheet: AB12 secret 1-5: A B secret 6 - 10 : C secret: D provider 1 of 2: Dock',
        '= https://a.example/ [abcd] provider 2 of 2 ; x provider: y provider 3: z END',
      ),
    ).toEqual([
      [
        '5 wallet: Anna and Bob',
        '5 date: 2026-11-23',
        '5 sheet: AB12',
        '5 secret 1-5: A B',
        '5 secret 6 - 10 : C',
        '5 secret: D',
        '5 provider 1 of 2: Dock = https://a.example/ [abcd]',
        '6 provider 2 of 2 ; x',
        '6 provider: y',
        '6 provider 3: z',
        '6 END',
      ],
    ]);
  });

  it('have the number of the line in which each begins, to the letter', () => {
    expect(again('a', 'b', FACTS, 'wallet;', 'x', 'END')).toEqual([
      ['7 date: 2026-11-23', '7 sheet: ab12', '8 wallet; x', '10 END'],
    ]);
    expect(again(`x ${FACTS}`, 'secret: A', 'B secret: C END', 'END')).toEqual([
      ['5 date: 2026-11-23', '5 sheet: ab12', '6 secret: A B', '7 secret: C', '7 END'],
      ['5 date: 2026-11-23', '5 sheet: ab12', '6 secret: A B', '7 secret: C END', '8 END'],
    ]);
  });

  it('do not begin where a name only sounds like it', () => {
    const name = 'wallet: my date: tomorrow, sheet: white, share: half, sheet: whiter, secrets: none, provider 123: x';
    expect(again(`${name} ${FACTS} END`)).toEqual([[`5 ${name}`, '5 date: 2026-11-23', '5 sheet: ab12', '5 END']]);
    expect(again(`mywallet: x ${FACTS} END`)).toEqual([['5 date: 2026-11-23', '5 sheet: ab12', '5 END']]);
  });

  it('of a share begin with its number', () => {
    expect(again('share: 2 of 3 split ab12 and date:2026-11-23 share;2 x END')).toEqual([
      ['5 share: 2 of 3 split ab12', '5 date:2026-11-23', '5 share;2 x', '5 END'],
    ]);
  });

  it('without a date, or without the number of a sheet or share, are none', () => {
    expect(again('sheet: ab12 END')).toEqual([]);
    expect(again('date: tomorrow sheet: ab12 END')).toEqual([]);
    expect(again('date: 2026-11-23 END')).toEqual([]);
    expect(again('date: 2026-11-23 sheet: ab1 END')).toEqual([]);
    expect(again('date: 2026-11-23 sheet: ab123 END')).toEqual([]);
    expect(again('date: 2026-11-23 share: two END')).toEqual([]);
    expect(again(FACTS)).toEqual([]);
    expect(again('date ; 2026- sheet ; ab12 END')).toHaveLength(1);
    expect(again('date:2026- share:1 END')).toHaveLength(1);
    expect(again('date:2026- sheet:ab12 ENDING')).toEqual([]);
  });

  it('have blanks or none, and nothing of what stands behind the end', () => {
    expect(again('wallet:W date:2026-11-23 sheet:ab12 secret12:A provider12 of 12:P END secret: B END')).toEqual([
      ['5 wallet:W', '5 date:2026-11-23', '5 sheet:ab12', '5 secret12:A', '5 provider12 of 12:P', '5 END'],
      [
        '5 wallet:W',
        '5 date:2026-11-23',
        '5 sheet:ab12',
        '5 secret12:A',
        '5 provider12 of 12:P END',
        '5 secret: B',
        '5 END',
      ],
    ]);
  });

  it('end at each of four words END in turn', () => {
    expect(again(`${FACTS} ${'END x '.repeat(6)}`).map((reading) => reading.length)).toEqual([3, 3, 3, 3]);
    expect(again(`${FACTS} end`)).toEqual([['5 date: 2026-11-23', '5 sheet: ab12', '5 END']]);
  });

  it.each([
    ['secret: A B # a remark', 'secret: A B'],
    ['secret 1-5: A B#a remark', 'secret 1-5: A B'],
    ['provider 1 of 1: a = https://a/ [ab12] and more', 'provider 1 of 1: a = https://a/ [ab12]'],
    ['provider 1 of 1: a = https://a/ [ a b 1 2 ] and [more]', 'provider 1 of 1: a = https://a/ [ a b 1 2 ]'],
    ['provider 1 of 1: a = https://a/ [ab1] and more', 'provider 1 of 1: a = https://a/ [ab1] and more'],
    ['provider 1 of 1: [x] = https://a/ [ab12] more', 'provider 1 of 1: [x] = https://a/ [ab12]'],
    ['share: 2 of 3, split ab12 # keep it', 'share: 2 of 3, split ab12'],
    ['share: 2 of 3, splitab12x', 'share: 2 of 3, splitab12'],
    ['wallet: Anna # 1 and all', 'wallet: Anna # 1 and all'],
    [
      'wallet: my secret #1 [ab12] provider, share split ab12 x',
      'wallet: my secret #1 [ab12] provider, share split ab12 x',
    ],
    ['sheet: cd34 wallet, secret #1', 'sheet: cd34'],
    ['sheet: cd34 a remark', 'sheet: cd34'],
    ['date: 2026-12-01 a remark', 'date: 2026-12-01'],
  ])('lose a remark: %j is %j', (line, left) => {
    expect(again(`${FACTS} ${line} END`)[0]?.at(-2)).toBe(`5 ${left}`);
  });
});
