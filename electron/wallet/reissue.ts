// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, cappedText, zeroAmount, type Amount } from '../../shared/amount.ts';
import type { ReissueLine } from '../../shared/view-restore.ts';
import type { Reader, Tx } from '../storage/store.ts';
import { outsideSeeds } from './coins/outside.ts';
import type { Drive, Wallets } from './context.ts';
import { explainFailure } from './failure/explain.ts';
import { openInTime } from './open-in-time.ts';
import { agreements, noteAgreed, planReissue, waitingReissues, type Agreements } from './flows/peer/reissue.ts';
import { coinAccount, worthOf } from './ledger/account.ts';
import { readUses } from './ledger/uses.ts';
import { openSeeds } from './ledger/seeds.ts';
import { readReissues, type Reissue } from './ledger/reissues.ts';

/** Fees that were agreed to, one sum for each currency; a currency that is not named is agreed to cost nothing. */
export type AgreedFees = readonly string[];

/** Money that somebody outside can reach, paid to ourselves. */
export type Reissues = {
  /** what that would cost */
  readonly quoteReissue: () => Promise<readonly ReissueLine[]>;
  /** pays over now what was agreed to; `store` makes our copies know the new keys first; goes on with `run` */
  readonly payOver: (store: () => Promise<unknown>) => Promise<readonly string[]>;
  /** issuers where some of it is still to be paid over, or on its way */
  readonly openReissues: () => readonly string[];
};

export const createReissues = (wallets: Wallets, drive: Drive): Reissues => ({
  quoteReissue: () => quoteReissue(wallets),
  payOver: (store) => payOverNow(wallets, drive, store),
  openReissues: () => openReissues(wallets),
});

/** What paying everything to ourselves that somebody outside can reach would cost now, money of a wallet that was left included; nothing is written down. */
const quoteReissue = async (wallets: Wallets): Promise<readonly ReissueLine[]> => {
  const sums = reachable(wallets);
  return Promise.all(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([exchange, sum]) => quoteAt(wallets, exchange, sum)),
  );
};

type Reachable = { readonly currency: string; all: bigint; left: bigint };

const reachable = ({ store }: Wallets): ReadonlyMap<string, Reachable> => {
  const sums = new Map<string, Reachable>();
  if (outsideSeeds(store).size === 0) return sums;
  const uses = readUses(store);
  for (const entry of store.coins({})) {
    const account = coinAccount(entry, uses);
    const { outside, held, currency } = account;
    if (outside === undefined || held === 0n) continue;
    const sum = sums.get(entry.value.exchange) ?? { currency, all: 0n, left: 0n };
    // As the balance has it: of a coin under change, without what the change will take.
    const worth = worthOf(account);
    sum.all += worth;
    if (outside === 'left') sum.left += worth;
    sums.set(entry.value.exchange, sum);
  }
  return sums;
};

const quoteAt = async (
  wallets: Wallets,
  exchange: string,
  { currency, all, left }: Reachable,
): Promise<ReissueLine> => {
  const open = await openInTime(wallets, exchange);
  const plan = open.ok
    ? planReissue(wallets, wallets.store, open.value.keys, (outside) => outside !== undefined)
    : { total: 0n, fees: 0n };
  const text = (units: bigint): string => cappedText({ currency, units });
  return {
    exchange,
    currency,
    reachable: text(all),
    left: text(left),
    total: text(plan.total),
    fees: text(plan.fees),
    stays: text(all > plan.total ? all - plan.total : 0n),
    ...(open.ok ? {} : { why: explainFailure(open.error) }),
  };
};

/** One line that asks more than was agreed to for its currency, all lines together; undefined when everything is within. */
export const beyondAgreed = (lines: readonly ReissueLine[], agreed: AgreedFees): ReissueLine | undefined => {
  const left = new Map(agreed.map(amount).map(({ currency, units }) => [currency, units]));
  return lines.find(({ currency, fees }) => {
    const rest = (left.get(currency) ?? 0n) - amount(fees).units;
    left.set(currency, rest);
    return rest < 0n;
  });
};

