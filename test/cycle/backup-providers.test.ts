// SPDX-License-Identifier: GPL-3.0-or-later
import {
  mkdirSync,
  mkdtempSync,
  promises,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimPlace, MARKER_FILE, markerOf } from '../../electron/backup/providers/place/marker.ts';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { folder, folderProvider } from '../../electron/backup/providers/folder/folder.ts';
import { syncProvider } from '../../electron/backup/providers/sync.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { parseTalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { install, startEconomy, testWorld } from '../support/backup-rig.ts';
import { davProvider } from '../support/dav-provider.ts';
import { PASSWORD, startDavServer, USER } from '../support/dav-server.ts';
import { providerContract } from '../support/provider-contract.ts';

const bytes = (length = 500): Uint8Array => new Uint8Array(randomBytes(length));
const temporary = (): string => mkdtempSync(join(tmpdir(), 'holdfast-folder-'));

providerContract('folder', async () => {
  const directory = temporary();
  const claimed = await claimPlace(testWorld(), folder(directory));
  if (!claimed.ok) throw new Error(claimed.error.kind);
  return {
    id: claimed.value,
    connect: (keys) => folderProvider(directory, keys),
    admit: async () => undefined,
    close: async () => rmSync(directory, { recursive: true }),
  };
});

providerContract('webdav', () => {
  const directory = temporary();
  return davProvider(testWorld(), async () => ({
    ...(await startDavServer(directory)),
    directory,
    user: USER,
    password: PASSWORD,
  }));
});

providerContract('sync service', async () => {
  const world = testWorld();
  const sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
  const baseUrl = sandbox.syncProviders[0]?.baseUrl ?? '';
  const { wallet } = install(world);
  /** Even a free account begins with an order over zero. */
  const admit = async (keys: AccountKeys): Promise<void> => {
    const probe = bytes();
    const asked = await syncProvider(world, baseUrl, keys).store({ bytes: probe, replaces: undefined, joined: [] });
    if (!asked.ok || asked.value.kind !== 'payment-required') throw new Error('the first upload must be asked to pay');
    const offer = await wallet.preparePay(asked.value.payUri);
    if (!offer.ok || offer.value.amount !== 'KUDOS:0') throw new Error('an order over zero was expected');
    const paid = await wallet.confirmPay(offer.value.purchaseId);
    const uri = parseTalerUri(asked.value.payUri);
    if (!paid.ok || paid.value.state !== 'paid' || !uri.ok || uri.value.action !== 'pay')
      throw new Error('paying nothing failed');
    // The account comes into being with the first upload after the payment; replacing a version it never had stores nothing.
    await syncProvider(world, baseUrl, keys).store({
      bytes: probe,
      replaces: blobHash(bytes()),
      joined: [],
      paidOrder: uri.value.orderId,
    });
  };
  return { id: baseUrl, connect: (keys) => syncProvider(world, baseUrl, keys), admit, close: () => sandbox.close() };
});

