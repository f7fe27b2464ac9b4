// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf, parseJsonBytes } from '../../../taler/bytes/json.ts';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { World } from '../../../world.ts';
import { systemCode } from '../../../storage/system-code.ts';
import { readUpTo } from '../../../storage/whole-file.ts';
import { writeInFolder } from './trouble.ts';
import type { ProviderTrouble } from '../provider.ts';

/** A folder has no address that is the same on every machine; this file in it says which one it is. */
export const MARKER_FILE = 'holdfast-provider.json';
const FOLDER_PREFIX = 'holdfast+folder:';
const ID_BYTES = 16;
const ID_FORM = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Our marker has about a hundred bytes; a planted file of gigabytes is not read. */
const MAX_MARKER = 4096;

export const isFolderId = (providerId: string): boolean => providerId.startsWith(FOLDER_PREFIX);

/** The provider id written in a folder's marker; undefined when there is no marker. Fails when the folder is not there or its marker is not ours. */
export const readMarker = async (directory: string): Promise<Result<string | undefined, ProviderTrouble>> => {
  try {
    if (!(await fs.stat(directory)).isDirectory()) return err({ kind: 'silent', why: 'it is a file, not a folder' });
  } catch {
    return err({ kind: 'silent', why: 'the folder is not there; is the drive connected?' });
  }
  try {
    const bytes = await readUpTo(join(directory, MARKER_FILE), MAX_MARKER);
    if (bytes === undefined) return unreadable;
    const marker = parseJsonBytes(bytes);
    const id = memberOf(marker, 'id');
    if (memberOf(marker, 'format') !== 1 || typeof id !== 'string' || !ID_FORM.test(id)) return unreadable;
    return ok(`${FOLDER_PREFIX}${id}`);
  } catch (failure) {
    if (systemCode(failure) === 'ENOENT') return ok(undefined);
    return err({ kind: 'silent', why: 'the folder cannot be read' });
  }
};

/** Makes a folder a provider: gives the id its marker has, or writes a marker with a new random one. */
export const claimFolder = async (world: World, directory: string): Promise<Result<string, ProviderTrouble>> => {
  const there = await readMarker(directory);
  if (!there.ok || there.value !== undefined) return there as Result<string, ProviderTrouble>;
  const id = bytesToCrock(world.randomBytes(ID_BYTES));
  const written = await writeInFolder(
    join(directory, MARKER_FILE),
    new TextEncoder().encode(`${JSON.stringify({ format: 1, id })}\n`),
  );
  return written.ok ? ok(`${FOLDER_PREFIX}${id}`) : written;
};

const unreadable: Result<never, ProviderTrouble> = err({
  kind: 'misbehaved',
  why: `its file ${MARKER_FILE} was not written by Holdfast`,
});
