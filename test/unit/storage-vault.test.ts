// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import {
  addProtection,
  createVault,
  openVault,
  protections,
  removeProtection,
  replaceProtections,
} from '../../electron/storage/directory/vault.ts';
import { startThreads } from '../../electron/threads.ts';
import { bytesToCrock, bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret, type Secret } from '../../electron/taler/crypto/secret.ts';
import { turnsDuring } from '../support/turns.ts';
import { NOON, worldAt } from '../laws/stores.ts';

/** Cheap on purpose; the real cost has a test of its own below. */
const cost = { memoryKib: 256, passes: 1, lanes: 1 };
const words = { kind: 'passphrase' as const, passphrase: 'correct horse', cost };
const wrapper = secret(new Uint8Array(32).fill(3));
const time = { ms: NOON };
const world = worldAt(time);
const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'holdfast-vault-'));
const keyFile = (directory: string): string => readFileSync(join(directory, 'wallet-key.json'), 'utf8');
const hex = (key: Secret): string => bytesToHex(openSecret(key));

const created = async (
  protection: Parameters<typeof createVault>[2] = words,
): Promise<{ directory: string; key: Secret }> => {
  const directory = newDirectory();
  return { directory, key: mustOk(await createVault(world, directory, protection), 'create').key };
};

describe('one key, several ways to it', () => {
  test('passphrase, keychain, root secret, unprotected: each opens the same key, and each can be removed but the last', async () => {
    const { directory, key } = await created();
    const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x55);
    mustOk(await addProtection(world, directory, key, { kind: 'keychain', seal: mask }), 'keychain');
    mustOk(await addProtection(world, directory, key, { kind: 'root', wrapper }), 'root');
    mustOk(await addProtection(world, directory, key, { kind: 'unprotected' }), 'unprotected');
    for (const opener of [
      { kind: 'passphrase', passphrase: 'correct horse' },
      { kind: 'keychain', unseal: mask },
      { kind: 'root', wrapper },
      { kind: 'unprotected' },
    ] as const)
      expect(hex(mustOk(await openVault(world, directory, opener), opener.kind))).toBe(hex(key));
    for (const kind of ['unprotected', 'root', 'keychain'] as const)
      mustOk(removeProtection(directory, key, kind), kind);
    expect(removeProtection(directory, key, 'passphrase')).toEqual({ ok: false, error: { kind: 'last-protection' } });
    expect(protections(directory)).toEqual({ ok: true, value: ['passphrase'] });
    expect(await openVault(world, directory, { kind: 'root', wrapper })).toEqual({
      ok: false,
      error: { kind: 'no-such-protection', has: ['passphrase'] },
    });
  });

  test('a protected key is not in the file, which only its owner may read; changing the passphrase replaces it', async () => {
    const { directory, key } = await created();
    for (const text of [hex(key), bytesToCrock(openSecret(key)), 'correct horse'])
      expect(keyFile(directory)).not.toContain(text);
    expect(statSync(join(directory, 'wallet-key.json')).mode & 0o077).toBe(0);
    mustOk(await addProtection(world, directory, key, { ...words, passphrase: 'new words' }), 'change');
    expect((await openVault(world, directory, { kind: 'passphrase', passphrase: 'correct horse' })).ok).toBe(false);
    expect((await openVault(world, directory, { kind: 'passphrase', passphrase: 'new words' })).ok).toBe(true);
  });

  test('the same passphrase in another Unicode form opens', async () => {
    const { directory } = await created({ ...words, passphrase: 'Zürich' });
    expect((await openVault(world, directory, { kind: 'passphrase', passphrase: 'Zu\u0308rich' })).ok).toBe(true);
  });

  test('at the real cost it is made beside this thread, which goes on meanwhile', async () => {
    const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
    const beside = { ...world, threads };
    const directory = newDirectory();
    const real = { kind: 'passphrase', passphrase: 'x' } as const;
    const { value, turns } = await turnsDuring(() => createVault(beside, directory, real));
    const { key } = mustOk(value, 'create');
    expect(hex(mustOk(await openVault(beside, directory, real), 'beside'))).toBe(hex(key));
    threads.close();
    expect(turns).toBeGreaterThan(100);
    expect(hex(mustOk(await openVault(world, directory, real), 'the same, here'))).toBe(hex(key));
  });

  test('the real cost: 64 MiB, three passes, four lanes', async () => {
    const { directory, key } = await created({ kind: 'passphrase', passphrase: 'x' });
    expect(JSON.parse(keyFile(directory))).toMatchObject({ wraps: [{ memory_kib: 65536, passes: 3, lanes: 4 }] });
    expect(hex(mustOk(await openVault(world, directory, { kind: 'passphrase', passphrase: 'x' }), 'open'))).toBe(
      hex(key),
    );
  });
});

