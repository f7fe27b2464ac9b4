// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import { describe, expect, it } from 'vitest';
import type { PageDescription, Paper } from '../../electron/backup/paper/page/description.ts';
import { layOut } from '../../electron/backup/paper/page/lay-out.ts';
import { recoveryPage } from '../../electron/backup/paper/page/recovery-page.ts';
import { squareArea } from '../../electron/backup/paper/page/square-area.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { DrawnMark, DrawnPage, DrawnWords } from '../../shared/view-sheet.ts';
import { LANGUAGES, withEnglish, words } from '../../shared/words/words.ts';
import { partOf, RUN_SEED } from '../support/seed.ts';

// Where things stand on a page: nothing is left out, lies over something else, or is cut off at an edge, however many places there are.

const MARGIN = 42;
const root = secret(new Uint8Array(64).fill(7));
const describedWith = (count: number, language: string, length = 20): PageDescription => {
  const facts = {
    walletName: 'Anna’s wallet',
    date: '2026-11-23',
    providers: Array.from({ length: count }, (_, at) => ({
      name: `Place ${at + 1}`,
      url: `https://sync-${at + 1}.example.com/${'path/'.repeat(length / 5)}`,
    })),
  };
  const all = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
  const view = { ...all, text: recoveryToText(all), ...recoveryToQr(all), groups: secretGroups(all) };
  return recoveryPage({ ...view, testedOn: '2026-11-29' }, withEnglish(words(language)));
};

type Area = {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
const isWords = (mark: DrawnMark): mark is DrawnWords => mark.kind === 'words';
/** What is covered by ink, about; letters reach three quarters of their size up and a fifth down. */
const areaOf = (mark: DrawnMark): Area => {
  if (mark.kind === 'words') {
    const { text: what, x, y, width, size } = mark;
    return { what, left: x, top: y - 0.75 * size, right: x + width, bottom: y + 0.2 * size };
  }
  if (mark.kind === 'line') {
    const [[left, top], [right, bottom]] = [mark.from, mark.to];
    return { what: 'line', left, top, right, bottom };
  }
  const { x, y } = mark;
  const [width, height] = mark.kind === 'box' ? [mark.width, mark.height] : [mark.size, mark.size];
  return { what: mark.kind, left: x, top: y, right: x + width, bottom: y + height };
};
const meets = (a: Area, b: Area, by = 0): boolean =>
  a.left < b.right + by && b.left < a.right + by && a.top < b.bottom + by && b.top < a.bottom + by;
/** A page's words in the order they were written, without blanks and marks of direction. */
const said = (pages: readonly DrawnPage[]): string =>
  pages
    .flatMap(({ marks }) => marks.filter(isWords).map(({ text }) => text))
    .join('')
    .replaceAll(/[\s\u2066-\u2069]/g, '');
const tight = (text: string): string => text.replaceAll(/[\s\u2066-\u2069]/g, '');
const textsOf = ({ title, subject, number, beside, below, code, places, facts, blanks, foot }: PageDescription) => [
  title,
  subject,
  number.label,
  number.value,
  ...[...beside, ...below].flatMap((section) => [section.title, ...section.lines]),
  code.title,
  code.note,
  code.hint,
  ...code.groups,
  places.title,
  ...places.rows.flatMap(({ name, address }) => [name, address]),
  ...facts,
  ...blanks,
  ...foot,
];

const PAPERS = [
  ['A4', 595.28, 841.89],
  ['Letter', 612, 792],
] as const;

/** Each paper in each language; how many places it names has its turn with every commit. */
const SHEETS = PAPERS.flatMap((paper, at) =>
  Object.keys(LANGUAGES).map((language, index) => [...paper, language, at + index] as const),
);

describe.each(SHEETS)('a sheet on %s (%d × %d) in %s', (paper: Paper, width, height, language, turn) => {
  it.each(partOf([0, 3, 14, 25, 60], 2, RUN_SEED + turn))('with %i places', (count) => {
    const description = describedWith(count, language);
    const { title, pages, outlines } = layOut(description, paper);
    expect(title).toBe(description.file);
    const text = said(pages);
    for (const each of textsOf(description)) expect(text).toContain(tight(each));
    if (count === 0) expect(text).toContain(tight(description.places.none));
    expect(text.includes(tight(description.places.overleaf))).toBe(pages.length > 1);
    for (const page of pages) {
      expect(page).toMatchObject({ width, height });
      const written = page.marks.filter(isWords);
      expect(written.every(({ size }) => size >= 10)).toBe(true);
      expect(written.every(({ letters }) => letters.every(([shape]) => Object.hasOwn(outlines, shape)))).toBe(true);
      const areas = written.filter(({ text: what }) => what.trim() !== '').map(areaOf);
      const off = areas.filter(
        ({ left, top, right, bottom }) =>
          left < MARGIN - 0.01 || top < MARGIN - 8 || right > width - MARGIN + 0.01 || bottom > height - MARGIN + 8,
      );
      expect(off).toEqual([]);
      const over = areas.flatMap((one, at) =>
        areas
          .slice(at + 1)
          .filter((other) => meets(one, other))
          .map((other) => [one, other]),
      );
      expect(over).toEqual([]);
      const all = page.marks.map(areaOf);
      expect(
        all.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height),
      ).toEqual([]);
    }
  });
});

