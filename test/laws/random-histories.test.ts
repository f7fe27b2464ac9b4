// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { parseKeys } from '../../electron/taler/keys.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { startLab, type Lab } from '../cycle/fail-nth-lab.ts';
import { reusedSeeds } from '../support/http-log.ts';
import { begin, silence, somethingHappens } from './random-actions.ts';
import { createRandomWorld, type RandomWorld } from './random-world.ts';

// Two to four machines with one wallet, one to three providers with vices, wrong clocks, cut cables, disks put back, and
// people who do things. After silence all agree, and with one honest provider nothing is lost.

/** HOLDFAST_SEED and HOLDFAST_SEEDS choose other lives, and more of them. */
const FIRST = Number(process.env['HOLDFAST_SEED'] ?? 1);
const COUNT = Number(process.env['HOLDFAST_SEEDS'] ?? 30);
const EVENTS = 24;

let lab: Lab;
beforeAll(async () => {
  lab = await startLab('v23');
});
afterAll(() => lab.close());

test.each(Array.from({ length: COUNT }, (_, at) => FIRST + at))(
  'seed %i',
  async (seed) => {
    const { sandbox } = lab;
    const world = createRandomWorld({ seed, sandbox, now: lab.world.now, travel: lab.world.move });
    try {
      await begin(world);
      for (let left = EVENTS; left > 0; left--) await somethingHappens(world);
      await silence(world);
      expectLaws(world);
    } catch (failure) {
      throw new Error(world.story.join('\n'), { cause: failure });
    }
  },
  120_000,
);

const expectLaws = ({ machines, exchange }: RandomWorld): void => {
  const [first, ...others] = machines.map(({ running }) => contentToJson(running.store.snapshot()));
  for (const other of others) expect(other).toBe(first);
  for (const { running, log } of machines) {
    const { store, wallet } = running;
    // Transfers that nobody made are waited for; nothing else is left to do.
    const unpaid = store.entries('withdrawal').filter(({ value }) => value.status === 'awaiting-transfer');
    expect(wallet.pending().filter(({ id }) => !unpaid.some((each) => each.id === id))).toEqual([]);
    const { in: came, reserves, coins, purses, paid, fees, dust, missing } = lab.books.read(store);
    expect(missing).toEqual([]);
    expect(reserves + coins + purses + paid + fees).toBe(came);
    const total = wallet.balances().reduce((sum, each) => sum + amount(each.total).units, 0n);
    expect(total + dust).toBe(coins);
    const keys = store.local.cachedKeys(exchange);
    if (keys) expect(reusedSeeds(log, store, mustOk(parseKeys(exchange, keys.raw), 'keys'))).toEqual([]);
  }
};
