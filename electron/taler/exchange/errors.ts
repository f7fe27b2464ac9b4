// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { crockToBytes } from '../bytes/encodings.ts';
import { checkStatement, type Context, type Sent } from './context.ts';
import type { ExchangeFailure } from './failure.ts';
import type { Answer } from './exchange.ts';
import { errorFromAnswer, readJson, shownUrl } from '../wire/http.ts';
import { denominationExpiredBlock, denominationUnknownBlock } from '../purposes/exchange.ts';
import { amountSchema, crockSchema, nonNegativeInt, timestampSchema } from '../wire/schemas.ts';

/** The named failure of an answer that is not what the operation hoped for (PROTOCOL.md#error-codes). */
export const exchangeFailure = async (context: Context, { answer, url }: Sent): Promise<ExchangeFailure> => {
  const plain = errorFromAnswer(answer, url);
  if (plain.kind !== 'refused') return plain;
  const body = bodySchema.parse(plain.body ?? {});
  const { code } = plain;
  if (plain.status === 451) {
    return {
      kind: 'kyc-required',
      url: shownUrl(url),
      ...(code === undefined ? {} : { code }),
      ...(body.requirement_row === undefined ? {} : { requirementRow: body.requirement_row }),
      ...(body.h_payto === undefined ? {} : { hPayto: body.h_payto }),
      ...(body.account_pub === undefined ? {} : { accountPub: body.account_pub }),
      ...(body.bad_kyc_auth === true ? { badKycAuth: true as const } : {}),
    };
  }
  if (code === undefined) return plain;
  const why = GONE_BY_CODE.get(code);
  if (why !== undefined) {
    const proven = await isProven(context, code, body);
    context.doubtKeys();
    return {
      kind: 'denomination-gone',
      why,
      code,
      proven,
      ...(body.h_denom_pub === undefined ? {} : { hash: body.h_denom_pub }),
    };
  }
  if (UNKNOWN_OPERATION.has(code))
    return { kind: 'unsupported-operation', operation: new URL(url).pathname, generation: context.generation };
  if (code === 1353) return brokenPromise(plain);
  if (code === 1678) return { kind: 'purse-fee-too-low', ...(plain.detail === undefined ? {} : { fee: plain.detail }) };
  if (plain.status === 403)
    return { kind: 'signature-refused', code, ...(plain.detail === undefined ? {} : { detail: plain.detail }) };
  if (PURSE_CONFLICTS.has(code)) return { kind: 'purse-conflict', code, body: plain.body };
  return BY_CODE.get(code)?.(body, code) ?? plain;
};

/** It says that what a melt promised was not kept, in its own words. */
export const brokenPromise = (plain: ExchangeFailure): ExchangeFailure => {
  const { code, hint, detail } = plain.kind === 'refused' ? plain : {};
  const said = [hint, detail].filter((each) => each !== undefined).join(' · ');
  return {
    kind: 'commitment-violation',
    ...(code === undefined ? {} : { code }),
    ...(said === '' ? {} : { detail: said }),
  };
};

/** The body of a 200 in the expected shape; anything else as its named failure. */
export const readAnswer = async <T>(
  context: Context,
  sent: Result<Sent, ExchangeFailure>,
  schema: z.ZodType<T>,
): Answer<T> => {
  if (!sent.ok) return sent;
  if (sent.value.answer.status !== 200) return err(await exchangeFailure(context, sent.value));
  return readJson(sent.value.answer, sent.value.url, schema);
};

/** The amount if it is in the exchange's currency: sums of mixed currencies would be a defect of ours. */
export const inCurrency = async (context: Context, text: string): Answer<Amount> => {
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const read = amount(text);
  return read.currency === keys.value.currency
    ? ok(read)
    : err({ kind: 'currency-mismatch', expected: keys.value.currency, got: read.currency });
};

type Body = z.infer<typeof bodySchema>;
const optional = <T>(schema: z.ZodType<T>): z.ZodType<T | undefined> => schema.optional().catch(undefined);
/** Members of error bodies; one that is malformed counts as absent, for the code alone already decides. */
const bodySchema = z
  .object({
    coin_pub: optional(crockSchema(32)),
    h_denom_pub: optional(crockSchema(64)),
    h_wire: optional(crockSchema(64)),
    balance: optional(amountSchema),
    requested_amount: optional(amountSchema),
    requirement_row: optional(nonNegativeInt),
    h_payto: optional(crockSchema(32)),
    account_pub: optional(crockSchema(32)),
    bad_kyc_auth: optional(z.boolean()),
    oper: optional(z.string().max(64)),
    timestamp: optional(timestampSchema),
    exchange_pub: optional(crockSchema(32)),
    exchange_sig: optional(crockSchema(64)),
    history: optional(z.unknown()),
  })
  .catch({
    coin_pub: undefined,
    h_denom_pub: undefined,
    h_wire: undefined,
    balance: undefined,
    requested_amount: undefined,
    requirement_row: undefined,
    h_payto: undefined,
    account_pub: undefined,
    bad_kyc_auth: undefined,
    oper: undefined,
    timestamp: undefined,
    exchange_pub: undefined,
    exchange_sig: undefined,
    history: undefined,
  });

