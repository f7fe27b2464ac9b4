// SPDX-License-Identifier: GPL-3.0-or-later
import { currencySpecification } from '../specification.ts';
import { z } from 'zod';
import { amount, amountToText } from '../../../shared/amount.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import type { SandboxBank } from '../bank.ts';
import { createBell, pollUntil } from '../bell.ts';
import type { SandboxWorld } from '../clock.ts';
import type { SandboxExchange } from '../exchange/exchange.ts';
import type { FaultList } from '../faults.ts';
import type { Books } from '../image.ts';
import { amountIn, readJson, readTimeout } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import { startServer, type Handler, type Routes, type RunningServer, type SandboxRequest } from '../server.ts';
import { openStore, portOf } from '../store.ts';
import { claim, makeOrder, type OrderTerms } from './orders.ts';
import { pay, showPaid } from './pay.ts';
import { abort, fetchRefunds, grantRefund, takenOf } from './refunds.ts';
import { createTemplates, type TemplateTerms } from './templates.ts';
import {
  currenciesOf,
  DEFAULT_INSTANCE,
  findOrder,
  MERCHANT_SCHEMA,
  payUri,
  type MerchantRoom,
  type OrderRow,
} from './room.ts';

export type OrderState = 'unclaimed' | 'claimed' | 'paid' | 'refunded';
export type Order = { readonly orderId: string; readonly talerPayUri: string; readonly status: () => OrderState };

