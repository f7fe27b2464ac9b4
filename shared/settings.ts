// SPDX-License-Identifier: GPL-3.0-or-later

// What a person chooses about the window itself. None of it is a secret, and a locked wallet follows it too.

export const LOOKS = ['system', 'light', 'dark', 'contrast'] as const;
/** In percent. */
export const SIZES = [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200] as const;
/** In minutes; 0 is never. */
export const LOCK_AFTER = [0, 1, 5, 10, 15, 30, 60, 240] as const;
/** The sorts of notifications; each can be turned off by itself. */
export const NOTICE_SORTS = ['money', 'taken', 'place', 'safety'] as const;

export type Look = (typeof LOOKS)[number];
export type Size = (typeof SIZES)[number];
export type NoticeSort = (typeof NOTICE_SORTS)[number];

export type Settings = {
  readonly look: Look;
  readonly size: Size;
  /** after so many minutes in which nobody used the window */
  readonly lockAfter: (typeof LOCK_AFTER)[number];
  /** when the computer sleeps or its screen is locked */
  readonly lockOnSleep: boolean;
  /** what is not told */
  readonly silent: readonly NoticeSort[];
};

export const USUAL_SETTINGS: Settings = { look: 'system', size: 100, lockAfter: 0, lockOnSleep: false, silent: [] };

/** The next size up or down. */
export const nextSize = (size: Size, by: 1 | -1): Size =>
  SIZES[Math.max(0, Math.min(SIZES.length - 1, SIZES.indexOf(size) + by))] ?? size;
