// SPDX-License-Identifier: GPL-3.0-or-later

/** Places that programs of 2022 offered to everybody; whether they still answer only asking tells (PROTOCOL.md#anastasis-generations). */
export const KNOWN_ESCROW_PLACES: readonly string[] = [
  'https://v1.anastasis.taler.net/',
  'https://v1.anastasis.codeblau.de/',
  'https://v1.anastasis.lu/',
];