export type SandboxMerchant = {
  readonly baseUrl: string;
  readonly faults: FaultList;
  readonly http: RunningServer['http'];
  readonly books: Books;
  readonly merchantPub: string;
  readonly createOrder: (terms: OrderTerms) => Promise<Order>;
  /** Keeps an offer from which orders are made, and gives its link. */
  readonly createTemplate: (terms: TemplateTerms) => string;
  readonly orderStatus: (orderId: string) => OrderState | undefined;
  /** Waits, at most so many milliseconds, until the order is paid. */
  readonly waitUntilPaid: (orderId: string, ms: number, gone: AbortSignal) => Promise<void>;
  /** Grants a refund that the wallet can then fetch; rejects when the order is not paid or it would be too much. */
  readonly refund: (orderId: string, amountText: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type MerchantOptions = {
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly file: string;
  readonly exchanges: readonly SandboxExchange[];
  readonly bank: SandboxBank;
  readonly port?: number;
  readonly latencyMs?: number;
};

/** Starts a shop that takes coins of the given exchanges. */
export const startMerchant = async (options: MerchantOptions): Promise<SandboxMerchant> => {
  const { currency, world } = options;
  const store = openStore(options.file, MERCHANT_SCHEMA);
  if (store.setting('seed') === undefined) {
    store.keep('seed', bytesToCrock(world.randomBytes(32)));
    store.keep('wire-salt', bytesToCrock(world.randomBytes(16)));
  }
  const seed = crockToBytes(store.setting('seed') ?? '', 32);
  const room: MerchantRoom = {
    currency,
    world,
    store,
    seed,
    pub: bytesToCrock(eddsaPublicKey(seed)),
    exchanges: options.exchanges,
    payto: options.bank.accountPayto('shop'),
    wireSalt: crockToBytes(store.setting('wire-salt') ?? '', 16),
    bell: createBell(world),
    baseUrl: () => server.baseUrl,
  };
  const templates = createTemplates(room);
  const server = await startServer({
    world,
    port: portOf(store, options),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    routes: { ...privateRoutes(room), ...orderRoutes(room), ...templates.routes },
    unknownPath: (request) => errorReply(404, 21, { detail: request.path }),
    wrongMethod: (request) => errorReply(405, 20, { detail: request.method }),
  });
  store.keep('port', String(server.port));
  const orderStatus = (id: string): OrderState | undefined => {
    const row = store.one<OrderRow>('SELECT * FROM orders WHERE id = ?', id);
    return row && stateOf(row);
  };
  return {
    baseUrl: server.baseUrl,
    faults: server.faults,
    http: server.http,
    books: store,
    merchantPub: room.pub,
    createTemplate: templates.add,
    orderStatus,
    waitUntilPaid: async (orderId, ms, gone) => {
      await pollUntil(room.bell, ms, gone, () => (orderStatus(orderId) === 'paid' ? true : undefined));
    },
    createOrder: async (terms) => {
      const row = makeOrder(room, terms);
      return { orderId: row.id, talerPayUri: payUri(room, row), status: () => orderStatus(row.id) ?? 'unclaimed' };
    },
    refund: async (orderId, amountText) => {
      const done = grantRefund(room, orderId, amount(amountText));
      if (!done.ok) throw new Error(`the shop cannot refund: ${done.error.kind}`);
    },
    close: async () => {
      await server.close();
      store.close();
    },
  };
};

const stateOf = (row: OrderRow): OrderState =>
  row.paid === 1
    ? amount(row.refunded).units > 0n
      ? 'refunded'
      : 'paid'
    : row.nonce === null
      ? 'unclaimed'
      : 'claimed';

type OrderHandler = (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
) => Reply | Promise<Reply>;

/** What wallets may call, at the base URL and under `instances/NAME/`. */
const orderRoutes = (room: MerchantRoom): Routes => {
  const config: Handler = () =>
    jsonReply(200, {
      name: 'taler-merchant',
      version: '30:0:18',
      currency: room.currency,
      currencies: { [room.currency]: currencySpecification(room.currency) },
      exchanges: room.exchanges.map((each) => ({
        base_url: each.baseUrl,
        currency: each.currency,
        master_pub: each.masterPub,
      })),
    });
  const handlers: Readonly<Record<string, OrderHandler>> = {
    'POST /claim': claim,
    'POST /pay': pay,
    'POST /paid': showPaid,
    'POST /refund': fetchRefunds,
    'POST /abort': abort,
    'GET ': status,
  };
  const routes: [string, Handler][] = Object.entries(handlers).flatMap(([name, handle]) => {
    const [method = '', tail = ''] = name.split(' ');
    return [
      [`${method} /orders/:id${tail}`, (request) => handle(room, DEFAULT_INSTANCE, request.args[0] ?? '', request)],
      [
        `${method} /instances/:name/orders/:id${tail}`,
        (request) => handle(room, request.args[0] ?? '', request.args[1] ?? '', request),
      ],
    ] satisfies [string, Handler][];
  });
  return { 'GET /config': config, 'GET /instances/:name/config': config, ...Object.fromEntries(routes) };
};

/** GET orders/ID: 402 until paid, then the four refund members; can wait for payment or refund. */
const status: OrderHandler = async (room, instance, id, request) => {
  const timeout = readTimeout(request);
  if (!timeout.ok) return timeout.error;
  const awaited = request.query.get('await_refund_obtained') === 'yes' || request.query.get('refund') !== null;
  const settled = (): OrderRow | undefined => {
    const row = findOrder(room, instance, id);
    if (!row) return undefined;
    return row.paid === 1 && (!awaited || amount(row.refunded).units > 0n) ? row : undefined;
  };
  const order = (await pollUntil(room.bell, timeout.value, request.gone, settled)) ?? findOrder(room, instance, id);
  if (!order) return errorReply(404, 2005);
  const hash = request.query.get('h_contract');
  if (hash !== null && hash !== order.h_contract) return errorReply(403, 2009);
  if (order.paid !== 1) return jsonReply(402, { taler_pay_uri: payUri(room, order) });
  const taken = takenOf(room, order);
  return jsonReply(200, {
    refunded: amount(order.refunded).units > 0n,
    refund_pending: taken.units < amount(order.refunded).units,
    refund_amount: order.refunded,
    refund_taken: amountToText(taken),
  });
};

/** What the shop itself may call. */
const privateRoutes = (room: MerchantRoom): Routes => {
  const orderSchema = z.object({
    order: z.object({
      amount: amountIn(...currenciesOf(room)),
      summary: z.string().max(1000),
      fulfillment_url: z.string().max(2000).optional(),
    }),
  });
  const refundSchema = z.object({ refund: amountIn(...currenciesOf(room)), reason: z.string().max(1000) });
  return {
    'POST /private/orders': async (request) => {
      const body = await readJson(request, orderSchema);
      if (!body.ok) return body.error;
      const { amount: price, summary, fulfillment_url: fulfillmentUrl } = body.value.order;
      const row = makeOrder(room, {
        amount: price,
        summary,
        ...(fulfillmentUrl === undefined ? {} : { fulfillmentUrl }),
      });
      return jsonReply(200, { order_id: row.id, taler_pay_uri: payUri(room, row) });
    },
    'GET /private/orders/:id': ({ args: [id = ''] }) => {
      const row = findOrder(room, DEFAULT_INSTANCE, id);
      return row
        ? jsonReply(200, {
            order_status: row.paid === 1 ? 'paid' : row.nonce === null ? 'unpaid' : 'claimed',
            taler_pay_uri: payUri(room, row),
            refund_amount: row.refunded,
          })
        : errorReply(404, 2005);
    },
    'POST /private/orders/:id/refund': async (request) => {
      const [id = ''] = request.args;
      const body = await readJson(request, refundSchema);
      if (!body.ok) return body.error;
      const done = grantRefund(room, id, amount(body.value.refund));
      return done.ok
        ? jsonReply(200, {
            taler_refund_uri: payUri(room, { id, instance: DEFAULT_INSTANCE, token: null }).replace(
              '//pay/',
              '//refund/',
            ),
          })
        : errorReply(409, 2160);
    },
  };
};
