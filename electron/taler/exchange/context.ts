// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { World } from '../../world.ts';
import { eddsaVerify } from '../crypto/eddsa.ts';
import { crockToBytes } from '../bytes/encodings.ts';
import type { Confirmation } from './answers.ts';
import type { ExchangeFailure } from './failure.ts';
import type { Generation } from './generation.ts';
import type { ExchangeKeys, SignKey } from './keys/model.ts';
import type { Answer } from './exchange.ts';
import { request, type HttpAnswer, type HttpRequest } from '../wire/http.ts';
import { findSignKey } from './keys/keys.ts';

/** What every operation of an exchange client needs: where it is, what it speaks, and the keys its answers are checked with. */
export type Context = {
  readonly world: World;
  readonly baseUrl: string;
  readonly generation: Generation;
  /** the keys known so far; fetched on first need */
  readonly keys: () => Answer<ExchangeKeys>;
  /** asks whether they are still the same, and fetches them when not */
  readonly refetchKeys: () => Answer<ExchangeKeys>;
  /** notes that the exchange has refused a denomination that stands in the keys known so far */
  readonly doubtKeys: () => void;
  readonly areKeysDoubted: () => boolean;
};

/** A statement of the exchange as it came, with the block it must cover. */
export type Statement = {
  readonly what: string;
  readonly block: Uint8Array;
  readonly exchangePub: string;
  readonly exchangeSig: string;
  /** when it was signed, if it says so */ readonly signedAt?: Timestamp;
};

/** Clocks may differ by this much before a signing key counts as used outside its time (15 minutes: PROTOCOL.md#clocks). */
const CLOCK_TOLERANCE_MS = 15 * 60 * 1000;
/** A long poll is answered a little after its time at the latest; then we hang up. */
const LONG_POLL_SLACK_MS = 30_000;
const MAX_LONG_POLL_MS = 10 * 60 * 1000;

export type Sent = { readonly answer: HttpAnswer; readonly url: string };

/** The operations that an exchange may send to another host of its own (PROTOCOL.md#redirects); anything else stays where it was asked. */
const MOVABLE = /^(?:(?:coins|reserves|refreshes)\/|(?:withdraw|melt|reveal-melt)$)/;

/** Sends a request below the base URL; 307 and 308 are followed within the origin, for coins and reserves also from https to https. */
export const send = async (
  context: Context,
  path: string,
  asked: Omit<HttpRequest, 'url'>,
): Promise<Result<Sent, ExchangeFailure>> => {
  const url = new URL(path, context.baseUrl).href;
  const redirects = MOVABLE.test(path) ? 'https' : 'same-origin';
  const answered = await request(context.world, { redirects, ...asked, url });
  return answered.ok ? ok({ answer: answered.value, url }) : answered;
};

/** GET with an optional long poll. */
export const get = (
  context: Context,
  path: string,
  longPollMs?: number,
  headers?: Readonly<Record<string, string>>,
): Promise<Result<Sent, ExchangeFailure>> => {
  const poll = longPollMs === undefined ? undefined : Math.min(Math.max(0, Math.floor(longPollMs)), MAX_LONG_POLL_MS);
  const query = poll === undefined ? '' : `${path.includes('?') ? '&' : '?'}timeout_ms=${poll}`;
  return send(context, `${path}${query}`, {
    method: 'GET',
    ...(headers === undefined ? {} : { headers }),
    ...(poll === undefined ? {} : { timeoutMs: poll + LONG_POLL_SLACK_MS }),
  });
};

/** POST of a JSON body; `items` coins or planchets lengthen the time allowed, for slow servers sign them one by one. */
export const post = (
  context: Context,
  path: string,
  json: unknown,
  items = 1,
): Promise<Result<Sent, ExchangeFailure>> =>
  send(context, path, { method: 'POST', json, timeoutMs: 60_000 + 1_000 * items });

/** Checks a statement against the signing keys that the master key certified; asks for `/keys` again when its key is not among them. */
export const checkStatement = async (context: Context, statement: Statement): Answer<Confirmation> => {
  const known = await context.keys();
  if (!known.ok) return known;
  const keys = findSignKey(known.value, statement.exchangePub) ? known : await context.refetchKeys();
  if (!keys.ok) return keys;
  if (!isStatementTrue(keys.value, statement, context.world.now()))
    return err({ kind: 'bad-exchange-signature', what: statement.what });
  return ok({ exchangePub: statement.exchangePub, exchangeSig: statement.exchangeSig });
};

/** Whether one of these keys made the statement, at a time when it might. */
export const isStatementTrue = (
  keys: ExchangeKeys,
  { block, exchangePub, exchangeSig, signedAt }: Statement,
  nowMs: number,
): boolean => {
  const signKey = findSignKey(keys, exchangePub);
  return (
    signKey !== undefined &&
    isInTime(signKey, signedAt, nowMs) &&
    eddsaVerify(crockToBytes(exchangePub), block, crockToBytes(exchangeSig))
  );
};

/** Whether a signing key may have made a statement then. A statement without a date may be a stored one: for it the key must only have been valid once. */
const isInTime = (key: SignKey, signedAt: Timestamp | undefined, nowMs: number): boolean => {
  const at = signedAt === undefined ? undefined : timestampToMs(signedAt);
  if (at !== undefined && at > timestampToMs(key.stampExpire) + CLOCK_TOLERANCE_MS) return false;
  return (at ?? nowMs) + CLOCK_TOLERANCE_MS >= timestampToMs(key.stampStart) && nowMs < timestampToMs(key.stampEnd);
};
