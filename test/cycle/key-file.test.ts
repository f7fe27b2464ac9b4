// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { confirmOwner } from '../../electron/app/confirm-owner.ts';
import { claimDirectory, type DataDirectory } from '../../electron/app/data-directory.ts';
import { addProtection, createVault, openVault } from '../../electron/storage/directory/vault.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { Threads } from '../../electron/threads.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { lightly } from '../support/light.ts';

// The key file while the wallet is open: the wrap of the sheet, and a passphrase that is asked again.

const base = mkdtempSync(join(tmpdir(), 'holdfast-key-file-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = lightly(testWorld());

const asPipe = (file: string): void => {
  rmSync(file);
  execFileSync('/usr/bin/env', ['mkfifo', `${file}.pipe`]);
  symlinkSync(`${file}.pipe`, file);
};

it('the wrap of a sheet that was left, which could not be taken away, gives way to the one of today', async () => {
  const data = mkdtempSync(join(base, 'wrap-'));
  const directory = mustOk(claimDirectory(data, world), 'claimed');
  mustOk(await directory.create({ type: 'unprotected' }), 'created').close();
  const [left, today] = [3, 4].map((byte) => secret(new Uint8Array(32).fill(byte)));
  if (!left || !today) return expect.fail('two wrappers');
  await directory.protectWithRoot(left);
  await directory.protectWithRoot(today);
  const opens = async (wrapper: typeof left) => (await openVault(world, data, { kind: 'root', wrapper })).ok;
  expect([await opens(left), await opens(today)]).toEqual([false, true]);
  directory.release();
});

it('a hundred passphrases tried at once wait for one another: after three wrong ones the rest are not even tried', async () => {
  const data = mkdtempSync(join(base, 'tries-'));
  const directory = mustOk(claimDirectory(data, world), 'claimed');
  mustOk(await directory.create({ type: 'passphrase', passphrase: 'right' }), 'created').close();
  const tried = await Promise.all(Array.from({ length: 12 }, (_, at) => directory.confirmOwner(`wrong ${at}`)));
  const kinds = tried.map((each) => (each.ok ? 'ok' : each.error.kind));
  expect(kinds.filter((kind) => kind === 'wrong-passphrase').length).toBeLessThan(6);
  expect(kinds.filter((kind) => kind === 'wait').length).toBeGreaterThan(6);
  expect((await directory.confirmOwner('right')).ok).toBe(false);
  world.move(120_000);
  expect((await directory.confirmOwner('right')).ok).toBe(true);
  directory.release();
});

describe('a key file that is edited while the wallet is open', () => {
  /** An open wallet, and a key file of a stranger's making with the passphrase "stranger". */
  const opened = async (protection: Parameters<DataDirectory['create']>[0]) => {
    const data = mkdtempSync(join(base, 'edited-'));
    const directory = mustOk(claimDirectory(data, world, keychain), 'claimed');
    mustOk(await directory.create(protection), 'created').close();
    const other = mkdtempSync(join(base, 'stranger-'));
    mustOk(await createVault(world, other, { kind: 'passphrase', passphrase: 'stranger' }), 'stranger');
    const file = join(data, 'wallet-key.json');
    return { directory, file, replace: () => cpSync(join(other, 'wallet-key.json'), file) };
  };
  const keychain = { available: () => true, seal: (bytes: Uint8Array) => bytes, open: (bytes: Uint8Array) => bytes };
  const words = { type: 'passphrase', passphrase: 'right' } as const;
  const said = async (directory: DataDirectory, passphrase?: string): Promise<string> => {
    const answer = await directory.confirmOwner(passphrase);
    return answer.ok ? 'shown' : answer.error.kind;
  };

  it.each([
    ['gone', (file: string) => rmSync(file)],
    [
      'without a passphrase',
      (file: string) =>
        writeFileSync(file, JSON.stringify({ format: 1, key_id: '0', wraps: [{ kind: 'unprotected', key: '0' }] })),
    ],
    ['no key file at all', (file: string) => writeFileSync(file, 'nothing')],
  ])('%s: the sheet needs the passphrase the wallet was opened with', async (_, edit) => {
    const { directory, file } = await opened(words);
    edit(file);
    expect(directory.protection()).toBe('passphrase');
    expect(await said(directory)).toBe('passphrase-needed');
    expect(await said(directory, 'wrong')).toBe('wrong-passphrase');
    expect(await said(directory, 'right')).toBe('shown');
    directory.release();
  });

  it("a stranger's: his passphrase shows nothing", async () => {
    const { directory, replace } = await opened(words);
    replace();
    expect(await said(directory)).toBe('passphrase-needed');
    expect(await said(directory, 'stranger')).toBe('wrong-passphrase');
    expect(await said(directory, 'right')).toBe('shown');
    directory.release();
  });

  it('a passphrase put into the file of a keychain wallet is no way around what the system asks', async () => {
    const { directory, replace } = await opened({ type: 'keychain' });
    replace();
    expect(directory.protection()).toBe('keychain');
    let asked = 0;
    const answer = await confirmOwner(
      directory,
      async () => {
        asked += 1;
        return false;
      },
      'stranger',
    );
    expect([answer.ok, asked]).toEqual([false, 1]);
    directory.release();
  });

  it("a stranger's file gets no lock of this wallet's sheet, and loses none of its own", async () => {
    const { directory, file, replace } = await opened(words);
    replace();
    const wrapper = secret(new Uint8Array(32).fill(7));
    const strangers = readFileSync(file, 'utf8');
    await directory.protectWithRoot(wrapper);
    expect(readFileSync(file, 'utf8')).toBe(strangers);
    // His own wallet has a sheet, and ours is left.
    const key = mustOk(
      await openVault(world, dirname(file), { kind: 'passphrase', passphrase: 'stranger' }),
      "the stranger's key",
    );
    mustOk(await addProtection(world, dirname(file), key, { kind: 'root', wrapper }), 'his sheet');
    const withSheet = readFileSync(file, 'utf8');
    expect(directory.forgetRoot()).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe(withSheet);
    directory.release();
  });

  it.each([
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))],
    ['a link to a pipe', (file: string) => asPipe(file)],
    ['a folder', (file: string) => (rmSync(file), mkdirSync(file))],
    [
      'absurdly costly',
      (file: string) =>
        writeFileSync(
          file,
          readFileSync(file, 'utf8')
            .replace(/"memory_kib":\d+/, '"memory_kib":4000000000')
            .replace(/"passes":\d+/, '"passes":4000000000'),
        ),
    ],
  ])('%s: neither the question nor the lock of the sheet breaks or waits', async (_, edit) => {
    const { directory, file } = await opened(words);
    edit(file);
    expect(await said(directory, 'wrong')).toBe('wrong-passphrase');
    expect(await said(directory, 'right')).toBe('shown');
    await directory.protectWithRoot(secret(new Uint8Array(32).fill(7)));
    directory.forgetRoot();
    expect(directory.protection()).toBe('passphrase');
    directory.release();
  });

  it('the file that counts wrong passphrases may be taken away: the count stays', async () => {
    const { directory, file } = await opened(words);
    for (let at = 0; at < 3; at += 1) {
      expect(await said(directory, `wrong ${at}`)).toBe('wrong-passphrase');
      rmSync(join(dirname(file), 'wallet-key-tries.json'), { force: true });
    }
    expect(await said(directory, 'right')).toBe('wait');
    world.move(120_000);
    expect(await said(directory, 'right')).toBe('shown');
    directory.release();
  });

  it.each([
    ['more, and long ago', { failed: 5000, last_ms: 0 }],
    ['as many, and long ago', { failed: 3, last_ms: 0 }],
    ['more, and in a year to come', { failed: 5000, last_ms: 4e12 }],
  ])('nor does a file that counts %s spare anybody the wait', async (_, tries) => {
    const { directory, file } = await opened(words);
    for (let at = 0; at < 6; at += 1) await said(directory, `wrong ${at}`);
    writeFileSync(join(dirname(file), 'wallet-key-tries.json'), JSON.stringify(tries));
    expect(await said(directory, 'right')).toBe('wait');
    world.move(120_000);
    writeFileSync(join(dirname(file), 'wallet-key-tries.json'), JSON.stringify(tries));
    // A time to come is no wait without end either.
    expect(await said(directory, 'right')).toBe('shown');
    directory.release();
  });
});

