// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add } from '../support/backup-rig.ts';
import { coins, FREE, gateLab, PAID } from './gate-lab.ts';

const { base, exchange, url, watched, copiesBefore, begin, run } = await gateLab();
const DAY = 24 * 3600_000;

/** What is left to spend, in a wallet all of whose coins have become old. */
const available = ({ wallet }: ReturnType<typeof watched>): string | undefined =>
  wallet.balances().find((each) => each.exchange === exchange.baseUrl)?.available;

it('old coins pay the place that wants its fee first, and are renewed once it holds their seeds', async () => {
  const mine = watched();
  await add(mine, url(FREE));
  await begin(mine, 'KUDOS:3');
  expect((await run(mine)).pending).toEqual([]);
  mustOk(await mine.backup.removeProvider(url(FREE)), 'removed');
  const whole = available(mine);
  // Four years they can be spent; now there are some months left, and no place that could hold a copy.
  base.move(4 * 365 * DAY - 90 * DAY);
  for (let day = 0; day < 9; day += 3) {
    base.move(3 * DAY);
    await run(mine, 1_000);
  }
  const waiting = (): number => mine.store.entries('refresh').filter(({ value }) => value.status === 'planned').length;
  expect(waiting()).toBeGreaterThan(0);
  expect([available(mine), mine.wallet.pending()]).toEqual([whole, []]);
  const before = mine.sightings.length;
  expect(await add(mine, url(PAID))).toBe('stored');
  const old = new Set(mine.store.coins({ status: 'fresh' }).map(({ id }) => id));
  for (let day = 0; day < 24; day += 1) {
    base.move(DAY);
    await run(mine, 1_000);
    await mine.backup.run();
  }
  expect(mine.store.coins({ status: 'fresh' }).filter(({ id }) => old.has(id))).toEqual([]);
  expect(coins(mine)).toBeGreaterThan(0);
  expect(Math.min(...(await copiesBefore(mine)).slice(before))).toBe(1);
}, 60_000);
