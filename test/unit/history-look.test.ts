// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePersonsFile } from '../../electron/app/small-files.ts';
import { createLook } from '../../electron/wallet/history/look.ts';
import type { HistoryFilter } from '../../shared/contract-history.ts';
import { LINE_STATES, LINE_TYPES, type HistoryPlace } from '../../shared/view-history.ts';
import type { HistoryLine } from '../../shared/view.ts';
import { typesCalled } from '../../shared/words/called-types.ts';
import { csvHead, csvLine } from '../../electron/app/history-csv.ts';
import { words } from '../../shared/words/words.ts';
import { strikeFiles } from '../support/fail-file.ts';
import { filterOf, EVERYTHING } from '../../renderer/parts/history/wanted.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

const line = (change: Partial<HistoryLine> = {}): HistoryLine => ({
  id: 'p1',
  type: 'payment',
  state: 'done',
  at: NOON,
  exchange: 'https://exchange.example/',
  currency: 'KUDOS',
  amount: 'KUDOS:12.5',
  fees: 'KUDOS:0.01',
  effect: 'KUDOS:-12.51',
  party: 'Bücher Müller',
  partyHost: 'books.example',
  summary: 'The Old Man and the Sea',
  ...change,
});

/** All pages one after the other, and how many there were. */
const throughPages = (lines: readonly HistoryLine[], filter: HistoryFilter, limit: number): readonly HistoryLine[] => {
  const look = createLook();
  const all: HistoryLine[] = [];
  let after: HistoryPlace | undefined;
  do {
    const page = look(lines, { filter, limit, after });
    all.push(...page.lines);
    after = page.next;
  } while (after !== undefined);
  return all;
};

const foundBy = (lines: readonly HistoryLine[], filter: HistoryFilter): readonly string[] =>
  createLook()(lines, { filter }).lines.map(({ id }) => id);

