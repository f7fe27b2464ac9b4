// SPDX-License-Identifier: GPL-3.0-or-later
import { createServer, type Server } from 'node:http';
import { inflateSync } from 'node:zlib';
import { err, ok, type Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import type { SandboxWorld } from './clock.ts';
import { directFetch, refused, type Serve } from './direct.ts';
import { createFaultList, type AskFault, type FaultList } from './faults.ts';
import type { Incoming, Outgoing } from './outgoing.ts';
import { errorReply, HANG_UP, plainReply, type HttpReply, type Reply } from './reply.ts';
import { answerAtFault, faultyAnswer, sendCut, sendReply } from './wire.ts';

/** One request as handlers see it; `args` are the `:name` parts of the route in order. */
export type SandboxRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly args: readonly string[];
  readonly header: (name: string) => string | undefined;
  /** the whole body, inflated when it was sent with `Content-Encoding: deflate` */
  readonly readBody: () => Promise<Result<Uint8Array, Reply>>;
  /** the value of a planned fault of that name, if one waits for this request */
  readonly asks: AskFault;
  /** raised when the client has gone or the server closes */
  readonly gone: AbortSignal;
};

export type Handler = (request: SandboxRequest) => Reply | Promise<Reply>;
/** `GET /reserves/:pub/history`; a `*` as the last part stands for any one part that no other route names. */
export type Routes = Readonly<Record<string, Handler>>;

export type ServerOptions = {
  readonly routes: Routes;
  /** 0: any; `lasting`: one that will still be free at the next start */
  readonly port: number | 'lasting';
  readonly world: SandboxWorld;
  /** a path under which everything is served, '/' or '/some/where/' */
  readonly prefix?: string;
  readonly latencyMs?: number;
  /** bytes a request body may have, also when inflated; 16 MiB when left out */
  readonly maxBody?: number;
  /** an upload of so many bytes or more, answered before it was read, meets a closed connection and no whole answer */
  readonly cutsUploadsFrom?: number;
  readonly unknownPath: Handler;
  readonly wrongMethod?: (request: SandboxRequest, allowed: readonly string[]) => Reply;
  readonly headers?: Readonly<Record<string, string>>;
};

export type RunningServer = {
  readonly baseUrl: string;
  readonly port: number;
  readonly faults: FaultList;
  /** asks this server without a socket, for clients in this process */
  readonly http: World['http'];
  readonly close: () => Promise<void>;
};

/** PROTOCOL.md#http: the limit of an uncompressed body */
const MAX_BODY = 16 * 1024 * 1024;
const HOST = '127.0.0.1';
/** of the event loop, until a client in this process has seen that its connection ended */
const TURNS = 10;

/**
 * Below what systems hand out by themselves (Linux from 32768, others from 49152), where any program's connection may sit by chance
 * when a server comes back to its address.
 */
const LASTING = { from: 20_000, to: 32_000 };
const MAX_TRIES = 50;

/** Starts a loopback server; port 0 lets the system choose. Fails (rejects) when the port is taken. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { list, takeFor } = createFaultList();
  const closing = new AbortController();
  const prefix = options.prefix ?? '/';
  const table = Object.entries(options.routes).map(parseRoute);
  const room: Served = { options, prefix, table, takeFor, closing: closing.signal };

  const serveSafely: Serve = (incoming, outgoing) => {
    serve(room, incoming, outgoing).catch((defect: unknown) => {
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
      else sendReply(outgoing, errorReply(500, 60, { detail: String(defect) }), { headOnly: false, mayDeflate: false });
      if (!closing.signal.aborted) process.emitWarning(defect instanceof Error ? defect : String(defect));
    });
  };
  const direct = directFetch(serveSafely);
  const http = createServer(serveSafely);
  // Who asks before sending is answered, and told to go on only when the body is wanted.
  http.on('checkContinue', serveSafely);
  // A client that reuses a connection must not meet the server just closing it: clients end their idle ones.
  http.keepAliveTimeout = 0;
  await listen(http, options);
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    baseUrl: `http://${HOST}:${port}${prefix}`,
    faults: list,
    http: (input, init) => (closing.signal.aborted ? Promise.reject(refused()) : direct(input, init)),
    close: async () => {
      closing.abort();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
      // clients in this process must see their pooled connections end before they ask a restarted server
      for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const listen = async (http: Server, { port, world }: Pick<ServerOptions, 'port' | 'world'>): Promise<void> => {
  if (port !== 'lasting') return listenAt(http, port);
  for (let tries = 1; ; tries++) {
    const [high = 0, low = 0] = world.randomBytes(2);
    try {
      return await listenAt(http, LASTING.from + ((high * 256 + low) % (LASTING.to - LASTING.from)));
    } catch (error) {
      if (tries === MAX_TRIES) throw error;
    }
  }
};

const listenAt = (http: Server, port: number): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, HOST, () => {
      http.off('error', reject);
      resolve();
    });
  });

/** What every request is served with. */
type Served = {
  readonly options: ServerOptions;
  readonly prefix: string;
  readonly table: readonly ParsedRoute[];
  readonly takeFor: ReturnType<typeof createFaultList>['takeFor'];
  readonly closing: AbortSignal;
};

