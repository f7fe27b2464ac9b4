// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { listSources, TOP } from '../support/imports.ts';

// How long a file and a function may be. A function past the limit says why in a line of its own, `// long because …`, right
// above the statement it begins; a line that is not needed any more is noticed as well, so that the list of long ones stays true.

/** Past this a file has two subjects. */
const FILE_LINES = 300;
/** Past this a function is read by scrolling, and what it keeps is changed from places nobody sees together. */
const FUNCTION_LINES = 70;
const REASON = /^\s*\/\/ long because \S+ \S/;

const linesOf = (text: string): readonly string[] => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');

const tooLongFile = (path: string, text: string): readonly string[] => {
  const { length } = linesOf(text);
  return length > FILE_LINES ? [`${path} has ${length} lines`] : [];
};

/** Every function past the limit without a reason, and every reason that excuses nothing. */
const tooLongFunctions = (path: string, text: string): readonly string[] => {
  const lines = linesOf(text);
  const lineAt = lineNumbers(text);
  const excused = new Set<number>();
  const found: string[] = [];
  /** where the statement begins whose value is this function: the reason stands above that */
  const beginnings = new Map<number, number>();
  const note = ({ start, end }: Node): void => {
    const length = lineAt(end) - lineAt(start) + 1;
    if (length <= FUNCTION_LINES) return;
    const reason = lineAt(beginnings.get(start) ?? start) - 1;
    if (REASON.test(lines[reason - 1] ?? '')) excused.add(reason);
    else found.push(`${path}:${lineAt(start)} a function of ${length} lines without a reason`);
  };
  new Visitor({
    VariableDeclaration: ({ start, declarations }) => {
      for (const { init } of declarations) if (init) beginnings.set(init.start, start);
    },
    FunctionDeclaration: note,
    FunctionExpression: note,
    ArrowFunctionExpression: note,
  }).visit(parseSync(path, text).program);
  const idle = lines.flatMap((line, at) => (REASON.test(line) && !excused.has(at + 1) ? [at + 1] : []));
  return [...found, ...idle.map((line) => `${path}:${line} a reason for a function that is not long`)];
};

/** The line (from 1) of an offset. */
const lineNumbers = (text: string): ((offset: number) => number) => {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => ends.filter((end) => end < offset).length + 1;
};

const house = listSources(['shared', 'electron', 'renderer']);
const read = (path: string): string => readFileSync(join(TOP, path), 'utf8');

describe('size', () => {
  test(`no function of the house is past ${FUNCTION_LINES} lines without a reason`, () => {
    expect(house.flatMap((path) => tooLongFunctions(path, read(path)))).toEqual([]);
  });

  test(`no file of the house is past ${FILE_LINES} lines`, () => {
    expect(house.flatMap((path) => tooLongFile(path, read(path)))).toEqual([]);
  });
});

describe('is noticed', () => {
  const body = (count: number): string => '  f();\n'.repeat(count);

  test.each([
    ['a long arrow', `export const go = () => {\n${body(69)}};\n`],
    ['a long declaration', `function go() {\n${body(69)}}\n`],
    ['a long component', `export const Page = () => (\n  <p>\n${'    <br />\n'.repeat(67)}  </p>\n);\n`],
    ['one inside another', `const make = () => ({\n  go: () => {\n${body(69)}  },\n}); // 73`],
    ['a reason that says nothing', `// long because …\nconst go = () => {\n${body(69)}};\n`],
    ['a reason further up', `// long because it is a list\n\nconst go = () => {\n${body(69)}};\n`],
    ['a reason nobody needs', `// long because it was a list\nconst go = () => {\n${body(3)}};\n`],
  ])('%s', (_what, text) => {
    expect(tooLongFunctions('electron/x.tsx', text)).not.toEqual([]);
  });

  test('a long file', () => {
    expect(tooLongFile('electron/x.ts', 'f();\n'.repeat(301))).toEqual(['electron/x.ts has 301 lines']);
  });

  test.each([
    ['a function that just fits', `export const go = () => {\n${body(68)}};\n`],
    ['a reason', `/** What it does. */\n// long because it is a list\nexport const go = () => {\n${body(69)}};\n`],
    ['a reason above a type', `// long because it is a list\nconst go: Go<\n  A\n> = () => {\n${body(69)}};\n`],
    [
      'reasons for both of two',
      `// long because of it\nconst f = () => {\n  // long because it is a list\n  const go = () => {\n${body(69)}};\n};\n`,
    ],
  ])('but not %s', (_what, text) => {
    expect(tooLongFunctions('electron/x.tsx', text)).toEqual([]);
  });

  test('nor a file that just fits', () => {
    expect(tooLongFile('electron/x.ts', 'f();\n'.repeat(300))).toEqual([]);
  });
});
