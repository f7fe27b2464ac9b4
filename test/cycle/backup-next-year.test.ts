// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import type { World } from '../../electron/world.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { add, install, outcomes, startEconomy, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';

// A year that ends under another price, late, or at a provider that asks for more than it should.

const world = testWorld();
const DAY = 24 * 3600 * 1000;
const YEAR = 365 * DAY;
let sandbox: Sandbox;
let paid: SandboxSync;
let mine: Installation;

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0.1' }]);
  const [first] = sandbox.syncProviders;
  if (!first) throw new Error('a provider was asked for');
  paid = first;
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  paid.setAnnualFee('KUDOS:0.1');
  mine = install(world);
  await withdraw(mine, sandbox, 'KUDOS:5');
});
afterEach(() => paid.faults.clear());

const rest = async (): Promise<void> => {
  await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(mine);
};
const payments = (): readonly string[] =>
  mine.store
    .entries('purchase')
    .filter(({ value }) => value.status === 'paid')
    .map(({ value }) => value.amount ?? '?')
    .sort();
const provider = () => mine.backup.providers()[0];
const goTo = async (daysFromTheEnd: number): Promise<number> => {
  const until = provider()?.paidUntil ?? 0;
  world.move(until + daysFromTheEnd * DAY - world.now());
  return until;
};
const expiration = (): number => {
  const root = mine.store.local.rootSecret();
  return (root && paid.account(bytesToCrock(accountKeys(root, paid.baseUrl).publicKey))?.expirationMs) ?? 0;
};
const change = (): void => mine.store.transaction((tx) => tx.put('setting', 'note', { value: world.now() }));
const lastReport = async () => (await mine.backup.cycle(paid.baseUrl))[0];

describe('the fee of the next year is another one', () => {
  it('higher, and within the price agreed to: the new fee is paid once, and shown from then on', async () => {
    await add(mine, paid.baseUrl, 'KUDOS:0.5');
    await rest();
    const until = await goTo(-10);
    paid.setAnnualFee('KUDOS:0.4');
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.4']);
    expect(provider()).toMatchObject({ annualFee: 'KUDOS:0.4', maxFee: 'KUDOS:0.5', paidUntil: until + YEAR });
    await rest();
    expect(payments()).toHaveLength(2);
  });

  it('lower: the lower one is paid', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    await goTo(-10);
    paid.setAnnualFee('KUDOS:0.05');
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.05', 'KUDOS:0.1']);
    expect(provider()).toMatchObject({ annualFee: 'KUDOS:0.05', maxFee: 'KUDOS:0.12' });
  });

  it('changed after its order was claimed and could not be paid: the order of today is paid, not the old one', async () => {
    await add(mine, paid.baseUrl, 'KUDOS:0.5');
    await rest();
    await goTo(-10);
    sandbox.merchant.faults.always({ method: 'POST', path: /\/pay$/ }, { status: 503 });
    await outcomes(mine);
    sandbox.merchant.faults.clear();
    for (const { id, value } of mine.store.entries('purchase'))
      if (value.status === 'paying') await mine.wallet.abort(id);
    paid.setAnnualFee('KUDOS:0.2');
    await rest();
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.2']);
  });

  it('above the price agreed to: nothing is paid until the person agrees to more, then it is', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    const until = await goTo(-10);
    paid.setAnnualFee('KUDOS:3');
    expect((await lastReport())?.notes).toMatchObject([
      { kind: 'renewal', facts: { why: asks('fee-above-cap', { fee: 'KUDOS:3', cap: 'KUDOS:0.12' }) } },
    ]);
    expect(payments()).toEqual(['KUDOS:0.1']);
    expect(await add(mine, paid.baseUrl)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:3']);
    expect(provider()?.paidUntil).toBe(until + YEAR);
  });
});

