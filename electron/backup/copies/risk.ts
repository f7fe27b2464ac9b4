// SPDX-License-Identifier: GPL-3.0-or-later
import {
  addCapped,
  amount,
  isZero,
  subtractAmounts,
  compareAmounts,
  zeroAmount,
  type Amount,
} from '../../../shared/amount.ts';
import { parseCoinId, readEntry, type CarriedEntry, type Entry, type Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { selectionUnits } from '../../wallet/coins/planchets.ts';
import { mayHoldSeeds, seedsOf } from '../../wallet/ledger/seeds.ts';

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
export type MoneyFrom = { readonly source: string; readonly sum: Amount };

/** All money there is, by what it comes from. A sum that is only announced is none of it yet. */
export const moneyFrom = (reader: Reader): readonly MoneyFrom[] => {
  const sums = new Map<string, Amount>();
  const coinSources = new Set<string>();
  const add = (source: string, value: Amount): void => {
    const before = sums.get(source);
    // An exchange has one currency; a second one under one seed is nonsense that must not take the view down.
    if (before === undefined) sums.set(source, value);
    else if (before.currency === value.currency) sums.set(source, addCapped(before, value));
  };
  for (const { id, value } of reader.coins({})) {
    const source = parseCoinId(id)?.seedId ?? id;
    coinSources.add(source);
    if (value.status !== 'spent') add(source, amount(value.remaining));
  }
  for (const withdrawal of reader.entries('withdrawal')) addWithdrawal(withdrawal, coinSources, add);
  for (const { id, value } of reader.entries('refresh')) {
    // Before the melt the value still is in the old coin; after it, only this session can make coins of it.
    if (value.status === 'melted' && !coinSources.has(id)) add(id, selectionSum(value.selection, value.melt_amount));
  }
  return [...sums].flatMap(([source, sum]) => (isZero(sum) ? [] : [{ source, sum }]));
};

const addWithdrawal = (
  { value }: Entry<'withdrawal'>,
  coinSources: ReadonlySet<string>,
  add: (source: string, value: Amount) => void,
): void => {
  let inReserve = amount(value.arrived ?? value.amount);
  for (const [id, batch] of Object.entries(value.batches)) {
    if (batch.status !== 'sent' && batch.status !== 'done') continue;
    const sum = selectionSum(batch.selection, value.amount);
    inReserve = compareAmounts(sum, inReserve) < 0 ? subtractAmounts(inReserve, sum) : { ...inReserve, units: 0n };
    if (batch.status === 'sent' && !coinSources.has(id)) add(id, sum);
  }
  if (isOnItsWay(value)) add(value.reserve, inReserve);
};

/** Money that was sent to a reserve. A transfer that the person is yet to make is not; a bank says when it has made its own. */
const isOnItsWay = ({ status, origin }: Withdrawal): boolean =>
  status === 'withdrawing' || (status === 'awaiting-transfer' && origin.type === 'bank');

const selectionSum = (selection: Parameters<typeof selectionUnits>[0], likeText: string): Amount => {
  const none = zeroAmount(amount(likeText).currency);
  return addCapped(none, { ...none, units: selectionUnits(selection) });
};
