// SPDX-License-Identifier: GPL-3.0-or-later

/** A point in time as Taler writes it: whole seconds since the UNIX epoch, or "never". */
export type Timestamp = { readonly t_s: number | 'never' };
/** A span of time as Taler writes it: microseconds, or "forever". */
export type Duration = { readonly d_us: number | 'forever' };

export const NEVER: Timestamp = { t_s: 'never' };

/** The timestamp for milliseconds since the epoch, floored to whole seconds. */
export const msToTimestamp = (ms: number): Timestamp => ({ t_s: Math.floor(ms / 1000) });

/** Milliseconds since the epoch; "never" is +Infinity. */
export const timestampToMs = ({ t_s }: Timestamp): number => (t_s === 'never' ? Number.POSITIVE_INFINITY : t_s * 1000);

/** Milliseconds of a duration; "forever" is +Infinity. */
export const durationToMs = ({ d_us }: Duration): number =>
  d_us === 'forever' ? Number.POSITIVE_INFINITY : d_us / 1000;

/** True when `at` has been reached at `nowMs`; never is never reached. */
export const isPast = (at: Timestamp, nowMs: number): boolean => timestampToMs(at) <= nowMs;
