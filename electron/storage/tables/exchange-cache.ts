// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { Sqlite } from '../sqlite.ts';

/** The raw JSON text of an exchange's /keys; times in milliseconds since the epoch. */
export type CachedKeys = {
  readonly baseUrl: string;
  readonly fetchedAt: number;
  readonly expiresAt: number;
  readonly raw: string;
  /** what came of verifying it, so that it is not done again; an older program kept none */
  readonly verified?: Uint8Array | undefined;
};

const row = z
  .object({
    baseUrl: z.string(),
    fetchedAt: z.number(),
    expiresAt: z.number(),
    raw: z.string(),
    verified: z
      .instanceof(Uint8Array)
      .nullable()
      .transform((bytes) => bytes ?? undefined),
  })
  .optional();

/** Reads and writes the cache of exchange keys. */
export const exchangeCache = (sqlite: Sqlite) => {
  const select = sqlite.prepare(
    'SELECT base_url AS baseUrl, fetched_at AS fetchedAt, expires_at AS expiresAt, raw, verified FROM exchange_cache WHERE base_url = ?',
  );
  const remove = sqlite.prepare('DELETE FROM exchange_cache WHERE base_url = ?');
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO exchange_cache VALUES (?, ?, ?, ?, ?)');
  return {
    cachedKeys: (baseUrl: string): CachedKeys | undefined => row.parse(select.get(baseUrl)),
    putCachedKeys: (keys: CachedKeys): void =>
      void upsert.run(
        keys.baseUrl,
        Math.floor(keys.fetchedAt),
        Math.floor(keys.expiresAt),
        keys.raw,
        keys.verified ?? null,
      ),
    deleteCachedKeys: (baseUrl: string): void => void remove.run(baseUrl),
  };
};
