// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { DatabaseFailure } from './database.ts';
import type { EraseFailure } from './directory/erase.ts';
import type { LockFailure } from './directory/lock.ts';
import type { VaultFailure } from './directory/vault.ts';

type StorageFailure = DatabaseFailure | EraseFailure | LockFailure | VaultFailure | MissingDatabase;

/** the key is there and what it opens is not */
type MissingDatabase = { readonly kind: 'missing-database' };

/** One sentence for each way the files of a wallet can refuse to open: what happened, whether money is at risk, what next. */
export const explainStorageFailure = (failure: StorageFailure): FailureView => ({
  kind: failure.kind,
  sentence: sentenceFor(failure),
});

const sentenceFor = (failure: StorageFailure): string => {
  switch (failure.kind) {
    case 'already-running':
      return 'Another Holdfast is using this data directory, so this one refuses to start: two at once could spend the same coins. Close the other one first; nothing was changed.';
    case 'disk-full':
      return 'The disk is full; nothing was written and nothing is lost. Free some space and try again.';
    case 'cannot-open':
      return `The wallet's files could not be opened (${failure.why}); nothing was changed. Check that the disk is connected and that you may write to it.`;
    case 'wrong-key':
      return 'The database does not open with the key beside it: one of the two files belongs to another wallet or is damaged. Nothing was changed; put the matching files together, or restore from your recovery sheet into an empty directory.';
    case 'encrypted':
    case 'not-encrypted':
      return 'The database and its key file do not belong together. Nothing was changed; put the matching files together, or restore from your recovery sheet into an empty directory.';
    case 'newer-database':
      return 'This wallet was written by a newer Holdfast; an older one must not touch it. Nothing was changed; install the newer version.';
    case 'damaged-database':
      return `The database is damaged (${failure.why}). Nothing was changed; keep the files and restore from your recovery sheet into an empty directory.`;
    case 'no-vault':
      return 'There is no wallet in this directory. Nothing was changed.';
    case 'damaged-vault':
      return 'The key file (wallet-key.json) is damaged. Nothing was changed; put back a copy of it, or restore from your recovery sheet into an empty directory.';
    case 'vault-exists':
      return 'A wallet exists in this directory already and is never overwritten. Nothing was changed.';
    case 'empty-passphrase':
      return 'An empty passphrase protects nothing. Nothing was changed.';
    case 'wrong-passphrase':
      return `That is not the passphrase; nothing was opened or changed.${failure.waitMs > 0 ? ` Wait ${seconds(failure.waitMs)} before the next try.` : ''}`;
    case 'wait':
      return `Too many wrong passphrases: this one was not even tried. Wait ${seconds(failure.waitMs)}; nothing was changed.`;
    case 'wrong-root-secret':
      return 'This recovery sheet belongs to another wallet; nothing was opened or changed.';
    case 'keychain-refused':
      return "The system's keychain did not give the key back. No money is lost: open the wallet as the user who created it, or restore from your recovery sheet into an empty directory.";
    case 'no-such-protection':
      return `This wallet is not opened that way, but by: ${failure.has.join(', ')}. Nothing was changed.`;
    case 'last-protection':
      return 'This is the only protection left; removing it would lose the wallet, so it stays.';
    case 'missing-database':
      return 'The key file (wallet-key.json) is here, but the database it opens (wallet.db) is not, so nothing was opened and no empty wallet was put in its place. Put wallet.db back; if it is lost, move wallet-key.json away and restore from your recovery sheet.';
    case 'not-erased':
      return notErased(failure);
    case 'newer-vault':
      return 'The key file was written by a newer Holdfast. Nothing was changed; install the newer version.';
  }
};

const notErased = ({ file, why, left }: EraseFailure): string => {
  const what = `${file} (${why})`;
  switch (left) {
    case 'everything':
      return `The wallet could not be erased: ${what}. It is whole and stays as it was, with everything in it. Make sure that its directory can be written and that no other program holds that file, then erase it again.`;
    case 'marked':
      return `Erasing the wallet was begun, and nothing could be removed: ${what}. It is whole, but stays closed because the next start erases it. To keep it, delete the file wallet.erasing beside it by hand; to erase it, make its directory writable and start again.`;
    case 'rest':
      return `This wallet is being erased, as it was asked to be, and that cannot be finished: ${what} cannot be removed. Its key is gone, so nobody can open what is left, and no other wallet is touched. Delete that file by hand, or make its directory writable, then start again.`;
  }
};

const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
