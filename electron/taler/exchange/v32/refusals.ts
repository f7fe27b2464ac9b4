// SPDX-License-Identifier: GPL-3.0-or-later
import type { z } from 'zod';
import { err, type Result } from '../../../../shared/result.ts';
import { readJson } from '../../wire/http.ts';
import type { Context, Sent } from '../context.ts';
import { brokenPromise, exchangeFailure } from '../errors.ts';
import type { Answer } from '../exchange.ts';
import type { ExchangeFailure } from '../failure.ts';

// What an answer means that is not 200, by its status alone where it brings no code that is known (PROTOCOL.md#answers-from-v26-on).

type Named = (first: ExchangeFailure) => ExchangeFailure;
/** One table per request; a status that stands in none of them keeps what its code says. */
type Refusals = Readonly<Record<number, Named>>;

const gone =
  (why: 'expired' | 'not-yet'): Named =>
  () => ({ kind: 'denomination-gone', why, code: 0, proven: false });

/** A cipher that is not spoken there does not come back by waiting, as trouble of a server does. */
const refusedFor: Named = (first) =>
  first.kind === 'server-trouble' ? { ...first, kind: 'refused', body: undefined } : first;

export const WITHDRAW_REFUSALS: Refusals = { 410: gone('expired'), 412: gone('not-yet'), 501: refusedFor };
export const MELT_REFUSALS: Refusals = { 410: gone('expired'), 501: refusedFor };
/** 409 comes with proof that the candidates are not what was promised; the old coin is melted all the same. */
export const REVEAL_REFUSALS: Refusals = { 409: brokenPromise };

/** The body of a 200 in the expected shape; anything else as the failure that its code or its status stands for. */
export const readOrRefusal = async <T>(
  context: Context,
  sent: Result<Sent, ExchangeFailure>,
  schema: z.ZodType<T>,
  refusals: Refusals,
): Answer<T> => {
  if (!sent.ok) return sent;
  const { answer, url } = sent.value;
  if (answer.status === 200) return readJson(answer, url, schema);
  const first = await exchangeFailure(context, sent.value);
  const isPlain = first.kind === 'refused' || first.kind === 'server-trouble';
  return err(isPlain ? (refusals[answer.status]?.(first) ?? first) : first);
};
