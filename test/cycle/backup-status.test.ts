// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import {
  add,
  install,
  outcomes,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

const world = testWorld();
let sandbox: Sandbox;
let mine: Installation;
const stick = mkdtempSync(join(tmpdir(), 'holdfast-status-'));
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(stick, { recursive: true });
});
beforeEach(() => {
  mine = install(world);
});
const url = (): string => sandbox.syncProviders[0]?.baseUrl ?? '';

describe('how safe the money is', () => {
  it('says what would be lost if the disk died now, to the last unit', async () => {
    expect(mine.backup.status()).toEqual({
      state: 'uninitialized',
      said: [{ kind: 'not-set-up', facts: {} }],
      level: 'unprotected',
      atRisk: [],
      providersUpToDate: 0,
      providersTotal: 0,
      copiesWanted: 1,
    });
    await withdraw(mine, sandbox, 'KUDOS:6');
    const first = total(mine);
    expect(mine.backup.status()).toMatchObject({
      said: [{ kind: 'not-set-up', facts: { lost: [first] } }],
      atRisk: [first],
    });
    await add(mine, url());
    expect(mine.backup.status()).toMatchObject({
      level: 'protected',
      atRisk: [],
      said: [{ kind: 'complete', facts: { places: 1, at: mine.backup.providers()[0]?.verifiedAt } }],
    });

    await withdraw(mine, sandbox, 'KUDOS:2');
    const gained = Number(total(mine).slice(6)) - Number(first.slice(6));
    expect(mine.backup.status()).toMatchObject({
      level: 'partly',
      atRisk: [`KUDOS:${Number(gained.toFixed(8))}`],
    });
    const { said, atRisk, verifiedAt } = mine.backup.status();
    expect(said).toEqual([{ kind: 'at-risk', facts: { lost: atRisk, at: verifiedAt } }]);
    await outcomes(mine);
    expect(mine.backup.status()).toMatchObject({ level: 'protected', atRisk: [] });
    const verified = mine.backup.providers()[0]?.verifiedAt;
    world.move(3 * 3600 * 1000);
    expect(mine.backup.status().said).toEqual([{ kind: 'complete', facts: { places: 1, at: verified } }]);
  });

  it('does not lend one provider the date of another: a copy nobody could look at for days is that old', async () => {
    await withdraw(mine, sandbox, 'KUDOS:6');
    await add(mine, url());
    await add(mine, stick);
    await outcomes(mine);
    const lastSeen = mine.backup.providers().find(({ id }) => id === url())?.verifiedAt;
    sandbox.syncProviders[0]?.faults.always({}, { status: 503 });
    for (let day = 0; day < 5; day += 1) {
      world.move(24 * 3600 * 1000);
      await outcomes(mine);
    }
    sandbox.syncProviders[0]?.faults.clear();
    expect(mine.backup.status().said).toEqual([{ kind: 'complete', facts: { places: 2, at: lastSeen } }]);
  });

  it('asked again and again, says the same time for the next round; asked for many rounds at once, runs one more', async () => {
    await add(mine, url());
    mine.store.transaction((tx) => tx.put('setting', 'note', { value: 'a change' }));
    const dice = mine.world.randomBytes;
    let drawn = 0;
    const watched = createBackup({
      ...mine,
      world: { ...world, randomBytes: (length) => ((drawn += 1), dice(length)) },
    });
    const [first, second] = [watched.providers()[0], watched.providers()[0]];
    expect((first?.nextRoundAt ?? 0) - world.now()).toBeGreaterThan(0);
    expect(second?.nextRoundAt).toBeDefined();
    expect(drawn).toBe(0);

    let uploads = 0;
    const counted = createBackup({
      ...mine,
      world: {
        ...world,
        http: (input, init) => {
          if (init?.method === 'POST') uploads += 1;
          return world.http(input, init);
        },
      },
    });
    await Promise.all(Array.from({ length: 8 }, () => counted.cycle()));
    expect(uploads).toBeLessThanOrEqual(2);
  });

  it('counts money that is on its way to a reserve whose key nobody else holds', async () => {
    await mine.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? '');
    await add(mine, url());
    const started = await mine.wallet.withdrawManual({
      exchange: sandbox.exchanges[0]?.baseUrl ?? '',
      amount: 'KUDOS:9',
    });
    expect(started).toMatchObject({ ok: true });
    expect(mine.backup.status().atRisk).toEqual(['KUDOS:9']);
    await outcomes(mine);
    expect(mine.backup.status().atRisk).toEqual([]);
  });

  it('one of two providers behind: partly, without money at risk', async () => {
    await add(mine, url());
    await add(mine, stick);
    await outcomes(mine);
    expect(mine.backup.status()).toMatchObject({
      level: 'protected',
      said: [{ kind: 'complete', facts: { places: 2 } }],
    });
    mine.store.transaction((tx) => tx.put('setting', 'note', { value: 1 }));
    await outcomes(mine, url());
    expect(mine.backup.status()).toMatchObject({
      level: 'partly',
      providersUpToDate: 1,
      said: [{ kind: 'some', facts: { places: 1, of: 2 } }],
    });
  });
});

