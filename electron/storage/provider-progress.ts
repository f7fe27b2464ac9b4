// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { Sqlite } from './sqlite.ts';

/** What this installation knows about one provider (id = base URL or `holdfast+folder:ID`); times in milliseconds since the epoch. */
export type ProviderProgress = {
  readonly providerId: string;
  /** what the provider was last known to hold (crock text of the blob's hash) */
  readonly lastHash?: string;
  /** the last sealed blob and the store revision it holds; sent again unchanged while nothing changed */
  readonly sealed?: Uint8Array;
  readonly sealedRevision?: number;
  /** bytes; the next blob is never smaller */
  readonly sizeClass?: number;
  /** when a downloaded copy was last found equal, the revision it holds, and a summary (plain JSON) of what was in it */
  readonly verifiedAt?: number;
  readonly verifiedRevision?: number;
  readonly verifiedSummary?: unknown;
  readonly lastOutcome?: unknown;
  readonly lastAttemptAt?: number;
  readonly attempts?: number;
  readonly nextAt?: number;
  readonly flags?: readonly string[];
};

const row = z.object({ providerId: z.string(), sealed: z.instanceof(Uint8Array).nullable(), facts: z.string() });
const facts = z.object({
  lastHash: z.string().exactOptional(),
  sealedRevision: z.number().exactOptional(),
  sizeClass: z.number().exactOptional(),
  verifiedAt: z.number().exactOptional(),
  verifiedRevision: z.number().exactOptional(),
  verifiedSummary: z.unknown().exactOptional(),
  lastOutcome: z.unknown().exactOptional(),
  lastAttemptAt: z.number().exactOptional(),
  attempts: z.number().exactOptional(),
  nextAt: z.number().exactOptional(),
  flags: z.array(z.string()).exactOptional(),
});

/** Reads and writes what is known of each provider. */
export const providerProgressTable = (sqlite: Sqlite) => {
  const columns = 'provider_id AS providerId, sealed, facts';
  const select = sqlite.prepare(`SELECT ${columns} FROM provider_progress WHERE provider_id = ?`);
  const selectAll = sqlite.prepare(`SELECT ${columns} FROM provider_progress ORDER BY provider_id`);
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO provider_progress VALUES (?, ?, ?)');
  const remove = sqlite.prepare('DELETE FROM provider_progress WHERE provider_id = ?');
  const providerProgress = (providerId: string): ProviderProgress | undefined => {
    const found = select.get(providerId);
    return found === undefined ? undefined : readRow(found);
  };
  return {
    providerProgress,
    providerProgresses: (): readonly ProviderProgress[] => selectAll.all().map(readRow),
    putProviderProgress: (progress: Partial<ProviderProgress> & { readonly providerId: string }): void => {
      const { providerId, sealed, ...known } = { ...providerProgress(progress.providerId), ...progress };
      upsert.run(providerId, sealed ?? null, JSON.stringify(facts.parse(known)));
    },
    deleteProviderProgress: (providerId: string): void => void remove.run(providerId),
  };
};

const readRow = (found: unknown): ProviderProgress => {
  const { providerId, sealed, facts: text } = row.parse(found);
  // a copy as plain Uint8Array: the driver's Buffer would compare unequal to one in tests and in self-checks
  return { providerId, ...facts.parse(JSON.parse(text)), ...(sealed ? { sealed: new Uint8Array(sealed) } : {}) };
};
