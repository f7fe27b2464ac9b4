// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { realWorld } from '../../electron/world.ts';
import { openBooks } from './books.ts';
import { bundled } from './bundled.ts';
import { diceOf } from './dice.ts';
import { openEconomy } from './economy.ts';
import { loseComputer, putInOrder } from './kill-check.ts';
import { beginToLeave, chooseDeed, hear, settleIn, type Person, type Town } from './kill-town.ts';
import { SHEET, type Deed, type Orders } from './mortal.ts';

// kill -9 of a real headless wallet at random moments, on a real disk, against a real economy on this machine: two people
// withdraw, pay, are refunded, send and ask each other for money, call back, deposit, empty their wallet into the other's,
// erase it, lose their computer and restore. After a round the wallet is sometimes opened again and brought to rest, and the
// exchange's own books say whether money is lost; else the next process inherits the mess.

export type Progress = {
  readonly rounds: number;
  /** processes that were killed while they were at work (the others had finished) */
  readonly killed: number;
  /** how often the books were compared */
  readonly checked: number;
  /** what came into the wallet so far */
  readonly came: string;
  readonly losses: readonly string[];
  /** how often each deed was heard to succeed */
  readonly deeds: Readonly<Record<string, number>>;
};

type KillOptions = {
  readonly seed: number;
  readonly goOn: (progress: Progress) => boolean;
  readonly report?: (progress: Progress) => void;
};

/** Rounds until `goOn` says no; what was lost is listed, not thrown. */
export const killRounds = async ({ seed, goOn, report }: KillOptions): Promise<Progress> => {
  const dice = diceOf(seed);
  const root = mkdtempSync(join(tmpdir(), 'holdfast-kill-'));
  const mortal = await bundled(MORTAL);
  const start = (): Child => startProgram(mortal.program);
  const sandbox = await openEconomy(realWorld(), {
    directory: join(root, 'sandbox'),
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    exchanges: [{ generation: seed % 2 === 0 ? 'v32' : 'v23' }],
  });
  const books = openBooks(join(root, 'sandbox', 'exchange-1.sqlite'));
  const person = (name: string): Person => ({
    name,
    directory: join(root, name),
    refunds: new Set(),
    sheet: '',
    leaving: false,
    undoing: false,
  });
  const people = [person('alice'), person('bob')] as const;
  const succeeded: Record<string, number> = {};
  const town: Town = {
    sandbox,
    books,
    dice,
    people,
    count: (what) => {
      succeeded[what] = (succeeded[what] ?? 0) + 1;
    },
    lacks: (what) => succeeded[what] === undefined,
    unconfirmed: [],
    paidIn: new Set(),
    orders: [],
    addresses: [],
  };
  let progress: Progress = { rounds: 0, killed: 0, checked: 0, came: 'KUDOS:0', losses: [], deeds: {} };
  let next = start();
  try {
    for (const each of people) await settleIn(town, each);
    while (goOn(progress)) {
      const child = next;
      next = start();
      const who = dice.pick(people);
      const killed = await oneRound(town, who, child);
      const check = dice.roll() < CHECK_SHARE;
      const found = check ? await putInOrder(town, who) : undefined;
      // Whoever looks for the cause finds the databases as they were.
      if (found && found.losses.length > 0) cpSync(root, `${root}-round-${progress.rounds + 1}`, { recursive: true });
      progress = {
        rounds: progress.rounds + 1,
        killed: progress.killed + (killed ? 1 : 0),
        checked: progress.checked + (check ? 1 : 0),
        came: found?.came ?? progress.came,
        deeds: { ...succeeded },
        losses: [
          ...progress.losses,
          ...(found?.losses ?? []).map(
            (loss) =>
              `seed ${seed}, round ${progress.rounds + 1}, ${who.name}: ${loss} (${root}-round-${progress.rounds + 1})`,
          ),
        ],
      };
      report?.(progress);
    }
    // Nobody's money is forgotten because the last rounds were somebody else's.
    const last: string[] = [];
    for (const each of people)
      for (const loss of (await putInOrder(town, each)).losses)
        last.push(`seed ${seed}, at the end, ${each.name}: ${loss}`);
    progress = { ...progress, losses: [...progress.losses, ...last] };
    return progress;
  } finally {
    next.process.kill('SIGKILL');
    books.close();
    await sandbox.close();
    rmSync(root, { recursive: true, force: true });
    mortal.remove();
  }
};

