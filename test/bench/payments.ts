// SPDX-License-Identifier: GPL-3.0-or-later
import { createHash } from 'node:crypto';
import type { Store, Tx } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { World } from '../../electron/world.ts';
import { msToTimestamp } from '../../shared/time.ts';

// What thousands of payments leave in a wallet.

const EXCHANGE = 'https://exchange.example/';
const DAY_MS = 24 * 60 * 60_000;

/** One payment after the other, each with a coin of its own and its change. */
export const spendOften = (world: World, store: Store, payments: number): void => {
  for (let from = 0; from < payments; from += 500)
    store.transaction((tx) => {
      for (let at = from; at < Math.min(from + 500, payments); at += 1)
        putPayment(tx, world, at, world.now() - ((payments - at) * DAY_MS) / 10);
    });
};

const PER_WITHDRAWAL = 10;

/** The same for all payments out of one withdrawal. */
const idOf = (what: string, at: number): string =>
  bytesToCrock(
    new Uint8Array(
      createHash('sha256')
        .update(`${what} ${Math.floor(at / PER_WITHDRAWAL)}`)
        .digest()
        .subarray(0, 16),
    ),
  );

/** So many coins are there to pay with, however many payments there were. */
const COINS_LEFT = 200;

/**
 * A coin of 4 out of a withdrawal, 2.5 of it paid, with 1 of the change before and 0.4 of change long before; the rest renewed: one coin
 * pays the next time, and one is left.
 */
export const putPayment = (tx: Tx, world: World, at: number, nowMs: number): void => {
  const crock = (size: number): string => bytesToCrock(world.randomBytes(size));
  const master = bytesToCrock(new Uint8Array(32).fill(7));
  const h = bytesToCrock(new Uint8Array(64).fill(9));
  const created = msToTimestamp(nowMs);
  const common = { exchange: EXCHANGE, master_pub: master };
  const purchase = crock(16);
  const [withdrawal, batch] = [idOf('withdrawal', at), idOf('batch', at)];
  const [refresh, before] = [idOf('refresh', at * PER_WITHDRAWAL), idOf('refresh', (at - 1) * PER_WITHDRAWAL)];
  const old = `${batch}/${at % PER_WITHDRAWAL}`;
  const spare = at < COINS_LEFT ? undefined : idOf('refresh', (at - COINS_LEFT) * PER_WITHDRAWAL);
  if (at % PER_WITHDRAWAL === 0)
    tx.put('withdrawal', withdrawal, {
      ...common,
      reserve: crock(32),
      amount: 'KUDOS:40',
      created,
      origin: { type: 'manual', payto: 'payto://x-taler-bank/localhost/me' },
      status: 'done',
      batches: { [batch]: { seed: crock(32), selection: [{ h, v: 'KUDOS:4', n: PER_WITHDRAWAL }], status: 'done' } },
    });
  const coin = { ...common, h, source: 'withdrawal', source_id: withdrawal } as const;
  tx.put('coin', old, { ...coin, v: 'KUDOS:4', status: 'spent', remaining: 'KUDOS:0' });
  tx.put('purchase', purchase, {
    merchant_base_url: 'https://shop.example/',
    order_id: `order-${at}`,
    nonce_priv: crock(32),
    amount: spare === undefined ? 'KUDOS:3.44' : 'KUDOS:3.84',
    exchange: EXCHANGE,
    terms: { summary: `tea ${at}`, merchant: { name: 'Tea shop' }, refund_deadline: created },
    coins: {
      [old]: { c: 'KUDOS:2.5', fee: 'KUDOS:0.05', s: 'paid' },
      ...(at === 0 ? {} : { [`${before}/0`]: { c: 'KUDOS:1', fee: 'KUDOS:0.01', s: 'paid' as const } }),
      ...(spare === undefined ? {} : { [`${spare}/1`]: { c: 'KUDOS:0.4', fee: 'KUDOS:0', s: 'paid' as const } }),
    },
    status: 'paid',
    created,
    paid_at: created,
  });
  tx.put('refresh', refresh, {
    ...common,
    old_coin: old,
    seed: crock(64),
    selection: [
      { h, v: 'KUDOS:1', n: 1 },
      { h, v: 'KUDOS:0.4', n: 1 },
    ],
    melt_amount: 'KUDOS:1.5',
    fee: 'KUDOS:0.1',
    reason: 'change',
    purchase,
    created,
    status: 'done',
  });
  const change = { ...common, h, source: 'refresh', source_id: refresh } as const;
  tx.put('coin', `${refresh}/0`, { ...change, v: 'KUDOS:1', status: 'spent', remaining: 'KUDOS:0' });
  if (spare !== undefined)
    tx.put('coin', `${spare}/1`, {
      ...common,
      h,
      source: 'refresh',
      source_id: spare,
      v: 'KUDOS:0.4',
      status: 'spent',
      remaining: 'KUDOS:0',
    });
  tx.put('coin', `${refresh}/1`, {
    ...change,
    v: 'KUDOS:0.4',
    sig: crock(256),
    status: 'fresh',
    remaining: 'KUDOS:0.4',
  });
};
