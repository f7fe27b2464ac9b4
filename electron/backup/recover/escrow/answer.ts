// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../../shared/facts/subjects.ts';
import type { Result } from '../../../../shared/result.ts';
import type { AnastasisTrouble } from '../../../taler/anastasis/answer.ts';
import { parsePin } from '../../../taler/anastasis/crypto.ts';
import { answerVariants } from '../../../taler/anastasis/methods.ts';
import { answerChallenge, type Answered } from '../../../taler/anastasis/solve.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { afterRefusal, nextLook, noteAsked, paymentIdOf, silentPlace, type Step, type StepParts } from './challenge.ts';
import type { Way } from './session.ts';
import { fullMinute, ANSWERS_ALLOWED, isCountedByTime, isKnownType, leftOf, sinceNow, waitOf } from './ways.ts';

// Answering, one after the other, and never more often than the place allows: what counts there is written down before it is sent.

/** A code that is older or newer by more than this is not taken: two steps of half a minute (PROTOCOL.md#anastasis-challenges). */
const CLOCK_ROOM_MS = 60_000;

/** What is solved or of no known kind is left alone; while it is to be waited nothing is sent, and it is said until when. */
export const isReady = ({ world }: StepParts, { way, method, note }: Step): boolean => {
  if (way.state === 'solved' || way.barred === true || !isKnownType(method.type)) return false;
  const now = world.now();
  const left = leftOf(way.wait, now);
  if (left === 0) return true;
  note((each) => ({
    ...sinceNow(each, now),
    said:
      method.type === 'iban'
        ? [{ kind: 'transfer-awaited', facts: { at: fullMinute(now + left) } }]
        : each.untried === undefined
          ? [{ kind: 'too-many-tries', facts: { until: fullMinute(now + left) } }]
          : [{ kind: 'variants-left', facts: { left: each.untried, at: fullMinute(now + left) } }],
  }));
  return false;
};

/** Answers one way. Nothing is sent while it is to be waited, and nothing that is no code or was wrong before. */
export const answerWay = async (parts: StepParts, step: Step, typed: string): Promise<void> => {
  const { method, way } = step;
  if (method.type === 'iban') return lookForTransfer(parts, step);
  if (method.type !== 'question') {
    if (!parsePin(typed).ok) return say(step, { kind: 'no-code', facts: {} });
    await sendOne(parts, step, typed);
    return;
  }
  const tried = new Set(way.tried ?? []);
  const variants = answerVariants(typed);
  const texts = variants.filter((text) => !tried.has(text));
  if (variants.length === 0) return;
  if (texts.length === 0) return say(step, { kind: 'wrong-before', facts: {} });
  for (const [at, text] of texts.entries()) {
    const wrong = await sendOne(parts, step, text);
    // Right, refused, silent, or stopped meanwhile: then nothing more is sent.
    if (wrong === undefined) return;
    const wait = leftOf(wrong.wait, parts.world.now());
    if (wait === 0) continue;
    const left = texts.length - at - 1;
    if (left > 0) leaveUntried(parts, step, left, wait);
    return;
  }
};

const leaveUntried = ({ world }: StepParts, { note }: Step, left: number, wait: number): void =>
  void note((each) => ({
    ...each,
    untried: left,
    said: [{ kind: 'variants-left', facts: { left, at: world.now() + wait } }],
  }));

const say = ({ note }: Step, said: Said<'escrowRecovery'>): void => void note((each) => ({ ...each, said: [said] }));

/** One answer, counted before it is sent. Gives the way as it is then where the answer was wrong, else undefined. */
const sendOne = async (parts: StepParts, step: Step, text: string): Promise<Way | undefined> => {
  const { world } = parts;
  const { method, note, who } = step;
  const counted = note((each) => countTry(each, method.type, world.now()));
  if (counted === undefined) return undefined;
  const answered = await answerChallenge(
    world,
    {
      who,
      generation: counted.generation ?? '2022',
      method,
      ...paymentIdOf(parts, counted),
    },
    [text],
  );
  const now = world.now();
  if (answered.ok && isDemand(answered.value)) {
    // It asks for money before it looks at the answer, and counts none.
    note(uncounted);
    await noteAsked(parts, step, answered.value);
    return undefined;
  }
  const after = note((each) => afterAnswer(spent(each, method.type, now), method.type, text, answered, now));
  return answered.ok && answered.value.kind === 'wrong' ? after : undefined;
};

type Demand = Extract<Answered, { readonly kind: 'payment-required' | 'payment-timeout' | 'payment-trouble' }>;
const isDemand = (answered: Answered): answered is Demand =>
  answered.kind === 'payment-required' || answered.kind === 'payment-timeout' || answered.kind === 'payment-trouble';

