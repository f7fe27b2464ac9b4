// SPDX-License-Identifier: GPL-3.0-or-later
import { openCoreSecret, type CoreSecret, type CoreSecretFailure } from '../../../taler/anastasis/core-secret.ts';
import type { EscrowMethod } from '../../../taler/anastasis/document.ts';
import { ESCROW_METHODS } from '../../../taler/anastasis/methods.ts';
import { waitAfterTries } from '../../../taler/anastasis/solve.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { Result } from '../../../../shared/result.ts';
import type { EscrowSession, Wait, Way } from './session.ts';

// What can still be done in a recovery, and when. Nothing is asked of anybody here.

/** Places count three answers and then refuse the right one too (PROTOCOL.md#anastasis-challenges). */
export const ANSWERS_ALLOWED = 3;
/** Their time begins when the first answer arrives there, and ours when its reply is back. */
const ROUND_ABOUT_MS = 1_000;

/** For these an answer is counted whether it is right or wrong, within a time; for the others wrong ones are, for one code. */
export const isCountedByTime = (type: string): boolean => type === 'question' || type === 'totp';

export const waitOf = (type: string, now: number, spanMs = waitAfterTries(type)): Wait => ({
  since: now,
  span: spanMs + ROUND_ABOUT_MS,
});

/** How long is still to be waited, in milliseconds. A clock that was set back since makes it the whole time again. */
export const leftOf = (wait: Wait | undefined, now: number): number =>
  wait === undefined ? 0 : now < wait.since ? wait.span : Math.max(0, wait.since + wait.span - now);

const MINUTE_MS = 60_000;

/** The first full minute by which a wait is over: times are shown by the minute, and one that has begun already would be no wait. */
export const fullMinute = (ms: number): number => Math.ceil(ms / MINUTE_MS) * MINUTE_MS;

/** A wait from a moment that has not come yet began before the clock was set back: from now on it can end. */
export const sinceNow = (way: Way, now: number): Way =>
  way.wait !== undefined && now < way.wait.since ? { ...way, wait: { ...way.wait, since: now } } : way;

export const methodOf = ({ document }: EscrowSession, uuid: string): EscrowMethod | undefined =>
  document.methods.find((each) => each.uuid === uuid);

export const isKnownType = (type: string): boolean => (ESCROW_METHODS as readonly string[]).includes(type);

/** Nothing can come of it: its place lost it, may not be asked, or it is of a kind that is not known here. */
const isDead = (session: EscrowSession, { uuid, state, barred }: Way): boolean =>
  state === 'lost' || barred === true || !isKnownType(methodOf(session, uuid)?.type ?? '');

/** Combinations that can still be completed, with how many of each are missing; the shortest first. */
export const combinationsLeft = (
  session: EscrowSession,
): readonly { readonly uuids: readonly string[]; readonly missing: number }[] => {
  const byUuid = new Map(session.ways.map((way) => [way.uuid, way]));
  return session.document.policies
    .filter(({ uuids }) =>
      uuids.every((uuid) => {
        const way = byUuid.get(uuid);
        return way !== undefined && (way.state === 'solved' || !isDead(session, way));
      }),
    )
    .map(({ uuids }) => ({
      uuids,
      missing: uuids.filter((uuid) => byUuid.get(uuid)?.state !== 'solved').length,
    }))
    .toSorted((a, b) => a.missing - b.missing);
};

/** The core secret, once enough was answered. */
export const openedSecret = ({ document, ways }: EscrowSession): Result<CoreSecret, CoreSecretFailure> =>
  openCoreSecret(
    document,
    new Map(ways.flatMap(({ uuid, share }) => (share === undefined ? [] : [[uuid, crockToBytes(share, 32)]]))),
  );
