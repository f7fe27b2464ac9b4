// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { UNFINISHED } from '../../../storage/whole-file.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { MAX_BLOB } from '../../copies/blob.ts';
import { blobHash } from '../../copies/pack.ts';
import type { AccountKeys } from '../../root-secret.ts';
import type { Provider, ProviderTrouble, Stored, StoreRequest } from '../provider.ts';
import { markerOf, prefixOf } from './marker.ts';
import type { Place } from './place.ts';

/** One blob file: `holdfast-ACCOUNT-NUMBER-HASH.blob`; the number grows, the hash (its first characters) tells a damaged file. */
type BlobFile = { readonly name: string; readonly number: number; readonly check: string };
type Intact = BlobFile & { readonly bytes: Uint8Array; readonly hash: string };

/** How many intact blobs of an account stay: a damaged newest one leaves two to fall back to. */
const KEPT = 3;
const CHECK_LENGTH = 26;
const NUMBER_LENGTH = 8;
/** A place may hold anything; more of our files than this are not looked at (the newest come first). */
const MAX_FILES_READ = 20;
/** The most newest copies that are believed: so many machines do not write into one place at the same moment, and planted copies of 66 MiB each would fill the memory. */
const MAX_HEADS = 4;
/** A name that is taken was taken since we looked; who looks again finds it. */
const MAX_TRIES = 2;

/** A marked place as a provider: the last three copies of each account as files. Several wallets may share one place: each has its own account. */
export const placeProvider = (place: Place, keys: AccountKeys): Provider => {
  const readable = (): Promise<Result<readonly BlobFile[], ProviderTrouble>> => filesIn(place, keys);
  return {
    id: keys.providerId,

    describe: async () => {
      const files = await readable();
      return files.ok ? ok({}) : files;
    },

    fetch: async () => {
      const files = await readable();
      if (!files.ok) return files;
      const intact = await intactHeads(place, files.value);
      if (!intact.ok) return intact;
      const [newest, ...heads] = intact.value;
      if (newest)
        return ok({ kind: 'blob', bytes: newest.bytes, hash: newest.hash, also: heads.map((each) => each.bytes) });
      return files.value.length === 0
        ? ok({ kind: 'empty' })
        : err({ kind: 'damaged', why: { kind: 'folder-not-intact', facts: { copies: files.value.length } } });
    },

    previous: async () => {
      const files = await readable();
      if (!files.ok) return files;
      const intact = await intactBlobs(place, files.value, (found) => found.length >= KEPT);
      if (!intact.ok) return intact;
      const newest = intact.value[0]?.number;
      return ok(intact.value.filter(({ number }) => number !== newest).map(({ bytes }) => bytes));
    },

    store: (request) => store(place, keys, request, MAX_TRIES),
  };
};

/** Our files there, the newest first; refused where another place lies by now. */
const filesIn = async (place: Place, keys: AccountKeys): Promise<Result<readonly BlobFile[], ProviderTrouble>> => {
  const marker = await markerOf(place, prefixOf(keys.providerId));
  if (!marker.ok) return marker;
  if (marker.value !== keys.providerId) {
    return err({
      kind: 'misbehaved',
      why: { kind: marker.value === undefined ? 'folder-lost-marker' : 'folder-other', facts: {} },
    });
  }
  const names = await place.list();
  return names.ok ? ok(blobsAmong(names.value, bytesToCrock(keys.publicKey))) : names;
};

const store = async (
  place: Place,
  keys: AccountKeys,
  request: StoreRequest,
  tries: number,
): Promise<Result<Stored, ProviderTrouble>> => {
  const account = bytesToCrock(keys.publicKey);
  const files = await filesIn(place, keys);
  if (!files.ok) return files;
  const intact = await intactHeads(place, files.value);
  if (!intact.ok) return intact;
  const heads = intact.value;
  const hash = blobHash(request.bytes);
  const answer = withoutWriting(request, hash, { heads, files: files.value });
  if (answer) return answer;
  const number = (files.value[0]?.number ?? 0) + 1;
  const name = `holdfast-${account}-${String(number).padStart(NUMBER_LENGTH, '0')}-${hash.slice(0, CHECK_LENGTH)}.blob`;
  const written = await place.write(name, request.bytes);
  if (!written.ok) return written;
  switch (written.value.kind) {
    case 'too-large':
      return ok({ kind: 'too-large' });
    case 'taken':
      return tries > 1
        ? store(place, keys, request, tries - 1)
        : err({ kind: 'silent', why: { kind: 'place-busy', facts: {} } });
    case 'written':
      // The new copy is stored already. An old one that cannot be removed now (another program may hold it) is removed with the next store.
      await removeOld(place, account, new Set([name, ...heads.map((head) => head.name)]));
      return ok({ kind: 'stored' });
  }
};

