// SPDX-License-Identifier: GPL-3.0-or-later
import { agreeToRenewals } from '../support/renewals.ts';
import { describe, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { amount } from '../../shared/amount.ts';
import { add, install, outcomes, recoveryText, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, devicesLab, note, standing } from './devices-lab.ts';

const { world, sandbox, url } = await devicesLab();

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

describe('a restored device makes the old one the loser', () => {
  it('which stops paying and withdrawing as soon as it hears, says why, and changes nothing', async () => {
    const [one, two] = await twoDevices('KUDOS:9');
    expect([standing(one), standing(two)]).toEqual(['active', 'active']);
    const began = await offer(one, 'KUDOS:2');
    await outcomes(one);
    expect([standing(one), standing(two)]).toEqual(['superseded', 'active']);
    expect(one.backup.status()).toMatchObject({
      standing: 'superseded',
      safety: {
        state: 'stopped',
        said: [{ kind: 'stands-still', facts: { standing: { kind: 'superseded' } } }],
      },
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
    expect(report.pending).toMatchObject([{ type: 'withdrawal', waitingFor: 'user', why: { kind: 'superseded' } }]);
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
    expect(one.store.entries('purchase').filter(({ value }) => value.status === 'paid')).toHaveLength(1);
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
  it('are renewed after a restore once their person agrees: the old device can no longer spend them', async () => {
    const [one, two] = await twoDevices('KUDOS:9');
    const before = Number(total(two).slice(6));
    await two.backup.run();
    await settle(two);
    expect(Number(total(two).slice(6))).toBe(before);
    world.move(11 * 60_000);
    await two.backup.run();
    expect(Number(total(two).slice(6))).toBe(before);
    expect(await agreeToRenewals(two.wallet)).toBe(1);
    await settle(two);
    const line = two.wallet.history().find(({ type }) => type === 'refresh');
    expect(line).toMatchObject({ state: 'done', title: { kind: 'restore' } });
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
