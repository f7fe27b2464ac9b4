// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { fromTrouble, outcomeNotes } from '../../electron/backup/cycle/outcome.ts';
import { folderProvider } from '../../electron/backup/providers/folder/folder.ts';
import { inspectProvider } from '../../electron/backup/providers/kinds.ts';
import { MARKER_FILE } from '../../electron/backup/providers/place/marker.ts';
import type { Provider } from '../../electron/backup/providers/provider.ts';
import { namesIn } from '../../electron/backup/providers/webdav/listing.ts';
import { webdavKind } from '../../electron/backup/providers/webdav/webdav.ts';
import { accountKeys, type AccountKeys } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { World } from '../../electron/world.ts';
import { add, install, outcomes, recoveryText, startEconomy, testWorld, withdraw } from '../support/backup-rig.ts';
import { connectDav } from '../support/dav-provider.ts';
import { multistatus, PASSWORD, startDavServer, USER, type DavServer } from '../support/dav-server.ts';

// A WebDAV server that is hostile, broken, slow or of another mind: each has an outcome and a sentence, and no copy is lost.

const world = testWorld();
const answers = { user: USER, password: PASSWORD };
const bytes = (length = 6000): Uint8Array => new Uint8Array(randomBytes(length));
const blob = bytes();

let directory: string;
let server: DavServer;
let keys: AccountKeys;
let provider: Provider;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'holdfast-dav-'));
  server = await startDavServer(directory);
  const claimed = await webdavKind.claim(world, server.address, answers);
  if (!claimed.ok) throw new Error(JSON.stringify(claimed.error));
  keys = accountKeys(secret(bytes(64)), claimed.value.id);
  provider = connectDav(world, { address: server.address, ...answers })(keys);
  expect(await provider.store({ bytes: blob, replaces: undefined, joined: [] })).toEqual({
    ok: true,
    value: { kind: 'stored' },
  });
  server.asked.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

const blobs = (): readonly string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.blob'))
    .sort();
const next = (): Parameters<Provider['store']>[0] => ({
  bytes: bytes(),
  replaces: blobHash(blob),
  joined: [blobHash(blob)],
});
/** Answers every request of a method with this status, and goes on with the others. */
const refuse = (method: string, status: number, headers: Record<string, string> = {}): void =>
  server.instead((request, response) => {
    if (request.method !== method) return false;
    response.writeHead(status, headers).end('<html>no</html>');
    return true;
  });

