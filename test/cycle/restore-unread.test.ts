// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { add, install, recoveryText, testWorld } from '../support/backup-rig.ts';

const world = testWorld();
const top = mkdtempSync(join(tmpdir(), 'holdfast-unread-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

it('a place that was silent in a restore is no copy, and nothing is green before it was read', async () => {
  const [near, away] = ['near', 'away'].map((name) => mkdtempSync(join(top, name))) as [string, string];
  const one = install(world);
  await add(one, near);
  await add(one, away);
  const text = recoveryText(one);
  renameSync(away, `${away}-unplugged`);
  const two = install(world);
  expect(await two.backup.restore(text, { folders: [near] })).toMatchObject({ ok: true });
  const { safety } = two.backup.status();
  expect(safety).toMatchObject({ state: 'at-risk', said: [{ kind: 'unread' }] });
  const places = () => two.backup.providers().map(({ unread, upToDate }) => [unread === true, upToDate]);
  expect(new Set(places().map(String))).toEqual(new Set(['false,true', 'true,false']));

  renameSync(`${away}-unplugged`, away);
  await add(two, away);
  await two.backup.cycle();
  expect(places()).toEqual([
    [false, true],
    [false, true],
  ]);
  expect(two.backup.status().safety.state).toBe('protected');
});