/** What is answered without a file being written; undefined when one has to be. */
const withoutWriting = (
  { replaces, joined }: StoreRequest,
  hash: string,
  { heads, files }: { readonly heads: readonly Intact[]; readonly files: readonly BlobFile[] },
): Result<Stored, ProviderTrouble> | undefined => {
  if (heads.length === 0 && files.length > 0)
    return err({ kind: 'damaged', why: { kind: 'folder-damaged', facts: {} } });
  if (heads.length === 1 && heads[0]?.hash === hash) return ok({ kind: 'unchanged' });
  const foreign = heads.find((head) => head.hash !== replaces && head.hash !== hash && !joined.includes(head.hash));
  if (foreign) return ok({ kind: 'conflict', bytes: foreign.bytes, hash: foreign.hash });
  return heads.length === 0 && replaces !== undefined ? ok({ kind: 'previous-unknown' }) : undefined;
};

/** The blob files of our account among these names, each once, the newest first. */
const blobsAmong = (names: readonly string[], account: string): readonly BlobFile[] =>
  [...new Set(names)]
    .flatMap((name) => parseName(name, account) ?? [])
    .sort((a, b) => b.number - a.number || (a.name < b.name ? 1 : -1));

const parseName = (name: string, account: string): BlobFile | undefined => {
  const match = /^holdfast-([0-9A-Z]{52})-([0-9]{8})-([0-9A-Z]{26})\.blob$/.exec(name);
  return match && match[1] === account ? { name, number: Number(match[2]), check: match[3] ?? '' } : undefined;
};

/**
 * The newest intact file, and others with the same number: two machines wrote at once. A file that cannot be read now is no damaged
 * one: taken for damaged, another device's newest copy would be passed over and overwritten.
 */
const intactHeads = async (
  place: Place,
  files: readonly BlobFile[],
): Promise<Result<readonly Intact[], ProviderTrouble>> => {
  const heads = await intactBlobs(
    place,
    files,
    (found, file) => found.length > MAX_HEADS || (found[0] !== undefined && file.number !== found[0].number),
  );
  return heads.ok && heads.value.length > MAX_HEADS
    ? err({ kind: 'misbehaved', why: { kind: 'folder-crowded', facts: {} } })
    : heads;
};

/** Intact files, the newest first, until `isEnough` says of those found and the next file that this one is not wanted. */
const intactBlobs = async (
  place: Place,
  files: readonly BlobFile[],
  isEnough: (found: readonly Intact[], next: BlobFile) => boolean,
): Promise<Result<readonly Intact[], ProviderTrouble>> => {
  const found: Intact[] = [];
  for (const file of files.slice(0, MAX_FILES_READ)) {
    if (isEnough(found, file)) break;
    const intact = await readIntact(place, file);
    if (!intact.ok) return intact;
    if (intact.value) found.push(intact.value);
  }
  return ok(found);
};

/** Undefined for a file that is damaged, no file, too large, or gone since it was listed. */
const readIntact = async (place: Place, file: BlobFile): Promise<Result<Intact | undefined, ProviderTrouble>> => {
  const read = await place.read(file.name, MAX_BLOB);
  if (!read.ok) return read;
  if (read.value.kind !== 'bytes') return ok(undefined);
  const { bytes } = read.value;
  const hash = blobHash(bytes);
  return ok(hash.startsWith(file.check) ? { ...file, bytes, hash } : undefined);
};

/**
 * Removes what is older than the last three intact blobs, and our own unfinished files; damaged files stay for the person to look at.
 * `known` are names that were just found or made intact. Stops at the first trouble: the next copy tries again.
 */
const removeOld = async (place: Place, account: string, known: ReadonlySet<string>): Promise<void> => {
  const names = await place.list();
  if (!names.ok) return;
  let intact = 0;
  for (const file of blobsAmong(names.value, account).slice(0, MAX_FILES_READ)) {
    if (!known.has(file.name) || intact >= KEPT) {
      const read = await readIntact(place, file);
      if (!read.ok) return;
      if (!read.value) continue;
    }
    intact += 1;
    if (intact > KEPT && !(await place.remove(file.name)).ok) return;
  }
  const unfinished = names.value.filter((name) => name.startsWith(`holdfast-${account}-`) && name.endsWith(UNFINISHED));
  for (const name of new Set(unfinished)) if (!(await place.remove(name)).ok) return;
};
