// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';

/** A hybrid logical clock: milliseconds since the epoch, a counter within the millisecond, the device that ticked. */
export type Clock = { readonly ms: number; readonly counter: number; readonly device: string };

export type ClockFailure =
  | { readonly kind: 'clock-ahead'; readonly byMs: number }
  | { readonly kind: 'malformed-clock' };

/** A remote clock further ahead than this is refused (ARCHITECTURE.md#how-clocks-are-believed), so that one wrong machine cannot win every register for years. */
export const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;

/** 13 decimal digits reach the year 2286; fixed widths make text order equal clock order. */
const MS_DIGITS = 13;
const COUNTER_DIGITS = 5;
const MAX_MS = 10 ** MS_DIGITS - 1;
const MAX_COUNTER = 10 ** COUNTER_DIGITS - 1;
const FORM = /^([0-9]{13})-([0-9]{5})-([0-9A-Za-z]{1,64})$/;

/** Sortable text `1763912345678-00000-DEVICE`. */
export const clockToText = ({ ms, counter, device }: Clock): string =>
  `${String(ms).padStart(MS_DIGITS, '0')}-${String(counter).padStart(COUNTER_DIGITS, '0')}-${device}`;

/** Reads clock text; fails on any other form. */
export const parseClock = (text: string): Result<Clock, ClockFailure> => {
  const match = FORM.exec(text);
  if (!match) return err({ kind: 'malformed-clock' });
  return ok({ ms: Number(match[1]), counter: Number(match[2]), device: match[3] ?? '' });
};

/** The next clock of `device`: past `last` even if the system clock jumped back, and `nowMs` if that is later. */
export const tick = (last: Clock | undefined, nowMs: number, device: string): Clock => {
  const now = clampMs(nowMs);
  if (!last || now > last.ms) return { ms: now, counter: 0, device };
  if (last.counter < MAX_COUNTER) return { ms: last.ms, counter: last.counter + 1, device };
  if (last.ms >= MAX_MS) throw new Error('defect: the clock has reached the year 2286');
  return { ms: last.ms + 1, counter: 0, device };
};

/** The clock after hearing `remote`: the later of both, so that the next tick is past it; refuses one more than 24 h ahead of `nowMs`. */
export const receive = (last: Clock | undefined, remote: string, nowMs: number): Result<Clock, ClockFailure> => {
  const parsed = parseClock(remote);
  if (!parsed.ok) return parsed;
  const byMs = parsed.value.ms - clampMs(nowMs);
  if (byMs > MAX_AHEAD_MS) return err({ kind: 'clock-ahead', byMs });
  if (last && clockToText(last) >= remote) return ok(last);
  return parsed;
};

/** A broken system clock gives NaN, negatives or the far future; none of them may leave the fixed width. */
const clampMs = (ms: number): number =>
  Number.isFinite(ms) ? Math.min(Math.max(Math.floor(ms), 0), MAX_MS - MAX_AHEAD_MS * 2) : 0;
