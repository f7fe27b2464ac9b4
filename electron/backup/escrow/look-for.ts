// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { anastasisAccountKey, anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { openCoreSecret } from '../../taler/anastasis/core-secret.ts';
import { versionsAt } from '../../taler/anastasis/discover.ts';
import { readRecoveryDocument, type RecoveryDocument } from '../../taler/anastasis/document.ts';
import { downloadPolicy } from '../../taler/anastasis/policy.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import type { World } from '../../world.ts';
import { lookDelay } from '../cycle/schedule.ts';
import type { PlaceProgress } from '../escrowed/progress.ts';
import type { EscrowRecord } from '../escrowed/record.ts';
import { placeTrouble, type PlaceTrouble } from './inspect.ts';
import { stateOf, type EscrowParts } from './state.ts';

/** What is looked for, and for whom. */
type Wanted = {
  readonly url: string;
  /** the person there, 64 bytes */
  readonly userId: Uint8Array;
  readonly state: string;
  readonly names: readonly string[];
};

/**
 * Whether the newest document of this wallet at a place opens, by the shares that the record holds, to the state of now: then nothing is
 * made anew for it. `other`: something else lies there, or nothing.
 */
export const lookFor = async (
  { world }: EscrowParts,
  record: EscrowRecord,
  { url, userId, state, names }: Wanted,
): Promise<Result<PlaceProgress | 'other', PlaceTrouble>> => {
  const found = await newestOfOurs(world, record, { url, userId });
  if (!found.ok) return found;
  if (found.value === undefined) return ok('other');
  const { document, bytes, version } = found.value;
  const shares = new Map(record.methods.map(({ uuid, share }) => [uuid, crockToBytes(share, 32)]));
  const opened = openCoreSecret(document, shares);
  if (!opened.ok || stateOf(opened.value) !== state) return ok('other');
  const now = world.now();
  return ok({
    ...notYetFound(url, userId, state, now + lookDelay(world)),
    hash: bytesToCrock(sha512(bytes)),
    read: true,
    named: [...names],
    methodsAt: now,
    version,
    readAt: now,
  });
};

type Found = { readonly document: RecoveryDocument; readonly bytes: Uint8Array; readonly version: number };

/** Another wallet of the same person may have stored something since, in the same account: then ours is one of those before. */
export const newestOfOurs = async (
  world: World,
  { name, places }: EscrowRecord,
  there: Pick<Wanted, 'url' | 'userId'>,
): Promise<Result<Found | undefined, PlaceTrouble>> => {
  const newest = await fetchOne(world, there, undefined);
  if (!newest.ok || newest.value === undefined || newest.value.document.secretName === name) return newest;
  const form = places.find(({ url }) => url === there.url)?.form;
  const versions = await versionsAt(world, { ...there, config: { generation: form === '2021' ? '2021' : '2022' } });
  // What it did not want to tell by its list is left: the next version is made.
  const ours = versions.ok ? versions.value.find(({ secretName }) => secretName === name) : undefined;
  return ours === undefined ? ok(undefined) : fetchOne(world, there, ours.version);
};

const fetchOne = async (
  world: World,
  { url, userId }: Pick<Wanted, 'url' | 'userId'>,
  asked: number | undefined,
): Promise<Result<Found | undefined, PlaceTrouble>> => {
  const accountPub = eddsaPublicKey(anastasisAccountKey(userId));
  const got = await downloadPolicy(world, {
    baseUrl: url,
    accountPub,
    ...(asked === undefined ? {} : { version: asked }),
  });
  if (!got.ok) return err(placeTrouble(got.error));
  if (got.value.kind !== 'document') return ok(undefined);
  const { bytes, version } = got.value;
  const packed = anastasisDecrypt(userId, ANASTASIS_LABEL.recoveryDocument, bytes);
  const document = packed.ok ? readRecoveryDocument(packed.value) : packed;
  return ok(document.ok ? { document: document.value, bytes, version } : undefined);
};

/** A place that has not said what it keeps: it is asked first when it answers, and nothing is sent there before. */
export const notYetFound = (url: string, userId: Uint8Array, state: string, nextAt: number): PlaceProgress => ({
  url,
  priv: bytesToCrock(anastasisAccountKey(userId)),
  hash: '',
  state,
  attempts: 0,
  nextAt,
});
