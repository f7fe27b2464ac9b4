// SPDX-License-Identifier: GPL-3.0-or-later

/** The sentences there are in French so far; the others are English until they are translated. */
export const fr: Readonly<Record<string, string>> = {};
