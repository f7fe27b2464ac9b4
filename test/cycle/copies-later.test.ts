// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepWithinCopy, namedHere } from '../../electron/backup/cycle/named-in-copies.ts';
import { packEntries } from '../../electron/backup/copies/pack.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { askableProviders, putAccess } from '../../electron/backup/providers/known.ts';
import { openProvider } from '../../electron/backup/providers/kinds.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { exchangeId, type CarriedEntry } from '../../electron/state/entry.ts';
import { merge } from '../../electron/state/merge.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { takeoverLab } from './takeover-lab.ts';
import { COPIES, webLab } from './web-lab.ts';

// Whoever has the secret goes on writing copies. One that comes after the restore, or with another one, leads no further than the first.

const lab = await takeoverLab();
const { world, sandbox } = lab;
const { onTheWeb, owner } = webLab(lab);
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
const DAYS_MS = 48 * 3_600_000;

/** Nothing is worth anything there; but a transfer that comes late is looked for. */
const useExchange = async ({ wallet }: Installation): Promise<void> => {
  mustOk(await wallet.addExchange(exchange), 'exchange');
  const { id } = mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:4' }), 'withdrawal');
  mustOk(await wallet.abort(id), 'given up');
};
const nothing = async (): Promise<void> => undefined;

const runLong = async ({ wallet, backup }: Installation): Promise<void> => {
  await backup.run();
  await wallet.run();
  world.move(DAYS_MS);
  await wallet.run();
};

/** Writes entries into the copy on the web, as whoever has the secret of `one` can. */
const writeThere = async (one: Installation, more: readonly CarriedEntry[]): Promise<void> => {
  const root = one.store.local.rootSecret();
  if (!root) throw new Error('no secret');
  const opened = openProvider(onTheWeb().world, root, COPIES, {}, undefined);
  if (opened.kind !== 'open') throw new Error('not open');
  const there = mustOk(await opened.provider.fetch(), 'fetched');
  if (there.kind !== 'blob') throw new Error(there.kind);
  const all = merge(one.store.snapshot(), more);
  const parts = { world, sealer: inlineSealer() };
  const { bytes } = mustOk(await packEntries(parts, accountKeys(root, COPIES), all, 0), 'sealed');
  const stored = await opened.provider.store({ bytes, replaces: there.hash, joined: [there.hash] });
  expect(stored).toMatchObject({ ok: true, value: { kind: 'stored' } });
};

it('an issuer inside that one sheet named stays unasked after another sheet was restored', async () => {
  const first = recoveryText(await owner(useExchange));
  const second = recoveryText(await owner(nothing));
  const web = onTheWeb();
  const two = install(web.world);
  mustOk(await two.backup.restore(first), 'first restore');
  mustOk(await two.backup.abandon(), 'left');
  mustOk(await two.backup.restore(second), 'second restore');
  await runLong(two);
  expect(web.inside).toEqual([]);
});

it('a copy that comes after the restore leads to no issuer inside, and its person is asked for it', async () => {
  const web = onTheWeb();
  const two = install(web.world);
  mustOk(await two.backup.restore(recoveryText(await owner(nothing))), 'restore');
  const evil = install(world);
  await useExchange(evil);
  const more = evil.store.snapshot().filter(({ kind }) => ['exchange', 'withdrawal', 'reserve'].includes(kind));
  await writeThere(two, more);
  mustOk(two.backup.rename({ device: 'mine' }), 'renamed');
  expect(await outcomes(two)).toEqual(['stored']);
  await runLong(two);
  expect(web.inside).toEqual([]);
  expect(two.store.entries('exchange').map(({ value }) => value.base_url)).toEqual([exchange]);
  const asks = { ok: false, error: { kind: 'unknown-exchange', exchange } };
  expect(await two.wallet.withdrawManual({ exchange, amount: 'KUDOS:1' })).toMatchObject(asks);
  mustOk(await two.wallet.addExchange(exchange), 'exchange');
  await runLong(two);
  expect(web.inside.length).toBeGreaterThan(0);
});

