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
  recoveryText,
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

/** The state, the kinds that are said, and what would be lost. */
const safety = (one: Installation = mine): readonly unknown[] => {
  const { state, said, lost } = one.backup.status().safety;
  return [state, said.map(({ kind }) => kind), lost];
};
const readBack = (one: Installation = mine): void => {
  if (!one.backup.testSheet(recoveryText(one)).ok) throw new Error('the sheet of this wallet is refused');
};

describe('how safe the money is', () => {
  it('changes that keep coming make the first of them no younger: money in too few places is told after two minutes', async () => {
    await add(mine, url());
    await add(mine, stick);
    mine.backup.setQuorum(2);
    await withdraw(mine, sandbox, 'KUDOS:6');
    expect(await outcomes(mine)).toEqual(['stored', 'stored']);
    readBack();
    world.move(10 * 60_000);
    expect(safety()[0]).toBe('protected');
    const states: unknown[] = [];
    await withdraw(mine, sandbox, 'KUDOS:1');
    for (let minute = 0; minute < 5; minute += 1) {
      mine.store.transaction((tx) => tx.put('setting', 'note', { value: `minute ${minute}` }));
      await mine.backup.cycle(url());
      states.push(safety()[0]);
      world.move(60_000);
    }
    expect(states).toEqual(['syncing', 'syncing', 'at-risk', 'at-risk', 'at-risk']);
    expect(await outcomes(mine)).toContain('stored');
    expect(safety()[0]).toBe('protected');
  });

  it('the code alone, read back, takes nothing from the whole sheet that was tested before', async () => {
    await add(mine, url());
    await withdraw(mine, sandbox, 'KUDOS:6');
    await outcomes(mine);
    readBack();
    world.move(10 * 60_000);
    const code = [...recoveryText(mine).matchAll(/^secret [\d-]+: (.*)$/gm)].map(([, groups]) => groups).join(' ');
    expect(mine.backup.testSheet(code)).toMatchObject({
      ok: true,
      value: { said: [{ kind: 'brings-all' }, { kind: 'leads-to' }, { kind: 'code-alone' }] },
    });
    expect(safety()[0]).toBe('protected');
  });

  it('says what would be lost if the disk died now, to the last unit, and is not protected before a sheet was read back', async () => {
    expect(mine.backup.status()).toEqual({
      state: 'uninitialized',
      safety: { state: 'nothing', said: [{ kind: 'nothing', facts: {} }], lost: [], uncopied: [], next: 'add-money' },
      providersUpToDate: 0,
      providersTotal: 0,
      copiesWanted: 1,
    });
    await withdraw(mine, sandbox, 'KUDOS:6');
    const first = total(mine);
    expect(safety()).toEqual(['not-protected', ['no-place'], [first]]);
    await add(mine, url());
    // Every copy is sealed with a secret that is on no paper: without this disk nobody opens one.
    expect(safety()).toEqual(['not-protected', ['no-paper'], [first]]);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
    expect(mine.backup.recoverySheet().ok).toBe(true);
    expect(safety()).toEqual(['not-protected', ['no-paper'], [first]]);
    const foreign = install(world);
    await add(foreign, stick);
    expect(mine.backup.testSheet(recoveryText(foreign))).toEqual({ ok: false, error: { kind: 'other-sheet' } });
    expect(mine.backup.testSheet('HOLDFAST-RECOVERY-1')).toMatchObject({ ok: false });
    expect(safety()[0]).toBe('not-protected');
    readBack();
    world.move(3 * 60_000);
    expect(mine.backup.status().safety).toMatchObject({
      state: 'protected',
      lost: [],
      said: [{ kind: 'protected', facts: { places: 1, at: mine.backup.providers()[0]?.verifiedAt } }],
    });

    await withdraw(mine, sandbox, 'KUDOS:2');
    const gained = `KUDOS:${Number((Number(total(mine).slice(6)) - Number(first.slice(6))).toFixed(8))}`;
    expect(mine.backup.status().safety).toMatchObject({
      state: 'at-risk',
      lost: [gained],
      said: [{ kind: 'only-here', facts: { lost: [gained], all: [total(mine)] } }],
    });
    await outcomes(mine);
    expect(safety()).toEqual(['protected', ['protected'], []]);
  });

  it('money that is in a copy which the sheet does not lead to is at risk', async () => {
    await withdraw(mine, sandbox, 'KUDOS:6');
    await add(mine, url());
    readBack();
    await add(mine, stick);
    await outcomes(mine);
    world.move(3 * 60_000);
    expect(safety()).toEqual(['protected', ['protected', 'paper-lacks'], []]);
    sandbox.syncProviders[0]?.faults.always({}, { status: 503 });
    const before = Number(total(mine).slice(6));
    await withdraw(mine, sandbox, 'KUDOS:2');
    await outcomes(mine);
    sandbox.syncProviders[0]?.faults.clear();
    const gained = `KUDOS:${Number((Number(total(mine).slice(6)) - before).toFixed(8))}`;
    expect(safety().slice(0, 2)).toEqual(['at-risk', ['paper-behind']]);
    expect(mine.backup.status().safety.lost).toEqual([gained]);
    readBack();
    await mine.backup.removeProvider(url());
    expect(safety()).toEqual(['syncing', ['saving'], []]);
  });

  it('a sheet that names no place of today brings nothing back', async () => {
    await withdraw(mine, sandbox, 'KUDOS:6');
    await add(mine, url());
    const old = recoveryText(mine);
    await add(mine, stick);
    await mine.backup.removeProvider(url());
    await outcomes(mine);
    expect(mine.backup.testSheet(old)).toMatchObject({
      ok: true,
      value: { leadsTo: [], said: [{ kind: 'leads-nowhere' }, { kind: 'does-not-know' }, { kind: 'names-former' }] },
    });
    expect(safety()).toEqual(['at-risk', ['paper-outdated'], [total(mine)]]);
  });

  it('is not green while no place answers, and not after the year of the only one is over', async () => {
    await withdraw(mine, sandbox, 'KUDOS:6');
    await add(mine, url());
    readBack();
    const lastSeen = mine.backup.providers()[0]?.verifiedAt;
    world.move(25 * 3600 * 1000);
    sandbox.syncProviders[0]?.faults.always({}, { status: 503 });
    await outcomes(mine);
    expect(safety()[0]).toBe('protected');
    world.move(3 * 60_000);
    await outcomes(mine);
    expect(mine.backup.status().safety).toMatchObject({
      state: 'at-risk',
      lost: [],
      said: [{ kind: 'all-silent', facts: { places: 1, at: lastSeen } }],
    });
    world.move(1_100 * 24 * 3600 * 1000);
    await outcomes(mine);
    sandbox.syncProviders[0]?.faults.clear();
    expect(safety()).toEqual(['not-protected', ['no-copy', 'year-over'], [total(mine)]]);
  });

  it('a folder that is not connected counts as it was read back, and says so', async () => {
    await withdraw(mine, sandbox, 'KUDOS:6');
    const drawer = mkdtempSync(join(tmpdir(), 'holdfast-drawer-'));
    await add(mine, drawer);
    readBack();
    rmSync(drawer, { recursive: true });
    world.move(24 * 3600 * 1000);
    await outcomes(mine);
    world.move(24 * 3600 * 1000);
    await outcomes(mine);
    expect(safety()).toEqual(['protected', ['protected', 'not-connected'], []]);
    world.move(200 * 24 * 3600 * 1000);
    expect(safety()).toMatchObject(['at-risk', ['all-silent', 'test-again'], []]);
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

  it('a sum that is only announced is not at risk; it is once it was sent', async () => {
    const [exchange] = sandbox.exchanges;
    if (!exchange) throw new Error('no exchange');
    await mine.wallet.addExchange(exchange.baseUrl);
    await add(mine, url());
    readBack();
    const started = await mine.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:9' });
    if (!started.ok) throw new Error(started.error.kind);
    expect(mine.backup.status().safety).toMatchObject({ lost: [], uncopied: [] });
    const operation = await sandbox.bank.createWithdrawal('KUDOS:5');
    expect((await mine.wallet.withdrawFromBank(operation.talerUri)).ok).toBe(true);
    expect(mine.backup.status().safety.lost).toEqual([]);
    await operation.confirm();
    for (let tries = 0; tries < 5 && mine.backup.status().safety.lost.length === 0; tries++) {
      world.move(60_000);
      await mine.wallet.run();
    }
    expect(mine.backup.status().safety).toMatchObject({ state: 'at-risk', said: [{ kind: 'only-here' }] });
    await outcomes(mine);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('one of two places behind: grey until the wanted copy has it, and never amber, for no money is at risk by it', async () => {
    await withdraw(mine, sandbox, 'KUDOS:3');
    await add(mine, url());
    await add(mine, stick);
    await outcomes(mine);
    readBack();
    world.move(3 * 60_000);
    expect(safety()).toEqual(['protected', ['protected'], []]);
    mine.store.transaction((tx) => tx.put('setting', 'note', { value: 1 }));
    expect(safety()).toEqual(['syncing', ['saving'], []]);
    await outcomes(mine, url());
    // The other place gets it within the hour, and there is nothing to wait for.
    for (const minutes of [0, 3]) {
      world.move(minutes * 60_000);
      expect(safety()).toEqual(['protected', ['protected'], []]);
    }
    expect(mine.backup.status()).toMatchObject({ providersUpToDate: 1, providersTotal: 2 });
  });

  it('more copies wanted than there are places', async () => {
    await withdraw(mine, sandbox, 'KUDOS:3');
    await add(mine, url());
    readBack();
    mine.backup.setQuorum(2);
    expect(mine.backup.status().safety).toMatchObject({
      state: 'at-risk',
      said: [{ kind: 'too-few-places', facts: { there: 1, wanted: 2 } }],
      next: 'add-place',
    });
  });
});

describe('removing a provider', () => {
  it('says what stays there and until when, and warns in money when it was the last', async () => {
    await withdraw(mine, sandbox, 'KUDOS:4');
    await add(mine, url());
    await add(mine, stick);
    // Nothing is changed by asking; the sheet names no place yet, so both are told what they are.
    expect(mine.backup.previewRemoval(url())).toMatchObject({ ok: true, value: { said: [], harmless: true } });
    readBack();
    expect(mine.backup.previewRemoval(url())).toMatchObject({
      value: { said: [{ kind: 'sheet-suffices' }], harmless: true },
    });
    const removed = await mine.backup.removeProvider(url().replace(/\/$/, ''));
    expect(removed.ok && removed.value.said).toMatchObject([
      { kind: 'removed' },
      // It was free, so nobody has paid it until any day.
      { kind: 'keeps-copy', facts: {} },
    ]);
    expect(mine.backup.providers().map((each) => each.kind)).toEqual(['folder']);
    expect(mine.backup.previewRemoval(stick)).toMatchObject({
      value: { said: [{ kind: 'would-lose', facts: { lost: [total(mine)] } }], harmless: false },
    });
    const last = await mine.backup.removeProvider(stick);
    expect(last.ok && last.value.said.at(-1)).toEqual({ kind: 'none-left', facts: { lost: [total(mine)] } });
    expect(await mine.backup.removeProvider(url())).toEqual({
      ok: false,
      error: { kind: 'unknown-provider', id: url() },
    });
    expect(mine.backup.status()).toMatchObject({ safety: { state: 'not-protected' }, providersTotal: 0 });
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
