// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { readJson, request, shownUrl } from '../wire/http.ts';
import type { MerchantFailure } from './merchant.ts';
import { merchantFailure } from './order.ts';
import { amountSchema } from '../wire/schemas.ts';

/** An offer that a shop keeps ready, from which each asking makes an order of its own. */
export type TemplateAddress = { readonly merchantBaseUrl: string; readonly templateId: string };

/** What of it is fixed, and what is left open, perhaps with what the shop proposes. */
export type Template = {
  readonly summary: { readonly fixed: string } | { readonly proposed: string | undefined };
  readonly amount: { readonly fixed: Amount } | { readonly proposed: Amount | undefined };
  /** the only currency an open sum may be in */
  readonly currency: string | undefined;
};

export type TemplateFailure = MerchantFailure | { readonly kind: 'template-unknown'; readonly url: string };

const MAX_BYTES = 64 * 1024;
/** What stands in links and paths as it is. */
const ORDER_ID = /^(?!\.{1,2}$)[A-Za-z0-9_.:-]{1,200}$/;
const text = z.string().max(2_048);
/** As parts of amounts are written (`amount.ts`). */
const currency = z
  .string()
  .regex(/^[A-Za-z]{1,11}$/)
  .transform((name) => name.toUpperCase());
const openSchema = { summary: text.optional(), amount: amountSchema.optional(), currency: currency.optional() };
const templateSchema = z.object({
  template_contract: z.object(openSchema).default({}),
  editable_defaults: z.object(openSchema).default({}),
  required_currency: currency.optional(),
});
const orderSchema = z.object({ order_id: z.string().regex(ORDER_ID), token: text.optional() });

/** `GET templates/$ID`; what it fixes in one currency and demands in another can never be paid. */
export const readTemplate = async (
  world: World,
  address: TemplateAddress,
): Promise<Result<Template, TemplateFailure>> => {
  const url = templateUrl(address);
  const answer = await request(world, { method: 'GET', url, maxBytes: MAX_BYTES });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return err({ kind: 'template-unknown', url: shownUrl(url) });
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  const read = readJson(answer.value, url, templateSchema);
  if (!read.ok) return read;
  const { template_contract: fixed, editable_defaults: proposed, required_currency: required } = read.value;
  const currencies = new Set([required, fixed.currency].filter((each) => each !== undefined));
  if (fixed.amount !== undefined) currencies.add(amount(fixed.amount).currency);
  if (currencies.size > 1)
    return err({ kind: 'malformed-response', url: shownUrl(url), status: 200, why: 'several currencies' });
  const [only] = currencies;
  const sum = proposed.amount === undefined ? undefined : amount(proposed.amount);
  return ok({
    summary: fixed.summary === undefined ? { proposed: proposed.summary } : { fixed: fixed.summary },
    amount:
      fixed.amount === undefined
        ? { proposed: only === undefined || sum?.currency === only ? sum : undefined }
        : { fixed: amount(fixed.amount) },
    currency: only ?? proposed.currency,
  });
};

/** `POST templates/$ID`: an order of one's own, with what was left open. */
export const orderFromTemplate = async (
  world: World,
  address: TemplateAddress,
  said: { readonly summary?: string; readonly amount?: Amount },
): Promise<Result<{ readonly orderId: string; readonly token: string | undefined }, TemplateFailure>> => {
  const url = templateUrl(address);
  const answer = await request(world, {
    method: 'POST',
    url,
    maxBytes: MAX_BYTES,
    json: {
      ...(said.summary === undefined ? {} : { summary: said.summary }),
      ...(said.amount === undefined ? {} : { amount: amountToText(said.amount) }),
    },
  });
  if (!answer.ok) return answer;
  if (answer.value.status === 404) return err({ kind: 'template-unknown', url: shownUrl(url) });
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  const read = readJson(answer.value, url, orderSchema);
  return read.ok ? ok({ orderId: read.value.order_id, token: read.value.token }) : read;
};

const templateUrl = ({ merchantBaseUrl, templateId }: TemplateAddress): string =>
  new URL(`templates/${encodeURIComponent(templateId)}`, merchantBaseUrl).href;
