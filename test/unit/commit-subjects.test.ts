// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { AREAS, subjectTrouble } from '../../.github/check-subjects.ts';

test('the areas are those that CONTRIBUTING lists', () => {
  expect(AREAS).toContain('wallet');
  expect(AREAS).toContain('docs');
  expect(AREAS.length).toBeGreaterThan(10);
});

test('a subject is "area: what" with a known area, short, without a full stop', () => {
  expect(subjectTrouble('wallet: a coin is spent once')).toBeUndefined();
  expect(subjectTrouble('Merge branch main')).toBeUndefined();
  expect(subjectTrouble('a coin is spent once')).toContain('area');
  expect(subjectTrouble('purse: a coin is spent once')).toContain('no known area');
  expect(subjectTrouble(`wallet: ${'x'.repeat(64)}`)).toBeUndefined();
  expect(subjectTrouble(`wallet: ${'x'.repeat(65)}`)).toContain('73 letters');
  expect(subjectTrouble('wallet: ')).toContain('area');
  expect(subjectTrouble('wallet: a coin is spent once.')).toContain('full stop');
});
