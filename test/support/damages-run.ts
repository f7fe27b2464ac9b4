// SPDX-License-Identifier: GPL-3.0-or-later
import { parseArgs } from 'node:util';
import { beyondBound, damage, withinBound, type Tally } from './damages.ts';
import { RUN_SEED } from './seed.ts';

// `npm run damages [-- --within N] [--beyond N] [--seed S]`: damages codes by chance and says what was found. Exit code 1 when damage
// within the bound was not found, or a wrong secret was proposed.

const { values } = parseArgs({
  options: {
    within: { type: 'string', default: '100000' },
    beyond: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(RUN_SEED) },
  },
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);

const show = (title: string, tallies: ReadonlyMap<string, Tally>): Tally => {
  const sum = { found: 0, tooDamaged: 0, wrong: 0 };
  for (const [name, { found, tooDamaged, wrong }] of tallies) {
    console.log(`${title}, ${name}: ${found} found, ${tooDamaged} too damaged, ${wrong} wrong`);
    sum.found += found;
    sum.tooDamaged += tooDamaged;
    sum.wrong += wrong;
  }
  console.log(`${title}: ${sum.found} found, ${sum.tooDamaged} too damaged, ${sum.wrong} wrong`);
  return sum;
};

const within = show('within the bound', damage(withinBound, Number(values.within), seed));
const beyond = show('beyond it', damage(beyondBound, Number(values.beyond), seed + 1));
process.exitCode = within.tooDamaged + within.wrong + beyond.wrong === 0 ? 0 : 1;
