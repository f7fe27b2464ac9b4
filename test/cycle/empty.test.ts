// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/explain.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openWalletApp, type WalletApp } from '../../electron/wallet-app.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { EmptyQuoteView, EmptyView } from '../../shared/view.ts';
import { add, install, outcomes, recoveryText, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { DEATHS, dies, doomed, restarted } from '../support/doomed.ts';

const world = testWorld();
const folders: string[] = [];
let sandbox: Sandbox;
let cents: Sandbox;
beforeAll(async () => {
  const options = { now: world.now, randomBytes: world.randomBytes, rsaBits: 1024 };
  sandbox = await startSandbox({
    ...options,
    exchanges: [{ generation: 'v23' }, { generation: 'v17' }],
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
  });
  // Nothing but cents: a purse takes 128 coins.
  cents = await startSandbox({
    ...options,
    exchanges: [{ generation: 'v23', denominations: [{ value: '0.01' }] }],
    syncProviders: [],
  });
});
afterAll(async () => {
  await sandbox.close();
  await cents.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const HOUR = 3600_000;
const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const units = (text: string): bigint =>
  text.includes(':-') ? -amount(text.replace(':-', ':')).units : amount(text).units;
const sum = (texts: readonly string[]): bigint => texts.reduce((all, text) => all + units(text), 0n);
const unitsOf = ({ wallet }: Pick<Installation, 'wallet'>): bigint => sum(wallet.balances().map(({ total }) => total));
const settle = async ({ wallet }: Installation): Promise<void> => {
  expect((await wallet.run({ untilDone: true, timeoutMs: 20_000 })).pending).toEqual([]);
};
const expectSumsAgree = (one: Installation): void =>
  expect(sum(one.wallet.history().map(({ effect }) => effect))).toBe(unitsOf(one));
const take = async (phone: Installation, uri: string): Promise<void> => {
  const offer = mustOk(await phone.wallet.peer.prepare(uri), 'offer');
  await phone.wallet.peer.confirm(offer.id);
  await settle(phone);
};
const takeAll = async (phone: Installation, { payments }: EmptyView): Promise<void> => {
  for (const { uri, state } of payments) if (state === 'waiting') await take(phone, uri);
};
/** The receiver has it; the sender's next look at the purse tells. */
const look = async (one: Installation): Promise<EmptyView> => {
  world.move(60_000);
  await one.wallet.run();
  return one.backup.emptyStatus();
};
const funded = async (money: string, providers: readonly number[] = [0]): Promise<Installation> => {
  const one = install(world);
  await withdraw(one, sandbox, money);
  for (const at of providers) await add(one, url(at));
  await settle(one);
  await outcomes(one);
  return one;
};
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
  mustOk(await one.backup.empty(hours), 'emptying');

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
    const opened = mustOk(await later.backup.takeover({ recoveryText: text }), 'takeover');
    expect(opened.sentence).toMatch(/That wallet was emptied on \d{4}-\d\d-\d\d/);
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
    expect(first.sentence).toMatch(/1 of 1 payments wait to be taken, until/);
    expect(await one.backup.finishEmptying()).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
    // Asked again while it waits: nothing is sent twice.
    expect((await empty(one)).payments).toHaveLength(1);
    world.move(3 * HOUR);
    for (let round = 0; round < 4; round += 1) await look(one);
    const back = one.backup.emptyStatus();
    expect(back).toMatchObject({
      state: 'returned',
      payments: [{ state: 'expired' }],
      sentence: expect.stringMatching(/still here.*empty again/),
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
    if (!refused.ok) expect(explainBackupFailure(refused.error).sentence).toMatch(/not empty.*Nothing was changed/);
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
    expect(await cut.backup.empty()).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
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
      error: { kind: 'not-empty', sentence: expect.stringMatching(/KUDOS:4\.9\d* is still here/) },
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
      error: { kind: 'not-empty', sentence: expect.stringMatching(/came in while this wallet was being left/) },
    });
    stop();
    expect(joined).toBe(true);
    expect([one.backup.state(), one.backup.devices().standing]).toEqual(['initialized', 'active']);
    expect(one.backup.emptyStatus().state).toBe('idle');
    expect(unitsOf(one)).toBe(unitsOf(other));
    expect(one.store.entry('setting', 'emptied')?.value.value).toBeNull();
  });
});

describe('killed at every step of emptying', () => {
  it.each(DEATHS)(
    '%s, %s: every coin is here, in a purse, or with the receiver; a restart finishes it',
    async (step, place) => {
      let n = 1;
      for (; n < 120; n += 1) {
        const data = await funded('KUDOS:1.2');
        const whole = unitsOf(data);
        const phone = install(world);
        const flow = async (one: Installation): Promise<void> => {
          const begun = one.backup.emptyStatus();
          if (begun.state !== 'ready' && begun.state !== 'leaving') {
            const view = await one.backup.empty();
            if (view.ok) await takeAll(phone, view.value);
            world.move(60_000);
            await one.wallet.run();
          }
          await one.backup.finishEmptying();
        };
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, () => flow(dying));
        const again = restarted(data);
        expectSumsAgree(again);
        for (let round = 0; round < 6 && again.backup.emptied() === undefined; round += 1) {
          world.move(5 * 60_000);
          await again.wallet.run();
          await takeAll(phone, again.backup.emptyStatus());
          world.move(60_000);
          await again.wallet.run();
          await flow(again);
        }
        const facts = again.backup.emptied();
        expect(facts, `n = ${n}`).toBeDefined();
        expect(again.backup.state()).toBe('uninitialized');
        expect(unitsOf(again), `n = ${n}`).toBe(0n);
        await settle(phone);
        const received = sum(
          phone.wallet
            .history()
            .filter(({ type }) => type === 'peer-received')
            .map((line) => line.amount),
        );
        expect(received, `n = ${n}`).toBe(sum(facts?.totals ?? []));
        expect(received + sum(facts?.fees ?? []), `n = ${n}`).toBe(whole);
        if (!died) break;
      }
      expect(n).toBeGreaterThan(6);
      expect(n).toBeLessThan(120);
    },
    240_000,
  );
});

