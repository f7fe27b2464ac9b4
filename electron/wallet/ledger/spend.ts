// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import type { Contribution, Entry } from '../../state/entry.ts';
import type { Tx } from '../../storage/store.ts';
import { coinAccount } from './account.ts';
import { readUses, type Uses } from './uses.ts';
import { giveUpPlan } from './waiting.ts';

// What every way of giving coins away does with them.

type Coins = Readonly<Record<string, Contribution>>;

/** Coins that are promised, in a fixed order, so that every attempt sends the same bytes. */
export const reservedCoins = (coins: Coins): readonly (readonly [string, Contribution])[] =>
  Object.entries(coins)
    .filter(([, { s }]) => s === 'reserved')
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The same coins, with those that are promised and chosen by `which` moved on. */
export const moveOn = (coins: Coins, s: 'released' | 'paid', which: (coinId: string) => boolean = () => true): Coins =>
  Object.fromEntries(
    Object.entries(coins).map(([coin, contribution]) => [
      coin,
      contribution.s === 'reserved' && which(coin) ? { ...contribution, s } : contribution,
    ]),
  );

/** Marks a coin as no longer whole: whatever becomes of the payment, it goes through a refresh before it is used again. `mayBeUsed`: unless what is left of it is paid to ourselves. */
export const useCoin = (tx: Tx, id: string, mayBeUsed = false): void => {
  const coin = tx.entry('coin', id)?.value;
  if (mayBeUsed && coin?.status === 'in-use') return;
  if (coin?.status !== 'fresh') throw new Error('defect: a coin was chosen that is not there to be spent');
  giveUpPlan(tx, id);
  tx.put('coin', id, { ...coin, status: 'in-use' });
};

/**
 * Writes down that coins are worth only what the entries leave them; called once what they gave is gone for certain. What another payment
 * holds of them at that time may still come back, and is no part of what is gone.
 */
export const lowerToHeld = (tx: Tx, ids: readonly string[]): void => {
  const uses = readUses(tx);
  for (const id of ids) {
    const entry = tx.entry('coin', id);
    if (!entry) continue;
    const { currency, held, waiting, abroad } = coinAccount(entry, uses);
    const own = held + abroad + heldByOthers(uses, entry);
    const units = own > waiting ? own - waiting : 0n;
    const before = amount(entry.value.remaining).units;
    tx.put('coin', id, {
      ...entry.value,
      remaining: amountToText({ currency, units: units < before ? units : before }),
    });
  }
};

/** What payments whose end is open hold of a coin: it comes back into it where they are called back. */
const heldByOthers = ({ open }: Uses, { id, value: { exchange, v } }: Entry<'coin'>): bigint => {
  const { currency } = amount(v);
  let units = 0n;
  for (const giving of open.values()) {
    const share =
      giving.holds && giving.exchange === exchange && giving.currency === currency ? giving.coins[id] : undefined;
    if (share?.s === 'reserved') units += amount(share.c).units;
  }
  return units;
};
