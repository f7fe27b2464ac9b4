// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { errorCode, readJson, shownUrl, type HttpAnswer } from '../wire/http.ts';
import { amountSchema } from '../wire/schemas.ts';
import { ask, otherwise, paymentOf, type AnastasisTrouble, type PaymentTrouble } from './answer.ts';
import type { PaymentRequired, PaymentTimeout } from './answer.ts';
import { saidAt, type AnastasisGeneration } from './config.ts';
import { SEALED_SHARE_BYTES } from './truth.ts';

// Showing a provider who one is: a code is asked for, and an answer given. Two ways of speaking, one kind of result
// (PROTOCOL.md#anastasis-challenges).

/** How a transfer from one's own account is to be made. */
export type WireInstructions = {
  /** canonical text */
  readonly amount: string;
  readonly creditIban: string;
  readonly businessName: string;
  readonly subject: string;
  /** what is asked about afterwards; every request makes a new one, and the older ones stay good */
  readonly answerCode: bigint;
};

/** What both a request and an answer may meet. */
type Refused =
  | PaymentRequired
  | PaymentTimeout
  | PaymentTrouble
  /** 429/8121: too many tries; `retryAfterMs` when the server says it, else the method's own time */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | undefined }
  /** 404/8108: never uploaded there, or collected */
  | { readonly kind: 'truth-unknown' }
  /** 8120: the truth there is not the one that the document has the key of */
  | { readonly kind: 'key-does-not-fit' }
  /** 8200 to 8241: the address that was uploaded is none */
  | { readonly kind: 'bad-address' };

export type ChallengeAsked =
  /** a code is on its way, or was sent a moment ago */
  | { readonly kind: 'sent'; readonly hint: string | undefined }
  /** for tries: the code was written to a file of the server */
  | { readonly kind: 'file'; readonly filename: string }
  | { readonly kind: 'wire'; readonly instructions: WireInstructions }
  /** nothing was asked: what answers it is with the person already (a question, an authenticator) */
  | { readonly kind: 'ready' }
  | Refused;

export type ChallengeSolved =
  /** `sealedShare`: 72 bytes for `openKeyShare` */
  | { readonly kind: 'solved'; readonly sealedShare: Uint8Array }
  /** `serverTimeMs`: what an authenticator's code was compared with */
  | { readonly kind: 'wrong'; readonly serverTimeMs: number | undefined }
  /** the transfer has not come yet */
  | { readonly kind: 'waiting' }
  | Refused;

export type Challenge = {
  readonly baseUrl: string;
  readonly generation: AnastasisGeneration;
  readonly type: string;
  /** 32 bytes */
  readonly uuid: Uint8Array;
  /** 64 bytes */
  readonly truthKey: Uint8Array;
  readonly paymentId?: string;
  readonly waitMs?: number;
};

/** Asked without an answer, a server of 2021 dies of the second, and can do nothing for the first. */
const NOTHING_TO_ASK: ReadonlySet<string> = new Set(['question', 'totp']);

const MALFORMED = 26;
const RESPONSE_REQUIRED = 8110;
const WRONG = 8111;
const SENT_BEFORE = 8113;
const KEY_DOES_NOT_FIT = 8120;
const RATE_LIMITED = 8121;
const WRONG_METHOD = 8123;
const TRUTH_UNKNOWN = 8108;
const NO_TRANSFER_YET = 8231;
const BAD_ADDRESS: ReadonlySet<number> = new Set([8200, 8210, 8220, 8230, 8240, 8241]);
const MAX_HINT = 200;
const MAX_RETRY_MS = 7 * 24 * 3600 * 1000;

/** Asks for a code to be sent; for a question or an authenticator nothing is asked. */
export const requestChallenge = async (
  world: World,
  challenge: Challenge,
): Promise<Result<ChallengeAsked, AnastasisTrouble>> => {
  if (NOTHING_TO_ASK.has(challenge.type)) return ok({ kind: 'ready' });
  const answered = await either(challenge, {
    '2021': () => get(world, challenge, undefined),
    '2022': () => post(world, challenge, 'challenge', {}),
  });
  return answered.ok ? readAsked(answered.value, truthUrl(challenge).href) : answered;
};

