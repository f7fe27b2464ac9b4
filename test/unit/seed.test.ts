// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurn, inTurnOf, partOf, seedOfRun, turn, turnsTitle } from '../support/seed.ts';
import { LONGER, planOf, ROUND, TAKES, TURNS, type Plan } from '../window/look-turns.ts';
import { filesInTurn } from '../support/in-turn-files.ts';

const top = mkdtempSync(join(tmpdir(), 'holdfast-seed-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const [whole, shallow, none] = ['whole', 'shallow', 'none'].map((name) => join(top, name)) as [string, string, string];
const git = (directory: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', directory, '-c', 'user.name=x', '-c', 'user.email=x@localhost', ...args])
    .toString()
    .trim();

beforeAll(() => {
  for (const directory of [whole, none]) mkdirSync(directory);
  git(whole, 'init', '--quiet');
  for (const subject of ['one', 'two', 'three']) git(whole, 'commit', '--quiet', '--allow-empty', '-m', subject);
  git(top, 'clone', '--quiet', '--depth', '1', pathToFileURL(whole).href, shallow);
});

describe('the seed of a run', () => {
  test('is the number of commits, so that the next commit has the next one', () => {
    expect(seedOfRun(whole, undefined).seed).toBe(3);
    git(whole, 'commit', '--quiet', '--allow-empty', '-m', 'four');
    expect(seedOfRun(whole, undefined)).toEqual({ seed: 4, from: 'the number of commits' });
  });

  test('is made of the hash in a clone without history, and says so', () => {
    const hash = git(shallow, 'rev-parse', 'HEAD');
    expect(git(shallow, 'rev-list', '--count', 'HEAD')).toBe('1');
    expect(seedOfRun(shallow, undefined)).toEqual({
      seed: Number.parseInt(hash.slice(0, 8), 16),
      from: expect.stringContaining('no history'),
    });
  });

  test('is a fixed one where there is no commit', () => {
    expect(seedOfRun(none, undefined)).toEqual({ seed: 20261123, from: expect.stringContaining('no commit') });
  });

  test('is what the person says', () => {
    expect(seedOfRun(whole, '77').seed).toBe(77);
  });
});

describe('a part of all cases', () => {
  test('of one in N, every case is tried within N commits, wherever they begin', () => {
    for (const count of [1, 2, 5, 31, 32, 33, 200]) {
      const places = Array.from({ length: count }, (_, at) => 3 * at + 1);
      for (const share of [1, 2, 3, 24, 48]) {
        const tried = Array.from({ length: share }, (_, turn) => partOf(places, share, 455 + turn));
        expect(new Set(tried.flat())).toEqual(new Set(places));
        expect(Math.min(...tried.map(({ length }) => length))).toBeGreaterThan(0);
        expect(Math.max(...tried.map(({ length }) => length))).toBe(Math.ceil(count / share));
      }
    }
  });
});

describe.skipIf(process.env['HOLDFAST_TORTURE'] !== undefined)(
  'what is tried in turn (without HOLDFAST_TORTURE)',
  () => {
    test('is one generation a run, and each within as many commits as there are', () => {
      const tried = [1, 2, 3].map((seed) => inTurn('some-file', ['v14', 'v17', 'v23'], undefined, seed));
      expect(tried.map(({ length }) => length)).toEqual([1, 1, 1]);
      expect(tried.flat().toSorted()).toEqual(['v14', 'v17', 'v23']);
    });

    test('is everything after some commits, also of parts of parts, whatever their numbers have in common', () => {
      for (const [first, second, third] of [
        [2, 2, 64],
        [4, 3, 48],
        [3, 3, 9],
        [2, 4, 80],
      ] as const)
        for (const file of ['fail-nth', 'fail-nth-peer', 'some-file']) {
          const [many, few] = [Array.from({ length: 7 }), ['a', 'b']].map((list) => [...list.keys()]);
          const seen = new Set<string>();
          for (let seed = 1000; seed < 1000 + first * second * third; seed += 1) {
            const outer = turn(file, few ?? [], first, seed);
            for (const one of outer.cases) {
              const inner = turn(`${file} ${one}`, many ?? [], second, outer.seed);
              for (const two of inner.cases)
                for (const three of partOf([...Array(third).keys()], third, inner.seed))
                  seen.add(`${one} ${two} ${three}`);
            }
          }
          expect(seen.size).toBe((few?.length ?? 0) * (many?.length ?? 0) * third);
        }
    });
  },
);

describe('what the gate takes in turn', () => {
  test('is a part, within as many commits all, and all where a file is named; the title says which', () => {
    const cases = ['a', 'b', 'c', 'd', 'e'];
    const taken = [0, 1, 2].map((turn) => inTurnOf(cases, 3, { seed: 4711 + turn, byTurns: true }));
    expect(taken.flat().toSorted()).toEqual(cases);
    expect(Math.max(...taken.map(({ length }) => length))).toBe(2);
    expect(inTurnOf(cases, 3, { seed: 4711, byTurns: false })).toEqual(cases);
    expect([turnsTitle('cases', 5, 5), turnsTitle('cases', 2, 5)]).toEqual([
      'cases',
      expect.stringContaining('2 of 5'),
    ]);
  });

  test.each([true, false])('leaves no look out of anything within a round (by turns: %s)', (byTurns) => {
    for (const at of [0, 1, 2, 7, 41]) {
      const plans = Array.from({ length: ROUND }, (_, commit) =>
        planOf(at, { seed: 455 + commit, byTurns, always: false }),
      );
      const taken = plans.filter((plan): plan is Plan => plan !== undefined);
      expect(taken).toHaveLength(byTurns ? ROUND / TAKES : ROUND);
      expect(new Set(taken.map(({ turn }) => turn))).toEqual(new Set(TURNS));
      const longer = taken.filter(({ turn }) => turn === 'longer');
      expect(new Set(longer.map((plan) => plan.longer))).toEqual(new Set(LONGER));
      const whole = taken.filter((plan) => plan.whole);
      expect(whole).toHaveLength(ROUND / 12);
      expect(new Set(whole.map((plan) => plan.longer))).toEqual(new Set(LONGER));
      expect(new Set(whole.map(({ theme }) => theme % 3)).size).toBe(3);
    }
  });

  test('is all of the looks, in every way, where nobody waits', () => {
    for (const at of [0, 1, 2])
      expect(planOf(at, { seed: 455, byTurns: true, always: true })).toMatchObject({ whole: true });
  });
});

test('whatever is tried in turn is tried whole by `npm run torture -- --every`', () => {
  const files = filesInTurn();
  expect(files).toEqual(
    expect.arrayContaining([
      'test/cycle/fail-nth-prune.test.ts',
      'test/cycle/wallet-crash.test.ts',
      'test/laws/bounds.test.ts',
    ]),
  );
  expect(files.length).toBeGreaterThan(50);
});
