// SPDX-License-Identifier: GPL-3.0-or-later
import { parseArgs } from 'node:util';
import { liveBeside } from './life-thread.ts';
import { figuresOf, missedTargets, tableOf } from './report.ts';

// `npm run traces [-- --weeks N] [--seed S] [--payments N]`: some weeks of a person, in minutes, and what those who watch can work out of
// them, at both levels and beside an idle wallet. Exit code 1 when a target is missed.

const { values } = parseArgs({
  options: {
    weeks: { type: 'string', default: '32' },
    seed: { type: 'string', default: '1' },
    payments: { type: 'string', default: '7' },
  },
});
const [weeks, seed, paymentsAWeek] = [values.weeks, values.seed, values.payments].map(Number) as [
  number,
  number,
  number,
];
console.log(`${weeks} weeks, ${paymentsAWeek} payments a week, two places, one exchange, one shop; seed ${seed}\n`);
const figures = await figuresOf(liveBeside, { weeks, seed, paymentsAWeek });
console.log(tableOf(figures));
const missed = missedTargets(figures);
console.log(missed.length === 0 ? '\nAll targets are met.' : `\n${missed.map((each) => `missed: ${each}`).join('\n')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