describe('a folder as it happens', () => {
  let directory: string;
  let keys: AccountKeys;
  const root = secret(bytes(64));
  beforeEach(async () => {
    directory = temporary();
    const claimed = await claimPlace(testWorld(), folder(directory));
    if (!claimed.ok) throw new Error(claimed.error.kind);
    keys = accountKeys(root, claimed.value);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(directory, { recursive: true, force: true });
  });
  const blobs = (): readonly string[] =>
    readdirSync(directory)
      .filter((name) => name.endsWith('.blob'))
      .sort();
  const storeSeveral = async (count: number): Promise<readonly Uint8Array[]> => {
    const all: Uint8Array[] = [];
    for (let i = 0; i < count; i += 1) {
      const blob = bytes();
      const last = all.at(-1);
      const stored = await folderProvider(directory, keys).store({
        bytes: blob,
        replaces: last && blobHash(last),
        joined: [],
      });
      expect(stored).toEqual({ ok: true, value: { kind: 'stored' } });
      all.push(blob);
    }
    return all;
  };

  it('keeps the last three copies and no unfinished file', async () => {
    const all = await storeSeveral(5);
    expect(blobs()).toHaveLength(3);
    expect(blobs().map((name) => new Uint8Array(readFileSync(join(directory, name))))).toEqual(all.slice(-3));
    expect(readdirSync(directory).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('a damaged newest copy is passed over, left in place, and never counted', async () => {
    const all = await storeSeveral(3);
    const newest = blobs().at(-1) ?? '';
    truncateSync(join(directory, newest), 100);
    const there = await folderProvider(directory, keys).fetch();
    expect(there.ok && there.value.kind === 'blob' && there.value.bytes).toEqual(all[1]);
    // The writer knows only its damaged version: what is there now must be joined first.
    const next = bytes();
    const stored = await folderProvider(directory, keys).store({
      bytes: next,
      replaces: blobHash(all[2] ?? next),
      joined: [],
    });
    expect(stored).toMatchObject({ ok: true, value: { kind: 'conflict', hash: blobHash(all[1] ?? next) } });
    await folderProvider(directory, keys).store({ bytes: next, replaces: blobHash(all[1] ?? next), joined: [] });
    expect(blobs()).toContain(newest);
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({ ok: true, value: { hash: blobHash(next) } });
  });

  it('a newest copy that cannot be read just now is not passed over: the folder is silent and nothing is written', async () => {
    const [first] = await storeSeveral(2);
    const [, newest = ''] = blobs();
    rmSync(join(directory, newest));
    symlinkSync(newest, join(directory, newest));
    const before = blobs();
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({ ok: false, error: { kind: 'silent' } });
    expect(
      await folderProvider(directory, keys).store({
        bytes: bytes(),
        replaces: first && blobHash(first),
        joined: [],
      }),
    ).toMatchObject({ ok: false, error: { kind: 'silent' } });
    expect(blobs()).toEqual(before);
  });

  it('a directory that bears the name of a copy is no copy', async () => {
    const all = await storeSeveral(2);
    const [, newest = ''] = blobs();
    mkdirSync(join(directory, newest.replace('00000002', '00000003')));
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({
      ok: true,
      value: { hash: blobHash(all[1] ?? bytes()) },
    });
  });

  it('a drive pulled out in the middle is silent, and an old copy that cannot be removed yet costs nothing', async () => {
    const all = await storeSeveral(3);
    const last = all.at(-1) ?? bytes();
    const trouble = (code: string): Error => Object.assign(new Error(code), { code });
    const { rm } = promises;
    const remove = vi.spyOn(promises, 'rm').mockImplementation(async (path, options) => {
      if (String(path).endsWith('.blob')) throw trouble('EBUSY');
      await rm(path, options);
    });
    const stored = await folderProvider(directory, keys).store({
      bytes: bytes(),
      replaces: blobHash(last),
      joined: [],
    });
    expect(remove).toHaveBeenCalled();
    expect(stored).toEqual({ ok: true, value: { kind: 'stored' } });
    expect(blobs()).toHaveLength(4);
    remove.mockRestore();
    vi.spyOn(promises, 'readdir').mockRejectedValue(trouble('ENODEV'));
    expect(await folderProvider(directory, keys).fetch()).toEqual({
      ok: false,
      error: { kind: 'silent', why: { kind: 'folder-failed', facts: { doing: 'reading', detail: 'ENODEV' } } },
    });
  });

  it('with every copy damaged it is "damaged", not "empty", and nothing is overwritten', async () => {
    await storeSeveral(2);
    for (const name of blobs()) truncateSync(join(directory, name), 3);
    const before = blobs();
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(
      await folderProvider(directory, keys).store({ bytes: bytes(), replaces: undefined, joined: [] }),
    ).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(blobs()).toEqual(before);
  });

  it('two machines that wrote the same number into a synced folder lose nothing', async () => {
    const [first] = await storeSeveral(1);
    const elsewhere = temporary();
    writeFileSync(join(elsewhere, MARKER_FILE), readFileSync(join(directory, MARKER_FILE)));
    writeFileSync(join(elsewhere, blobs()[0] ?? ''), first ?? bytes());
    const [ours, theirs] = [bytes(), bytes()];
    await folderProvider(directory, keys).store({ bytes: ours, replaces: blobHash(first ?? ours), joined: [] });
    await folderProvider(elsewhere, keys).store({ bytes: theirs, replaces: blobHash(first ?? ours), joined: [] });
    const theirName = readdirSync(elsewhere).filter((name) => name.includes('-00000002-'))[0] ?? '';
    renameSync(join(elsewhere, theirName), join(directory, theirName));
    rmSync(elsewhere, { recursive: true });

    const both = await folderProvider(directory, keys).fetch();
    if (!both.ok || both.value.kind !== 'blob') throw new Error('a copy was expected');
    expect(new Set([both.value.hash, ...both.value.also.map(blobHash)])).toEqual(
      new Set([blobHash(ours), blobHash(theirs)]),
    );
    const merged = bytes();
    expect(
      await folderProvider(directory, keys).store({
        bytes: merged,
        replaces: blobHash(ours),
        joined: [blobHash(ours)],
      }),
    ).toMatchObject({
      ok: true,
      value: { kind: 'conflict', hash: blobHash(theirs) },
    });
    expect(
      await folderProvider(directory, keys).store({
        bytes: merged,
        replaces: blobHash(theirs),
        joined: [blobHash(ours), blobHash(theirs)],
      }),
    ).toMatchObject({ value: { kind: 'stored' } });
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({
      ok: true,
      value: { hash: blobHash(merged), also: [] },
    });
  });

  it('a folder that is gone is silent; another folder in its place, or none of ours, misbehaves', async () => {
    await storeSeveral(1);
    const other = accountKeys(root, 'holdfast+folder:00000000000000000000000000');
    expect(await folderProvider(directory, other).fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
    unlinkSync(join(directory, MARKER_FILE));
    expect(await folderProvider(directory, keys).fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
    expect(await folderProvider(join(directory, 'not-there'), keys).fetch()).toMatchObject({
      ok: false,
      error: { kind: 'silent' },
    });
    expect(
      await folderProvider(join(directory, 'not-there'), keys).store({
        bytes: bytes(),
        replaces: undefined,
        joined: [],
      }),
    ).toMatchObject({ ok: false, error: { kind: 'silent' } });
  });

  it('a marker somebody else wrote is refused; our own is found again', async () => {
    expect(await markerOf(folder(directory))).toEqual({ ok: true, value: keys.providerId });
    expect(await claimPlace(testWorld(), folder(directory))).toEqual({ ok: true, value: keys.providerId });
    for (const foreign of [
      '{}',
      'not json',
      '{"format":2,"id":"x"}',
      '[]',
      'null',
      JSON.stringify({ format: 1, id: '../../etc' }),
      'x'.repeat(5000),
    ]) {
      writeFileSync(join(directory, MARKER_FILE), foreign);
      expect(await claimPlace(testWorld(), folder(directory))).toMatchObject({
        ok: false,
        error: { kind: 'misbehaved' },
      });
    }
  });
});
