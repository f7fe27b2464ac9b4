// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';
import type { Incoming, Outgoing } from './outgoing.ts';

/** What a server does with one request, over a socket or without. */
export type Serve = (incoming: Incoming, outgoing: Outgoing) => void;

/**
 * A `fetch` for clients in this process: hands each request to a server's own code, planned faults included, without a
 * socket. Only redirects by hand are known here, and bodies that are text or bytes.
 */
export const directFetch =
  (serve: Serve): World['http'] =>
  async (input, init = {}) => {
    if (typeof input !== 'string' && !(input instanceof URL)) throw new Error('defect: no Request objects here');
    const { signal } = init;
    signal?.throwIfAborted();
    const incoming = incomingOf(new URL(input), init);
    // Another process would have its turn now.
    await new Promise((resolve) => setImmediate(resolve));
    return await new Promise<Response>((resolve, reject) => {
      const answer = answerTo(resolve, reject);
      if (signal) {
        const hangUp = (): void => answer.hangUp(signal.reason);
        signal.addEventListener('abort', hangUp, { once: true });
        answer.outgoing.once('close', () => signal.removeEventListener('abort', hangUp));
        if (signal.aborted) return hangUp();
      }
      serve(incoming, answer.outgoing);
    });
  };

/** What a fetch to a server that is not there ends with. */
export const refused = (): Error => cut('ECONNREFUSED');

const cut = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('no connection'), { code }) });

const incomingOf = (url: URL, { method = 'GET', headers, body }: RequestInit): Incoming => {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (bytes !== undefined && bytes !== null && !(bytes instanceof Uint8Array))
    throw new Error('defect: only text and bytes are sent here');
  const length: Record<string, string> = bytes
    ? { 'content-length': String(bytes.length) }
    : method === 'POST'
      ? { 'content-length': '0' }
      : {};
  return {
    method,
    url: `${url.pathname}${url.search}`,
    headers: { ...Object.fromEntries(new Headers(headers)), ...length },
    async *[Symbol.asyncIterator]() {
      if (bytes && bytes.length > 0) yield bytes;
    },
  };
};

type Answer = { readonly outgoing: Outgoing; readonly hangUp: (reason: unknown) => void };

const NO_BODY = [204, 304];

/** The answer that a server writes, as the Response a client gets. */
const answerTo = (resolve: (response: Response) => void, reject: (reason: unknown) => void): Answer => {
  let head: { readonly status: number; readonly headers: Record<string, string> } | undefined;
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  let over = false;
  const listeners = { close: new Set<() => void>(), drain: new Set<() => void>() };
  const emit = (event: 'close' | 'drain'): void => {
    for (const heard of listeners[event]) {
      listeners[event].delete(heard);
      heard();
    }
  };
  const begin = (): ReadableStreamDefaultController<Uint8Array> | undefined => {
    if (body || !head) return body;
    if (NO_BODY.includes(head.status)) {
      // As on a wire: whatever is written after such a head, the answer ends with it.
      resolve(new Response(null, head));
      return undefined;
    }
    const stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (body = controller),
        pull: () => emit('drain'),
        cancel: () => finish(),
      },
      { highWaterMark: 1 },
    );
    resolve(new Response(stream, head));
    return body;
  };
  const finish = (): void => {
    if (over) return;
    over = true;
    emit('close');
  };
  const breakOff = (reason: unknown): void => {
    if (over) return;
    if (body) body.error(reason);
    else reject(reason);
    finish();
  };
  const outgoing: Outgoing = {
    get headersSent() {
      return head !== undefined;
    },
    get destroyed() {
      return over;
    },
    writeHead: (status, headers) => void (head = { status, headers }),
    write: (bytes, sent) => {
      if (!over) begin()?.enqueue(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes));
      if (sent) setImmediate(sent);
      return (body?.desiredSize ?? 0) > 0;
    },
    end: (bytes) => {
      if (over || !head) return;
      if (body) {
        if (bytes) body.enqueue(new Uint8Array(bytes));
        body.close();
      } else resolve(new Response(NO_BODY.includes(head.status) || !bytes ? null : new Uint8Array(bytes), head));
      finish();
    },
    destroy: () => breakOff(body ? new TypeError('terminated', { cause: cut('UND_ERR_SOCKET') }) : cut('ECONNRESET')),
    flushHeaders: () => void begin(),
    writeContinue: () => undefined,
    once: (event, heard) => void listeners[event].add(heard),
    off: (event, heard) => void listeners[event].delete(heard),
  };
  return { outgoing, hangUp: breakOff };
};
