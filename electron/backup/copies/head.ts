// SPDX-License-Identifier: GPL-3.0-or-later
import { parseClock } from '../../state/clock.ts';
import { readEntry, type CarriedEntry } from '../../state/entry.ts';

/** How far a content has come: the newest clock in it, and each device's own last change. Both only grow when contents are joined. */
export type Head = { readonly clock: string; readonly devices: Readonly<Record<string, string>> };

/** The head of a content; clocks of quarantined entries do not count, a wrong machine's clock would hide old copies for years. */
export const headOf = (entries: readonly CarriedEntry[]): Head => {
  let clock = '';
  const devices: Record<string, string> = {};
  for (const entry of entries) {
    if (entry.quarantined) continue;
    if (entry.clock > clock) clock = entry.clock;
    const read = entry.kind === 'device' ? readEntry(entry) : undefined;
    if (read?.kind === 'device' && read.value.last_clock !== undefined) devices[read.id] = read.value.last_clock;
  }
  return { clock, devices };
};

/** Whether a content is older than one a provider has already stored for us: something that was in that one is missing here. */
export const isOlder = (theirs: Head, stored: Head): boolean =>
  theirs.clock < stored.clock ||
  Object.entries(stored.devices).some(([device, clock]) => (theirs.devices[device] ?? '') < clock);

/** When the newest thing in a content was written (milliseconds since the epoch); undefined for an empty one. */
export const headTime = ({ clock }: Head): number | undefined => {
  const parsed = parseClock(clock);
  return parsed.ok ? parsed.value.ms : undefined;
};
