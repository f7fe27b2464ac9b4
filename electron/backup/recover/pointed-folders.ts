// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../../../shared/facts/subjects.ts';
import { systemCode } from '../../storage/system-code.ts';
import { readUpTo } from '../../storage/whole-file.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { isBlob, MAX_BLOB } from '../copies/blob.ts';
import { unpackBlob, type Unpacked } from '../copies/pack.ts';
import type { Sealer } from '../copies/sealer.ts';
import { providerInDirectory } from '../providers/kinds.ts';
import { MARKER_FILE } from '../providers/place/marker.ts';
import { accountKeys, type AccountKeys } from '../root-secret.ts';

// What lies in the folders that a person points at when a wallet is restored. File managers and synchronising programs rename what
// they carry ("… - Copy", "(1)", lower case, conflict copies, shortened names), markers get lost, and people point one folder too
// high. So the files are looked into: a copy proves itself by opening.

/** Of a folder with anything in it not more than this is looked at: the newest files, and the first folders by name. */
const MAX_FILES = 20;
/** Bytes of such files that are read beside the newest one: a folder of large files that are no copies keeps nobody waiting. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_NAMES = 5_000;
const MAX_INNER = 100;
const MAGIC_BYTES = 8;

export type Pointed =
  /** a marked place, there or one folder below */
  | { readonly kind: 'place'; readonly id: string; readonly directory: string }
  /** no marker, and files that begin like copies */
  | { readonly kind: 'unmarked'; readonly directory: string }
  | { readonly kind: 'nothing'; readonly directory: string; readonly why: Said<'source'> };

/** What each of the folders is; one that holds several places is as many. */
export const lookInFolders = async (folders: readonly string[]): Promise<readonly Pointed[]> =>
  (await Promise.all([...new Set(folders)].map(lookIn))).flat();

const lookIn = async (directory: string): Promise<readonly Pointed[]> => {
  const id = await providerInDirectory(directory);
  if (id !== undefined) return [{ kind: 'place', id, directory }];
  const inner = await directoriesIn(directory);
  if (typeof inner === 'string')
    return [{ kind: 'nothing', directory, why: { kind: UNREADABLE[inner] ?? 'folder-unreadable', facts: {} } }];
  const below = await Promise.all(inner.paths.map((each) => asPlace(each)));
  const look = await lookAt(directory);
  const found = [
    ...(look.like.length > 0 ? [{ kind: 'unmarked' as const, directory }] : []),
    ...below.flatMap((each) => each ?? []),
  ];
  const why = whyNone({ ...look, isWhole: look.isWhole && inner.isWhole });
  return found.length > 0
    ? found
    : [{ kind: 'nothing', directory, why: why ?? { kind: 'folder-without-copies', facts: {} } }];
};

/** Why a folder in which no copy was found may hold some all the same. */
export const whyNoneIn = async (directory: string): Promise<Said<'source'> | undefined> =>
  whyNone(await lookAt(directory));

const whyNone = ({ unopened, isWhole }: Look): Said<'source'> | undefined => {
  if (unopened !== undefined) return { kind: 'folder-unopened', facts: { file: unopened } };
  return isWhole ? undefined : { kind: 'folder-crowded', facts: {} };
};

const asPlace = async (directory: string): Promise<Pointed | undefined> => {
  const id = await providerInDirectory(directory);
  if (id !== undefined) return { kind: 'place', id, directory };
  return (await lookAt(directory)).like.length > 0 ? { kind: 'unmarked', directory } : undefined;
};

const UNREADABLE: Readonly<Record<string, 'folder-missing' | 'folder-is-file'>> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-is-file',
};

type Inner = { readonly paths: readonly string[]; readonly isWhole: boolean };

/** The folders in a folder, those first that are called like one with copies, or the system's code for why it cannot be read. */
const directoriesIn = async (directory: string): Promise<Inner | string> => {
  try {
    const found = await fs.readdir(directory, { withFileTypes: true });
    // A link may lead to a folder; a hidden one is seldom meant.
    const rank = ({ name, isLink }: { readonly name: string; readonly isLink: boolean }): number =>
      SUGGESTIVE.test(name) ? 0 : isLink ? 1 : name.startsWith('.') ? 3 : 2;
    const inner = found
      .filter((each) => each.isDirectory() || each.isSymbolicLink())
      .map((each) => ({ name: each.name, isLink: each.isSymbolicLink() }))
      .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
    return {
      paths: inner.slice(0, MAX_INNER).map(({ name }) => join(directory, name)),
      isWhole: inner.length <= MAX_INNER,
    };
  } catch (failure) {
    return systemCode(failure);
  }
};

