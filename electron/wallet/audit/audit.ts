// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, compareAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { CoinFilter, Reader, Tx } from '../../storage/store.ts';
import type { HistoryEntry } from '../../taler/exchange/answers.ts';
import type { Wallets } from '../context.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { findAbroad, noteAbroad } from '../ledger/abroad.ts';
import { noteLateDeposits } from './late-deposit.ts';
import { findLinked, isFound } from './linked.ts';
import { coinAccount, readUses } from '../ledger/ledger.ts';
import { checkSignatures } from '../coins/signatures.ts';

export type AuditReport = {
  /** coins whose exchange told what they are still worth */
  readonly checked: number;
  /** coins another copy of the wallet has used; `lost` per currency is what that took from the balance */
  readonly spentElsewhere: number;
  readonly lost: readonly string[];
  /** coins in the middle of a payment or refresh: finishing that step tells */
  readonly busy: number;
  /** coins nobody could be asked about */
  readonly unchecked: number;
  readonly exchangesSilent: readonly string[];
  /** exchanges that keep no account of a coin (v14): what its coins are worth shows when they are renewed */
  readonly exchangesUntelling: readonly string[];
  /** coins whose signature is not their denomination's: they are not spent */
  readonly badSignatures: number;
};

/**
 * What to do about a coin that another copy has exchanged: `find` its change with the old coin alone (this copy came from a
 * backup, and the one that made the change may be gone for good), or `leave` it to the copy that made it, which lives.
 */
export type ChangeOfOthers = 'find' | 'leave';

/** Coins that were busy during the audit are asked about later, in the same way. */
export const changeOfOthers = ({ local }: Pick<Reader, 'local'>): ChangeOfOthers =>
  local.mark('audit-finds-change') ? 'find' : 'leave';

/** `refusal`: the coin's history as it came with an `insufficient-funds` (v14 tells it no other way). */
type HowToAsk = { readonly change?: ChangeOfOthers; readonly refusal?: unknown };

/** Enough to hide the latency of a busy exchange, few enough not to look like an attack. */
const PARALLEL_REQUESTS = 8;

/**
 * Asks the exchanges what our coins are still worth and lowers what another copy has spent. A coin the exchange has
 * never seen is whole. An exchange that does not answer changes nothing and is named.
 */
export const auditCoins = async (
  wallets: Wallets,
  filter: CoinFilter = {},
  change: ChangeOfOthers = 'leave',
): Promise<AuditReport> => {
  const uses = readUses(wallets.store);
  const unspent = wallets.store.coins(filter).filter(({ value }) => value.status !== 'spent');
  // Coins that only a newer wallet can derive are that wallet's to ask about.
  const accounts = unspent.map((entry) => ({ entry, ...coinAccount(entry, uses) })).filter(({ isNewer }) => !isNewer);
  // A used-up coin is kept only for a refund that may still come; it has nothing left that could be lowered.
  const idle = accounts.flatMap(({ entry, busy, held, abroad }) => (!busy && held + abroad > 0n ? [entry] : []));
  const silent = new Set<string>();
  const untelling = new Set<string>();
  const lost = new Map<string, ReturnType<typeof amount>>();
  let checked = 0;
  let spentElsewhere = 0;
  let badSignatures = 0;
  for (const [exchange, coins] of byExchange(idle)) {
    const open = await wallets.exchanges.open(exchange);
    if (!open.ok) {
      silent.add(exchange);
      continue;
    }
    badSignatures += await checkSignatures(wallets, open.value.keys, coins);
    await inParallel(coins, PARALLEL_REQUESTS, async ({ id }) => {
      // One silent answer is enough: the others would each wait for their own time-out.
      if (silent.has(exchange) || untelling.has(exchange)) return;
      const lowered = await lowerRemaining(wallets, open.value, id, { change });
      if (!lowered.ok) {
        const { kind } = lowered.error;
        if (kind === 'unsupported-operation') untelling.add(exchange);
        else if (kind !== 'coin-not-derivable') silent.add(exchange);
        return;
      }
      checked += 1;
      if (lowered.value === 'unchanged') return;
      spentElsewhere += 1;
      const before = lowered.value.was;
      const sum = lost.get(before.currency) ?? zeroAmount(before.currency);
      lost.set(before.currency, addCapped(sum, { ...before, units: before.units - lowered.value.left.units }));
    });
  }
  return {
    checked,
    spentElsewhere,
    lost: [...lost.values()].map(amountToText),
    busy: accounts.filter(({ busy }) => busy).length,
    unchecked: idle.length - checked,
    exchangesSilent: [...silent].sort(),
    exchangesUntelling: [...untelling].sort(),
    badSignatures,
  };
};

