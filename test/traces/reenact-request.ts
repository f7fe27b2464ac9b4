// SPDX-License-Identifier: GPL-3.0-or-later
import { request as httpRequest } from 'node:http';
import { deflateSync, inflateSync } from 'node:zlib';
import { at, asText, withText, type JsonPath } from './reenact-json.ts';
import { bytesOf, jsonOf, type Step } from './trace.ts';

/** A request with its parts apart; `body` is JSON where `raw` is absent. */
export type Asked = {
  readonly method: string;
  readonly parts: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly raw?: Uint8Array;
};

/** An answer as it came from the wire; undefined when the connection was closed without one. */
export type Answered =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly bytes: Uint8Array;
      readonly json: unknown;
    }
  | undefined;

/** A place in a request that holds a signature. */
export type Place =
  | { readonly in: 'body'; readonly path: JsonPath }
  | { readonly in: 'header' | 'query'; readonly name: string };

/** The recorded request in parts. */
export const askedOf = ({ request }: Step): Asked => {
  const [path = '', query = ''] = request.path.split('?', 2);
  const json = jsonOf(request.body);
  return {
    method: request.method,
    parts: path.split('/').slice(1),
    query: new Map(
      query === '' ? [] : query.split('&').map((pair) => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
    ),
    headers: request.headers,
    body: json,
    ...(json === undefined && request.body !== null ? { raw: bytesOf(request.body) } : {}),
  };
};

/** The recorded answer in the same form as ours. */
export const answeredOf = ({ response }: Step): Answered =>
  response === null
    ? undefined
    : {
        status: response.status,
        headers: response.headers,
        bytes: bytesOf(response.body),
        json: jsonOf(response.body),
      };

/** The text at that place, undefined when there is none. */
export const textAt = (asked: Asked, place: Place): string | undefined => {
  const found =
    place.in === 'body'
      ? at(asked.body, place.path)
      : place.in === 'header'
        ? asked.headers[place.name]
        : asked.query.get(place.name);
  return typeof found === 'string' ? found : undefined;
};

/** The request with another text at that place. */
export const replaceAt = (asked: Asked, place: Place, text: string): Asked => {
  if (place.in === 'body') return { ...asked, body: withText(asked.body, place.path, text) };
  if (place.in === 'header') return { ...asked, headers: { ...asked.headers, [place.name]: text } };
  return { ...asked, query: new Map([...asked.query, [place.name, text]]) };
};

const PATIENCE_MS = 15_000;

/** Sends a request as it is, without a client's opinions, and takes the answer apart; a closed connection is an answer too. */
export const send = (baseUrl: string, asked: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const query = [...asked.query].map(([name, value]) => `${name}=${value}`).join('&');
    const url = new URL(baseUrl);
    const plain = asked.raw ?? (asked.body === undefined ? undefined : Buffer.from(JSON.stringify(asked.body)));
    const body = plain !== undefined && asked.headers['content-encoding'] === 'deflate' ? deflateSync(plain) : plain;
    const outgoing = httpRequest(
      {
        host: url.hostname,
        port: url.port,
        method: asked.method,
        path: `${url.pathname}${asked.parts.join('/')}${query === '' ? '' : `?${query}`}`,
        headers: {
          ...asked.headers,
          ...(body === undefined && asked.method !== 'POST' ? {} : { 'content-length': String(body?.length ?? 0) }),
        },
        timeout: PATIENCE_MS,
      },
      (incoming) => {
        const chunks: Uint8Array[] = [];
        incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [
              name,
              Array.isArray(value) ? value.join(', ') : asText(value),
            ]),
          );
          const sent = Buffer.concat(chunks);
          const bytes = headers['content-encoding'] === 'deflate' ? inflateSync(sent) : sent;
          resolve({
            status: incoming.statusCode ?? 0,
            headers,
            bytes: new Uint8Array(bytes),
            json: jsonFrom(headers['content-type'], bytes),
          });
        });
      },
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(undefined) : reject(error),
    );
    outgoing.end(body);
  });

const jsonFrom = (type: string | undefined, bytes: Uint8Array): unknown =>
  type === 'application/json' && bytes.length > 0
    ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown)
    : undefined;
