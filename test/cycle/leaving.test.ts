// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
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
import { restarted } from '../support/doomed.ts';
import { takeOver } from './takeover-lab.ts';

// What a device that left its wallet may still do, and what it says.

const world = testWorld();
const HOUR = 3600_000;
const folders: string[] = [];
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const { faults } of sandbox.syncProviders) faults.clear();
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-leaving-'));
  folders.push(made);
  return made;
};
const funded = async (providers: readonly string[]): Promise<Installation> => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:3');
  for (const target of providers) await add(one, target);
  await outcomes(one);
  return one;
};

describe('a device that has left', () => {
  it('cannot be kept any more: whoever took the wallet over stays the only active one', async () => {
    const one = await funded([url(0)]);
    const text = recoveryText(one);
    expect(mustOk(await one.backup.abandon(), 'left').state).toBe('abandoned');
    const two = install(world);
    mustOk(await takeOver(two, { recoveryText: text }), 'takeover');
    expect(await one.backup.keepDevice()).toMatchObject({ ok: false, error: { kind: 'wrong-backup-state' } });
    await one.backup.run();
    await two.backup.run();
    expect([one, two].map(({ backup }) => backup.devices().standing)).toEqual(['abandoned', 'active']);
    expect(english('safety', ...one.backup.status().safety.said)).not.toMatch(/keep this device/);
  });

  it('that is used again with a provider of its own touches what was left only when asked, and pays it to itself then', async () => {
    const one = await funded([url(0)]);
    const text = recoveryText(one);
    mustOk(await one.backup.abandon(), 'left');
    const before = new Set(one.store.coins({ status: 'fresh' }).map(({ id }) => id));
    await add(one, url(1));
    expect(one.backup.devices().standing).toBe('active');
    world.move(HOUR);
    for (let round = 0; round < 3; round += 1) {
      await one.backup.run();
      await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    }
    const fresh = (): readonly string[] => one.store.coins({ status: 'fresh' }).map(({ id }) => id);
    expect(new Set(fresh())).toEqual(before);
    expect(one.wallet.pending()).toEqual([]);
    const [line] = await one.wallet.quoteReissue();
    expect(line).toMatchObject({ reachable: total(one), left: total(one), total: total(one) });
    const evenSo = { recoveryText: text, evenIfNotAbandoned: true };
    expect(await one.backup.takeover(evenSo)).toMatchObject({ error: { kind: 'takeover-asks' } });
    expect(new Set(fresh())).toEqual(before);
    mustOk(await takeOver(one, evenSo), 'taken over with its sheet');
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(fresh().length).toBeGreaterThan(0);
    expect(fresh().filter((id) => before.has(id))).toEqual([]);
    expect(one.wallet.balances()[0]).toMatchObject({ available: total(one) });
    expect(await one.wallet.quoteReissue()).toEqual([]);
  });

  it('names who says so, and who does not', async () => {
    const one = await funded([url(0), url(1)]);
    sandbox.syncProviders[1]?.faults.always({}, { status: 503 });
    const left = mustOk(await one.backup.abandon(), 'left');
    const [told, untold] = [0, 1].map((at) => url(at));
    expect(left.said).toEqual([
      { kind: 'left', facts: { told: [told] } },
      { kind: 'untold', facts: { places: [untold] } },
      { kind: 'waits-for-next', facts: {} },
    ]);
  });

  it('was taken over before it had finished: it has left all the same, and forgets the secret', async () => {
    const one = await funded([url(0)]);
    const text = recoveryText(one);
    let cut = false;
    const line: World = {
      ...world,
      http: (input, init) => (cut ? Promise.reject(new TypeError('fetch failed')) : world.http(input, init)),
    };
    const leaving = restarted({ ...one, world: line });
    const stop = one.store.onChange(() => {
      if (one.store.entry('device', one.store.deviceId())?.value.status === 'abandoned') cut = true;
    });
    expect(mustOk(await leaving.backup.abandon(), 'begun').state).toBe('leaving');
    stop();
    const two = install(world);
    mustOk(await takeOver(two, { recoveryText: text, evenIfNotAbandoned: true }), 'takeover');
    cut = false;
    for (let round = 0; round < 3; round += 1) {
      world.move(7 * HOUR);
      await leaving.backup.run();
    }
    expect([leaving.backup.state(), leaving.backup.devices().standing]).toEqual(['uninitialized', 'taken-over']);
    expect(english('safety', ...leaving.backup.status().safety.said)).not.toMatch(/keep this device/);
    expect(two.backup.devices().standing).toBe('active');
    expect(total(two)).not.toBe('');
  });
});

it('a device whose wallet was joined into another one, kept after all, renews what it still has: the other knows those coins', async () => {
  const [theirs, ours] = [await funded([url(0)]), await funded([url(1)])];
  const recovery = recoveryText(theirs);
  mustOk(await takeOver(ours, { recoveryText: recovery, evenIfNotAbandoned: true }), 'takeover');
  await outcomes(theirs);
  expect(theirs.backup.devices().standing).toBe('taken-over');
  expect(mustOk(await theirs.backup.keepDevice(), 'kept').standing).toBe('active');
  expect(theirs.store.local.mark('renewal-due')).toBeDefined();
});

it('a folder with two newest copies is marked as taken over: both are in the mark, and none is in its way', async () => {
  const stick = folder();
  const theirs = await funded([stick]);
  const text = recoveryText(theirs);
  const before = folder();
  for (const name of readdirSync(stick)) copyFileSync(join(stick, name), join(before, name));
  // Another machine of that wallet wrote the same number into its own copy of the synced folder.
  const twin = install(world);
  mustOk(await twin.backup.restore(text, { folders: [before] }), 'restored');
  theirs.store.transaction((tx) => tx.put('setting', 'note', { value: 'here' }));
  const numberOf = (name: string): string => name.split('-')[2] ?? '';
  while (true) {
    const [newest] = readdirSync(before)
      .filter((name) => name.endsWith('.blob'))
      .sort()
      .reverse();
    await outcomes(theirs);
    const mine = readdirSync(stick).filter((name) => name.endsWith('.blob'));
    if (newest !== undefined && mine.some((name) => numberOf(name) === numberOf(newest))) {
      for (const name of mine) if (numberOf(name) > numberOf(newest)) rmSync(join(stick, name));
      copyFileSync(join(before, newest), join(stick, newest));
      break;
    }
    theirs.store.transaction((tx) => tx.put('setting', 'note', { value: world.randomBytes(4)[0] ?? 0 }));
  }
  const numbers = readdirSync(stick).flatMap((name) => (name.endsWith('.blob') ? [numberOf(name)] : []));
  expect(numbers.filter((each) => each === numbers.sort().at(-1))).toHaveLength(2);
  const ours = await funded([url(0)]);
  const taken = mustOk(
    await takeOver(ours, { recoveryText: text, folders: [stick], evenIfNotAbandoned: true }),
    'takeover',
  );
  expect(taken.marked).toMatchObject([{ done: true }]);
  expect(taken.marked[0]).not.toHaveProperty('note');
});
