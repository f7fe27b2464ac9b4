// SPDX-License-Identifier: GPL-3.0-or-later
/** A clock that is set back by less than this was corrected, and has not gone back. */
const CLOCK_STEP_MS = 60_000;

/**
 * Whether what was written down about a provider, or when something was to be tried again at the latest `longestMs` later, lies in a future
 * that our clock has been set back from: a computer that believed in 2036 for an hour must not wait ten years.
 */
export const isAfterClockWentBack = (at: number, nowMs: number, longestMs = 0): boolean =>
  at > nowMs + longestMs + CLOCK_STEP_MS;
