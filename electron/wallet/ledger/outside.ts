// SPDX-License-Identifier: GPL-3.0-or-later
import { parseCoinId } from '../../state/entry.ts';
import type { Tx } from '../../storage/store.ts';
import type { Outside } from '../coins/outside.ts';
import { openSeeds } from './seeds.ts';

/**
 * Writes down that somebody outside may know these seeds (all, when left out), as far as there are coins of them or coins may come: what
 * is spent already is nobody's any more, and its entries stay as they are.
 */
export const noteOutside = (tx: Tx, outside: Outside, which: (seed: string) => boolean = () => true): void => {
  const [withdrawals, refreshes] = [tx.entries('withdrawal'), tx.entries('refresh')];
  const alive = new Set(openSeeds([...withdrawals, ...refreshes]).filter(which));
  for (const status of ['fresh', 'in-use'] as const)
    for (const { id } of tx.coins({ status })) {
      const seed = parseCoinId(id)?.seedId ?? '';
      if (which(seed)) alive.add(seed);
    }
  for (const { id, value } of withdrawals) {
    const batches = Object.entries(value.batches);
    if (!batches.some(([batch]) => alive.has(batch))) continue;
    const noted = batches.map(([batch, facts]) => [batch, alive.has(batch) ? { ...facts, outside } : facts] as const);
    tx.put('withdrawal', id, { ...value, batches: Object.fromEntries(noted) });
  }
  for (const { id, value } of refreshes) if (alive.has(id)) tx.put('refresh', id, { ...value, outside });
};
