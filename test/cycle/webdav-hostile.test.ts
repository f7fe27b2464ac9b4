// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { fromTrouble, outcomeNotes } from '../../electron/backup/cycle/outcome.ts';
import { folderProvider } from '../../electron/backup/providers/folder/folder.ts';
import { MARKER_FILE } from '../../electron/backup/providers/place/marker.ts';
import { webdavKind } from '../../electron/backup/providers/webdav/webdav.ts';
import type { World } from '../../electron/world.ts';
import { connectDav } from '../support/dav-provider.ts';
import {
  aroundDavFolder,
  world,
  answers,
  bytes,
  blob,
  directory,
  server,
  keys,
  provider,
  blobs,
  next,
  refuse,
  startAgain,
} from './webdav-lab.ts';

aroundDavFolder();

// A WebDAV server that is hostile, broken or slow: each has an outcome and a sentence, and no copy is lost.

describe('what a status means', () => {
  it.each([
    [401, { kind: 'shut-out', reason: 'password' }, /does not accept the user name and password/],
    [403, { kind: 'shut-out', reason: 'permission' }, /does not let this user/],
    [404, { kind: 'misbehaved' }, /no such folder/],
    [405, { kind: 'misbehaved' }, /does not speak WebDAV/],
    [409, { kind: 'misbehaved' }, /folder above it/],
    [412, { kind: 'silent' }, /changed at this moment/],
    [418, { kind: 'silent' }, /fits no question/],
    [423, { kind: 'silent' }, /locked/],
    [429, { kind: 'silent' }, /trouble of its own/],
    [500, { kind: 'silent' }, /trouble of its own/],
    [507, { kind: 'silent' }, /storage is full/],
    [301, { kind: 'silent' }, /sends this wallet to/],
    [308, { kind: 'silent' }, /sends this wallet to/],
    [200, { kind: 'silent' }, /./],
  ])('%s to a listing', async (status, trouble, sentence) => {
    refuse('PROPFIND', status, status > 300 && status < 400 ? { location: 'https://elsewhere.example/dav/' } : {});
    const found = await provider.fetch();
    expect(found).toMatchObject({ ok: false, error: trouble });
    if (!found.ok) expect(english('placeNote', ...outcomeNotes(fromTrouble(found.error)))).toMatch(sentence);
    const before = blobs();
    expect(await provider.store(next())).toMatchObject({ ok: false, error: trouble });
    expect(blobs()).toEqual(before);
    expect(server.asked.filter((each) => each.startsWith('PUT'))).toEqual([]);
  });

  it.each([
    [401, { ok: false, error: { kind: 'shut-out', reason: 'password' } }],
    [403, { ok: false, error: { kind: 'shut-out', reason: 'permission' } }],
    [409, { ok: false, error: { kind: 'misbehaved' } }],
    [413, { ok: true, value: { kind: 'too-large' } }],
    [423, { ok: false, error: { kind: 'silent' } }],
    [503, { ok: false, error: { kind: 'silent' } }],
    [507, { ok: false, error: { kind: 'silent' } }],
    [302, { ok: false, error: { kind: 'silent' } }],
  ])('%s to an upload: nothing is there afterwards that was not there before', async (status, answer) => {
    const before = blobs();
    refuse('PUT', status, { location: 'https://elsewhere.example/' });
    expect(await provider.store(next())).toMatchObject(answer);
    server.instead(undefined);
    expect(blobs()).toEqual(before);
    expect(await provider.fetch()).toMatchObject({ ok: true, value: { hash: blobHash(blob) } });
  });

  it('a server that names a time is heard', async () => {
    refuse('PROPFIND', 503, { 'retry-after': '120' });
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'silent', retryAfterMs: 120_000 } });
  });

  it('a copy that cannot be read now is not passed over', async () => {
    for (const status of [403, 423, 500]) {
      server.instead((request, response) => {
        if (request.method !== 'GET' || !(request.url ?? '').endsWith('.blob')) return false;
        response.writeHead(status).end();
        return true;
      });
      const before = blobs();
      expect((await provider.fetch()).ok).toBe(false);
      expect((await provider.store(next())).ok).toBe(false);
      expect(blobs()).toEqual(before);
    }
  });
});

