// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import type { RestoreProgressView } from '../../shared/view-restore.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';

// Whoever restores sees what is there as it comes, and one place or issuer that hangs keeps nothing from them.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

const place = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const issuer = (): string => sandbox.exchanges[0]?.baseUrl ?? '';

/** The same world, in which nothing is ever heard of an address. */
const hangingAt = (isHanging: (url: string) => boolean): World => ({
  ...world,
  http: (url, init) => (isHanging(String(url)) ? new Promise(() => undefined) : world.http(url, init)),
});

/** Restores on a device of that world, and notes what was shown meanwhile. */
const restored = async (on: World, text: string) => {
  const seen: RestoreProgressView[] = [];
  const sums: string[] = [];
  const device = install(on, {
    onProgress: () => {
      const now = device.backup.restoring();
      if (now === undefined) return;
      seen.push(now);
      if (now.joined) sums.push(total(device));
    },
  });
  const report = await world.hurry(device.backup.restore(text));
  if (!report.ok) throw new Error(report.error.kind);
  return { device, seen, sums, report: report.value };
};

const one = async () => {
  const first = install(world);
  await withdraw(first, sandbox, 'KUDOS:5');
  expect(await add(first, place(0))).toBe('stored');
  expect(await add(first, place(1))).toBe('stored');
  return first;
};

test('places are shown as they answer, then the money, then how many of its coins are checked', async () => {
  const first = await one();
  const { device, seen, sums, report } = await restored(world, recoveryText(first));
  expect(seen.map(({ places }) => places.map(({ answer }) => answer ?? 'asking'))).toEqual(
    expect.arrayContaining([
      ['asking', 'asking'],
      ['found', 'found'],
    ]),
  );
  expect(seen.some(({ places }) => places.filter(({ answer }) => answer === 'found').length === 1)).toBe(true);
  expect(sums[0]).toBe(total(first));
  expect(seen.at(-1)?.issuers).toEqual([
    { exchange: issuer(), checked: report.coinsChecked, of: report.coinsChecked, state: 'done' },
  ]);
  expect(report.coinsChecked).toBeGreaterThan(0);
  expect(device.backup.restoring()).toBeUndefined();
});

test('an issuer that hangs is named after a while, and its money is here; it is asked again later', async () => {
  const first = await one();
  const from = world.now();
  const { device, seen, report } = await restored(
    hangingAt((url) => url.startsWith(issuer())),
    recoveryText(first),
  );
  expect(world.now() - from).toBeLessThan(60_000);
  expect(report.exchangesSilent).toEqual([issuer()]);
  expect(report.coinsChecked).toBe(0);
  expect(total(device)).toBe(total(first));
  expect(seen.at(-1)?.issuers).toMatchObject([{ exchange: issuer(), checked: 0, state: 'silent' }]);
  expect(device.store.local.mark('audit-due')).toBeGreaterThan(world.now());
});

test('an issuer that falls silent in the middle of it is not waited for either; what it said before counts', async () => {
  const first = await one();
  let answers = 3;
  const { report } = await restored(
    hangingAt((url) => url.startsWith(issuer()) && /coins\//.test(url) && (answers -= 1) < 0),
    recoveryText(first),
  );
  expect(report.coinsChecked).toBe(3);
  expect(report.exchangesSilent).toEqual([issuer()]);
});

test('a place that hangs is shown as not heard of, while the money of the other is here', async () => {
  const first = await one();
  const { seen, sums, report } = await restored(
    hangingAt((url) => url.startsWith(place(1))),
    recoveryText(first),
  );
  const told = ({ places }: RestoreProgressView): readonly unknown[] =>
    [place(0), place(1)].map((url) => places.find(({ provider }) => provider === url)?.answer);
  expect(seen.map(told)).toContainEqual(['found', undefined]);
  expect(sums[0]).toBe(total(first));
  const answers = new Map(report.sources.map(({ provider, answer }) => [provider, answer]));
  expect([place(0), place(1)].map((url) => answers.get(url))).toEqual(['found', 'silent']);
});

test('a takeover does not wait for a place of ours that hangs, as long as another one of ours has a copy', async () => {
  const theirs = await one();
  const ours = hangingAt((url) => isStuck && url.startsWith(place(1)));
  let isStuck = false;
  const here = install(ours);
  await withdraw(here, sandbox, 'KUDOS:3');
  await add(here, place(0));
  await add(here, place(1));
  isStuck = true;
  const from = world.now();
  const request = { recoveryText: recoveryText(theirs), evenIfNotAbandoned: true };
  const asked = await world.hurry(here.backup.takeover(request));
  if (asked.ok || asked.error.kind !== 'takeover-asks') throw new Error('it asks what it may cost');
  const taken = await world.hurry(here.backup.takeover({ ...request, agreedFees: asked.error.fees }));
  expect(taken).toMatchObject({ ok: true, value: { how: 'joined' } });
  expect(world.now() - from).toBeLessThan(120_000);
});

test('is stopped while its places are asked, with nothing changed, and begun again', async () => {
  const first = await one();
  let isHanging = true;
  const device = install(hangingAt((url) => isHanging && (url.startsWith(place(0)) || url.startsWith(place(1)))));
  const before = JSON.stringify(device.store.snapshot());
  const running = device.backup.restore(recoveryText(first));
  await expect.poll(() => device.backup.restoring()?.places.length).toBe(2);
  device.backup.stopRestore();
  expect(await running).toMatchObject({ ok: false, error: { kind: 'restore-stopped' } });
  expect([device.backup.restoring(), device.backup.state()]).toEqual([undefined, 'uninitialized']);
  expect(JSON.stringify(device.store.snapshot())).toBe(before);
  isHanging = false;
  expect((await world.hurry(device.backup.restore(recoveryText(first)))).ok).toBe(true);
  expect(total(device)).toBe(total(first));
});
