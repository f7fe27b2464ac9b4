// SPDX-License-Identifier: GPL-3.0-or-later
import {
  addCapped,
  amount,
  amountToText,
  isZero,
  subtractAmounts,
  compareAmounts,
  zeroAmount,
  type Amount,
} from '../../../shared/amount.ts';
import { parseCoinId, readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
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

/** Per currency, what would be lost if the disk died now and only the verified copies were left; currencies without risk are left out. */
export const moneyAtRisk = (reader: Reader, protectedSources: ReadonlySet<string>): readonly string[] => {
  const sums = new Map<string, Amount>();
  const add = (value: Amount): void => {
    sums.set(value.currency, sums.has(value.currency) ? addCapped(sums.get(value.currency) ?? value, value) : value);
  };
  const coinSources = new Set<string>();
  for (const { id, value } of reader.coins({})) {
    const source = parseCoinId(id)?.seedId ?? id;
    coinSources.add(source);
    if (value.status !== 'spent' && !protectedSources.has(source)) add(amount(value.remaining));
  }
  for (const withdrawal of reader.entries('withdrawal')) addWithdrawal(withdrawal, protectedSources, coinSources, add);
  for (const { id, value } of reader.entries('refresh')) {
    // Before the melt the value still is in the old coin; after it, only this session can make coins of it.
    if (value.status === 'melted' && !coinSources.has(id) && !protectedSources.has(id))
      add(selectionSum(value.selection, value.melt_amount));
  }
  return [...sums.values()]
    .filter((sum) => !isZero(sum))
    .map(amountToText)
    .sort();
};

const addWithdrawal = (
  { value }: Entry<'withdrawal'>,
  protectedSources: ReadonlySet<string>,
  coinSources: ReadonlySet<string>,
  add: (value: Amount) => void,
): void => {
  let inReserve = amount(value.amount);
  for (const [id, batch] of Object.entries(value.batches)) {
    if (batch.status !== 'sent' && batch.status !== 'done') continue;
    const sum = selectionSum(batch.selection, value.amount);
    inReserve = compareAmounts(sum, inReserve) < 0 ? subtractAmounts(inReserve, sum) : { ...inReserve, units: 0n };
    if (batch.status === 'sent' && !coinSources.has(id) && !protectedSources.has(id)) add(sum);
  }
  // Money that was sent, or may be on its way, to a reserve whose key nobody else holds.
  if ((value.status === 'awaiting-transfer' || value.status === 'withdrawing') && !protectedSources.has(value.reserve))
    add(inReserve);
};

const selectionSum = (selection: Parameters<typeof selectionUnits>[0], likeText: string): Amount => {
  const none = zeroAmount(amount(likeText).currency);
  return addCapped(none, { ...none, units: selectionUnits(selection) });
};
