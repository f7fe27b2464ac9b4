// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseJson } from '../taler/bytes/json.ts';
import { amountToText, parseAmount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bytesToCrock, parseCrock } from '../taler/bytes/encodings.ts';
import { crockSchema, crockUpToSchema, timestampSchema } from '../taler/wire/schemas.ts';
import { errorReply, HANG_UP, type Reply } from './reply.ts';
import type { SandboxRequest } from './server.ts';

/** Base32 of exactly so many bytes, in its canonical spelling. */
export const crock = crockSchema;
/** Base32 of any length a request may reasonably carry. */
export const crockText = crockUpToSchema(1_000_000);
/** An amount in one of these currencies, in canonical text. */
export const amountIn = (...currencies: readonly string[]) =>
  z.string().transform((text, context) => {
    const parsed = parseAmount(text);
    if (parsed.ok && currencies.includes(parsed.value.currency)) return amountToText(parsed.value);
    context.addIssue('amount');
    return z.NEVER;
  });
export const timestamp = timestampSchema;

/** Reads and checks a JSON body: 400/22 without `field` for bad JSON, with `field` and `line` for a member (PROTOCOL.md#error-bodies). */
export const readJson = async <S extends z.ZodType>(
  request: SandboxRequest,
  schema: S,
): Promise<Result<z.output<S>, Reply>> => {
  const body = await request.readBody();
  return body.ok ? parseJsonBody(body.value, schema) : body;
};

/** The same for bytes that were read before. */
const parseJsonBody = <S extends z.ZodType>(body: Uint8Array, schema: S): Result<z.output<S>, Reply> => {
  const value = parseJson(new TextDecoder().decode(body));
  // Not JSON is an answer like any other.
  if (value === undefined) return err(errorReply(400, 22));
  const checked = schema.safeParse(value);
  if (checked.success) return ok(checked.data);
  const names = (checked.error.issues[0]?.path ?? []).filter((part) => typeof part === 'string');
  return err(errorReply(400, 22, { field: names.at(-1) ?? '', line: 0 }));
};

/** `timeout_ms`: 0 when absent; a malformed one makes real servers hang up (PROTOCOL.md#long-polling). */
export const readTimeout = (request: SandboxRequest, name = 'timeout_ms'): Result<number, Reply> => {
  const text = request.query.get(name);
  if (text === null) return ok(0);
  return /^[0-9]{1,15}$/.test(text) ? ok(Number(text)) : err(HANG_UP);
};

/** A key in a path: its canonical base32, or the error code of that kind of key. */
export const readKey = (text: string, code: number, bytes = 32): Result<string, Reply> =>
  readKeyBytes(parseCrock(text, bytes), text, code);

const readKeyBytes = (parsed: Result<Uint8Array, unknown>, text: string, code: number): Result<string, Reply> =>
  parsed.ok ? ok(bytesToCrock(parsed.value)) : err(errorReply(400, code, { detail: text }));
