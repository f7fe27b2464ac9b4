// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openBlob, sealBlob, sizeClassFor, sizeOf } from '../../electron/backup/copies/blob.ts';
import {
  accountKeys,
  blobKey,
  databaseWrapKey,
  newRootSecret,
  rootSecretFromBytes,
} from '../../electron/backup/root-secret.ts';
import { headTime } from '../../electron/backup/copies/head.ts';
import { packJson, sameBytes, unpackBlob } from '../../electron/backup/copies/pack.ts';
import { inlineSealer, type Sealer, threadSealer } from '../../electron/backup/copies/sealer.ts';
import { startThreads } from '../../electron/threads.ts';
import {
  bytesToCrock,
  bytesToHex,
  concatBytes,
  crockToBytes,
  u32,
  utf8,
} from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { xchachaSeal } from '../../electron/taler/crypto/xchacha.ts';
import { realWorld } from '../../electron/world.ts';

const key = new Uint8Array(32).fill(3);
const account = new Uint8Array(32).fill(9);
const nonce = (): Uint8Array => new Uint8Array(randomBytes(24));
const seal = async (json: string, atLeast = 0): Promise<Uint8Array> => {
  const sealed = await sealBlob({ blobKey: key, accountPub: account, nonce: nonce(), json, atLeast });
  if (!sealed.ok) throw new Error(sealed.error.kind);
  return sealed.value.bytes;
};
const open = (bytes: Uint8Array, accountPub = account, blobKeyUsed = key) =>
  openBlob({ blobKey: blobKeyUsed, accountPub, bytes });
const failure = async (bytes: Uint8Array): Promise<unknown> => {
  const opened = await open(bytes);
  return opened.ok ? 'opened' : opened.error;
};
/** A correctly authenticated blob around any plaintext: what a broken or hostile wallet with our keys could make. */
const frame = (plain: Uint8Array): Uint8Array => {
  const magic = utf8('HLDFST01');
  const used = nonce();
  return concatBytes(magic, used, xchachaSeal(key, used, plain, concatBytes(magic, account)));
};

describe('a sealed blob', () => {
  it('gives back what went in, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (given) => {
        const json = JSON.stringify(given);
        expect(await open(await seal(json))).toEqual({ ok: true, value: json });
      }),
      { numRuns: 40 },
    );
  });

  it('has the documented layout and size classes', async () => {
    const small = await seal('{}');
    expect(Buffer.from(small.subarray(0, 8)).toString()).toBe('HLDFST01');
    expect(small.length).toBe(32 + 65_536 + 16);
    expect((await seal('{}', 1 << 20)).length).toBe(32 + (1 << 20) + 16);
    const KIB = 1024;
    expect(
      [1, 64 * KIB, 64 * KIB + 1, 130 * KIB, 600 * KIB, 1024 * KIB, 1024 * KIB + 1, 3000 * KIB]
        .map(sizeClassFor)
        .map((size) => size / KIB),
    ).toEqual([64, 64, 128, 256, 1024, 1024, 2048, 3072]);
  });

  it('two seals of the same content share no byte beyond the magic and chance', async () => {
    const [one, two] = [await seal('{"a":1}'), await seal('{"a":1}')];
    const same = one.subarray(8).filter((byte, i) => byte === two[8 + i]).length;
    expect(same / one.length).toBeLessThan(0.02);
  });
});

