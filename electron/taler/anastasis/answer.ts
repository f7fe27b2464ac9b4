// SPDX-License-Identifier: GPL-3.0-or-later
import { isPage, between, noAnswer, orBetween, type SyncTrouble } from '../sync-answer.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { errorCode, request, type HttpAnswer, type HttpRequest } from '../wire/http.ts';
import { parseTalerUri } from '../wire/taler-uri.ts';

// What both generations of Anastasis servers have in common on the wire (PROTOCOL.md#anastasis-answers).

/** Between us and a provider: the network, or somebody who is none. */
export type AnastasisTrouble = SyncTrouble;

/** 402: an order to be paid. `orderId` is what the payment is named by afterwards. */
export type PaymentRequired = { readonly kind: 'payment-required'; readonly payUri: string; readonly orderId: string };
/** 408: the order that we named is not paid. */
export type PaymentTimeout = { readonly kind: 'payment-timeout' };
/** 502, 504, 500: the provider's own shop is away or does not know the order; keep it. */
export type PaymentTrouble = { readonly kind: 'payment-trouble'; readonly status: number; readonly code: number };

/** How long a server may wait for a payment or a transfer before it answers. Without it, 0.2.0 waits for half an hour. */
const DEFAULT_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;
/** Beyond what the server was told: the way there and back, and what it asks others. */
const SLACK_MS = 30_000;
const MAX_URI = 2048;
/** It is sent back in a header, and kept in every copy. */
const ORDER_ID = /^[\x21-\x7e]{1,64}$/;

/** 6109 and 8009: payment not made in time */
const PAYMENT_TIMEOUT: ReadonlySet<number> = new Set([6109, 8009]);
/** 8002 unexpected word of the shop, 8008 unreachable; 6110, 6113, 6114 as the sync service has them */
const PAYMENT_TROUBLE: ReadonlySet<number> = new Set([8002, 8008, 6110, 6113, 6114]);

/** Sends a request with `timeout_ms`, always. JSON is asked for: what servers say to people is translated and has no codes. */
export const ask = async (
  world: World,
  {
    waitMs = DEFAULT_WAIT_MS,
    paymentId,
    headers,
    ...asked
  }: HttpRequest & { readonly waitMs?: number | undefined; readonly paymentId?: string | undefined },
): Promise<Result<HttpAnswer, AnastasisTrouble>> => {
  const url = new URL(asked.url);
  const wait = Math.max(0, Math.min(waitMs, MOST_WAIT_MS));
  url.searchParams.set('timeout_ms', String(wait));
  const answered = await request(world, {
    timeoutMs: wait + SLACK_MS,
    ...asked,
    url: url.href,
    headers: {
      accept: 'application/json',
      ...(paymentId === undefined ? {} : { 'anastasis-payment-identifier': paymentId }),
      ...headers,
    },
  });
  return answered.ok ? answered : err(orBetween(answered.error));
};

/** What an answer says about payment; undefined when it is about something else. */
export const paymentOf = (
  answer: HttpAnswer,
): Result<PaymentRequired | PaymentTimeout | PaymentTrouble, AnastasisTrouble> | undefined => {
  const { status } = answer;
  // The body of a 402 is empty; what is to be paid stands in a header.
  if (status === 402) {
    const payUri = answer.headers.get('taler') ?? '';
    const read = payUri.length > MAX_URI ? undefined : parseTalerUri(payUri);
    return read?.ok === true && read.value.action === 'pay' && ORDER_ID.test(read.value.orderId)
      ? ok({ kind: 'payment-required', payUri, orderId: read.value.orderId })
      : err(between(answer));
  }
  const code = errorCode(answer);
  if (code === undefined) return undefined;
  if (PAYMENT_TIMEOUT.has(code)) return ok({ kind: 'payment-timeout' });
  return PAYMENT_TROUBLE.has(code) ? ok({ kind: 'payment-trouble', status, code }) : undefined;
};

/** The failure that any other answer stands for. */
export const otherwise = (answer: HttpAnswer, url: string): Result<never, AnastasisTrouble> =>
  err(isPage(answer) ? between(answer) : noAnswer(answer, url));
