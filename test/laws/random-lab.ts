// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { openBooks, type BookKeeper } from '../support/books.ts';
import { createClock } from '../support/clock.ts';
import type { Dice } from '../support/dice.ts';
import { openEconomy } from '../support/economy.ts';

/** An economy of its own for one life: nothing that another seed did is in it, so that a seed makes the same life alone. */
export type RandomLab = {
  readonly sandbox: Sandbox;
  readonly exchange: string;
  /** where the exchange keeps its database */
  readonly directory: string;
  readonly books: BookKeeper;
  readonly now: () => number;
  readonly sleep: World['sleep'];
  readonly travel: (ms: number) => void;
  readonly close: () => Promise<void>;
};

/** Few kinds of coins, with every kind of fee, so that a life takes seconds and still makes change. */
const DENOMINATIONS = [
  { value: '0.02' },
  { value: '0.1', feeRefresh: '0.01' },
  { value: '0.5', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
  { value: '2', feeWithdraw: '0.01', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
];

export type LifeAt = 'v23' | 'v32';

export const startRandomLab = async (dice: Dice, generation: LifeAt): Promise<RandomLab> => {
  const clock = createClock();
  const { now, sleep } = clock;
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-random-'));
  const exchanges = [{ generation, denominations: DENOMINATIONS }];
  const world = { now, sleep, randomBytes: dice.bytes };
  const sandbox = await openEconomy(world, { directory, exchanges, syncProviders: [] });
  const books = openBooks(join(directory, 'exchange-1.sqlite'));
  return {
    sandbox,
    directory,
    books,
    now,
    exchange: sandbox.exchanges[0]?.baseUrl ?? '',
    sleep,
    travel: clock.move,
    close: async () => {
      books.close();
      await sandbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
