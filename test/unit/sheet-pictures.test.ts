// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { measured, SINGLE } from '../support/pictures/measure.ts';
import { RUN_SEED } from '../support/seed.ts';

// A small part of `npm run pictures`, another page with every commit. What was measured of all: electron/backup/paper/PICTURES.md.

const damages = Object.keys(SINGLE).filter((name) => !name.includes('blotted'));

it(`a page that one thing happened to is read by its square or else by its text (seed ${RUN_SEED})`, async () => {
  const lost: string[] = [];
  for await (const { damage, page, dpi, byCode, byText } of measured(damages, 1, RUN_SEED, RUN_SEED % 40))
    if (!byCode && byText !== true) lost.push(`${damage}: ${page.name}, ${dpi} dpi`);
  expect(lost).toEqual([]);
});
