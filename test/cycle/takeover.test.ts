// SPDX-License-Identifier: GPL-3.0-or-later
import { agreeToRenewals } from '../support/renewals.ts';
import { english } from '../support/english.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { restarted } from '../support/doomed.ts';
import { content, expectSumsAgree, feesOf, settle, takeoverLab, units, unitsOf, takeOver } from './takeover-lab.ts';

const { world, sandbox, url, funded } = await takeoverLab();
const folders: string[] = [];
afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true, force: true })));

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-takeover-'));
  folders.push(made);
  return made;
};
const secretLines = (one: Installation): readonly string[] =>
  recoveryText(one)
    .split('\n')
    .filter((line) => line.startsWith('secret'));
const standing = ({ backup }: Installation): string => backup.devices().standing;
const pay = async (one: Installation, price: string): Promise<unknown> => {
  const order = await sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  const offer = await one.wallet.preparePay(order.talerPayUri);
  return offer.ok ? one.wallet.confirmPay(offer.value.purchaseId) : offer;
};

describe('from a wallet without a backup', () => {
  it('with money here keeps a secret of its own, and joins the other one’s money', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:3');
    const [theirs, ours] = [unitsOf(one), unitsOf(two)];
    expect(await takeOver(two, { recoveryText: text })).toMatchObject({ ok: true, value: { how: 'joined' } });
    await settle(two);
    expect(unitsOf(two) + feesOf(two)).toBe(theirs + ours);
    expect(secretLines(two)).not.toEqual(text.split('\n').filter((line) => line.startsWith('secret')));
    expect([two.backup.state(), standing(two), two.backup.providers()]).toEqual(['initialized', 'active', []]);
    expectSumsAgree(two);
  });

  it('goes on with the other wallet under its secret', async () => {
    const one = await funded('KUDOS:6', [url(0), url(1)]);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = install(world);
    const theirs = unitsOf(one);
    const taken = await takeOver(two, { recoveryText: text });
    expect(taken).toMatchObject({
      ok: true,
      value: { how: 'continued', sources: [{ answer: 'found' }, { answer: 'found' }] },
    });
    expect(unitsOf(two)).toBe(theirs);
    expect(secretLines(two)).toEqual(text.split('\n').filter((line) => line.startsWith('secret')));
    expect(two.backup.devices().devices.map(({ status, here }) => [status, here])).toEqual([
      ['active', true],
      ['taken-over', false],
    ]);
    expect(two.store.local.undoCopies()).toMatchObject([{ why: 'continued' }]);
    expect(await pay(two, 'KUDOS:5')).toMatchObject({ ok: true });
    expectSumsAgree(two);
  });

  it('asks first when the other device has not left, says why, and changes nothing', async () => {
    const one = await funded('KUDOS:4', [url(0)]);
    const two = install(world);
    const refused = await takeOver(two, { recoveryText: recoveryText(one) });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'not-abandoned', status: 'active' } });
    if (!refused.ok)
      expect(english('failure', explainBackupFailure(refused.error))).toMatch(/still uses that wallet.*even so/);
    expect([two.backup.state(), two.store.snapshot()]).toEqual(['uninitialized', []]);
    const taken = await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true });
    expect(taken).toMatchObject({ ok: true, value: { how: 'continued' } });
    // The device that had not left hears of it and stops; its coins are renewed, for it knows them and their person agrees.
    await outcomes(one);
    expect(standing(one)).toBe('taken-over');
    expect(await pay(one, 'KUDOS:1')).toMatchObject({
      ok: false,
      error: { kind: 'superseded', standing: 'taken-over' },
    });
    world.move(11 * 60_000);
    await two.backup.run();
    expect(await agreeToRenewals(two.wallet)).toBe(1);
    await settle(two);
    expect(two.wallet.history().map(({ type }) => type)).toContain('refresh');
    expectSumsAgree(two);
  });
});

