// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realWorld } from '../../electron/world.ts';
import { filesInTurn } from './in-turn-files.ts';
import { killRounds, type Progress } from './kill-rounds.ts';

// `npm run torture [-- --rounds N | --minutes M] [--seed S]`: kills two headless wallets again and again, for as long as one
// likes (Ctrl-C ends it), and says what was lost. Exit code 1 when anything was.
// `npm run torture -- --every`: every statement, request and answer of every flow fails once, and whatever else an ordinary run takes in
// turn is tried whole; it takes hours.

const { values } = parseArgs({
  options: {
    every: { type: 'boolean' },
    rounds: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string' },
  },
});
if (values.every === true) {
  const vitest = join(import.meta.dirname, '..', '..', 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...filesInTurn()], {
    stdio: 'inherit',
    env: { ...process.env, HOLDFAST_TORTURE: '1' },
  });
  process.exit(status ?? 1);
}

const { now, randomBytes } = realWorld();
const seed = Number(values.seed ?? new DataView(randomBytes(4).buffer).getUint32(0));
const end = values.minutes === undefined ? Number.POSITIVE_INFINITY : now() + Number(values.minutes) * 60_000;
const most = Number(values.rounds ?? Number.POSITIVE_INFINITY);
let interrupted = false;
process.once('SIGINT', () => {
  interrupted = true;
});

const show = ({ rounds, killed, checked, came, losses }: Progress): void =>
  console.log(
    `${rounds} rounds, ${killed} killed at work, books compared ${checked} times, ${came} withdrawn, ${losses.length} losses`,
  );

console.log(`seed ${seed}`);
const progress = await killRounds({
  seed,
  goOn: ({ rounds }) => !interrupted && rounds < most && now() < end,
  report: (each) => {
    if (each.rounds % 10 === 0) show(each);
  },
});
show(progress);
console.log(
  `heard to succeed: ${Object.entries(progress.deeds)
    .map(([deed, times]) => `${deed} ${times}`)
    .join(', ')}`,
);
for (const loss of progress.losses) console.log(loss);
process.exitCode = progress.losses.length > 0 ? 1 : 0;
