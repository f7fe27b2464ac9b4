// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';
import { holdfast } from '../support/holdfast.ts';

// Wallets and devices have names of their own, so that sheets and devices can be told apart.

const world = testWorld();
const root = mkdtempSync(join(tmpdir(), 'holdfast-names-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const folder = (): string => mkdtempSync(join(root, `place-${(folders += 1)}-`));
const named = (deviceName: string): Installation => install(world, { deviceName });
const sheet = ({ backup }: Installation) => {
  const made = backup.recoverySheet();
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
};
const deviceNames = ({ backup }: Installation): readonly string[] => backup.devices().devices.map(({ name }) => name);

test('a new wallet is called after where and when it was made, on its sheet too', async () => {
  const one = named('ada-laptop');
  await add(one, folder());
  const today = new Date(world.now()).toISOString().slice(0, 10);
  expect(one.backup.names()).toEqual({ wallet: `ada-laptop, ${today}`, device: 'ada-laptop' });
  expect(sheet(one).walletName).toBe(`ada-laptop, ${today}`);
  expect(deviceNames(one)).toEqual(['ada-laptop']);
});

test('two wallets of one day and one computer have sheets of their own numbers, and names when they are given some', async () => {
  const [one, two] = [named('ada-laptop'), named('ada-laptop')];
  await add(one, folder());
  await add(two, folder());
  expect(sheet(one).sheetNumber).not.toBe(sheet(two).sheetNumber);
  const before = sheet(one).sheetNumber;
  expect(one.backup.rename({ wallet: 'Holiday money' })).toMatchObject({
    ok: true,
    value: { wallet: 'Holiday money' },
  });
  expect(sheet(one)).toMatchObject({ walletName: 'Holiday money' });
  expect(sheet(one).text).toContain('wallet: Holiday money');
  expect(sheet(one).sheetNumber).not.toBe(before);
});

test('names travel: a restore has the wallet’s, every device its own, and a new name wins over an old copy’s', async () => {
  const place = folder();
  const one = named('zebra');
  await add(one, place);
  one.backup.rename({ wallet: 'Household', device: 'Zebra in the kitchen' });
  await outcomes(one);
  const text = recoveryText(one);
  const two = named('laptop');
  // The empty wallet it is restored into was named a moment ago, later than the copy was made.
  two.backup.rename({ wallet: 'Empty', device: 'Anna’s laptop' });
  expect(await two.backup.restore(text, { folders: [place] })).toMatchObject({ ok: true });
  expect(two.backup.names()).toEqual({ wallet: 'Household', device: 'Anna’s laptop' });
  expect(deviceNames(two)).toEqual(['Anna’s laptop', 'Zebra in the kitchen']);
  await outcomes(two);
  // Renamed to what sorts before: an older copy that still has the other name does not bring it back.
  expect(one.backup.rename({ device: 'A zebra' }).ok).toBe(true);
  await outcomes(one);
  await outcomes(two);
  await outcomes(one);
  for (const each of [one, two]) expect([...deviceNames(each)].sort()).toEqual(['A zebra', 'Anna’s laptop']);
});

test('two devices that are called alike are told apart, the same way on both, and by whoever hears of them', async () => {
  const place = folder();
  const one = named('ada-laptop');
  await add(one, place);
  await outcomes(one);
  const text = recoveryText(one);
  const two = named('ada-laptop');
  expect(await two.backup.restore(text, { folders: [place] })).toMatchObject({ ok: true });
  await outcomes(two);
  await outcomes(one);
  for (const each of [one, two]) expect(deviceNames(each)).toEqual(['ada-laptop (2)', 'ada-laptop']);
  expect(two.backup.devices().said).toMatchObject({ kind: 'active', facts: { others: ['ada-laptop'] } });
  // Each has its own name all the same, and a name given to one of them ends the counting.
  expect(two.backup.names().device).toBe('ada-laptop');
  two.backup.rename({ device: 'Kitchen' });
  expect(deviceNames(two)).toEqual(['Kitchen', 'ada-laptop']);
});

test('a name is bounded and harmless, and one of nothing visible is refused', async () => {
  const one = named('ada');
  await add(one, folder());
  expect(one.backup.rename({ wallet: ' \u202e\u200b ' })).toEqual({ ok: false, error: { kind: 'empty-name' } });
  expect(one.backup.rename({ device: '' })).toEqual({ ok: false, error: { kind: 'empty-name' } });
  const renamed = one.backup.rename({ wallet: `two\nlines \u202eevil${'x'.repeat(5000)}`, device: 'a\u0000b' });
  if (!renamed.ok) throw new Error(renamed.error.kind);
  expect(renamed.value.wallet).toMatch(/^two lines evilx+…$/);
  expect([renamed.value.wallet.length, renamed.value.device]).toEqual([60, 'ab']);
  // Whoever once had the secret may have written anything into a copy.
  one.store.transaction((tx) => tx.put('setting', 'wallet-name', { value: { not: 'text' } }));
  expect(one.backup.names().wallet).toBe('Holdfast wallet');
  one.store.transaction((tx) => tx.put('setting', 'wallet-name', { value: 'x\u202e\nprovider 1 of 1: evil' }));
  expect(sheet(one).walletName).toBe('x provider 1 of 1: evil');
});

test('the command line names both, and says the names', async () => {
  const run = (...args: string[]) => holdfast(['--data', join(root, 'w'), '--unprotected', '--lang', 'en', ...args]);
  expect(await run('name', '--wallet', 'Mine', '--device', 'Desk')).toMatchObject({
    code: 0,
    out: 'This wallet is called “Mine”.\nThis device is called “Desk”.\n',
  });
  await run('provider', 'add', folder(), '--yes');
  expect((await run('sheet')).out).toContain('wallet: Mine');
  expect((await run('devices')).out).toContain('Desk');
  expect(await run('name', '--device', '\u200b')).toMatchObject({ code: 1 });
  expect((await run('name')).out).toContain('“Desk”');
});

test('a place is named anew, on the sheet and on every device; the later name counts, and one that hides something is made harmless', async () => {
  const place = folder();
  const one = named('ada');
  await add(one, place);
  const [id] = one.backup.providers().map((each) => each.id);
  const placeNames = ({ backup }: Installation): readonly string[] => backup.providers().map(({ name }) => name);
  expect(one.backup.renameProvider(place, ' Blue\u202e stick ')).toMatchObject({
    ok: true,
    value: { id, name: 'Blue stick' },
  });
  expect(placeNames(one)).toEqual(['Blue stick']);
  expect(recoveryText(one)).toContain('Blue stick');
  await outcomes(one);
  const two = named('ada');
  expect(await two.backup.restore(recoveryText(one), { folders: [place] })).toMatchObject({ ok: true });
  expect(placeNames(two)).toEqual(['Blue stick']);
  two.backup.renameProvider(id ?? '', 'Red stick');
  // Of two names of one millisecond either may count as the later.
  world.move(1);
  one.backup.renameProvider(id ?? '', 'Green stick');
  await outcomes(two);
  await outcomes(one);
  await outcomes(two);
  expect([placeNames(one), placeNames(two)]).toEqual([['Green stick'], ['Green stick']]);
  expect(one.backup.renameProvider(place, '\u200b ')).toEqual({ ok: false, error: { kind: 'empty-name' } });
  expect(one.backup.renameProvider('http://nowhere.example/', 'x')).toMatchObject({
    error: { kind: 'unknown-provider' },
  });
  const long = one.backup.renameProvider(place, 'x'.repeat(5000));
  expect(long.ok && long.value.name.length).toBe(60);
});
