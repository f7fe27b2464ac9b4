// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { Reader } from '../../storage/store.ts';

/**
 * Issuers where money lies in a reserve of before a new secret and has not become coins yet: the reserve's key stands in the old copies, so
 * whoever has the old sheet draws from it, too. `since`: when the new secret was begun, in milliseconds since the epoch.
 */
export const drawnFromBefore = (
  { entries, entry }: Pick<Reader, 'entries' | 'entry'>,
  since: number,
): readonly string[] => {
  const isOpen = (id: string): boolean => {
    const reserve = entry('reserve', id)?.value;
    return reserve?.status === 'funded' && timestampToMs(reserve.created) <= since;
  };
  return entries('withdrawal').flatMap(({ value: { status, reserve, exchange } }) =>
    status === 'withdrawing' && isOpen(reserve) ? [exchange] : [],
  );
};
