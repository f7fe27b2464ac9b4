// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dearestFirst, SECONDS } from '../support/dearest-first.ts';
import { TOP } from '../support/imports.ts';

test('every file named as dear is there: a renamed one must not slip to the end', () => {
  expect(Object.keys(SECONDS).filter((name) => !existsSync(join(TOP, name)))).toEqual([]);
});

test('the dearest come first, none is lost, the others stay in their order', () => {
  const [dearest = '', , third = ''] = Object.keys(SECONDS);
  const paths = ['test/unit/b.test.ts', third, 'test/unit/a.test.ts', dearest].map((name) => join(TOP, name));
  expect(dearestFirst(paths, (path) => path)).toEqual([paths[3], paths[1], paths[0], paths[2]]);
});
