// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, escrowMethods, setUp, versions } from '../support/escrow.ts';

// A wallet in escrow, and what its places do to it.

const DAY_MS = 24 * 3600_000;
let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ name: 'Shoal' }, { name: 'Reef' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:8');
  await add(one, sync(0));
});
afterEach(async () => {
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const sync = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const view = (of = one) => of.backup.escrow() ?? expect.fail('no escrow');
const fees = (of = one): readonly string[] =>
  of.wallet
    .history()
    .flatMap(({ type, amount, state }) => (type === 'provider-fee' ? [`${amount} ${state}`] : []))
    .sort();
const saidAt = (at: number): readonly string[] => view().places[at]?.said.map(({ kind }) => kind) ?? [];
const run = async (of = one): Promise<void> => void (await of.backup.run());

describe('a place that', () => {
  test('demands more than it announced, or than was agreed to, is paid nothing', async () => {
    expect(await setUp(one, sandbox, { agreedFees: ['KUDOS:0.1'] })).toMatchObject({
      error: { kind: 'escrow-asks' },
    });
    place(2).faults.always(
      { path: '/config' },
      { changeJson: (body) => ({ ...(body as object), truth_upload_fee: 'KUDOS:0.01' }) },
    );
    const set = mustOk(await setUp(one, sandbox), 'set up');
    expect(set.places[2]?.said[0]).toEqual({
      kind: 'asks',
      facts: { why: { kind: 'order-differs', facts: { announced: 'KUDOS:0.01', asked: 'KUDOS:0.04' } } },
    });
    expect(fees()).toEqual([]);
    place(2).faults.clear();
    mustOk(await one.backup.updateEscrow({}), 'update');
    expect(view().step).toBe('current');
  });

  test('changes its salt is named, and nothing is stored there', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    place(0).faults.always(
      { path: '/config' },
      { changeJson: (body) => ({ ...(body as object), server_salt: '00000000000000000000000000' }) },
    );
    mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
    mustOk(await one.backup.updateEscrow({}), 'update');
    expect([saidAt(0)[0], view().places.map(({ isCurrent }) => isCurrent)]).toEqual([
      'salt-changed',
      [false, true, true],
    ]);
    place(0).faults.clear();
    expect(await versions(world, sandbox)).toEqual([[1], [2, 1], [2, 1]]);
    world.move(DAY_MS);
    await run();
    expect(view().step).toBe('current');
  });

  test('loses it, serves an old version, or forgets what it confirmed: noticed by the daily look, named, and stored again', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    await add(one, sync(1));
    mustOk(await one.backup.updateEscrow({}), 'update');
    place(0).faults.once({ path: '/policy/', method: 'GET' }, { serveOld: true });
    place(1).faults.once({ path: '/policy/', method: 'GET' }, { foreignBlob: world.randomBytes(500) });
    world.move(DAY_MS);
    await run();
    expect([saidAt(0), saidAt(1), saidAt(2)]).toEqual([['serves-old'], ['serves-other'], []]);
    expect(view().step).toBe('current');
    place(1).faults.once({ path: '/policy/', method: 'POST' }, { forgetUpload: true });
    mustOk(one.backup.rename({ wallet: 'Other' }), 'name');
    mustOk(await one.backup.updateEscrow({}), 'update');
    expect(view().places.map(({ isCurrent }) => isCurrent)).toEqual([true, false, true]);
    expect(saidAt(1)[0]).toBe('lost');
    world.move(10 * 60_000);
    await run();
    expect(view().step).toBe('current');
  });

  test('is a web shop, or no https, is none', async () => {
    const shop = sandbox.merchant.baseUrl;
    const [there, plain] = await one.backup.inspectEscrow([shop, 'http://escrow.example/']);
    expect(there?.why).toMatchObject({ kind: 'no-escrow' });
    expect(plain?.why).toEqual({ kind: 'no-escrow', facts: { why: { kind: 'no-https', facts: {} } } });
    const [question, code] = escrowMethods(sandbox);
    if (!question || !code) throw new Error('no methods');
    expect(await setUp(one, sandbox, { methods: [question, { ...code, url: shop }] })).toMatchObject({
      error: { kind: 'escrow-place', place: shop },
    });
  });
});
