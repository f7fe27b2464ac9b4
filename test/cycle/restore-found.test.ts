// SPDX-License-Identifier: GPL-3.0-or-later
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';

const world = testWorld();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-found-'));
  folders.push(made);
  return made;
};
const blobs = (directory: string): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.blob'))
    .sort();
const note = ({ store }: Installation, id: string, value: string): void =>
  store.transaction((tx) => tx.put('setting', id, { value }));
const restored = async (text: string, directory: string): Promise<Installation> => {
  const made = install(world);
  expect(await made.backup.restore(text, { folders: [directory] })).toMatchObject({ ok: true });
  return made;
};

describe('what a restore finds in a folder', () => {
  it('a copy that a lost device wrote and another one has overtaken is joined too', async () => {
    const stick = folder();
    const one = install(world);
    await add(one, stick);
    const text = recoveryText(one);
    const away = folder();
    cpSync(stick, away, { recursive: true });
    const before = new Set(blobs(away));
    const two = await restored(text, away);
    note(two, 'of-the-lost-device', 'kept');
    await outcomes(two);
    const lost =
      blobs(away)
        .filter((name) => !before.has(name))
        .at(-1) ?? '';
    // The other device goes on with its own folder, and both are synced afterwards.
    for (const value of ['a', 'b', 'c', 'd', 'e']) {
      note(one, 'of-the-other', value);
      await outcomes(one);
    }
    copyFileSync(join(away, lost), join(stick, lost));
    expect(blobs(stick).indexOf(lost)).toBeLessThan(blobs(stick).length - 1);
    // Only the last three count; what lies below them was overtaken long ago.
    for (const name of blobs(stick)
      .filter((each) => each !== lost)
      .slice(0, -2))
      rmSync(join(stick, name));

    const three = await restored(text, stick);
    expect(three.store.entry('setting', 'of-the-lost-device')?.value.value).toBe('kept');
    expect(three.store.entry('setting', 'of-the-other')?.value.value).toBe('e');
  });

  it('the next blob is never smaller than the one that was found', async () => {
    const stick = folder();
    const one = install(world);
    await add(one, stick);
    note(one, 'large', bytesToHex(world.randomBytes(100_000)));
    await outcomes(one);
    note(one, 'large', '');
    await outcomes(one);
    const sizes = (): readonly number[] => blobs(stick).map((name) => statSync(join(stick, name)).size);
    const found = sizes().at(-1) ?? 0;
    expect(found).toBeGreaterThan(2 ** 17);
    const last = blobs(stick).at(-1);
    await restored(recoveryText(one), stick);
    expect(blobs(stick).at(-1)).not.toBe(last);
    expect(sizes().at(-1)).toBe(found);
  });
});
