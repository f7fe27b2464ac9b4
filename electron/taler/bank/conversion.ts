// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, MAX_UNITS, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { errorFromAnswer, readJson, request, type HttpFailure } from '../wire/http.ts';
import { amountSchema } from '../wire/schemas.ts';

export type ConversionFailure = HttpFailure | { readonly kind: 'conversion-unclear'; readonly url: string };

const rateSchema = z.object({ amount_debit: amountSchema, amount_credit: amountSchema });

/** Of two currencies that anybody changes, one is worth no more of the other: a satoshi and a yen are nearer. */
const STEEPEST = 1_000_000_000n;

/**
 * What has to be sent to an account in another currency, so that this sum arrives, at the rate of now: `GET cashin-rate` of a conversion
 * service. An answer that cannot be a price (nothing, the same currency, another sum, a rate beyond all money) is none.
 */
export const sentFor = async (
  world: World,
  { conversionUrl, arrives }: { readonly conversionUrl: string; readonly arrives: Amount },
): Promise<Result<Amount, ConversionFailure>> => {
  const url = new URL('cashin-rate', conversionUrl.replace(/\/?$/, '/'));
  url.searchParams.set('amount_credit', amountToText(arrives));
  const answer = await request(world, { method: 'GET', url: url.href });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url.href));
  const read = readJson(answer.value, url.href, rateSchema);
  if (!read.ok) return read;
  const [sent, credited] = [amount(read.value.amount_debit), amount(read.value.amount_credit)];
  const isPrice =
    credited.currency === arrives.currency &&
    credited.units === arrives.units &&
    sent.currency !== arrives.currency &&
    sent.units > 0n &&
    sent.units < MAX_UNITS &&
    sent.units <= arrives.units * STEEPEST &&
    sent.units * STEEPEST >= arrives.units;
  return isPrice ? ok(sent) : err({ kind: 'conversion-unclear', url: url.href });
};
