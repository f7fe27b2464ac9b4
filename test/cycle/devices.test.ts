// SPDX-License-Identifier: GPL-3.0-or-later
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { standingOf } from '../../electron/state/standing.ts';
import type { Entry } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/encodings.ts';
import { amount } from '../../shared/amount.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

const world = testWorld();
const folders: string[] = [];
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const standing = ({ backup }: Installation): string => backup.devices().standing;
const content = ({ store }: Installation): string => contentToJson(store.snapshot());
const note = ({ store }: Installation, name: string, value: string): void =>
  store.transaction((tx) => tx.put('setting', name, { value }));
const stored = ({ store }: Installation): string | undefined => {
  const root = store.local.rootSecret();
  return root && sandbox.syncProviders[0]?.account(bytesToCrock(accountKeys(root, url(0)).publicKey))?.hash;
};
const offer = async ({ wallet }: Installation, price: string) => {
  const order = await sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  return wallet.preparePay(order.talerPayUri);
};
const pay = async (one: Installation, price: string): Promise<void> => {
  const offered = await offer(one, price);
  if (!offered.ok) throw new Error(offered.error.kind);
  expect(await one.wallet.confirmPay(offered.value.purchaseId)).toEqual({ ok: true, value: { state: 'paid' } });
};
const settle = async ({ wallet }: Installation): Promise<void> => {
  expect((await wallet.run({ untilDone: true, timeoutMs: 20_000 })).pending).toEqual([]);
};
const expectSumsAgree = ({ wallet }: Installation): void => {
  const units = (text: string): bigint =>
    text.includes(':-') ? -amount(text.replace(':-', ':')).units : amount(text).units;
  const sum = wallet.history().reduce((all, { effect }) => all + units(effect), 0n);
  expect(sum).toBe(wallet.balances().reduce((all, each) => all + units(each.total), 0n));
};
/** A wallet with money and one provider, and a second device restored from its sheet. */
const twoDevices = async (money: string): Promise<readonly [Installation, Installation]> => {
  const one = install(world);
  await withdraw(one, sandbox, money);
  await add(one, url(0));
  await outcomes(one);
  const two = install(world);
  expect(await two.backup.restore(recoveryText(one))).toMatchObject({ ok: true });
  return [one, two];
};

describe('the rule', () => {
  const device = (
    id: string,
    epoch: number,
    status: 'active' | 'leaving' | 'abandoned' | 'taken-over' = 'active',
  ): Entry<'device'> => ({ kind: 'device', id, clock: '', value: { epoch, status } });

  it.each([
    ['nobody else', [device('A', 1)], 'active'],
    ['a higher epoch elsewhere', [device('A', 1), device('B', 2)], 'superseded'],
    ['a lower epoch elsewhere', [device('A', 3), device('B', 2)], 'active'],
    ['the same epoch, an id that sorts later', [device('A', 2), device('B', 2)], 'superseded'],
    [
      'the leader has left: its money waits for somebody else',
      [device('A', 1), device('B', 2, 'abandoned')],
      'superseded',
    ],
    ['we are leaving', [device('A', 2, 'leaving'), device('B', 1)], 'leaving'],
    ['we have left', [device('A', 2, 'abandoned')], 'abandoned'],
    ['we were taken over', [device('A', 2, 'taken-over'), device('B', 3)], 'taken-over'],
    ['we are not even registered', [device('B', 3)], 'active'],
  ] as const)('%s', (_name, devices, expected) => {
    expect(standingOf(devices, 'A')).toBe(expected);
    // However many there are, at most one of them is active.
    expect(devices.filter(({ id }) => standingOf(devices, id) === 'active').length).toBeLessThan(2);
  });
});

