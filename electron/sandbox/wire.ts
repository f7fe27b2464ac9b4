// SPDX-License-Identifier: GPL-3.0-or-later
import { deflateSync } from 'node:zlib';
import type { Fault } from './faults.ts';
import type { Outgoing } from './outgoing.ts';
import { errorReply, plainReply, type HttpReply, type Reply } from './reply.ts';

/** Sends an answer as it is; JSON is deflated when the client takes that and it helps. */
export const sendReply = (
  outgoing: Outgoing,
  reply: Reply,
  how: { readonly headOnly: boolean; readonly mayDeflate: boolean },
): void => {
  if (reply.kind === 'hang-up') {
    outgoing.destroy();
    return;
  }
  const { status } = reply;
  const isJson = reply.headers['content-type'] === 'application/json';
  const small = how.mayDeflate && isJson ? deflateSync(reply.body) : reply.body;
  const deflated = small.length < reply.body.length;
  const body = deflated ? small : reply.body;
  outgoing.writeHead(status, {
    ...reply.headers,
    ...(deflated ? { 'content-encoding': 'deflate' } : {}),
    // a 204 has no length in HTTP; the recorded servers send none either
    ...(status === 204 ? {} : { 'content-length': String(body.length) }),
  });
  outgoing.end(how.headOnly || status === 204 || status === 304 ? undefined : body);
};

/** What a client sees of an answer that came before its upload was read: a part at most, then a reset connection. */
export const sendCut = (outgoing: Outgoing, reply: Reply): void => {
  const cut = (): void => void (outgoing.socket ? outgoing.socket.resetAndDestroy() : outgoing.destroy());
  // An empty answer is overtaken by the reset.
  if (reply.kind === 'hang-up' || reply.body.length === 0) return cut();
  outgoing.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) });
  outgoing.write(reply.body.subarray(0, Math.floor(reply.body.length / 2)), cut);
};

type Answer = (outgoing: Outgoing, gone: AbortSignal) => Promise<void>;

/** How a fault answers without any handler, or undefined when it only changes the handler's answer. */
export const answerAtFault = (fault: Fault): Answer | undefined => {
  if (fault.closeConnection) return (outgoing) => Promise.resolve(void outgoing.destroy());
  if (fault.hang) return (_, gone) => waitUntilGone(gone);
  if (fault.bigBody) return sendBigBody(fault.bigBody.bytes, fault.bigBody.announced === true);
  const reply = replyAtFault(fault);
  if (!reply) return undefined;
  return (outgoing) => Promise.resolve(sendReply(outgoing, reply, { headOnly: false, mayDeflate: false }));
};

const replyAtFault = (fault: Fault): HttpReply | undefined => {
  if (fault.redirect) return plainReply(fault.redirect.status, { location: fault.redirect.location });
  if (fault.status === undefined) return undefined;
  const extra = {
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter }),
    ...fault.replaceHeaders,
  };
  const reply =
    fault.code === undefined
      ? plainReply(fault.status, {}, fault.replaceBody ?? '')
      : errorReply(fault.status, fault.code);
  return { ...reply, headers: { ...reply.headers, ...extra } };
};

const waitUntilGone = (gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (gone.aborted) resolve();
    gone.addEventListener('abort', () => resolve());
  });

const CHUNK = new Uint8Array(64 * 1024).fill(0x61);

const sendBigBody =
  (bytes: number, announced: boolean): Answer =>
  async (outgoing, gone) => {
    outgoing.writeHead(200, {
      'content-type': 'application/json',
      ...(announced ? { 'content-length': String(bytes) } : {}),
    });
    outgoing.write('{"a":"');
    for (let left = bytes - 6; left > 0 && !gone.aborted; left -= CHUNK.length) {
      const taken = outgoing.write(left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK);
      if (!taken) await drained(outgoing, gone);
    }
    outgoing.end();
  };

const drained = (outgoing: Outgoing, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      outgoing.off('drain', done);
      gone.removeEventListener('abort', done);
      resolve();
    };
    outgoing.once('drain', done);
    gone.addEventListener('abort', done);
  });

/** Sends a handler's answer with the planned lie in it, never compressed; false when there was nothing in it to lie about. */
export const faultyAnswer = (outgoing: Outgoing, reply: Reply, fault: Fault): boolean => {
  const asPlanned = { headOnly: false, mayDeflate: false };
  if (reply.kind === 'hang-up') {
    sendReply(outgoing, reply, asPlanned);
    return fault.delayMs !== undefined;
  }
  const changed = changeReply(reply, fault);
  if (fault.cutBodyAt === undefined) {
    sendReply(outgoing, changed, asPlanned);
    return fault.delayMs !== undefined || !isSame(reply, changed);
  }
  outgoing.writeHead(changed.status, { ...changed.headers, 'content-length': String(changed.body.length) });
  outgoing.write(changed.body.subarray(0, fault.cutBodyAt), () => outgoing.destroy());
  outgoing.flushHeaders();
  return fault.cutBodyAt < changed.body.length;
};

const isSame = (a: HttpReply, b: HttpReply): boolean =>
  Buffer.compare(a.body, b.body) === 0 && JSON.stringify(a.headers) === JSON.stringify(b.headers);

const changeReply = (reply: HttpReply, fault: Fault): HttpReply => {
  let { body } = reply;
  let headers = { ...reply.headers };
  // A 304 has the type of the document, and no body.
  const isJson = headers['content-type'] === 'application/json' && body.length > 0;
  const change = jsonChange(fault);
  if (isJson && change) body = encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(body)))));
  if (fault.lieAboutSignature) headers = mapHeader(headers, 'sync-signature', otherText);
  if (fault.wrongHash) headers = mapHeader(headers, 'etag', (tag) => tag.replace(/[0-9A-Z]/, otherCharacter));
  if (fault.halfJson) body = body.subarray(0, Math.floor(body.length / 2));
  if (fault.replaceBody !== undefined)
    body = typeof fault.replaceBody === 'string' ? encode(fault.replaceBody) : fault.replaceBody;
  return { ...reply, headers: { ...headers, ...fault.replaceHeaders }, body };
};

const jsonChange = (fault: Fault): ((value: unknown) => unknown) | undefined => {
  if (fault.changeJson) return fault.changeJson;
  if (fault.unknownVersion !== undefined) return (body) => ({ ...(body as object), version: fault.unknownVersion });
  if (fault.lieAboutSignature) return mapMembers((name) => /(^|_)sig$/.test(name));
  if (fault.wrongDenominationSignature) return mapMembers((name) => name === 'blinded_rsa_signature');
  return undefined;
};

/** A copy in which every text member with such a name differs in one character. */
const mapMembers =
  (isMeant: (name: string) => boolean) =>
  (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(mapMembers(isMeant));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        isMeant(name) && typeof member === 'string' ? otherText(member) : mapMembers(isMeant)(member),
      ]),
    );
  };

const otherText = (text: string): string => {
  const at = Math.floor(text.length / 2);
  return text.slice(0, at) + otherCharacter(text.charAt(at)) + text.slice(at + 1);
};
const otherCharacter = (character: string): string => (character === '0' ? '1' : '0');
const mapHeader = (
  headers: Record<string, string>,
  name: string,
  change: (text: string) => string,
): Record<string, string> => {
  const value = headers[name];
  return value === undefined ? headers : { ...headers, [name]: change(value) };
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