describe('a key file that is edited while the passphrase is being tried', () => {
  it('leaves the wallet locked as it was opened: the sheet needs the passphrase', async () => {
    const data = mkdtempSync(join(base, 'raced-'));
    const file = join(data, 'wallet-key.json');
    let edit = (): void => undefined;
    /** Argon2 takes half a second beside this thread; meanwhile anybody writes. */
    const threads: Pick<Threads, 'run'> = {
      run: async (task, input) => {
        edit();
        return task.perform(input);
      },
    };
    const directory = mustOk(claimDirectory(data, { ...world, threads }), 'claimed');
    mustOk(await directory.create({ type: 'passphrase', passphrase: 'right' }), 'created').close();
    const whole = readFileSync(file, 'utf8');
    const { key_id } = JSON.parse(whole) as { readonly key_id: string };
    edit = () =>
      writeFileSync(file, JSON.stringify({ format: 1, key_id, wraps: [{ kind: 'unprotected', key: '00' }] }));
    mustOk(await directory.unlock('right'), 'unlocked').close();
    edit = () => undefined;
    expect(directory.protection()).toBe('passphrase');
    expect(await directory.confirmOwner(undefined)).toMatchObject({ error: { kind: 'passphrase-needed' } });
    expect(await directory.confirmOwner('right')).toMatchObject({ ok: true });
    directory.release();
  });
});
