// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import {
  errorCode,
  errorFromAnswer,
  readJson,
  request,
  shownUrl,
  type HttpAnswer,
  type HttpFailure,
} from './wire/http.ts';
import { amountSchema, versionSchema } from './wire/schemas.ts';
import { isCompatible, parseVersion } from './wire/versions.ts';

export type BankFailure =
  | HttpFailure
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'operation-unknown' }
  /** 409/5113: another wallet took this withdrawal */
  | { readonly kind: 'operation-taken' }
  /** 409/5114: make a new reserve key */
  | { readonly kind: 'reserve-reused' }
  | { readonly kind: 'operation-aborted' };

export type BankOperation = { readonly bankBaseUrl: string; readonly operationId: string };
export type OperationStatus = {
  readonly state: 'pending' | 'selected' | 'confirmed' | 'aborted';
  /** undefined: the bank leaves the amount to the wallet or the exchange (newer banks) */
  readonly amount: Amount | undefined;
  readonly wireTypes: readonly string[];
  readonly senderWire: string | undefined;
  readonly suggestedExchange: string | undefined;
  readonly confirmUrl: string | undefined;
};

export type BankConfig = { readonly version: string; readonly currency: string | undefined };

/** Bank integration versions we speak: `0:0:0` (2022) and everything that says it still serves it. */
const OUR_VERSION = { current: 0, revision: 0, age: 0 };
const LONG_POLL_SLACK_MS = 30_000;

const text = z.string().max(2048);
const configSchema = z.object({ version: versionSchema, currency: text.optional() });
const statusSchema = z
  .object({
    // The 2022 form has three flags; newer banks say the same in one word.
    selection_done: z.boolean().optional(),
    transfer_done: z.boolean().optional(),
    aborted: z.boolean().optional(),
    status: z.enum(['pending', 'selected', 'confirmed', 'aborted']).optional(),
    amount: amountSchema.optional(),
    wire_types: z.array(text).max(100).default([]),
    sender_wire: text.optional(),
    suggested_exchange: text.optional(),
    confirm_transfer_url: text.optional(),
  })
  .refine((it) => it.status !== undefined || it.transfer_done !== undefined, 'neither status nor transfer_done');
const selectedSchema = z.object({
  transfer_done: z.boolean().optional(),
  status: z.enum(['pending', 'selected', 'confirmed', 'aborted']).optional(),
  confirm_transfer_url: text.optional(),
});

/** `GET config` of a bank integration API. */
export const bankConfig = async (world: World, bankBaseUrl: string): Promise<Result<BankConfig, BankFailure>> => {
  const url = new URL('config', bankBaseUrl).href;
  const answer = await request(world, { method: 'GET', url });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url));
  const read = readJson(answer.value, url, configSchema);
  if (!read.ok) return read;
  const { version, currency } = read.value;
  const theirs = parseVersion(version);
  return theirs.ok && isCompatible(OUR_VERSION, theirs.value)
    ? ok({ version, currency })
    : err({ kind: 'unsupported-version', url: shownUrl(url), version });
};

/** `GET withdrawal-operation/$ID`, optionally waiting at the server while nothing changes. */
export const operationStatus = async (
  world: World,
  {
    bankBaseUrl,
    operationId,
    longPollMs,
    oldState,
  }: BankOperation & { readonly longPollMs?: number; readonly oldState?: OperationStatus['state'] },
): Promise<Result<OperationStatus, BankFailure>> => {
  const url = new URL(`withdrawal-operation/${encodeURIComponent(operationId)}`, bankBaseUrl);
  if (longPollMs !== undefined) url.searchParams.set('long_poll_ms', String(Math.floor(longPollMs)));
  if (longPollMs !== undefined && oldState !== undefined) url.searchParams.set('old_state', oldState);
  const answer = await request(world, {
    method: 'GET',
    url: url.href,
    ...(longPollMs === undefined ? {} : { timeoutMs: longPollMs + LONG_POLL_SLACK_MS }),
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(bankFailure(answer.value, url.href));
  const read = readJson(answer.value, url.href, statusSchema);
  if (!read.ok) return read;
  const it = read.value;
  return ok({
    state:
      it.status ??
      (it.aborted ? 'aborted' : it.transfer_done ? 'confirmed' : it.selection_done ? 'selected' : 'pending'),
    amount: it.amount === undefined ? undefined : amount(it.amount),
    wireTypes: it.wire_types,
    senderWire: it.sender_wire,
    suggestedExchange: it.suggested_exchange,
    confirmUrl: it.confirm_transfer_url,
  });
};

/** `POST withdrawal-operation/$ID`; idempotent for the same reserve. `exchangePayto` is an account of the exchange whose 1030 signature was verified. */
export const selectReserve = async (
  world: World,
  {
    bankBaseUrl,
    operationId,
    reservePub,
    exchangePayto,
  }: BankOperation & { readonly reservePub: string; readonly exchangePayto: string },
): Promise<Result<{ readonly transferDone: boolean; readonly confirmUrl: string | undefined }, BankFailure>> => {
  const url = new URL(`withdrawal-operation/${encodeURIComponent(operationId)}`, bankBaseUrl).href;
  const answer = await request(world, {
    method: 'POST',
    url,
    json: { reserve_pub: reservePub, selected_exchange: exchangePayto },
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(bankFailure(answer.value, url));
  const read = readJson(answer.value, url, selectedSchema);
  if (!read.ok) return read;
  const { transfer_done, status, confirm_transfer_url: confirmUrl } = read.value;
  if (status === 'aborted') return err({ kind: 'operation-aborted' });
  return ok({ transferDone: transfer_done ?? status === 'confirmed', confirmUrl });
};

const bankFailure = (answer: HttpAnswer, url: string): BankFailure => {
  const code = errorCode(answer);
  // Without a code it is not the bank that speaks; a transfer may be on its way, so nothing is concluded.
  if (answer.status === 404 && code !== undefined) return { kind: 'operation-unknown' };
  if (code === 5113) return { kind: 'operation-taken' };
  if (code === 5114) return { kind: 'reserve-reused' };
  if ((answer.status === 410 && code !== undefined) || code === 5115 || code === 5116)
    return { kind: 'operation-aborted' };
  return errorFromAnswer(answer, url);
};
