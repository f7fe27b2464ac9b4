// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waysAmong, waysTo } from '../../electron/backup/providers/known.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { Entry } from '../../electron/state/entry.ts';
import { add, install, outcomes, recoveryText, startEconomy, testWorld } from '../support/backup-rig.ts';

// A folder on another machine (Windows: \\machine\share) is asked with the name and password hash of whoever is logged in here,
// by the system and without a word. So only a person names one; what a copy names was written by whoever wrote that copy.

const world = testWorld();
const stick = mkdtempSync(join(tmpdir(), 'holdfast-shares-'));
/** On this system the same directory; where paths can name machines it would be a share of one. */
const share = `/${stick}`;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(stick, { recursive: true });
});

test('a share that a copy names is not opened, by a restore or afterwards; one the person points at is', async () => {
  const one = install(world);
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  await add(one, stick);
  const [folder] = one.store.entries('provider').filter(({ value }) => value.directory !== undefined);
  if (folder === undefined) return expect.fail('a folder was added');
  one.store.transaction((tx) => tx.put('provider', folder.id, { ...folder.value, directory: share }));
  await outcomes(one);
  // Here nobody has chosen the share either: it came into the entry another way.
  expect(await outcomes(one, folder.id)).toEqual(['unreachable']);

  const two = install(world);
  const restored = await two.backup.restore(recoveryText(one), {});
  if (!restored.ok) return expect.fail(restored.error.kind);
  expect(restored.value.sources.find(({ provider }) => provider === folder.id)).toMatchObject({
    answer: 'silent',
    notes: [{ kind: 'point-at-folder' }],
  });
  expect(await outcomes(two, folder.id)).toEqual(['unreachable']);

  const three = install(world);
  expect(await three.backup.restore(recoveryText(one), { folders: [share] })).toMatchObject({ ok: true });
  expect(waysTo(three.store, folder.id)).toEqual({ directory: share });
  expect(['stored', 'unchanged']).toContain((await outcomes(three, folder.id))[0]);
});

test.each([
  '\\\\evil\\share',
  '//evil/share',
  '\\/evil/share',
  '\\\\?\\UNC\\evil\\share',
  '\\\\.\\pipe\\x',
  '/net/evil/x',
])('%s is somewhere else, whoever writes it', (directory) => {
  const value = { name: 'x', provider_kind: 'folder', removed: false, directory };
  const entry = { kind: 'provider', id: 'holdfast+folder:X', clock: '', value } as unknown as Entry;
  expect(waysAmong([entry]).get('holdfast+folder:X')).toEqual({});
});

test.each(['/media/stick', 'E:\\copies', 'C:/copies', '/network/of/mine'])(
  '%s is a folder of this machine',
  (directory) => {
    const value = { name: 'x', provider_kind: 'folder', removed: false, directory };
    const entry = { kind: 'provider', id: 'holdfast+folder:X', clock: '', value } as unknown as Entry;
    expect(waysAmong([entry]).get('holdfast+folder:X')).toEqual({ directory });
  },
);
