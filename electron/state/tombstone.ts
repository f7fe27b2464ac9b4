// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast } from '../../shared/time.ts';
import { type Entry, MONEY_KINDS } from './entry.ts';

/** The id of the tombstone for an entry. */
export const tombstoneId = (kind: string, id: string): string => `${kind} ${id}`;

/** True when the user's deletion hides this entry: never one that may hold money, never one written after the deletion. */
export const isHidden = (entry: Entry, tombstone: Entry<'tombstone'> | undefined, nowMs: number): boolean => {
  if (!tombstone || MONEY_KINDS.includes(entry.kind)) return false;
  return entry.clock <= tombstone.clock && !isPast(tombstone.value.until, nowMs);
};