test('of any registry at most one device believes that it is the active one', () => {
  const device = fc.record({
    id: fc.constantFrom('A', 'B', 'C', 'D'),
    epoch: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom('active' as const, 'leaving' as const, 'abandoned' as const, 'taken-over' as const),
  });
  fc.assert(
    fc.property(fc.uniqueArray(device, { selector: ({ id }) => id }), (found) => {
      const devices = found.map(({ id, ...value }): Entry<'device'> => ({ kind: 'device', id, clock: '', value }));
      expect(devices.filter(({ id }) => standingOf(devices, id) === 'active').length).toBeLessThan(2);
      // Whoever looks, in whatever order the registry was heard.
      const reversed = [...devices].reverse();
      for (const { id } of devices) expect(standingOf(reversed, id)).toBe(standingOf(devices, id));
    }),
  );
});

describe('a restored device makes the old one the loser', () => {
  it('which stops paying and withdrawing as soon as it hears, says why, and changes nothing', async () => {
    const [one, two] = await twoDevices('KUDOS:9');
    expect([standing(one), standing(two)]).toEqual(['active', 'active']);
    const began = await offer(one, 'KUDOS:2');
    await outcomes(one);
    expect([standing(one), standing(two)]).toEqual(['superseded', 'active']);
    expect(one.backup.status()).toMatchObject({
      standing: 'superseded',
      sentence: expect.stringMatching(/active one now.*takeover here/),
    });
    expect(two.backup.status().standing).toBeUndefined();
    const before = content(one);
    if (!began.ok) throw new Error(began.error.kind);
    const refused = { ok: false, error: { kind: 'superseded', standing: 'superseded' } };
    expect(await one.wallet.confirmPay(began.value.purchaseId)).toEqual(refused);
    expect(await offer(one, 'KUDOS:1')).toEqual(refused);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    expect(await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:1' })).toEqual(refused);
    expect(content(one)).toBe(before);
    await pay(two, 'KUDOS:2');
  });

  it('its unfinished steps wait and say so; the active device finishes them', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:3');
    await add(one, url(0));
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    const started = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' });
    if (!started.ok) throw new Error(started.error.kind);
    await outcomes(one);
    const two = install(world);
    expect(await two.backup.restore(recoveryText(one))).toMatchObject({ ok: true });
    await outcomes(one);
    await sandbox.bank.transferToReserve(started.value.payto);
    const report = await one.wallet.run({ untilDone: true, timeoutMs: 5_000 });
    expect(report).toMatchObject({ steps: 0, timedOut: false });
    expect(report.pending).toMatchObject([
      { type: 'withdrawal', waitingFor: 'user', note: expect.stringMatching(/Another device/) },
    ]);
    await settle(two);
    expect(Number(total(two).slice(6))).toBeGreaterThan(7.8);
    await outcomes(two);
    await outcomes(one);
    expect(total(one)).toBe(total(two));
    expect(one.wallet.pending()).toEqual([]);
  });

  it('hands over what only it knows, once, and uploads nothing more', async () => {
    const [one, two] = await twoDevices('KUDOS:3');
    await withdraw(one, sandbox, 'KUDOS:4');
    expect(await outcomes(one)).toEqual(['stored']);
    expect(standing(one)).toBe('superseded');
    await outcomes(two);
    await settle(two);
    expect(total(two)).toBe(total(one));
    await outcomes(two);
    const hash = stored(two);
    for (const device of [one, one, two, one]) expect(await outcomes(device)).toEqual(['unchanged']);
    expect(stored(one)).toBe(hash);
    expect(content(one)).toBe(content(two));
  });

  it('goes on with what the other knows and never pays the provider', async () => {
    const [one, two] = await twoDevices('KUDOS:3');
    await outcomes(one);
    note(two, 'name', 'from two');
    await outcomes(two);
    world.move(360 * 24 * 3600_000);
    expect(await one.backup.cycle()).toHaveLength(1);
    expect(one.store.entry('setting', 'name')?.value.value).toBe('from two');
    expect(one.wallet.history().filter(({ type }) => type === 'provider-fee')).toHaveLength(1);
    world.move(-360 * 24 * 3600_000);
    expect(standing(two)).toBe('active');
  });

  it('the way out: keeping the old device makes the new one the loser', async () => {
    const [one, two] = await twoDevices('KUDOS:6');
    await outcomes(one);
    const former = one.store.deviceId();
    expect(await one.backup.keepDevice()).toMatchObject({ ok: true, value: { standing: 'active' } });
    expect(one.store.deviceId()).not.toBe(former);
    expect(one.store.entry('device', former)?.value.status).toBe('taken-over');
    await outcomes(two);
    expect([standing(one), standing(two)]).toEqual(['active', 'superseded']);
    await pay(one, 'KUDOS:1');
    // Kept again where nothing is wrong: nothing happens.
    const epochs = one.store.entries('device').length;
    expect(await one.backup.keepDevice()).toMatchObject({ ok: true });
    expect(one.store.entries('device')).toHaveLength(epochs);
  });

  it('two restores that did not know of each other: one of them is active, whoever hears first', async () => {
    const one = install(world);
    await add(one, url(0));
    await outcomes(one);
    const text = recoveryText(one);
    const [two, three] = [install(world), install(world)];
    await two.backup.restore(text);
    // Three restores from the copy of before, as if both had been offline after reading it.
    three.store.transaction((tx) => {
      tx.join(one.store.snapshot());
      tx.local.setRootSecret(one.store.local.rootSecret());
      tx.renewDevice();
      tx.claimEpoch();
    });
    for (const device of [three, two, three, one, two]) await outcomes(device);
    expect([one, two, three].map(standing).sort()).toEqual(['active', 'superseded', 'superseded']);
    expect(new Set([one, two, three].map(content)).size).toBe(1);
  });
});

