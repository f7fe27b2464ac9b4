// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { beyondBound, damage, withinBound } from '../support/damages.ts';
import { RUN_SEED } from '../support/seed.ts';

// A small part of `npm run damages`, another one with every commit.

it(`damage within the bound is found, every letter of it (seed ${RUN_SEED})`, () => {
  const lost = [...damage(withinBound, 1100, RUN_SEED)].filter(([, { tooDamaged, wrong }]) => tooDamaged + wrong > 0);
  expect(lost).toEqual([]);
});

it(`damage beyond it is found all the same or called too damaged, and never another secret (seed ${RUN_SEED})`, () => {
  const tallies = [...damage(beyondBound, 2700, RUN_SEED + 1)];
  expect(tallies.filter(([, { wrong }]) => wrong > 0)).toEqual([]);
  expect(tallies.filter(([, { tooDamaged }]) => tooDamaged === 0)).toEqual([]);
});