describe('a blob that is not right', () => {
  it('damaged anywhere, cut, foreign account, foreign key, empty, noise', async () => {
    const good = await seal('{"money":true}');
    for (const at of [0, 7, 8, 31, 32, 500, good.length - 1]) {
      const damaged = good.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      expect(await failure(damaged)).toEqual({ kind: 'not-authentic' });
    }
    for (const length of [0, 1, 31, 32, 51, good.length - 1])
      expect(await failure(good.slice(0, length))).toEqual({ kind: 'not-authentic' });
    expect(await open(good, new Uint8Array(32))).toEqual({ ok: false, error: { kind: 'not-authentic' } });
    expect(await open(good, account, new Uint8Array(32))).toEqual({ ok: false, error: { kind: 'not-authentic' } });
    expect(await failure(new Uint8Array(randomBytes(70_000)))).toEqual({ kind: 'not-authentic' });
  });

  it('of a newer format, or of a wallet of 2022, is named', async () => {
    const good = await seal('{}');
    expect(await failure(concatBytes(utf8('HLDFST02'), good.slice(8)))).toEqual({ kind: 'newer-format', version: 2 });
    expect(await failure(concatBytes(utf8('TLRWBK01'), good.slice(8)))).toEqual({ kind: 'legacy-format' });
  });

  it('unpacks to more than it says, to less, to gigabytes, or not at all', async () => {
    const packed = gzipSync(Buffer.alloc(1000, 32));
    expect(await failure(frame(concatBytes(u32(999), packed)))).toEqual({ kind: 'too-large-unpacked', limit: 999 });
    expect(await failure(frame(concatBytes(u32(1001), packed)))).toMatchObject({ kind: 'malformed-content' });
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    expect(await failure(frame(concatBytes(u32(10), bomb)))).toEqual({ kind: 'too-large-unpacked', limit: 10 });
    expect(await failure(frame(concatBytes(u32(0xffff_ffff), bomb)))).toEqual({
      kind: 'too-large-unpacked',
      limit: 64 * 1024 * 1024,
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect(await failure(frame(concatBytes(u32(10), utf8('not gzip at all'))))).toMatchObject({
      kind: 'malformed-content',
    });
    expect(await failure(frame(concatBytes(u32(2), gzipSync(Uint8Array.of(0xff, 0xfe)))))).toMatchObject({
      kind: 'malformed-content',
    });
  });
});

describe('the bounds of a blob', () => {
  const MIB = 1024 * 1024;

  it('content up to 64 MiB is sealed, and not a byte more', async () => {
    const most = 'x'.repeat(64 * MIB);
    const job = { blobKey: key, accountPub: account, nonce: nonce(), atLeast: 0 };
    expect((await sealBlob({ ...job, json: most })).ok).toBe(true);
    expect(await sealBlob({ ...job, json: `${most}x` })).toEqual({
      ok: false,
      error: { kind: 'content-too-large', bytes: 64 * MIB + 1, limit: 64 * MIB },
    });
  });

  it('of 66 MiB is the largest that is opened, and a byte more is refused unread', async () => {
    const largest = 66 * 1024 * 1024;
    const frameBytes = (await seal('{}')).length - sizeClassFor(0);
    const [most, more] = [await seal('{}', largest - frameBytes), await seal('{}', largest - frameBytes + 1)];
    expect([most.length, more.length]).toEqual([largest, largest + 1]);
    expect(await open(most)).toEqual({ ok: true, value: '{}' });
    expect(await failure(more)).toEqual({ kind: 'not-authentic' });
  });

  it('one that has no room for its length is none, and one that has nothing else is empty', async () => {
    expect(await failure(frame(new Uint8Array(3)))).toEqual({ kind: 'not-authentic' });
    expect(await failure(frame(u32(0)))).toMatchObject({ kind: 'malformed-content' });
    expect(await open(frame(concatBytes(u32(0), gzipSync(''))))).toEqual({ ok: true, value: '' });
  });

  it('may say 64 MiB and no more', async () => {
    const packed = gzipSync('{}');
    expect(await failure(frame(concatBytes(u32(64 * MIB), packed)))).toMatchObject({ kind: 'malformed-content' });
    expect(await failure(frame(concatBytes(u32(64 * MIB + 1), packed)))).toMatchObject({ kind: 'too-large-unpacked' });
  });

  it('its size class is read from its length, without the frame', async () => {
    for (const atLeast of [65_536, 131_072, 2 * MIB]) expect(sizeOf(await seal('{}', atLeast))).toBe(atLeast);
  });
});

describe('packing', () => {
  const world = realWorld();
  const keys = accountKeys(newRootSecret(world), 'https://sync.example/');
  const sealer: Sealer = inlineSealer();

  it('a blob that does not open to what went in is not handed out', async () => {
    const other = { ...sealer, open: () => Promise.resolve({ ok: true as const, value: '{"other":1}' }) };
    const none = {
      ...sealer,
      open: () => Promise.resolve({ ok: false as const, error: { kind: 'not-authentic' as const } }),
    };
    for (const broken of [other, none])
      await expect(packJson({ world, sealer: broken }, keys, '{}', 0)).rejects.toThrow('does not open');
  });

  it('every seal has a nonce of its own, and what is inside must be a content', async () => {
    const parts = { world, sealer };
    const [one, two] = [await packJson(parts, keys, '{}', 0), await packJson(parts, keys, '{}', 0)];
    if (!one.ok || !two.ok) throw new Error('must seal');
    expect(sameBytes(one.value.bytes, two.value.bytes)).toBe(false);
    expect(sameBytes(one.value.bytes, one.value.bytes.slice())).toBe(true);
    expect(await unpackBlob(sealer, keys, one.value.bytes)).toMatchObject({
      ok: false,
      error: { kind: 'malformed-content' },
    });
  });

  it('the newest change of a content tells its time, and an empty content has none', () => {
    expect(headTime({ clock: '1764000000000-00000-A', devices: {} })).toBe(1_764_000_000_000);
    expect(headTime({ clock: '', devices: {} })).toBeUndefined();
  });
});

describe('the sealing thread', () => {
  const threads = startThreads(new URL('../../electron/worker.ts', import.meta.url));
  const sealer = threadSealer(threads);
  afterAll(() => {
    sealer.close();
    threads.close();
  });

  it('does the same as this thread, for large and small, several at once', async () => {
    const large = JSON.stringify(Array.from({ length: 8000 }, () => randomBytes(64).toString('base64')));
    const jobs = [large, '{}', large.slice(0, -10)].map(async (json) => {
      const sealed = await sealer.seal({ blobKey: key, accountPub: account, nonce: nonce(), json, atLeast: 0 });
      if (!sealed.ok) throw new Error(sealed.error.kind);
      const opened = await sealer.open({ blobKey: key, accountPub: account, bytes: sealed.value.bytes });
      return opened.ok && opened.value === json && (await open(sealed.value.bytes)).ok;
    });
    expect(await Promise.all(jobs)).toEqual([true, true, true]);
    const noise = new Uint8Array(randomBytes(400_000));
    expect(await sealer.open({ blobKey: key, accountPub: account, bytes: noise })).toEqual({
      ok: false,
      error: { kind: 'not-authentic' },
    });
  });

  it('whoever still waits when it is closed hears so', async () => {
    const closed = threadSealer(threads);
    const waiting = closed.open({ blobKey: key, accountPub: account, bytes: new Uint8Array(randomBytes(400_000)) });
    closed.close();
    await expect(waiting).rejects.toThrow('closed');
  });
});

describe('the keys', () => {
  type Case = {
    readonly kind: string;
    readonly wallet_root_priv: string;
    readonly provider_url: string;
    readonly account_priv: string;
    readonly account_pub: string;
    readonly blob_key_hex: string;
  };
  const { cases } = JSON.parse(readFileSync(new URL('../vectors/data/sync-backup.json', import.meta.url), 'utf8')) as {
    readonly cases: readonly Case[];
  };
  const root = (text: string) => secret(crockToBytes(text, 32));

  it.each(cases.filter((each) => each.kind === 'account-key'))(
    'account at $provider_url as GNU Taler derives it',
    (each) => {
      const keys = accountKeys(root(each.wallet_root_priv), each.provider_url);
      expect([bytesToCrock(openSecret(keys.seed)), bytesToCrock(keys.publicKey)]).toEqual([
        each.account_priv,
        each.account_pub,
      ]);
    },
  );

  it.each(cases.filter((each) => each.kind === 'blob-secret'))('blob key of root $wallet_root_priv', (each) => {
    expect(bytesToHex(openSecret(blobKey(root(each.wallet_root_priv))))).toBe(each.blob_key_hex);
  });

  it('are all different, hidden when printed, and a root has 64 or 32 bytes', () => {
    const fresh = newRootSecret(realWorld());
    expect(openSecret(fresh).length).toBe(64);
    const all = [
      accountKeys(fresh, 'https://a/').seed,
      accountKeys(fresh, 'https://b/').seed,
      blobKey(fresh),
      databaseWrapKey(fresh),
    ];
    expect(new Set(all.map((each) => bytesToHex(openSecret(each)))).size).toBe(4);
    expect(JSON.stringify(accountKeys(fresh, 'https://a/'))).not.toContain(bytesToHex(openSecret(blobKey(fresh))));
    expect(`${fresh}`).toBe('<secret>');
    expect(rootSecretFromBytes(new Uint8Array(33))).toEqual({
      ok: false,
      error: { kind: 'bad-root-length', bytes: 33 },
    });
  });
});
