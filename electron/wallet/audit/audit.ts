// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, compareAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Entry } from '../../state/entry.ts';
import type { CoinFilter, Reader, Store, Tx } from '../../storage/store.ts';
import type { Wallets } from '../context.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { findAbroad, noteAbroad, noteAllAbroad } from '../ledger/abroad.ts';
import { noteLateDeposits } from './late-deposit.ts';
import { inOpenPurses } from './open-purses.ts';
import { findLinked, isFound } from './linked.ts';
import { coinAccount } from '../ledger/account.ts';
import { readUses } from '../ledger/uses.ts';
import { wakePlansOf } from '../ledger/waiting.ts';
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

/** Somebody looks on: how far it has come, exchange by exchange, and how long one that says nothing at all is waited for. */
export type AuditWatch = {
  readonly patienceMs: number;
  readonly noted: (
    exchange: string,
    how: { readonly checked: number; readonly of: number; readonly state: 'checking' | 'done' | 'silent' },
  ) => void;
};

/**
 * Which coins are asked about: each (left out), or in the background only those whose turn it is. Of the first look the signatures of all
 * are checked, for which nobody is asked about a coin.
 */
export type AuditTurn = (coin: string, exchange: string) => 'ask' | 'check' | 'leave';

/**
 * Asks the exchanges what our coins are still worth, all at once, and lowers what another copy has spent. A coin the exchange has
 * never seen is whole. An exchange that does not answer changes nothing and is named; it keeps nobody waiting who looks on.
 */
export const auditCoins = async (
  wallets: Wallets,
  filter: CoinFilter = {},
  change: ChangeOfOthers = 'leave',
  { watch, turn }: { readonly watch?: AuditWatch | undefined; readonly turn?: AuditTurn } = {},
): Promise<AuditReport> => {
  const { idle: all, busy } = auditable(wallets.store, filter);
  const idle = turn === undefined ? all : all.filter(({ id, value }) => turn(id, value.exchange) !== 'leave');
  const found = await Promise.all(
    [...byExchange(idle)].map(([exchange, coins]) => auditInTime(wallets, exchange, coins, { change, watch, turn })),
  );
  const checked = found.reduce((sum, each) => sum + each.checked, 0);
  const named = (state: Found['state']): readonly string[] =>
    found.flatMap((each) => (each.state === state ? [each.exchange] : [])).sort();
  return {
    checked,
    spentElsewhere: found.reduce((sum, each) => sum + each.lost.length, 0),
    lost: sumsOf(found.flatMap(({ lost }) => lost)),
    busy,
    unchecked: idle.length - checked,
    exchangesSilent: named('silent'),
    exchangesUntelling: named('untelling'),
    badSignatures: found.reduce((sum, each) => sum + each.badSignatures, 0),
  };
};

/** The coins whose exchange can be asked about them, and how many are in the middle of something. */
export const auditable = (
  store: Store,
  filter: CoinFilter = {},
): { readonly idle: readonly Entry<'coin'>[]; readonly busy: number } => {
  const uses = readUses(store);
  const unspent = store.coins(filter).filter(({ value }) => value.status !== 'spent');
  // Coins that only a newer wallet can derive are that wallet's to ask about.
  const accounts = unspent.map((entry) => ({ entry, ...coinAccount(entry, uses) })).filter(({ isNewer }) => !isNewer);
  // A used-up coin is kept only for a refund that may still come; it has nothing left that could be lowered.
  const idle = accounts.flatMap(({ entry, busy, held, abroad }) => (!busy && held + abroad > 0n ? [entry] : []));
  return { idle, busy: accounts.filter((account) => account.busy).length };
};

/** What asking one exchange has come to by now. */
type Found = {
  readonly exchange: string;
  state: 'checking' | 'done' | 'silent' | 'untelling';
  checked: number;
  /** of each coin that another copy has used, what that took */
  readonly lost: Amount[];
  badSignatures: number;
};

type HowToAudit = {
  readonly change: ChangeOfOthers;
  readonly watch: AuditWatch | undefined;
  readonly turn: AuditTurn | undefined;
};

