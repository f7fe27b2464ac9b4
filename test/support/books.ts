// SPDX-License-Identifier: GPL-3.0-or-later
import Database from 'better-sqlite3';
import type { Entry } from '../../electron/state/entry.ts';
import type { Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { readLedger } from '../../electron/wallet/ledger/ledger.ts';
import { isMelted, readUses, takenByRefresh } from '../../electron/wallet/ledger/uses.ts';
import { amount } from '../../shared/amount.ts';

/** Where one wallet's money is, by the exchange's own books, in 10⁻⁸ of the currency. in = reserves + coins + purses + paid + fees. */
export type Books = {
  /** came into the wallet's reserves: bank transfers, and purses merged into them */
  readonly in: bigint;
  readonly reserves: bigint;
  /** what is left of the wallet's coins */
  readonly coins: bigint;
  readonly purses: bigint;
  /** deposited with shops (less what they refunded), into the own bank account, and into purses somebody else has taken; deposit fees included */
  readonly paid: bigint;
  /** for withdrawing, refreshing and being refunded */
  readonly fees: bigint;
  /** of `coins`, what the wallet itself has written off because no coin is that small */
  readonly dust: bigint;
  /** coins the exchange has signed for this wallet and the wallet does not have, or the other way round */
  readonly missing: readonly string[];
  /** coins of which the exchange says more or less than the wallet, with what was written off */
  readonly differing: readonly string[];
};

export type BookKeeper = { readonly read: (store: Store) => Books; readonly close: () => void };

/** Reads the books of a sandbox exchange of another process, whose database is `file`. */
export const openBooks = (file: string): BookKeeper => {
  const db = new Database(file, { readonly: true });
  const statements = new Map<string, Database.Statement<string[]>>();
  const column = (sql: string): Database.Statement<string[]> => {
    const statement = statements.get(sql) ?? db.prepare<string[]>(sql).pluck();
    statements.set(sql, statement);
    return statement;
  };
  return {
    read: (store) => readBooks((sql, ...values) => column(sql).all(...values), store),
    close: () => void db.close(),
  };
};

/** What the exchange's database answers: the first column of each row. */
type Ask = (sql: string, ...values: readonly string[]) => readonly unknown[];

/** Where the wallet's money is, by the books of the exchange that answers. */
export const readBooks = (ask: Ask, store: Store): Books => {
  const units = (sql: string, ...values: readonly string[]): bigint =>
    ask(sql, ...values).reduce((sum: bigint, text) => sum + amount(String(text)).units, 0n);
  const count = (sql: string, ...values: readonly string[]): number => Number(ask(sql, ...values)[0]);

  const ring = createCoinKeyRing(store);
  // A coin found by link counts under the session it turned out to be of, as in the wallet's own ledger.
  const sessionOf = new Map(store.entries('refresh').map(({ id, value }) => [id, value.same_as]));
  const realId = (id: string): string => {
    const session = sessionOf.get(id.slice(0, id.indexOf('/')));
    return session === undefined ? id : `${session}${id.slice(id.indexOf('/'))}`;
  };
  const coins = store.entries('coin').filter(({ value }) => sessionOf.get(value.source_id) === undefined);
  const missing: string[] = [];
  const differing: string[] = [];
  const total = { in: 0n, reserves: 0n, coins: 0n, purses: 0n, paid: 0n, fees: 0n, dust: 0n };
  const rests = writtenOff(store, realId);
  const { coins: accounts } = readLedger(store);

  const coinsBySource = countBy(coins, ({ value }) => value.source_id);
  const compare = (what: string, signed: number, have: number): void => {
    if (signed !== have) missing.push(`${what}: ${signed} coins signed, ${have} here`);
  };
  for (const { id: pub } of store.entries('reserve')) {
    const own = store.entries('withdrawal').filter(({ value }) => value.reserve === pub);
    const have = own.reduce((sum, { id }) => sum + (coinsBySource.get(id) ?? 0), 0);
    compare(`reserve ${pub}`, count('SELECT count(*) FROM withdrawal WHERE reserve_pub = ?', pub), have);
    const left = units('SELECT balance FROM reserve WHERE pub = ?', pub);
    const faces = units(`SELECT d.value ${WITHDRAWN}`, pub);
    const fees = units(`SELECT d.fee_withdraw ${WITHDRAWN}`, pub);
    total.reserves += left;
    total.fees += fees;
    // What a recoup brought back was in it before.
    total.in += left + faces + fees - units(RECOUPED, pub);
  }
  const refreshesByCoin = new Map<string, Entry<'refresh'>[]>();
  for (const each of store.entries('refresh')) {
    const old = realId(each.value.old_coin);
    refreshesByCoin.set(old, [...(refreshesByCoin.get(old) ?? []), each]);
  }

  for (const { id, value } of coins) {
    const keys = ring.keysOf(id);
    if (!keys) {
      missing.push(`${id}: its keys cannot be derived`);
      continue;
    }
    const pub = bytesToCrock(keys.coinPub);
    const seen = count('SELECT count(*) FROM coin WHERE pub = ?', pub) > 0;
    const left = seen ? units('SELECT remaining FROM coin WHERE pub = ?', pub) : amount(value.v).units;
    total.coins += left;
    // Two copies may both have written off the same rest before they heard of each other: it is gone once.
    const held = accounts.get(id)?.held ?? 0n;
    const dust = atMost(left - held, rests.get(id) ?? 0n);
    if (left !== held + dust) differing.push(`${id}: ${left} there, ${held} here, ${dust} written off`);
    total.dust += dust;
    total.paid += units('SELECT contribution FROM deposit WHERE coin_pub = ?', pub);
    total.paid -= units('SELECT amount FROM refund WHERE coin_pub = ?', pub);
    total.fees += units(`SELECT d.fee_refund ${REFUNDED}`, pub);
    total.purses += units(`SELECT p.amount ${IN_PURSE} AND purse.state = 'open'`, pub);
    total.paid += units(`SELECT p.amount ${IN_PURSE} AND purse.state = 'merged'`, pub);
    const fresh = units(`SELECT d.value ${REFRESHED}`, pub);
    total.fees += units('SELECT value_with_fee FROM melt WHERE coin_pub = ?', pub) - fresh;
    const have = (refreshesByCoin.get(id) ?? []).reduce((sum, each) => sum + (coinsBySource.get(each.id) ?? 0), 0);
    compare(`refreshes of ${id}`, count(`SELECT count(*) ${REFRESHED}`, pub), have);
  }
  return { ...total, missing, differing };
};

/** Between nothing and `most`. */
const atMost = (units: bigint, most: bigint): bigint => (units < 0n ? 0n : units < most ? units : most);

const WITHDRAWN = 'FROM withdrawal w JOIN denomination d ON d.hash = w.denom_hash WHERE w.reserve_pub = ?';
const RECOUPED = "SELECT json ->> 'amount' FROM reserve_event WHERE reserve_pub = ? AND json ->> 'type' = 'RECOUP'";
const REFRESHED =
  'FROM melt m JOIN fresh_coin f ON f.rc = m.rc JOIN denomination d ON d.hash = f.denom_hash WHERE m.coin_pub = ?';
const REFUNDED =
  'FROM refund r JOIN coin c ON c.pub = r.coin_pub JOIN denomination d ON d.hash = c.denom_hash WHERE r.coin_pub = ?';
const IN_PURSE = 'FROM purse_deposit p JOIN purse ON purse.pub = p.purse_pub WHERE p.coin_pub = ?';

/** What refreshes have written off of each coin. */
const writtenOff = (store: Store, realId: (id: string) => string): ReadonlyMap<string, bigint> => {
  const rests = new Map<string, bigint>();
  const { sameAs } = readUses(store);
  for (const { id, value } of store.entries('refresh')) {
    if (!isMelted(value, sameAs.has(id))) continue;
    const old = realId(value.old_coin);
    rests.set(old, (rests.get(old) ?? 0n) + takenByRefresh(value) - amount(value.melt_amount).units);
  }
  return rests;
};

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};
