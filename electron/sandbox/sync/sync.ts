// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { readKey } from '../read.ts';
import { errorReply, jsonReply, plainReply, type HttpReply, type Reply } from '../reply.ts';
import { CORS, startServer, type RunningServer, type SandboxRequest } from '../server.ts';
import { openStore, portOf, type Store } from '../store.ts';
import type { FaultList } from '../faults.ts';
import type { Books } from '../image.ts';
import type { SandboxMerchant } from '../merchant/merchant.ts';
import type { SandboxWorld } from '../clock.ts';
import { NO_HASH, readUploadHeaders, type UploadHeaders } from './headers.ts';
import { openPayments, PAYMENT_SCHEMA, type Payments } from './payments.ts';

export type SyncOptions = {
  readonly name: string;
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly file: string;
  /** who takes the yearly fee */
  readonly merchant: SandboxMerchant;
  readonly annualFee: string;
  readonly storageLimitMegabytes?: number;
  readonly liabilityLimit?: string;
  readonly fulfillmentUrl?: string;
  /** how long an order of it can be paid; a day when left out */
  readonly orderLifeMs?: number;
  readonly port?: number;
  readonly prefix?: string;
  readonly latencyMs?: number;
};

/** What a test may look up about an account. */
export type SyncAccount = {
  readonly expirationMs: number;
  readonly hash: string | undefined;
  readonly bytes: Uint8Array | undefined;
};

export type SandboxSync = {
  readonly name: string;
  readonly baseUrl: string;
  readonly annualFee: string;
  readonly faults: FaultList;
  readonly http: RunningServer['http'];
  readonly books: Books;
  readonly account: (accountPub: string) => SyncAccount | undefined;
  /** What the operator's nightly job does: forgets accounts whose time is over, with their backups, without notice. */
  readonly collectGarbage: () => number;
  /** Changes the price for new orders. */
  readonly setAnnualFee: (amountText: string) => void;
  readonly close: () => Promise<void>;
};

const SCHEMA = `${PAYMENT_SCHEMA}
CREATE TABLE IF NOT EXISTS backup (account TEXT PRIMARY KEY, hash TEXT NOT NULL, previous TEXT NOT NULL, signature TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS old_backup (account TEXT PRIMARY KEY, hash TEXT NOT NULL, previous TEXT NOT NULL, signature TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;`;

type Backup = { account: string; hash: string; previous: string; signature: string; bytes: Uint8Array };

type Room = { readonly store: Store; readonly payments: Payments; readonly limit: number };

/** Measured with 0.9.3: answers to 60 kB came whole, answers to 300 kB never did (PROTOCOL.md#sync-order-of-checks). */
const CUT_FROM = 128 * 1024;
const DEFAULT_LIMIT_MEGABYTES = 16;

/** Starts a sync service that behaves like 0.9.3, its order of checks and its quirks included (PROTOCOL.md#sync-order-of-checks). */
export const startSync = async (options: SyncOptions): Promise<SandboxSync> => {
  const store = openStore(options.file, SCHEMA);
  let annualFee = amountToText(amount(options.annualFee));
  const payments = openPayments({
    store,
    world: options.world,
    merchant: options.merchant,
    annualFee: () => annualFee,
    ...(options.fulfillmentUrl === undefined ? {} : { fulfillmentUrl: options.fulfillmentUrl }),
    ...(options.orderLifeMs === undefined ? {} : { orderLifeMs: options.orderLifeMs }),
  });
  const room: Room = { store, payments, limit: options.storageLimitMegabytes ?? DEFAULT_LIMIT_MEGABYTES };
  const server = await startServer({
    world: options.world,
    port: portOf(store, options),
    ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    headers: CORS,
    maxBody: room.limit * MEGABYTE,
    cutsUploadsFrom: CUT_FROM,
    unknownPath: () => plainReply(404, { 'content-type': 'text/html' }, '<html><title>404: not found</title></html>'),
    routes: {
      'GET /config': () =>
        jsonReply(200, {
          name: 'sync',
          storage_limit_in_megabytes: room.limit,
          liability_limit: options.liabilityLimit ?? `${options.currency}:0`,
          annual_fee: annualFee,
          version: '2:0:0',
        }),
      'GET /backups/:account': (request) => download(room, request),
      'POST /backups/:account': (request) => upload(room, request),
    },
  });
  store.keep('port', String(server.port));
  return {
    name: options.name,
    baseUrl: server.baseUrl,
    get annualFee() {
      return annualFee;
    },
    faults: server.faults,
    http: server.http,
    books: store,
    account: (pub) => {
      const expirationMs = payments.expiration(pub);
      if (expirationMs === undefined) return undefined;
      const backup = findBackup(room, pub);
      return { expirationMs, hash: backup?.hash, bytes: backup?.bytes };
    },
    collectGarbage: () => {
      const gone = payments.removeExpired();
      for (const account of gone) {
        store.run('DELETE FROM backup WHERE account = ?', account);
        store.run('DELETE FROM old_backup WHERE account = ?', account);
      }
      return gone.length;
    },
    setAnnualFee: (amountText) => {
      annualFee = amountToText(amount(amountText));
    },
    close: async () => {
      await server.close();
      store.close();
    },
  };
};

