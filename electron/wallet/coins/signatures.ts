// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry } from '../../state/entry.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Store } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { World } from '../../world.ts';
import { goodSignature, type CoinKeyRing } from './coins.ts';

// Coins made here were verified when they were unblinded. Those from another copy come with a signature that nobody has
// looked at: a defect or damage there would show only when a merchant refuses the coin.

/** Some milliseconds of work; then the window and the network have their turn. */
const BATCH = 16;

/** Coins that must neither be spent nor melted, because their exchange would refuse them. */
export const badCoins = (local: Pick<LocalReader, 'mark'>): ReadonlySet<string> =>
  new Set(local.mark('bad-coin-signatures'));

/**
 * Verifies the signatures of coins of one exchange and remembers which are bad; gives how many of them are. Whatever the
 * number of coins, others get their turn in between.
 */
export const checkSignatures = async (
  { world, store, coinKeys }: { readonly world: World; readonly store: Store; readonly coinKeys: CoinKeyRing },
  keys: ExchangeKeys,
  coins: readonly Entry<'coin'>[],
): Promise<number> => {
  const checked = new Map<string, boolean>();
  for (const { id, value } of coins) {
    const denomination = keys.denominations.get(value.h);
    const own = denomination?.key && coinKeys.keysOf(id);
    if (!denomination || !own || value.sig === undefined) continue;
    checked.set(id, goodSignature(denomination, own, value) !== undefined);
    if (checked.size % BATCH === 0) await world.sleep(0);
  }
  store.transaction((tx) => {
    const before = badCoins(tx.local);
    const bad = [...[...before].filter((id) => checked.get(id) !== true), ...newlyBad(checked, before)];
    if (bad.length > 0 || before.size > 0)
      tx.local.setMark('bad-coin-signatures', bad.length === 0 ? undefined : bad.sort());
  });
  return [...checked.values()].filter((good) => !good).length;
};

const newlyBad = (checked: ReadonlyMap<string, boolean>, before: ReadonlySet<string>): readonly string[] =>
  [...checked].flatMap(([id, good]) => (good || before.has(id) ? [] : [id]));
