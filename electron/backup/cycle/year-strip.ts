// SPDX-License-Identifier: GPL-3.0-or-later
import type { YearStrip } from '../../storage/tables/provider-progress.ts';

// How often a place was read back in each week of the last year: all that is kept of its past, here alone and always as long.

const WEEK_MS = 7 * 24 * 3600 * 1000;
/** A year and the week that is running. */
export const WEEKS = 53;
/** Nobody tells more of them apart in a picture, and no clock that jumps makes a number grow for ever. */
const MOST_A_WEEK = 999;

/** Weeks since the epoch; every seventh midnight UTC one begins. */
const weekOf = (ms: number): number => Math.max(0, Math.floor(ms / WEEK_MS));

/** One number for each week of the year that ends now, the oldest first. What was noted for a week that is not here yet is left out: a clock was wrong then. */
export const stripAt = (strip: YearStrip | undefined, now: number): readonly number[] =>
  Array.from({ length: WEEKS }, (_, at) => {
    const week = weekOf(now) - (WEEKS - 1) + at;
    const back = strip === undefined ? -1 : strip.week - week;
    return back < 0 ? 0 : (strip?.counts.at(-1 - back) ?? 0);
  });

/** The strip with one more copy that was read back now. */
export const withVerified = (strip: YearStrip | undefined, now: number): YearStrip => {
  const counts = stripAt(strip, now);
  const most = Math.min((counts.at(-1) ?? 0) + 1, MOST_A_WEEK);
  return { week: weekOf(now), counts: [...counts.slice(0, -1), most] };
};
