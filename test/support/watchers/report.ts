// SPDX-License-Identifier: GPL-3.0-or-later
import { diceOf } from '../dice.ts';
import { learn, type Learnt } from './learnt.ts';
import type { Level, LifeOptions, Seen } from './life.ts';

/** What is learnt of one life, by its name in the table. */
type Figures = ReadonlyMap<string, Learnt>;

const LEVELS: readonly Level[] = ['prompt', 'quiet'];
const IDLE = ', idle';

type Live = (options: LifeOptions) => Promise<Seen>;

/** What is learnt of a person and of an idle wallet at both levels, each lived by `live`. */
export const figuresOf = async (
  live: Live,
  { weeks, seed, paymentsAWeek }: Omit<LifeOptions, 'level'>,
): Promise<Figures> => {
  const lives = LEVELS.flatMap((level) =>
    [['', paymentsAWeek] as const, [IDLE, 0] as const].map(
      async ([more, payments]): Promise<readonly [string, Learnt]> => {
        const seen = await live({ weeks, seed, level, paymentsAWeek: payments });
        return [`${level}${more}`, learn(seen, diceOf(seed + 1))];
      },
    ),
  );
  return new Map(await Promise.all(lives));
};

/** Rarer than this by chance alone is no chance. */
const RARE = 0.01;

/** What was promised and does not hold. */
export const missedTargets = (figures: Figures, rare = RARE): readonly string[] =>
  [...figures].flatMap(([name, { pairs, shop, otherShop, sizeBits }]) => {
    const missed: string[] = [];
    if (pairs.p <= rare)
      missed.push(`${name}: ${pairs.seen} pairs of uploads within 30 s, ${pairs.chance.toFixed(1)} by chance`);
    if (!name.startsWith('quiet')) return missed;
    for (const { p } of [shop, otherShop])
      if (p <= rare) missed.push(`${name}: uploads and payments go together (p = ${p.toFixed(4)})`);
    if (sizeBits > 1) missed.push(`${name}: ${sizeBits.toFixed(1)} bits of size`);
    return missed;
  });

const ROWS: readonly (readonly [string, (learnt: Learnt) => string])[] = [
  ['a place: uploads', ({ uploads }) => String(uploads)],
  ['a place: bits of size', ({ sizeBits }) => sizeBits.toFixed(1)],
  ['a place: correlation of days with payments', ({ days }) => days.toFixed(2)],
  ['place and shop: minutes to the next upload', ({ shop }) => figure(shop.medianMinutes, 1)],
  ['place and shop: p of the same at any time', ({ shop }) => figure(shop.p, 4)],
  ['the other place and shop: minutes', ({ otherShop }) => figure(otherShop.medianMinutes, 1)],
  ['the other place and shop: p', ({ otherShop }) => figure(otherShop.p, 4)],
  ['two places: pairs within 30 s', ({ pairs }) => String(pairs.seen)],
  ['two places: by chance', ({ pairs }) => pairs.chance.toFixed(2)],
  ['two places: p of so many by chance', ({ pairs }) => figure(pairs.p, 4)],
  ['two places: p of waits as at any time', ({ pairs }) => figure(pairs.waitsP, 4)],
  ['place and exchange: coins made within 1 min', ({ exchange }) => `${(100 * exchange.share).toFixed(0)} %`],
  ['place and exchange: by chance', ({ exchange }) => `${(100 * exchange.chance).toFixed(1)} %`],
  ['place and exchange: bits a time', ({ exchange }) => exchange.bits.toFixed(1)],
];

const figure = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : '–');

/** One line for each thing that can be learnt, one column for each life. */
export const tableOf = (figures: Figures): string => {
  const head = ['who learns what', ...figures.keys()];
  const rows = ROWS.map(([name, of]) => [name, ...[...figures.values()].map(of)]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [head, ...rows].map(line).join('\n');
};
