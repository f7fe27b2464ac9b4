// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../../shared/result.ts';
import type { ProviderTrouble } from '../provider.ts';

/** Somewhere plain files of ours can lie: a directory, a folder on a server. Every `name` is a bare file name that we have checked. */
export type Place = {
  /** Whether the place itself is there; anything that lies in it may still be missing. */
  readonly isThere: () => Promise<Result<void, ProviderTrouble>>;
  /** The names of what lies there, ours and others', in any order. */
  readonly list: () => Promise<Result<readonly string[], ProviderTrouble>>;
  /** What lies under a name, of at most `limit` bytes. */
  readonly read: (name: string, limit: number) => Promise<Result<FileFound, ProviderTrouble>>;
  /** Writes a file whole or not at all, and never over one that is there. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<Result<Written, ProviderTrouble>>;
  /** Removes a file that was read before, unless it has changed since; one that is gone already is no failure. */
  readonly remove: (name: string) => Promise<Result<void, ProviderTrouble>>;
};

export type FileFound =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  /** no ordinary file, or larger than asked for: nothing of ours */
  | { readonly kind: 'unfit' }
  /** the place cannot give its bytes any more (a bad spot of a disk) */
  | { readonly kind: 'broken' };

export type Written =
  | { readonly kind: 'written' }
  /** a file of that name is there already */
  | { readonly kind: 'taken' }
  | { readonly kind: 'too-large' };