/** Gives the 64-byte hash of an answer; what comes back opens with the person's user id. */
export const solveChallenge = async (
  world: World,
  challenge: Challenge,
  response: Uint8Array,
): Promise<Result<ChallengeSolved, AnastasisTrouble>> => {
  const answered = await either(challenge, {
    '2021': () => get(world, challenge, response),
    '2022': () => post(world, challenge, 'solve', { h_response: bytesToCrock(response) }),
  });
  return answered.ok ? readSolved(answered.value, truthUrl(challenge).href, challenge.type) : answered;
};

type Answering = Promise<Result<HttpAnswer, AnastasisTrouble>>;

/** The generation's own form; when the server does not know it, once the other one: a proxy or an update may have made `/config` and server differ. */
const either = async (
  { generation }: Challenge,
  forms: Readonly<Record<AnastasisGeneration, () => Answering>>,
): Answering => {
  const first = await forms[generation]();
  if (!first.ok) return first;
  const isForeign = isForeignForm(first.value, generation);
  if (!isForeign) return first;
  const second = await forms[generation === '2021' ? '2022' : '2021']();
  return second.ok && !isForeignForm(second.value, generation === '2021' ? '2022' : '2021') ? second : first;
};

/** 0.2.0 takes `UUID/solve` for a malformed uuid; a newer server has no `GET truth/UUID` and says nothing of Taler's. */
const isForeignForm = (answer: HttpAnswer, generation: AnastasisGeneration): boolean => {
  const { status } = answer;
  const code = errorCode(answer);
  if (generation === '2022') return (status === 400 && code === MALFORMED) || status === 405;
  return status === 405 || (status === 404 && code !== TRUTH_UNKNOWN);
};

const truthUrl = ({ baseUrl, uuid }: Challenge): URL => new URL(`truth/${bytesToCrock(uuid)}`, baseUrl);

const get = (world: World, challenge: Challenge, response: Uint8Array | undefined): Answering => {
  const url = truthUrl(challenge);
  if (response) url.searchParams.set('response', bytesToCrock(response));
  return ask(world, {
    method: 'GET',
    url: url.href,
    waitMs: challenge.waitMs,
    paymentId: challenge.paymentId,
    headers: { 'anastasis-truth-decryption-key': bytesToCrock(challenge.truthKey) },
  });
};

const post = (
  world: World,
  challenge: Challenge,
  what: 'challenge' | 'solve',
  more: Readonly<Record<string, string>>,
): Answering =>
  ask(world, {
    method: 'POST',
    url: `${truthUrl(challenge).href}/${what}`,
    waitMs: challenge.waitMs,
    paymentId: challenge.paymentId,
    json: { truth_decryption_key: bytesToCrock(challenge.truthKey), ...more },
  });

const hint = z.string().transform((text) => text.slice(0, MAX_HINT));
const detailSchema = z.object({ detail: hint.optional() });
const fileSchema = z.object({ filename: hint });
const wireSchema = z.object({
  challenge_amount: amountSchema,
  credit_iban: z.string().max(40),
  business_name: z.string().max(200),
  wire_transfer_subject: z.string().max(140),
});
const answerCode = z.int().nonnegative();
const wire2021Schema = z.object({ method: z.literal('iban'), answer_code: answerCode, details: wireSchema });
const challenge2022Schema = z.discriminatedUnion('challenge_type', [
  z.object({ challenge_type: z.literal('TAN_SENT'), tan_address_hint: hint.optional() }),
  z.object({ challenge_type: z.literal('FILE_WRITTEN'), filename: hint }),
  z.object({
    challenge_type: z.literal('IBAN_WIRE'),
    wire_details: wireSchema.extend({ answer_code: answerCode }),
  }),
]);

