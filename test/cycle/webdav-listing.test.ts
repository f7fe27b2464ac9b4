// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobHash } from '../../electron/backup/copies/pack.ts';
import { inspectProvider } from '../../electron/backup/providers/kinds.ts';
import { MARKER_FILE } from '../../electron/backup/providers/place/marker.ts';
import { namesIn } from '../../electron/backup/providers/webdav/listing.ts';
import { multistatus } from '../support/dav-server.ts';
import { aroundDavFolder, world, answers, blob, directory, server, provider, blobs } from './webdav-lab.ts';

aroundDavFolder();

// What a WebDAV server lists may be of another mind, too large or none of ours: each has an outcome, and no copy is lost.

describe('a listing of another mind', () => {
  const folder = 'https://cloud.example/dav/b%C3%BCcher/';
  const names = async (text: string): Promise<unknown> => {
    const read = await namesIn(world, folder, new TextEncoder().encode(text));
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
    expect(await provider.fetch()).toMatchObject({ ok: false, error: { kind: 'silent' } });
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