describe('a price that is raised', () => {
  it('is heard a month before, by one request a day, and paid for when its person agrees; before that month nothing is asked', async () => {
    let asked = 0;
    const http: World['http'] = (input, init) => {
      asked += Number(new Request(input, init).url === `${paid.baseUrl}config`);
      return world.http(input, init);
    };
    mine = install({ ...world, http });
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, paid.baseUrl);
    await rest();
    paid.setAnnualFee('KUDOS:3');
    const rounds = async (days: number): Promise<number> => {
      await goTo(days);
      const before = asked;
      for (let at = 0; at < 3; at += 1) {
        change();
        expect(await outcomes(mine)).toEqual(['stored']);
      }
      return asked - before;
    };
    expect(await rounds(-40)).toBe(0);
    expect(provider()?.notes).toBeUndefined();
    expect(await rounds(-29)).toBe(1);
    const why = asks('fee-above-cap', { fee: 'KUDOS:3', cap: 'KUDOS:0.12' });
    expect(provider()?.notes).toMatchObject([{ kind: 'year-ends' }, why]);
    expect(mine.backup.status().yearEnds).toMatchObject({ within: 30 });
    // Taken back in time, nobody need decide anything; money of another kind is no smaller sum.
    paid.setAnnualFee('KUDOS:0.1');
    expect(await rounds(-27)).toBe(1);
    expect(provider()?.notes).toMatchObject([{ kind: 'year-renews' }]);
    paid.setAnnualFee('KUDOS:3');
    await rounds(-25);
    expect(await mine.backup.limitPlace(paid.baseUrl, 'KUDOS:4')).toMatchObject({ ok: true });
    expect(provider()?.notes).toMatchObject([{ kind: 'year-renews' }]);
    await goTo(-10);
    await rest();
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:3']);
  });
});

describe('what its person decides of a year', () => {
  it('the next one is paid at once in the last month when they want it, once, and not before', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    const until = await goTo(-40);
    const renew = () => mine.backup.renewPlace(paid.baseUrl, 'KUDOS:0.12');
    expect(await renew()).toMatchObject({
      ok: false,
      error: { kind: 'year-not-ending', until, from: until - 30 * DAY },
    });
    await goTo(-29);
    await rest();
    expect(payments()).toHaveLength(1);
    const renewed = await Promise.all([renew(), renew()]);
    expect(renewed.map(({ ok }) => ok)).toContain(true);
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    expect(provider()?.paidUntil).toBe(until + YEAR);
    expect((await renew()).ok).toBe(false);
    await rest();
    expect(payments()).toHaveLength(2);
  });

  it('a lower limit keeps it from being paid, which is said a month before; agreeing to more pays it when it is time', async () => {
    await add(mine, paid.baseUrl, 'KUDOS:0.5');
    await rest();
    expect((await mine.backup.limitPlace(paid.baseUrl, 'KUDOS:0.05')).ok).toBe(true);
    const until = await goTo(-29);
    const why = asks('fee-above-cap', { fee: 'KUDOS:0.1', cap: 'KUDOS:0.05' });
    expect(provider()?.notes).toMatchObject([{ kind: 'year-ends' }, why]);
    expect(mine.backup.status()).toMatchObject({
      safety: { state: 'not-protected', said: [{ kind: 'no-paper' }, { kind: 'place-asks', facts: { why } }] },
      yearEnds: { within: 30, until },
    });
    await goTo(-10);
    await rest();
    expect(payments()).toHaveLength(1);
    await goTo(-6.5);
    expect(provider()?.notes).toMatchObject([{ kind: 'renewal' }, { kind: 'year-ends-in', facts: { days: 7 } }]);
    expect(mine.backup.status().yearEnds?.within).toBe(7);
    expect(await mine.backup.limitPlace(paid.baseUrl, 'KUDOS:0.2')).toMatchObject({
      ok: true,
      value: { maxFee: 'KUDOS:0.2', paidUntil: until + YEAR },
    });
    expect(payments()).toHaveLength(2);
    expect(mine.backup.status().yearEnds).toBeUndefined();
    expect(await mine.backup.limitPlace(paid.baseUrl, 'CHF:1')).toMatchObject({
      ok: false,
      error: { kind: 'fee-above-cap' },
    });
  });

  it('one that nobody can pay for is said a month before', async () => {
    await add(mine, paid.baseUrl, 'KUDOS:100');
    await rest();
    mine.store.transaction((tx) => {
      const place = tx.entry('provider', paid.baseUrl)?.value;
      if (place) tx.put('provider', paid.baseUrl, { ...place, annual_fee: 'KUDOS:50' });
    });
    await goTo(-20);
    expect(provider()?.notes).toMatchObject([
      { kind: 'year-ends' },
      { kind: 'year-lacks', facts: { fee: 'KUDOS:50' } },
    ]);
  });
});

