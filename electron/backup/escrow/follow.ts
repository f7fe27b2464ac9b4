// SPDX-License-Identifier: GPL-3.0-or-later
import { privacyOf } from '../../state/privacy.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { apart, backOff, firstQuietDelay, promptDelay } from '../cycle/schedule.ts';
import { askable, type GoParts } from './go-place.ts';
import { makeAnew, makeVersion, type SendAt } from './make.ts';
import { lookFor, notYetFound } from './look-for.ts';
import { filledHere, forgetDocument, progressOf, putProgress, saidOf } from '../escrowed/progress.ts';
import { escrowRecord, shapeOf, type EscrowRecord } from '../escrowed/record.ts';
import { epochNow, isOfSecret, isOfVoidSecret, mayFollow, secretNow } from './state.ts';

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
    const isMade = isOfVoidSecret(store, record) && ids !== undefined && filledHere(store.local, record) !== undefined;
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
  return rememberedIds(record) !== undefined && filledHere(store.local, record) !== undefined ? 'follows' : 'wants';
};

/**
 * Whether the places are asked what they have before anything is made: nothing is known of that here, or of a time in which another device
 * led, when it may have uploaded this very state.
 */
export const isAskedFirst = (parts: Pick<GoParts, 'world' | 'store'>): boolean => {
  const { store } = parts;
  const record = escrowRecord(store);
  if (record === undefined || !isOfSecret(store, record)) return false;
  const progress = progressOf(store.local, record);
  if (progress !== undefined && progress.epoch === epochNow(store)) return false;
  const now = secretNow(parts);
  return now !== undefined && progress?.state !== now.state;
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
    const filled = filledHere(store.local, record);
    if (filled !== undefined && isOfVoidSecret(store, record))
      await makeAnew(parts, record, { filled, userIds: ids, sendAt });
    return;
  }
  const progress = progressOf(store.local, record);
  const now = secretNow({ world, store });
  // Whoever gives their data once more has the newest version there again, whatever somebody put over it.
  const isCovered =
    given !== undefined && progress?.places.some((each) => saidOf(each)?.kind === 'newer-there') === true;
  if (now === undefined || (progress?.state === now.state && !isCovered)) return;
  if (isAskedFirst(parts)) {
    const adopted = await adopt(parts, record, ids, now);
    // A person who waits, with data that is not kept, is not asked for it once more.
    if (adopted === 'same' || (adopted === 'silent' && given === undefined)) return;
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
 * After a restore, or when another device has led meanwhile, it is not known here what the places have. Where those that answer have the
 * state of now, nothing is made anew; one that is silent is asked by itself later. While all are, nothing is known.
 */
const adopt = async (
  parts: GoParts,
  record: EscrowRecord,
  ids: UserIds,
  now: { readonly state: string; readonly names: readonly string[] },
): Promise<'same' | 'other' | 'silent'> => {
  if (!askable(parts, record)) return 'silent';
  const { world, store } = parts;
  const looks = await Promise.all(
    record.places.map(async ({ url }) => {
      const userId = ids.get(url) ?? new Uint8Array(0);
      const look = await lookFor(parts, record, { ...now, url, userId });
      return look.ok ? look.value : notYetFound(url, userId, now.state, world.now());
    }),
  );
  const places = looks.flatMap((look) => (look === 'other' ? [] : [look]));
  if (places.length < looks.length) return 'other';
  if (parts.closing.aborted || places.every(({ read }) => read !== true)) return 'silent';
  store.transaction((tx) => {
    const then = escrowRecord(tx);
    if (then === undefined || shapeOf(then) !== shapeOf(record)) return;
    const agreed = progressOf(tx.local, then)?.agreed ?? [];
    // What this device made for another state is none of what lies there.
    for (const { url } of places) forgetDocument(tx.local, url);
    putProgress(tx.local, {
      of: shapeOf(then),
      made: then.made,
      epoch: epochNow(store),
      state: now.state,
      names: [...now.names],
      agreed,
      places,
    });
  });
  return 'same';
};

/** When a look after a restore that met silence is made again. */
export const nextLook = (parts: GoParts, tries: number): number => parts.world.now() + backOff(parts.world, tries);
