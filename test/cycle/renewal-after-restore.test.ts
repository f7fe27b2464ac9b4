// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { renewKnownCoins } from '../../electron/backup/recover/audit.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// After a restore an older copy may still spend the money. What can be renewed for nothing is, little by little; about what
// costs something the person is asked, with the sum, and until then it is as good as any.

const DAY = 24 * 3600_000;

let lab: WalletLab;
let base: string;
aroundExchange(
  {
    exchanges: [
      {
        denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '1', '4'].map((value) => ({
          value,
          feeRefresh: value === '4' ? '0.02' : '0',
        })),
      },
    ],
  },
  (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  },
);

/** Another installation with the same entries, as a restore makes one. */
const restored = async (
  ...sums: readonly string[]
): Promise<{ readonly lost: OpenWallet; readonly mine: OpenWallet }> => {
  const lost = lab.openWallet();
  for (const sum of sums) await fund(lab, lost, sum);
  const mine = lab.openWallet();
  mine.store.transaction((tx) => tx.join(lost.store.snapshot()));
  await mine.wallet.run();
  renewKnownCoins(mine);
  return { lost, mine };
};
const live = async ({ wallet }: OpenWallet, days: number): Promise<void> => {
  for (let hour = 0; hour < days * 24; hour += 3) {
    lab.travel(DAY / 8);
    await wallet.run();
  }
};
const melted = ({ store }: OpenWallet): number =>
  store.entries('refresh').filter(({ value }) => value.status === 'done').length;
const ask = ({ wallet }: OpenWallet) => wallet.pending().find(({ id }) => id === base);

it('nothing that costs a fee is renewed before the person has agreed; it is theirs to spend meanwhile', async () => {
  const { mine } = await restored('KUDOS:4', 'KUDOS:4');
  await live(mine, 4);
  expect(melted(mine)).toBe(0);
  expect(balanceAt(mine.wallet, base)).toMatchObject({ available: 'KUDOS:8', incoming: 'KUDOS:0' });
  expect(ask(mine)).toMatchObject({
    type: 'refresh',
    waitingFor: 'user',
    why: { kind: 'renewal-fees', facts: { sum: 'KUDOS:8', fees: 'KUDOS:0.04', total: 'KUDOS:7.96' } },
  });
  expect(await mine.wallet.run({ untilDone: true, timeoutMs: 5_000 })).toMatchObject({
    timedOut: false,
    needsPerson: true,
  });
  // More than was seen is not lost.
  expect(await mine.wallet.agreeToFees(base, 'KUDOS:7.97')).toMatchObject({
    ok: false,
    error: { kind: 'renewal-fees', total: 'KUDOS:7.96' },
  });
  expect(melted(mine)).toBe(0);
  expect(mustOk(await mine.wallet.agreeToFees(base, 'KUDOS:7.96'), 'yes')).toEqual({ id: base, state: 'pending' });
  await live(mine, 1);
  expect(ask(mine)).toBeUndefined();
  expect(melted(mine)).toBe(2);
  expect(balanceAt(mine.wallet, base).available).toBe('KUDOS:7.96');
  // What is new is nobody else's, and nobody asks about it.
  await live(mine, 3);
  expect(melted(mine)).toBe(2);
  expectSumsAgree(mine.wallet);
});

it('an answer no is kept', async () => {
  const { mine } = await restored('KUDOS:4');
  await live(mine, 1);
  expect(ask(mine)).toBeDefined();
  expect(mustOk(await mine.wallet.abort(base), 'no')).toEqual({ id: base, state: 'aborted' });
  await live(mine, 4);
  expect(mine.wallet.pending()).toEqual([]);
  expect([melted(mine), balanceAt(mine.wallet, base).available]).toEqual([0, 'KUDOS:4']);
  expect(await mine.wallet.agreeToFees(base, 'KUDOS:0')).toMatchObject({
    ok: false,
    error: { kind: 'not-asked-about-fees' },
  });
});

it('what costs nothing is renewed over some days, and unused until then', async () => {
  const { mine } = await restored(...Array.from({ length: 10 }, () => 'KUDOS:0.32'));
  await live(mine, 2);
  const early = melted(mine);
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(8);
  expect(mine.wallet.pending()).toEqual([]);
  await live(mine, 16);
  expect(melted(mine)).toBe(10);
  expect(amount(balanceAt(mine.wallet, base).available).units).toBe(amount('KUDOS:3.2').units);
  await live(mine, 3);
  expect(melted(mine)).toBe(10);
});

it('nothing is asked where no other copy is known', async () => {
  const mine = lab.openWallet();
  await fund(lab, mine, 'KUDOS:4');
  await live(mine, 3);
  expect(mine.wallet.pending()).toEqual([]);
  expect(melted(mine)).toBe(0);
});
