// SPDX-License-Identifier: GPL-3.0-or-later
import { QUIET_SPREAD } from '../../state/privacy.ts';
import type { ProviderProgress } from '../../storage/tables/provider-progress.ts';
import type { World } from '../../world.ts';

/** A change is uploaded within a minute (ARCHITECTURE.md#when-copies-go-out). Changes come in bursts; a few seconds of waiting put one burst into one upload. */
const SETTLE_MS = 20_000;
/** …plus a random 0–30 s, so that two providers cannot match uploads by their time. */
const SPREAD_MS = 30_000;
/** A change that is to be in as many copies as wanted waits no longer than this, whatever the dice say. */
export const LATEST_PROMPT_MS = SETTLE_MS + SPREAD_MS;
/** The other providers get it within so long after that, each by dice of its own: what is wanted is safe by then. */
const FOLLOW_MS = 60 * 60_000;
/** A change is nowhere later than this. */
export const LATEST_MS = LATEST_PROMPT_MS + FOLLOW_MS;
/** Two providers that hear of a wallet in the same half minute, again and again, know that it is one. */
export const APART_MS = 30_000;
/** A provider that loses our backup is noticed within a day, even if nothing changes here. */
export const LOOK_AGAIN_MS = 24 * 3600 * 1000;
/** How much of that day is left to chance: providers verified in one round would otherwise see the same wallet come back at the same minute every day. */
const LOOK_AGAIN_SPREAD = 0.25;
const FIRST_BACK_OFF_MS = 15_000;
const LONGEST_BACK_OFF_MS = 6 * 3600 * 1000;
/** Servers take a wrong password that comes again and again for an attack, and then shut out everybody at that address, the person's browser too. */
export const SHUT_OUT_MS = 6 * 3600 * 1000;
/** No provider is asked more often than this, whatever the dice say. */
const SHORTEST_BACK_OFF_MS = 5_000;

/** Milliseconds to wait after a change before it is uploaded. */
export const promptDelay = (world: World): number => SETTLE_MS + Math.floor(SPREAD_MS * random(world));

/** Milliseconds until a change that is in enough copies goes to one more provider. */
export const followDelay = (world: World): number => LATEST_PROMPT_MS + Math.floor(FOLLOW_MS * random(world));

/** Milliseconds until the next copy of a quiet wallet at one provider. */
export const quietDelay = (world: World, everyMs: number): number =>
  Math.floor(everyMs * (1 - QUIET_SPREAD + 2 * QUIET_SPREAD * random(world)));
/** Milliseconds until its first one: anywhere within a rhythm. */
export const firstQuietDelay = (world: World, everyMs: number): number => Math.floor(everyMs * random(world));

/** Milliseconds to keep away from another provider's upload. */
export const apart = (world: World): number => APART_MS + Math.floor(APART_MS * random(world));

/** Milliseconds to wait after the n-th failure in a row: exponential with full jitter and a ceiling, and never earlier than the server asked. */
export const backOff = (world: World, attempts: number, retryAfterMs = 0): number => {
  const ceiling = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** Math.min(attempts, 20));
  return Math.max(SHORTEST_BACK_OFF_MS, retryAfterMs, Math.floor(ceiling * random(world)));
};

/** Milliseconds until an escrow place is looked at again though nothing changed: within a day, at no minute that comes back. */
export const lookDelay = (world: World): number => Math.floor(LOOK_AGAIN_MS * (1 - LOOK_AGAIN_SPREAD * random(world)));

/** When a provider's next cycle is due: at once (0) when never tried, after back-off when it failed, within a day of the last look when nothing changed. */
export const dueAt = (progress: ProviderProgress | undefined, revision: number, changeDueAt: () => number): number => {
  if (progress?.lastAttemptAt === undefined) return 0;
  if ((progress.attempts ?? 0) > 0) return progress.nextAt ?? 0;
  if (progress.verifiedRevision !== revision) return changeDueAt();
  const wait = LOOK_AGAIN_MS * (1 - LOOK_AGAIN_SPREAD * chanceOf(progress.lastHash ?? ''));
  return (progress.verifiedAt ?? 0) + Math.floor(wait);
};

/** A number from 0 to 1 that differs from blob to blob: the hash of a ciphertext is as random as dice, and gives the same number when asked again. */
const chanceOf = (hash: string): number => (hash === '' ? 0 : Number.parseInt(hash.slice(0, 4), 36) / 36 ** 4);

/** A number from 0 (inclusive) to 1 (exclusive). */
const random = (world: World): number => new DataView(world.randomBytes(4).buffer).getUint32(0) / 2 ** 32;
