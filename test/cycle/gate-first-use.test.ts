// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { add, total } from '../support/backup-rig.ts';
import { batchesOf, coins, DEAR, FREE, gateLab, makesCoins, PAID } from './gate-lab.ts';

const { exchange, sandbox, url, watched, copiesBefore, begin, run } = await gateLab();

describe('first use', () => {
  it('without a provider the money stays in the reserve, the wallet says so and asks for one; run does not wait in vain', async () => {
    const mine = watched();
    const reserve = await begin(mine, 'KUDOS:6');
    const report = await run(mine, 60_000);
    expect(report).toMatchObject({ timedOut: false, needsPerson: true });
    expect(report.pending).toMatchObject([
      {
        type: 'withdrawal',
        waitingFor: 'provider',
        why: { kind: 'not-backed-up-yet', facts: { why: 'no-provider', staysIn: { kind: 'reserve' } } },
      },
    ]);
    expect(makesCoins(mine.requests)).toBe(false);
    expect([coins(mine), exchange.reserveBalance(reserve)]).toEqual([0, 'KUDOS:6']);
    expect(mine.backup.status()).toMatchObject({
      safety: {
        state: 'not-protected',
        said: [
          { kind: 'no-place', facts: { lost: ['KUDOS:5.98'] } },
          { kind: 'lost-arriving' },
          { kind: 'waits-for-place' },
        ],
      },
    });
    // The balance shows the money that is on its way.
    expect(mine.wallet.balances()).toMatchObject([{ available: 'KUDOS:0', incoming: total(mine) }]);
  });

  it('a free provider needs no coins: it is added, holds the planchets, and the withdrawal completes', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:6');
    await run(mine);
    expect(await add(mine, url(FREE))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(batchesOf(mine).map(({ status, bootstrap }) => [status, bootstrap])).toEqual([['done', undefined]]);
    expect(await copiesBefore(mine)).toEqual([1]);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('a provider with a fee: exactly what it costs is withdrawn and paid, the rest only after its planchets are stored', async () => {
    const mine = watched();
    const reserve = await begin(mine, 'KUDOS:6');
    await run(mine);
    expect(await add(mine, url(PAID))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    const batches = batchesOf(mine);
    expect(batches.map(({ status, bootstrap }) => `${status}${bootstrap ? ', for the fee' : ''}`).sort()).toEqual([
      'done',
      'done, for the fee',
      'failed',
    ]);
    const fee = batches.find(({ bootstrap }) => bootstrap);
    expect(fee?.selection.map(({ n, v }) => `${n} × ${v}`).sort()).toEqual(['1 × KUDOS:0.02', '1 × KUDOS:0.08']);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([
      { amount: 'KUDOS:0.1', state: 'done' },
    ]);
    expect((await copiesBefore(mine)).every((copies) => copies === 1)).toBe(true);
    expect(mine.sightings.map(({ seeds }) => seeds.length)).toEqual([0, 1]);
    expect(exchange.reserveBalance(reserve)).toBe('KUDOS:0');
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('the first order is refused: its coins are renewed without a copy, which cannot be before the fee is paid, and pay the next order', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:6');
    await run(mine);
    sandbox.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
    expect(await add(mine, url(PAID))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    const orders = mine.store.entries('purchase').map(({ value }) => value.status);
    expect(orders.sort()).toEqual(['aborted', 'paid']);
    // All that was made without a copy is worth the fee.
    expect((await copiesBefore(mine)).filter((copies) => copies === 0).length).toBeLessThanOrEqual(3);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('two providers with fees and a quorum of two: both are paid before the rest is withdrawn', async () => {
    const mine = watched();
    mine.backup.setQuorum(2);
    await begin(mine, 'KUDOS:6');
    // The round after the payment has news: the coins that paid it are closed.
    expect(await add(mine, url(PAID))).toBe('stored');
    expect(mine.backup.providers()).toMatchObject([{ upToDate: true }]);
    expect(mine.store.coins({}).map(({ value }) => value.status)).toEqual(['spent', 'spent']);
    expect(coins(mine)).toBeLessThan(5);
    expect(await add(mine, url(DEAR))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type, state }) => type === 'provider-fee' && state === 'done')).toHaveLength(
      2,
    );
    expect((await copiesBefore(mine)).length).toBeGreaterThan(0);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(2);
  });

  it('fees that the money cannot pay: nothing is withdrawn, and the sentence says why', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:0.08');
    expect(await add(mine, url(PAID))).toBe('payment-required');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([
      { waitingFor: 'provider', why: { facts: { why: 'fees-too-high', fees: ['KUDOS:0.1'] } } },
    ]);
    expect(makesCoins(mine.requests)).toBe(false);
  });
});