const readAsked = (answer: HttpAnswer, url: string): Result<ChallengeAsked, AnastasisTrouble> => {
  const refused = readRefused(answer);
  if (refused) return refused;
  const code = errorCode(answer);
  if (answer.status === 208 || code === SENT_BEFORE) return ok({ kind: 'sent', hint: undefined });
  if (code === WRONG_METHOD) return ok({ kind: 'ready' });
  if (answer.status === 202) {
    const wire = readJson(answer, url, wire2021Schema);
    return wire.ok
      ? ok({ kind: 'wire', instructions: instructionsOf(wire.value.details, wire.value.answer_code) })
      : wire;
  }
  if (answer.status === 200) {
    const read = readJson(answer, url, challenge2022Schema);
    return read.ok ? ok(asked2022(read.value)) : read;
  }
  // 2021: the refusal to give the share without an answer says that the code was sent.
  if (answer.status === 403) {
    if (code === RESPONSE_REQUIRED) {
      const read = readJson(answer, url, detailSchema);
      return ok({ kind: 'sent', hint: read.ok ? read.value.detail : undefined });
    }
    const file = code === undefined ? readJson(answer, url, fileSchema) : undefined;
    if (file?.ok === true) return ok({ kind: 'file', filename: file.value.filename });
  }
  return otherwise(answer, url);
};

const asked2022 = (read: z.infer<typeof challenge2022Schema>): ChallengeAsked => {
  switch (read.challenge_type) {
    case 'TAN_SENT':
      return { kind: 'sent', hint: read.tan_address_hint };
    case 'FILE_WRITTEN':
      return { kind: 'file', filename: read.filename };
    case 'IBAN_WIRE':
      return { kind: 'wire', instructions: instructionsOf(read.wire_details, read.wire_details.answer_code) };
  }
};

const instructionsOf = (details: z.infer<typeof wireSchema>, code: number): WireInstructions => ({
  amount: details.challenge_amount,
  creditIban: details.credit_iban,
  businessName: details.business_name,
  subject: details.wire_transfer_subject,
  answerCode: BigInt(code),
});

/** Servers of 2021 write milliseconds, later libraries seconds. */
const timeSchema = z.object({
  server_time: z
    .union([
      z.object({ t_ms: z.int().nonnegative() }).transform(({ t_ms }) => t_ms),
      z.object({ t_s: z.int().nonnegative() }).transform(({ t_s }) => t_s * 1000),
    ])
    .optional()
    .catch(undefined),
});

/** What an authenticator's code was compared with: servers of 2022 say what time it is in the head of their answer alone. */
const timeOf = (answer: HttpAnswer, url: string, type: string): number | undefined => {
  const read = readJson(answer, url, timeSchema);
  const told = read.ok ? read.value.server_time : undefined;
  return told ?? (type === 'totp' ? saidAt(answer.headers) : undefined);
};

const readSolved = (answer: HttpAnswer, url: string, type: string): Result<ChallengeSolved, AnastasisTrouble> => {
  const refused = readRefused(answer);
  if (refused) return refused;
  const code = errorCode(answer);
  if (answer.status === 200) {
    if (answer.bytes.length === SEALED_SHARE_BYTES) return ok({ kind: 'solved', sealedShare: answer.bytes });
    const why = `${answer.bytes.length} bytes where a share has ${SEALED_SHARE_BYTES}`;
    return { ok: false, error: { kind: 'malformed-response', url: shownUrl(url), status: 200, why } };
  }
  if (answer.status === 202 || code === NO_TRANSFER_YET) return ok({ kind: 'waiting' });
  if (answer.status === 403 && code === WRONG) return ok({ kind: 'wrong', serverTimeMs: timeOf(answer, url, type) });
  return otherwise(answer, url);
};

/** What is said alike to both; by status of either generation, for the codes are the same. */
const readRefused = (answer: HttpAnswer): Result<Refused, AnastasisTrouble> | undefined => {
  const payment = paymentOf(answer);
  if (payment) return payment;
  const code = errorCode(answer);
  if (code === undefined) return undefined;
  if (code === RATE_LIMITED) return ok({ kind: 'rate-limited', retryAfterMs: retryAfterOf(answer) });
  if (code === TRUTH_UNKNOWN) return ok({ kind: 'truth-unknown' });
  if (code === KEY_DOES_NOT_FIT) return ok({ kind: 'key-does-not-fit' });
  return BAD_ADDRESS.has(code) ? ok({ kind: 'bad-address' }) : undefined;
};

const retryAfterOf = ({ headers }: HttpAnswer): number | undefined => {
  const text = headers.get('retry-after') ?? '';
  return /^[0-9]{1,9}$/.test(text) ? Math.min(Number(text) * 1000, MAX_RETRY_MS) : undefined;
};
