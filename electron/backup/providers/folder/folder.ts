// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { sha512 } from '../../../taler/crypto/hash.ts';
import { MAX_BLOB } from '../../copies/blob.ts';
import { systemCode } from '../../../storage/system-code.ts';
import { readUpTo, UNFINISHED } from '../../../storage/whole-file.ts';
import { fileTrouble, writeInFolder } from './trouble.ts';
import { readMarker } from './marker.ts';
import type { Provider, ProviderTrouble } from '../provider.ts';
import type { AccountKeys } from '../../root-secret.ts';

/** One blob file: `holdfast-ACCOUNT-NUMBER-HASH.blob`; the number grows, the hash (its first characters) tells a damaged file. */
type BlobFile = { readonly name: string; readonly number: number; readonly check: string };
type Intact = BlobFile & { readonly bytes: Uint8Array; readonly hash: string };

/** How many intact blobs of an account stay: a damaged newest one leaves two to fall back to. */
const KEPT = 3;
const CHECK_LENGTH = 26;
const NUMBER_LENGTH = 8;
/** A folder may hold anything; more of our files than this are not looked at (the newest come first). */
const MAX_FILES_READ = 20;
/** So many machines do not write into one folder at the same moment; planted copies of 66 MiB each would fill the memory. */
const MAX_HEADS = 4;

/** A folder (USB stick, synced directory) as a provider. Several wallets may share one folder: each has its own account. */
// long because its split by subject is still to come
export const folderProvider = (directory: string, keys: AccountKeys): Provider => {
  const account = bytesToCrock(keys.publicKey);
  const readable = async (): Promise<Result<readonly BlobFile[], ProviderTrouble>> => {
    const marker = await readMarker(directory);
    if (!marker.ok) return marker;
    if (marker.value !== keys.providerId) {
      return err({
        kind: 'misbehaved',
        why: marker.value === undefined ? 'the folder has lost its marker file' : 'another backup folder is there now',
      });
    }
    try {
      return ok(await listBlobs(directory, account));
    } catch (failure) {
      return fileTrouble(failure, 'reading');
    }
  };

  return {
    id: keys.providerId,
    kind: 'folder',

    describe: async () => {
      const files = await readable();
      return files.ok ? ok({}) : files;
    },

    fetch: async () => {
      const files = await readable();
      if (!files.ok) return files;
      const intact = await intactHeads(directory, files.value);
      if (!intact.ok) return intact;
      const [newest, ...heads] = intact.value;
      if (newest)
        return ok({ kind: 'blob', bytes: newest.bytes, hash: newest.hash, also: heads.map((each) => each.bytes) });
      return files.value.length === 0
        ? ok({ kind: 'empty' })
        : err({ kind: 'damaged', why: `none of the ${files.value.length} copies in the folder is intact` });
    },

    previous: async () => {
      const files = await readable();
      if (!files.ok) return files;
      const intact = await intactBlobs(directory, files.value, (found) => found.length >= KEPT);
      if (!intact.ok) return intact;
      const newest = intact.value[0]?.number;
      return ok(intact.value.filter(({ number }) => number !== newest).map(({ bytes }) => bytes));
    },

    store: async ({ bytes, replaces, joined }) => {
      const files = await readable();
      if (!files.ok) return files;
      const intact = await intactHeads(directory, files.value);
      if (!intact.ok) return intact;
      const heads = intact.value;
      if (heads.length === 0 && files.value.length > 0)
        return err({ kind: 'damaged', why: 'the copies in the folder are damaged; they were left as they are' });
      const hash = hashOf(bytes);
      if (heads.length === 1 && heads[0]?.hash === hash) return ok({ kind: 'unchanged' });
      const foreign = heads.find((head) => head.hash !== replaces && head.hash !== hash && !joined.includes(head.hash));
      if (foreign) return ok({ kind: 'conflict', bytes: foreign.bytes, hash: foreign.hash });
      if (heads.length === 0 && replaces !== undefined) return ok({ kind: 'previous-unknown' });

      const number = (files.value[0]?.number ?? 0) + 1;
      const name = `holdfast-${account}-${String(number).padStart(NUMBER_LENGTH, '0')}-${hash.slice(0, CHECK_LENGTH)}.blob`;
      const written = await writeInFolder(join(directory, name), bytes);
      if (!written.ok) return written;
      await forgetOld(directory, account);
      return ok({ kind: 'stored' });
    },
  };
};

