// SPDX-License-Identifier: GPL-3.0-or-later
import { readEntry, type CarriedEntry } from '../../state/entry.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';

// A copied data directory has our device id and our keys, and everything else too. What it cannot have is our memory of what
// we sealed after it was copied: a copy at a provider with a clock of "ours" that we never sealed was written by somebody else.

const KEY = 'own-clocks';
/** An older clock than these is believed to be ours; whoever wrote it notices us when it syncs. */
const REMEMBERED = 200;

type OwnClocks = { readonly device: string; readonly clocks: readonly string[] };

/** Remembers the own last change that is about to be uploaded; before the upload, so that a crash cannot make us a stranger to ourselves. */
export const noteOwnClock = (local: LocalWriter, device: string, clock: string | undefined): void => {
  const known = readOwnClocks(local, device);
  if (clock === undefined || known.includes(clock)) return;
  const clocks = [...known, clock].slice(-REMEMBERED);
  local.setMeta(KEY, JSON.stringify({ device, clocks } satisfies OwnClocks));
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
  const text = local.meta(KEY);
  if (text === undefined) return [];
  const stored = JSON.parse(text) as OwnClocks;
  return stored.device === device ? stored.clocks : [];
};
