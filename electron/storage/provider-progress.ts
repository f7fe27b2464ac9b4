// SPDX-License-Identifier: GPL-3.0-or-later

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
