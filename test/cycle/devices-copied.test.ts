// SPDX-License-Identifier: GPL-3.0-or-later
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { add, install, outcomes, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, devicesLab, note, standing } from './devices-lab.ts';

const { world, sandbox, url } = await devicesLab();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('a copied data directory', () => {
  const directory = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'holdfast-clone-'));
    folders.push(made);
    return made;
  };
  /** What a person does who copies the folder of the closed wallet to another machine. */
  const clone = async (one: Installation, from: string): Promise<string> => {
    await one.backup.close();
    one.store.close();
    const to = directory();
    for (const name of ['wallet.db', 'wallet.db-wal', 'wallet.db-shm'])
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
    return to;
  };

  it('is noticed by whoever hears the other first: it gets a new id, and exactly one of them stays active', async () => {
    const home = directory();
    const original = install(world, { path: join(home, 'wallet.db') });
    await withdraw(original, sandbox, 'KUDOS:4');
    await add(original, url(0));
    await outcomes(original);
    const away = await clone(original, home);
    const [one, two] = [
      install(world, { path: join(home, 'wallet.db') }),
      install(world, { path: join(away, 'wallet.db') }),
    ];
    const id = one.store.deviceId();
    expect(two.store.deviceId()).toBe(id);
    note(one, 'a', 'from the one');
    await outcomes(one);
    // Written later than the other's, so that comparing clocks alone would not tell.
    world.move(1000);
    note(two, 'b', 'from the copy');
    await outcomes(two);
    expect(two.store.deviceId()).not.toBe(id);
    expect(two.store.entry('device', id)?.value.status).toBe('taken-over');
    await outcomes(one);
    expect([standing(one), standing(two)]).toEqual(['taken-over', 'active']);
    expect(one.backup.status().safety.said).toMatchObject([{ facts: { standing: { kind: 'taken-over' } } }]);
    for (const device of [two, one]) await outcomes(device);
    expect(content(one)).toBe(content(two));
    expect(one.store.entry('setting', 'b')?.value.value).toBe('from the copy');
    expect(two.store.entry('setting', 'a')?.value.value).toBe('from the one');
  });

  it('a wallet that only hears itself keeps its id, also after restarts and lost answers', async () => {
    const home = directory();
    let one = install(world, { path: join(home, 'wallet.db') });
    await add(one, url(0));
    const id = one.store.deviceId();
    for (let round = 0; round < 4; round += 1) {
      note(one, 'round', String(round));
      const provider = sandbox.syncProviders[0];
      provider?.faults.once({ method: 'POST', path: '/backups/' }, { closeConnection: true, afterHandling: true });
      await outcomes(one);
      await one.backup.close();
      one.store.close();
      one = install(world, { path: join(home, 'wallet.db') });
      await outcomes(one);
      await outcomes(one);
    }
    expect(one.store.deviceId()).toBe(id);
    expect(one.store.entries('device')).toHaveLength(1);
  });
});