describe('the first page', () => {
  const description = describedWith(3, 'en');
  const [page] = layOut(description, 'A4').pages;
  const marks = page?.marks ?? [];
  const written = marks.filter(isWords);
  const boxes = marks.flatMap((mark) => (mark.kind === 'box' ? [mark] : []));
  const square = marks.flatMap((mark) => (mark.kind === 'area' && mark.pen === undefined ? [mark] : []));

  it('has one square of 66 mm, and four of its modules around it are white', () => {
    expect(square).toHaveLength(1);
    const [area] = square.map(areaOf);
    const quiet = (4 * 187) / (square[0]?.side ?? 1);
    expect([area?.left, (area?.right ?? 0) - (area?.left ?? 0)]).toEqual([MARGIN, 187]);
    const near = marks.filter((mark) => mark !== square[0] && area && meets(areaOf(mark), area, quiet));
    expect(near).toEqual([]);
  });

  it('has each group in a box of its own, five in a row, with its number before it', () => {
    expect(boxes).toHaveLength(description.code.groups.length);
    boxes.forEach((box, at) => {
      const area = areaOf(box);
      const inside = written.filter((each) => meets(areaOf(each), area) && each.text.trim() !== '');
      expect(inside.map(({ text }) => text).join('|')).toBe(`${at + 1}|${description.code.groups[at]}`);
      for (const each of inside.map(areaOf)) {
        expect(each.left > area.left + 2 && each.right < area.right - 2).toBe(true);
        expect(each.top > area.top && each.bottom < area.bottom).toBe(true);
      }
      const [number, group] = inside.map(areaOf);
      expect((group?.left ?? 0) - (number?.right ?? 0)).toBeCloseTo(6, 5);
      // In the middle of its box.
      expect((group?.top ?? 0) - area.top).toBeCloseTo(area.bottom - (group?.bottom ?? 0), -1);
    });
    const columns = [...new Set(boxes.map(({ x }) => Math.round(x * 100)))];
    expect(columns).toHaveLength(5);
    expect(Math.round((boxes[4]?.x ?? 0) + (boxes[4]?.width ?? 0))).toBe(Math.round(595.28 - MARGIN));
    expect(boxes.every((box, at) => at < 5 || box.y > (boxes[at - 5]?.y ?? 0) + box.height)).toBe(true);
  });

  it('has lines to write on behind each of its blanks, within its margins, and apart', () => {
    const lines = marks.flatMap((mark) =>
      mark.kind === 'line' && mark.line === 0.5 && mark.dash === undefined ? [mark] : [],
    );
    const blanks = lines.filter(({ from: [x], to: [end] }) => x >= MARGIN && end - x > 20);
    expect(blanks).toHaveLength(description.blanks.length);
    for (const { from, to } of blanks) {
      expect(to[0] - from[0]).toBeGreaterThan(60);
      expect(to[0]).toBeLessThanOrEqual(595.28 - MARGIN + 0.01);
      expect(from[1]).toBe(to[1]);
    }
    const [first, second, last] = blanks;
    expect(first?.from[1]).toBe(second?.from[1]);
    // Room for writing by hand.
    expect((last?.from[1] ?? 0) - (first?.from[1] ?? 0)).toBeGreaterThan(18);
    expect(written.filter((each) => blanks.some((line) => meets(areaOf(each), areaOf(line))))).toEqual([]);
  });

  it('says where to cut at each corner, and where to fold: through neither square nor boxes', () => {
    const guides = marks.flatMap((mark) => (mark.kind === 'line' && mark.line === 0.5 ? [mark] : []));
    const [right, bottom] = [595.28 - 24, 841.89 - 24];
    for (const [x, y, toX, toY] of [
      [24, 24, 36, 36],
      [right, 24, right - 12, 36],
      [24, bottom, 36, bottom - 12],
      [right, bottom, right - 12, bottom - 12],
    ] as const) {
      expect(guides).toContainEqual({ kind: 'line', from: [x, y], to: [toX, y], line: 0.5 });
      expect(guides).toContainEqual({ kind: 'line', from: [x, y], to: [x, toY], line: 0.5 });
    }
    const folds = guides.filter(({ dash }) => dash !== undefined);
    expect(folds.map(({ from, to }) => [from[0], to[0]])).toEqual([
      [24, 36],
      [right - 12, right],
    ]);
    const y = folds[0]?.from[1] ?? 0;
    expect(folds[1]?.from[1]).toBe(y);
    for (const area of [...square, ...boxes].map(areaOf)) expect(area.top > y || area.bottom < y).toBe(true);
  });
});

