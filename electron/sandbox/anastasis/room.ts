// SPDX-License-Identifier: GPL-3.0-or-later
import type { SandboxWorld } from '../clock.ts';
import type { SandboxMerchant } from '../merchant/merchant.ts';
import { errorReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import type { Store } from '../store.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** How it speaks: as anastasis-httpd 0.2.0 was recorded, or as the clients of 2022 expect (PROTOCOL.md#anastasis-generations). */
export type AnastasisForm = '2021' | '2022';

/** What is asked of the shop that takes the fees. */
export type FeeTaker = Pick<SandboxMerchant, 'createOrder' | 'orderStatus' | 'waitUntilPaid'>;

export type AnastasisRoom = {
  readonly form: AnastasisForm;
  readonly world: SandboxWorld;
  readonly store: Store;
  readonly merchant: FeeTaker;
  readonly currency: string;
  readonly businessName: string;
  /** what one use of each method costs, as text */
  readonly methods: Readonly<Record<string, string>>;
  readonly truthUploadFee: string;
  readonly annualFee: () => string;
  readonly limitMegabytes: number;
  /** how many versions one payment is good for */
  readonly uploadsPerPayment: number;
};

export const ANASTASIS_SCHEMA = `
CREATE TABLE IF NOT EXISTS truth (uuid TEXT PRIMARY KEY, type TEXT NOT NULL, mime TEXT NOT NULL, share BLOB NOT NULL, encrypted BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS attempt (uuid TEXT PRIMARY KEY, count INTEGER NOT NULL, since INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS code (uuid TEXT NOT NULL, code INTEGER NOT NULL, made INTEGER NOT NULL, sent INTEGER NOT NULL, wrong INTEGER NOT NULL, iban TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS outbox (uuid TEXT NOT NULL, address TEXT NOT NULL, code INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS transfer (iban TEXT NOT NULL, subject TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (pub TEXT PRIMARY KEY, expiration INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS policy (account TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, signature TEXT NOT NULL, metadata TEXT, made INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (account, version)) STRICT;
CREATE TABLE IF NOT EXISTS payment (order_id TEXT PRIMARY KEY, purpose TEXT NOT NULL, subject TEXT NOT NULL, uri TEXT NOT NULL, years INTEGER NOT NULL, uploads INTEGER NOT NULL DEFAULT 0, credited INTEGER NOT NULL DEFAULT 0) STRICT;`;

/** A malformed parameter: 400/26, with the server's own name for it. */
export const malformed = (detail: string): Reply => errorReply(400, 26, { detail });

/** The order that a request names as paid, checked for its spelling alone; undefined when it names none. */
export const readPaymentId = (request: SandboxRequest, detail: string): Result<string | undefined, Reply> => {
  const named = request.header('anastasis-payment-identifier');
  return named === undefined || parseCrock(named, 32).ok ? ok(named) : err(malformed(detail));
};

/** `timeout_ms`; undefined when it was not sent. */
export const readWait = (request: SandboxRequest): Result<number | undefined, Reply> => {
  const text = request.query.get('timeout_ms');
  if (text === null) return ok(undefined);
  return /^[0-9]{1,15}$/.test(text) ? ok(Number(text)) : err(malformed('timeout_ms (must be non-negative number)'));
};

const MEGABYTE = 1024 * 1024;

/** Whether a body of the announced length is taken at all; asked before it is read. */
export const tooLarge = (room: AnastasisRoom, request: SandboxRequest): Reply | undefined =>
  Math.floor(Number(request.header('content-length') ?? '0') / MEGABYTE) >= room.limitMegabytes
    ? errorReply(413, 6105, { detail: 'Content-length value not acceptable' })
    : undefined;
