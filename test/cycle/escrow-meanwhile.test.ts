// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import { escrowRecord } from '../../electron/backup/escrowed/record.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, withdraw, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, PERSON, recovered, setUp, versions } from '../support/escrow.ts';

// The escrow changes while a place takes its time: what was begun for the one before is never gone on with by the next.

let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;
/** the next request that is this one waits, and gets this answer or else its own */
let hold: { readonly is: (method: string, url: string) => boolean; readonly answer?: Response } | undefined;
let release: () => void = () => undefined;
let whenHeld: Promise<void>;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  const was = world.http;
  let held: () => void = () => undefined;
  whenHeld = new Promise((resolve) => (held = resolve));
  const holding: typeof was = async (input, init) => {
    if (hold?.is(init?.method ?? 'GET', String(input)) !== true) return was(input, init);
    const { answer } = hold;
    hold = undefined;
    const over = new Promise<void>((resolve) => (release = resolve));
    held();
    await over;
    return answer ?? was(input, init);
  };
  Object.assign(world, { http: holding });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(await setUp(one, sandbox), 'set up');
});
afterEach(async () => {
  release();
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const url = (): string => sandbox.anastasisProviders[0]?.baseUrl ?? '';
const isPolicy = (wanted: string) => (method: string, at: string) =>
  method === wanted && at.startsWith(`${url()}policy/`);
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setImmediate(resolve));
};

test('another set-up during the daily look: its document goes to its own account alone', async () => {
  world.move(24 * 3600_000);
  hold = { is: isPolicy('GET'), answer: Response.json({ code: 6100 }, { status: 404 }) };
  const look = one.backup.run();
  await whenHeld;
  const { made } = escrowRecord(one.store) ?? expect.fail('no escrow');
  const next = setUp(one, sandbox, { attributes: { ...PERSON, birthplace: 'Biel' } });
  await until(() => escrowRecord(one.store)?.made !== made);
  release();
  mustOk(await next, 'set up anew');
  await look;
  expect(one.backup.escrow()?.step).toBe('current');
  expect((await versions(world, sandbox))[0]).toEqual([1]);
});

test('the wallet changes while its document is on the way: the next version follows, and is not taken for stored', async () => {
  mustOk(one.backup.rename({ wallet: 'Haushalt' }), 'name');
  hold = { is: isPolicy('POST') };
  const update = one.backup.updateEscrow({});
  await whenHeld;
  mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
  await one.backup.run();
  release();
  mustOk(await update, 'update');
  expect(one.backup.escrow()?.places[0]?.isCurrent).toBe(false);
  world.move(10 * 60_000);
  await one.backup.run();
  expect(one.backup.escrow()).toMatchObject({ step: 'current', places: [{ said: [] }, { said: [] }, { said: [] }] });
  world.move(60_000);
  expect((await recovered(world, url())).wallet.walletName).toBe('Reisekasse');
});