type Gone = Extract<ExchangeFailure, { kind: 'denomination-gone' }>['why'];
const GONE_BY_CODE: ReadonlyMap<number, Gone> = new Map([
  [1005, 'unknown'],
  [1008, 'not-yet'],
  [1009, 'expired'],
  [1010, 'revoked'],
  [1158, 'lost'],
]);

/** Unknown path or method: another generation, or no exchange at that address. */
const UNKNOWN_OPERATION: ReadonlySet<number> = new Set([20, 21, 1001]);

/** Codes that mean: this purse key is in use with other data. */
const PURSE_CONFLICTS: ReadonlySet<number> = new Set([1675, 1676, 1850, 1851, 1858, 1859]);

const coin = (body: Body): { readonly coinPub?: string } =>
  body.coin_pub === undefined ? {} : { coinPub: body.coin_pub };
const reserveUnknown = (): ExchangeFailure => ({ kind: 'reserve-unknown' });

const BY_CODE: ReadonlyMap<number, (body: Body, code: number) => ExchangeFailure> = new Map<
  number,
  (body: Body, code: number) => ExchangeFailure
>([
  [1003, (body, code) => ({ kind: 'coin-conflict', code, ...coin(body) })],
  [1015, (body, code) => ({ kind: 'coin-conflict', code, ...coin(body) })],
  [
    1012,
    (body) => ({
      kind: 'insufficient-funds',
      ...coin(body),
      ...(body.h_denom_pub === undefined ? {} : { denominationHash: body.h_denom_pub }),
      ...(body.history === undefined ? {} : { history: body.history }),
    }),
  ],
  [1019, () => ({ kind: 'coin-unknown' })],
  [1025, () => ({ kind: 'purse-unknown' })],
  [1026, () => ({ kind: 'purse-expired' })],
  [1027, reserveUnknown],
  [1250, reserveUnknown],
  [1031, () => ({ kind: 'purse-deleted' })],
  [1100, () => ({ kind: 'deposit-unknown' })],
  [
    1150,
    (body) => ({
      kind: 'reserve-insufficient',
      ...(body.balance === undefined ? {} : { balance: amount(body.balance) }),
      ...(body.requested_amount === undefined ? {} : { requested: amount(body.requested_amount) }),
    }),
  ],
  [1175, () => ({ kind: 'already-withdrawn' })],
  [
    1206,
    (body) => ({
      kind: 'deposit-conflict',
      ...coin(body),
      ...(body.h_wire === undefined ? {} : { hWire: body.h_wire }),
    }),
  ],
  [1302, () => ({ kind: 'nothing-to-melt' })],
  [1305, () => ({ kind: 'coin-expired' })],
  [1355, () => ({ kind: 'melt-unknown' })],
  ...[1500, 1501, 1502, 1503, 1507, 1510].map((each): [number, (body: Body, code: number) => ExchangeFailure] => [
    each,
    (_, code) => ({ kind: 'refund-refused', code }),
  ]),
  [1551, () => ({ kind: 'recoup-wrong-origin' })],
  [1576, () => ({ kind: 'recoup-wrong-origin' })],
  [1555, () => ({ kind: 'not-revoked' })],
  [1580, () => ({ kind: 'not-revoked' })],
  [1677, () => ({ kind: 'purse-quota-exceeded' })],
  // before now, or never
  ...[1775, 1776, 1853, 1854].map((each): [number, () => ExchangeFailure] => [
    each,
    () => ({ kind: 'purse-untimely' }),
  ]),
  [1860, () => ({ kind: 'purse-underfunded' })],
  [1679, () => ({ kind: 'purse-decided' })],
  [1976, () => ({ kind: 'purse-decided' })],
  [1878, () => ({ kind: 'purse-not-full' })],
  [1950, () => ({ kind: 'contract-unknown' })],
]);

/** Whether the exchange signed its statement about the denomination (1042, 1043): only then is a coin given up. */
const isProven = async (context: Context, code: number, body: Body): Promise<boolean> => {
  const { timestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig, h_denom_pub: hash, oper } = body;
  if (timestamp === undefined || exchangePub === undefined || exchangeSig === undefined || hash === undefined)
    return false;
  const block = proofBlock(code, timestamp, crockToBytes(hash), oper);
  const checked = await checkStatement(context, {
    what: 'denomination statement',
    block,
    exchangePub,
    exchangeSig,
    signedAt: timestamp,
  });
  return checked.ok;
};

const proofBlock = (
  code: number,
  timestamp: Timestamp,
  denominationHash: Uint8Array,
  operation: string | undefined,
): Uint8Array =>
  code === 1005
    ? denominationUnknownBlock({ timestamp, denominationHash })
    : denominationExpiredBlock({ timestamp, operation: operation ?? '', denominationHash });
