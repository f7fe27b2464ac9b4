// SPDX-License-Identifier: GPL-3.0-or-later
import { DAY, YEAR, type SandboxWorld } from '../clock.ts';
import type { SandboxMerchant } from '../merchant/merchant.ts';
import type { Store } from '../store.ts';

/** The accounts of a sync service and what they paid. */
export type Payments = {
  /** end of the paid time in milliseconds; undefined: no such account */
  readonly expiration: (account: string) => number | undefined;
  /** Adds a year for every order that was paid since the last look. */
  readonly creditPaid: (account: string) => void;
  /** Whether the order named by `paying` has been credited: then `pay` asks for nothing more. */
  readonly justCredited: (account: string, order: string | null) => boolean;
  /** The pay URI of a pending order of today's price, or of a new one (always a new one when `fresh`). */
  readonly demand: (account: string, fresh: boolean) => Promise<string>;
  /** Waits, at most half an hour, until that order is paid. */
  readonly wait: (account: string, order: string, gone: AbortSignal) => Promise<void>;
  /** Deletes accounts whose time is over; their keys. */
  readonly removeExpired: () => readonly string[];
};

export const PAYMENT_SCHEMA = `
CREATE TABLE IF NOT EXISTS account (pub TEXT PRIMARY KEY, expiration INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS payment (order_id TEXT PRIMARY KEY, account TEXT NOT NULL, uri TEXT NOT NULL, fee TEXT NOT NULL, created INTEGER NOT NULL, credited INTEGER NOT NULL DEFAULT 0) STRICT;`;

/** PROTOCOL.md#sync-requests: `paying` polls up to 30 minutes */
const PATIENCE_MS = 30 * 60 * 1000;
const ORDER_LIFE_MS = DAY;

type PaymentOptions = {
  readonly store: Store;
  readonly world: SandboxWorld;
  readonly merchant: SandboxMerchant;
  readonly annualFee: () => string;
  readonly fulfillmentUrl?: string;
  readonly orderLifeMs?: number;
};
type PaymentRow = { order_id: string; account: string; uri: string; fee: string; created: number; credited: number };

/** Opens the accounts book. */
export const openPayments = ({
  store,
  world,
  merchant,
  annualFee,
  fulfillmentUrl = 'taler://fulfillment-success',
  orderLifeMs = ORDER_LIFE_MS,
}: PaymentOptions): Payments => {
  const expiration: Payments['expiration'] = (account) =>
    store.one<{ expiration: number }>('SELECT expiration FROM account WHERE pub = ?', account)?.expiration;
  const pending = (account: string): readonly PaymentRow[] =>
    store.all<PaymentRow>(
      'SELECT * FROM payment WHERE account = ? AND credited = 0 ORDER BY created DESC, rowid DESC',
      account,
    );
  const isPaid = (orderId: string): boolean => merchant.orderStatus(orderId) === 'paid';
  return {
    expiration,
    creditPaid: (account) => {
      for (const row of pending(account)) {
        if (!isPaid(row.order_id)) continue;
        // paid time is added to what is left, also to what is left of nothing (PROTOCOL.md#sync-payment)
        const until = Math.max(expiration(account) ?? 0, world.now()) + YEAR;
        store.run(
          'INSERT INTO account VALUES (?, ?) ON CONFLICT (pub) DO UPDATE SET expiration = excluded.expiration',
          account,
          until,
        );
        store.run('UPDATE payment SET credited = 1 WHERE order_id = ?', row.order_id);
      }
    },
    justCredited: (account, order) =>
      order !== null &&
      store.one('SELECT 1 FROM payment WHERE order_id = ? AND account = ? AND credited = 1', order, account) !==
        undefined,
    demand: async (account, fresh) => {
      const known = pending(account).find((row) => row.fee === annualFee() && row.created + orderLifeMs > world.now());
      if (known && !fresh) return known.uri;
      const order = await merchant.createOrder({
        amount: annualFee(),
        summary: 'annual fee for sync service',
        fulfillmentUrl,
        payWithinMs: orderLifeMs,
      });
      store.run(
        'INSERT INTO payment VALUES (?, ?, ?, ?, ?, 0)',
        order.orderId,
        account,
        order.talerPayUri,
        annualFee(),
        world.now(),
      );
      return order.talerPayUri;
    },
    wait: async (account, orderId, gone) => {
      if (store.one('SELECT 1 FROM payment WHERE order_id = ? AND account = ?', orderId, account) === undefined) return;
      await merchant.waitUntilPaid(orderId, PATIENCE_MS, gone);
    },
    removeExpired: () => removeExpired(store, world.now()),
  };
};

/** The accounts whose paid time is over; nothing is kept of them. */
const removeExpired = (store: Store, now: number): readonly string[] => {
  const gone = store.all<{ pub: string }>('SELECT pub FROM account WHERE expiration < ?', now).map((row) => row.pub);
  for (const pub of gone) {
    store.run('DELETE FROM account WHERE pub = ?', pub);
    store.run('DELETE FROM payment WHERE account = ?', pub);
  }
  return gone;
};
