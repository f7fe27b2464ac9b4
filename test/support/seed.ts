// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';

// One number stands behind all chance of a run: what the labs' worlds draw, which of the sampled cases are tried, when faults
// strike. It is how many commits lead here: a commit is tested the same way everywhere and the next one in another way, and of
// cases of which one in N is tried every one has its turn within N commits.

type Seed = { readonly seed: number; /** where it came from, as a person reads it */ readonly from: string };

/** HOLDFAST_SEED, else the number of commits up to this one; in a clone that has not all of them its hash, without any a fixed one. */
export const seedOfRun = (directory: string = import.meta.dirname, given = process.env['HOLDFAST_SEED']): Seed => {
  if (given !== undefined) return { seed: Number(given), from: 'as HOLDFAST_SEED says' };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: directory, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  try {
    const hash = git('rev-parse', 'HEAD');
    if (git('rev-parse', '--is-shallow-repository') === 'true')
      return { seed: Number.parseInt(hash.slice(0, 8), 16), from: 'the hash of the commit: this clone has no history' };
    return { seed: Number(git('rev-list', '--count', 'HEAD')), from: 'the number of commits' };
  } catch {
    return { seed: WITHOUT_COMMIT, from: 'a fixed one: there is no commit' };
  }
};

const WITHOUT_COMMIT = 20261123;

/** One of every `share`, the next one with the next seed; where there are fewer, still one. */
export const partOf = (places: readonly number[], share: number, seed: number): readonly number[] => {
  const part = places.filter((_, at) => (at + seed) % share === 0);
  return part.length > 0 ? part : places.slice(seed % places.length).slice(0, 1);
};

/**
 * Where a process that dies at its n-th step, n = 1, 2, 3, …, dies in an ordinary run: at every so manieth step, from another one on
 * with every commit; with HOLDFAST_TORTURE set at every one.
 */
export const stride = (share: number): { readonly first: number; readonly by: number } => {
  const by = process.env['HOLDFAST_TORTURE'] === undefined ? share : 1;
  return { first: 1 + (RUN_SEED % by), by };
};

/** What the configuration hands to every worker. */
export const RUN_SEED = Number(process.env['HOLDFAST_RUN_SEED'] ?? seedOfRun().seed);

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

/** Whether everything is tried, because nobody waits for it. */
export const IN_TORTURE = process.env['HOLDFAST_TORTURE'] !== undefined;

/** Whether this is the whole of `npm test`, which takes some of the many cases in turn. Whoever names a file has all of it. */
export const BY_TURNS = process.env['HOLDFAST_BY_TURNS'] !== undefined && !IN_TORTURE;

/** Of many similar cases those whose turn it is: in the gate one of every `share`, others with every commit; elsewhere all. */
export const inTurnOf = <T>(
  cases: readonly T[],
  share: number,
  { seed = RUN_SEED, byTurns = BY_TURNS } = {},
): readonly T[] => (byTurns ? partOf([...cases.keys()], share, seed).flatMap((at) => cases.slice(at, at + 1)) : cases);

/** A title that says when not all of its cases are tried. */
export const turnsTitle = (title: string, taken: number, all: number): string =>
  taken === all ? title : `${title} (${taken} of ${all}, others with the next commits; all when the file is named)`;

/** What an ordinary run takes of cases that are alike; `seed` is for what is taken in turn of each of them. */
export type Turn<T> = { readonly cases: readonly T[]; readonly seed: number };

/**
 * One of every `share` cases, other ones with every commit and not in step with other files; with HOLDFAST_TORTURE set all of them.
 * Whatever is again a part of such a case goes by the answer's seed: by that of the run a case would meet only the parts that are in
 * step with its own turns.
 */
export const turn = <T>(file: string, cases: readonly T[], share = cases.length, seed = RUN_SEED): Turn<T> => {
  if (IN_TORTURE) return { cases, seed };
  const from = seed + (hash('sha256', file, 'buffer')[0] ?? 0);
  const places = partOf([...cases.keys()], share, from);
  return { cases: places.flatMap((at) => cases.slice(at, at + 1)), seed: Math.floor(from / share) };
};

/**
 * The cases alone: of generations of exchange, for which it is asked most, one. What is of one generation alone has tests of its own.
 */
export const inTurn = <T>(file: string, cases: readonly T[], share = cases.length, seed = RUN_SEED): readonly T[] =>
  turn(file, cases, share, seed).cases;