const serve = async (
  { options, prefix, table, takeFor, closing }: Served,
  incoming: Incoming,
  outgoing: Outgoing,
): Promise<void> => {
  const gone = goneSignal(outgoing, closing);
  const method = incoming.method ?? 'GET';
  const target = incoming.url ?? '/';
  const source = takeFor(method, target);
  const url = new URL(target, `http://${HOST}`);
  const path = url.pathname.startsWith(prefix) ? `/${url.pathname.slice(prefix.length)}` : undefined;
  let isBodyRead = false;
  const asksFirst = incoming.headers.expect === '100-continue';
  const readBody = once(() => readWholeBody(incoming, options.maxBody ?? MAX_BODY));
  const request: Omit<SandboxRequest, 'args'> = {
    method,
    path: path ?? url.pathname,
    query: url.searchParams,
    header: (name) => headerText(incoming.headers[name.toLowerCase()]),
    readBody: () => {
      if (!isBodyRead && asksFirst) outgoing.writeContinue();
      isBodyRead = true;
      return readBody();
    },
    asks: source.ask,
    gone,
  };
  const fault = source.wire;
  const delayMs = (options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  if (delayMs > 0) await options.world.sleep(delayMs, gone);
  if (fault && !fault.afterHandling) {
    const wrong = answerAtFault(fault);
    if (wrong) return wrong(outgoing, gone);
  }
  const reply =
    path === undefined ? await options.unknownPath({ ...request, args: [] }) : await dispatch(table, request, options);
  const date = new Date(options.world.now()).toUTCString();
  const common: Reply =
    reply.kind === 'http' ? { ...reply, headers: { date, ...options.headers, ...reply.headers } } : reply;
  if (fault?.afterHandling) {
    const wrong = answerAtFault(fault);
    if (wrong) return wrong(outgoing, gone);
  }
  const uploaded = Number(request.header('content-length') ?? '0');
  if (!isBodyRead && !asksFirst && uploaded >= (options.cutsUploadsFrom ?? Number.POSITIVE_INFINITY))
    return sendCut(outgoing, common);
  const encodings = request.header('accept-encoding') ?? '';
  if (fault) {
    if (!faultyAnswer(outgoing, common, fault)) source.missed();
    return;
  }
  sendReply(outgoing, common, { headOnly: method === 'HEAD', mayDeflate: /\bdeflate\b/.test(encodings) });
};

type ParsedRoute = { readonly method: string; readonly parts: readonly string[]; readonly handle: Handler };

const parseRoute = ([pattern, handle]: readonly [string, Handler]): ParsedRoute => {
  const [method = 'GET', path = '/'] = pattern.split(' ');
  return { method, parts: path.split('/').slice(1), handle };
};

const dispatch = (
  table: readonly ParsedRoute[],
  request: Omit<SandboxRequest, 'args'>,
  options: ServerOptions,
): Reply | Promise<Reply> => {
  if (request.method === 'OPTIONS') {
    return plainReply(204, { 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' });
  }
  const parts = request.path.split('/').slice(1).map(decodePart);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const fitting = table.flatMap((route) => {
    const args = routeArgs(route.parts, parts);
    return args ? [{ route, args }] : [];
  });
  const found = fitting.find(({ route }) => route.method === method);
  if (found) return found.route.handle({ ...request, args: found.args });
  const allowed = fitting.flatMap(({ route }) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method]));
  if (allowed.length > 0 && options.wrongMethod) return options.wrongMethod({ ...request, args: [] }, allowed);
  return options.unknownPath({ ...request, args: [] });
};

const routeArgs = (pattern: readonly string[], parts: readonly string[]): readonly string[] | undefined => {
  if (pattern.length !== parts.length) return undefined;
  const args: string[] = [];
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (wanted.startsWith(':') || wanted === '*') args.push(part);
    else if (wanted !== part) return undefined;
  }
  return args;
};

const decodePart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // a stray percent sign is not ours to repair; the handler will find the part malformed
    return part;
  }
};

const headerText = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' || value === undefined ? value : value.join(', ');

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const readWholeBody = async (incoming: Incoming, maxBody: number): Promise<Result<Uint8Array, Reply>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming) {
      size += chunk.length;
      if (size > maxBody) return err(errorReply(413, 32));
      chunks.push(chunk);
    }
  } catch {
    // the client went away in the middle of its upload: nobody is left to answer
    return err(HANG_UP);
  }
  const body = Buffer.concat(chunks);
  if (incoming.headers['content-encoding'] !== 'deflate') return ok(body);
  try {
    return ok(inflateSync(body, { maxOutputLength: maxBody }));
  } catch {
    return err(errorReply(400, 22));
  }
};

const goneSignal = (outgoing: Outgoing, closing: AbortSignal): AbortSignal => {
  const gone = new AbortController();
  const raise = (): void => {
    closing.removeEventListener('abort', raise);
    gone.abort('gone');
  };
  outgoing.once('close', raise);
  closing.addEventListener('abort', raise);
  return gone.signal;
};

/** The header set every real server sends. */
export const CORS: HttpReply['headers'] = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
