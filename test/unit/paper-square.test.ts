// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { urlCheck } from '../../electron/backup/paper/address.ts';
import { linesOf } from '../../electron/backup/paper/pasted.ts';
import { checkedPlaces, groupsInBoxes } from '../../electron/backup/paper/printed-page.ts';
import { readSquare, squareOf, type SquareFacts } from '../../electron/backup/paper/square.ts';
import { wrapped } from '../../electron/backup/paper/wrap.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { groups, letters, sheet } from './sheet-facts.ts';

// What the square of a page says, what is found on a page that comes back as text, and where its lines are broken.

const CODE = letters.toUpperCase();
const said = (text: string): string => `HOLDFAST:2:${CODE}:${bytesToCrock(utf8(text))}:${urlCheck(text).toUpperCase()}`;
const DOCK = 'https://sync-1.example.com/';

describe('a square', () => {
  it('says the day, the wallet and its places, each on its line', () => {
    const text = `2026-11-23\nFamily\n${DOCK} My Dock\n${DOCK}b/`;
    const facts: SquareFacts = {
      date: '2026-11-23',
      walletName: 'Family',
      providers: [
        { name: 'My Dock', url: DOCK },
        { name: '', url: `${DOCK}b/` },
      ],
    };
    expect(squareOf(letters, facts)).toEqual({ code: 'whole', qrText: said(text), qrLevel: 'H' });
    expect(readSquare(said(text))).toEqual({ code: CODE, facts: { ok: true, value: facts } });
    expect(readSquare(`see ${said(text).toLowerCase()}\n`)).toEqual({
      code: CODE.toLowerCase(),
      facts: { ok: true, value: facts },
    });
  });

  it('of a share says how many there are', () => {
    const facts: SquareFacts = { date: '2026-11-23', walletName: '', providers: [], of: 3 };
    expect(squareOf(letters, facts).qrText).toBe(said('2026-11-23 3\n'));
    expect(readSquare(said('2026-11-23 3\n'))?.facts).toEqual({ ok: true, value: facts });
  });

  it('may be the code alone', () => {
    expect(readSquare(`HOLDFAST:2:${CODE}`)).toEqual({
      code: CODE,
      facts: { ok: true, value: { date: '', walletName: '', providers: [] } },
    });
  });

  it('leaves out an address that is none, and takes 128 places', () => {
    const lines = [`date\n`, 'ftp://a x', ...Array.from({ length: 130 }, (_, at) => `${DOCK}${at}/`)];
    const facts = readSquare(said(lines.join('\n')))?.facts;
    expect(facts?.ok && facts.value.providers.length).toBe(127);
  });

  it('that is damaged or cut says so, and what is none is none', () => {
    const whole = said('2026-11-23\nFamily');
    const last = whole.at(-1) === 'Q' ? 'P' : 'Q';
    expect(readSquare(whole.slice(0, -1) + last)?.facts).toEqual({ ok: false, error: 'damaged' });
    expect(readSquare(`HOLDFAST:2:${CODE}:U:${urlCheck('').toUpperCase()}`)?.facts).toEqual({
      ok: false,
      error: 'damaged',
    });
    for (const cut of [whole.slice(0, -1), whole.slice(0, 30), `${whole}X`, `${whole}:`, `HOLDFAST:2:${CODE}:`])
      expect(readSquare(cut)).toEqual({ code: '', facts: { ok: false, error: 'cut' } });
    for (const none of ['', 'HOLDFAST:3:HOLD1', CODE, `HOLDFAST2:${CODE}`]) expect(readSquare(none)).toBeUndefined();
  });

  it('says less where there is no room: first with the weaker level, then without names, then without places', () => {
    const forms = Array.from({ length: 40 }, (_, count) => {
      const providers = Array.from({ length: count }, (__, at) => ({
        name: `Place ${at}`,
        url: `https://s-${at}.example/`,
      }));
      return squareOf(letters, { date: '2026-11-23', walletName: 'W', providers });
    });
    const order = forms.map(({ code, qrLevel }) => `${code} ${qrLevel}`);
    expect([...new Set(order)]).toEqual(['whole H', 'whole Q', 'unnamed H', 'unnamed Q', 'secret H']);
    for (const { qrText, qrLevel, code } of forms) {
      expect(qrText.length).toBeLessThanOrEqual(qrLevel === 'H' ? 910 : 1172);
      const facts = readSquare(qrText)?.facts;
      expect(
        facts?.ok && [facts.value.walletName, facts.value.date, facts.value.providers.every(({ name }) => name !== '')],
      ).toEqual(
        code === 'whole' ? ['W', '2026-11-23', true] : code === 'unnamed' ? ['', '2026-11-23', false] : ['', '', true],
      );
    }
    // As long as it may be, and one more.
    const named = (length: number) =>
      squareOf(letters, { date: '2026-11-23', walletName: '', providers: [{ name: 'n'.repeat(length), url: DOCK }] });
    const lengths = Array.from({ length: 120 }, (_, at) => named(at)).map(({ qrText, qrLevel }) => [
      qrText.length,
      qrLevel,
    ]);
    expect(lengths.every(([length, level]) => (level === 'H') === Number(length) <= 910)).toBe(true);
  });
});

