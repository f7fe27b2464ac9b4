// SPDX-License-Identifier: GPL-3.0-or-later
import { privacyOf } from '../../state/privacy.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { anastasisAccountKey, anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { openCoreSecret } from '../../taler/anastasis/core-secret.ts';
import { readRecoveryDocument } from '../../taler/anastasis/document.ts';
import { downloadPolicy } from '../../taler/anastasis/policy.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { apart, backOff, firstQuietDelay, lookDelay, promptDelay } from '../cycle/schedule.ts';
import { askable, type GoParts } from './go-place.ts';
import { makeAnew, makeVersion, type SendAt } from './make.ts';
import { filledHere, progressOf, putProgress, type PlaceProgress } from './progress.ts';
import { escrowRecord, type EscrowRecord } from './record.ts';
import { isOfSecret, isOfVoidSecret, mayFollow, secretNow, stateOf } from './state.ts';

// The escrow follows the wallet: when the places, the name or the secret changed, the next version of the document is made, once for
// each state.

/** Who the person is at each place; only where all are known a version can be sealed for all. */
type UserIds = ReadonlyMap<string, Uint8Array>;

/** Those that were kept because the person agreed. */
const rememberedIds = ({ places }: EscrowRecord): UserIds | undefined => {
  const known = places.flatMap(({ url, user }) => (user === undefined ? [] : [[url, crockToBytes(user, 64)] as const]));
  return known.length === places.length ? new Map(known) : undefined;
};

/** What only the person can do, so that the escrow can follow. */
export const whatIsWanted = (
  parts: Pick<GoParts, 'world' | 'store'>,
  record: EscrowRecord,
): readonly Said<'escrow'>[] => {
  const { store } = parts;
  const ids = rememberedIds(record);
  if (!isOfSecret(store, record)) {
    const isMade = isOfVoidSecret(store, record) && ids !== undefined && filledHere(store.local) !== undefined;
    const changed = { kind: 'secret-changed' as const, facts: {} };
    return isMade ? [changed] : [changed, { kind: 'methods-wanted', facts: {} }];
  }
  const progress = progressOf(store.local, record);
  const isSame = progress !== undefined && progress.state === secretNow(parts)?.state;
  return isSame || ids !== undefined ? [] : [{ kind: 'data-wanted', facts: {} }];
};

/** What a new secret means for the escrow: it follows by itself, or its person has to set it up again; undefined when there is none. */
export const atNewSecret = ({ store }: Pick<GoParts, 'store'>): 'follows' | 'wants' | undefined => {
  const record = escrowRecord(store);
  if (record === undefined) return undefined;
  return rememberedIds(record) !== undefined && filledHere(store.local) !== undefined ? 'follows' : 'wants';
};

/** Makes what is to be sent, if there is something new; `isWatched`: a person waits, so that it goes out at once. */
export const follow = async (parts: GoParts, isWatched: boolean, given?: UserIds): Promise<void> => {
  const { store, world } = parts;
  const record = escrowRecord(store);
  if (record === undefined || !mayFollow(parts)) return;
  const ids = given ?? rememberedIds(record);
  if (ids === undefined) return;
  const sendAt = isWatched ? () => 0 : diceOf(parts);
  if (!isOfSecret(store, record)) {
    const filled = filledHere(store.local);
    if (filled !== undefined && isOfVoidSecret(store, record))
      await makeAnew(parts, record, { filled, userIds: ids, sendAt });
    return;
  }
  const progress = progressOf(store.local, record);
  const now = secretNow({ world, store });
  if (now === undefined || progress?.state === now.state) return;
  if (progress === undefined && given === undefined) {
    const adopted = await adopt(parts, record, ids, now.state);
    if (adopted !== 'other') return;
  }
  makeVersion(parts, record, { userIds: ids, sendAt });
};

/** Each place by its own dice, and none near another: who watches two of them is not to learn that they serve one person. */
const diceOf = ({ world, store }: GoParts): SendAt => {
  const { level, everyMs } = privacyOf(store);
  let last = world.now();
  return () => {
    if (level === 'quiet') return world.now() + firstQuietDelay(world, everyMs);
    last = Math.max(last + apart(world), world.now() + promptDelay(world));
    return last;
  };
};

/**
 * After a restore nothing is known here of what the places have. Where all of them have the state of now, by the shares that the record
 * holds, nothing is made anew. One that does not answer leaves it for later.
 */
const adopt = async (
  parts: GoParts,
  record: EscrowRecord,
  ids: UserIds,
  state: string,
): Promise<'same' | 'other' | 'silent'> => {
  if (!askable(parts, record)) return 'silent';
  const looks = await Promise.all(
    record.places.map(({ url }) => lookFor(parts, record, url, ids.get(url) ?? new Uint8Array(0), state)),
  );
  if (parts.closing.aborted || looks.includes('silent')) return 'silent';
  const places = looks.flatMap((look) => (typeof look === 'string' ? [] : [look]));
  if (places.length !== record.places.length) return 'other';
  parts.store.transaction((tx) => {
    if (escrowRecord(tx)?.made !== record.made || progressOf(tx.local, record) !== undefined) return;
    putProgress(tx.local, { made: record.made, state, agreed: [], places });
  });
  return 'same';
};

const lookFor = async (
  { world }: GoParts,
  { methods }: EscrowRecord,
  url: string,
  userId: Uint8Array,
  state: string,
): Promise<PlaceProgress | 'other' | 'silent'> => {
  const priv = anastasisAccountKey(userId);
  const got = await downloadPolicy(world, { baseUrl: url, accountPub: eddsaPublicKey(priv) });
  if (!got.ok) return 'silent';
  if (got.value.kind !== 'document') return 'other';
  const { bytes, version } = got.value;
  const packed = anastasisDecrypt(userId, ANASTASIS_LABEL.recoveryDocument, bytes);
  const document = packed.ok ? readRecoveryDocument(packed.value) : packed;
  if (!document.ok) return 'other';
  const shares = new Map(methods.map(({ uuid, share }) => [uuid, crockToBytes(share, 32)]));
  const opened = openCoreSecret(document.value, shares);
  if (!opened.ok || stateOf(opened.value) !== state) return 'other';
  const now = world.now();
  return {
    url,
    priv: bytesToCrock(priv),
    hash: bytesToCrock(sha512(bytes)),
    state,
    read: true,
    version,
    readAt: now,
    attempts: 0,
    nextAt: now + lookDelay(world),
  };
};

/** When a look after a restore that met silence is made again. */
export const nextLook = (parts: GoParts, tries: number): number => parts.world.now() + backOff(parts.world, tries);
