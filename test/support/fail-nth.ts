// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import type { Db } from '../../electron/storage/database.ts';
import type { Sqlite } from '../../electron/storage/sqlite.ts';
import type { World } from '../../electron/world.ts';

// A wallet's money acts on the outside in two ways only: SQL statements and HTTP requests. Each can fail, and the process can
// die at each; a death anywhere else is a death at the next of them. "n-th" counts statements, requests and answers apart.
// Steps on files (key file, folder provider, receipt, erase) are struck in fail-file.ts.

export type Fault =
  /** one statement fails (a write for want of disk space, a read with an I/O error); the process goes on */
  | 'statement fails'
  /** the n-th BEGIN, write or COMMIT is not carried out, and nothing after it */
  | 'dies at a statement'
  /** the server never sees the request; the process goes on */
  | 'request dropped'
  /** the server has done its work, the answer is lost; the process goes on */
  | 'answer dropped'
  | 'dies at a request'
  | 'dies at an answer'
  /** the server never sees the request: a captive portal, a filter or a proxy answers it; the process goes on */
  | 'somebody between answers'
  /** the server has done its work, and somebody between puts a page in the place of its answer; the process goes on */
  | 'somebody between replaces the answer';

export const FAULTS: readonly Fault[] = [
  'statement fails',
  'dies at a statement',
  'request dropped',
  'answer dropped',
  'dies at a request',
  'dies at an answer',
];

/** Who stands between has many words; each is tried at its own numbers. */
export const BETWEEN: readonly Fault[] = ['somebody between answers', 'somebody between replaces the answer'];

/** One planned fault and what became of it. */
export type Fate = {
  readonly world: (world: World) => World;
  readonly db: (db: Db) => Db;
  readonly isDead: () => boolean;
  /** false where it only counts */
  readonly isPlanned: boolean;
  readonly struck: () => boolean;
  readonly counts: () => Readonly<Record<Fault, number>>;
  /** the numbers of the occasions for `fault` that differ: the first from each place in the program */
  readonly occasions: (fault: Fault) => readonly number[];
};

class Died extends Error {}

/** Thrown where somebody between answers; who sent the request gets the answer. */
class Between extends Error {
  readonly answer: Response;
  constructor(answer: Response) {
    super('somebody between');
    this.answer = answer;
  }
}

const PAGE = '<!doctype html><title>Welcome to the hotel</title><p>Sign in first.';
const page = (status: number): Response =>
  new Response(status === 204 ? null : PAGE, { status, headers: { 'content-type': 'text/html' } });
/** What such people say: pages, nothing, elsewhere, refusals in words and in JSON of their own. */
const WORDS: readonly (() => Response)[] = [
  ...[200, 204, 400, 401, 402, 403, 404, 407, 409, 410, 413, 451, 502, 511].map((status) => () => page(status)),
  () => new Response(null, { status: 302, headers: { location: 'http://portal.example/login' } }),
  () => new Response(null, { status: 307, headers: { location: 'http://portal.example/login' } }),
  () => Response.json({ error: 'blocked by policy' }, { status: 403 }),
  () => Response.json({ message: 'Not Found' }, { status: 404 }),
  () => Response.json({ login: true }),
  () => new Response('OK', { headers: { 'content-type': 'text/plain' } }),
  () => new Response('gone', { status: 410, headers: { 'content-type': 'text/plain' } }),
];
export const WORD_COUNT = WORDS.length;
const wordOf = (number: number): Response => WORDS[number % WORDS.length]?.() ?? page(200);

type Place = 'read' | 'write' | 'request' | 'answer';

/** Which faults a place is an occasion for; a death at a read leaves what a death at the next write leaves. */
const OCCASIONS: Readonly<Record<Place, readonly Fault[]>> = {
  read: ['statement fails'],
  write: ['statement fails', 'dies at a statement'],
  request: ['request dropped', 'dies at a request', 'somebody between answers'],
  answer: ['answer dropped', 'dies at an answer', 'somebody between replaces the answer'],
};

/** The fate of one process: at the n-th occasion for `fault` that happens, once; `watch` counts, and looks where from. */
export const fateOf = (
  plan?: { readonly fault: Fault; readonly n: number; readonly word?: number } | 'watch',
): Fate => {
  const counts: Record<Fault, number> = {
    'statement fails': 0,
    'dies at a statement': 0,
    'request dropped': 0,
    'answer dropped': 0,
    'dies at a request': 0,
    'dies at an answer': 0,
    'somebody between answers': 0,
    'somebody between replaces the answer': 0,
  };
  const places = new Map<string, { readonly fault: Fault; readonly n: number }>();
  const note = (fault: Fault, from: string): void => {
    const where = `${fault} ${from}`;
    if (!places.has(where)) places.set(where, { fault, n: counts[fault] });
  };
  let dead = false;
  let struck = false;
  /** Throws what the process gets to see here; a dead one does nothing more. */
  const pass = (place: Place): void => {
    if (dead) throw new Died();
    let hit = false;
    const from = plan === 'watch' ? callers() : '';
    for (const fault of OCCASIONS[place]) {
      counts[fault] += 1;
      if (plan === 'watch') note(fault, from);
      else hit ||= fault === plan?.fault && counts[fault] === plan.n;
    }
    if (!hit || !plan || plan === 'watch') return;
    struck = true;
    dead = plan.fault.startsWith('dies');
    if (BETWEEN.includes(plan.fault)) throw new Between(wordOf(plan.word ?? plan.n));
    throw failureAt(place, dead);
  };
  return {
    world: (world) => ({ ...world, http: failingHttp(world.http, pass) }),
    db: (db) => ({ ...db, sqlite: failingSqlite(db.sqlite, pass) }),
    isDead: () => dead,
    isPlanned: plan !== undefined && plan !== 'watch',
    struck: () => struck,
    counts: () => counts,
    occasions: (wanted) => [...places.values()].flatMap(({ fault, n }) => (fault === wanted ? [n] : [])),
  };
};

