// SPDX-License-Identifier: GPL-3.0-or-later
import type { Tx } from '../../storage/store.ts';

/** Moves a reserve's status forward. */
export const setReserve = (tx: Tx, reservePub: string, status: 'funded' | 'drained'): void => {
  const reserve = tx.entry('reserve', reservePub)?.value;
  if (reserve) tx.put('reserve', reservePub, { ...reserve, status });
};
