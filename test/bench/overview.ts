// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { msToTimestamp } from '../../shared/time.ts';
import { readSafety } from '../../electron/backup/safety/read.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store, type Tx } from '../../electron/storage/store.ts';
import { createHash } from 'node:crypto';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld, type World } from '../../electron/world.ts';

export type OverviewFigures = {
  readonly lines: number;
  readonly coins: number;
  /** CPU of the thread of the window, in milliseconds: after one payment, for balances, what is pending and how safe the money is */
  readonly changedMs: number;
  /** the same for a wallet with a tenth of the history */
  readonly changedTenthMs: number;
  readonly unchangedMs: number;
  /** for the lines of the history, after one payment */
  readonly historyMs: number;
  /** everything, the first time */
  readonly firstMs: number;
};

const ROUNDS = 100;
const EXCHANGE = 'https://exchange.example/';
const DAY_MS = 24 * 60 * 60_000;

/** What the window asks for, after a change and without one, in a wallet of so many payments. */
export const benchOverview = async (payments: number): Promise<OverviewFigures> => {
  const whole = measured(payments);
  const tenth = measured(Math.ceil(payments / 10));
  return { ...whole, changedTenthMs: tenth.changedMs };
};

const measured = (payments: number): Omit<OverviewFigures, 'changedTenthMs'> => {
  const world = realWorld();
  const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world });
  try {
    spendOften(world, store, payments);
    const wallet = createWallet({ world, store });
    const overview = (): number =>
      cpuMs(() => {
        wallet.balances();
        wallet.pending();
        readSafety({ world, store });
      });
    const history = (): number => cpuMs(wallet.history);
    const firstMs = overview() + history();
    const sums = { changed: 0, unchanged: 0, history: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      store.transaction((tx) => putPayment(tx, world, payments + round, world.now()));
      sums.changed += overview();
      sums.unchanged += overview();
      sums.history += history();
    }
    return {
      lines: wallet.history().length,
      coins: store.coins({}).length,
      changedMs: sums.changed / ROUNDS,
      unchangedMs: sums.unchanged / ROUNDS,
      historyMs: sums.history / ROUNDS,
      firstMs,
    };
  } finally {
    store.close();
  }
};

const cpuMs = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

/** One payment after the other, each with a coin of its own and its change. */
const spendOften = (world: World, store: Store, payments: number): void => {
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

/** A coin of 4 out of a withdrawal, 2.5 of it paid and 1 of the change before, the rest renewed: one coin is left, and one pays the next time. */
const putPayment = (tx: Tx, world: World, at: number, nowMs: number): void => {
  const crock = (size: number): string => bytesToCrock(world.randomBytes(size));
  const master = bytesToCrock(new Uint8Array(32).fill(7));
  const h = bytesToCrock(new Uint8Array(64).fill(9));
  const created = msToTimestamp(nowMs);
  const common = { exchange: EXCHANGE, master_pub: master };
  const purchase = crock(16);
  const [withdrawal, batch] = [idOf('withdrawal', at), idOf('batch', at)];
  const [refresh, before] = [idOf('refresh', at * PER_WITHDRAWAL), idOf('refresh', (at - 1) * PER_WITHDRAWAL)];
  const old = `${batch}/${at % PER_WITHDRAWAL}`;
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
    amount: 'KUDOS:3.44',
    exchange: EXCHANGE,
    terms: { summary: `tea ${at}`, merchant: { name: 'Tea shop' }, refund_deadline: created },
    coins: {
      [old]: { c: 'KUDOS:2.5', fee: 'KUDOS:0.05', s: 'paid' },
      ...(at === 0 ? {} : { [`${before}/0`]: { c: 'KUDOS:1', fee: 'KUDOS:0.01', s: 'paid' as const } }),
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
  tx.put('coin', `${refresh}/1`, {
    ...change,
    v: 'KUDOS:0.4',
    sig: crock(256),
    status: 'fresh',
    remaining: 'KUDOS:0.4',
  });
};
