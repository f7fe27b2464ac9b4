// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../storage/store.ts';
import type { Rekeying } from './record.ts';

/**
 * Issuers where money lies in a reserve of before a new secret and has not become coins yet: the reserve's key stands in the old copies, so
 * whoever has the old sheet draws from it, too.
 */
export const drawnFromBefore = (
  { entries, entry }: Pick<Reader, 'entries' | 'entry'>,
  { reserves }: Pick<Rekeying, 'reserves'>,
): readonly string[] => {
  const before = new Set(reserves);
  return entries('withdrawal').flatMap(({ value: { status, reserve, exchange } }) =>
    status === 'withdrawing' && before.has(reserve) && entry('reserve', reserve)?.value.status === 'funded'
      ? [exchange]
      : [],
  );
};