describe('the wallet as a whole', () => {
  const directory = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'holdfast-empty-'));
    folders.push(made);
    return join(made, 'wallet');
  };
  const openApp = async (data: string): Promise<WalletApp> => {
    const app = mustOk(await openWalletApp({ dataDirectory: data, world, loop: false }), 'app');
    if (app.state().stage === 'first-start')
      mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    return app;
  };
  const emptiedApp = async (data: string): Promise<WalletApp> => {
    const app = await openApp(data);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
    const manual = mustOk(await app.handle('withdraw.manual', { exchange, amount: 'KUDOS:2' }), 'withdrawal');
    mustOk(sandbox.bank.transferToReserve(manual.payto), 'transfer');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'run');
    mustOk(await app.handle('provider.add', { target: url(0) }), 'provider');
    const view = mustOk(await app.handle('wallet.empty', {}), 'emptying');
    await takeAll(install(world), view);
    world.move(60_000);
    await app.runPending({ untilDone: false, timeoutMs: 5_000 });
    expect(mustOk(await app.handle('wallet.empty.status', {}), 'status').state).toBe('ready');
    return app;
  };

  it('is erased, and a receipt as text and PDF says what was sent where', async () => {
    const data = directory();
    const app = await emptiedApp(data);
    const receipt = mustOk(await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' }), 'receipt');
    expect(app.state().stage).toBe('first-start');
    for (const name of ['wallet.db', 'wallet-key.json']) expect(existsSync(join(data, name))).toBe(false);
    expect(receipt.text).toMatch(/Sent and taken: KUDOS:1\.9\d/);
    expect(receipt.text).toContain(sandbox.exchanges[0]?.baseUrl ?? 'none');
    expect(receipt.files.map((file) => file.replace(/^.*\./, ''))).toEqual(['txt', 'pdf']);
    expect(readFileSync(receipt.files[0] ?? '', 'utf8')).toBe(receipt.text);
    expect(
      readFileSync(receipt.files[1] ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await app.close();
  });

  it('does not erase what came in while the receipt was being written', async () => {
    const data = directory();
    const app = await openApp(data);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
    const first = await app.handle('withdraw.manual', { exchange, amount: 'KUDOS:2', withoutBackup: true });
    mustOk(sandbox.bank.transferToReserve(mustOk(first, 'withdrawal').payto), 'transfer');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'run');
    await takeAll(install(world), mustOk(await app.handle('wallet.empty', {}), 'emptying'));
    world.move(60_000);
    await app.runPending({ untilDone: false, timeoutMs: 5_000 });
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange is known and its keys are fresh');
    const [finished, came] = await Promise.all([
      app.handle('wallet.empty.finish', { confirm: 'erase this wallet' }),
      app.handle('withdraw.manual', { exchange, amount: 'KUDOS:4' }),
    ]);
    expect(came.ok).toBe(true);
    expect(finished).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
    expect(app.state().stage).toBe('open');
    const pending = mustOk(await app.handle('wallet.pending', {}), 'pending').pending;
    expect(pending).toMatchObject([{ type: 'withdrawal' }]);
    expect(mustOk(await app.handle('wallet.empty.status', {}), 'status').state).toBe('returned');
    await app.close();
    expect(existsSync(join(data, 'wallet.db'))).toBe(true);
  });

  it('killed before the erasing: the next start writes the receipt and erases', async () => {
    const data = directory();
    const app = await emptiedApp(data);
    // The receipt cannot be written: the wallet stays, left and empty, as a crash at that moment would leave it.
    const at = world.now();
    for (let second = 0; second < 8; second += 1)
      mkdirSync(
        join(data, `emptied-${new Date(at + second * 1000).toISOString().slice(0, 19).replaceAll(':', '')}.txt`),
      );
    const refused = await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'unwritable-file', sentence: expect.stringMatching(/not erased yet/) },
    });
    expect(existsSync(join(data, 'wallet.db'))).toBe(true);
    await app.close();
    for (const name of readdirSync(data))
      if (name.startsWith('emptied-')) rmSync(join(data, name), { recursive: true });
    const again = mustOk(await openWalletApp({ dataDirectory: data, world, loop: false }), 'app');
    expect(again.state().stage).toBe('first-start');
    expect(existsSync(join(data, 'wallet.db'))).toBe(false);
    expect(
      readdirSync(data)
        .filter((name) => name.startsWith('emptied-'))
        .map((name) => name.slice(-3))
        .sort(),
    ).toEqual(['pdf', 'txt']);
    await again.close();
  });
});
