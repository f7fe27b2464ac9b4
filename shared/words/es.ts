// SPDX-License-Identifier: GPL-3.0-or-later

/** The sentences there are in Spanish so far; the others are English until they are translated. */
export const es: Readonly<Record<string, string>> = {};
