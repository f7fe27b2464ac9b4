// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountIn, readJson } from '../read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { makeOrder, type OrderTerms } from './orders.ts';
import { DEFAULT_INSTANCE, findOrder, instanceUrl, payUri, type MerchantRoom } from './room.ts';

/** An offer that stands ready (`taler://pay-template/…`), as its shop writes it; what is left out its buyer says. */
export type TemplateTerms = {
  readonly id: string;
  /** what the contract fixes: `summary`, `amount`, `currency`, … */
  readonly contract: Readonly<Record<string, unknown>>;
  readonly defaults?: Readonly<Record<string, unknown>>;
  readonly requiredCurrency?: string;
  /** what a bad shop writes into the order instead of what was agreed */
  readonly instead?: Partial<OrderTerms>;
};

/** Offers and pages of one shop; they stay as long as it runs. */
export type Templates = {
  readonly routes: Routes;
  /** Keeps an offer, and gives its link. */
  readonly add: (terms: TemplateTerms) => string;
};

const said = (currency: string) =>
  z.object({ amount: amountIn(currency).optional(), summary: z.string().max(1000).optional() });

/** GET and POST templates/ID, and pages that say by a header that they want money. */
export const createTemplates = (room: MerchantRoom): Templates => {
  const templates = new Map<string, TemplateTerms>();
  const order = async (terms: TemplateTerms | undefined, request: SandboxRequest): Promise<Reply> => {
    if (terms === undefined) return errorReply(404, 2010);
    const body = await readJson(request, said(room.currency));
    if (!body.ok) return body.error;
    const filled = { ...body.value, ...textsOf(terms.contract) };
    const isFixed = (['amount', 'summary'] as const).some(
      (name) => body.value[name] !== undefined && terms.contract[name] !== undefined,
    );
    if (isFixed) return errorReply(409, 2502);
    if (filled.amount === undefined || filled.summary === undefined) return errorReply(409, 2500);
    const row = makeOrder(room, {
      amount: filled.amount,
      summary: filled.summary,
      claimToken: true,
      ...terms.instead,
    });
    return jsonReply(200, { order_id: row.id, ...(row.token === null ? {} : { token: row.token }) });
  };
  return {
    add: (terms) => {
      templates.set(terms.id, terms);
      const at = instanceUrl(room, DEFAULT_INSTANCE).slice('http://'.length);
      return `taler+http://pay-template/${at}${encodeURIComponent(terms.id)}`;
    },
    routes: {
      'GET /templates/:id': ({ args: [id = ''] }) => {
        const terms = templates.get(decodeURIComponent(id));
        return terms === undefined
          ? errorReply(404, 2010)
          : jsonReply(200, {
              template_contract: { minimum_age: 0, pay_duration: { d_us: 3_600_000_000 }, ...terms.contract },
              ...(terms.defaults === undefined ? {} : { editable_defaults: terms.defaults }),
              ...(terms.requiredCurrency === undefined ? {} : { required_currency: terms.requiredCurrency }),
            });
      },
      'POST /templates/:id': (request) => order(templates.get(decodeURIComponent(request.args[0] ?? '')), request),
      'GET /shop/:id': ({ args: [id = ''] }) => {
        const row = findOrder(room, DEFAULT_INSTANCE, id);
        const page = { 'content-type': 'text/html' };
        return row === undefined
          ? plainReply(404, page, '<p>nothing here</p>')
          : plainReply(row.paid === 1 ? 200 : 402, { ...page, taler: payUri(room, row) }, '<p>pay</p>');
      },
    },
  };
};

const textsOf = (contract: TemplateTerms['contract']): { readonly amount?: string; readonly summary?: string } => {
  const { amount: sum, summary } = contract;
  return { ...(typeof sum === 'string' ? { amount: sum } : {}), ...(typeof summary === 'string' ? { summary } : {}) };
};