describe('conditions', () => {
  it('what is removed is what was read: with its ETag', async () => {
    const conditions: unknown[] = [];
    const renames = new Set<unknown>();
    server.instead((request) => {
      if (request.method === 'DELETE') conditions.push(request.headers['if-match']);
      if (request.method === 'MOVE') renames.add(request.headers['overwrite']);
      return false;
    });
    let last = blob;
    for (let at = 0; at < 4; at += 1) {
      const fresh = bytes();
      expect(await provider.store({ bytes: fresh, replaces: blobHash(last), joined: [] })).toMatchObject({ ok: true });
      last = fresh;
    }
    expect(blobs()).toHaveLength(3);
    // RFC 4918 §9.9.3: without it a rename overwrites.
    expect([...renames]).toEqual(['F']);
    expect(conditions).toEqual([expect.stringMatching(/^"[0-9a-f]{32}"$/), expect.stringMatching(/^"[0-9a-f]{32}"$/)]);
  });

  it('two devices that claim a folder at once have one place', async () => {
    rmSync(join(directory, MARKER_FILE));
    const theirs = `{"format":1,"id":"${'0'.repeat(26)}"}\n`;
    server.instead((request) => {
      if (request.method === 'PUT') writeFileSync(join(directory, MARKER_FILE), theirs);
      return false;
    });
    expect(await webdavKind.claim(world, server.address, answers)).toMatchObject({
      ok: true,
      value: { id: `holdfast+folder:${'0'.repeat(26)}` },
    });
    expect(readFileSync(join(directory, MARKER_FILE), 'utf8')).toBe(theirs);
  });

  it('a name that is taken is never written over: the newer copy is looked at and handed over', async () => {
    const theirs = bytes();
    let raced = false;
    server.instead((request, response) => {
      if (request.method !== 'MOVE' || raced) return false;
      raced = true;
      // Another device has stored its copy since we looked, under the number we wanted.
      void folderProvider(directory, keys)
        .store({ bytes: theirs, replaces: blobHash(blob), joined: [] })
        .then(() => response.writeHead(412).end());
      return true;
    });
    expect(await provider.store(next())).toEqual({
      ok: true,
      value: { kind: 'conflict', bytes: theirs, hash: blobHash(theirs) },
    });
    expect(readdirSync(directory).filter((name) => name.endsWith('.holdfast-tmp'))).toEqual([]);
  });

  it.each([400, 405, 501, 502])(
    'a server that does not rename (%s) gets the file under its name, if none is there',
    async (status) => {
      const conditions: unknown[] = [];
      server.instead((request, response) => {
        if (request.method === 'PUT' && (request.url ?? '').endsWith('.blob'))
          conditions.push(request.headers['if-none-match']);
        if (request.method !== 'MOVE') return false;
        response.writeHead(status).end();
        return true;
      });
      expect(await provider.store(next())).toEqual({ ok: true, value: { kind: 'stored' } });
      expect(conditions).toEqual(['*']);
      expect(blobs()).toHaveLength(2);
      expect(readdirSync(directory).filter((name) => name.endsWith('.holdfast-tmp'))).toEqual([]);
    },
  );

  it('the same place by path and by address: what one stores the other finds', async () => {
    const byPath = folderProvider(directory, keys);
    expect(await byPath.fetch()).toEqual(await provider.fetch());
    const fresh = next();
    await byPath.store(fresh);
    expect(await provider.fetch()).toMatchObject({ ok: true, value: { hash: blobHash(fresh.bytes) } });
    expect(await provider.store(fresh)).toEqual({ ok: true, value: { kind: 'unchanged' } });
  });
});

