// SPDX-License-Identifier: GPL-3.0-or-later

/** A copy of all entries, taken before a restore or takeover. */
export type UndoCopy = { readonly number: number; readonly takenAt: number; readonly why: string; readonly entries: number };
