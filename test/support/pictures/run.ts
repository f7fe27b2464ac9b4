// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cut } from '../../../shared/reading/gray.ts';
import { RUN_SEED } from '../seed.ts';
import { fileOf } from '../sheet-pictures.ts';
import { DAMAGES, measured, RESOLUTIONS, type Outcome } from './measure.ts';

// `npm run pictures [-- --each N] [--seed S] [--only PATTERN] [--keep FOLDER]`: damages pictures of printed pages by chance, reads them as the
// program does, and prints how many were read by the square alone. Of each damage the first picture is kept. Exit code 1 when neither the
// square nor the text of a page sufficed.

const { values } = parseArgs({
  options: {
    each: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(RUN_SEED) },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);

const MOST_BYTES = 60_000;
/** The square with some of what is around it, small enough to lie beside the code. */
const keep = (folder: string, { damage, shot: { picture, square } }: Outcome): void => {
  const around = square.size * 0.25;
  const [left, top] = [Math.max(0, Math.round(square.left - around)), Math.max(0, Math.round(square.top - around))];
  const side = Math.round(square.size + 2 * around);
  const part = cut(picture, left, top, side, side);
  const small = [80, 60, 40, 25].map((quality) => fileOf(part, quality)).find(({ length }) => length <= MOST_BYTES);
  mkdirSync(folder, { recursive: true });
  if (small !== undefined) writeFileSync(join(folder, `${damage.replaceAll(/[^a-z0-9]+/gi, '-')}.jpg`), small);
};

const damages = Object.keys(DAMAGES).filter((name) => new RegExp(values.only).test(name));
const outcomes: Outcome[] = [];
const kept = new Set<string>();
for await (const outcome of measured(damages, Number(values.each), seed)) {
  if (values.keep !== undefined && !kept.has(outcome.damage)) keep(values.keep, outcome);
  kept.add(outcome.damage);
  // A hundred pictures of eight million dots are not kept in memory.
  const { damage, page, dpi, byCode, byText } = outcome;
  outcomes.push({ ...outcome, shot: { ...outcome.shot, picture: { width: 0, height: 0, data: new Uint8Array() } } });
  if (!byCode)
    console.error(`${damage}: ${page.name}, ${dpi} dpi, ${page.about}: ${byText === true ? 'text' : 'LOST'}`);
}

const readOf = (some: readonly Outcome[]): string => `${some.filter(({ byCode }) => byCode).length} of ${some.length}`;
const textOf = (some: readonly Outcome[]): string => {
  const unread = some.filter(({ byCode }) => !byCode);
  return unread.length === 0 ? '–' : `${unread.filter(({ byText }) => byText).length} of ${unread.length}`;
};
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

console.log(row(['damage', ...RESOLUTIONS.map((dpi) => `by its square, ${dpi} dpi`), 'else by its text']));
console.log(row(['---', ...RESOLUTIONS.map(() => '---'), '---']));
for (const damage of damages) {
  const some = outcomes.filter((each) => each.damage === damage);
  console.log(
    row([damage, ...RESOLUTIONS.map((dpi) => readOf(some.filter((each) => each.dpi === dpi))), textOf(some)]),
  );
}
console.log();
console.log(row(['page', 'its square', 'by its square, of all above']));
console.log(row(['---', '---', '---']));
for (const kind of new Set(outcomes.map(({ page }) => page.kind))) {
  const some = outcomes.filter(({ page }) => page.kind === kind);
  console.log(row([kind, [...new Set(some.map(({ page }) => page.about))].join('; '), readOf(some)]));
}
process.exitCode = outcomes.every(({ byCode, byText }) => byCode || byText === true) ? 0 : 1;
