// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { measured, SINGLE } from '../support/pictures/measure.ts';
import { RUN_SEED, turn } from '../support/seed.ts';

// A small part of `npm run pictures`, other damages with every commit and another page with each of their turns. What was measured of all: electron/backup/paper/PICTURES.md.

const damages = turn(
  'sheet-pictures',
  Object.keys(SINGLE).filter((name) => !name.includes('blotted')),
  2,
);

it(`a page that one thing happened to is read by its square or else by its text (seed ${RUN_SEED})`, async () => {
  const lost: string[] = [];
  for await (const { damage, page, dpi, byCode, byText } of measured(damages.cases, 1, RUN_SEED, damages.seed % 40))
    if (!byCode && byText !== true) lost.push(`${damage}: ${page.name}, ${dpi} dpi`);
  expect(lost).toEqual([]);
});
