// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { blobHash, packEntries, unpackBlob } from '../../electron/backup/copies/pack.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { goneName, shelfOf } from '../../electron/state/gone.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { memberOf } from '../../electron/taler/bytes/json.ts';
import { mustOk } from '../../shared/result.ts';
import { recoveryText } from '../support/backup-rig.ts';
import { takeOver, takeoverLab } from './takeover-lab.ts';

// A wallet that was taken over hears of it in its own copies. What is written there joins everything that lay there.

const { world, url, funded } = await takeoverLab();
const stick = mkdtempSync(join(tmpdir(), 'holdfast-heads-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));
const parts = { world, sealer: inlineSealer() };

it('a copy beside it that calls its money gone takes nothing out of what says that it was taken over', async () => {
  const one = await funded('KUDOS:6', [url(0), stick]);
  const root = one.store.local.rootSecret();
  const place = one.backup.providers().find(({ id }) => id !== url(0));
  const name = readdirSync(stick)
    .filter((each) => each.endsWith('.blob'))
    .sort()
    .at(-1);
  if (!root || !place || name === undefined) return expect.fail('a copy in the folder');
  const keys = accountKeys(root, place.id);
  const { entries } = mustOk(await unpackBlob(parts.sealer, keys, readFileSync(join(stick, name))), 'a copy');
  // Whoever once had that secret puts a second newest copy beside the first.
  const clock =
    entries
      .map((each) => each.clock)
      .sort()
      .at(-1) ?? '';
  const saysGone = (id: string, value: object): CarriedEntry => ({ kind: 'gone', id: shelfOf(id), clock, value });
  const gone = one.store
    .entries('withdrawal')
    .flatMap(({ id, value }) => [
      saysGone(id, { seeds: {}, entries: { [goneName('withdrawal', id)]: 1 } }),
      ...Object.keys(value.batches).map((each) => saysGone(each, { seeds: { [each]: 1 }, entries: {} })),
    ]);
  const { bytes } = mustOk(await packEntries(parts, keys, gone, 0), 'packed');
  const [before, account, number] = name.split('-');
  writeFileSync(join(stick, `${before}-${account}-${number}-${blobHash(bytes).slice(0, 26)}.blob`), bytes);

  const two = await funded('KUDOS:5', [url(1)]);
  const request = { recoveryText: recoveryText(one), folders: [stick], evenIfNotAbandoned: true };
  expect(await takeOver(two, request)).toMatchObject({ ok: true, value: { how: 'joined' } });

  const newest =
    readdirSync(stick)
      .filter((each) => each.endsWith('.blob'))
      .sort()
      .at(-1) ?? '';
  expect(newest).not.toContain(`-${number}-`);
  const told = mustOk(await unpackBlob(parts.sealer, keys, readFileSync(join(stick, newest))), 'what it was told');
  const of = (kind: string, all: readonly CarriedEntry[]): readonly string[] =>
    all.filter((each) => each.kind === kind).map(({ id }) => id);
  for (const kind of ['withdrawal', 'coin', 'reserve']) expect(of(kind, told.entries)).toEqual(of(kind, entries));
  const devices = told.entries.filter(({ kind }) => kind === 'device');
  expect(devices.map(({ value }) => memberOf(value, 'status'))).toEqual(['taken-over']);
});
