// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark, DrawnPage, DrawnPages } from '../../../../shared/view-sheet.ts';
import type { PageDescription, Paper, Section } from './description.ts';
import { corners, fold, type Sheet } from './guides.ts';
import { openLetters, type Letters, type Style } from './letters.ts';
import {
  baseOf,
  BODY,
  facing,
  heightOf,
  HEADING,
  rule,
  STRONG,
  write,
  writeAtEnd,
  type Column,
  type Pen,
} from './pen.ts';
import { squareArea } from './square-area.ts';

// Where everything on a page stands: one layout for the screen, for print and for PDF. It is one page; where the places do not fit, they
// stand on a second one, and the first has everything else.

const SIZES: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [595.28, 841.89],
  Letter: [612, 792],
};
const MARGIN = 42;
/** 66 mm, so that a code of 125 modules has squares of half a millimetre. */
const SQUARE = 187;
const GUTTER = 20;
const TITLE: Style = { face: 'bold', size: 19 };
const NUMBER: Style = { face: 'mono', size: 19 };
const GROUP: Style = { face: 'mono', size: 13 };
const LOGO = 34;
/** As in the boxes of the window. */
const BOXES_IN_ROW = 5;

/** How far things stand from one another where there is room, and where there is little. */
type Gaps = { readonly section: number; readonly box: number; readonly blank: number };
const AIRY: Gaps = { section: 21, box: 26, blank: 33 };
const ROOMY: Gaps = { section: 13, box: 23, blank: 29 };
const SNUG: Gaps = { section: 8, box: 20, blank: 24 };
const TIGHT: Gaps = { section: 5.5, box: 18.5, blank: 20 };
const GAPS = [AIRY, ROOMY, SNUG, TIGHT];

/** The pages of what is described, on that paper. */
export const layOut = (description: PageDescription, paper: Paper): DrawnPages => {
  const letters = openLetters();
  const [width, height] = SIZES[paper];
  const column = { x: MARGIN, width: width - 2 * MARGIN };
  const sheet = { width, height, column };
  for (const gaps of GAPS) {
    const marks = firstPage(description, letters, sheet, gaps);
    if (marks) return { title: description.file, pages: [{ width, height, marks }], outlines: letters.outlines };
  }
  const { rows, overleaf } = description.places;
  const rest = { ...description, places: { ...description.places, rows: [], none: overleaf } };
  const first = GAPS.map((gaps) => firstPage(rest, letters, sheet, gaps)).find(Boolean);
  const marks = first ?? firstPage(rest, letters, { ...sheet, height: Number.POSITIVE_INFINITY }, TIGHT) ?? [];
  const others = rows.length === 0 ? [] : placesPages(description, letters, sheet);
  return { title: description.file, pages: [{ width, height, marks }, ...others], outlines: letters.outlines };
};

/** Everything on one page; undefined when it does not fit. */
const firstPage = (
  description: PageDescription,
  letters: Letters,
  sheet: Sheet,
  gaps: Gaps,
): readonly DrawnMark[] | undefined => {
  const { column } = sheet;
  const { direction } = description;
  const pen: Pen = { letters, marks: [...corners(sheet)], direction, y: MARGIN };
  head(pen, description, column);
  pen.y += gaps.section - 2;
  const top = pen.y;
  const { x } = facing(pen, column, { x: MARGIN, width: SQUARE });
  pen.marks.push(squareArea(description.square.text, description.square.level, x, top, SQUARE));
  const beside = facing(pen, column, { x: MARGIN + SQUARE + GUTTER, width: column.width - SQUARE - GUTTER });
  pen.y -= 2;
  sections(pen, description.beside, beside, gaps.section * 0.6);
  pen.y = Math.max(pen.y, top + SQUARE);
  for (const section of description.below) {
    pen.y += gaps.section * 0.6;
    write(pen, section.title, STRONG, column);
    write(pen, inOneLine(section), BODY, column);
  }
  pen.marks.push(...fold(sheet, pen.y + gaps.section / 2));
  pen.y += gaps.section;
  boxes(pen, description.code, column, gaps);
  pen.y += gaps.section - 2;
  places(pen, description.places, column);
  for (const fact of description.facts) write(pen, fact, BODY, column);

  const bottom: Pen = { letters, marks: [], direction, y: 0 };
  handAndFoot(bottom, description, column, gaps);
  const start = sheet.height - MARGIN - bottom.y + 6;
  if (Number.isFinite(start) && pen.y + gaps.section * 0.4 > start) return undefined;
  return [...pen.marks, ...bottom.marks.map((mark) => lowered(mark, Number.isFinite(start) ? start : pen.y))];
};

