// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseJson } from '../../taler/bytes/json.ts';
import type { Sqlite } from '../sqlite.ts';

/** What this installation knows about one provider (id = base URL or `holdfast+folder:ID`); times in milliseconds since the epoch. */
export type ProviderProgress = {
  readonly providerId: string;
  /** what the provider was last known to hold (crock text of the blob's hash) */
  readonly lastHash?: string;
  /** the store revision that the last sealed blob (`sealedBlob`) holds */
  readonly sealedRevision?: number;
  /** bytes; the next blob is never smaller */
  readonly sizeClass?: number;
  /** of the last content that was sealed for it: bytes packed, and characters unpacked */
  readonly usedBytes?: number;
  readonly contentBytes?: number;
  /** when a downloaded copy was last found equal, the revision it holds, and a summary (plain JSON) of what was in it */
  readonly verifiedAt?: number;
  readonly verifiedRevision?: number;
  readonly verifiedSummary?: unknown;
  readonly lastOutcome?: unknown;
  readonly lastAttemptAt?: number;
  readonly attempts?: number;
  /** since when every attempt has failed; 0 while the last one did not */
  readonly failingSince?: number;
  readonly nextAt?: number;
  /** how many copies were read back in each week of the last year (`backup/cycle/year-strip.ts`) */
  readonly weeks?: YearStrip;
};

/** One number a week, the last of them for the week `week` (weeks since the epoch). */
export type YearStrip = { readonly week: number; readonly counts: readonly number[] };

/** A year and the week that is running. */
const MOST_WEEKS = 53;

const row = z.object({ providerId: z.string(), facts: z.string() });
const blobRow = z.object({ bytes: z.instanceof(Uint8Array) }).optional();
const versionRow = z.object({ data_version: z.number() });
const facts = z.object({
  lastHash: z.string().exactOptional(),
  sealedRevision: z.number().exactOptional(),
  sizeClass: z.number().exactOptional(),
  usedBytes: z.number().exactOptional(),
  contentBytes: z.number().exactOptional(),
  verifiedAt: z.number().exactOptional(),
  verifiedRevision: z.number().exactOptional(),
  verifiedSummary: z.unknown().exactOptional(),
  lastOutcome: z.unknown().exactOptional(),
  lastAttemptAt: z.number().exactOptional(),
  attempts: z.number().exactOptional(),
  failingSince: z.number().exactOptional(),
  nextAt: z.number().exactOptional(),
  weeks: z.object({ week: z.number(), counts: z.array(z.number()).max(MOST_WEEKS) }).exactOptional(),
});

/** Reads and writes what is known of each provider. Blobs have megabytes and a table of their own: facts change many times as often. */
export const providerProgressTable = (sqlite: Sqlite) => {
  const columns = 'provider_id AS providerId, facts';
  const select = sqlite.prepare(`SELECT ${columns} FROM provider_progress WHERE provider_id = ?`);
  const selectAll = sqlite.prepare(`SELECT ${columns} FROM provider_progress ORDER BY provider_id`);
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO provider_progress VALUES (?, ?)');
  const remove = sqlite.prepare('DELETE FROM provider_progress WHERE provider_id = ?');
  /** another number once somebody else has written */
  const selectVersion = sqlite.prepare('PRAGMA data_version');
  const selectBlob = sqlite.prepare('SELECT bytes FROM sealed_blob WHERE provider_id = ?');
  const upsertBlob = sqlite.prepare('INSERT OR REPLACE INTO sealed_blob VALUES (?, ?)');
  const removeBlob = sqlite.prepare('DELETE FROM sealed_blob WHERE provider_id = ?');
  const read = (providerId: string): ProviderProgress | undefined => {
    const found = select.get(providerId);
    return found === undefined ? undefined : readRow(found);
  };
  // Of a wallet of many years one summary has a megabyte, and every screen asks several times.
  const known = new Map<string, ProviderProgress | undefined>();
  let knownOf: number | undefined;
  const providerProgress = (providerId: string): ProviderProgress | undefined => {
    // What a transaction wrote may be taken back.
    if (sqlite.inTransaction) return read(providerId);
    const now = versionRow.parse(selectVersion.get()).data_version;
    if (now !== knownOf) known.clear();
    knownOf = now;
    if (!known.has(providerId)) known.set(providerId, read(providerId));
    return known.get(providerId);
  };
  return {
    providerProgress,
    providerProgresses: (): readonly ProviderProgress[] => selectAll.all().map(readRow),
    putProviderProgress: (progress: Partial<ProviderProgress> & { readonly providerId: string }): void => {
      const { providerId, ...all } = { ...read(progress.providerId), ...progress };
      known.clear();
      upsert.run(providerId, JSON.stringify(facts.parse(all)));
    },
    sealedBlob: (providerId: string): Uint8Array | undefined => {
      const found = blobRow.parse(selectBlob.get(providerId));
      // a copy as plain Uint8Array: the driver's Buffer would compare unequal to one in tests and in self-checks
      return found && new Uint8Array(found.bytes);
    },
    putSealedBlob: (providerId: string, bytes: Uint8Array): void => void upsertBlob.run(providerId, bytes),
    deleteProviderProgress: (providerId: string): void => {
      known.clear();
      remove.run(providerId);
      removeBlob.run(providerId);
    },
  };
};

const readRow = (found: unknown): ProviderProgress => {
  const { providerId, facts: text } = row.parse(found);
  // What cannot be read is as if nothing were known: the provider is asked, and its copy verified, anew.
  const read = facts.safeParse(parseJson(text));
  return { providerId, ...(read.success ? read.data : {}) };
};
