// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { systemCode } from '../../../storage/system-code.ts';
import { readUpTo } from '../../../storage/whole-file.ts';
import type { AccountKeys } from '../../root-secret.ts';
import type { ProviderKind } from '../kind.ts';
import { placeProvider } from '../place/copies.ts';
import { claimPlace, isMarkedId, markerOf } from '../place/marker.ts';
import type { FileFound, Place } from '../place/place.ts';
import { whyTrouble, type Provider, type ProviderTrouble } from '../provider.ts';
import { fileTrouble, writeInFolder } from './trouble.ts';

/** Folders of this machine: a USB stick, a synced directory. Their marker says which one it is; the same place on a server has the same. */
export const folderKind: ProviderKind = {
  kind: 'folder',
  icon: 'folder',
  takesFee: false,
  keepsOlder: true,
  fields: [],
  owns: isMarkedId,
  hasAddress: false,
  inspect: async (_world, target) => {
    const directory = await asDirectory(target);
    if (directory === undefined) return undefined;
    const marker = await markerOf(folder(directory));
    if (!marker.ok) return err({ kind: 'no-provider-there', target, why: whyTrouble(marker.error) });
    return ok({ id: marker.value ?? directory, suggestedName: basename(directory) || directory, fields: [] });
  },
  claim: async (world, target) => {
    const directory = resolve(target);
    const id = await claimPlace(world, folder(directory));
    return id.ok ? ok({ id: id.value, directory }) : id;
  },
  open: (_world, keys, { directory }) => (directory === undefined ? undefined : folderProvider(directory, keys)),
  inDirectory: async (directory) => {
    const marker = await markerOf(folder(directory));
    return marker.ok ? marker.value : undefined;
  },
  place: (_id, { directory }) => directory,
};

/** Whether a target begins as addresses do, so that no folder is meant whatever else stands in it. */
export const isAddress = (target: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(target);

/** The folder a target names, as an absolute path; undefined for what is no path. */
const asDirectory = async (target: string): Promise<string | undefined> => {
  if (isAddress(target)) return undefined;
  if (isAbsolute(target) || target.startsWith('.')) return resolve(target);
  const there = await fs.stat(resolve(target)).catch(() => undefined);
  return there?.isDirectory() === true ? resolve(target) : undefined;
};

/** A folder (USB stick, synced directory) as a provider. */
export const folderProvider = (directory: string, keys: AccountKeys): Provider =>
  placeProvider(folder(directory), keys);

/** A directory of this machine as a place. */
export const folder = (directory: string): Place => ({
  isThere: async () => {
    try {
      if ((await fs.stat(directory)).isDirectory()) return ok(undefined);
    } catch (failure) {
      if (systemCode(failure) === '') throw failure;
      return err({ kind: 'silent', why: { kind: 'folder-missing', facts: {} } });
    }
    return err({ kind: 'silent', why: { kind: 'folder-is-file', facts: {} } });
  },

  list: () => tried(() => fs.readdir(directory)),

  read: async (name, limit) => {
    try {
      const bytes = await readUpTo(join(directory, name), limit);
      return ok(bytes === undefined ? { kind: 'unfit' } : { kind: 'bytes', bytes });
    } catch (failure) {
      const found = FOUND_BY_CODE[systemCode(failure)];
      return found === undefined ? fileTrouble(failure, 'reading') : ok(found);
    }
  },

  // The number and the hash in a blob's name make it one that no other file has.
  write: async (name, bytes) => {
    const written = await writeInFolder(join(directory, name), bytes);
    return written.ok ? ok({ kind: 'written' }) : written;
  },

  remove: (name) => tried(() => fs.rm(join(directory, name), { force: true })),
});

/** `EIO`: the file's place on the disk is damaged. */
const FOUND_BY_CODE: Readonly<Record<string, FileFound>> = { ENOENT: { kind: 'absent' }, EIO: { kind: 'broken' } };

const tried = async <T>(work: () => Promise<T>): Promise<Result<T, ProviderTrouble>> => {
  try {
    return ok(await work());
  } catch (failure) {
    return fileTrouble(failure, 'reading');
  }
};
