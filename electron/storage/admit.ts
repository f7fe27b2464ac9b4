// SPDX-License-Identifier: GPL-3.0-or-later
import { type Clock, MAX_AHEAD_MS, parseClock, receive } from '../state/clock.ts';
import { type CarriedEntry, isBeyondBounds, MAX_EPOCH } from '../state/entry.ts';
import { isObject, memberOf } from '../taler/bytes/json.ts';
import { decidingClocks, ruleOf } from '../state/rules.ts';

/** What to do with an entry from elsewhere: join a part of it now, and perhaps keep the whole aside until our clock gets there. */
export type Admission = {
  /** what may be joined now; `clock` undefined means its clock was refused and ours stands in */
  readonly now?: { readonly value: unknown; readonly clock?: string };
  readonly quarantine: boolean;
  /** our clock after hearing this entry */
  readonly heard: Clock | undefined;
};

/**
 * ARCHITECTURE.md#how-clocks-are-believed: a clock more than 24 h ahead is refused and its entry kept. Where clocks decide nothing (coins, seeds,
 * reserves: everything that is money) only the clock is refused: a machine whose date is wrong must not hide a balance. What is
 * beyond its bounds is kept and joins nothing.
 */
export const admit = (entry: CarriedEntry, last: Clock | undefined, nowMs: number): Admission => {
  if (isBeyondBounds(entry)) return { quarantine: true, heard: last };
  let heard = last;
  let refused = false;
  for (const clock of new Set([entry.clock, ...decidingClocks(entry)])) {
    const received = receive(heard, clock, nowMs);
    if (received.ok) heard = received.value;
    else refused = true;
  }
  if (!refused) return { now: { value: entry.value, clock: entry.clock }, quarantine: false, heard };
  const { clock: decides } = ruleOf(entry.kind);
  // Where all epochs end clocks decide who leads (standing.ts), so a refused one may not be replaced by ours.
  if (entry.kind === 'device' && memberOf(entry.value, 'epoch') === MAX_EPOCH) return { quarantine: true, heard };
  if (decides === 'none') return { now: { value: entry.value }, quarantine: false, heard };
  if (decides === 'whole') return { quarantine: true, heard };
  return {
    now: { value: withoutRefusedFields(entry.value, nowMs) },
    quarantine: decidingClocks(entry).some((clock) => isRefused(clock, nowMs)),
    heard,
  };
};

/** From when on (milliseconds since the epoch) an entry that is kept aside may join; Infinity for one that never does as it is. */
export const mayJoinAt = (entry: CarriedEntry): number => {
  if (isBeyondBounds(entry)) return Number.POSITIVE_INFINITY;
  const clocks = [entry.clock, ...decidingClocks(entry)].map((text) => parseClock(text));
  return Math.max(0, ...clocks.map((clock) => (clock.ok ? clock.value.ms - MAX_AHEAD_MS : Number.POSITIVE_INFINITY)));
};

const isRefused = (clock: string, nowMs: number): boolean => !receive(undefined, clock, nowMs).ok;

/** An exchange is needed to spend its coins: what identifies it is joined, registers from the future are not. */
const withoutRefusedFields = (value: unknown, nowMs: number): unknown => {
  if (!isObject(value) || !isObject(value['fields'])) return value;
  const fields = Object.entries(value['fields']).filter(
    ([, field]) => isObject(field) && typeof field['clock'] === 'string' && !isRefused(field['clock'], nowMs),
  );
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === 'fields' ? Object.fromEntries(fields) : member]),
  );
};
