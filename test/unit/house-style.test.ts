// SPDX-License-Identifier: GPL-3.0-or-later
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { listSources, TOP } from '../support/imports.ts';

// What no lint rule at hand can say: classes only as errors, no clock read in passing, the licence on every file, no test
// that waits for real where a clock can be moved, and no pattern that takes the square of a text's length, or worse.

const LICENCE = '// SPDX-License-Identifier: GPL-3.0-or-later\n';

const MAY_READ_CLOCK = ['electron/world.ts', 'electron/main.ts', 'electron/cli.ts'];

/** Patterns that look slow, and why they are not. */
const IS_QUICK: Readonly<Record<string, string>> = {
  '\\{\\\\(?:\\*|fonttbl|colortbl|stylesheet|info)[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}':
    'each repeat begins with a brace, which none of its parts may hold',
  '-?\\d+\\.\\d+': 'reads numbers that this program has written',
  '\\s*\\S+': 'on a text that ends in no blank',
};

/** One sign, or one of several, as a pattern writes them. */
const ONE = '(?:C|E|\\.|[\\w/<>="\'#@:;, -])';
const SLOW = [
  // begins anywhere with a repeat, and may fail behind it: each place of a long run is tried to the end of the run
  new RegExp(`^(?:${ONE}\\?|\\((?:\\?:|\\?<\\w+>)?)*${ONE}(?:[+*]|\\{\\d+,\\})\\??(?=.*[^)?])`),
  // a repeat of repeats
  /(?:[+*]|\{\d+,\})\)(?:[+*]|\{\d+,\})/,
  // what lies at the end may be of either
  /\.[+*]\?\)?[CE][+*]\)?\$/,
];

/** What a pattern leaves a choice of, groups apart. */
const waysOf = (plain: string): readonly string[] => {
  let depth = 0;
  return plain
    .replace(/[(|)]/g, (sign) => {
      depth += Number(sign === '(') - Number(sign === ')');
      return sign === '|' && depth === 0 ? '\n' : sign;
    })
    .split('\n');
};

/** Whether a pattern may take the square of what it is tried on. */
const isSlow = (pattern: string, flags: string): boolean => {
  if (IS_QUICK[pattern] !== undefined) return false;
  const plain = pattern.replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|.)/g, 'E').replace(/\[[^\]]*\]/g, 'C');
  // Where every line is a begin, a repeat that takes in ends of lines begins everywhere.
  const isEverywhere = flags.includes('m') && /^\^\[[^\]]*\\s[^\]]*\][+*]/.test(pattern);
  return isEverywhere || waysOf(plain).some((way) => SLOW.some((slow) => slow.test(way)));
};

