// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import type { World } from '../../electron/world.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  total,
  withdraw,
} from '../support/backup-rig.ts';
import { takeOver } from './takeover-lab.ts';

// What only a newer Holdfast knows: carried unharmed, shown as such, never guessed.

const asked: string[] = [];
const clock = testWorld();
const world: World = {
  ...clock,
  http: (input, init) => {
    asked.push(new URL(input instanceof Request ? input.url : input).host);
    return clock.http(input, init);
  },
};
const NEWER_URL = 'https://archive.example/';
const TAPE = 'holdfast+tape:4KQ1X8Z3M7C2V9B5N0A6S1D8F2';

let sandbox: Sandbox;
const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const folders: string[] = [];
const folder = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-newer-'));
  folders.push(directory);
  return directory;
};
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  for (const each of folders) rmSync(each, { recursive: true });
});

/** Two providers as a newer Holdfast would have written them, one with an address like a sync service's, and how to reach it. */
const newerProviders = (at: number): readonly CarriedEntry[] => {
  const stamp = `${String(at).padStart(13, '0')}-00000-NEWERDEVICE`;
  return [
    {
      kind: 'provider',
      id: NEWER_URL,
      clock: stamp,
      value: { name: 'Archive', provider_kind: 'archive', removed: false, shelf: { row: 7 } },
    },
    { kind: 'provider', id: TAPE, clock: stamp, value: { name: 'Tape', provider_kind: 'tape', removed: false } },
    {
      kind: 'setting',
      id: `provider-access ${TAPE}`,
      clock: stamp,
      value: { value: { kind: 'tape', address: 'https://tape.example/', answers: { pin: '1' } } },
    },
  ];
};
const isNewer = ({ id }: { readonly id: string }): boolean => id.includes('tape') || id === NEWER_URL;
const newerOf = (one: ReturnType<typeof install>): readonly CarriedEntry[] => one.store.snapshot().filter(isNewer);

describe('a provider of a kind that only a newer Holdfast knows', () => {
  it('is carried through backup, join and restore, is shown, and is never asked', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:4');
    await add(one, url(0));
    const newer = newerProviders(world.now());
    one.store.transaction((tx) => tx.join(newer));
    const before = newerOf(one);
    expect(before.map(({ value }) => value)).toEqual(expect.arrayContaining(newer.map(({ value }) => value)));
    asked.length = 0;

    expect(await outcomes(one, url(0))).toEqual(['stored']);
    expect((await one.backup.cycle()).map(({ outcome }) => outcome).sort()).toEqual([
      'needs-newer',
      'needs-newer',
      'unchanged',
    ]);
    await one.backup.run();
    const shown = one.backup.providers().filter(({ needsNewer }) => needsNewer);
    expect(shown.map(({ id, kind, lastOutcome, takesFee }) => ({ id, kind, lastOutcome, takesFee }))).toEqual(
      expect.arrayContaining([
        { id: NEWER_URL, kind: 'archive', lastOutcome: 'needs-newer', takesFee: false },
        { id: TAPE, kind: 'tape', lastOutcome: 'needs-newer', takesFee: false },
      ]),
    );
    expect(shown.map(({ nextRoundAt, notes }) => [nextRoundAt, notes])).toEqual(
      shown.map(() => [undefined, [{ kind: 'needs-newer', facts: {} }]]),
    );
    expect(newerOf(one)).toEqual(before);

    const text = recoveryText(one);
    expect(text).toContain(`${TAPE}@https://tape.example/`);
    // As a plain address it would be asked as a sync service by whoever reads the sheet; the copies name it.
    expect(text).not.toContain(NEWER_URL);
    const two = install(world);
    const restored = await two.backup.restore(text);
    if (!restored.ok) throw new Error(restored.error.kind);
    const said = restored.value.sources.filter(isNewerSource);
    expect(said.map(({ provider, answer }) => [provider, answer])).toEqual([
      [TAPE, 'silent'],
      [NEWER_URL, 'silent'],
    ]);
    expect(said.map(({ notes }) => notes)).toEqual(said.map(() => [{ kind: 'needs-newer', facts: {} }]));
    expect(newerOf(two)).toEqual(before);
    expect(total(two)).toBe(total(one));
    expect(asked.filter((host) => host.endsWith('.example'))).toEqual([]);
  });

  it('neither opens the gate nor keeps it shut: one copy at a provider we know is one copy', async () => {
    const one = install(world, { gated: true });
    await add(one, folder());
    one.store.transaction((tx) => tx.join(newerProviders(world.now())));
    await withdraw(one, sandbox, 'KUDOS:2');
    expect(total(one)).toMatch(/KUDOS:/);
    one.backup.setQuorum(2);
    const operation = await sandbox.bank.createWithdrawal('KUDOS:2');
    await trusting((asked) => one.wallet.withdrawFromBank(operation.talerUri, asked));
    await operation.confirm();
    const { pending } = await one.wallet.run({ untilDone: true, timeoutMs: 3_000 });
    expect(pending).toMatchObject([{ why: { facts: { why: 'too-few-providers', wanted: 2, there: 1 } } }]);
    expect(asked.filter((host) => host.endsWith('.example'))).toEqual([]);
  });
});

describe('another wallet with kinds of entries that only a newer Holdfast knows', () => {
  const withVouchers = async (): Promise<{ readonly text: string; readonly sum: string }> => {
    const theirs = install(world);
    await withdraw(theirs, sandbox, 'KUDOS:3');
    theirs.store.transaction((tx) =>
      tx.join([{ kind: 'voucher', id: 'v1', clock: `${world.now()}-00000-NEWERDEVICE`, value: { worth: 'KUDOS:9' } }]),
    );
    await add(theirs, url(1));
    const text = recoveryText(theirs);
    await theirs.backup.abandon();
    return { text, sum: total(theirs) };
  };

  it('is not taken over into a wallet of ours: the refusal says why, and nothing is changed', async () => {
    const { text } = await withVouchers();
    const ours = install(world);
    await withdraw(ours, sandbox, 'KUDOS:2');
    await add(ours, url(0));
    const before = ours.store.snapshot();
    expect(await takeOver(ours, { recoveryText: text })).toEqual({
      ok: false,
      error: { kind: 'newer-wallet-there' },
    });
    expect(ours.store.snapshot()).toEqual(before);
  });

  it('is gone on with by a device without a wallet, which carries them', async () => {
    const { text } = await withVouchers();
    const next = install(world);
    expect(await takeOver(next, { recoveryText: text })).toMatchObject({ ok: true, value: { how: 'continued' } });
    expect(next.store.snapshot().filter(({ kind }) => kind === 'voucher')).toMatchObject([
      { value: { worth: 'KUDOS:9' } },
    ]);
  });
});

const isNewerSource = ({ provider }: { readonly provider: string }): boolean => isNewer({ id: provider });
