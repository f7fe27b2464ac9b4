// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import {
  add,
  install,
  outcomes,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

const world = testWorld();
const YEAR = 365 * 24 * 3600 * 1000;
let sandbox: Sandbox;
let free: SandboxSync;
let paid: SandboxSync;
let thankful: SandboxSync;
let mine: Installation;

beforeAll(async () => {
  sandbox = await startEconomy(world, [
    { annualFee: 'KUDOS:0' },
    { annualFee: 'KUDOS:0.1' },
    { annualFee: 'KUDOS:0.1', fulfillmentUrl: 'https://sync.example/thanks' },
  ]);
  const [first, second, third] = sandbox.syncProviders;
  if (!first || !second || !third) throw new Error('three providers were asked for');
  [free, paid, thankful] = [first, second, third];
});
afterAll(() => sandbox.close());
beforeEach(() => {
  mine = install(world);
  paid.setAnnualFee('KUDOS:0.1');
});
afterEach(() => sandbox.assertAllFaultsHappened());

const payments = (): readonly string[] =>
  mine.store
    .entries('purchase')
    .filter(({ value }) => value.status === 'paid')
    .map(({ value }) => value.amount ?? '?');
const lastReport = async (id: string) => (await mine.backup.cycle(id))[0];
const change = (): void => mine.store.transaction((tx) => tx.put('setting', 'note', { value: world.now() }));
const paidUntil = (id: string): number | undefined => mine.backup.providers().find((each) => each.id === id)?.paidUntil;

describe('the yearly payment', () => {
  it('a free provider asks once for an order over zero: claimed and paid with no coins, by a wallet that has none', async () => {
    expect(await add(mine, free.baseUrl)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:0']);
    expect(mine.store.entries('purchase')[0]?.value).toMatchObject({
      coins: {},
      provider: free.baseUrl,
      status: 'paid',
    });
    change();
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0']);
  });

  it('a paid one takes exactly its fee out of the wallet’s own coins, and is paid for a year', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    expect(await add(mine, paid.baseUrl)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:0.1']);
    expect(mine.wallet.history().filter((line) => line.type === 'provider-fee')).toMatchObject([
      { amount: 'KUDOS:0.1', state: 'done' },
    ]);
    expect(Math.abs((paidUntil(paid.baseUrl) ?? 0) - world.now() - YEAR)).toBeLessThan(60_000);
    expect(mine.backup.providers()).toMatchObject([{ maxFee: 'KUDOS:0.12', annualFee: 'KUDOS:0.1', upToDate: true }]);
  });

  it('without money: payment-required, and the next cycle after money came pays', async () => {
    expect(await add(mine, paid.baseUrl)).toBe('payment-required');
    expect(mine.backup.status()).toMatchObject({ state: 'initialized', providersUpToDate: 0 });
    await withdraw(mine, sandbox, 'KUDOS:5');
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('its order waits in no copy, and out of date it is followed by a fresh one that is paid', async () => {
    expect(await add(mine, paid.baseUrl)).toBe('payment-required');
    expect(mine.store.entries('purchase')).toEqual([]);
    world.move(25 * 3600 * 1000);
    expect(await outcomes(mine)).toEqual(['payment-required']);
    expect(mine.store.entries('purchase')).toEqual([]);
    await withdraw(mine, sandbox, 'KUDOS:5');
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(payments()).toEqual(['KUDOS:0.1']);
    // Hash, sum and id say what was paid; the terms are not carried on.
    const [paidOrder] = mine.store.entries('purchase');
    expect(paidOrder?.value).toMatchObject({
      terms: {},
      amount: 'KUDOS:0.1',
      merchant_pub: sandbox.merchant.merchantPub,
    });
    expect(JSON.stringify(paidOrder?.value).length).toBeLessThan(1_500);
  });

  it('what a place gives back of its fee is fetched all the same', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, paid.baseUrl);
    const [paidOrder] = mine.store.entries('purchase');
    await sandbox.merchant.refund(paidOrder?.value.order_id ?? '', 'KUDOS:0.05');
    const uri = `taler+http://refund/${new URL(sandbox.merchant.baseUrl).host}/${paidOrder?.value.order_id}/`;
    expect(await mine.wallet.refund(uri)).toMatchObject({ ok: true, value: { refunded: 'KUDOS:0.05', state: 'done' } });
  });

  it('money it does not take is not "too little money": nothing is withdrawn for a fee because of it', async () => {
    expect(await add(mine, paid.baseUrl)).toBe('payment-required');
    // No exchange is known yet: which coins it would take cannot be said.
    expect(mine.store.local.providerProgress(paid.baseUrl)?.lastOutcome).not.toHaveProperty('lacking');
    await mine.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? '');
    await outcomes(mine);
    expect(mine.store.local.providerProgress(paid.baseUrl)?.lastOutcome).toHaveProperty('lacking', 'KUDOS:0.1');
  });

  it('a price nobody has agreed to is not paid: without a limit, only a free provider is added', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    paid.setAnnualFee('KUDOS:4');
    const added = await mine.backup.addProvider({ target: paid.baseUrl, consent: true });
    expect(added).toMatchObject({ ok: false, error: { kind: 'no-price-agreed', fee: 'KUDOS:4' } });
    expect([payments(), mine.backup.state()]).toEqual([[], 'uninitialized']);
  });

  it('when the paid year is over and the account collected, it is paid again within the cap, once', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, free.baseUrl);
    world.move(YEAR + 24 * 3600 * 1000);
    free.collectGarbage();
    expect((await lastReport(free.baseUrl))?.outcome).toBe('lost-our-backup');
    expect(payments()).toEqual(['KUDOS:0', 'KUDOS:0']);
    expect(Math.abs((paidUntil(free.baseUrl) ?? 0) - world.now() - YEAR)).toBeLessThan(60_000);
  });
});