/** The anchor whose ring is a coin, as the window has it. */
const ANCHOR =
  'M20.7 7.5A4.7 4.7 0 1 1 11.3 7.5A4.7 4.7 0 1 1 20.7 7.5zM16 12.2V28M10.5 16.5h11M4.8 19.5C5.3 25 10 28 16 28s10.7-3 11.2-8.5M2.8 22.4l2-3 3 2M29.2 22.4l-2-3-3 2';

const head = (pen: Pen, { title, subject, number }: PageDescription, column: Column): void => {
  const top = pen.y;
  pen.marks.push({
    kind: 'area',
    d: ANCHOR,
    x: facing(pen, column, { x: column.x, width: LOGO }).x,
    y: top,
    size: LOGO,
    side: 32,
    pen: 2.4,
  });
  writeAtEnd(pen, number.label, BODY, column);
  pen.y += heightOf(BODY);
  writeAtEnd(pen, number.value, NUMBER, column);
  const numberEnd = pen.y + heightOf(NUMBER);
  pen.y = top - 3;
  const right = Math.max(pen.letters.widthOf(number.label, BODY), pen.letters.widthOf(number.value, NUMBER));
  const beside = facing(pen, column, { x: column.x + LOGO + 10, width: column.width - LOGO - 10 - right - 14 });
  write(pen, title, TITLE, beside);
  write(pen, subject, BODY, beside);
  if (number.note !== undefined) write(pen, number.note, BODY, beside);
  pen.y = Math.max(pen.y, numberEnd, top + LOGO);
  pen.y += 3;
  rule(pen, column, 1.5);
};

const sections = (pen: Pen, all: readonly Section[], column: Column, gap: number): void => {
  all.forEach((section, at) => {
    if (at > 0) pen.y += gap;
    write(pen, section.title, HEADING, column);
    section.lines.forEach((line, index) => {
      pen.y += 1;
      if (section.numbered !== true) return write(pen, line, BODY, column);
      const indent = 15;
      const { y } = pen;
      const number = facing(pen, column, { x: column.x, width: indent });
      writeNumber(pen, index + 1, number);
      pen.y = y;
      return write(pen, line, BODY, facing(pen, column, { x: column.x + indent, width: column.width - indent }));
    });
  });
};

/** "1.", or ".1" where it is read from the right. */
const writeNumber = (pen: Pen, number: number, { x, width }: Column): void => {
  const { direction, letters } = pen;
  const begin = direction === 'ltr' ? x : x + width - letters.widthOf(`${number}.`, BODY, direction);
  pen.marks.push(...letters.set(`${number}.`, BODY, begin, pen.y + baseOf(BODY), direction));
};

const inOneLine = ({ lines, numbered }: Section): string =>
  lines.map((line, at) => (numbered === true ? `${at + 1}. ${line}` : line)).join('  ');

const boxes = (pen: Pen, { title, note, groups, hint }: PageDescription['code'], column: Column, gaps: Gaps): void => {
  write(pen, title, HEADING, column);
  write(pen, note, BODY, column);
  pen.y += 3;
  const between = 5;
  const width = (column.width - between * (BOXES_IN_ROW - 1)) / BOXES_IN_ROW;
  const height = gaps.box - 3.5;
  const begin = pen.y;
  const at = (index: number): { readonly x: number; readonly y: number } => ({
    x: column.x + (index % BOXES_IN_ROW) * (width + between),
    y: begin + Math.floor(index / BOXES_IN_ROW) * gaps.box,
  });
  groups.forEach((group, index) => {
    const { x, y } = at(index);
    pen.marks.push({ kind: 'box', x, y, width, height, line: 0.6 });
    const baseline = y + height / 2 + GROUP.size * 0.36;
    // Close to its group: programs that read a page take what stands far apart for two columns.
    const number = String(index + 1);
    pen.marks.push(...pen.letters.set(number, BODY, x + 20 - pen.letters.widthOf(number, BODY), baseline));
    pen.marks.push(...pen.letters.set(group, GROUP, x + 26, baseline));
  });
  const end = at(groups.length);
  const free = { x: end.x + 4, width: column.x + column.width - end.x - 4 };
  const lines = pen.letters.lines(hint, BODY, free.width);
  pen.y = end.y + (height - lines.length * heightOf(BODY)) / 2;
  write(pen, hint, BODY, free);
  pen.y = Math.max(pen.y, at(groups.length - 1).y + height);
};

