// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { crockToBytes } from '../bytes/encodings.ts';
import type { AnastasisTrouble } from './answer.ts';
import { solveChallenge, type Challenge, type ChallengeSolved } from './challenge.ts';
import type { AnastasisGeneration } from './config.ts';
import { anastasisUserId } from './crypto.ts';
import type { EscrowMethod } from './document.ts';
import { ANSWERS_AT_ONCE, answerVariants, responseOf } from './methods.ts';
import { openKeyShare } from './truth.ts';

// Answering at recovery: what a person types, years later, to the share of the key that it was kept for.

export type Answered =
  /** 32 bytes */
  | { readonly kind: 'share'; readonly keyShare: Uint8Array }
  /** `untried`: what is like it and may be tried after `waitMs`, when more would only be refused */
  | {
      readonly kind: 'wrong';
      readonly serverTimeMs: number | undefined;
      readonly untried: readonly string[];
      readonly waitMs: number;
    }
  | { readonly kind: 'rate-limited'; readonly untried: readonly string[]; readonly waitMs: number }
  /** letters where a code has digits: nothing was sent */
  | { readonly kind: 'not-a-code' }
  /** the place gave something back that does not open: not the share that was uploaded, or not this person's */
  | { readonly kind: 'share-does-not-fit' }
  | Exclude<ChallengeSolved, { readonly kind: 'solved' | 'wrong' | 'rate-limited' }>;

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** After so long a method takes answers again, where its place does not say it (none of 2021 does; PROTOCOL.md#anastasis-challenges). */
const WAIT_MS: Readonly<Record<string, number>> = {
  question: 30 * SECOND,
  totp: 30 * SECOND,
  file: 60 * SECOND,
  sms: HOUR,
  email: HOUR,
  post: 7 * 24 * HOUR,
};

/** How long to wait after too many tries of a method, in milliseconds; an hour for one that is not known here. */
export const waitAfterTries = (type: string): number => WAIT_MS[type] ?? HOUR;

/** Opens the 72 bytes that a place gives back; the answer of a question labels them. */
export type Opener = (sealedShare: Uint8Array, label: string | undefined) => Result<Uint8Array, unknown>;

const openerOf = async (
  world: World,
  attributes: Readonly<Record<string, string>>,
  { providerSalt }: Pick<EscrowMethod, 'providerSalt'>,
): Promise<Opener> => {
  const userId = await anastasisUserId(world, attributes, crockToBytes(providerSalt, 16));
  return (sealed, label) => openKeyShare(userId, sealed, label);
};

/**
 * Answers a challenge. To a question what is like the typed answer is tried as well, the likeliest first and three at the most: of
 * more, places refuse the right one too. The person's id is that of the salt which the place had when the truth was uploaded, so
 * that one which changed its salt since does no harm.
 */
export const answerChallenge = async (
  world: World,
  of: {
    /** the person's data; or how what comes back is opened, where that is not by their id */
    readonly who: Readonly<Record<string, string>> | Opener;
    readonly generation: AnastasisGeneration;
    readonly method: EscrowMethod;
    readonly paymentId?: string;
    readonly waitMs?: number;
  },
  /** as it was typed, or the ones left untried before */
  typed: string | readonly string[],
): Promise<Result<Answered, AnastasisTrouble>> => {
  const { method } = of;
  const isQuestion = method.type === 'question';
  const tries = typeof typed !== 'string' ? typed : isQuestion ? answerVariants(typed) : [typed];
  const [uuid, salt] = [crockToBytes(method.uuid, 32), crockToBytes(method.salt, 16)];
  const challenge: Challenge = {
    baseUrl: method.url,
    generation: of.generation,
    type: method.type,
    uuid,
    truthKey: crockToBytes(method.truthKey, 64),
    ...(of.paymentId === undefined ? {} : { paymentId: of.paymentId }),
    ...(of.waitMs === undefined ? {} : { waitMs: of.waitMs }),
  };
  const waitMs = waitAfterTries(method.type);
  let serverTimeMs: number | undefined;
  if (tries.length === 0) return ok({ kind: 'not-a-code' });
  for (const [at, text] of tries.slice(0, ANSWERS_AT_ONCE).entries()) {
    const response = await responseOf(world, { type: method.type, salt, uuid }, text);
    if (!response.ok) return ok({ kind: 'not-a-code' });
    const solved = await solveChallenge(world, challenge, response.value);
    if (!solved.ok) return err(solved.error);
    switch (solved.value.kind) {
      case 'solved': {
        const open = typeof of.who === 'function' ? of.who : await openerOf(world, of.who, method);
        const share = open(solved.value.sealedShare, isQuestion ? text : undefined);
        return ok(share.ok ? { kind: 'share', keyShare: share.value } : { kind: 'share-does-not-fit' });
      }
      case 'wrong':
        ({ serverTimeMs } = solved.value);
        break;
      case 'rate-limited':
        return ok({
          kind: 'rate-limited',
          untried: tries.slice(at),
          waitMs: solved.value.retryAfterMs ?? waitMs,
        });
      default:
        return ok(solved.value);
    }
  }
  return ok({ kind: 'wrong', serverTimeMs, untried: tries.slice(ANSWERS_AT_ONCE), waitMs });
};