describe('removing a provider', () => {
  it('says what stays there and until when, and warns in money when it was the last', async () => {
    await withdraw(mine, sandbox, 'KUDOS:4');
    await add(mine, url());
    await add(mine, stick);
    const removed = await mine.backup.removeProvider(url().replace(/\/$/, ''));
    expect(removed.ok && removed.value.said).toMatchObject([
      { kind: 'removed' },
      { kind: 'keeps-copy', facts: { until: expect.any(Number) } },
    ]);
    expect(mine.backup.providers().map((each) => each.kind)).toEqual(['folder']);
    const last = await mine.backup.removeProvider(stick);
    expect(last.ok && last.value.said.at(-1)).toEqual({ kind: 'none-left', facts: { lost: [total(mine)] } });
    expect(await mine.backup.removeProvider(url())).toEqual({
      ok: false,
      error: { kind: 'unknown-provider', id: url() },
    });
    expect(mine.backup.status()).toMatchObject({ level: 'unprotected', providersTotal: 0 });
    expect(await mine.backup.run()).toEqual([]);
    expect(await add(mine, url())).toBe('stored');
  });
});

it('the recovery sheet is refused while there is nothing to restore from, and names every provider afterwards', async () => {
  expect(mine.backup.recoverySheet()).toEqual({
    ok: false,
    error: { kind: 'wrong-backup-state', state: 'uninitialized' },
  });
  await add(mine, url());
  await add(mine, stick);
  const sheet = mine.backup.recoverySheet();
  if (!sheet.ok) throw new Error(sheet.error.kind);
  expect(sheet.value.providers).toHaveLength(2);
  expect(sheet.value.groups).toHaveLength(26);
  expect(sheet.value.text).toContain(sheet.value.groups.slice(0, 5).join(' '));
  expect(sheet.value.qrText.length).toBeLessThan(1000);
});

describe('the background round', () => {
  it('waits for a change to settle, then sends it once; headless it goes at once', async () => {
    await add(mine, url());
    await outcomes(mine);
    const { signal } = new AbortController();
    expect(await mine.backup.run({ signal })).toEqual([]);
    mine.store.transaction((tx) => tx.put('setting', 'note', { value: 1 }));
    expect(await mine.backup.run({ signal })).toEqual([]);
    const planned = mine.backup.providers()[0]?.nextRoundAt ?? 0;
    expect(planned - world.now()).toBeGreaterThan(15_000);
    expect(planned - world.now()).toBeLessThanOrEqual(60_000);
    world.move(planned - world.now());
    expect(await mine.backup.run({ signal })).toMatchObject([{ outcome: 'stored' }]);
    expect(await mine.backup.run({ signal })).toEqual([]);
    mine.store.transaction((tx) => tx.put('setting', 'note', { value: 2 }));
    expect(await mine.backup.run()).toMatchObject([{ outcome: 'stored' }]);
    expect(await mine.backup.run({ signal: AbortSignal.abort() })).toEqual([]);
  });
});