/** A time that is over begins anew; of a code the tries go on until there is another one. */
const countTry = (way: Way, type: string, now: number): Way => {
  const { tries, wait: _over, untried: _untried, ...rest } = way;
  const isOver =
    tries === undefined ||
    tries.count >= ANSWERS_ALLOWED ||
    (isCountedByTime(type) && leftOf(waitOf(type, tries.since), now) === 0);
  return { ...rest, tries: isOver ? { since: now, count: 1 } : { ...tries, count: tries.count + 1 } };
};

const uncounted = ({ tries, ...way }: Way): Way =>
  tries === undefined || tries.count <= 1 ? way : { ...way, tries: { ...tries, count: tries.count - 1 } };

/** After as many as count there, nothing is sent until they are forgotten. The time begins when the first one's reply is here. */
const spent = (way: Way, type: string, now: number): Way => {
  const tries = way.tries ?? { since: now, count: 1 };
  const since = tries.count === 1 || !isCountedByTime(type) ? now : tries.since;
  const counted = { ...way, tries: { ...tries, since } };
  return tries.count < ANSWERS_ALLOWED ? counted : { ...counted, wait: { ...waitOf(type, since), since } };
};

const afterAnswer = (
  way: Way,
  type: string,
  text: string,
  answered: Result<Answered, AnastasisTrouble>,
  now: number,
): Way => {
  if (!answered.ok) return { ...way, said: [silentPlace(answered.error)] };
  const { value } = answered;
  switch (value.kind) {
    case 'share':
      return solved(way, value.keyShare);
    case 'wrong': {
      const tried = type === 'question' ? { tried: [...(way.tried ?? []), text].slice(-MOST_TRIED) } : {};
      const clock = type === 'totp' ? clockOff(value.serverTimeMs, now) : [];
      const full = leftOf(way.wait, now);
      const limit: readonly Said<'escrowRecovery'>[] =
        full > 0 ? [{ kind: 'too-many-tries', facts: { until: fullMinute(now + full) } }] : [];
      return { ...way, ...tried, state: 'wrong', said: [{ kind: 'wrong', facts: {} }, ...clock, ...limit] };
    }
    case 'share-does-not-fit':
      return { ...way, state: 'lost', said: [{ kind: 'share-unfit', facts: {} }] };
    case 'not-a-code':
      return { ...way, said: [{ kind: 'no-code', facts: {} }] };
    case 'waiting':
      return awaiting(way, now);
    case 'rate-limited':
    case 'truth-unknown':
    case 'key-does-not-fit':
    case 'bad-address':
      return afterRefusal(way, value, type, now);
    default:
      return way;
  }
};

/** So many wrong answers are remembered; who has tried more has forgotten the right one. */
const MOST_TRIED = 60;

/** What was tried on the way there is nobody's business any more. */
const solved = ({ uuid, generation, fee, order }: Way, keyShare: Uint8Array): Way => ({
  uuid,
  ...(generation === undefined ? {} : { generation }),
  ...(fee === undefined ? {} : { fee }),
  ...(order === undefined ? {} : { order }),
  state: 'solved',
  share: bytesToCrock(keyShare),
  said: [],
});

const clockOff = (serverTimeMs: number | undefined, now: number): readonly Said<'escrowRecovery'>[] => {
  if (serverTimeMs === undefined) return [];
  const by = now - serverTimeMs;
  return Math.abs(by) <= CLOCK_ROOM_MS
    ? []
    : [{ kind: 'clock-off', facts: { by: Math.abs(by), clock: by > 0 ? 'ahead' : 'behind' } }];
};

const awaiting = (way: Way, now: number): Way => {
  const looks = (way.looks ?? 0) + 1;
  const span = nextLook(looks);
  return {
    ...way,
    state: 'waits',
    looks,
    wait: { since: now, span },
    said: [{ kind: 'transfer-awaited', facts: { at: now + span } }],
  };
};

/** Looks whether a transfer has come; nobody has told how before it was asked. */
export const lookForTransfer = async (parts: StepParts, step: Step): Promise<void> => {
  const { world } = parts;
  const { way, method, note, who } = step;
  if (way.transfer === undefined) return;
  const answered = await answerChallenge(
    world,
    {
      who,
      generation: way.generation ?? '2022',
      method,
      ...paymentIdOf(parts, way),
    },
    [way.transfer.code],
  );
  if (answered.ok && isDemand(answered.value)) return noteAsked(parts, step, answered.value);
  note((each) => {
    const after = afterAnswer(each, method.type, '', answered, world.now());
    // A place that is away is asked again as late as one that has not seen the money.
    return answered.ok ? after : { ...awaiting(each, world.now()), said: after.said };
  });
};
