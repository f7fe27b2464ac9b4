// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaSign } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { Bell } from '../bell.ts';
import type { SandboxWorld } from '../clock.ts';
import type { SandboxExchange } from '../exchange/exchange.ts';
import type { Store } from '../store.ts';

/** What every part of the merchant works with. */
export type MerchantRoom = {
  /** of what costs that is not said otherwise */
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly store: Store;
  readonly seed: Uint8Array;
  readonly pub: string;
  readonly exchanges: readonly SandboxExchange[];
  readonly payto: string;
  readonly wireSalt: Uint8Array;
  readonly bell: Bell;
  readonly baseUrl: () => string;
};

export type OrderRow = {
  id: string;
  instance: string;
  token: string | null;
  /** the terms without nonce, as JSON */
  template: string;
  nonce: string | null;
  contract: string | null;
  h_contract: string | null;
  paid: number;
  refunded: string;
};

export type PaidCoinRow = {
  order_id: string;
  at: number;
  coin_pub: string;
  contribution: string;
  exchange_url: string;
  h_denom: string;
};
export type RefundRow = {
  order_id: string;
  coin_pub: string;
  rtransaction_id: number;
  amount: string;
  exchange_url: string;
  granted: number;
  answer: string | null;
};

export const MERCHANT_SCHEMA = `
CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, instance TEXT NOT NULL, token TEXT, template TEXT NOT NULL, nonce TEXT, contract TEXT, h_contract TEXT,
  paid INTEGER NOT NULL DEFAULT 0, refunded TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS paid_coin (order_id TEXT NOT NULL, at INTEGER NOT NULL, coin_pub TEXT NOT NULL, contribution TEXT NOT NULL, exchange_url TEXT NOT NULL, h_denom TEXT NOT NULL,
  PRIMARY KEY (order_id, coin_pub)) STRICT;
CREATE TABLE IF NOT EXISTS refund (order_id TEXT NOT NULL, coin_pub TEXT NOT NULL, rtransaction_id INTEGER NOT NULL, amount TEXT NOT NULL, exchange_url TEXT NOT NULL, granted INTEGER NOT NULL,
  answer TEXT, PRIMARY KEY (order_id, coin_pub, rtransaction_id)) STRICT;`;

/** Orders of the first instance live at the base URL, others under `instances/NAME/`. */
export const DEFAULT_INSTANCE = 'default';

/** What money the shop takes. */
export const currenciesOf = ({ currency, exchanges }: MerchantRoom): readonly string[] => [
  ...new Set([currency, ...exchanges.map((each) => each.currency)]),
];

/** The order if it belongs to that instance. */
export const findOrder = (room: MerchantRoom, instance: string, id: string): OrderRow | undefined =>
  room.store.one<OrderRow>('SELECT * FROM orders WHERE id = ? AND instance = ?', id, instance);

/** The merchant's signature over a block, base32. */
export const sign = (room: MerchantRoom, block: Uint8Array): string => bytesToCrock(eddsaSign(room.seed, block));

/** Base URL of an instance. */
export const instanceUrl = (room: MerchantRoom, instance: string): string =>
  instance === DEFAULT_INSTANCE ? room.baseUrl() : `${room.baseUrl()}instances/${instance}/`;

/** The `taler+http://pay/…` URI of an order. */
export const payUri = (room: MerchantRoom, order: Pick<OrderRow, 'id' | 'instance' | 'token'>): string =>
  `taler+http://pay/${instanceUrl(room, order.instance).slice('http://'.length)}${order.id}/${order.token === null ? '' : `?c=${order.token}`}`;