describe('a page that comes back as text', () => {
  const boxes = groups.map((group, at) => `${at + 1} ${group}`);
  const found = (text: string) => groupsInBoxes(linesOf(text));

  it('has its groups in any order, each with the line it stands in', () => {
    const parts = found(boxes.toReversed().join('\n')) ?? [];
    expect(parts.map(({ characters }) => characters)).toEqual(groups.map((group) => group.toLowerCase()));
    expect(parts.map(({ first }) => first)).toEqual(groups.map((_, at) => at + 1));
    expect(parts.map(({ line }) => line)).toEqual(groups.map((_, at) => groups.length - at));
    expect(found(boxes.join('  '))?.map(({ line }) => line)).toEqual(groups.map(() => 1));
  });

  it('may lack two of them, which are unread', () => {
    const parts = found(boxes.slice(1, -1).join('\n'));
    expect(parts?.[0]).toEqual({ line: 1, characters: '?????', first: 1 });
    expect(parts?.at(-1)?.characters).toBe('?'.repeat(groups.at(-1)?.length ?? 0));
    expect(found(boxes.slice(3).join('\n'))).toBeUndefined();
    expect(found('')).toBeUndefined();
    // Where one lacks, it is looked for where the first stands.
    expect(found(`title\n${boxes.slice(0, -1).join('\n')}`)?.at(-1)).toMatchObject({ line: 2 });
  });

  it('has what stands first with a number, as long as its group, in capitals', () => {
    const rest = boxes.slice(1).join('\n');
    for (const [text, characters] of [
      ['1 AAAAA\n1 BBBBB', 'aaaaa'],
      ['1 AAAA\n1 BBBBB', 'bbbbb'],
      ['1\u00A0\u00A0AA??A', 'aa??a'],
      ['1 words', '?????'],
      ['01 AAAAA', '?????'],
      ['1 AAAAAA', '?????'],
      ['1 AAAAA?', '?????'],
      ['1AAAAA', '?????'],
      ['x1 AAAAA', '?????'],
    ])
      expect(found(`${text}\n${rest}`)?.[0]?.characters).toBe(characters);
    expect(found(`0 AAAAA\n27 BBBBB\n${boxes.join('\n')}`)?.map(({ characters }) => characters)).toEqual(
      groups.map((group) => group.toLowerCase()),
    );
  });

  it('has the addresses whose check characters fit, however their lines are broken', () => {
    const [dock, stick] = sheet.providers.map(({ url }) => url);
    const written = (url = ''): string => `${url} [${urlCheck(url)}]`;
    const places = (text: string) => checkedPlaces(linesOf(text)).map(({ name, url }) => [name, url]);
    const both = [
      ['', dock],
      ['', stick],
    ];
    expect(places(`Dock, a service ${written(dock)}\nStick ${written(stick)} more`)).toEqual(both);
    expect(
      places(
        `${written(dock).replace('sync', 'sy\nnc').replace('[', '[ ')}x${written(stick).toUpperCase().replace('HOLDFAST+FOLDER', 'holdfast+folder')}`,
      ),
    ).toEqual(both);
    expect(places(`${dock} [qqqq] ${dock} ${written(stick)}`)).toEqual([both[1]]);
    expect(places(`see https:// and ${written(dock)}`)).toEqual([both[0]]);
    const here = 'http://127.0.0.1:8080/';
    expect(places(`${written(here).replace(':8', ':\n8').replace('[', '\n[')} x`)).toEqual([['', here]]);
    const cloud = `${stick}@https://cloud.example/dav/`;
    expect(checkedPlaces(linesOf(`${written(cloud)} and ${written(dock)}`))).toEqual([
      { name: '', url: stick, at: 'https://cloud.example/dav/' },
      { name: '', url: dock },
    ]);
    // So many beginnings are looked at, and no more.
    expect(places(`${'https://a '.repeat(399)}${written(dock)}`)).toEqual([both[0]]);
    expect(places(`${'https://a '.repeat(400)}${written(dock)}`)).toEqual([]);
    expect(places(`${dock}`)).toEqual([]);
    expect(places('')).toEqual([]);
  });
});

describe('a line is broken', () => {
  const lines = (text: string, width: number): readonly string[] => wrapped(text, width, ({ length }) => length);
  it.each<readonly [string, number, readonly string[]]>([
    ['one two three', 20, ['one two three']],
    ['one two three', 7, ['one two', 'three']],
    ['one two  three', 8, ['one two', 'three']],
    ['one  two', 8, ['one  two']],
    ['  one two', 5, ['  one', 'two']],
    ['one two', 3, ['one', 'two']],
    ['one two   ', 7, ['one two']],
    ['', 5, ['']],
    ['   ', 5, ['']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['ab cdefgh i', 3, ['ab', 'cde', 'fgh', 'i']],
    ['abcdef', 3, ['abc', 'def']],
    ['ab-cdef', 3, ['ab', '-cd', 'ef']],
    ['ab--cdef', 4, ['ab', '--cd', 'ef']],
    ['----', 3, ['---', '-']],
    ['ab\u2212c', 3, ['ab', '\u2212c']],
    ['abcd-', 5, ['abcd-']],
    ['e\u0301e\u0301e', 3, ['e\u0301', 'e\u0301e']],
  ])('%j at %i', (text, width, broken) => {
    expect(lines(text, width)).toEqual(broken);
  });
});
