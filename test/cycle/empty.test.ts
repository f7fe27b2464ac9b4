// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { EmptyQuoteView, EmptyView } from '../../shared/view-devices.ts';
import { install, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { restarted } from '../support/doomed.ts';
import { emptyLab, expectSumsAgree, settle, sum, takeAll, units, unitsOf } from './empty-lab.ts';
import { takeOver } from './takeover-lab.ts';

const { world, sandbox, funded, look } = await emptyLab();

/** Nothing but cents: a purse takes 128 coins. */
let cents: Sandbox;
beforeAll(async () => {
  cents = await openEconomy(world, {
    exchanges: [{ generation: 'v23', denominations: [{ value: '0.01' }] }],
    syncProviders: [],
  });
});
afterAll(() => cents.close());

const HOUR = 3600_000;
const quote = async (one: Installation, hours?: number): Promise<EmptyQuoteView> =>
  mustOk(await one.backup.emptyQuote(hours), 'quote');
/** What was really sent, in the words of the quote. */
const sentAsQuoted = ({ payments }: EmptyView, { lines }: EmptyQuoteView) =>
  lines.map(({ exchange }) => {
    const here = payments.filter((each) => each.exchange === exchange);
    const [value, fees] = [sum(here.map((each) => each.amount)), sum(here.map((each) => each.fees))];
    const text = (all: bigint): string => amountToText({ currency: 'KUDOS', units: all });
    return { exchange, payments: here.length, amount: text(value), fees: text(fees), total: text(value + fees) };
  });
const empty = async (one: Installation, hours?: number): Promise<EmptyView> =>
  mustOk(await one.backup.empty('everything', hours), 'emptying');

describe('emptying a wallet to a phone', () => {
  it('sends everything at every exchange, to the last unit after fees, and ends with a backup that says "emptied"', async () => {
    const one = await funded('KUDOS:9', [0, 1]);
    const second = sandbox.exchanges[1]?.baseUrl ?? '';
    mustOk(await one.wallet.addExchange(second), 'exchange');
    const manual = mustOk(await one.wallet.withdrawManual({ exchange: second, amount: 'KUDOS:4' }), 'withdrawal');
    mustOk(sandbox.bank.transferToReserve(manual.payto), 'transfer');
    await settle(one);
    const text = recoveryText(one);
    const whole = unitsOf(one);
    const fees = one.store
      .coins({ status: 'fresh' })
      .reduce((all, { value }) => all + (units(value.v) >= 100_000_000n ? 1_000_000n : 0n), 0n);

    const quoted = await quote(one);
    expect(unitsOf(one)).toBe(whole);
    const view = await empty(one);
    expect(view).toMatchObject({
      state: 'sending',
      left: [],
      dust: [],
      payments: [{ state: 'waiting' }, { state: 'waiting' }],
    });
    // What was said before is what was sent, at each exchange, to the cent.
    expect(quoted.lines).toMatchObject(sentAsQuoted(view, quoted));
    expect(quoted.lines.map(({ payments, dust, later }) => [payments, dust, later])).toEqual([
      [1, 'KUDOS:0', 'KUDOS:0'],
      [1, 'KUDOS:0', 'KUDOS:0'],
    ]);
    expect(sum(quoted.lines.map(({ total }) => total))).toBe(whole);
    expect(await quote(one)).toMatchObject({ lines: [] });
    expect(new Set(view.payments.map(({ exchange }) => exchange)).size).toBe(2);
    // Play money asks a cent for each coin of one KUDOS and more; not a unit more stays behind.
    expect(sum(view.payments.map((each) => each.amount))).toBe(whole - fees);
    expect(sum(view.payments.map((each) => each.fees))).toBe(fees);
    expect(unitsOf(one)).toBe(0n);
    expectSumsAgree(one);

    const phone = install(world);
    await takeAll(phone, view);
    expect(await look(one)).toMatchObject({
      state: 'ready',
      left: [],
      payments: [{ state: 'taken' }, { state: 'taken' }],
    });
    const received = sum(
      phone.wallet
        .history()
        .filter(({ type }) => type === 'peer-received')
        .map((line) => line.amount),
    );
    expect(received).toBe(whole - fees);

    const facts = mustOk(await one.backup.finishEmptying(), 'finished');
    expect(facts).toMatchObject({ dust: [], payments: [{ state: 'taken' }, { state: 'taken' }] });
    expect(sum(facts?.totals ?? [])).toBe(whole - fees);
    expect(one.backup.state()).toBe('uninitialized');
    expect(one.backup.devices().standing).toBe('abandoned');
    const later = install(world);
    const opened = mustOk(await takeOver(later, { recoveryText: text }), 'takeover');
    expect(opened.said).toContainEqual({ kind: 'emptied', facts: { at: expect.any(Number) as number } });
    expect(unitsOf(later)).toBe(0n);
  });

  it('several payments when one purse cannot hold so many coins', async () => {
    const one = install(world);
    const exchange = cents.exchanges[0]?.baseUrl ?? '';
    mustOk(await one.wallet.addExchange(exchange), 'exchange');
    const manual = mustOk(await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:1.5' }), 'withdrawal');
    mustOk(cents.bank.transferToReserve(manual.payto), 'transfer');
    await settle(one);
    expect(one.store.coins({ status: 'fresh' })).toHaveLength(150);
    const quoted = await quote(one);
    expect(quoted).toEqual({
      lines: [
        {
          exchange,
          currency: 'KUDOS',
          payments: 2,
          amount: 'KUDOS:1.5',
          arrives: 'KUDOS:1.5',
          fees: 'KUDOS:0',
          total: 'KUDOS:1.5',
          dust: 'KUDOS:0',
          later: 'KUDOS:0',
        },
      ],
      underWay: false,
    });
    const view = await empty(one);
    expect(quoted.lines).toMatchObject(sentAsQuoted(view, quoted));
    expect(view.payments.map((each) => each.amount).sort()).toEqual(['KUDOS:0.22', 'KUDOS:1.28']);
    const phone = install(world);
    await takeAll(phone, view);
    expect(await look(one)).toMatchObject({ state: 'ready' });
    expect(unitsOf(phone)).toBe(units('KUDOS:1.5'));
    // Without a backup there is nobody to tell.
    expect(mustOk(await one.backup.finishEmptying(), 'finished')).toMatchObject({
      totals: ['KUDOS:1.5'],
      fees: ['KUDOS:0'],
    });
  }, 60_000);

  it('what nobody takes comes back when its time is over, and can be sent again or kept', async () => {
    const one = await funded('KUDOS:3');
    const whole = unitsOf(one);
    const first = await empty(one, 2);
    expect(first.said).toMatchObject([{ kind: 'sending', facts: { open: 1, of: 1 } }]);
    expect(await one.backup.finishEmptying()).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
    // Asked again while it waits: nothing is sent twice.
    expect((await empty(one)).payments).toHaveLength(1);
    world.move(3 * HOUR);
    for (let round = 0; round < 4; round += 1) await look(one);
    const back = one.backup.emptyStatus();
    expect(back).toMatchObject({
      state: 'returned',
      payments: [{ state: 'expired' }],
      said: [{ kind: 'still-here' }, { kind: 'again' }],
    });
    expectSumsAgree(one);
    const refreshFees = sum(
      one.wallet
        .history()
        .filter(({ type }) => type === 'refresh' || type === 'peer-sent')
        .map((line) => line.fees),
    );
    expect(unitsOf(one) + refreshFees).toBe(whole);
    const refused = await one.backup.finishEmptying();
    if (!refused.ok)
      expect(english('failure', explainBackupFailure(refused.error))).toMatch(/not empty.*Nothing was changed/);
    expect(refused.ok).toBe(false);

    const again = await empty(one);
    expect(again).toMatchObject({
      state: 'sending',
      payments: expect.arrayContaining([expect.objectContaining({ state: 'waiting' })]),
    });
    expect(mustOk(one.backup.stopEmptying(), 'stopped').state).toBe('idle');
    const phone = install(world);
    await takeAll(phone, again);
    expect((await look(one)).state).toBe('idle');
    expect(unitsOf(one)).toBe(0n);
    expect(one.backup.state()).toBe('initialized');
  });

  it('the quote names what is too small to be sent, and what cannot be sent yet, apart from the rest', async () => {
    const one = await funded('KUDOS:3');
    // Another copy has spent this coin but for a cent, which is what sending it costs.
    const [big] = one.store.coins({ status: 'fresh' }).filter(({ value }) => units(value.v) >= 100_000_000n);
    if (!big) throw new Error('a coin with a fee was expected');
    one.store.transaction((tx) => tx.put('coin', big.id, { ...big.value, remaining: 'KUDOS:0.01' }));
    const quoted = await quote(one);
    expect(quoted.lines).toMatchObject([{ payments: 1, dust: 'KUDOS:0.01', later: 'KUDOS:0' }]);
    // No coin lives for so many years: all of it would stay.
    const [long] = (await quote(one, 20 * 365 * 24)).lines;
    expect(long).toMatchObject({
      payments: 0,
      amount: 'KUDOS:0',
      total: 'KUDOS:0',
      later: quoted.lines[0]?.total,
      dust: 'KUDOS:0.01',
    });
    const view = await empty(one);
    expect(quoted.lines).toMatchObject(sentAsQuoted(view, quoted));
    expect(view.dust).toEqual(['KUDOS:0.01']);
  });

  it('an exchange that cannot be reached: nothing is begun', async () => {
    const one = await funded('KUDOS:2');
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    world.move(2 * HOUR);
    const cut = restarted({
      ...one,
      world: {
        ...world,
        http: (input, init) =>
          String(input).startsWith(exchange) ? Promise.reject(new TypeError('fetch failed')) : world.http(input, init),
      },
    });
    expect(await cut.backup.emptyQuote()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(await cut.backup.empty('everything')).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    expect(cut.backup.emptyStatus().state).toBe('idle');
    expect(cut.wallet.peer.list()).toEqual([]);
  });

  it('the providers cannot be told: nothing is forgotten, and it can be finished later', async () => {
    const one = await funded('KUDOS:2');
    const view = await empty(one);
    await takeAll(install(world), view);
    expect(await look(one)).toMatchObject({ state: 'ready' });
    const cut = restarted({ ...one, world: { ...world, http: () => Promise.reject(new TypeError('fetch failed')) } });
    expect(await cut.backup.finishEmptying()).toMatchObject({ ok: false, error: { kind: 'not-stored' } });
    expect([one.backup.emptyStatus().state, one.backup.state(), one.backup.emptied()]).toEqual([
      'ready',
      'initialized',
      undefined,
    ]);
    world.move(HOUR);
    expect(mustOk(await restarted(one).backup.finishEmptying(), 'finished')).toBeDefined();
  });
});

describe('money that comes in while the emptied wallet is being left', () => {
  const ready = async (): Promise<Installation> => {
    const one = await funded('KUDOS:2');
    await takeAll(install(world), await empty(one));
    expect(await look(one)).toMatchObject({ state: 'ready' });
    return one;
  };
  const slowUpload = (): void => sandbox.syncProviders[0]?.faults.once({ method: 'POST' }, { delayMs: 1_500 });

  it('while the providers are still asked whether they hold everything: nothing is begun', async () => {
    const one = await ready();
    slowUpload();
    const finishing = one.backup.finishEmptying();
    await withdraw(one, sandbox, 'KUDOS:5');
    expect(await finishing).toMatchObject({
      ok: false,
      error: { kind: 'not-empty', why: 'still', left: [expect.stringMatching(/^KUDOS:4\.9/)] },
    });
    expect(one.backup.emptied()).toBeUndefined();
    expect([one.backup.state(), one.backup.devices().standing]).toEqual(['initialized', 'active']);
    expect(unitsOf(one)).toBeGreaterThan(units('KUDOS:4.9'));
  });

  it('with a copy that another device wrote, after leaving began: the device stays, and nothing is forgotten', async () => {
    const other = await funded('KUDOS:3');
    const one = await ready();
    slowUpload();
    let joined = false;
    const stop = one.store.onChange(() => {
      if (joined || one.backup.devices().standing !== 'leaving') return;
      joined = true;
      const money = other.store.snapshot().filter(({ kind }) => kind === 'withdrawal' || kind === 'coin');
      one.store.transaction((tx) => tx.join(money));
    });
    expect(await one.backup.finishEmptying()).toMatchObject({
      ok: false,
      error: { kind: 'not-empty', why: 'came-in' },
    });
    stop();
    expect(joined).toBe(true);
    expect([one.backup.state(), one.backup.devices().standing]).toEqual(['initialized', 'active']);
    expect(one.backup.emptyStatus().state).toBe('idle');
    expect(unitsOf(one)).toBe(unitsOf(other));
    expect(one.store.entry('setting', 'emptied')?.value.value).toBeNull();
  });
});
