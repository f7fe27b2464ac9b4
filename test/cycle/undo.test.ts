// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';
import { kinds, lastStep, restoredIn, standing, undo } from './undo-lab.ts';

// A restore, or a wallet that was gone on with, is taken back: nothing that was here before is lost, and nothing that came or was made since is.

const { world, sandbox, url, funded } = await takeoverLab();
const DAY_MS = 24 * 60 * 60_000;
const restored = async (text: string): Promise<Installation> => restoredIn(world, text);
const totalOf = ({ wallet }: Installation): string => wallet.balances()[0]?.total ?? '';
const pay = async (one: Installation, price: string): Promise<void> => {
  const order = await sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  const offer = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(offer.purchaseId), 'paid');
};
/** Everything of this installation that a restore or takeover changes. */
const state = ({ store, backup }: Installation): unknown => [
  contentToJson(store.snapshot()),
  store.deviceId(),
  backup.state(),
  store.local.providerProgresses(),
  store.local.tasks(),
  store.local.mark('paper-tested'),
  store.local.mark('audit-due'),
  store.local.mark('renewal-due'),
];

describe('a restore into an empty wallet', () => {
  it('goes back to the empty wallet; the sheet still brings everything back, and the places know that this device has left', async () => {
    const one = await funded('KUDOS:6', [url(0), url(1)]);
    const text = recoveryText(one);
    const money = unitsOf(one);
    const two = install(world);
    const before = state(two);
    mustOk(await two.backup.restore(text), 'restored');
    await settle(two);
    const [step] = two.backup.undoSteps().steps;
    expect(step).toMatchObject({ why: 'restore', underWay: false, until: (step?.at ?? 0) + 30 * DAY_MS });
    expect(mustOk(await two.backup.previewUndo(lastStep(two)), 'preview').said).toEqual([
      { kind: 'leaves', facts: { sums: [two.wallet.balances()[0]?.total] } },
      { kind: 'empty-again', facts: {} },
    ]);
    expect(await undo(two)).toMatchObject({
      state: 'done',
      said: [{ kind: 'left', facts: { told: expect.any(Array) as unknown } }],
    });
    expect(state(two)).toEqual(before);
    expect(two.backup.undoSteps().steps).toEqual([]);
    expect(await two.backup.undo(1)).toEqual({ ok: false, error: { kind: 'no-undo' } });
    const three = await restored(text);
    expect(unitsOf(three)).toBe(money);
    expect(three.backup.devices().devices.map(({ status }) => status)).toContain('abandoned');
    expectSumsAgree(three);
  });

  it('after paying and withdrawing takes along what was made since: the sheet brings that back, and what is spent stays spent', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const two = await restored(recoveryText(one));
    await pay(two, 'KUDOS:2');
    await withdraw(two, sandbox, 'KUDOS:3');
    await settle(two);
    const money = unitsOf(two);
    await undo(two);
    expect([unitsOf(two), two.store.snapshot()]).toEqual([0n, []]);
    const three = await restored(recoveryText(one));
    expect(unitsOf(three)).toBe(money);
    expectSumsAgree(three);
  });

  it('with the first device having heard: that one stands still until its person goes on there, and loses nothing', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const money = unitsOf(one);
    const two = await restored(recoveryText(one));
    await outcomes(one);
    expect(standing(one)).toBe('superseded');
    await undo(two);
    await outcomes(one);
    expect(standing(one)).toBe('superseded');
    mustOk(await one.backup.keepDevice(), 'kept');
    await settle(one);
    expect([standing(one), unitsOf(one)]).toEqual(['active', money]);
    expectSumsAgree(one);
  });

  it('is refused while its places do not have everything, and where no sheet leads to what they have; it goes on where the word is late', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const two = await restored(recoveryText(one));
    const before = content(two);
    sandbox.syncProviders[0]?.faults.always({ path: '/backups' }, { status: 503 });
    await withdraw(two, sandbox, 'KUDOS:1');
    expect(await two.backup.undo(lastStep(two))).toMatchObject({ ok: false, error: { kind: 'not-stored' } });
    sandbox.syncProviders[0]?.faults.clear();
    await outcomes(two);
    two.store.transaction((tx) => tx.local.setMark('paper-tested', undefined));
    expect(await two.backup.undo(lastStep(two))).toMatchObject({
      ok: false,
      error: { kind: 'undo-would-lose', lost: [totalOf(two)] },
    });
    expect(two.backup.undoSteps().steps).toMatchObject([{ underWay: false }]);
    expect(content(two)).not.toBe(before);
    expect(standing(two)).toBe('active');
  });

  it('without money goes back although nobody answers', async () => {
    const one = install(world);
    mustOk(await one.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:0' }), 'added');
    await outcomes(one);
    const two = install(world);
    const before = state(two);
    mustOk(await two.backup.restore(recoveryText(one)), 'restored');
    sandbox.syncProviders[0]?.faults.always({ path: '/backups' }, { status: 503 });
    const undone = await two.backup.undo(lastStep(two));
    sandbox.syncProviders[0]?.faults.clear();
    expect(undone).toEqual({ ok: true, value: { state: 'done', said: [{ kind: 'done', facts: {} }] } });
    expect(state(two)).toEqual(before);
  });

  it('is over after 30 days', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const two = await restored(recoveryText(one));
    const number = lastStep(two);
    world.move(31 * DAY_MS);
    expect(two.backup.undoSteps().steps).toEqual([]);
    expect(await two.backup.undo(number)).toEqual({ ok: false, error: { kind: 'no-undo' } });
    await two.backup.run();
    expect(two.store.local.undoCopies()).toEqual([]);
  });

  it('again and again, and another wallet after that', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const other = await funded('KUDOS:2', [url(1)]);
    const two = install(world);
    const before = state(two);
    for (const each of [one, one, other]) {
      mustOk(await two.backup.restore(recoveryText(each)), 'restored');
      await settle(two);
      expect(unitsOf(two)).toBe(unitsOf(each));
      await undo(two);
      expect(state(two)).toEqual(before);
    }
  });
});

describe('a wallet that was gone on with', () => {
  it('leaves again; its first device may go on', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const money = unitsOf(one);
    const two = install(world);
    const before = state(two);
    const taken = await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true });
    expect(taken).toMatchObject({ ok: true, value: { how: 'continued' } });
    await settle(two);
    expect(kinds(mustOk(await two.backup.previewUndo(lastStep(two)), 'preview').said)).toEqual([
      'leaves',
      'empty-again',
      'stands-still',
    ]);
    expect((await undo(two)).state).toBe('done');
    expect(state(two)).toEqual(before);
    await outcomes(one);
    expect(standing(one)).toBe('taken-over');
    mustOk(await one.backup.keepDevice(), 'kept');
    await settle(one);
    expect([standing(one), unitsOf(one)]).toEqual(['active', money]);
  });

  it('that this device had left is left again, with what it knew', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const [text, money] = [recoveryText(one), unitsOf(one)];
    mustOk(await one.backup.abandon(), 'left');
    mustOk(await one.backup.restore(text), 'restored');
    await settle(one);
    expect(kinds(mustOk(await one.backup.previewUndo(lastStep(one)), 'preview').said)).toEqual([
      'leaves',
      'left-again',
    ]);
    await undo(one);
    expect([one.backup.state(), standing(one)]).toEqual(['uninitialized', 'abandoned']);
    const three = await restored(text);
    expect(unitsOf(three)).toBe(money);
  });
});
