// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { packEntries } from '../../electron/backup/copies/pack.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { type CarriedEntry, MAX_EPOCH } from '../../electron/state/entry.ts';
import { shelfOf } from '../../electron/state/gone.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { upload } from '../../electron/taler/sync.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';
import { standing } from './devices-lab.ts';

// Whoever once had the secret writes into a copy what no honest wallet writes. It bars nobody, and it is named.

const world = testWorld();
let sandbox: Sandbox;
const url = (at = 0): string => sandbox.syncProviders[at]?.baseUrl ?? '';
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

/** A wallet with money and a copy, to whose copy somebody with the secret added these entries. */
const poisoned = async (entries: readonly CarriedEntry[]) => {
  const owner = install(world);
  await withdraw(owner, sandbox, 'KUDOS:9');
  await add(owner, url());
  await poison(owner, entries);
  return owner;
};

const poison = async (
  owner: ReturnType<typeof install>,
  entries: readonly CarriedEntry[],
  /** nothing but them, and at which place */
  { alone = false, at = 0 } = {},
): Promise<void> => {
  const keys = accountKeys(owner.store.local.rootSecret() ?? expect.fail(), url(at));
  const hash = sandbox.syncProviders[at]?.account(bytesToCrock(keys.publicKey))?.hash;
  const parts = { world, sealer: inlineSealer() };
  const { bytes } = mustOk(
    await packEntries(parts, keys, [...(alone ? [] : owner.store.snapshot()), ...entries], 0),
    'sealed',
  );
  const account = {
    baseUrl: url(at),
    accountPriv: openSecret(keys.seed),
    ...(hash === undefined ? {} : { oldHash: hash }),
  };
  expect(await upload(world, { ...account, bytes })).toMatchObject({ ok: true, value: { kind: 'stored' } });
};

const stamp = (ms = world.now()): string => `${String(ms).padStart(13, '0')}-00000-ZZZZ`;
const device = (epoch: number, clock = stamp()): CarriedEntry => ({
  kind: 'device',
  id: 'ZZZZZZZZZZ',
  clock,
  value: { epoch, status: 'active', name: 'Not you', last_clock: clock },
});

describe('an epoch that nobody can pass', () => {
  it.each([
    ['beyond all bounds', () => device(Number.MAX_SAFE_INTEGER), true],
    ['the last there is', () => device(MAX_EPOCH), false],
    ['the last there is, by tomorrow’s clock', () => device(MAX_EPOCH, stamp(world.now() + 23 * 3_600_000)), false],
    ['the last there is, by a clock of the year 2286', () => device(MAX_EPOCH, '9999999999999-00000-ZZZZ'), false],
  ])('%s: the owner restores, leads and spends', async (_name, entry, isApart) => {
    const owner = await poisoned([entry()]);
    const again = install(world);
    const restored = mustOk(await again.backup.restore(recoveryText(owner)), 'restored');
    expect(restored.said.map(({ kind }) => kind).includes('kept-apart')).toBe(isApart);
    expect(again.backup.devices().apart).toHaveLength(isApart ? 1 : 0);
    expect([standing(again), total(again)]).toEqual(['active', total(owner)]);
    expect(await outcomes(again)).toHaveLength(1);
    expect(standing(again)).toBe('active');
    // And once more: what was restored is not barred by what it has carried along.
    const third = install(world);
    expect(await third.backup.restore(recoveryText(again))).toMatchObject({ ok: true });
    await outcomes(again);
    expect([standing(third), standing(again)]).toEqual(['active', 'superseded']);
  });
});

describe('a copy that says all money has left', () => {
  const named = (owner: ReturnType<typeof install>): readonly CarriedEntry[] => {
    const seeds = new Set(owner.store.entries('coin').map(({ id }) => id.slice(0, id.indexOf('/'))));
    return [...seeds].map((seed) => ({
      kind: 'gone',
      id: shelfOf(seed),
      clock: stamp(),
      value: { seeds: { [seed]: 1 }, entries: {} },
    }));
  };

  it.each([0, 1])(
    'at place %i takes nothing of what the other still has, and is no copy of it afterwards',
    async (at) => {
      const owner = install(world);
      await withdraw(owner, sandbox, 'KUDOS:9');
      await add(owner, url(0));
      await add(owner, url(1));
      await poison(owner, named(owner), { alone: true, at });
      const again = install(world);
      mustOk(await again.backup.restore(recoveryText(owner)), 'restored');
      expect(total(again)).toBe(total(owner));
      expect(again.store.entries('gone').flatMap(({ value }) => Object.keys(value.seeds))).toEqual([]);
      await outcomes(again);
      await outcomes(owner);
      expect([total(again), total(owner)]).toEqual([total(owner), total(owner)]);
    },
  );
});