describe('refusals', () => {
  test('a wrong passphrase is named, changes nothing, and each costs a longer wait that survives a restart', async () => {
    const { directory } = await created();
    const before = keyFile(directory);
    const open = (passphrase: string) => openVault(world, directory, { kind: 'passphrase', passphrase });
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wrong-passphrase', waitMs: 0 } });
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wrong-passphrase', waitMs: 0 } });
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wrong-passphrase', waitMs: 1000 } });
    // also the right one waits, or the wait would tell which it is
    expect(await open('correct horse')).toEqual({ ok: false, error: { kind: 'wait', waitMs: 1000 } });
    time.ms += 1000;
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wrong-passphrase', waitMs: 2000 } });
    // a clock set back by years does not lock the owner out for years
    time.ms -= 1e11;
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wait', waitMs: 2000 } });
    time.ms += 2000;
    expect((await open('correct horse')).ok).toBe(true);
    expect(await open('wrong')).toEqual({ ok: false, error: { kind: 'wrong-passphrase', waitMs: 0 } });
    expect(keyFile(directory)).toBe(before);
    time.ms += 1e11;
  });

  test('an empty passphrase, an existing vault, a wrong root secret, a keychain that says no', async () => {
    expect(await createVault(world, newDirectory(), { ...words, passphrase: '' })).toEqual({
      ok: false,
      error: { kind: 'empty-passphrase' },
    });
    const { directory, key } = await created({ kind: 'root', wrapper });
    expect(await createVault(world, directory, words)).toEqual({ ok: false, error: { kind: 'vault-exists' } });
    const foreign = secret(new Uint8Array(32).fill(4));
    expect(await openVault(world, directory, { kind: 'root', wrapper: foreign })).toEqual({
      ok: false,
      error: { kind: 'wrong-root-secret' },
    });
    expect(await addProtection(world, directory, key, { kind: 'keychain', seal: () => undefined })).toEqual({
      ok: false,
      error: { kind: 'keychain-refused' },
    });
    const notOurs = { ok: false, error: { kind: 'damaged-vault' } };
    expect(await addProtection(world, directory, foreign, words)).toEqual(notOurs);
    expect(await replaceProtections(world, directory, foreign, words)).toEqual(notOurs);
    expect(removeProtection(directory, foreign, 'root')).toEqual(notOurs);
    expect((await openVault(world, directory, { kind: 'root', wrapper })).ok).toBe(true);
  });

  test.each([
    ['cut in half', (text: string) => text.slice(0, text.length / 2), 'damaged-vault'],
    ['without ways', (text: string) => text.replace(/"wraps":.*\]/, '"wraps":[]'), 'damaged-vault'],
    [
      'asking for a terabyte',
      (text: string) => text.replace('"memory_kib":256', '"memory_kib":1073741824'),
      'costly-vault',
    ],
    [
      'asking for minutes within a gigabyte',
      (text: string) => text.replace('"memory_kib":256', '"memory_kib":1048576').replace('"passes":1', '"passes":64'),
      'costly-vault',
    ],
    ['asking for a million passes', (text: string) => text.replace('"passes":1', '"passes":1000000'), 'costly-vault'],
    ['asking for more lanes than memory', (text: string) => text.replace('"lanes":1', '"lanes":33'), 'costly-vault'],
    ['of a newer wallet', (text: string) => text.replace('"format":1', '"format":2'), 'newer-vault'],
    [
      'with another salt',
      (text: string) => text.replace(/"salt":"[^"]*"/, '"salt":"00000000000000000000000000"'),
      'wrong-passphrase',
    ],
  ])('a key file %s', async (_what, change, kind) => {
    const { directory } = await created();
    writeFileSync(join(directory, 'wallet-key.json'), change(keyFile(directory)));
    const damaged = keyFile(directory);
    expect(await openVault(world, directory, words)).toMatchObject({ ok: false, error: { kind } });
    expect(await createVault(world, directory, words)).toMatchObject({ ok: false });
    expect(keyFile(directory)).toBe(damaged);
  });

  test('a key file whose passphrase would take minutes is opened by its sheet, and locked anew', async () => {
    const { directory, key } = await created();
    mustOk(await addProtection(world, directory, key, { kind: 'root', wrapper }), 'root');
    writeFileSync(join(directory, 'wallet-key.json'), keyFile(directory).replace('"passes":1', '"passes":1000000'));
    const opened = mustOk(await openVault(world, directory, { kind: 'root', wrapper }), 'sheet');
    mustOk(await replaceProtections(world, directory, opened, words), 'locked anew');
    expect((await openVault(world, directory, words)).ok).toBe(true);
  });

  test('no vault, no directory', async () => {
    expect(await openVault(world, newDirectory(), words)).toEqual({ ok: false, error: { kind: 'no-vault' } });
    expect(await createVault(world, join(newDirectory(), 'not', 'there'), words)).toMatchObject({
      ok: false,
      error: { kind: 'cannot-open' },
    });
  });
});
