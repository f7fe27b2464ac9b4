// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { memberOf, parseJsonBytes } from '../../../taler/bytes/json.ts';
import type { World } from '../../../world.ts';
import type { ProviderTrouble } from '../provider.ts';
import type { Place } from './place.ts';

/** A place has no address that is the same on every machine; this file in it says which one it is. */
export const MARKER_FILE = 'holdfast-provider.json';
const ID_BYTES = 16;
const ID_FORM = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Our marker has about a hundred bytes; a planted file of gigabytes is not read. */
const MAX_MARKER = 4096;

/**
 * How the ids of folders begin, on this machine and on WebDAV servers: one and the same place has one id. A kind that reaches its places
 * in another way gives its own name (`holdfast+NAME:`), so that a sheet says who can read them.
 */
const FOLDER = 'holdfast+folder:';

/** Whether an id is one that a marker gives, by whatever way its place is reached. */
export const isMarkedId = (providerId: string, prefix = FOLDER): boolean =>
  providerId.startsWith(prefix) && ID_FORM.test(providerId.slice(prefix.length));

/** What stands before the mark in an id. */
export const prefixOf = (providerId: string): string => providerId.slice(0, providerId.indexOf(':') + 1);

/** The provider id in a place's marker; undefined when there is no marker. Fails when the place is not there or its marker is not ours. */
export const markerOf = async (place: Place, prefix = FOLDER): Promise<Result<string | undefined, ProviderTrouble>> => {
  const there = await place.isThere();
  if (!there.ok) return there;
  const found = await place.read(MARKER_FILE, MAX_MARKER);
  if (!found.ok) return found;
  switch (found.value.kind) {
    case 'absent':
      return ok(undefined);
    case 'broken':
      return err({ kind: 'silent', why: { kind: 'folder-closed', facts: { doing: 'reading' } } });
    case 'unfit':
      return unreadable;
    case 'bytes':
      return parseMarker(found.value.bytes, prefix);
  }
};

/**
 * Makes a place a provider: gives the id its marker has, or writes a marker with a new random one. What counts is what lies there
 * afterwards: another device may have claimed the place at the same moment, and then both use its id.
 */
export const claimPlace = async (
  world: World,
  place: Place,
  prefix = FOLDER,
): Promise<Result<string, ProviderTrouble>> => {
  const there = await markerOf(place, prefix);
  if (!there.ok) return there;
  if (there.value !== undefined) return ok(there.value);
  const id = bytesToCrock(world.randomBytes(ID_BYTES));
  const written = await place.write(MARKER_FILE, new TextEncoder().encode(`${JSON.stringify({ format: 1, id })}\n`));
  if (!written.ok) return written;
  if (written.value.kind === 'too-large')
    return err({ kind: 'misbehaved', why: { kind: 'marker-refused', facts: {} } });
  const now = await markerOf(place, prefix);
  if (!now.ok) return now;
  return now.value === undefined ? err({ kind: 'misbehaved', why: { kind: 'marker-lost', facts: {} } }) : ok(now.value);
};

const parseMarker = (bytes: Uint8Array, prefix: string): Result<string, ProviderTrouble> => {
  const marker = parseJsonBytes(bytes);
  const id = memberOf(marker, 'id');
  return memberOf(marker, 'format') === 1 && typeof id === 'string' && ID_FORM.test(id)
    ? ok(`${prefix}${id}`)
    : unreadable;
};

const unreadable: Result<never, ProviderTrouble> = err({
  kind: 'misbehaved',
  why: { kind: 'folder-foreign-marker', facts: {} },
});
