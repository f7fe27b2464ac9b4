// SPDX-License-Identifier: GPL-3.0-or-later

/** The sentences there are in Arabic so far; the others are English until they are translated. */
export const ar: Readonly<Record<string, string>> = {};
