// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, total } from '../support/backup-rig.ts';
import { inTurn } from '../support/seed.ts';
import { coins, FREE, gateLab, makesCoins, OTHER, type Watched } from './gate-lab.ts';

// What those who watch learn from the times of requests: places, shop and exchange each see theirs.

const { base, sandbox, providers, url, watched, begin, run } = await gateLab();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const uploads = ({ requests }: Watched, at: 0 | 3): number =>
  requests.filter((each) => each.startsWith(`POST ${url(at)}backups/`)).length;
const melts = ({ requests }: Watched): number => requests.filter((each) => each.endsWith('/melt')).length;
const pay = async ({ wallet }: Watched, sum: string): Promise<void> => {
  const order = await sandbox.merchant.createOrder({ amount: sum, summary: 'tea' });
  const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
  expect(offer).toMatchObject({ payable: true });
  expect(mustOk(await wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment').state).toBe('paid');
};
/** As the window drives both, for so long; a look every ten seconds. */
const live = async (mine: Watched, ms: number, seen: () => void = () => undefined): Promise<void> => {
  const { signal } = new AbortController();
  for (let passed = 0; passed < ms; passed += 10_000) {
    base.move(10_000);
    await base.hurry(mine.wallet.run({ signal }));
    await base.hurry(mine.backup.run({ signal }));
    seen();
  }
};
const twoPlaces = async (sum: string): Promise<Watched> => {
  const mine = watched();
  await add(mine, url(FREE));
  await add(mine, url(OTHER));
  await begin(mine, sum);
  expect((await run(mine)).pending).toEqual([]);
  return mine;
};

it('the gate asks as many places as have to hold a copy, and no more', async () => {
  const mine = watched();
  await add(mine, url(FREE));
  await add(mine, url(OTHER));
  const before = uploads(mine, FREE) + uploads(mine, OTHER);
  await begin(mine, 'KUDOS:3');
  expect((await run(mine)).pending).toEqual([]);
  expect(uploads(mine, FREE) + uploads(mine, OTHER)).toBe(before + 1);
  const both = watched();
  both.backup.setQuorum(2);
  await add(both, url(FREE));
  await add(both, url(OTHER));
  await begin(both, 'KUDOS:3');
  expect((await run(both)).pending).toEqual([]);
  expect(coins(both)).toBeGreaterThan(0);
});

it('a place that refuses is not waited for: the next one is asked', async () => {
  const mine = watched();
  await add(mine, url(FREE));
  await add(mine, url(OTHER));
  for (const at of [FREE, OTHER] as const) {
    providers[at].faults.always({ method: 'POST' }, { status: 503 });
    await begin(mine, 'KUDOS:1');
    expect((await run(mine)).pending).toEqual([]);
    // Whichever is asked first has failed once, and the other one is asked from then on.
    providers[at].faults.clear();
  }
});

const apartFromEachOther = async (): Promise<void> => {
  const mine = await twoPlaces('KUDOS:5');
  await live(mine, 2 * HOUR);
  const gaps: number[] = [];
  for (let change = 0; change < 6; change += 1) {
    const before = { [FREE]: uploads(mine, FREE), [OTHER]: uploads(mine, OTHER) };
    const at: { [place: number]: number } = {};
    mine.backup.rename({ device: `device ${change}` });
    await live(mine, 2 * HOUR, () => {
      for (const place of [FREE, OTHER] as const) if (uploads(mine, place) > before[place]) at[place] ??= base.now();
    });
    expect(mine.backup.status()).toMatchObject({ providersUpToDate: 2 });
    gaps.push(Math.abs((at[FREE] ?? 0) - (at[OTHER] ?? Number.NaN)));
  }
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30_000);
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(2 * MINUTE);
};

const changeIsMadeLater = async (): Promise<void> => {
  const waits: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    const mine = await twoPlaces('KUDOS:5');
    await pay(mine, 'KUDOS:0.13');
    await live(mine, 2 * MINUTE);
    await pay(mine, 'KUDOS:0.17');
    expect(melts(mine)).toBe(0);
    // What waits is the person's to spend, and nothing is under way.
    expect(mine.wallet.pending()).toEqual([]);
    const [balance] = mine.wallet.balances();
    expect(amount(balance?.change ?? 'KUDOS:0').units).toBeGreaterThan(0n);
    expect(balance?.incoming).toBe(balance?.change);
    const from = base.now();
    const before = uploads(mine, FREE) + uploads(mine, OTHER);
    const at = new Map<number, number>();
    await live(mine, 6 * HOUR, () => void at.set(melts(mine), at.get(melts(mine)) ?? base.now()));
    const made = [...at].filter(([count]) => count > 0).map(([, when]) => when);
    expect(melts(mine)).toBe(2);
    // Each coin at a time of its own, and no copy was made for them alone.
    expect(made).toHaveLength(2);
    expect(uploads(mine, FREE) + uploads(mine, OTHER) - before).toBeLessThanOrEqual(8);
    waits.push(Math.min(...made) - from);
    expect(mine.wallet.balances()[0]?.change).toBeUndefined();
    expect(mine.wallet.balances()).toMatchObject([{ available: total(mine), incoming: 'KUDOS:0' }]);
  }
  expect(Math.min(...waits)).toBeGreaterThan(5 * MINUTE);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(5 * MINUTE);
};

/** The long ones, of which an ordinary run takes one and the other with the next commit. */
const LONG: readonly (readonly [string, () => Promise<void>])[] = [
  ['two places get a change at least half a minute from each other, each at a time of its own', apartFromEachOther],
  ['change is made some time later, each coin by itself, and not after each payment', changeIsMadeLater],
];
it.each(inTurn('traces', LONG))('%s', (_, expectLived) => expectLived(), 120_000);

it('change that is needed is made at once: for a shop, for a person, for a bank', async () => {
  const mine = await twoPlaces('KUDOS:1');
  for (const next of ['KUDOS:0.4', 'KUDOS:0.3']) {
    await pay(mine, next);
    await live(mine, MINUTE);
  }
  const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
  const wish = { exchange, amount: 'KUDOS:0.1', summary: 'for you', expiresHours: 24 };
  mustOk(await mine.wallet.peer.send(wish), 'sending');
  await live(mine, MINUTE);
  const payto = 'payto://x-taler-bank/localhost/mine?receiver-name=Me';
  expect(mustOk(await mine.wallet.prepareDeposit({ amount: 'KUDOS:0.05', payto }), 'offer')).toMatchObject({
    possible: true,
  });
  expect(makesCoins(mine.requests)).toBe(true);
});

it('whoever waits for everything gets everything: without a loop nothing is put off', async () => {
  const mine = await twoPlaces('KUDOS:5');
  await pay(mine, 'KUDOS:0.13');
  expect((await run(mine)).pending).toEqual([]);
  expect(melts(mine)).toBe(1);
  await mine.backup.cycle();
  expect(mine.backup.status()).toMatchObject({ providersUpToDate: 2 });
});
