// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { anastasisAccountKey, anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { openCoreSecret } from '../../taler/anastasis/core-secret.ts';
import { readRecoveryDocument } from '../../taler/anastasis/document.ts';
import { downloadPolicy } from '../../taler/anastasis/policy.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
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
 * Whether the newest document of a place opens, by the shares that the record holds, to the state of now: then nothing is made anew for
 * it. `other`: something else lies there, or nothing.
 */
export const lookFor = async (
  { world }: EscrowParts,
  { methods }: EscrowRecord,
  { url, userId, state, names }: Wanted,
): Promise<Result<PlaceProgress | 'other', PlaceTrouble>> => {
  const priv = anastasisAccountKey(userId);
  const got = await downloadPolicy(world, { baseUrl: url, accountPub: eddsaPublicKey(priv) });
  if (!got.ok) return err(placeTrouble(got.error));
  if (got.value.kind !== 'document') return ok('other');
  const { bytes, version } = got.value;
  const packed = anastasisDecrypt(userId, ANASTASIS_LABEL.recoveryDocument, bytes);
  const document = packed.ok ? readRecoveryDocument(packed.value) : packed;
  if (!document.ok) return ok('other');
  const shares = new Map(methods.map(({ uuid, share }) => [uuid, crockToBytes(share, 32)]));
  const opened = openCoreSecret(document.value, shares);
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

/** A place that has not said what it keeps: it is asked first when it answers, and nothing is sent there before. */
export const notYetFound = (url: string, userId: Uint8Array, state: string, nextAt: number): PlaceProgress => ({
  url,
  priv: bytesToCrock(anastasisAccountKey(userId)),
  hash: '',
  state,
  attempts: 0,
  nextAt,
});
