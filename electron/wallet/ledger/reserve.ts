// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader, Tx } from '../../storage/store.ts';

/** Moves a reserve's status forward. */
export const setReserve = (tx: Tx, reservePub: string, status: 'funded' | 'drained'): void => {
  const reserve = tx.entry('reserve', reservePub)?.value;
  if (reserve) tx.put('reserve', reservePub, { ...reserve, status });
};

/** The private key of a reserve of ours, which may speak for it; undefined when the key is not here. */
export const accountKeyOf = (reader: Pick<Reader, 'entry'>, reservePub: string | undefined): string | undefined =>
  reservePub === undefined ? undefined : reader.entry('reserve', reservePub)?.value.priv;