/** Writes down that these payments to ourselves may be made, each within its fees; part of the transaction that decides it, and of the takeover `step`. */
export const agreeToReissue = (tx: Tx, lines: readonly ReissueLine[], step?: number): void => {
  for (const { exchange, fees } of lines) {
    noteAgreed(tx.local, exchange, { fees, ...(step === undefined ? {} : { step }) });
    tx.local.deleteTask('reissue', exchange);
  }
};

/** Takes back what was agreed to for a takeover that is undone; what was agreed to before and since, for other money, stays. */
export const takeBackAgreement = (tx: Tx, step: number, before: Agreements): void => {
  for (const [exchange, agreed] of Object.entries(agreements(tx.local)))
    if (agreed.step === step) noteAgreed(tx.local, exchange, before[exchange]);
};

/**
 * Pays over what was agreed to, at once and the largest payments first: whoever else has the old keys may be faster until a purse
 * is filled. `store` has our own copies made of the new keys, before anything is sent (planchets first). Gives the sums that are
 * out of everybody else's reach; what does not get through goes on with the runner.
 */
const payOverNow = async (
  wallets: Wallets,
  drive: Drive,
  store: () => Promise<unknown>,
): Promise<readonly string[]> => {
  // One that was planned and has not got through goes along.
  const known = new Set(
    wallets.store.entries('push-in').flatMap(({ id, value }) => (value.status === 'accepted' ? [] : [id])),
  );
  for (const { id } of waitingReissues(wallets)) await drive({ kind: 'reissue', id });
  const ours = (): readonly Reissue[] => readReissues(wallets.store).filter(({ id }) => !known.has(id));
  if (ours().length > 0) await store();
  const driven = new Set<string>();
  // A purse that is refused for one coin leaves another one for the rest.
  for (let next = ours(); next.length > 0; next = ours().filter(({ id }) => !driven.has(id)))
    for (const { id } of next.toSorted(largestFirst)) {
      driven.add(id);
      await drive({ kind: 'push-in', id });
    }
  const sums = new Map<string, Amount>();
  for (const { out, into } of ours())
    if (into.status === 'merged' || into.status === 'done') add(sums, amount(out.amount));
  return texts(sums);
};

/**
 * Issuers where money is still to be paid to ourselves, is in a purse that is not ours alone yet, or becomes coins that can be reached;
 * what cannot be paid so is not meant.
 */
const openReissues = (wallets: Wallets): readonly string[] => {
  const waiting = [...waitingReissues(wallets).map(({ id }) => id), ...becomingReachable(wallets.store)];
  const under = readReissues(wallets.store).flatMap(({ into }) => (into.status === 'accepted' ? [into.exchange] : []));
  return [...new Set([...waiting, ...under])].sort();
};

const becomingReachable = (reader: Pick<Reader, 'entries' | 'withOutside'>): readonly string[] => {
  const outside = outsideSeeds(reader);
  if (outside.size === 0) return [];
  return [...reader.entries('withdrawal'), ...reader.entries('refresh')].flatMap((entry) =>
    openSeeds([entry]).some((seed) => outside.get(seed) === 'joined') ? [entry.value.exchange] : [],
  );
};

const largestFirst = (a: Reissue, b: Reissue): number => {
  const [one, other] = [amount(a.out.amount).units, amount(b.out.amount).units];
  return one === other ? 0 : other > one ? 1 : -1;
};

/** The sums of one kind over all lines, one for each currency, without zeros. */
export const sumsOf = (lines: readonly ReissueLine[], of: (line: ReissueLine) => string): readonly string[] => {
  const sums = new Map<string, Amount>();
  for (const line of lines) add(sums, amount(of(line)));
  return texts(sums);
};

const add = (sums: Map<string, Amount>, each: Amount): void =>
  void sums.set(each.currency, addCapped(sums.get(each.currency) ?? zeroAmount(each.currency), each));

const texts = (sums: ReadonlyMap<string, Amount>): readonly string[] =>
  [...sums.values()].filter(({ units }) => units > 0n).map(amountToText);
