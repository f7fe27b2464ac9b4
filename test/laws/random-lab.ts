// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openBooks, type BookKeeper } from '../support/books.ts';
import type { Dice } from '../support/dice.ts';

/** An economy of its own for one life: nothing that another seed did is in it, so that a seed makes the same life alone. */
export type RandomLab = {
  readonly sandbox: Sandbox;
  readonly exchange: string;
  /** where the exchange keeps its database */
  readonly directory: string;
  readonly books: BookKeeper;
  readonly now: () => number;
  readonly travel: (ms: number) => void;
  readonly close: () => Promise<void>;
};

const START_MS = Date.UTC(2026, 10, 23, 12);

/** Few kinds of coins, with every kind of fee, so that a life takes seconds and still makes change. */
const DENOMINATIONS = [
  { value: '0.02' },
  { value: '0.1', feeRefresh: '0.01' },
  { value: '0.5', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
  { value: '2', feeWithdraw: '0.01', feeDeposit: '0.01', feeRefresh: '0.01', feeRefund: '0.01' },
];

export const startRandomLab = async (dice: Dice): Promise<RandomLab> => {
  // A fake clock: every look at it takes a millisecond, so that no two transactions ever share one.
  let ahead = 0;
  const now = (): number => START_MS + (ahead += 1);
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-random-'));
  const exchanges = [{ generation: 'v23' as const, denominations: DENOMINATIONS }];
  const world = { now, randomBytes: dice.bytes };
  const sandbox = await startSandbox({ ...world, directory, rsaBits: 1024, exchanges, syncProviders: [] });
  const books = openBooks(join(directory, 'exchange-1.sqlite'));
  return {
    sandbox,
    directory,
    books,
    now,
    exchange: sandbox.exchanges[0]?.baseUrl ?? '',
    travel: (ms) => void (ahead += ms),
    close: async () => {
      books.close();
      await sandbox.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
