// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';

// One number stands behind all chance of a run: what the labs' worlds draw, which of the sampled cases are tried, when faults
// strike. It is made of the commit, so that a commit is tested the same way everywhere and every commit in another way.

/** HOLDFAST_SEED, else the commit's number; where there is no commit, a fixed one. */
export const seedOfRun = (): number => {
  const given = process.env['HOLDFAST_SEED'];
  if (given !== undefined) return Number(given);
  try {
    const head = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number.parseInt(head.toString().slice(0, 8), 16);
  } catch {
    return WITHOUT_COMMIT;
  }
};

const WITHOUT_COMMIT = 20261123;

/** What the configuration hands to every worker. */
export const RUN_SEED = Number(process.env['HOLDFAST_RUN_SEED'] ?? seedOfRun());

/** The seed of one thing under the run's seed. */
export const seedFor = (name: string): number => hash('sha256', `${RUN_SEED} ${name}`, 'buffer').readUInt32BE(0);

/** How somebody repeats what went wrong. */
export const replayHint = (file: string, name: string): string =>
  `HOLDFAST_SEED=${RUN_SEED} npx vitest run ${file} -t '${name}'`;

/** Bytes that a seed repeats, as many as anybody asks for; good enough to be keys in tests. */
export const bytesOf = (seed: string): ((length: number) => Uint8Array) => {
  let block = 0;
  let left = new Uint8Array(0);
  return (length) => {
    const out = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (left.length === 0) left = new Uint8Array(hash('sha512', `${seed} ${(block += 1)}`, 'buffer'));
      const taken = left.subarray(0, length - filled);
      out.set(taken, filled);
      filled += taken.length;
      left = left.subarray(taken.length);
    }
    return out;
  };
};
