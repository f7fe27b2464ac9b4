// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { upload } from '../../electron/taler/sync.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { content, devicesLab, note } from './devices-lab.ts';

// A place that shows two devices different states: each is served its own past, and neither can tell by this place alone.

const { world, sandbox, url } = await devicesLab();

const keysOf = ({ store }: Installation, at: number) => accountKeys(store.local.rootSecret() ?? expect.fail(), url(at));
const heldAt = (one: Installation, at: number) => {
  const account = sandbox.syncProviders[at]?.account(bytesToCrock(keysOf(one, at).publicKey));
  return { bytes: new Uint8Array(account?.bytes ?? []), hash: account?.hash ?? expect.fail() };
};
/** The place goes back to what it held, as if nobody had stored anything since. */
const rewind = async (one: Installation, at: number, bytes: Uint8Array): Promise<void> => {
  const account = { baseUrl: url(at), accountPriv: openSecret(keysOf(one, at).seed), oldHash: heldAt(one, at).hash };
  expect(await upload(world, { ...account, bytes })).toMatchObject({ ok: true, value: { kind: 'stored' } });
};
const notesOf = ({ backup }: Installation, at: number): readonly string[] =>
  (backup.providers().find(({ id }) => id === url(at))?.notes ?? []).map(({ kind }) => kind);

/** A wallet at two places, and a second device that has stored a change at both. */
const twoDevices = async () => {
  const one = install(world);
  await add(one, url(0));
  await add(one, url(1));
  await outcomes(one);
  await outcomes(one);
  const before = heldAt(one, 0);
  const two = install(world);
  mustOk(await two.backup.restore(recoveryText(one)), 'restored');
  note(two, 'tea', 'green');
  await outcomes(two, url(0));
  await outcomes(two, url(1));
  return { one, two, before };
};

describe('a place that shows each device its own past', () => {
  it('is named by a device that stands still, as soon as an honest place tells of it', async () => {
    const { one, before } = await twoDevices();
    await rewind(one, 0, before.bytes);
    await outcomes(one, url(1));
    await outcomes(one, url(0));
    expect(notesOf(one, 0)).toEqual(['found-old-copy']);
    expect(notesOf(one, 1)).toEqual([]);
  });

  it('is named by the active device, whose next copy it takes as if nobody had been there since', async () => {
    const { one, two } = await twoDevices();
    const seen = heldAt(two, 0);
    note(one, 'late', 'money');
    await outcomes(one, url(0));
    await outcomes(one, url(1));
    expect(heldAt(two, 0).hash).not.toBe(seen.hash);
    await rewind(two, 0, seen.bytes);
    await outcomes(two, url(1));
    await outcomes(two, url(0));
    expect(notesOf(two, 0)).toEqual(['found-old-copy']);
    // It was told, and it holds everything again.
    await outcomes(two, url(0));
    expect(notesOf(two, 0)).toEqual([]);
  });

  it('is named by a restore', async () => {
    const { one, two, before } = await twoDevices();
    await rewind(one, 0, before.bytes);
    const three = install(world);
    const report = mustOk(await three.backup.restore(recoveryText(two)), 'restored');
    const notes = new Map(report.sources.map((source) => [source.provider, source.notes.map(({ kind }) => kind)]));
    expect([notes.get(url(0)), notes.get(url(1))]).toEqual([['behind-itself'], []]);
  });

  it('honest places are not named, and copies come to rest', async () => {
    const { one, two } = await twoDevices();
    for (let round = 0; round < 2; round += 1)
      for (const device of [one, two]) for (const at of [1, 0]) await outcomes(device, url(at));
    expect(content(one)).toBe(content(two));
    for (const device of [one, two])
      for (const at of [0, 1]) {
        expect(await outcomes(device, url(at))).toEqual(['unchanged']);
        expect(notesOf(device, at)).toEqual([]);
      }
  });
});