/** In the other half of the rounds the next process, to be killed itself, finds what this one left. */
const CHECK_SHARE = 0.5;
/** How often somebody's computer is gone, and the process that is killed is the one that restores. */
const LOST_SHARE = 0.06;
/** How often somebody begins to leave a wallet for good. */
const LEAVING_SHARE = 0.02;
/** About as often as some deeds look at their world. */
const LOOKS = 400;
/** About as long as a deed takes. */
const DYING_MS = 120;
const MORTAL = fileURLToPath(new URL('./mortal.ts', import.meta.url));

type Child = { readonly process: ChildProcess; readonly ended: Promise<void> };

/** The next process loads its program while this one still lives. */
const startProgram = (program: string): Child => {
  const process_ = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  // writing to a process that is dead already is no news here
  process_.stdin.on('error', () => undefined);
  return { process: process_, ended: new Promise((resolve) => process_.once('close', () => resolve())) };
};

/** One process, some deeds, and a death at a random moment; false when it had finished before. */
const oneRound = async (town: Town, who: Person, { process: child, ended }: Child): Promise<boolean> => {
  if (who.lost === undefined && !who.leaving) {
    if (town.dice.roll() < LOST_SHARE) await loseComputer(town, who);
    else if (town.dice.roll() < LEAVING_SHARE) await beginToLeave(town, who);
  }
  // Whoever takes something back at once does so before what was begun goes on.
  const deeds: Deed[] =
    town.dice.roll() < 0.15 && !who.leaving ? [{ do: 'take back', which: town.dice.upTo(10) }] : [{ do: 'go on' }];
  for (let left = 1 + town.dice.upTo(3); left > 0; left--) deeds.push(await chooseDeed(town, who), { do: 'go on' });
  // A new computer begins with the restore.
  const orders: Orders = {
    directory: who.directory,
    deeds: who.lost === undefined ? deeds : [{ do: 'restore', recoveryText: who.lost }, ...deeds],
    ...(who.undoing ? { sheet: who.sheet } : {}),
    seed: String(town.dice.roll()),
    // Half of the moments can be found again by the seed; the others are anywhere, also in the middle of a write.
    ...(town.dice.roll() < 0.5 ? { diesAtLook: 1 + town.dice.upTo(LOOKS) } : {}),
  };
  // Some die while they open the database, most at one of their deeds, a few when they have finished.
  const hearsBeforeDeath =
    orders.diesAtLook === undefined ? town.dice.upTo(deeds.length + 2) : Number.POSITIVE_INFINITY;
  const delay = town.dice.roll() * DYING_MS;
  let finished = false;
  let heard = 0;
  const doomed = new Promise<void>((resolve) => {
    if (hearsBeforeDeath === 0) resolve();
    createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
      if (line.startsWith(SHEET)) {
        who.sheet = z.string().parse(JSON.parse(line.slice(SHEET.length)));
        return;
      }
      if (line === 'done') finished = true;
      if (finished && orders.diesAtLook !== undefined) resolve();
      hear(town, who, line);
      const deed = orders.deeds[heard - 1];
      if (deed && line.startsWith('{"ok":true')) town.count(deed.do);
      heard += 1;
      if (heard === hearsBeforeDeath) resolve();
    });
    void ended.then(resolve);
  });
  child.stdin?.write(`${JSON.stringify(orders)}\n`);
  await doomed;
  if (orders.diesAtLook === undefined) await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await ended;
  return !finished;
};