const findBackup = (room: Room, account: string, table: 'backup' | 'old_backup' = 'backup'): Backup | undefined =>
  room.store.one<Backup>(`SELECT * FROM ${table} WHERE account = ?`, account);

const download = (room: Room, request: SandboxRequest): Reply => {
  const account = readKey(request.args[0] ?? '', 26);
  if (!account.ok) return account.error;
  if (room.payments.expiration(account.value) === undefined) return errorReply(404, 6100);
  const backup = findBackup(room, account.value);
  if (!backup) return plainReply(204);
  // Asked only when there is an older one: a fault that cannot happen must not count as one that did.
  const former = findBackup(room, account.value, 'old_backup');
  const old = former && request.asks('serveOld') ? former : undefined;
  const foreign = request.asks('foreignBlob');
  // If-None-Match is not looked at: 0.9.3 never finds its closing quote, so a 304 never comes (PROTOCOL.md#sync-requests)
  return backupReply(200, foreign ? { ...backup, bytes: foreign, hash: hashOf(foreign) } : (old ?? backup));
};

const backupReply = (status: number, backup: Backup): HttpReply =>
  plainReply(
    status,
    { 'sync-signature': backup.signature, 'sync-previous': backup.previous, etag: `"${backup.hash}"` },
    backup.bytes,
  );

const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

const MEGABYTE = 1024 * 1024;

const upload = async (room: Room, request: SandboxRequest): Promise<Reply> => {
  const account = readKey(request.args[0] ?? '', 26);
  if (!account.ok) return account.error;
  const length = request.header('content-length');
  if (length === undefined) return errorReply(400, 6112);
  if (!/^[0-9]{1,15}$/.test(length)) return errorReply(400, 6105);
  if (Math.floor(Number(length) / MEGABYTE) >= room.limit) return errorReply(413, 6106);
  const headers = readUploadHeaders(request, crockToBytes(account.value, 32));
  if (!headers.ok) return headers.error;
  const demand = await demandPayment(room, request, account.value);
  if (demand) return demand;
  return store(room, request, account.value, headers.value);
};

/** Step 4: an unknown account pays before its body is read. */
const demandPayment = async (room: Room, request: SandboxRequest, account: string): Promise<Reply | undefined> => {
  const paying = request.query.get('paying');
  if (paying !== null) await room.payments.wait(account, paying, request.gone);
  room.payments.creditPaid(account);
  const known = room.payments.expiration(account) !== undefined;
  if (known && !request.asks('payAgain')) return undefined;
  return paymentReply(room, request, account);
};

const paymentReply = async (room: Room, request: SandboxRequest, account: string): Promise<Reply> =>
  plainReply(402, { taler: await room.payments.demand(account, request.query.get('fresh') !== null) });

/** Steps 5 to 9. */
const store = async (room: Room, request: SandboxRequest, account: string, headers: UploadHeaders): Promise<Reply> => {
  const current = findBackup(room, account);
  if (current?.hash === headers.newHash) return plainReply(304);
  if ((current?.hash ?? NO_HASH) !== headers.oldHash)
    return current ? backupReply(409, current) : errorReply(404, 6111);
  if (request.query.get('pay') !== null && !room.payments.justCredited(account, request.query.get('paying')))
    return paymentReply(room, request, account);
  const body = await request.readBody();
  if (!body.ok) return body.error;
  if (hashOf(body.value) !== headers.newHash) return errorReply(400, 6108);
  // another upload may have been stored while this body came in
  const latest = findBackup(room, account);
  if (latest?.hash !== current?.hash) return latest ? backupReply(409, latest) : errorReply(404, 6111);
  if (request.asks('forgetUpload')) return plainReply(204);
  if (current)
    room.store.run(
      'INSERT OR REPLACE INTO old_backup VALUES (?, ?, ?, ?, ?)',
      account,
      current.hash,
      current.previous,
      current.signature,
      current.bytes,
    );
  room.store.run(
    'INSERT OR REPLACE INTO backup VALUES (?, ?, ?, ?, ?)',
    account,
    headers.newHash,
    headers.oldHash,
    headers.signature,
    body.value,
  );
  return plainReply(204);
};
