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
  const below = await Promise.all(inner.map((each) => asPlace(each)));
  const found = [
    ...((await likeCopies(directory)).length > 0 ? [{ kind: 'unmarked' as const, directory }] : []),
    ...below.flatMap((each) => each ?? []),
  ];
  return found.length > 0 ? found : [{ kind: 'nothing', directory, why: { kind: 'folder-without-copies', facts: {} } }];
};

const asPlace = async (directory: string): Promise<Pointed | undefined> => {
  const id = await providerInDirectory(directory);
  if (id !== undefined) return { kind: 'place', id, directory };
  return (await likeCopies(directory)).length > 0 ? { kind: 'unmarked', directory } : undefined;
};

const UNREADABLE: Readonly<Record<string, 'folder-missing' | 'folder-is-file'>> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-is-file',
};

/** The folders in a folder, or the system's code for why it cannot be read. */
const directoriesIn = async (directory: string): Promise<readonly string[] | string> => {
  try {
    const found = await fs.readdir(directory, { withFileTypes: true });
    return found
      .filter((each) => each.isDirectory() && !each.name.startsWith('.'))
      .map(({ name }) => join(directory, name))
      .sort()
      .slice(0, MAX_INNER);
  } catch (failure) {
    return systemCode(failure);
  }
};

/** The files in a folder that begin like a copy, the newest first. */
const likeCopies = async (directory: string): Promise<readonly string[]> => {
  const names = await fs.readdir(directory).catch((): string[] => []);
  const files = await Promise.all(
    names.slice(0, MAX_NAMES).map(async (name) => {
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
  for (const name of await likeCopies(directory)) {
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