const auditInTime = async (
  wallets: Wallets,
  exchange: string,
  coins: readonly Entry<'coin'>[],
  { change, watch, turn }: HowToAudit,
): Promise<Readonly<Found>> => {
  const found: Found = { exchange, state: 'checking', checked: 0, lost: [], badSignatures: 0 };
  const note = (): void => {
    const state = found.state === 'untelling' ? 'done' : found.state;
    watch?.noted(exchange, { checked: found.checked, of: coins.length, state });
  };
  note();
  const asking = auditExchange(wallets, found, coins, { change, turn, note });
  if (watch === undefined) await asking;
  else await orSilence(wallets.world, asking, found, watch.patienceMs);
  // What is under way goes on beside, and nothing new is asked: nobody waits for it now, and the audit that follows takes its time.
  if (found.state === 'checking') found.state = 'silent';
  const now = { ...found, lost: [...found.lost] };
  watch?.noted(exchange, { checked: now.checked, of: coins.length, state: now.state === 'silent' ? 'silent' : 'done' });
  return now;
};

/** Waits for the work as long as something comes, and so long after the last. */
const orSilence = async (
  { sleep }: Wallets['world'],
  work: Promise<void>,
  found: Readonly<Found>,
  patienceMs: number,
): Promise<void> => {
  const done = new AbortController();
  const silence = async (): Promise<void> => {
    for (let before = -1; before !== found.checked && !done.signal.aborted;) {
      before = found.checked;
      await sleep(patienceMs, done.signal);
    }
  };
  try {
    await Promise.race([work, silence()]);
  } finally {
    done.abort('done');
  }
};

const auditExchange = async (
  wallets: Wallets,
  found: Found,
  coins: readonly Entry<'coin'>[],
  { change, turn, note }: Omit<HowToAudit, 'watch'> & { readonly note: () => void },
): Promise<void> => {
  const open = await wallets.exchanges.open(found.exchange);
  if (!open.ok) {
    found.state = 'silent';
    return;
  }
  found.badSignatures = await checkSignatures(wallets, open.value.keys, coins);
  const asked = coins.filter(({ id }) => (turn?.(id, found.exchange) ?? 'ask') === 'ask');
  await inParallel(asked, PARALLEL_REQUESTS, async ({ id }) => {
    // One silent answer is enough: the others would each wait for their own time-out.
    if (found.state !== 'checking') return;
    const lowered = await lowerRemaining(wallets, open.value, id, { change });
    if (!lowered.ok) {
      const { kind } = lowered.error;
      if (kind === 'unsupported-operation') {
        found.state = 'untelling';
        // Nobody will ever say more: each copy's word counts.
        wallets.store.transaction((tx) => noteAllAbroad(tx, new Map(coins.map((each) => [each.id, undefined]))));
      } else if (kind !== 'coin-not-derivable') found.state = 'silent';
      return;
    }
    found.checked += 1;
    note();
    if (lowered.value === 'unchanged') return;
    const { was, left } = lowered.value;
    found.lost.push({ ...was, units: was.units - left.units });
  });
  if (found.state === 'checking') found.state = 'done';
};

const sumsOf = (lost: readonly Amount[]): readonly string[] => {
  const sums = new Map<string, Amount>();
  for (const each of lost)
    sums.set(each.currency, addCapped(sums.get(each.currency) ?? zeroAmount(each.currency), each));
  return [...sums.values()].map(amountToText);
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
  if (history.value.state === 'unknown') {
    // Never spent, it is whole, whatever seemed to be missing of it.
    wallets.store.transaction((tx) => noteAbroad(tx, id, {}));
    return ok('unchanged');
  }
  const { balance, entries } = history.value;
  // No copy of this wallet signs what its history cannot show (a wallet_data_hash): without our signature, nothing was spent.
  if (entries.some(({ direction, proof }) => direction === 'debit' && proof !== 'verified'))
    return err({ kind: 'bad-history', what: 'a deposit that the coin did not sign' });
  // What came back into it is no part of what remains of it until it is taken up, and another copy may have done that.
  const known = amount(coin.remaining).units + waitingReturns(wallets.store, id);
  if ((change === 'find' || isFound(id)) && entries.some(({ type }) => type === 'MELT') && balance.units < known) {
    const found = await findLinked(wallets, { client, keys }, id, entries);
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
    wakePlansOf(tx, id, left, wallets.world.now());
    return ok({ left, was: amount(now.remaining) });
  });
};

const waitingReturns = (reader: Pick<Reader, 'entry'> & Parameters<typeof readUses>[0], id: string): bigint => {
  const entry = reader.entry('coin', id);
  return entry ? coinAccount(entry, readUses(reader)).waiting : 0n;
};

const dropReturns = (tx: Tx, coin: string): void => {
  for (const { id, value } of tx.entries('refund')) {
    if (value.coin === coin && value.status === 'announced')
      tx.put('refund', id, { ...value, status: 'failed', why: 'taken-elsewhere' });
  }
};

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