/** Asks the exchange about one coin and writes down less if it is worth less; never more. */
export const lowerRemaining = async (
  wallets: Wallets,
  { client, keys }: OpenExchange,
  id: string,
  { change = changeOfOthers(wallets.store), refusal }: HowToAsk = {},
): Promise<Result<'unchanged' | { readonly left: Amount; readonly was: Amount }, WalletFailure>> => {
  const coin = wallets.store.entry('coin', id)?.value;
  const coinKeys = wallets.coinKeys.keysOf(id);
  const denomination = coin && keys.denominations.get(coin.h);
  if (!coinKeys || !denomination) return err({ kind: 'coin-not-derivable', coin: id });
  const history = await client.coinHistory({ coinPriv: coinKeys.coinPriv, denomination, refusal });
  if (!history.ok) return history;
  if (history.value.state === 'unknown') return ok('unchanged');
  const { balance, entries } = history.value;
  // No copy of this wallet signs what its history cannot show (a wallet_data_hash): without our signature, nothing was spent.
  if (entries.some(({ direction, proof }) => direction === 'debit' && proof !== 'verified'))
    return err({ kind: 'bad-history', what: 'a deposit that the coin did not sign' });
  if (
    (change === 'find' || isFound(id)) &&
    entries.some(({ type }) => type === 'MELT') &&
    balance.units < amount(coin.remaining).units
  ) {
    const found = await findLinked(wallets, { client, keys }, id);
    if (!found.ok) return found;
  }
  const abroad = await findAbroad(wallets.store, { client }, id, { history: entries, nowMs: wallets.world.now() });
  if (!abroad.ok) return abroad;
  return wallets.store.transaction((tx) => {
    noteLateDeposits(tx, id, entries);
    const now = tx.entry('coin', id)?.value;
    noteAbroad(tx, id, abroad.value);
    const gone = Object.values(abroad.value).map(({ sum }) => amount(sum));
    // The next look at these purses is planned anew.
    if (gone.length > 0) tx.local.deleteTask('upkeep', coin.exchange);
    const there = gone.reduce(
      addCapped,
      addCapped(balance, inOpenPurses(tx, balance.currency, entries, wallets.world.now())),
    );
    const returned = waitingReturns(tx, id);
    const expected = addCapped(amount(now?.remaining ?? coin.remaining), { ...there, units: returned });
    if (!now || now.status === 'spent') return ok('unchanged');
    if (compareAmounts(there, expected) >= 0) {
      if (gone.length === 0) return ok('unchanged');
      tx.put('coin', id, { ...now, status: 'in-use' });
      return ok({ left: balance, was: amount(now.remaining) });
    }
    // The coin holds less than was refunded into it: another copy of the wallet took the refund up, and what is left is the coin's own value.
    const keepsReturns = there.units >= returned;
    if (!keepsReturns) dropReturns(tx, id);
    const left = { ...there, units: keepsReturns ? there.units - returned : there.units };
    tx.put('coin', id, { ...now, status: 'in-use', remaining: amountToText(left) });
    return ok({ left, was: amount(now.remaining) });
  });
};

const waitingReturns = (tx: Tx, id: string): bigint => {
  const entry = tx.entry('coin', id);
  return entry ? coinAccount(entry, readUses(tx)).waiting : 0n;
};

const dropReturns = (tx: Tx, coin: string): void => {
  for (const { id, value } of tx.entries('refund')) {
    if (value.coin === coin && value.status === 'announced')
      tx.put('refund', id, { ...value, status: 'failed', why: 'taken-elsewhere' });
  }
};

/** What the coin gave to purses whose end is open: it is gone from the coin and may still come back into it. */
const inOpenPurses = (tx: Tx, currency: string, entries: readonly HistoryEntry[], nowMs: number): Amount => {
  let units = 0n;
  for (const { type, amount: moved, detail } of entries) {
    const purse = detail['purse_pub'];
    if (typeof purse !== 'string') continue;
    const own = (tx.entry('push-out', purse) ?? tx.entry('pull-in', purse))?.value;
    const open = own !== undefined && mayComeBack(own, nowMs);
    if (open && type === 'PURSE-DEPOSIT') units += moved.units;
    if (open && type === 'PURSE-REFUND') units -= moved.units;
  }
  return { currency, units: units > 0n ? units : 0n };
};

/** A purse that was given up may be made after all, by a request that was long on its way: then it gives back when its time is over. */
const mayComeBack = (
  { status, purse_expiration: until }: ValueByKind['push-out' | 'pull-in'],
  nowMs: number,
): boolean =>
  status === 'planned' ||
  status === 'created' ||
  status === 'paying' ||
  ((status === 'aborted' || status === 'expired') && until !== undefined && nowMs < timestampToMs(until) + LATE_MS);

/** How long after the end of a purse its exchange has surely given the coins back. */
const LATE_MS = 24 * 60 * 60_000;

const byExchange = (coins: readonly Entry<'coin'>[]): ReadonlyMap<string, readonly Entry<'coin'>[]> => {
  const groups = new Map<string, Entry<'coin'>[]>();
  for (const coin of coins) {
    const group = groups.get(coin.value.exchange);
    if (group) group.push(coin);
    else groups.set(coin.value.exchange, [coin]);
  }
  return groups;
};

const inParallel = async <T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> => {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
};