describe('what a status means', () => {
  it.each([
    [401, { kind: 'shut-out', reason: 'password' }, /does not accept the user name and password/],
    [403, { kind: 'shut-out', reason: 'permission' }, /does not let this user/],
    [404, { kind: 'misbehaved' }, /no such folder/],
    [405, { kind: 'misbehaved' }, /does not speak WebDAV/],
    [409, { kind: 'misbehaved' }, /folder above it/],
    [412, { kind: 'silent' }, /changed at this moment/],
    [418, { kind: 'misbehaved' }, /fits no question/],
    [423, { kind: 'silent' }, /locked/],
    [429, { kind: 'silent' }, /trouble of its own/],
    [500, { kind: 'silent' }, /trouble of its own/],
    [507, { kind: 'silent' }, /storage is full/],
    [301, { kind: 'misbehaved' }, /sends this wallet to/],
    [308, { kind: 'misbehaved' }, /sends this wallet to/],
    [200, { kind: 'misbehaved' }, /./],
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
    [302, { ok: false, error: { kind: 'misbehaved' } }],
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

describe('a listing of another mind', () => {
  const folder = 'https://cloud.example/dav/b%C3%BCcher/';
  const names = async (text: string): Promise<unknown> => {
    const read = await namesIn(folder, new TextEncoder().encode(text));
    return read.ok ? read.value : read.error.kind;
  };

  it('speaks of other places, climbs, repeats, and spells its addresses in every way: the names in this folder are taken', async () => {
    expect(
      await names(
        multistatus([
          '/dav/bücher/',
          '/dav/b%C3%BCcher/one.blob',
          '/dav/b%c3%bccher/one.blob',
          'https://cloud.example/dav/b%C3%BCcher/two.blob',
          'https://evil.example/dav/b%C3%BCcher/foreign.blob',
          '//evil.example/dav/b%C3%BCcher/foreign2.blob',
          'three.blob',
          '../above.blob',
          '/dav/b%C3%BCcher/../above2.blob',
          '/dav/b%C3%BCcher/%2e%2e/above3.blob',
          '/dav/b%C3%BCcher/..%2f..%2fetc%2fpasswd',
          '/dav/b%C3%BCcher/sub/deep.blob',
          '/etc/passwd',
          '/dav/b%C3%BCcher/%ff.blob',
          'http://[',
          'file:///etc/passwd',
          '/dav/b%C3%BCcher/12345',
          '',
        ]),
      ),
    ).toEqual(['one.blob', 'two.blob', 'three.blob', '12345']);
  });

  it('whose server knows itself by another address: its own names are taken', async () => {
    const internal = 'http://internal:8080/dav/b%C3%BCcher/';
    expect(
      await names(multistatus([internal, `${internal}one.blob`, 'https://evil.example/dav/b%C3%BCcher/x'])),
    ).toEqual(['one.blob']);
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'not xml at all'],
    ['half of one', multistatus(['/dav/bücher/', '/dav/bücher/one.blob']).slice(0, 250)],
    ['a page', '<html><body>Log in</body></html>'],
    ['an empty one: it does not even speak of the folder', multistatus([])],
    ['another folder', multistatus(['/dav/other/', '/dav/other/one.blob'])],
    ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]>${multistatus(['/dav/bücher/', '&a;'])}`],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${multistatus(['/dav/bücher/', '&a;'])}`,
    ],
    ['thousands of tags in each other', `<D:multistatus xmlns:D="DAV:">${'<a>'.repeat(20_000)}`],
    [
      'a tag with thousands of attributes',
      `<D:multistatus xmlns:D="DAV:"><a ${Array.from({ length: 5000 }, (_, at) => `a${at}="x"`).join(' ')}/></D:multistatus>`,
    ],
    ['a prototype', '<__proto__><multistatus/></__proto__>'],
    ['UTF-16', Buffer.from(multistatus(['/dav/bücher/']), 'utf16le').toString('latin1')],
  ])('%s is never taken for an empty folder', async (_what, text) => {
    expect(await names(text)).toBe('misbehaved');
  });

  it('of ten megabytes is not read to its end', async () => {
    const large = Buffer.from(
      multistatus(['/dav/backup/', ...Array.from({ length: 90_000 }, (_, at) => `/dav/backup/${at}`)]),
    );
    server.instead((request, response) => {
      if (request.method !== 'PROPFIND') return false;
      response.writeHead(207, { 'content-type': 'text/xml' }).end(large);
      return true;
    });
    expect(large.length).toBeGreaterThan(10_000_000);
    expect(await provider.fetch()).toMatchObject({
      ok: false,
      error: {
        kind: 'misbehaved',
        why: { kind: 'folder-too-full' },
      },
    });
  });

  it('of a folder with many files of others is refused before it is added, with what to do', async () => {
    for (let at = 0; at < 700; at += 1)
      writeFileSync(join(directory, `photograph-of-the-summer-number-${at}.jpeg`), '');
    rmSync(join(directory, MARKER_FILE));
    expect(await inspectProvider(world, server.address, answers)).toMatchObject({
      ok: false,
      error: { kind: 'place-unusable', why: { kind: 'folder-too-full' } },
    });
    expect(readdirSync(directory)).not.toContain(MARKER_FILE);
  });

  it('in a page of another kind is no listing', async () => {
    server.instead((request, response) => {
      if (request.method !== 'PROPFIND') return false;
      response.writeHead(207, { 'content-type': 'text/html' }).end(multistatus(['/dav/backup/']));
      return true;
    });
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
  });

  it('names a copy that is not there, or is damaged: the one before it counts', async () => {
    const [name = ''] = blobs();
    writeFileSync(join(directory, name.replace('-00000001-', '-00000002-')), 'damaged');
    server.instead((request, response) => {
      if (request.method !== 'PROPFIND') return false;
      const ghosts = [3, 4].map((at) => name.replace('-00000001-', `-0000000${at}-`));
      const hrefs = ['', ...readdirSync(directory), ...ghosts, ...ghosts].map((each) => `/dav/backup/${each}`);
      response.writeHead(207, { 'content-type': 'application/xml' }).end(multistatus(hrefs));
      return true;
    });
    expect(await provider.fetch()).toMatchObject({ ok: true, value: { kind: 'blob', hash: blobHash(blob) } });
  });

  it('a folder that has lost its marker, or has another, or is one itself', async () => {
    rmSync(join(directory, MARKER_FILE));
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
    mkdirSync(join(directory, MARKER_FILE));
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
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
    server = await startDavServer(directory);
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

describe('the password', () => {
  const answering = (status: number, headers: Record<string, string>): World => ({
    ...world,
    http: async () => new Response('', { status, headers }),
  });

  it('is not sent where everybody can read it', async () => {
    const target = 'http://cloud.example/dav/';
    const open = answering(401, { 'www-authenticate': 'Basic realm="x"' });
    expect(await inspectProvider(open, target)).toEqual({ ok: false, error: { kind: 'needs-https', target } });
    let sent = 0;
    const counting: World = {
      ...world,
      http: async (_input, init) => {
        if (new Headers(init?.headers).has('authorization')) sent += 1;
        return new Response('', { status: 404 });
      },
    };
    expect(await inspectProvider(counting, target, answers)).toMatchObject({ ok: false });
    expect((await webdavKind.claim(counting, target, answers)).ok).toBe(false);
    const access = { kind: 'webdav', address: target, answers };
    expect(webdavKind.open(counting, keys, { access })).toBeUndefined();
    expect(sent).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])('goes nowhere that an answer points to (%s), over TLS or not', async (status) => {
    const target = 'https://cloud.example/dav/';
    for (const location of ['https://elsewhere.example/dav/', '/other/', 'http://cloud.example/dav/']) {
      const asked: string[] = [];
      const pointing: World = {
        ...world,
        http: async (input) => {
          asked.push(new URL(input instanceof Request ? input.url : String(input)).pathname);
          expect(String(input)).toContain(target);
          return new Response('', { status, headers: { location } });
        },
      };
      const place = connectDav(pointing, { address: target, ...answers })(keys);
      expect(await place.fetch()).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
      expect(await place.store(next())).toMatchObject({ ok: false, error: { kind: 'misbehaved' } });
      expect(await inspectProvider(pointing, target, answers)).toMatchObject({ ok: false });
      expect(await webdavKind.claim(pointing, target, answers)).toMatchObject({ ok: false });
      expect(asked.length).toBeGreaterThan(3);
    }
  });

  it('is asked for, not written into the address', async () => {
    for (const address of ['https://', 'https:/', 'https:', 'HTTPS:\\\\', 'dav://', '']) {
      const failed = await inspectProvider(world, `${address}ada:hunter2@cloud.example/dav/`);
      expect(failed).toEqual({ ok: false, error: { kind: 'password-in-address' } });
    }
  });

  it('is in no log, no address, no failure, no view and on no sheet', async () => {
    const seen: string[] = [];
    const watched: World = {
      ...world,
      log: (event) => void seen.push(JSON.stringify(event)),
      http: (input, init) => {
        seen.push(input instanceof Request ? input.url : String(input));
        return world.http(input, init);
      },
    };
    const sandbox: Sandbox = await startEconomy(watched, []);
    try {
      const one = install(watched);
      await withdraw(one, sandbox, 'KUDOS:2');
      const added = await one.backup.addProvider({ target: server.address, answers, consent: true });
      if (!added.ok) throw new Error(added.error.kind);
      await outcomes(one);
      refuse('PROPFIND', 401);
      expect(await outcomes(one)).toEqual(['shut-out']);
      const wrong = await one.backup.addProvider({
        target: server.address,
        answers: { ...answers, password: `${PASSWORD}!` },
        consent: true,
      });
      expect(wrong).toMatchObject({ ok: false, error: { kind: 'password-refused' } });
      server.instead(undefined);
      const sheet = one.backup.recoverySheet();
      seen.push(JSON.stringify([added, wrong, one.backup.providers(), one.backup.status(), sheet, recoveryText(one)]));
      // Removed, it is forgotten, in the copies of every device too.
      await one.backup.removeProvider(added.value.id);
      const left = JSON.stringify(one.store.snapshot());
      for (const secretText of [
        PASSWORD,
        JSON.stringify(PASSWORD).slice(1, -1),
        Buffer.from(`${USER}:${PASSWORD}`).toString('base64'),
      ]) {
        expect(seen.filter((text) => text.includes(secretText))).toEqual([]);
        expect(left).not.toContain(secretText);
      }
      expect(seen.length).toBeGreaterThan(20);
    } finally {
      await sandbox.close();
    }
  });
});

describe('another wallet that keeps its copies there', () => {
  it('is taken over with its password, told so, and its password is not ours afterwards', async () => {
    const sandbox = await startEconomy(world, []);
    const stick = mkdtempSync(join(tmpdir(), 'holdfast-dav-ours-'));
    try {
      const theirs = install(world);
      await withdraw(theirs, sandbox, 'KUDOS:3');
      const added = await theirs.backup.addProvider({ target: server.address, answers, consent: true });
      if (!added.ok) throw new Error(added.error.kind);
      const text = recoveryText(theirs);
      await theirs.backup.abandon();
      const ours = install(world);
      await withdraw(ours, sandbox, 'KUDOS:2');
      await add(ours, stick);
      const taken = await ours.backup.takeover({ recoveryText: text, answers: { [added.value.id]: answers } });
      expect(taken).toMatchObject({
        ok: true,
        value: { how: 'joined', marked: [{ provider: added.value.id, done: true }] },
      });
      expect(JSON.stringify(ours.store.snapshot())).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
      expect(ours.backup.providers().map(({ place }) => place)).toEqual([stick]);
      // The other device, still at its old copy, is told by the mark there.
      const late = install(world);
      const heard = await late.backup.takeover({ recoveryText: text, answers: { [added.value.id]: answers } });
      expect(heard).toMatchObject({ ok: false, error: { kind: 'not-abandoned', status: 'taken-over' } });
    } finally {
      await sandbox.close();
      rmSync(stick, { recursive: true });
    }
  });
});

describe('a password that is not right any more', () => {
  it('is not tried again and again: that would shut the person out of their own server', async () => {
    const moving = testWorld();
    const one = install(moving, { gated: true });
    const added = await one.backup.addProvider({ target: server.address, answers, consent: true });
    expect(added.ok).toBe(true);
    refuse('PROPFIND', 401);
    refuse('GET', 401);
    one.store.transaction((tx) => tx.put('setting', 'note', { value: 1 }));
    await one.backup.run();
    expect(one.backup.providers()).toMatchObject([{ lastOutcome: 'shut-out' }]);
    const tries = async (): Promise<number> => {
      server.asked.length = 0;
      await one.backup.run();
      await one.backup.gate({ kind: 'withdrawal', id: 'waits' });
      return server.asked.length;
    };
    expect(await tries()).toBe(0);
    moving.move(5 * 3600 * 1000);
    expect(await tries()).toBe(0);
    moving.move(3600 * 1000 + 1);
    expect(await tries()).toBeGreaterThan(0);
    // Added again with the right one, it is asked at once.
    server.instead(undefined);
    expect(await one.backup.addProvider({ target: server.address, answers, consent: true })).toMatchObject({
      ok: true,
      value: { lastOutcome: 'stored' },
    });
  });

  it('and a login of another kind is named', async () => {
    const digest: World = {
      ...world,
      http: async () =>
        new Response('', { status: 401, headers: { 'www-authenticate': 'Digest realm="x", nonce="y"' } }),
    };
    expect(await inspectProvider(digest, 'https://cloud.example/dav/')).toMatchObject({
      ok: false,
      error: { kind: 'place-unusable', why: { kind: 'other-login' } },
    });
  });
});

describe('an entry with a directory and an address', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
  });
  afterAll(() => sandbox.close());

  it('is reached by its address on every device, whoever added it last and by what; removed, both are gone', async () => {
    const meeting = sandbox.syncProviders[0]?.baseUrl ?? '';
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:2');
    const fee = { maxFee: 'KUDOS:0', consent: true } as const;
    await one.backup.addProvider({ target: meeting, ...fee });
    const two = install(world);
    const restored = await two.backup.restore(recoveryText(one));
    expect(restored.ok).toBe(true);

    // At the same time, before either hears of it: one device by path, the other by address.
    const byPath = await one.backup.addProvider({ target: directory, consent: true });
    const byAddress = await two.backup.addProvider({ target: server.address, answers, consent: true });
    if (!byPath.ok || !byAddress.ok) throw new Error('not added');
    expect(byPath.value.id).toBe(byAddress.value.id);
    for (let round = 0; round < 3; round += 1) for (const each of [one, two]) await each.backup.cycle();
    for (const { backup } of [one, two])
      expect(backup.providers().find(({ id }) => id === byPath.value.id)).toMatchObject({
        place: server.address,
        upToDate: true,
      });

    await two.backup.addProvider({ target: directory, consent: true });
    expect(two.backup.providers().find(({ id }) => id === byPath.value.id)?.place).toBe(server.address);
    await two.backup.removeProvider(server.address);
    for (let round = 0; round < 2; round += 1) for (const each of [two, one]) await each.backup.cycle(meeting);
    expect(one.backup.providers().map(({ id }) => id)).toEqual([meeting]);
    await two.backup.addProvider({ target: directory, consent: true });
    expect(two.backup.providers().find(({ id }) => id === byPath.value.id)?.place).toBe(directory);
  });
});
