// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { settle, takeoverLab, unitsOf } from './takeover-lab.ts';

// From the moment the money has moved to a new secret its sheet brings it, a drill by it says so, and only that ends it.

const { world, sandbox, url } = await takeoverLab();
afterEach(() => {
  for (const { faults } of sandbox.syncProviders) faults.clear();
});

/** A wallet as the program opens it: every seed waits for its copies. */
const gated = async (): Promise<Installation> => {
  const one = install(world, { gated: true });
  for (const at of [0, 1]) await add(one, url(at));
  mustOk(await one.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:8');
  mustOk(await one.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  await operation.confirm();
  await settle(one);
  await outcomes(one);
  return one;
};
const rekey = async ({ backup }: Installation) =>
  mustOk(await backup.rekey(mustOk(await backup.rekeyQuote(), 'quote').total), 'rekey').progress;

it('the new sheet brings the money at once, the drill says so, and every place has all of it', async () => {
  const one = await gated();
  one.backup.setQuorum(2);
  expect(await rekey(one)).toMatchObject({ step: 'sheet', said: [] });
  expect(one.backup.status()).toMatchObject({ providersUpToDate: 2, safety: { uncopied: [] } });
  const sheet = recoveryText(one);
  expect(mustOk(await one.backup.drill(sheet), 'drill')).toMatchObject({ verdict: 'passed', lacking: [] });
  // Its coins are made now, of seeds that copies have; what was made of them is in no copy yet.
  await settle(one);
  expect(one.backup.status()).toMatchObject({ providersUpToDate: 0, safety: { uncopied: [] } });
  const drilled = mustOk(await one.backup.drill(sheet), 'drill');
  expect(drilled).toMatchObject({ verdict: 'passed', lacking: [], brought: drilled.total });
  expect(drilled.places.map(({ brings }) => brings)).toEqual(['all', 'all']);
  // A real restore brings what the drill says.
  const fresh = install(world);
  mustOk(await fresh.backup.restore(sheet), 'restore');
  await settle(fresh);
  expect(unitsOf(fresh)).toBe(unitsOf(one));
});

it('a restore before a single new coin was made makes them all', async () => {
  const one = await gated();
  await rekey(one);
  expect(one.store.coins({ status: 'fresh' })).toEqual([]);
  const before = unitsOf(one);
  const fresh = install(world);
  mustOk(await fresh.backup.restore(recoveryText(one)), 'restore');
  await settle(fresh);
  // Drawing them costs some cents.
  expect(unitsOf(fresh)).toBeGreaterThan(before - 5_000_000n);
});

it('paper is wanted when the copies have everything; until then it says what it waits for', async () => {
  const one = await gated();
  one.backup.setQuorum(2);
  await rekey(one);
  // A place that breaks when the money has moved and the old accounts were told.
  const record = one.store.local.request('rekey') ?? expect.fail('no record');
  const telling = Buffer.from(Buffer.from(record).toString().replace('"paper"', '"telling"'));
  one.store.transaction((tx) => tx.local.putRequest('rekey', telling));
  await settle(one);
  expect(one.backup.rekeying()).toMatchObject({
    step: 'telling',
    said: [{ kind: 'saving', facts: { held: 0, wanted: 2 } }],
  });
  sandbox.syncProviders[1]?.faults.always({}, { status: 503 });
  expect(mustOk(await world.hurry(one.backup.goOnWithRekey()), 'going on').progress).toMatchObject({
    step: 'telling',
    said: [{ kind: 'saving', facts: { held: 1, wanted: 2 } }],
  });
  sandbox.syncProviders[1]?.faults.clear();
  world.move(11 * 60_000);
  expect(mustOk(await one.backup.goOnWithRekey(), 'going on').progress).toMatchObject({ step: 'sheet', said: [] });
});

it('a sheet that was only read back does not end it, nor does a drill that failed', async () => {
  const one = await gated();
  await rekey(one);
  await settle(one);
  await outcomes(one);
  const sheet = recoveryText(one);
  mustOk(one.backup.testSheet(sheet), 'test');
  await one.backup.run();
  expect(one.backup.rekeying()).toMatchObject({ step: 'test', said: [{ kind: 'unproven' }] });
  for (const { faults } of sandbox.syncProviders) faults.always({ method: 'GET', path: '/backups/' }, { status: 503 });
  expect(mustOk(await world.hurry(one.backup.drill(sheet)), 'drill')).toMatchObject({ verdict: 'failed' });
  for (const { faults } of sandbox.syncProviders) faults.clear();
  await one.backup.run();
  expect(one.backup.rekeying()).toMatchObject({ step: 'test' });
  // A drill without the paper proves nothing of it.
  expect(mustOk(await one.backup.drill(), 'drill')).toMatchObject({ verdict: 'passed' });
  await one.backup.run();
  expect(one.backup.rekeying()).toMatchObject({ step: 'test' });
  expect(mustOk(await one.backup.drill(sheet), 'drill')).toMatchObject({ verdict: 'passed' });
  // And takes nothing of it back.
  mustOk(await one.backup.drill(), 'drill');
  await one.backup.run();
  expect(one.backup.rekeying()).toBeUndefined();
});
