// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { DatabaseFailure } from './database.ts';
import type { EraseFailure } from './directory/erase.ts';
import type { LockFailure } from './directory/lock.ts';
import type { SetAsideFailure } from './directory/set-aside.ts';
import type { VaultFailure } from './directory/vault.ts';

type StorageFailure = DatabaseFailure | EraseFailure | LockFailure | SetAsideFailure | VaultFailure | MissingDatabase;

/** the key is there and what it opens is not, or is older than the key file */
type MissingDatabase = { readonly kind: 'missing-database' | 'older-database' };

/** The facts of each way in which the files of a wallet can refuse to open. */
export const explainStorageFailure = (failure: StorageFailure): FailureView => {
  const { kind } = failure;
  switch (kind) {
    case 'cannot-open':
    case 'damaged-database':
      return { kind, facts: { detail: failure.why } };
    case 'wrong-passphrase':
      return { kind, facts: failure.waitMs > 0 ? { waitMs: wholeSeconds(failure.waitMs) } : {} };
    case 'wait':
      return { kind, facts: { waitMs: wholeSeconds(failure.waitMs) } };
    case 'keychain-refused':
      // Whether there is a sheet is not known here, so nothing is promised.
      return { kind, facts: { sheet: 'unknown' } };
    case 'no-such-protection':
      return { kind, facts: { has: failure.has } };
    case 'not-erased':
      return { kind, facts: { left: failure.left, file: failure.file, detail: failure.why } };
    case 'not-set-aside':
      return { kind, facts: { file: failure.file, detail: failure.why } };
    default:
      return { kind, facts: {} };
  }
};

/** Nobody waits for a part of a second that was not said. */
const wholeSeconds = (ms: number): number => Math.ceil(ms / 1000) * 1000;