/** Names that people and programs give to copies and what they lie in. */
const SUGGESTIVE = /holdfast|holdfa~|\.blob|backup|copies|kopie|sicherung/i;
/** The name of a copy, whatever stands before and behind it. */
const OF_A_COPY = /holdfast-[0-9a-z]{52}/i;
const ARCHIVE = /\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz|zst)$/i;

type Look = {
  /** the files that begin like a copy, the newest first */
  readonly like: readonly string[];
  /** false where not every file was looked at */
  readonly isWhole: boolean;
  /** where none begins like one: a file that is called like one, or that copies may be packed in */
  readonly unopened?: string;
};

const lookAt = async (directory: string): Promise<Look> => {
  const names = (await fs.readdir(directory).catch((): string[] => [])).sort(
    (a, b) => Number(SUGGESTIVE.test(b)) - Number(SUGGESTIVE.test(a)),
  );
  const looked = names.slice(0, MAX_NAMES);
  const like = await likeCopies(directory, looked);
  const isWhole = looked.length === names.length;
  const others = looked.filter((name) => name !== MARKER_FILE);
  const unopened =
    like.length > 0
      ? undefined
      : (others.find((name) => OF_A_COPY.test(name)) ??
        others.find((name) => ARCHIVE.test(name) && (SUGGESTIVE.test(name) || others.length === 1)));
  return { like, isWhole, ...(unopened === undefined ? {} : { unopened }) };
};

const likeCopies = async (directory: string, names: readonly string[]): Promise<readonly string[]> => {
  const files = await Promise.all(
    names.map(async (name) => {
      const found = await fs.stat(join(directory, name)).catch(() => undefined);
      return found?.isFile() && found.size > MAGIC_BYTES && found.size <= MAX_BLOB
        ? [{ name, at: found.mtimeMs, size: found.size }]
        : [];
    }),
  );
  const like: string[] = [];
  let left = MAX_BYTES;
  for (const { name, size } of files.flat().sort((a, b) => b.at - a.at)) {
    if (like.length === MAX_FILES) break;
    if (like.length > 0 && size > left) continue;
    if (!isBlob(await firstBytes(join(directory, name)))) continue;
    if (like.length > 0) left -= size;
    like.push(name);
  }
  return like;
};

const firstBytes = async (path: string): Promise<Uint8Array> => {
  const handle = await fs.open(path, 'r').catch(() => undefined);
  try {
    const bytes = new Uint8Array(MAGIC_BYTES);
    await handle?.read(bytes, 0, MAGIC_BYTES, 0);
    return bytes;
  } catch {
    return new Uint8Array();
  } finally {
    await handle?.close();
  }
};

/** A copy found under whatever name. */
export type LooseCopy = Unpacked & {
  readonly bytes: Uint8Array;
  /** the place whose copy it is, where that could be told */
  readonly id: string | undefined;
};

/** The copies in a folder that this secret opens, whatever their files are called; `ids` are the places whose copies they may be. */
export const looseCopies = async (
  sealer: Sealer,
  root: Secret,
  directory: string,
  ids: readonly string[],
): Promise<readonly LooseCopy[]> => {
  const known = ids.map((id) => accountKeys(root, id));
  const found: LooseCopy[] = [];
  for (const name of (await lookAt(directory)).like) {
    const bytes = await readUpTo(join(directory, name), MAX_BLOB).catch(() => undefined);
    if (bytes === undefined) continue;
    for (const keys of [...known, ...accountInName(root, name, known)]) {
      const opened = await unpackBlob(sealer, keys, bytes);
      if (!opened.ok) continue;
      found.push({
        ...opened.value,
        bytes,
        id: keys.providerId === '' ? placeOf(root, keys, opened.value) : keys.providerId,
      });
      break;
    }
  }
  return found;
};

/** The account that a file's name still tells, unless it is known already. */
const accountInName = (root: Secret, name: string, known: readonly AccountKeys[]): readonly AccountKeys[] => {
  const text = /holdfast-([0-9A-Z]{52})/i.exec(name)?.[1];
  const account = parseCrock(text ?? '', 32);
  if (!account.ok || known.some(({ publicKey }) => Buffer.compare(publicKey, account.value) === 0)) return [];
  return [{ ...accountKeys(root, ''), publicKey: account.value }];
};

/** The place among those that the copy itself names whose account this is. */
const placeOf = (root: Secret, { publicKey }: AccountKeys, { entries }: Unpacked): string | undefined =>
  entries.find(
    ({ kind, id }) => kind === 'provider' && Buffer.compare(accountKeys(root, id).publicKey, publicKey) === 0,
  )?.id;
