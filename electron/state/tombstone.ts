// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast } from '../../shared/time.ts';
import type { Entry, Kind } from './entry.ts';

/** The id of the tombstone for an entry. */
export const tombstoneId = (kind: string, id: string): string => `${kind} ${id}`;

/** The kinds a tombstone can hide at all. Everything else may hold money, the only key to it, or the order of devices. */
const HIDEABLE: readonly Kind[] = ['exchange', 'provider', 'setting'];

/** True for a kind whose entries the user's deletion may hide. */
export const isHideable = (kind: Kind): boolean => HIDEABLE.includes(kind);

/** True when the user's deletion hides this entry: never one that may hold money, never one written after the deletion. */
export const isHidden = (entry: Entry, tombstone: Entry<'tombstone'> | undefined, nowMs: number): boolean => {
  if (!tombstone || !isHideable(entry.kind)) return false;
  return entry.clock <= tombstone.clock && !isPast(tombstone.value.until, nowMs);
};