describe('coins another copy may know', () => {
  it('are renewed some minutes after a restore: the old device can no longer spend them', async () => {
    const [one, two] = await twoDevices('KUDOS:9');
    const before = Number(total(two).slice(6));
    await two.backup.run();
    await settle(two);
    expect(Number(total(two).slice(6))).toBe(before);
    world.move(11 * 60_000);
    await two.backup.run();
    expect(Number(total(two).slice(6))).toBe(before);
    await settle(two);
    const line = two.wallet.history().find(({ type }) => type === 'refresh');
    expect(line).toMatchObject({ state: 'done', summary: expect.stringMatching(/older copies/) });
    expectSumsAgree(two);
    await outcomes(two);
    await two.backup.run();
    expect(two.wallet.pending()).toEqual([]);
    // The old device has not heard anything; its coins are worth nothing now.
    const offered = await offer(one, 'KUDOS:2');
    if (!offered.ok) throw new Error(offered.error.kind);
    await one.wallet.confirmPay(offered.value.purchaseId);
    await one.wallet.run();
    expectSumsAgree(one);
    expect(Number(total(one).slice(6))).toBeLessThan(before);
    await settle(two);
    await pay(two, 'KUDOS:2');
  });

  it('what an old device spends in the meantime is a visible line, and the sums agree', async () => {
    const [one, two] = await twoDevices('KUDOS:9');
    await pay(one, 'KUDOS:3');
    expect((await two.wallet.auditCoins()).spentElsewhere).toBeGreaterThan(0);
    expect(two.wallet.history().map(({ type }) => type)).toContain('spent-elsewhere');
    expectSumsAgree(two);
    // Once its own words arrive, the payment itself takes the place of that line.
    await settle(one);
    await outcomes(one);
    await outcomes(two);
    await settle(two);
    expect(two.wallet.history().filter(({ type }) => type === 'payment')).toHaveLength(1);
    expectSumsAgree(two);
  });
});