describe('from a wallet with a backup of its own', () => {
  it('joins the money, pays it to itself, and marks the other one as taken over', async () => {
    const stick = folder();
    const one = await funded('KUDOS:6', [url(0), url(2), stick]);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = await funded('KUDOS:5', [url(1)]);
    const [theirs, ours] = [unitsOf(one), unitsOf(two)];
    const secret = secretLines(two);
    const registry = two.store.entries('device').map(({ id }) => id);
    const known = new Set(one.store.coins({}).map(({ id }) => id));

    const taken = await takeOver(two, { recoveryText: text, folders: [stick] });
    expect(taken).toMatchObject({
      ok: true,
      value: {
        how: 'joined',
        said: [{ kind: 'joined' }, { kind: 'paid-over-done' }, { kind: 'told-all', facts: { places: 3 } }],
      },
    });
    await settle(two);
    // Ours stays ours: secret, devices, providers. Theirs has become coins of new seeds, less what exchanging them costs.
    expect(secretLines(two)).toEqual(secret);
    expect(two.store.entries('device').map(({ id }) => id)).toEqual(registry);
    expect(two.backup.providers().map(({ id }) => id)).toEqual([url(1)]);
    expect(unitsOf(two) + feesOf(two)).toBe(theirs + ours);
    expect(two.store.coins({ status: 'fresh' }).filter(({ id }) => known.has(id))).toEqual([]);
    expectSumsAgree(two);
    expect(
      two.store
        .entries('purchase')
        .filter(({ value }) => value.provider !== undefined)
        .map(({ value }) => value.amount),
    ).toEqual(['KUDOS:0']);
    // Their yearly payment is in the history as one; their places that cost nothing are not.
    expect(two.wallet.history().filter(({ type }) => type === 'payment')).toMatchObject([{ amount: 'KUDOS:0.1' }]);
    await outcomes(two);
    expect(two.backup.status()).toMatchObject({ safety: { uncopied: [] } });
    // Nothing of the other wallet's secret is kept.
    expect(two.store.local.mark('taken-over-wallets')).toBeUndefined();

    const again = install(world);
    const late = await takeOver(again, { recoveryText: text, folders: [stick] });
    expect(late).toMatchObject({ ok: false, error: { kind: 'not-abandoned', status: 'taken-over' } });
    if (!late.ok) expect(english('failure', explainBackupFailure(late.error))).toMatch(/taken over before/);
    // From our own sheet everything is there.
    const three = install(world);
    expect(await three.backup.restore(recoveryText(two))).toMatchObject({ ok: true });
    expect(unitsOf(three)).toBe(unitsOf(two));
  });

  it('asks first when the other device has not left; it stops once it hears', async () => {
    const one = await funded('KUDOS:4', [url(0)]);
    const two = await funded('KUDOS:2', [url(0)]);
    const before = content(two);
    expect(await takeOver(two, { recoveryText: recoveryText(one) })).toMatchObject({
      error: { kind: 'not-abandoned' },
    });
    expect(content(two)).toBe(before);
    const theirs = unitsOf(one);
    const ours = unitsOf(two);
    expect(await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true })).toMatchObject({
      ok: true,
    });
    await settle(two);
    expect(unitsOf(two) + feesOf(two)).toBe(theirs + ours);
    await outcomes(one);
    expect(standing(one)).toBe('taken-over');
    expect(one.backup.status().safety.said).toMatchObject([{ facts: { standing: { kind: 'taken-over' } } }]);
    // Keeping that device finds out what is left there: nothing.
    expect(await one.backup.keepDevice()).toMatchObject({ ok: true });
    expect(one.wallet.history().map(({ type }) => type)).toContain('spent-elsewhere');
    expectSumsAgree(one);
    expect(unitsOf(one)).toBe(0n);
  });

  it('money that is still on its way there arrives here and is exchanged too', async () => {
    const one = await funded('KUDOS:2', [url(0)]);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    const started = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' });
    if (!started.ok) throw new Error(started.error.kind);
    await outcomes(one);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = await funded('KUDOS:1', [url(1)]);
    expect(await takeOver(two, { recoveryText: text })).toMatchObject({ ok: true });
    await sandbox.bank.transferToReserve(started.value.payto);
    world.move(11 * 60_000);
    for (let round = 0; round < 3; round += 1) {
      await settle(two);
      await two.backup.run();
      world.move(11 * 60_000);
    }
    expect(Number(total(two).slice(6))).toBeGreaterThan(7.6);
    expect(two.store.local.mark('taken-over-wallets')).toBeUndefined();
    expectSumsAgree(two);
  });

  it('a provider that is silent is told later, over a restart', async () => {
    const one = await funded('KUDOS:3', [url(0), url(1)]);
    const text = recoveryText(one);
    await one.backup.abandon();
    const two = await funded('KUDOS:1', [url(2)]);
    const cut = restarted({
      ...two,
      world: {
        ...world,
        http: (input, init) =>
          String(input).startsWith(url(1)) && init?.method === 'POST'
            ? Promise.reject(new TypeError('fetch failed'))
            : world.http(input, init),
      },
    });
    const taken = await takeOver(cut, { recoveryText: text });
    expect(taken).toMatchObject({
      ok: true,
      value: {
        said: expect.arrayContaining([{ kind: 'told-some', facts: { told: 1, of: 2 } }]) as unknown,
      },
    });
    expect(two.store.local.mark('taken-over-wallets')).toBeDefined();
    world.move(11 * 60_000);
    const again = restarted(two);
    await settle(again);
    await again.backup.run();
    expect(two.store.local.mark('taken-over-wallets')).toBeUndefined();
    const reader = install(world);
    const late = await takeOver(reader, { recoveryText: text });
    expect(late).toMatchObject({ error: { kind: 'not-abandoned', status: 'taken-over' } });
  });
});