describe('the room there is', () => {
  it('is used: airy for few places, tighter for more, and the next page when it is not enough', () => {
    for (const paper of ['A4', 'Letter'] as const) {
      const tried = [1, 3, 5, 7, 9, 11, 13, 15, 17, 19].map((count) => {
        const { pages } = layOut(describedWith(count, 'en'), paper);
        const [box] = pages[0]?.marks.flatMap((mark) => (mark.kind === 'box' ? [mark.height] : [])) ?? [];
        return { gap: (box ?? 0) + 3.5, pages: pages.length };
      });
      const alone = tried.filter(({ pages }) => pages === 1).map(({ gap }) => gap);
      expect(tried.slice(0, alone.length).every(({ pages }) => pages === 1)).toBe(true);
      expect(alone).toEqual(alone.toSorted((a, b) => b - a));
      expect([...new Set(alone)]).toEqual([26, 23, 20, 18.5]);
      // Without the places there is room again.
      expect(tried.at(-1)).toEqual({ gap: 26, pages: 2 });
    }
  });

  it('of a line holds name and address side by side, or the address below, broken where it ends', () => {
    const rowsOf = (length: number) => {
      const { pages } = layOut(describedWith(1, 'en', length), 'A4');
      const written = pages[0]?.marks.filter(isWords) ?? [];
      const from = written.findIndex(({ text }) => text.includes('Place 1'));
      return written.filter(({ text }, at) => text.startsWith('https://') || at >= from).slice(0, 3);
    };
    const y = (length: number): readonly number[] => {
      const rows = rowsOf(length);
      const name = rows.find(({ text }) => text.includes('Place 1'));
      const address = rows.find(({ text }) => text.startsWith('https://'));
      return [name?.y ?? 0, address?.y ?? 0];
    };
    expect(new Set(y(20)).size).toBe(1);
    expect((y(400)[1] ?? 0) - (y(400)[0] ?? 0)).toBeCloseTo(12.4, 5);
  });
});

describe('further pages', () => {
  it('each have the head, the margins to cut, and every place once and in order', () => {
    const description = describedWith(150, 'de');
    const { pages } = layOut(description, 'Letter');
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const text = said([page]);
      for (const each of [description.title, description.subject, description.number.value])
        expect(text).toContain(tight(each));
      expect(page.marks.filter(({ kind }) => kind === 'line').length).toBeGreaterThan(8);
      expect(text).toContain(tight(description.places.title));
    }
    const text = said(pages.slice(1));
    const at = description.places.rows.map(({ address }) => text.indexOf(tight(address)));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at.every((each) => each >= 0)).toBe(true);
    // Filled as far as it goes: a page ends where the next place has no room.
    for (const page of pages.slice(1, -1))
      expect(Math.max(...page.marks.filter(isWords).map(({ y }) => y))).toBeGreaterThan(792 - MARGIN - 40);
  });

  it('break an address that is longer than one of them', () => {
    const description = describedWith(1, 'en', 6000);
    const { pages } = layOut(description, 'A4');
    expect(pages.length).toBe(3);
    expect(said(pages)).toContain(tight(description.places.rows[0]?.name ?? ''));
    const heads = tight(description.title);
    expect(said(pages.slice(1)).split(heads)).toHaveLength(3);
    for (const page of pages)
      expect(Math.max(...page.marks.filter(isWords).map(({ y }) => y))).toBeLessThan(841.89 - MARGIN + 4);
  });
});

it('the bars of a square cover its dark modules and no others', () => {
  for (const level of ['H', 'Q'] as const) {
    const { size, data } = createQr('HOLD1 2 3', { errorCorrectionLevel: level }).modules;
    const area = squareArea('HOLD1 2 3', level, 3, 4, 100);
    if (area.kind !== 'area') throw new Error('no area');
    expect(area).toMatchObject({ x: 3, y: 4, size: 100, side: size });
    const covered = new Uint8Array(size * size);
    for (const [, left, top, width, high] of area.d.matchAll(/M(\d+) (\d+)h([\d.]+)v([\d.]+)h-[\d.]+z/g)) {
      expect(Number(high)).toBeCloseTo(1.03, 6);
      const modules = Math.round(Number(width) - 0.03);
      expect(Number(width)).toBeCloseTo(modules + 0.03, 6);
      for (let x = Number(left); x < Number(left) + modules; x++) covered[Number(top) * size + x] = 1;
    }
    expect([...covered]).toEqual([...data]);
  }
});