describe('the history is looked through', () => {
  test('pages of any length are all of it once, in its order, also when lines share their moment and their id', () => {
    const lineArb = fc.record({
      at: fc.constantFrom(NOON, NOON - 1, NOON - 2, Number.POSITIVE_INFINITY),
      id: fc.constantFrom('a', 'b', 'c'),
      type: fc.constantFrom(...LINE_TYPES),
      state: fc.constantFrom(...LINE_STATES),
    });
    const lines = fc.uniqueArray(lineArb, { selector: ({ id, type }) => `${id} ${type}`, maxLength: 24 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 9 }), fc.subarray([...LINE_STATES]), (changes, limit, states) => {
        const all = changes
          .map((change) => line(change))
          .toSorted(
            (a, b) => (a.at === b.at ? 0 : b.at - a.at) || (`${a.id} ${a.type}` < `${b.id} ${b.type}` ? -1 : 1),
          );
        expect(throughPages(all, {}, limit)).toEqual(all);
        expect(throughPages(all, { states }, limit)).toEqual(all.filter(({ state }) => states.includes(state)));
      }),
      { numRuns: 100 },
    );
  });

  test('a page goes on where the last one ended though its last line has gone, or others came above it', () => {
    const lines = ['a', 'b', 'c', 'd'].map((id, at) => line({ id, at: NOON - at }));
    const look = createLook();
    const first = look(lines, { limit: 2 });
    expect(first.next).toMatchObject({ id: 'b' });
    const later = [line({ id: 'new', at: NOON + 1 }), ...lines.filter(({ id }) => id !== 'b')];
    expect(look(later, { after: first.next }).lines.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  test('words are found whatever their case and accents, sums as people write them, and all words must occur', () => {
    const lines = [
      line(),
      line({ id: 'p2', type: 'refund', party: 'Kiosk', summary: '', amount: 'KUDOS:1234.5', effect: 'KUDOS:1234.5' }),
    ];
    for (const text of ['bucher', 'MÜLLER sea', 'books.example', '12.50', '12,5', '-12.51', '−12,51', 'kudos old'])
      expect({ text, found: foundBy(lines, { text }) }).toEqual({ text, found: expect.arrayContaining(['p1']) });
    for (const text of ["1'234.50", '1,234.50', '1.234,5', '1234,50'])
      expect({ text, found: foundBy(lines, { text }) }).toEqual({ text, found: ['p2'] });
    expect(foundBy(lines, { text: 'bucher kiosk' })).toEqual([]);
    expect(foundBy(lines, { text: '   ' })).toEqual(['p1', 'p2']);
    expect(foundBy(lines, { text: 'Rückerst', called: [...typesCalled(words('de'), 'rückerst')] })).toEqual(['p2']);
  });

  test('a fee for copies is found by the name its person gave the place', () => {
    const lines = [line({ type: 'provider-fee', party: 'https://b.example/', partyHost: 'b.example' })];
    const look = createLook();
    const nameOf = (): string => 'Reef';
    expect(look(lines, { filter: { text: 'reef' }, nameOf }).found).toBe(1);
    // It was called otherwise meanwhile, and no line has changed.
    expect(look(lines, { filter: { text: 'reef' }, nameOf: () => 'Harbour' }).found).toBe(0);
    expect(look(lines, { filter: { text: 'harbour' }, nameOf: () => 'Harbour' }).found).toBe(1);
    expect(createLook()(lines, { filter: { text: 'reef' } }).found).toBe(0);
  });

  test('of more lines than anybody reads no request looks at all, and every line is still reached', () => {
    const many = Array.from({ length: 45_000 }, (_, at) =>
      line({ id: `p${at}`, at: NOON - at, summary: at === 44_000 ? 'needle' : 'hay' }),
    );
    const page = createLook()(many, { filter: { text: 'needle' } });
    expect(page).toMatchObject({ lines: [], total: 45_000 });
    expect(page.found).toBeUndefined();
    expect(page.next).toMatchObject({ id: 'p19999' });
    expect(throughPages(many, { text: 'needle' }, 100).map(({ id }) => id)).toEqual(['p44000']);
  });

  test('a month is that of the clock of now, also after somebody set it back a year', () => {
    const now = new Date(2026, 10, 23, 12).getTime();
    const wanted = { ...EVERYTHING, time: 'lastMonth' } as const;
    expect(filterOf(wanted, words('en'), now)).toEqual({
      from: new Date(2026, 9, 1).getTime(),
      to: new Date(2026, 10, 1).getTime(),
    });
    expect(filterOf(wanted, words('en'), new Date(2025, 0, 3).getTime())).toEqual({
      from: new Date(2024, 11, 1).getTime(),
      to: new Date(2025, 0, 1).getTime(),
    });
    expect(filterOf({ ...EVERYTHING, time: 'own', from: '2026-03-01', to: 'x' }, words('en'), now)).toEqual({
      from: new Date(2026, 2, 1).getTime(),
    });
  });
});

describe('the table for spreadsheets', () => {
  const cells = (text: string): readonly string[] => text.trimEnd().split(text.includes('";"') ? ';' : ',');

  test('holds every digit of a sum, with the mark of the language', () => {
    const sums = {
      amount: 'KUDOS:4503599627370496.12345678',
      fees: 'KUDOS:0.00000001',
      effect: 'KUDOS:-4503599627370496.12345679',
    };
    expect(csvLine(words('en-GB'), line(sums))).toContain(
      ',4503599627370496.12345678,0.00000001,-4503599627370496.12345679,"KUDOS",',
    );
    expect(csvLine(words('de-DE'), line(sums))).toContain(
      ';4503599627370496,12345678;0,00000001;-4503599627370496,12345679;"KUDOS";',
    );
    expect(cells(csvHead(words('de-DE')))).toHaveLength(14);
    expect(csvHead(words('en-GB')).charCodeAt(0)).toBe(0xfeff);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1',
    '|cmd',
    '%0A',
    '\0=1',
    '\u200b=1',
    '\u202e\u00ad=1',
  ])('does not carry out %j', (summary) => {
    expect(csvLine(words('en-GB'), line({ summary }))).toContain(`,"'${summary}",`);
  });

  test('a quotation mark and a line break stay in their cell', () => {
    const text = csvLine(words('en-GB'), line({ summary: 'a "b", c\r\nd', party: '<b>x</b>' }));
    expect(text).toContain('"a ""b"", c\r\nd"');
    expect(text).toContain('"<b>x</b>"');
  });
});

test('a disk that is full while the history is saved leaves the file of before, nothing half, and a sentence', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-export-'));
  const file = join(directory, 'history.csv');
  const write = (text: string) => writePersonsFile(file, Buffer.from(text), 'history', '/nowhere', () => undefined);
  expect(write('before')).toEqual({ ok: true, value: { file } });
  let struck = 0;
  for (let n = 1, isStruck = true; isStruck; n += 1) {
    isStruck = await strikeFiles(directory, { fault: 'file step fails', n }, async () => {
      const { ok } = write('after');
      expect(ok).toBe(readFileSync(file, 'utf8') === 'after');
    });
    if (isStruck) struck += 1;
    expect(readdirSync(directory).filter((name) => name !== 'history.csv')).toEqual([]);
    if (isStruck) write('before');
  }
  expect(struck).toBeGreaterThan(3);
  rmSync(directory, { recursive: true });
});
