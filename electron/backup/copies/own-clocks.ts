// SPDX-License-Identifier: GPL-3.0-or-later
import { readEntry, type CarriedEntry } from '../../state/entry.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';

// A copied data directory has our device id and our keys, and everything else too. What it cannot have is our memory of what
// we sealed after it was copied: a copy at a provider with a clock of "ours" that we never sealed was written by somebody else.

/** How many of our own clocks are remembered. An older one is taken for ours; if another installation wrote it, that one notices us when it syncs. */
const REMEMBERED = 200;

/**
 * Remembers the clock of our own last change before it is uploaded. Were it noted afterwards, a crash in between would make our
 * own copy look as if another installation had written it.
 */
export const noteOwnClock = (local: LocalWriter, device: string, clock: string | undefined): void => {
  const known = readOwnClocks(local, device);
  if (clock === undefined || known.includes(clock)) return;
  const clocks = [...known, clock].slice(-REMEMBERED);
  local.setMark('own-clocks', { device, clocks });
};

/** Whether a content was written by another installation under our device id. */
export const isWrittenByClone = (local: LocalReader, device: string, theirs: readonly CarriedEntry[]): boolean => {
  const carried = theirs.find(({ kind, id, quarantined }) => kind === 'device' && id === device && !quarantined);
  const entry = carried && readEntry(carried);
  const clock = entry?.kind === 'device' ? entry.value.last_clock : undefined;
  const known = readOwnClocks(local, device);
  const oldest = known[0];
  return clock !== undefined && oldest !== undefined && clock > oldest && !known.includes(clock);
};

const readOwnClocks = (local: LocalReader, device: string): readonly string[] => {
  const stored = local.mark('own-clocks');
  return stored?.device === device ? stored.clocks : [];
};