describe('reading one place back', () => {
  it('says what it brings back by itself and that it was there now; what it lost is noticed and saved again', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    const before = provider()?.verifiedAt ?? 0;
    world.move(3 * 3600 * 1000);
    expect(await mine.backup.testPlace(paid.baseUrl)).toMatchObject({
      ok: true,
      value: {
        isThere: true,
        place: { answer: 'found', brings: 'all' },
        total: mine.wallet.balances().map(({ total }) => total),
      },
    });
    expect(provider()?.verifiedAt).toBeGreaterThan(before);
    expect(provider()?.weeks?.at(-1)).toBeGreaterThan(1);
    paid.faults.once({ method: 'GET', path: /\/backups\// }, { status: 204 });
    expect(await mine.backup.testPlace(paid.baseUrl)).toMatchObject({
      ok: true,
      value: { isThere: false, place: { answer: 'empty', brings: 'nothing', lost: true } },
    });
    expect(mine.backup.status().safety.uncopied).toEqual([]);
    expect(await mine.backup.testPlace('https://nobody.example/')).toMatchObject({
      ok: false,
      error: { kind: 'unknown-provider' },
    });
  });

  it('can be ended while it waits, and is one at a time', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    paid.faults.once({ method: 'GET', path: /\/backups\// }, { hang: true });
    const testing = mine.backup.testPlace(paid.baseUrl);
    expect(await mine.backup.testPlace(paid.baseUrl)).toMatchObject({ ok: false, error: { kind: 'drill-running' } });
    mine.backup.stopTest(paid.baseUrl);
    expect(await testing).toMatchObject({ ok: false, error: { kind: 'drill-stopped' } });
  });
});

describe('a year that is over', () => {
  it('is paid when the wallet is back, while the account is still there: it is not left to be collected', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    const until = await goTo(20);
    change();
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    expect(expiration()).toBeGreaterThan(world.now());
    // A server adds the year to where the last one ended (PROTOCOL.md#sync-payment): counted from today, the next end would come as a surprise.
    expect(provider()?.paidUntil).toBe(until + YEAR);
    await rest();
    expect(payments()).toHaveLength(2);
  });

  it('long over: no more than two months are given away, and it is paid once', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    await goTo(150);
    change();
    expect(await outcomes(mine)).toEqual(['stored']);
    await rest();
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    expect(Math.abs((provider()?.paidUntil ?? 0) - (world.now() + YEAR - 60 * DAY))).toBeLessThan(60_000);
  });
});

describe('a provider that asks too much', () => {
  it('asks twice for one year: the person may pay another one by adding it again, once', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    change();
    paid.faults.always({ method: 'POST' }, { payAgain: true });
    const report = await lastReport();
    expect(report).toMatchObject({
      outcome: 'asks',
      notes: [asks('paid-already', { until: expect.any(Number) })],
    });
    expect(payments()).toEqual(['KUDOS:0.1']);
    paid.faults.clear();
    paid.faults.once({ method: 'POST' }, { payAgain: true });
    expect(await add(mine, paid.baseUrl)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    change();
    paid.faults.clear();
    paid.faults.once({ method: 'POST' }, { payAgain: true });
    expect((await lastReport())?.outcome).toBe('asks');
    expect(payments()).toHaveLength(2);
  });

  it('asks no more when the person has added it again: that was no word for some later day', async () => {
    await add(mine, paid.baseUrl);
    await rest();
    change();
    paid.faults.once({ method: 'POST' }, { payAgain: true });
    expect((await lastReport())?.outcome).toBe('asks');
    expect(await add(mine, paid.baseUrl)).toBe('stored');
    change();
    paid.faults.once({ method: 'POST' }, { payAgain: true });
    expect((await lastReport())?.outcome).toBe('asks');
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('makes us claim order after order, each as long as it may be: no copy grows by it', async () => {
    let orders = 0;
    const greedy = async (): Promise<Response> => {
      orders += 1;
      const order = await sandbox.merchant.createOrder({
        amount: 'KUDOS:0.3',
        summary: 'a year',
        extra: { pad: 'x'.repeat(10_000) },
      });
      return new Response(null, { status: 402, headers: { taler: order.talerPayUri } });
    };
    const line: World = {
      ...world,
      http: (input, init) =>
        init?.method === 'POST' && new URL(input instanceof Request ? input.url : input).href.startsWith(paid.baseUrl)
          ? greedy()
          : world.http(input, init),
    };
    mine = install(line);
    const reports: unknown[] = [];
    expect(await add(mine, paid.baseUrl)).toBe('asks');
    for (let round = 0; round < 8; round += 1) reports.push((await lastReport())?.notes);
    expect(orders).toBe(9);
    expect(reports[0]).toEqual([asks('order-differs', { announced: 'KUDOS:0.1', asked: 'KUDOS:0.3' })]);
    expect(reports.at(-1)).toEqual(reports[0]);
    expect(mine.store.entries('purchase')).toEqual([]);
  });
});

const asks = (kind: string, facts: object) => ({ kind: 'asks', facts: { why: { kind, facts } } });
