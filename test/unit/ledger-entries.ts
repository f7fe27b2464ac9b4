// SPDX-License-Identifier: GPL-3.0-or-later
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { Coin, Purchase, Refresh, Withdrawal } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { readBalances } from '../../electron/wallet/ledger/balance.ts';
import { readHistory } from '../../electron/wallet/history/history.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';

// Entries that the tests of the ledger begin with, and the one thing that must hold whatever is written.

export const NOW = Date.UTC(2026, 10, 23);
export const EXCHANGE = 'https://exchange.example/';
export const bytes = (length: number, fill: number): string => bytesToCrock(new Uint8Array(length).fill(fill));
export const kudos = (cents: number): string =>
  `KUDOS:${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
export const text = (cents: number): string => kudos(cents).replace(/\.?0+$/, '');

let dice = 0;
export const openMemory = (): Store => {
  const db = mustOk(openDatabase({ path: ':memory:' }), 'database');
  const randomBytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => (dice = (dice * 7 + 3) % 251));
  return openStore({ db, world: { ...realWorld(), now: () => NOW, randomBytes } });
};

export const withdrawal = (change: Partial<Withdrawal> = {}): Withdrawal => ({
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  reserve: bytes(32, 2),
  amount: 'KUDOS:10',
  created: { t_s: NOW / 1000 },
  origin: { type: 'manual', payto: 'payto://x' },
  status: 'done',
  batches: {},
  ...change,
});
export const coin = (sourceId: string, cents: number, change: Partial<Coin> = {}): Coin => ({
  source: 'withdrawal',
  source_id: sourceId,
  exchange: EXCHANGE,
  h: bytes(64, 3),
  v: kudos(cents),
  status: 'fresh',
  remaining: kudos(cents),
  sig: 'ABCD',
  ...change,
});
export const purchase = (change: Partial<Purchase> = {}): Purchase => ({
  merchant_base_url: 'https://shop.example/',
  order_id: 'o',
  nonce_priv: bytes(32, 4),
  amount: 'KUDOS:1',
  exchange: EXCHANGE,
  coins: {},
  status: 'paying',
  created: { t_s: NOW / 1000 },
  ...change,
});
export const purse = {
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  contract_priv: bytes(32, 6),
  amount: 'KUDOS:1',
  created: { t_s: NOW / 1000 },
};
export const deposit = {
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  payto: 'payto://x-taler-bank/bank.example/me?receiver-name=me',
  wire_salt: bytes(16, 2),
  merchant_priv: bytes(32, 3),
  h_contract: bytes(64, 4),
  amount: 'KUDOS:1',
  timestamp: { t_s: NOW / 1000 },
  refund_deadline: { t_s: NOW / 1000 },
  wire_deadline: { t_s: NOW / 1000 },
  created: { t_s: NOW / 1000 },
};
export const refresh = (change: Partial<Refresh> = {}): Refresh => ({
  exchange: EXCHANGE,
  master_pub: bytes(32, 1),
  old_coin: 'b/0',
  seed: bytes(64, 5),
  selection: [],
  melt_amount: 'KUDOS:0',
  fee: 'KUDOS:0',
  reason: 'change',
  created: { t_s: NOW / 1000 },
  status: 'planned',
  ...change,
});

/** Totals of the balances less the effects of the history, at each exchange in each currency; empty, always. */
export const differences = (store: Store): Readonly<Record<string, bigint>> => {
  const sums: Record<string, bigint> = {};
  const add = ({ exchange, currency }: Place, units: bigint): void => {
    const key = `${exchange} ${currency}`;
    sums[key] = (sums[key] ?? 0n) + units;
  };
  for (const each of readBalances(store)) add(each, amount(each.total).units);
  for (const line of readHistory(store)) {
    const size = amount(line.effect.replace('-', '')).units;
    add(line, line.effect.includes('-') ? size : -size);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, units]) => units !== 0n));
};

type Place = { readonly exchange: string; readonly currency: string };

/** Total of the balances less the effects of the history, wherever they are; zero, always. */
export const difference = (store: Store): bigint =>
  Object.values(differences(store)).reduce((sum, units) => sum + units, 0n);
