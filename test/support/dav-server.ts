// SPDX-License-Identifier: GPL-3.0-or-later
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers a request in place of the server; false lets the server answer. */
type Instead = (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean;

/** A WebDAV server of this process over a directory, that can be told to answer anything else. */
export type DavServer = {
  /** the folder's address, ending in a slash */
  readonly address: string;
  /** `METHOD name` of every request, in order */
  readonly asked: string[];
  /** what it answers instead, until the next call */
  readonly instead: (answer: Instead | undefined) => void;
  readonly close: () => Promise<void>;
};

export const USER = 'ada';
export const PASSWORD = 'correct hörse: battery';

/** Serves `directory` at `/dav/backup/` (RFC 4918 classes 1 and ETags), for whoever says Basic ada:… */
export const startDavServer = async (directory: string): Promise<DavServer> => {
  const asked: string[] = [];
  let instead: Instead | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const name = decodeURIComponent((request.url ?? '').slice('/dav/backup/'.length));
      asked.push(`${request.method} ${name}`);
      if (instead?.(request, response, body) === true) return;
      const expected = `Basic ${Buffer.from(`${USER}:${PASSWORD}`, 'utf8').toString('base64')}`;
      if (request.headers.authorization !== expected)
        return void response.writeHead(401, { 'www-authenticate': 'Basic realm="backup", charset="UTF-8"' }).end();
      if (!(request.url ?? '').startsWith('/dav/backup/')) return void response.writeHead(404).end();
      serve(directory, name, { request, response, body });
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dav/backup/`;
  return {
    address,
    asked,
    instead: (answer) => {
      instead = answer;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly body: Buffer };

const serve = (directory: string, name: string, { request, response, body }: Exchange): void => {
  const path = join(directory, name);
  const there = existsSync(path);
  const say = (status: number, headers: Record<string, string> = {}, text: string | Buffer = ''): void =>
    void response.writeHead(status, headers).end(text);
  const isRefused =
    (request.headers['if-none-match'] === '*' && there) ||
    (request.headers['if-match'] !== undefined && (!there || request.headers['if-match'] !== etagOf(path)));
  if (isRefused) return say(412);
  switch (request.method) {
    case 'PROPFIND':
      if (!existsSync(directory)) return say(404);
      return say(
        207,
        { 'content-type': 'application/xml; charset="utf-8"' },
        listing(directory, request.headers['depth'] === '1'),
      );
    case 'MKCOL':
      mkdirSync(path);
      return say(201);
    case 'GET':
      return there && statSync(path).isFile() ? say(200, { etag: etagOf(path) }, readFileSync(path)) : say(404);
    case 'PUT':
      if (!existsSync(directory)) return say(409);
      writeFileSync(path, body);
      return say(there ? 204 : 201, { etag: etagOf(path) });
    case 'DELETE':
      if (!there) return say(404);
      rmSync(path, { recursive: true });
      return say(204);
    case 'MOVE': {
      const target = decodeURIComponent(
        new URL(String(request.headers['destination'])).pathname.slice('/dav/backup/'.length),
      );
      if (!there) return say(404);
      if (request.headers['overwrite'] === 'F' && existsSync(join(directory, target))) return say(412);
      renameSync(path, join(directory, target));
      return say(201);
    }
    default:
      return say(405);
  }
};

const etagOf = (path: string): string =>
  statSync(path).isFile()
    ? `"${createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32)}"`
    : '"folder"';

const listing = (directory: string, withContents: boolean): string => {
  const names = withContents ? readdirSync(directory) : [];
  return multistatus(['/dav/backup/', ...names.map((name) => `/dav/backup/${encodeURIComponent(name)}`)]);
};

/** A multistatus that names these hrefs. */
export const multistatus = (hrefs: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><D:multistatus xmlns:D="DAV:">${hrefs
    .map(
      (href) =>
        `<D:response><D:href>${href}</D:href><D:propstat><D:prop><D:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`,
    )
    .join('')}</D:multistatus>`;