/** Table, view, and who asked: further out the same question is the same place. */
const DEPTH = 3;

/** Where in the wallet's own files the stack is, from the inside: as the engine has it, because to look up lines takes a tenth of all. */
const callers = (): string => {
  const { stackTraceLimit } = Error;
  const prepareStackTrace: unknown = Reflect.get(Error, 'prepareStackTrace');
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (_, sites) => sites;
  const holder: { stack?: readonly NodeJS.CallSite[] } = {};
  Error.captureStackTrace(holder, callers);
  const own: string[] = [];
  for (const site of holder.stack ?? []) {
    const path = site.getFileName()?.split('/electron/')[1];
    if (path === undefined) continue;
    own.push(`${path}:${site.getPosition()}`);
    if (own.length === DEPTH) break;
  }
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return own.join(' < ');
};

const failureAt = (place: Place, dies: boolean): Error => {
  if (dies) return new Died();
  if (place === 'write') return new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  if (place === 'read') return new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
  return new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code: 'ECONNRESET' }) });
};

const failingHttp =
  (http: World['http'], pass: (place: Place) => void): World['http'] =>
  async (input, init) => {
    let answer: Response | undefined;
    try {
      pass('request');
      answer = await http(input, init);
      pass('answer');
      return answer;
    } catch (failure) {
      await answer?.body?.cancel();
      if (failure instanceof Between) return failure.answer;
      throw failure;
    }
  };

type Call = (...values: unknown[]) => unknown;

/** The same connection, each statement of which passes here first; a transaction's BEGIN and COMMIT are statements too. */
const failingSqlite = (sqlite: Sqlite, pass: (place: Place) => void): Sqlite => {
  const prepare = (sql: string): object => {
    const statement = compiled(sqlite, sql);
    return guarded(statement, (method, call) =>
      ['run', 'get', 'all', 'iterate'].includes(method)
        ? (...values) => {
            pass(method === 'run' ? 'write' : 'read');
            return call(...values);
          }
        : undefined,
    );
  };
  const transaction = (work: Call): object => {
    const carriedOut = sqlite.transaction((...values: unknown[]) => {
      const value = work(...values);
      pass('write');
      return value;
    });
    const immediate: Call = (...values) => {
      pass('write');
      return carriedOut.immediate(...values);
    };
    return { immediate };
  };
  return guarded(sqlite, (method) =>
    method === 'prepare' ? (prepare as Call) : method === 'transaction' ? (transaction as Call) : undefined,
  );
};

/** A connection that compiles each text once: a case opens its store again and again, and its forty statements cost more than the rest of it. */
export const compilingOnce = (sqlite: Sqlite): Sqlite =>
  guarded(sqlite, (method) => (method === 'prepare' ? (sql) => compiled(sqlite, String(sql)) : undefined));

const compiled = (sqlite: Sqlite, sql: string): ReturnType<Sqlite['prepare']> => {
  const statements = statementsOf.get(sqlite) ?? new Map<string, ReturnType<Sqlite['prepare']>>();
  statementsOf.set(sqlite, statements);
  const statement = statements.get(sql) ?? sqlite.prepare(sql);
  statements.set(sql, statement);
  return statement;
};

const statementsOf = new WeakMap<Sqlite, Map<string, ReturnType<Sqlite['prepare']>>>();

/** `target` with some methods replaced; the others run on the real object, which native code insists on. */
const guarded = <T extends object>(target: T, replace: (method: string, call: Call) => Call | undefined): T => {
  const made = new Map<string | symbol, { readonly of: unknown; readonly call: Call }>();
  return new Proxy(target, {
    get: (real, name) => {
      const value: unknown = Reflect.get(real, name, real);
      if (typeof value !== 'function') return value;
      const before = made.get(name);
      if (before?.of === value) return before.call;
      const own: Call = (...values) => Reflect.apply(value, real, values) as unknown;
      const call = (typeof name === 'string' ? replace(name, own) : undefined) ?? own;
      made.set(name, { of: value, call });
      return call;
    },
  });
};