describe('the next year', () => {
  const DAY = 24 * 3600 * 1000;
  const nearTheEnd = async (provider = paid): Promise<number> => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, provider.baseUrl);
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    await outcomes(mine);
    const until = paidUntil(provider.baseUrl) ?? 0;
    world.move(until - world.now() - 10 * DAY);
    return until;
  };

  it('is paid although every order of this provider leads to the same web page: a year is not bought before', async () => {
    const until = await nearTheEnd(thankful);
    expect(await lastReport(thankful.baseUrl)).toEqual({
      provider: thankful.baseUrl,
      name: new URL(thankful.baseUrl).host,
      outcome: 'stored',
    });
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    expect((paidUntil(thankful.baseUrl) ?? 0) - until).toBe(YEAR);
  });

  it('is paid ahead in the last two weeks, once, and added to the running one', async () => {
    const until = await nearTheEnd();
    expect(mine.backup.providers()[0]?.notes).toMatchObject([{ kind: 'year-renews' }]);
    expect(await lastReport(paid.baseUrl)).toEqual({
      provider: paid.baseUrl,
      name: new URL(paid.baseUrl).host,
      outcome: 'stored',
    });
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
    expect((paidUntil(paid.baseUrl) ?? 0) - until).toBe(YEAR);
    expect(mine.backup.providers()[0]?.notes).toBeUndefined();
    const root = mine.store.local.rootSecret();
    const account = root && paid.account(bytesToCrock(accountKeys(root, paid.baseUrl).publicKey));
    expect(Math.abs((account?.expirationMs ?? 0) - until - YEAR)).toBeLessThan(60_000);
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    await outcomes(mine);
    expect(await outcomes(mine)).toEqual(['unchanged']);
    expect(payments()).toHaveLength(2);
  });

  it('above the cap is not paid: the copy is stored all the same, and the person is asked', async () => {
    await nearTheEnd();
    paid.setAnnualFee('KUDOS:3');
    const report = await lastReport(paid.baseUrl);
    expect(report).toMatchObject({
      outcome: 'stored',
      notes: [{ kind: 'renewal', facts: { why: asks('fee-above-cap', { fee: 'KUDOS:3', cap: 'KUDOS:0.12' }) } }],
    });
    expect(payments()).toEqual(['KUDOS:0.1']);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });
});

