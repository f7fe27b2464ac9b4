// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { canLeave, goneName, shelfOf } from '../../electron/state/gone.ts';
import { packEntries } from '../../electron/backup/copies/pack.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';
import { openProvider } from '../../electron/backup/providers/kinds.ts';
import { takeOver } from './takeover-lab.ts';

// Whoever once had the secret writes a copy that says of everything "has left for good". Heard before the honest copy, nothing tells that
// these names are worth something: the entries tell when they come.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

const saysGone = (entries: readonly CarriedEntry[]): readonly CarriedEntry[] => {
  const shelves = new Map<string, { seeds: Record<string, 1>; entries: Record<string, 1> }>();
  const shelf = (id: string) => {
    const at = shelfOf(id);
    const there = shelves.get(at) ?? { seeds: {}, entries: {} };
    shelves.set(at, there);
    return there;
  };
  for (const { kind, id, value } of entries) {
    if (!canLeave(kind)) continue;
    if (kind === 'refresh') shelf(id).seeds[id] = 1;
    else if (kind === 'withdrawal') {
      shelf(id).entries[goneName(kind, id)] = 1;
      for (const seed of Object.keys((value as { batches: object }).batches)) shelf(seed).seeds[seed] = 1;
    } else if (kind !== 'coin') shelf(id).entries[goneName(kind, id)] = 1;
  }
  const clock =
    entries
      .map((each) => each.clock)
      .sort()
      .at(-1) ?? '';
  return [...shelves].map(([id, value]) => ({ kind: 'gone', id, clock, value }));
};

const hear = ({ store }: ReturnType<typeof install>, entries: readonly CarriedEntry[]): void =>
  void store.transaction((tx) => tx.join(mustOk(contentFromJson(contentToJson(entries)), 'content')));

/** A wallet with money and two places, in the first of which somebody who once had the secret says that all of it has left. */
const poisoned = async () => {
  const owner = install(world);
  await withdraw(owner, sandbox, 'KUDOS:9');
  const [bad, good] = sandbox.syncProviders;
  if (!bad || !good) throw new Error('two places');
  await add(owner, bad.baseUrl);
  await add(owner, good.baseUrl);
  await outcomes(owner);
  await outcomes(owner);
  const root = owner.store.local.rootSecret();
  if (!root) throw new Error('no secret');
  const all = owner.store.snapshot();
  const kept = all.filter(({ kind }) => !canLeave(kind) && kind !== 'gone');
  const content = [...kept, ...saysGone(all)];
  const keys = accountKeys(root, bad.baseUrl);
  const sealed = mustOk(await packEntries({ world, sealer: inlineSealer() }, keys, content, 0), 'sealed');
  const opened = openProvider(world, root, bad.baseUrl, {}, undefined);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const there = mustOk(await opened.provider.fetch(), 'fetched');
  if (there.kind !== 'blob') throw new Error(there.kind);
  const written = { bytes: sealed.bytes, replaces: there.hash, joined: [there.hash] };
  expect(mustOk(await opened.provider.store(written), 'stored')).toMatchObject({ kind: 'stored' });
  return { had: total(owner), sheet: recoveryText(owner), good };
};

it('two devices: what came in the other order is the same in the end, and an old copy of the names changes nothing', async () => {
  const owner = install(world);
  await withdraw(owner, sandbox, 'KUDOS:9');
  const honest = owner.store.snapshot();
  const names = saysGone(honest);
  const [inOrder, late] = [install(world), install(world)];
  for (const copy of [honest, names]) hear(inOrder, copy);
  for (const copy of [names, honest]) hear(late, copy);
  expect([total(inOrder), total(late)]).toEqual([total(owner), total(owner)]);
  expect(contentToJson(late.store.snapshot())).toBe(contentToJson(inOrder.store.snapshot()));
  for (const copy of [names, honest, names]) hear(late, copy);
  expect(contentToJson(late.store.snapshot())).toBe(contentToJson(inOrder.store.snapshot()));
});

it('a restore: the place with the names answers, the honest one comes later', async () => {
  const { had, sheet, good } = await poisoned();
  good.faults.always({}, { status: 503 });
  const restored = install(world);
  mustOk(await world.hurry(restored.backup.restore(sheet)), 'restored');
  expect(total(restored)).toBe('');
  good.faults.assertAllHappened();
  good.faults.clear();
  world.move(6 * 3_600_000);
  await world.hurry(outcomes(restored));
  expect(total(restored)).toBe(had);
  world.move(6 * 3_600_000);
  expect(await world.hurry(outcomes(restored))).toEqual(['unchanged', 'unchanged']);
  const again = install(world);
  mustOk(await world.hurry(again.backup.restore(sheet)), 'restored again');
  expect(total(again)).toBe(had);
});

it('a takeover: both places answer, one of them with the names', async () => {
  const { sheet } = await poisoned();
  const mine = install(world);
  await withdraw(mine, sandbox, 'KUDOS:2');
  mustOk(await takeOver(mine, { recoveryText: sheet, evenIfNotAbandoned: true }), 'taken over');
  expect(Number(total(mine).slice('KUDOS:'.length))).toBeGreaterThan(10);
});
