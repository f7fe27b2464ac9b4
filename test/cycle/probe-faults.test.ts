// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { reportIn } from '../../electron/probe/report.ts';
import type { Probed } from '../../electron/probe/probe.ts';
import type { World } from '../../electron/world.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { economyHttp } from '../support/economy.ts';
import { FILE_FAULTS, strikeFiles, whatIsLeft, type FileFault } from '../support/fail-file.ts';
import { standing, startProbeLab, type ProbeLab } from '../support/probe-lab.ts';
import { seedFor } from '../support/seed.ts';

// A probe has somebody's money in its hands. Each of its writes fails once, or is the last thing its process does; going on with what is
// left on the disk finishes it, and every coin comes back. One place of each kind in an ordinary run, all with HOLDFAST_TORTURE.

let lab: ProbeLab;
afterEach(() => lab.close());

const FAULTS = [...FILE_FAULTS, 'a write of its wallet fails', 'dies at a write of its wallet'] as const;
type Fault = (typeof FAULTS)[number];
/** A probe has more steps than that in none of these; the last ones are not struck in an ordinary run. */
const MANY = { file: 60, write: 40 };

/** With HOLDFAST_TORTURE a kind of fault takes minutes. */
const LONGEST_MS = 1_800_000;

class Died extends Error {}

type Outcome = Result<Probed, { readonly kind: string }> | undefined;

/** Does `work` while the n-th transaction of a database fails, or is the last; what is left of a dead process can do nothing more. */
const strikeWrites = async (n: number, dies: boolean, work: () => Promise<Outcome>): Promise<[boolean, Outcome]> => {
  const { prototype } = Database;
  const real = Reflect.get(prototype, 'transaction') as (work: unknown) => {
    immediate: (...values: unknown[]) => unknown;
  };
  let [count, isStruck] = [0, false];
  const isDead = (): boolean => dies && isStruck;
  Reflect.set(prototype, 'transaction', function (this: unknown, inner: unknown) {
    const carriedOut = Reflect.apply(real, this, [inner]);
    const immediate = (...values: unknown[]): unknown => {
      count += 1;
      if (isDead()) throw new Died();
      isStruck ||= count === n;
      if (count === n) throw dies ? new Died() : new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      return carriedOut.immediate(...values);
    };
    return { immediate };
  });
  const http: World['http'] = async (input, init) => {
    if (isDead()) throw new Died();
    return economyHttp(input, init);
  };
  lab.interceptHttp(http);
  let outcome: Outcome;
  try {
    await strikeFiles(lab.folder, { fault: 'file step fails', n: Number.POSITIVE_INFINITY, isDead }, async () => {
      outcome = await work();
    });
  } finally {
    Reflect.set(prototype, 'transaction', real);
    lab.interceptHttp(undefined);
  }
  return [isStruck, outcome];
};

const strike = async (fault: Fault, n: number, work: () => Promise<Outcome>): Promise<[boolean, Outcome]> => {
  if (!(FILE_FAULTS as readonly string[]).includes(fault)) return strikeWrites(n, fault.startsWith('dies'), work);
  let outcome: Outcome;
  const isStruck = await strikeFiles(lab.folder, { fault: fault as FileFault, n }, async () => {
    outcome = await work();
  });
  return [isStruck, outcome];
};

/** What the n-th step does to a probe is made good by going on; true where it ended before that step. */
const expectGoesOn = async (fault: Fault, n: number): Promise<boolean> => {
  lab = await startProbeLab({ exchanges: [{ generation: 'v32' }] });
  const sent = new Set<string>();
  lab.onTransfer((payto) => {
    // Nobody sends it twice.
    if (!sent.has(payto)) mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    sent.add(payto);
  });
  const wish = { amount: 'KUDOS:0.05' };
  const [isStruck, outcome] = await strike(fault, n, () => lab.run(wish));
  if (outcome?.ok === false)
    expect(['disk-full', 'unwritable-file', 'cannot-open', 'missing-database']).toContain(outcome.error.kind);
  const left = whatIsLeft(lab.folder, `${lab.folder}-left`);
  const goesOn = existsSync(reportIn(left));
  // Nothing is asked of anybody before there is something to go on with.
  if (!goesOn) expect(sent.size).toBe(0);
  const folder = goesOn ? left : `${lab.folder}-anew`;
  const again = mustOk(await lab.run(wish, { folder, goesOn }), `${fault} (${n}), again`);
  expect({ n, ...standing(again) }).toMatchObject({ n, withdrawal: 'holds', refresh: 'holds', payout: 'holds' });
  expect({ n, left: again.left, sent: sent.size }).toEqual({ n, left: [], sent: 1 });
  return !isStruck;
};

test.each(FAULTS)(
  '%s: it is told, and going on brings everything back',
  async (fault) => {
    const most = fault.includes('wallet') ? MANY.write : MANY.file;
    if (process.env['HOLDFAST_TORTURE'] === undefined) {
      await expectGoesOn(fault, 1 + (seedFor(fault) % most));
      return;
    }
    for (let n = 1; !(await expectGoesOn(fault, n)); n += 1) await lab.close();
  },
  LONGEST_MS,
);
