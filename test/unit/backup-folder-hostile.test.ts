// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimPlace, MARKER_FILE, markerOf } from '../../electron/backup/providers/place/marker.ts';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { folder, folderProvider } from '../../electron/backup/providers/folder/folder.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';

// A stick or a synced folder that somebody else has prepared for us.

const world = testWorld();
const root = secret(new Uint8Array(64).fill(5));
let base: string;
let stick: string;
let precious: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'holdfast-hostile-folder-'));
  stick = join(base, 'stick');
  mkdirSync(stick);
  precious = join(base, 'wallet-key.json');
  writeFileSync(precious, 'the only key');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

it('a link where our unfinished file would lie: what it points at is not written over', async () => {
  symlinkSync(precious, join(stick, `${MARKER_FILE}.holdfast-tmp`));
  const id = mustOk(await claimPlace(world, folder(stick)), 'claimed');
  expect(readFileSync(precious, 'utf8')).toBe('the only key');
  const keys = accountKeys(root, id);
  const blob = new Uint8Array(400).fill(1);
  const [name] = await namesOf(keys, blob);
  symlinkSync(precious, join(stick, `${name}.holdfast-tmp`));
  const stored = await folderProvider(stick, keys).store({ bytes: blob, replaces: undefined, joined: [] });
  expect(stored).toEqual({ ok: true, value: { kind: 'stored' } });
  expect(readFileSync(precious, 'utf8')).toBe('the only key');
  expect(new Uint8Array(readFileSync(join(stick, name)))).toEqual(blob);
});

it('a marker that is a device without an end, or a pipe without a beginning, is no marker', async () => {
  symlinkSync('/dev/zero', join(stick, MARKER_FILE));
  expect(await markerOf(folder(stick))).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
  rmSync(join(stick, MARKER_FILE));
  execFileSync('/usr/bin/env', ['mkfifo', join(stick, MARKER_FILE)]);
  expect(await markerOf(folder(stick))).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
});

it('more newest copies than devices can have written are not all read; four are', async () => {
  const keys = accountKeys(root, mustOk(await claimPlace(world, folder(stick)), 'claimed'));
  for (let copy = 0; copy < 5; copy += 1) {
    const bytes = new Uint8Array(300).fill(copy);
    const [name] = await namesOf(keys, bytes);
    writeFileSync(join(stick, name), bytes);
    const found = await folderProvider(stick, keys).fetch();
    if (copy < 4) expect(found).toMatchObject({ ok: true, value: { kind: 'blob', also: { length: copy } } });
    else expect(found).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
  }
  const before = readdirSync(stick);
  expect(
    await folderProvider(stick, keys).store({ bytes: new Uint8Array(300).fill(9), replaces: undefined, joined: [] }),
  ).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
  expect(readdirSync(stick)).toEqual(before);
});

/** The name our own writing gives these bytes as a first copy. */
const namesOf = async (keys: ReturnType<typeof accountKeys>, bytes: Uint8Array): Promise<[string]> => {
  const elsewhere = join(base, `elsewhere-${blobHash(bytes).slice(0, 8)}`);
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, MARKER_FILE), JSON.stringify({ format: 1, id: keys.providerId.split(':')[1] }));
  mustOk(await folderProvider(elsewhere, keys).store({ bytes, replaces: undefined, joined: [] }), 'stored');
  const [name] = readdirSync(elsewhere).filter((each) => each.endsWith('.blob'));
  if (name === undefined) throw new Error('no blob');
  return [name];
};
