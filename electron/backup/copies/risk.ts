// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, zeroAmount, type Amount } from '../../../shared/amount.ts';
import {
  parseCoinId,
  readEntry,
  type CarriedEntry,
  type Entry,
  type Refresh,
  type Withdrawal,
} from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { selectionUnits } from '../../wallet/coins/planchets.ts';
import { followed } from '../../wallet/ledger/followed.ts';
import { readLedger, type Ledger } from '../../wallet/ledger/ledger.ts';
import { mayHoldSeeds, seedsOf } from '../../wallet/ledger/seeds.ts';
import { seedOf } from '../../wallet/ledger/uses.ts';

// What a copy protects is its seeds and reserve keys: a coin's signature can be asked for again with the seed, so a coin
// is at risk exactly while no verified copy holds the seed it comes from.

/** The reserve keys, withdrawal batches and refresh sessions in a content: everything money can be made of again. */
export const summarize = (entries: readonly CarriedEntry[]): readonly string[] =>
  entries.flatMap((carried) => {
    // Coins are most of a content; reading each against its schema would take longer than sealing them.
    const entry = mayHoldSeeds(carried.kind) ? readEntry(carried) : undefined;
    return entry ? seedsOf(entry).map(({ id }) => id) : [];
  });

/** Money that comes from one seed or reserve key: whoever has a copy of that can make it again. */
export type MoneyFrom = {
  readonly source: string;
  readonly sum: Amount;
  /** it is not spendable yet: still at its issuer, or change that is being made */
  readonly arriving?: true;
};

/** All money there is, by what it comes from; a sum that is only announced is none of it yet. After a change only what changed is looked at. */
export const moneyFrom = (reader: Reader): readonly MoneyFrom[] => {
  const kept = reader.beside(keptMoney);
  if (kept.remembered?.revision === reader.revision()) return kept.remembered.money;
  kept.remembered = undefined;
  return kept.follow(reader);
};

type Remembered = { readonly revision: number; readonly money: readonly MoneyFrom[] };

/** What it was at a revision, so that nobody has to work it out anew while that is the revision; undefined: from now on it is worked out. */
export const rememberMoney = (reader: Reader, remembered: Remembered | undefined): void => {
  reader.beside(keptMoney).remembered = remembered;
};

const keptMoney = (): {
  remembered: Remembered | undefined;
  readonly follow: (reader: Reader) => readonly MoneyFrom[];
} => ({
  remembered: undefined,
  follow: followMoney(),
});

const followMoney = (): ((reader: Reader) => readonly MoneyFrom[]) => {
  const [coins, withdrawals, refreshes] = [followed('coin'), followed('withdrawal'), followed('refresh')];
  const coinsOf = new Map<string, number>();
  /** withdrawals and refreshes of which money is neither in a coin nor still in the reserve or old coin of another */
  const [openWithdrawals, openRefreshes] = [new Map<string, Withdrawal>(), new Map<string, Refresh>()];

  const noteCoin = (entry: Entry<'coin'> | undefined, sign: 1 | -1): void => {
    if (entry === undefined) return;
    const source = parseCoinId(entry.id)?.seedId ?? entry.id;
    const count = (coinsOf.get(source) ?? 0) + sign;
    if (count === 0) coinsOf.delete(source);
    else coinsOf.set(source, count);
  };
  return (reader) => {
    for (const { before, after } of coins.look(reader)) {
      noteCoin(before, -1);
      noteCoin(after, 1);
    }
    for (const { id, after } of withdrawals.look(reader))
      if (after && isOpen(after.value)) openWithdrawals.set(id, after.value);
      else openWithdrawals.delete(id);
    for (const { id, after } of refreshes.look(reader))
      // Before the melt the value still is in the old coin; after it, only this session can make coins of it.
      if (after?.value.status === 'melted') openRefreshes.set(id, after.value);
      else openRefreshes.delete(id);
    const [inCoins, onItsWay] = [sums(), sums()];
    addCoins(readLedger(reader), inCoins);
    for (const withdrawal of openWithdrawals.values()) addWithdrawal(withdrawal, coinsOf, onItsWay);
    for (const [id, { selection, melt_amount: like }] of openRefreshes)
      if (!coinsOf.has(id)) onItsWay.add(id, selectionSum(selection, like));
    return [...inCoins.all(), ...onItsWay.all().map((money) => ({ ...money, arriving: true as const }))];
  };
};

/** What the balance says of the coins, and what they have given of which nobody has taken anything: it may come back. */
const addCoins = ({ worth, uses }: Ledger, { add }: ReturnType<typeof sums>): void => {
  for (const [key, units] of worth) {
    // A seed that was found by link has a blank in its name, and no currency has.
    const blank = key.lastIndexOf(' ');
    add(key.slice(0, blank), { currency: key.slice(blank + 1), units });
  }
  for (const { coins } of uses.open.values())
    for (const [coin, { s, c }] of Object.entries(coins)) if (s === 'reserved') add(seedOf(coin), amount(c));
};

/** Sums by source and currency: an exchange has one currency, and a second one under one seed is nonsense that must not take the view down. */
const sums = () => {
  const unitsByKey = new Map<string, bigint>();
  const moneyByKey = new Map<string, MoneyFrom>();
  return {
    add: (source: string, { currency, units }: Amount): void => {
      const key = `${source} ${currency}`;
      const sum = (unitsByKey.get(key) ?? 0n) + units;
      if (sum === 0n) {
        unitsByKey.delete(key);
        moneyByKey.delete(key);
        return;
      }
      unitsByKey.set(key, sum);
      moneyByKey.set(key, { source, sum: addCapped(zeroAmount(currency), { currency, units: sum }) });
    },
    all: (): readonly MoneyFrom[] => [...moneyByKey.values()],
  };
};

const isOpen = (withdrawal: Withdrawal): boolean =>
  isOnItsWay(withdrawal) || Object.values(withdrawal.batches).some(({ status }) => status === 'sent');

const addWithdrawal = (
  value: Withdrawal,
  coinsOf: ReadonlyMap<string, number>,
  { add }: ReturnType<typeof sums>,
): void => {
  let inReserve = amount(value.arrived ?? value.amount);
  let planned = 0n;
  let isBegun = false;
  for (const [id, batch] of Object.entries(value.batches)) {
    if (batch.status !== 'planned' && batch.status !== 'sent' && batch.status !== 'done') continue;
    isBegun = true;
    const sum = selectionSum(batch.selection, value.amount);
    // In whatever currency a copy says each of them is: no view ends by that.
    inReserve = { ...inReserve, units: sum.units < inReserve.units ? inReserve.units - sum.units : 0n };
    if (batch.status === 'planned') planned += sum.units;
    if (batch.status === 'sent' && !coinsOf.has(id)) add(id, sum);
  }
  if (!isOnItsWay(value)) return;
  // What drawing its coins costs is no loss of this disk's: the balance has never counted it.
  const isFees = isBegun && (value.max_fees === undefined || inReserve.units <= amount(value.max_fees).units);
  const due = planned + (isFees ? 0n : inReserve.units);
  add(value.reserve, { ...inReserve, units: due });
};

/** Money that was sent to a reserve. A transfer that the person is yet to make is not; a bank says when it has made its own. */
const isOnItsWay = ({ status, origin }: Withdrawal): boolean =>
  status === 'withdrawing' || (status === 'awaiting-transfer' && origin.type === 'bank');

const selectionSum = (selection: Parameters<typeof selectionUnits>[0], likeText: string): Amount => {
  const none = zeroAmount(amount(likeText).currency);
  return addCapped(none, { ...none, units: selectionUnits(selection) });
};