describe('nothing is paid', () => {
  const untouched = async (work: () => Promise<unknown>): Promise<void> => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    const before = total(mine);
    await work();
    expect(total(mine)).toBe(before);
    expect(payments()).toEqual([]);
    expect(mine.store.coins({ status: 'in-use' })).toEqual([]);
  };

  it('when the fee is above the cap given at adding', () =>
    untouched(async () => {
      const added = await mine.backup.addProvider({ target: paid.baseUrl, maxFee: 'KUDOS:0.05', consent: true });
      expect(added).toEqual({ ok: false, error: { kind: 'fee-above-cap', fee: 'KUDOS:0.1', cap: 'KUDOS:0.05' } });
      expect(await mine.backup.addProvider({ target: paid.baseUrl, maxFee: 'EUR:5', consent: true })).toMatchObject({
        ok: false,
        error: { kind: 'fee-above-cap' },
      });
      expect(await mine.backup.addProvider({ target: paid.baseUrl, maxFee: 'much', consent: true })).toMatchObject({
        ok: false,
        error: { kind: 'malformed-max-fee' },
      });
      expect(mine.backup.state()).toBe('uninitialized');
    }));

  it('when the price rises above the cap between consent and payment; a higher cap settles it', async () => {
    await untouched(async () => {
      paid.faults.once({ method: 'POST' }, { status: 503 });
      expect(await add(mine, paid.baseUrl)).toBe('unreachable');
      paid.setAnnualFee('KUDOS:2');
      expect(await lastReport(paid.baseUrl)).toMatchObject({
        outcome: 'asks',
        notes: [asks('fee-above-cap', { fee: 'KUDOS:2', cap: 'KUDOS:0.12' })],
      });
    });
    expect(await add(mine, paid.baseUrl)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:2']);
  });

  it('when the coins there are would take much more than the price; a cap that names the sum settles it', async () => {
    const fees = { feeWithdraw: '0', feeDeposit: '0.01', feeRefresh: '1.5', feeRefund: '0' };
    const dear = await openEconomy(world, {
      exchanges: [{ denominations: [{ value: '4', ...fees }, { value: '0.1' }] }],
      syncProviders: [{ annualFee: 'KUDOS:0.1' }],
    });
    const target = dear.syncProviders[0]?.baseUrl ?? '';
    mine = install(world);
    await withdraw(mine, dear, 'KUDOS:4');
    expect(await add(mine, target, 'KUDOS:0.1')).toBe('asks');
    const notes = mine.backup.providers()[0]?.notes ?? [];
    expect(notes).toMatchObject([
      { kind: 'asks', facts: { why: { kind: 'costs-too-much', facts: { fee: 'KUDOS:0.1' } } } },
    ]);
    expect(payments()).toEqual([]);
    expect(mine.store.coins({ status: 'in-use' })).toEqual([]);
    const [note] = notes;
    const why = note?.kind === 'asks' ? note.facts.why : undefined;
    const least = why?.kind === 'costs-too-much' ? why.facts.total : '';
    expect(least).toMatch(/^KUDOS:1\.\d+$/);
    expect(await add(mine, target, least)).toBe('stored');
    expect(payments()).toEqual(['KUDOS:0.1']);
    await dear.close();
  });

  it('when the order asks for more than is announced', () =>
    untouched(async () => {
      paid.faults.always(
        { path: '/config' },
        { changeJson: (body) => ({ ...(body as object), annual_fee: 'KUDOS:0.05' }) },
      );
      expect(await add(mine, paid.baseUrl)).toBe('asks');
      expect(mine.backup.providers()[0]?.notes).toMatchObject([
        { facts: { why: { kind: 'order-differs', facts: { announced: 'KUDOS:0.05', asked: 'KUDOS:0.1' } } } },
      ]);
      paid.faults.assertAllHappened();
      paid.faults.clear();
    }));

  it('when the agreed cap is in another currency', () =>
    untouched(async () => {
      paid.faults.once({ method: 'POST' }, { status: 503 });
      await add(mine, paid.baseUrl);
      mine.store.transaction((tx) => {
        const entry = tx.entry('provider', paid.baseUrl);
        if (entry) tx.put('provider', paid.baseUrl, { ...entry.value, max_total: 'EUR:1' });
      });
      expect(await lastReport(paid.baseUrl)).toMatchObject({
        outcome: 'asks',
        notes: [asks('other-currency', { cap: 'EUR:1' })],
      });
    }));

  it('when a paid provider asks a second time within the year', async () => {
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, paid.baseUrl);
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    await outcomes(mine);
    const before = total(mine);
    change();
    paid.faults.once({ method: 'POST' }, { payAgain: true });
    expect(await lastReport(paid.baseUrl)).toMatchObject({
      outcome: 'asks',
      notes: [asks('paid-already', {})],
    });
    expect([total(mine), payments()]).toEqual([before, ['KUDOS:0.1']]);
    expect(await outcomes(mine)).toEqual(['stored']);
  });
});

const asks = (kind: string, facts: object) => ({ kind: 'asks', facts: { why: { kind, facts } } });