it('through the whole application: nothing is exchanged before its seeds are stored at our own provider', async () => {
  const openApp = async (): Promise<WalletApp> => {
    const app = mustOk(await openWalletApp({ dataDirectory: join(folder(), 'wallet'), world, loop: false }), 'app');
    mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    return app;
  };
  const fill = async (app: WalletApp, money: string, provider: string): Promise<void> => {
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
    mustOk(await app.handle('provider.add', { target: provider }), 'provider');
    const manual = mustOk(await app.handle('withdraw.manual', { exchange, amount: money }), 'withdrawal');
    await sandbox.bank.transferToReserve(manual.payto);
    const ran = mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'run');
    expect(ran.pending).toEqual([]);
    mustOk(await app.handle('backup.run', {}), 'backup');
  };
  const overview = async (app: WalletApp) => mustOk(await app.handle('wallet.overview', {}), 'overview');
  const [one, two] = [await openApp(), await openApp()];
  await fill(one, 'KUDOS:4', url(0));
  await fill(two, 'KUDOS:2', url(1));
  const text = mustOk(await one.handle('sheet.reveal', {}), 'sheet').text;
  const whole = [one, two].map(async (app) => (await overview(app)).balances.map((each) => units(each.total)));
  const before = (await Promise.all(whole)).flat().reduce((sum, each) => sum + each, 0n);
  mustOk(await one.handle('backup.abandon', {}), 'abandoned');
  expect((await overview(one)).backup).toMatchObject({ standing: 'abandoned', state: 'uninitialized' });
  const asks = await two.handle('backup.takeover', { recoveryText: text });
  if (asks.ok || asks.error.kind !== 'takeover-asks') throw new Error('was not asked');
  const agreedFees = [...(asks.error.facts.fees ?? [])];
  expect(mustOk(await two.handle('backup.takeover', { recoveryText: text, agreedFees }), 'takeover').how).toBe(
    'joined',
  );
  const ran = mustOk(await two.runPending({ untilDone: true, timeoutMs: 30_000 }), 'run');
  expect(ran.pending).toEqual([]);
  mustOk(await two.handle('backup.run', {}), 'backup');
  const after = await overview(two);
  expect(after.backup).toMatchObject({ safety: { uncopied: [] } });
  const { lines } = mustOk(await two.handle('wallet.history', {}), 'history');
  const fees = lines.reduce((sum, line) => sum + (line.type === 'refresh' ? units(line.fees) : 0n), 0n);
  expect(after.balances.reduce((sum, each) => sum + units(each.total), 0n) + fees).toBe(before);
  expect(mustOk(await two.handle('device.list', {}), 'devices').devices).toMatchObject([{ here: true, leads: true }]);
  await one.close();
  await two.close();
}, 60_000);

it.each([
  ['is not there', undefined],
  ['is no JSON', '{"root":'],
  ['lacks the secret', '{"since":1,"nextAt":1,"providers":[],"seeds":[]}'],
])('a record of a wallet taken over that %s is forgotten, and keeps nothing from going on', async (_what, text) => {
  const one = await funded('KUDOS:2', [url(0)]);
  const name = 'taken-over-wallet-1';
  one.store.transaction((tx) => {
    tx.local.setMark('taken-over-wallets', [name]);
    if (text !== undefined) tx.local.putRequest(name, new TextEncoder().encode(text));
  });
  await one.backup.run();
  expect(one.store.local.mark('taken-over-wallets')).toBeUndefined();
  expect(one.store.local.request(name)).toBeUndefined();
  expect(standing(one)).toBe('active');
});