const hashOf = (bytes: Uint8Array): string => bytesToCrock(sha512(bytes));

/** Our blob files, the newest first. */
const listBlobs = async (directory: string, account: string): Promise<readonly BlobFile[]> =>
  (await fs.readdir(directory))
    .flatMap((name) => parseName(name, account) ?? [])
    .sort((a, b) => b.number - a.number || (a.name < b.name ? 1 : -1));

const parseName = (name: string, account: string): BlobFile | undefined => {
  const match = /^holdfast-([0-9A-Z]{52})-([0-9]{8})-([0-9A-Z]{26})\.blob$/.exec(name);
  return match && match[1] === account ? { name, number: Number(match[2]), check: match[3] ?? '' } : undefined;
};

/**
 * The newest intact file, and others with the same number: two machines wrote into a synced folder at once. A file that cannot be
 * read now is no damaged one: taken for damaged, another device's newest copy would be passed over and overwritten.
 */
const intactHeads = async (
  directory: string,
  files: readonly BlobFile[],
): Promise<Result<readonly Intact[], ProviderTrouble>> => {
  const heads = await intactBlobs(
    directory,
    files,
    (found, file) => found.length > MAX_HEADS || (found[0] !== undefined && file.number !== found[0].number),
  );
  return heads.ok && heads.value.length > MAX_HEADS
    ? err({ kind: 'misbehaved', why: 'more newest copies lie in the folder than devices can have written' })
    : heads;
};

/** Intact files, the newest first, until `isEnough` says of those found and the next file that this one is not wanted. */
const intactBlobs = async (
  directory: string,
  files: readonly BlobFile[],
  isEnough: (found: readonly Intact[], next: BlobFile) => boolean,
): Promise<Result<readonly Intact[], ProviderTrouble>> => {
  const found: Intact[] = [];
  try {
    for (const file of files.slice(0, MAX_FILES_READ)) {
      if (isEnough(found, file)) break;
      const bytes = await readBlob(join(directory, file.name));
      const hash = bytes && hashOf(bytes);
      if (bytes && hash?.startsWith(file.check)) found.push({ ...file, bytes, hash });
    }
    return ok(found);
  } catch (failure) {
    return fileTrouble(failure, 'reading');
  }
};

/** Undefined for a file that is damaged (`EIO`: its place on the disk is), no file, too large, or gone since it was listed. */
const readBlob = async (file: string): Promise<Uint8Array | undefined> => {
  try {
    return await readUpTo(file, MAX_BLOB);
  } catch (failure) {
    const code = systemCode(failure);
    if (code === 'ENOENT' || code === 'EIO') return undefined;
    throw failure;
  }
};

/** Removes what is older than the last three intact blobs, and our own unfinished files; damaged files stay for the person to look at. */
const forgetOld = async (directory: string, account: string): Promise<void> => {
  try {
    await removeOld(directory, account);
  } catch (failure) {
    // The new copy is there. What cannot be removed now (another program may hold it) is removed with the next one.
    if (systemCode(failure) === '') throw failure;
  }
};

const removeOld = async (directory: string, account: string): Promise<void> => {
  let intact = 0;
  for (const file of (await listBlobs(directory, account)).slice(0, MAX_FILES_READ)) {
    const bytes = await readBlob(join(directory, file.name));
    if (!bytes || !hashOf(bytes).startsWith(file.check)) continue;
    intact += 1;
    if (intact > KEPT) await fs.rm(join(directory, file.name), { force: true });
  }
  const unfinished = (await fs.readdir(directory)).filter(
    (name) => name.startsWith(`holdfast-${account}-`) && name.endsWith(UNFINISHED),
  );
  for (const name of unfinished) await fs.rm(join(directory, name), { force: true });
};
