// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { coinId } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText, total } from '../support/backup-rig.ts';
import { coins, FREE, gateLab, makesCoins, OTHER, PAID } from './gate-lab.ts';

const { base, sandbox, exchange, providers, url, watched, copiesBefore, begin, run } = await gateLab();
const id = (fill: number): string => bytesToCrock(new Uint8Array(16).fill(fill));

describe('ever after', () => {
  it('nothing that makes coins leaves before its seed is stored: withdrawals, change of payments, renewals', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:9');
    expect((await run(mine)).pending).toEqual([]);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.23', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    mine.wallet.renewCoins();
    expect((await run(mine)).pending).toEqual([]);
    const copies = await copiesBefore(mine);
    expect(copies.length).toBeGreaterThan(3);
    expect(Math.min(...copies)).toBe(1);
    expect(mine.store.entries('refresh').length).toBeGreaterThan(1);
  });

  it('with a quorum of two, two providers hold it first; one alone does not open the gate', async () => {
    const mine = watched();
    mine.backup.setQuorum(2);
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ waitingFor: 'provider', why: { kind: 'not-backed-up-yet' } }]);
    expect([coins(mine), makesCoins(mine.requests)]).toEqual([0, false]);
    await add(mine, url(OTHER));
    expect((await run(mine)).pending).toEqual([]);
    expect(await copiesBefore(mine)).toEqual([2]);
  });

  it('more copies wanted than there are providers: the money stays, only the person can help, and wanting fewer lets it go on', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    mine.backup.setQuorum(3);
    expect(mine.backup.status()).toMatchObject({ copiesWanted: 3, providersTotal: 1 });
    const reserve = await begin(mine, 'KUDOS:3');
    const report = await run(mine, 60_000);
    expect(report).toMatchObject({
      timedOut: false,
      needsPerson: true,
      pending: [
        {
          waitingFor: 'provider',
          why: { facts: { why: 'too-few-providers', wanted: 3, there: 1 } },
        },
      ],
    });
    expect([makesCoins(mine.requests), exchange.reserveBalance(reserve)]).toEqual([false, 'KUDOS:3']);
    mine.backup.setQuorum(1);
    expect((await run(mine)).pending).toEqual([]);
    expect(await copiesBefore(mine)).toEqual([1]);
  });

  it('a quorum of two: one copy is enough only for change that can pay the second provider', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:0.08');
    expect((await run(mine)).pending).toEqual([]);
    mine.backup.setQuorum(2);
    expect(await add(mine, url(PAID))).toBe('payment-required');
    expect(mine.wallet.renewCoins()).toBeGreaterThan(0);
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ type: 'refresh', waitingFor: 'provider' }]);
    expect(mine.requests.some((each) => each.endsWith('/melt'))).toBe(false);
  });

  it.each(['coin', 'session'])('a %s that only a newer wallet can finish or spend pays no provider', async (which) => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:0.08');
    expect((await run(mine)).pending).toEqual([]);
    const [withdrawal] = mine.store.entries('withdrawal');
    const [coin] = mine.store.coins({});
    const [batch] = Object.values(withdrawal?.value.batches ?? {});
    if (!withdrawal || !coin || !batch) throw new Error('a coin was expected');
    const { clock } = coin;
    const of = { source_id: id(1), v: 'KUDOS:5', remaining: 'KUDOS:5' };
    const session = {
      exchange: coin.value.exchange,
      master_pub: withdrawal.value.master_pub,
      old_coin: coinId(id(2), 0),
      seed: bytesToCrock(new Uint8Array(64).fill(8)),
      scheme: 4,
      selection: [{ h: coin.value.h, n: 1, v: 'KUDOS:5' }],
      melt_amount: 'KUDOS:5',
      fee: 'KUDOS:0',
      reason: 'restore',
      created: withdrawal.value.created,
      status: 'planned',
    };
    mine.store.transaction((tx) =>
      tx.join([
        {
          kind: 'withdrawal',
          id: id(1),
          clock,
          value: {
            ...withdrawal.value,
            batches: { [id(2)]: { ...batch, seed: bytesToCrock(new Uint8Array(32)), scheme: 4 } },
          },
        },
        which === 'coin'
          ? { kind: 'coin', id: coinId(id(2), 0), clock, value: { ...coin.value, ...of } }
          : { kind: 'refresh', id: id(3), clock, value: session },
      ]),
    );
    mine.backup.setQuorum(2);
    expect(await add(mine, url(PAID))).toBe('payment-required');
    expect(mine.wallet.renewCoins()).toBeGreaterThan(0);
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ type: 'refresh', waitingFor: 'provider' }]);
    expect(mine.requests.some((each) => each.endsWith('/melt'))).toBe(false);
  });

  it('a provider that hangs delays nobody: the other one opens the gate', async () => {
    const mine = watched();
    await add(mine, url(OTHER));
    await add(mine, url(FREE));
    // The one that is asked first.
    const hangs = url(OTHER) < url(FREE) ? OTHER : FREE;
    providers[hangs].faults.always({ method: 'POST' }, { hang: true });
    await begin(mine, 'KUDOS:3');
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    // All the while it has not answered, and it has not been given up.
    expect([...mine.unanswered]).toEqual([expect.stringMatching(`^POST ${url(hangs)}backups/`)]);
    await mine.backup.close();
  });

  it('all providers dead: the money stays in the reserve and the screen says so; it goes on when one is back', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await add(mine, url(OTHER));
    for (const at of [FREE, OTHER] as const) providers[at].faults.always({}, { status: 503 });
    const reserve = await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([
      {
        waitingFor: 'provider',
        why: { facts: { why: 'no-copy', staysIn: { kind: 'reserve' } } },
      },
    ]);
    expect([makesCoins(mine.requests), exchange.reserveBalance(reserve)]).toEqual([false, 'KUDOS:3']);
    for (const at of [FREE, OTHER] as const) {
      providers[at].faults.assertAllHappened();
      providers[at].faults.clear();
    }
    expect((await run(mine)).pending).toEqual([]);
    expect(Math.min(...(await copiesBefore(mine)))).toBeGreaterThan(0);
  });

  it('a copy that a provider says it stored and cannot show does not open the gate', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    providers[FREE].faults.always({ method: 'POST' }, { forgetUpload: true });
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect([coins(mine), makesCoins(mine.requests)]).toEqual([0, false]);
    expect(mine.wallet.pending()).toMatchObject([{ waitingFor: 'provider' }]);
  });

  it('a free provider that died and one with a fee: the fee is paid out of the reserve, and its copy opens the gate', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    providers[FREE].faults.always({}, { status: 503 });
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(coins(mine)).toBe(0);
    expect(await add(mine, url(PAID))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
    // The free one costs nothing and has no line.
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toHaveLength(1);
  });
});

