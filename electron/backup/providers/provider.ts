// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { Amount } from '../../../shared/amount.ts';
import type { Result } from '../../../shared/result.ts';

/** A place that keeps one sealed blob per account. It cannot read it; everything it says is checked by the one who asks. */
export type Provider = {
  /** canonical base URL, or what the marker of a place says */
  readonly id: string;
  /** every device sees the same version at the same time, as in one database; not a folder that is carried or synchronised */
  readonly isOneForAll?: true;
  readonly describe: () => Promise<Result<ProviderTerms, ProviderTrouble>>;
  readonly fetch: () => Promise<Result<Fetched, ProviderTrouble>>;
  /** intact copies older than what `fetch` gives, where a provider keeps any: one of them may be what a lost device wrote last */
  readonly previous?: () => Promise<Result<readonly Uint8Array[], ProviderTrouble>>;
  readonly store: (request: StoreRequest) => Promise<Result<Stored, ProviderTrouble>>;
};

/** What a provider asks and offers; a place for files asks nothing. */
export type ProviderTerms = {
  readonly annualFee?: Amount;
  readonly liability?: Amount;
  readonly storageLimitMb?: number;
  /** what time it says it is, in milliseconds */
  readonly saidAt?: number;
};

/** What is there for our account; hashes are crock text of SHA-512 over the blob. */
export type Fetched =
  | {
      readonly kind: 'blob';
      readonly bytes: Uint8Array;
      readonly hash: string;
      /** intact copies written at the same time by another device */ readonly also: readonly Uint8Array[];
    }
  /** it knows us and holds nothing */
  | { readonly kind: 'empty' }
  /** never paid, or expired and collected */
  | { readonly kind: 'account-unknown' };

export type StoreRequest = {
  readonly bytes: Uint8Array;
  /** hash of the version this one replaces; undefined for the first */
  readonly replaces: string | undefined;
  /** every version whose content is joined into these bytes */
  readonly joined: readonly string[];
  /** the order we have paid, when it asked for one */
  readonly paidOrder?: string;
  /** its pending order was claimed by somebody else (perhaps our former self): ask for a new one */
  readonly freshOrder?: boolean;
  /** ask for the next year's order before the running one ends */
  readonly payAhead?: boolean;
};

export type Stored =
  | { readonly kind: 'stored' }
  | { readonly kind: 'unchanged' }
  /** another version is there; nothing was overwritten */
  | { readonly kind: 'conflict'; readonly bytes: Uint8Array; readonly hash: string }
  | { readonly kind: 'payment-required'; readonly payUri: string }
  /** the version we wanted to replace is gone */
  | { readonly kind: 'previous-unknown' }
  | { readonly kind: 'too-large' };

/** Why there is no answer to use. `silent`: it did not answer, which never means that it has nothing. */
export type ProviderTrouble =
  | { readonly kind: 'silent'; readonly why: Said<'trouble'>; readonly retryAfterMs?: number }
  /** it answered something that cannot be: a lie, a defect, or another service */
  | { readonly kind: 'misbehaved'; readonly why: Said<'trouble'> }
  /** 403: wrong key or address spelling; repeating does not help */
  | { readonly kind: 'refused'; readonly why: Said<'trouble'> }
  /** 401: the password it knows us by has changed or was withdrawn; 403: this user may not do that there. Only the person can help */
  | { readonly kind: 'shut-out'; readonly reason: 'password' | 'permission' }
  /** there are files of ours, and none of them is intact */
  | { readonly kind: 'damaged'; readonly why: Said<'trouble'> }
  | { readonly kind: 'closing' };

/** What is said of a trouble, whatever its kind. */
export const whyTrouble = (trouble: ProviderTrouble): Said<'trouble'> => {
  switch (trouble.kind) {
    case 'closing':
      return { kind: 'closing', facts: {} };
    case 'shut-out':
      return { kind: 'shut-out', facts: { reason: trouble.reason } };
    default:
      return trouble.why;
  }
};
