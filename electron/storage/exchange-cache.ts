// SPDX-License-Identifier: GPL-3.0-or-later

/** The raw JSON text of an exchange's /keys; times in milliseconds since the epoch. */
export type CachedKeys = {
  readonly baseUrl: string;
  readonly fetchedAt: number;
  readonly expiresAt: number;
  readonly raw: string;
};
