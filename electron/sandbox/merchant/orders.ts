// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { mustOk } from '../../../shared/result.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import { hashContract } from '../../taler/wire/contract-hash.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { hashWire } from '../../taler/crypto/hash.ts';
import { merchantContractBlock } from '../../taler/purposes/merchant.ts';
import { DAY, SECOND } from '../clock.ts';
import { WIRE_METHOD } from '../exchange/keys.ts';
import { crock, readJson } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import { choiceMembers, type OrderChoice } from './choices.ts';
import { DEFAULT_INSTANCE, findOrder, instanceUrl, sign, type MerchantRoom, type OrderRow } from './room.ts';

/** What a shop says about an order; everything not said gets a usual value. */
export type OrderTerms = {
  readonly amount: string;
  /** leaves a choice (version 1): `amount` then counts for nothing */
  readonly choices?: readonly OrderChoice[];
  readonly tokenFamilies?: Readonly<Record<string, unknown>>;
  readonly summary: string;
  readonly fulfillmentUrl?: string;
  readonly fulfillmentMessage?: string;
  readonly maxFee?: string;
  readonly payWithinMs?: number;
  readonly refundWithinMs?: number;
  readonly wireAfterMs?: number;
  readonly autoRefundMs?: number;
  /** true: the pay URI carries a claim token that must be shown */
  readonly claimToken?: boolean;
  readonly instance?: string;
  readonly orderId?: string;
  /** further or other members of the contract, for what real shops (and bad ones) write */
  readonly extra?: Readonly<Record<string, unknown>>;
};

/** Writes a new order. */
export const makeOrder = (room: MerchantRoom, terms: OrderTerms): OrderRow => {
  const now = room.world.now();
  const id = terms.orderId ?? `L${Math.floor(now / 1000)}-${bytesToCrock(room.world.randomBytes(5))}`;
  const instance = terms.instance ?? DEFAULT_INSTANCE;
  const row: OrderRow = {
    id,
    instance,
    token: terms.claimToken === true ? bytesToCrock(room.world.randomBytes(16)) : null,
    template: JSON.stringify(contractTemplate(room, terms, id, instance)),
    nonce: null,
    contract: null,
    h_contract: null,
    paid: 0,
    refunded: `${room.currency}:0`,
  };
  room.store.run(
    'INSERT INTO orders (id, instance, token, template, refunded) VALUES (?, ?, ?, ?, ?)',
    row.id,
    row.instance,
    row.token,
    row.template,
    row.refunded,
  );
  return row;
};

const contractTemplate = (room: MerchantRoom, terms: OrderTerms, orderId: string, instance: string) => {
  const now = room.world.now();
  const refund = now + (terms.refundWithinMs ?? 0);
  const [currency = room.currency] = terms.amount.split(':');
  return {
    ...(terms.choices === undefined
      ? { amount: terms.amount, max_fee: terms.maxFee ?? `${currency}:1` }
      : choiceMembers(terms.choices, terms.tokenFamilies)),
    summary: terms.summary,
    ...(terms.fulfillmentUrl === undefined ? {} : { fulfillment_url: terms.fulfillmentUrl }),
    ...(terms.fulfillmentMessage === undefined ? {} : { fulfillment_message: terms.fulfillmentMessage }),
    order_id: orderId,
    merchant_base_url: instanceUrl(room, instance),
    merchant: { name: 'Play shop', address: {}, jurisdiction: {} },
    merchant_pub: room.pub,
    h_wire: bytesToCrock(hashWire(room.payto, room.wireSalt)),
    wire_method: WIRE_METHOD,
    ...(terms.choices === undefined ? { max_wire_fee: `${currency}:1`, wire_fee_amortization: 1 } : {}),
    timestamp: msToTimestamp(now),
    pay_deadline: msToTimestamp(now + (terms.payWithinMs ?? DAY)),
    refund_deadline: msToTimestamp(refund),
    wire_transfer_deadline: msToTimestamp(refund + (terms.wireAfterMs ?? 60 * SECOND)),
    ...(terms.autoRefundMs === undefined ? {} : { auto_refund: { d_us: terms.autoRefundMs * 1000 } }),
    exchanges: room.exchanges.map((each) => ({ url: each.baseUrl, priority: 1, master_pub: each.masterPub })),
    auditors: [],
    products: [],
    extra: {},
    ...terms.extra,
  };
};

const claimSchema = z.object({ nonce: crock(32), token: z.string().max(200).nullish() });

/** POST orders/ID/claim: the same contract for the same nonce, 2301 for another one (PROTOCOL.md#claim-and-pay). */
export const claim = async (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
): Promise<Reply> => {
  const body = await readJson(request, claimSchema);
  if (!body.ok) return body.error;
  const order = findOrder(room, instance, id);
  if (!order) return errorReply(404, 2300);
  if (order.token !== null && body.value.token !== order.token) return errorReply(403, 2105);
  const { nonce } = body.value;
  if (order.nonce !== null && order.nonce !== nonce) return errorReply(409, 2301);
  const contract: unknown =
    order.contract === null ? { ...(JSON.parse(order.template) as object), nonce } : JSON.parse(order.contract);
  // a shop that writes members no wallet may hash still answers: the wallet must refuse, not the shop
  const hash = hashContract(contract);
  const contractHash = hash.ok ? hash.value : new Uint8Array(64);
  room.store.run(
    'UPDATE orders SET nonce = ?, contract = ?, h_contract = ? WHERE id = ?',
    nonce,
    JSON.stringify(contract),
    bytesToCrock(contractHash),
    id,
  );
  room.bell.ring();
  return jsonReply(200, { contract_terms: contract, sig: sign(room, merchantContractBlock({ contractHash })) });
};

/** The claimed contract's members that paying and refunding need. */
export type ClaimedContract = {
  readonly amount: string;
  readonly max_fee: string;
  readonly choices?: readonly { readonly amount: string; readonly max_fee: string }[];
  readonly h_wire: string;
  readonly timestamp: { readonly t_s: number };
  readonly pay_deadline: { readonly t_s: number };
  readonly refund_deadline: { readonly t_s: number };
  readonly wire_transfer_deadline: { readonly t_s: number };
};
/** Our own stored contract, read again. */
export const readContract = (text: string): ClaimedContract => JSON.parse(text) as ClaimedContract;

/** The contract hash in bytes; throws for an order that was not claimed. */
export const contractHashOf = (order: OrderRow): Uint8Array =>
  mustOk(hashContract(JSON.parse(order.contract ?? 'null')), 'our own contract');