describe('a line that is slow, breaks, or says nothing', () => {
  it.each(['PROPFIND', 'GET', 'PUT', 'MOVE'])(
    'cut in the middle of %s: silent, and the next round goes through',
    async (method) => {
      const before = blobs();
      server.instead((request, response) => {
        if (request.method !== method) return false;
        response.writeHead(200, { 'content-length': '3000' });
        response.write('half', () => request.socket.destroy());
        return true;
      });
      const request = next();
      expect(await provider.store(request)).toMatchObject({ ok: false, error: { kind: 'silent' } });
      expect(blobs()).toEqual(before);
      server.instead(undefined);
      expect(await provider.store(request)).toEqual({ ok: true, value: { kind: 'stored' } });
      expect(await provider.fetch()).toMatchObject({ ok: true, value: { hash: blobHash(request.bytes) } });
      expect(readdirSync(directory).filter((name) => name.endsWith('.holdfast-tmp'))).toEqual([]);
    },
  );

  it.each(['PROPFIND', 'GET', 'PUT'])(
    'no answer to %s: it is not waited for longer than a minute or two',
    async (method) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let heard: (() => void) | undefined;
      const asked = new Promise<void>((done) => (heard = done));
      server.instead((request) => {
        if (request.method !== method) return false;
        heard?.();
        return true;
      });
      const stored = provider.store(next());
      await asked;
      await vi.advanceTimersByTimeAsync(130_000);
      expect(await stored).toMatchObject({
        ok: false,
        error: { kind: 'silent', why: { kind: 'timeout' } },
      });
    },
  );

  it('a server that is not there at all', async () => {
    await server.close();
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'silent' } });
    await startAgain();
  });
});

describe('every request of a store', () => {
  /** A world whose n-th request never leaves, or whose answer is lost. */
  const failing = (nth: number, how: 'unsent' | 'unheard'): World & { readonly count: () => number } => {
    let at = 0;
    return {
      ...world,
      count: () => at,
      http: async (input, init) => {
        at += 1;
        const isDoomed = at === nth;
        if (isDoomed && how === 'unsent') throw new TypeError('fetch failed');
        const answer = await world.http(input, init);
        if (isDoomed) throw new TypeError('fetch failed');
        return answer;
      },
    };
  };

  it.each(['unsent', 'unheard'] as const)(
    'fails in turn, %s: the copy of before or the new one is there, whole, and the next round goes through',
    async (how) => {
      let last = blob;
      let nth = 1;
      for (; ; nth += 1) {
        const doomed = failing(nth, how);
        const request = { bytes: bytes(), replaces: blobHash(last), joined: [blobHash(last)] };
        const stored = await connectDav(doomed, { address: server.address, ...answers })(keys).store(request);
        if (doomed.count() < nth) {
          expect(stored).toEqual({ ok: true, value: { kind: 'stored' } });
          break;
        }
        const there = await provider.fetch();
        if (!there.ok || there.value.kind !== 'blob') throw new Error(`no copy after request ${nth} was ${how}`);
        expect([blobHash(last), blobHash(request.bytes)]).toContain(there.value.hash);
        if (stored.ok) expect(there.value.hash).toBe(blobHash(request.bytes));
        const again = await provider.store(request);
        expect(again.ok && ['stored', 'unchanged']).toContain(again.ok && again.value.kind);
        expect(await provider.fetch()).toMatchObject({ ok: true, value: { hash: blobHash(request.bytes), also: [] } });
        last = request.bytes;
      }
      // Marker, listing, head, upload, rename, listing, two older copies, removal.
      expect(nth).toBeGreaterThan(7);
      expect(blobs().length).toBeLessThanOrEqual(4);
      await provider.store({ bytes: bytes(), replaces: blobHash((await newest()) ?? blob), joined: [] });
      expect(readdirSync(directory).filter((name) => name.endsWith('.holdfast-tmp'))).toEqual([]);
    },
  );

  it('of two devices at once: neither copy is lost, and both are joined', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = (await newest()) ?? blob;
      const [ours, theirs] = [bytes(), bytes()];
      const both = await Promise.all(
        [ours, theirs].map((each) =>
          provider.store({ bytes: each, replaces: blobHash(before), joined: [blobHash(before)] }),
        ),
      );
      const there = await provider.fetch();
      if (!there.ok || there.value.kind !== 'blob') throw new Error('no copy');
      const found = new Set([there.value.hash, ...there.value.also.map(blobHash)]);
      both.forEach((answer, at) => {
        if (answer.ok && answer.value.kind === 'stored') expect(found).toContain(blobHash([ours, theirs][at] ?? blob));
      });
      const merged = bytes();
      expect(await provider.store({ bytes: merged, replaces: there.value.hash, joined: [...found] })).toMatchObject({
        ok: true,
        value: { kind: 'stored' },
      });
    }
  });

  const newest = async (): Promise<Uint8Array | undefined> => {
    const there = await provider.fetch();
    return there.ok && there.value.kind === 'blob' ? there.value.bytes : undefined;
  };
});