describe('without backup', () => {
  it('the sum the person chose is withdrawn at once and shown at risk until the next verified copy; its change too', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:5', true);
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(mine.backup.status().safety.uncopied).toEqual([total(mine)]);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.23', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.backup.status().safety.uncopied).toEqual([total(mine)]);
    // Another sum still waits.
    await begin(mine, 'KUDOS:2');
    expect((await run(mine)).pending).toMatchObject([{ waitingFor: 'provider' }]);
    await add(mine, url(PAID));
    await run(mine);
    await mine.backup.run();
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('a withdrawal that waits goes on when its address is given again without backup', async () => {
    const mine = watched();
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const operation = await sandbox.bank.createWithdrawal('KUDOS:2');
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
    await operation.confirm();
    expect((await run(mine)).pending).toMatchObject([{ waitingFor: 'provider' }]);
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri, { withoutBackup: true }), 'withdrawal');
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
  });
});

describe('what it is all for', () => {
  it('a copy made before the withdraw request was ever sent completes the withdrawal elsewhere and gets all coins', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:7');
    // The computer dies between the upload and the request to the exchange.
    exchange.faults.always({ path: 'withdraw' }, { closeConnection: true });
    await run(mine, 1_500);
    expect(coins(mine)).toBe(0);
    expect(await copiesBefore(mine)).toContain(1);
    const text = recoveryText(mine);
    exchange.faults.clear();

    const other = install(base, { gated: true });
    mustOk(await other.backup.restore(text), 'restore');
    expect((await run(other)).pending).toEqual([]);
    expect(total(other)).toBe(total(mine));
    const got = other.store.coins({ status: 'fresh' });
    expect(got.length).toBeGreaterThan(0);

    // And when the request had reached the exchange, and only the answer was lost: the same coins, nothing lost.
    const late = watched();
    await add(late, url(OTHER));
    await begin(late, 'KUDOS:7');
    exchange.faults.always({ path: 'withdraw' }, { afterHandling: true, closeConnection: true });
    await run(late, 1_500);
    expect(coins(late)).toBe(0);
    exchange.faults.assertAllHappened();
    exchange.faults.clear();
    const heir = install(base, { gated: true });
    mustOk(await heir.backup.restore(recoveryText(late)), 'restore');
    expect((await run(heir)).pending).toEqual([]);
    expect(total(heir)).toBe(total(other));
  });
});