type Row = PageDescription['places']['rows'][number];

const places = (pen: Pen, { title, none, rows }: PageDescription['places'], column: Column): void => {
  write(pen, title, HEADING, column);
  pen.y += 2;
  if (rows.length === 0) write(pen, none, BODY, column);
  for (const each of rows) place(pen, each, column);
};

/** Name and address on one line where there is room; an address that is longer than a line is broken wherever one ends. */
const place = (pen: Pen, { name, address }: Row, column: Column): void => {
  rule(pen, column, 0.4);
  pen.y += 2;
  const widths = pen.letters.widthOf(name, STRONG) + pen.letters.widthOf(address, BODY);
  if (widths + 16 <= column.width) {
    writeAtEnd(pen, address, BODY, column);
    write(pen, name, STRONG, column);
  } else {
    write(pen, name, STRONG, column);
    write(pen, address, BODY, column);
  }
  pen.y += 2;
};

/** What is filled in by hand, and what stands at the foot; as high as it needs, from `pen.y` on. */
const handAndFoot = (pen: Pen, { blanks, foot }: PageDescription, column: Column, gaps: Gaps): void => {
  const half = (column.width - GUTTER) / 2;
  const [last, ...pairs] = blanks.toReversed();
  const first = pairs.toReversed();
  first.forEach((label, at) => {
    const isFirst = at % 2 === 0;
    blank(pen, label, facing(pen, column, { x: isFirst ? column.x : column.x + half + GUTTER, width: half }));
    if (!isFirst || at === first.length - 1) pen.y += gaps.blank;
  });
  if (last !== undefined) {
    blank(pen, last, column);
    pen.y += gaps.blank;
  }
  pen.y -= gaps.blank - heightOf(BODY) - 9;
  rule(pen, column, 0.8);
  pen.y += 4;
  for (const line of foot) write(pen, line, BODY, column);
};

/** A label, and a line to write on behind it. */
const blank = (pen: Pen, label: string, { x, width }: Column): void => {
  const { y, letters, direction } = pen;
  const wide = letters.widthOf(label, BODY, direction);
  const isFromLeft = direction === 'ltr';
  pen.marks.push(...letters.set(label, BODY, isFromLeft ? x : x + width - wide, y + BODY.size, direction));
  const [begin, end] = isFromLeft ? [x + wide + 5, x + width] : [x, x + width - wide - 5];
  pen.marks.push({ kind: 'line', from: [begin, y + BODY.size + 2], to: [end, y + BODY.size + 2], line: 0.5 });
};

const lowered = (mark: DrawnMark, by: number): DrawnMark => {
  if (mark.kind !== 'line') return { ...mark, y: mark.y + by };
  return { ...mark, from: [mark.from[0], mark.from[1] + by], to: [mark.to[0], mark.to[1] + by] };
};

/** The places alone, on as many pages as they need; each says whose it is. */
const placesPages = (description: PageDescription, letters: Letters, sheet: Sheet): readonly DrawnPage[] => {
  const { width, height, column } = sheet;
  const pages: DrawnMark[][] = [];
  const turn = (): Pen => {
    const pen: Pen = { letters, marks: [...corners(sheet)], direction: description.direction, y: MARGIN };
    pages.push(pen.marks);
    head(pen, description, column);
    pen.y += ROOMY.section;
    write(pen, description.places.title, HEADING, column);
    pen.y += 2;
    return pen;
  };
  let pen = turn();
  const isFull = (): boolean => pen.y + heightOf(BODY) > height - MARGIN;
  for (const { name, address } of description.places.rows) {
    const probe: Pen = { letters, marks: [], direction: description.direction, y: 0 };
    place(probe, { name, address }, column);
    if (pen.y + probe.y <= height - MARGIN) {
      place(pen, { name, address }, column);
      continue;
    }
    // One that is longer than what is left of the page is broken at a line.
    rule(pen, column, 0.4);
    for (const [text, style] of [
      [name, STRONG],
      [address, BODY],
    ] as const)
      for (const line of letters.lines(text, style, column.width)) {
        if (isFull()) pen = turn();
        write(pen, line, style, column);
      }
    pen.y += 4;
  }
  return pages.map((marks) => ({ width, height, marks }));
};