describe('forked flows of two devices join without losing a coin', () => {
  it('one withdrawal carried out by both at once', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:2');
    await add(one, url(0));
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    const started = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:10' });
    if (!started.ok) throw new Error(started.error.kind);
    await outcomes(one);
    const two = install(world);
    await two.backup.restore(recoveryText(one));
    await sandbox.bank.transferToReserve(started.value.payto);
    // Each plans batches under seeds of its own; the reserve gives each coin once, to whichever asks first.
    await Promise.all([
      one.wallet.run({ untilDone: true, timeoutMs: 20_000 }),
      two.wallet.run({ untilDone: true, timeoutMs: 20_000 }),
    ]);
    for (const device of [one, two, one, two]) await outcomes(device);
    await settle(two);
    for (const device of [two, one, two]) await outcomes(device);
    expect(content(one)).toBe(content(two));
    expectSumsAgree(one);
    const fees = two.wallet.history().reduce((sum, line) => sum + amount(line.fees).units, 0n);
    expect(amount(total(two)).units + fees).toBe(amount('KUDOS:12').units);
    expect(two.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
  });

  it('one change renewed by both at once', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:8');
    await add(one, url(0));
    await pay(one, 'KUDOS:1.5');
    await outcomes(one);
    const two = install(world);
    await two.backup.restore(recoveryText(one));
    await Promise.all([
      one.wallet.run({ untilDone: true, timeoutMs: 20_000 }),
      two.wallet.run({ untilDone: true, timeoutMs: 20_000 }),
    ]);
    for (const device of [one, two, one, two]) await outcomes(device);
    await settle(two);
    for (const device of [two, one, two]) await outcomes(device);
    expect(content(one)).toBe(content(two));
    expectSumsAgree(two);
    const fees = two.wallet.history().reduce((sum, line) => sum + amount(line.fees).units, 0n);
    expect(amount(total(two)).units + fees + amount('KUDOS:1.5').units).toBe(amount('KUDOS:8').units);
  });
});

describe('a copied data directory', () => {
  const directory = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'holdfast-clone-'));
    folders.push(made);
    return made;
  };
  /** What a person does who copies the folder of the closed wallet to another machine. */
  const clone = async (one: Installation, from: string): Promise<string> => {
    await one.backup.close();
    one.store.close();
    const to = directory();
    for (const name of ['wallet.db', 'wallet.db-wal', 'wallet.db-shm'])
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
    return to;
  };

  it('is noticed by whoever hears the other first: it gets a new id, and exactly one of them stays active', async () => {
    const home = directory();
    const original = install(world, { path: join(home, 'wallet.db') });
    await withdraw(original, sandbox, 'KUDOS:4');
    await add(original, url(0));
    await outcomes(original);
    const away = await clone(original, home);
    const [one, two] = [
      install(world, { path: join(home, 'wallet.db') }),
      install(world, { path: join(away, 'wallet.db') }),
    ];
    const id = one.store.deviceId();
    expect(two.store.deviceId()).toBe(id);
    note(one, 'a', 'from the one');
    await outcomes(one);
    // Written later than the other's, so that comparing clocks alone would not tell.
    world.move(1000);
    note(two, 'b', 'from the copy');
    await outcomes(two);
    expect(two.store.deviceId()).not.toBe(id);
    expect(two.store.entry('device', id)?.value.status).toBe('taken-over');
    await outcomes(one);
    expect([standing(one), standing(two)]).toEqual(['taken-over', 'active']);
    expect(one.backup.status().sentence).toMatch(/another copy of this one has taken this wallet over/);
    for (const device of [two, one]) await outcomes(device);
    expect(content(one)).toBe(content(two));
    expect(one.store.entry('setting', 'b')?.value.value).toBe('from the copy');
    expect(two.store.entry('setting', 'a')?.value.value).toBe('from the one');
  });

  it('a wallet that only hears itself keeps its id, also after restarts and lost answers', async () => {
    const home = directory();
    let one = install(world, { path: join(home, 'wallet.db') });
    await add(one, url(0));
    const id = one.store.deviceId();
    for (let round = 0; round < 4; round += 1) {
      note(one, 'round', String(round));
      const provider = sandbox.syncProviders[0];
      provider?.faults.once({ method: 'POST', path: '/backups/' }, { closeConnection: true, afterHandling: true });
      await outcomes(one);
      await one.backup.close();
      one.store.close();
      one = install(world, { path: join(home, 'wallet.db') });
      await outcomes(one);
      await outcomes(one);
    }
    expect(one.store.deviceId()).toBe(id);
    expect(one.store.entries('device')).toHaveLength(1);
  });
});
