// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaByKind, STATUS } from '../../electron/state/entry.ts';
import { TOP } from '../support/imports.ts';

// electron/backup/FORMAT.md must name everything a copy can hold, or it stops being enough.

const page = readFileSync(join(TOP, 'electron', 'backup', 'FORMAT.md'), 'utf8');

/** The words in code type of a part of the page; `a?` is a member that may be missing, `a[].b` the member b of each a. */
const codeIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => [
      code,
      code.replace(/\?$/, ''),
      code.replace(/^.*\]\./, '').replace(/\?$/, ''),
      ...[...code.matchAll(/"(\w+)\??"/g)].map(([, member = '']) => member),
    ]),
  );

/** The part that speaks of a kind: from where its name stands in bold (or begins a row) to the next one. */
const partOf = (kind: string): string => {
  const start = page.search(new RegExp(`^(?:\\*\\*\`${kind}\`\\*\\*|\\| \`${kind}\`, (?:we|sent|our) )`, 'm'));
  if (start < 0) return '';
  const afterName = page.slice(start + 3).search(/^(?:\*\*`|#)/m);
  return page.slice(start, afterName < 0 ? undefined : start + 3 + afterName);
};

const SHARED_BY_PURSES = page.slice(page.indexOf('**Payments between people**'), page.indexOf('### The wallet itself'));

test('it names every kind of entry with all of its members', () => {
  const missing = Object.entries(schemaByKind).flatMap(([kind, schema]) => {
    const part = partOf(kind) + (/^pu(?:sh|ll)-/.test(kind) ? SHARED_BY_PURSES : '');
    if (part === '') return [kind];
    const named = codeIn(part);
    return Object.keys(schema.shape).flatMap((member) => (named.has(member) ? [] : [`${kind}.${member}`]));
  });
  expect(missing).toEqual([]);
});

test('it names every member of a batch, and every status of every flow in its order', () => {
  const batch = schemaByKind.withdrawal.shape.batches.valueType;
  const named = codeIn(partOf('withdrawal'));
  expect(Object.keys(batch.shape).filter((member) => !named.has(member))).toEqual([]);
  const written = page.replaceAll(/[^\w-]+/g, ' ');
  expect(Object.values(STATUS).filter((words) => !written.includes(words.join(' ')))).toEqual([]);
});