it('an issuer that the person of this device uses goes on, whatever copies say of it', async () => {
  const one = await owner(useExchange);
  await writeThere(one, []);
  mustOk(one.backup.rename({ device: 'mine' }), 'renamed');
  expect(await outcomes(one)).toEqual(['stored']);
  mustOk(await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:1' }), 'withdrawal');
});

const ISSUER = 'http://192.168.0.9/';
const DAV = 'holdfast+webdav:AAAAAAAAAAAAAAAAAAAAAAAAAA';
const access = (address: string) => ({ kind: 'webdav', address, answers: {} });

/** A wallet with a place on the web hears a copy from it or from a folder, in which issuer and place are inside. */
const heard = async (from: string, directory?: string): Promise<readonly (readonly string[])[]> => {
  const there = install(world);
  const here = await owner(nothing);
  here.store.transaction((tx) => {
    tx.put('provider', DAV, { name: 'dav', provider_kind: 'webdav', removed: false });
    putAccess(tx, DAV, access('https://dav.example/'));
  });
  world.move(1_000);
  there.store.transaction((tx) => {
    const master = bytesToCrock(world.randomBytes(32));
    const fields = { base_url: ISSUER, master_pub: master, currency: 'KUDOS', fields: {} };
    tx.put('exchange', exchangeId(ISSUER, master), fields);
    // The place's own entry need not be in the copy for its address to be.
    tx.put('setting', `provider-access ${DAV}`, { value: access('http://192.168.0.1/') });
  });
  const entries = there.store.snapshot();
  here.store.transaction((tx) => {
    const before = namedHere(tx);
    tx.join(entries);
    const ways = directory === undefined ? {} : { directory };
    keepWithinCopy(tx, { url: from, ways, copy: { entries } }, before);
  });
  return [here.store.local.mark('unconfirmed') ?? [], askableProviders(here.store).map(({ id }) => id)];
};

it('a copy on the web moves no place inside; one in a folder of this computer may', async () => {
  expect(await heard(COPIES)).toEqual([[DAV, ISSUER], [COPIES]]);
  expect(await heard('holdfast+folder:X', '/media/x')).toEqual([[], [DAV, COPIES]]);
});

it('copies that come one by one name no more issuers than one would', async () => {
  const { store } = install(world);
  const hear = (numbers: readonly number[]): void =>
    store.transaction((tx) => {
      const here = namedHere(tx);
      const entries = numbers.map((each): CarriedEntry => {
        const [base_url, master_pub] = [`https://made-up-${each}.example/`, bytesToCrock(world.randomBytes(32))];
        const value = { base_url, master_pub, currency: 'KUDOS', fields: {} };
        return { kind: 'exchange', id: exchangeId(base_url, master_pub), clock: tx.clock(), value };
      });
      tx.join(entries);
      keepWithinCopy(tx, { url: COPIES, ways: {}, copy: { entries } }, here);
    });
  const numbers = Array.from({ length: 15 }, (_, at) => at);
  hear(numbers);
  expect(store.local.mark('unconfirmed')).toBeUndefined();
  hear(numbers.map((at) => at + 15));
  expect(store.local.mark('unconfirmed')).toHaveLength(10);
});

it('a place inside stays barred, whatever stands in its address', async () => {
  const web = onTheWeb();
  const two = install(web.world);
  mustOk(await two.backup.restore(recoveryText(await owner(nothing))), 'restore');
  const value = { name: 'mine', provider_kind: 'sync', removed: false };
  const clock = two.store.entries('provider')[0]?.clock ?? '';
  const ids = ['http://127.0.0.1:9/a b/', 'http://127.0.0.1:9/"\n,/'];
  await writeThere(
    two,
    ids.map((id): CarriedEntry => ({ kind: 'provider', id, clock, value })),
  );
  mustOk(two.backup.rename({ device: 'mine' }), 'renamed');
  await outcomes(two);
  expect(two.store.entries('provider').map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(two.store.local.mark('unconfirmed')).toEqual(expect.arrayContaining(ids));
  await runLong(two);
  expect(web.inside).toEqual([]);
});

describe('what a stranger named on the web, in a folder that its own wallet fills', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdfast-laundry-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Issuer, place and shop inside, as whoever has the secret writes them into the copy on the web. */
  const attack = async (one: Installation, more: readonly CarriedEntry[] = []): Promise<void> => {
    const evil = install(world);
    await useExchange(evil);
    const kinds = ['exchange', 'withdrawal', 'reserve'];
    await writeThere(one, [...evil.store.snapshot().filter(({ kind }) => kinds.includes(kind)), ...more]);
    mustOk(one.backup.rename({ device: 'mine' }), 'renamed');
    expect(await outcomes(one)).toEqual(['stored', 'stored']);
    expect(one.store.local.mark('unconfirmed')).toContain(exchange);
  };
  const withFolder = async (begun: (one: Installation) => Promise<void>): Promise<Installation> => {
    const one = await owner(begun);
    expect(await add(one, folder)).toBe('stored');
    return one;
  };
  const restored = async (one: Installation, text = recoveryText(one)) => {
    const web = onTheWeb();
    const two = install(web.world);
    mustOk(await two.backup.restore(text, { folders: [folder] }), 'restore');
    return { web, two };
  };
  const byFolderAlone = (one: Installation): string =>
    recoveryText(one)
      .split('\n')
      .filter((line) => !line.includes(COPIES))
      .map((line) => line.replace(/^provider \d of \d/, 'provider 1 of 1'))
      .join('\n');

  it('chosen meanwhile by its person it is asked after a restore by the folder', async () => {
    const one = await withFolder(nothing);
    await attack(one);
    mustOk(await one.wallet.addExchange(exchange), 'named by its person');
    mustOk(one.backup.rename({ device: 'mine now' }), 'renamed');
    await outcomes(one);
    const { web, two } = await restored(one, byFolderAlone(one));
    await runLong(two);
    expect(web.inside).toContain(new URL(exchange).origin);
  });

  it.each(['both', 'the folder alone'])('leads a restore from %s nowhere inside', async (which) => {
    const one = await withFolder(nothing);
    await attack(one);
    const { web, two } = await restored(one, which === 'both' ? undefined : byFolderAlone(one));
    await runLong(two);
    expect(web.inside).toEqual([]);
    expect(two.store.local.mark('unconfirmed')).toContain(exchange);
    mustOk(await two.wallet.addExchange(exchange), 'named by its person');
    expect(web.inside.length).toBeGreaterThan(0);
  });

  it('leads a device that hears the folder first nowhere inside', async () => {
    const one = await withFolder(nothing);
    const { web, two } = await restored(one, byFolderAlone(one));
    await attack(one);
    mustOk(two.backup.rename({ device: 'other' }), 'renamed');
    const [id] = two.backup.providers().filter(({ kind }) => kind === 'folder');
    expect(await outcomes(two, id?.id)).toEqual(['stored']);
    await runLong(two);
    expect(web.inside).toEqual([]);
    expect(two.store.local.mark('unconfirmed')).toContain(exchange);
  });

  it('gets onto no sheet, whose places are their person’s', async () => {
    const one = await withFolder(nothing);
    const value = { name: 'inside', provider_kind: 'sync', removed: false };
    const clock = one.store.entries('provider')[0]?.clock ?? '';
    await attack(one, [{ kind: 'provider', id: 'http://127.0.0.1:9/', clock, value }]);
    expect(one.store.entry('provider', 'http://127.0.0.1:9/')?.value.removed).toBe(false);
    expect(recoveryText(one)).not.toContain('127.0.0.1:9/');
  });

  it('an issuer inside that its person chose is asked after a restore by the folder, as ever', async () => {
    const one = await withFolder(useExchange);
    const { web, two } = await restored(one, byFolderAlone(one));
    await runLong(two);
    expect(web.inside).toContain(new URL(exchange).origin);
    expect(two.store.local.mark('unconfirmed') ?? []).not.toContain(exchange);
  });
});
