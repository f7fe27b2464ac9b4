// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { listSources, TOP } from '../support/imports.ts';

// What no lint rule at hand can say: classes only as errors, no clock read in passing, and the licence on every file.

const LICENCE = '// SPDX-License-Identifier: GPL-3.0-or-later\n';

const MAY_READ_CLOCK = ['electron/world.ts', 'electron/main.ts', 'electron/cli.ts'];

const faults = (path: string, text: string): readonly string[] => {
  const found: string[] = [];
  if (!text.replace(/^#!.*\n/, '').startsWith(LICENCE)) found.push(`${path} does not begin with its licence`);
  new Visitor({
    ClassDeclaration: ({ superClass, id }) => {
      const parent = superClass?.type === 'Identifier' ? superClass.name : '';
      if (!parent.endsWith('Error')) found.push(`${path}: class ${id?.name ?? ''} is no error`);
    },
    ClassExpression: () => void found.push(`${path}: a class expression`),
    NewExpression: ({ callee, arguments: given }) => {
      const isClock = callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0;
      if (isClock && !MAY_READ_CLOCK.includes(path)) found.push(`${path} reads the clock by new Date()`);
    },
  }).visit(parseSync(path, text).program);
  return found;
};

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
  ])('%s is noticed', (_what, text) => {
    expect(faults('electron/wallet/x.ts', LICENCE + text)).toHaveLength(1);
  });

  test('a missing licence is noticed, an error class is not', () => {
    expect(faults('electron/wallet/x.ts', 'export class StorageFull extends Error {}')).toEqual([
      'electron/wallet/x.ts does not begin with its licence',
    ]);
  });
});