const faults = (path: string, text: string): readonly string[] => {
  const found: string[] = [];
  if (!text.replace(/^#!.*\n/, '').startsWith(LICENCE)) found.push(`${path} does not begin with its licence`);
  new Visitor({
    ClassDeclaration: ({ superClass, id }) => {
      const parent = superClass?.type === 'Identifier' ? superClass.name : '';
      if (!parent.endsWith('Error')) found.push(`${path}: class ${id?.name ?? ''} is no error`);
    },
    Literal: (literal) => {
      if ('regex' in literal && isSlow(literal.regex.pattern, literal.regex.flags))
        found.push(`${path}: /${literal.regex.pattern}/ may take the square of what it is tried on`);
    },
    ClassExpression: () => void found.push(`${path}: a class expression`),
    NewExpression: ({ callee, arguments: given }) => {
      const isClock = callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0;
      if (isClock && !MAY_READ_CLOCK.includes(path)) found.push(`${path} reads the clock by new Date()`);
    },
  }).visit(parseSync(path, text).program);
  return found;
};

/** What takes real time, wherever its name comes from; `setImmediate` and an animation frame take none. */
const NAPS = new Set(['setTimeout', 'setInterval', 'wait']);
/** Tests that wait for real, and why no clock of theirs can be moved instead. */
const MAY_NAP: Readonly<Record<string, string>> = {
  'test/support/cups.ts': 'a print service of the system starts',
  'test/bench/window.ts': 'a measurement of real programs, whose memory settles',
  'test/window/built.ts': 'another process builds the window meanwhile',
  'test/window/electron.test.ts': 'a real window, whose browser has the time of the machine',
  'test/window/reach.ts': 'runs in a browser: its network code would find its own address within a second',
  'test/window/fuses.test.ts': 'real programs are watched while they start',
  'test/window/fake-bridge.ts': 'runs in a browser: the next turn, as an event of the real bridge comes in one',
  'test/support/dav-real.ts': 'a real server of another program begins to listen',
  'test/support/kill-rounds.ts': 'processes are killed at moments nobody chose',
  'test/support/kill-check.ts': 'the play economy, which those processes shared, has the time of the machine',
  'test/unit/storage-lock.test.ts': 'a process of its own must stay alive until it is killed',
  'test/unit/taler-sync.test.ts': 'under fake timers, which move it',
};

/** Every nap in a text, by the name of what takes the time. */
const naps = (path: string, text: string): readonly string[] => {
  const found: string[] = [];
  new Visitor({
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier' && NAPS.has(callee.name)) found.push(`${path}: ${callee.name}`);
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const of = callee.object.type === 'Identifier' ? callee.object.name : '';
      if (/^(?:globalThis|window|Atomics)$/.test(of) && NAPS.has(callee.property.name))
        found.push(`${path}: ${of}.${callee.property.name}`);
    },
    ImportDeclaration: ({ source }) => {
      if (/^(?:node:)?timers/.test(source.value)) found.push(`${path}: ${source.value}`);
    },
    // Code that is handed to another process as text.
    Literal: ({ value }) => {
      if (typeof value === 'string' && /\bset(?:Timeout|Interval)\(/.test(value)) found.push(`${path}: as text`);
    },
    TemplateElement: ({ value }) => {
      if (/\bset(?:Timeout|Interval)\(/.test(value.raw)) found.push(`${path}: as text`);
    },
  }).visit(parseSync(path, text).program);
  return found;
};

describe('naps', () => {
  const napping = listSources(['test'])
    .filter((path) => naps(path, readFileSync(join(TOP, path), 'utf8')).length > 0)
    .filter((path) => path !== 'test/unit/house-style.test.ts');

  test('no test waits for real without a reason', () => {
    expect(napping.filter((path) => MAY_NAP[path] === undefined)).toEqual([]);
  });

  test('every exception is needed', () => {
    expect(Object.keys(MAY_NAP).filter((path) => !napping.includes(path))).toEqual([]);
  });

  test.each([
    ['a nap', 'await new Promise((resolve) => setTimeout(resolve, 100));'],
    ['one by another name', "import { setTimeout as pause } from 'node:timers/promises';"],
    ['one that stops the thread', 'Atomics.wait(cell, 0, 0, 100);'],
    ['one of the window', 'window.setTimeout(go, 100);'],
    ['one in another process', "spawn(node, ['-e', 'setInterval(() => 0, 1000)']);"],
  ])('%s is noticed', (_what, text) => {
    expect(naps('test/x.test.ts', text)).toHaveLength(1);
  });

  test.each([
    ['a clock that is moved', 'clock.move(100); await world.sleep(100);'],
    ['the next turn', 'await new Promise((resolve) => setImmediate(resolve));'],
  ])('%s is none', (_what, text) => {
    expect(naps('test/x.test.ts', text)).toEqual([]);
  });
});

describe('style', () => {
  test('every file of the house keeps it', () => {
    const house = listSources(['shared', 'electron', 'renderer']);
    expect(house.flatMap((path) => faults(path, readFileSync(join(TOP, path), 'utf8')))).toEqual([]);
  });

  test('every test carries the licence', () => {
    const tests = listSources(['test']).filter((path) => !readFileSync(join(TOP, path), 'utf8').startsWith(LICENCE));
    expect(tests).toEqual([]);
  });

  test.each([
    ['a class', 'export class Coin {}'],
    ['a class expression', 'export const Coin = class extends Error {};'],
    ['a class of another parent', 'export class Coin extends Money {}'],
    ['the clock', 'export const now = new Date();'],
    ['a tail that is cut off', "export const bare = (path: string) => path.replace(/\\/+$/, '');"],
    ['one of several signs', 'export const STOP = /[.!?]+$/u;'],
    ['a repeat of repeats', 'export const A = /^(a+)+$/;'],
    ['a repeat that something follows', 'export const AT = /(?:\\w+)@/;'],
    ['blanks around what may be blank', 'export const WHERE = /^(\\w+) (.*?)\\s*$/;'],
    ['lines whose ends are repeated', 'export const END = /^[\\s>]*END/m;'],
  ])('%s is noticed', (_what, text) => {
    expect(faults('electron/wallet/x.ts', LICENCE + text)).toHaveLength(1);
  });

  test('a missing licence is noticed, an error class is not', () => {
    expect(faults('electron/wallet/x.ts', 'export class StorageFull extends Error {}')).toEqual([
      'electron/wallet/x.ts does not begin with its licence',
    ]);
  });
});

/** What is the same from both sides: a side is named, or the four sides differ where begin and end could be said. */
const sidesOf = (css: string): readonly string[] =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split('\n')
    .filter((line) => {
      const [, property = '', value = ''] = /^\s*([\w-]+):\s*(.+);$/.exec(line) ?? [];
      const [, right, , left] = /^(?:padding|margin|inset|border-(?:width|style|color))$/.test(property)
        ? value.split(/ (?![^(]*\))/)
        : [];
      return /\b(?:left|right)\b|translateX/.test(`${property} ${value}`) || (left !== undefined && left !== right);
    });

test('the window is styled by begin and end, so that it turns with its language', () => {
  const astray = globSync('renderer/**/*.css', { cwd: TOP }).flatMap((path) =>
    sidesOf(readFileSync(join(TOP, path), 'utf8')).map((line) => `${path}: ${line.trim()}`),
  );
  expect(astray).toEqual([]);
  const inPlace = listSources(['renderer'])
    .filter((path) => /\b(?:margin|padding|border)(?:Left|Right)\b/.test(readFileSync(join(TOP, path), 'utf8')))
    .sort();
  expect(inPlace).toEqual([]);
  expect(sidesOf('  padding: 1px 2px 1px 3px;\n  margin-left: 2px;\n  text-align: right;\n.code-right {').length).toBe(
    3,
  );
});
