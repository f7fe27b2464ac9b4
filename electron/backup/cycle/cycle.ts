// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { privacyOf } from '../../state/privacy.ts';
import { standingOf } from '../../state/standing.ts';
import type { ProviderProgress } from '../../storage/tables/provider-progress.ts';
import { fromSilent, fromTrouble, isCopyGone, outcomeNotes, type CycleOutcome, type Found } from './outcome.ts';
import { sameBytes } from '../copies/pack.ts';
import { hearPrice } from './announced.ts';
import { askedForPaid } from './open-orders.ts';
import { isRenewalDue, isYearOver, notePaidUntil, payProvider, settledOrder } from './payment.ts';
import type { Provider, ProviderTrouble, Stored } from '../providers/provider.ts';
import type { AccountKeys } from '../root-secret.ts';
import {
  isOurs,
  joinTheirs,
  mustHoldAnother,
  note,
  noteStored,
  NOT_OURS,
  outgoingBlob,
  progressOf,
  type CycleParts,
  type Outgoing,
  type Round,
} from './round.ts';
import { backOff, SHUT_OUT_MS } from './schedule.ts';
import { isKnownTooLarge, noteTooLarge } from './size.ts';
import { withVerified } from './year-strip.ts';

/** PROTOCOL.md#sync-answers: two devices could answer each other for ever; after so many joins in one cycle the rest waits for the next. */
const MAX_JOINS = 3;
/** One pending order, one fresh one: a provider that keeps asking gets no third try in this cycle. */
const MAX_ORDERS = 2;

/**
 * One round with one provider: pack, upload, join what another device left there, pay within the agreed price, download again and
 * compare. Only then the copy counts as verified. Whatever happens, the outcome and the time of the next try are written down.
 */
export const runCycle = async (parts: CycleParts, provider: Provider, keys: AccountKeys): Promise<CycleOutcome> => {
  const round = { ...parts, provider, keys };
  const course = begin(round);
  const outcome = await cycle(round, course);
  // Requests that we ended ourselves are no failure of the provider.
  if (!parts.closing.aborted) recordOutcome(round, outcome, course.verified);
  await hearPrice(round, outcome);
  parts.world.log({ event: 'backup-cycle', provider: provider.id, outcome: outcome.kind });
  return outcome;
};

/** What a cycle has learned so far. */
type Course = {
  /** the version the next upload replaces */
  replaces: string | undefined;
  /** every version whose content is in the next upload */
  readonly joined: string[];
  found: Found;
  /** the copy that was found equal */
  verified: Pick<ProviderProgress, 'verifiedAt' | 'verifiedRevision' | 'verifiedSummary'> | undefined;
  paidOrder: string | undefined;
  freshOrder: boolean;
  /** ask to pay the next year ahead */
  renew: boolean;
  /** other bytes although nothing changed: who keeps a quiet wallet's copies does not see whether anything did */
  readonly isSealedAnew: boolean;
  renewal: Said<'placeNote'> | undefined;
  joins: number;
  orders: number;
  restarts: number;
};

const cycle = async (round: Round, course: Course): Promise<CycleOutcome> => {
  if (isStopped(round)) {
    const end = await look(round, course);
    if (end) return end;
  } else notePaidUntil(round.store, round.provider.id);
  for (;;) {
    const outgoing = await outgoingBlob(round, course.renew || course.isSealedAnew);
    if (!outgoing.ok) return outgoing.error;
    // Before anything leaves the wallet the round is asked again whether it still is ours: each answer may have taken minutes.
    if (!isOurs(round.store, round)) return NOT_OURS;
    if (isKnownTooLarge(round, outgoing.value.bytes)) return refuse(round, outgoing.value, false);
    const { replaces, joined, paidOrder, freshOrder, renew } = course;
    const answer = await round.provider.store({
      bytes: outgoing.value.bytes,
      replaces,
      joined,
      ...(paidOrder === undefined ? {} : { paidOrder }),
      ...(freshOrder ? { freshOrder } : {}),
      ...(renew ? { payAhead: true } : {}),
    });
    if (!answer.ok) return fromTrouble(answer.error);
    const end = await goOn(round, course, outgoing.value, answer.value);
    if (end) return end;
  }
};

const begin = (round: Round): Course => {
  const { lastHash } = progressOf(round);
  return {
    replaces: lastHash,
    joined: lastHash === undefined ? [] : [lastHash],
    found: 'nothing',
    verified: undefined,
    paidOrder: settledOrder(round.store, round.provider.id),
    freshOrder: false,
    renew: lastHash !== undefined && !isStopped(round) && isRenewalDue(round, round.provider.id),
    isSealedAnew: privacyOf(round.store).level === 'quiet' && !isStopped(round),
    renewal: undefined,
    joins: 0,
    orders: 0,
    restarts: 0,
  };
};

const isStopped = ({ store }: Round): boolean => {
  const standing = standingOf(store.entries('device'), store.deviceId());
  return standing === 'superseded' || standing === 'taken-over';
};

/**
 * A device that is not the active one any more looks before it says anything. When what is there is all it knows, its next upload is
 * those very bytes ("unchanged"); only what nobody else has yet (money that came in before it heard) is handed over, joined, once.
 */
const look = async (round: Round, course: Course): Promise<CycleOutcome | undefined> => {
  const there = await round.provider.fetch();
  if (!there.ok) return fromTrouble(there.error);
  if (there.value.kind !== 'blob') return { kind: 'lost-our-backup', why: { kind: 'stands-still', facts: {} } };
  const theirs = await joinTheirs(round, there.value.bytes);
  if (!theirs.ok) return theirs.error;
  if (theirs.value.older) course.found = 'old-copy';
  course.replaces = there.value.hash;
  course.joined.push(there.value.hash);
  return undefined;
};

/** What an answer means for the course: the outcome if the cycle is over, undefined if it is sent again. */
const goOn = async (
  round: Round,
  course: Course,
  outgoing: Outgoing,
  answer: Stored,
): Promise<CycleOutcome | undefined> => {
  switch (answer.kind) {
    case 'stored':
    case 'unchanged': {
      // The look at it is on its way while the disk writes.
      const look = round.provider.fetch();
      // If writing fails, the caller gets that error; this one must not end unhandled beside it.
      look.catch(() => undefined);
      if (course.joined.length <= 1 && mustHoldAnother(round)) course.found = 'old-copy';
      noteStored(round, outgoing);
      return verify(round, course, outgoing, { said: answer.kind, there: await look });
    }
    case 'conflict':
      return join(round, course, answer);
    case 'payment-required':
      return pay(round, course, answer.payUri);
    case 'previous-unknown':
      return startAgain(round, course);
    case 'too-large':
      return refuse(round, outgoing, true);
  }
};

const refuse = (round: Round, { bytes }: Outgoing, isNews: boolean): CycleOutcome => {
  noteTooLarge(round, bytes, isNews);
  return { kind: 'too-large' };
};

/** "Stored" is not "restorable": the copy is downloaded and compared before it counts. */
const verify = async (
  round: Round,
  course: Course,
  outgoing: Outgoing,
  { said, there }: { readonly said: 'stored' | 'unchanged'; readonly there: Awaited<ReturnType<Provider['fetch']>> },
): Promise<CycleOutcome | undefined> => {
  if (!there.ok)
    return there.error.kind === 'silent' ? { ...fromSilent(there.error), stored: true } : withoutCopy(there.error);
  if (there.value.kind !== 'blob')
    return { kind: 'misbehaved', why: { kind: 'confirmed-and-lacks', facts: {} }, gone: true };
  // Another device may have written between our upload and our look at it.
  if (!sameBytes(there.value.bytes, outgoing.bytes)) return join(round, course, there.value, true);
  course.verified = {
    verifiedAt: round.world.now(),
    verifiedRevision: outgoing.revision,
    verifiedSummary: outgoing.summary,
  };
  return { kind: said, found: course.found, ...(course.renewal === undefined ? {} : { renewal: course.renewal }) };
};

/** The provider was asked for our copy and answered with something else, so whatever it has confirmed before does not count any more. */
const withoutCopy = (trouble: ProviderTrouble): CycleOutcome => {
  const outcome = fromTrouble(trouble);
  return outcome.kind === 'misbehaved' ? { ...outcome, gone: true } : outcome;
};

/** Joins the version that is there. One older than a copy it has just confirmed ends the cycle: it would only be served again. */
const join = async (
  round: Round,
  course: Course,
  { bytes, hash }: { readonly bytes: Uint8Array; readonly hash: string },
  justConfirmed = false,
): Promise<CycleOutcome | undefined> => {
  course.joins += 1;
  if (course.joins > MAX_JOINS) return { kind: course.found === 'old-copy' ? 'old-copy' : 'conflict' };
  const theirs = await joinTheirs(round, bytes);
  if (!theirs.ok) return theirs.error;
  if (theirs.value.older && justConfirmed) return { kind: 'old-copy' };
  if (theirs.value.older) course.found = 'old-copy';
  course.replaces = hash;
  course.joined.push(hash);
  return undefined;
};

const pay = async (round: Round, course: Course, payUri: string): Promise<CycleOutcome | undefined> => {
  course.orders += 1;
  if (course.orders > MAX_ORDERS) return { kind: 'misbehaved', why: { kind: 'asks-again', facts: {} } };
  if (course.replaces !== undefined && (!course.renew || isYearOver(round, round.provider.id))) {
    // A provider asks for money when it does not know our account, and a greedy one also when it does. Only an unknown account
    // has lost a copy and begins anew, so what is there decides.
    const there = await round.provider.fetch();
    if (there.ok && there.value.kind !== 'blob') {
      course.found = 'lost-our-backup';
      course.renew = false;
    }
  }
  if (!isOurs(round.store, round)) return NOT_OURS;
  const paid = await payProvider(round, round.provider, payUri, course.renew);
  if (paid.ok) {
    if (paid.value === course.paidOrder)
      return (
        askedForPaid(round.store, round.provider.id, paid.value) ?? {
          kind: 'misbehaved',
          why: { kind: 'asks-for-paid', facts: {} },
        }
      );
    course.paidOrder = paid.value;
    course.freshOrder = false;
    course.renew = false;
    return undefined;
  }
  if (paid.error.kind === 'order-claimed') {
    course.freshOrder = true;
    return undefined;
  }
  if (course.renew) {
    // The running year is paid: this copy is stored all the same.
    course.renew = false;
    course.renewal = outcomeNotes(paid.error)[0];
    return undefined;
  }
  return course.found === 'lost-our-backup'
    ? { kind: 'lost-our-backup', why: outcomeNotes(paid.error)[0] ?? { kind: 'paying', facts: {} } }
    : paid.error;
};

/** The version to replace is gone (404/6111): only a look at what is there tells whether everything is. */
const startAgain = async (round: Round, course: Course): Promise<CycleOutcome | undefined> => {
  course.restarts += 1;
  if (course.restarts > 1) return { kind: 'misbehaved', why: { kind: 'contradicts-itself', facts: {} } };
  const there = await round.provider.fetch();
  if (!there.ok) return withoutCopy(there.error);
  if (there.value.kind === 'blob') return join(round, course, there.value);
  course.found = 'lost-our-backup';
  course.replaces = undefined;
  return undefined;
};

/** No content has this revision, because revisions count from 0: nothing counts as verified. */
const NOT_VERIFIED = { verifiedRevision: -1, verifiedSummary: [] } as const;

/** How long it is left alone at least, in milliseconds: as long as it has asked for, or until a wrong password is no attack in its eyes. */
const notBefore = (outcome: CycleOutcome): number | undefined =>
  outcome.kind === 'unreachable' ? outcome.retryAfterMs : outcome.kind === 'shut-out' ? SHUT_OUT_MS : undefined;

/** The outcome and the copy it is about in one transaction: each waits for the disk, and a withdrawal may wait for both. */
const recordOutcome = (round: Round, outcome: CycleOutcome, verified: Course['verified']): boolean =>
  note(round, (tx) => {
    const { world, provider } = round;
    const providerId = provider.id;
    const good = outcome.kind === 'stored' || outcome.kind === 'unchanged';
    const before = tx.local.providerProgress(providerId);
    const attempts = good ? 0 : (before?.attempts ?? 0) + 1;
    const failing = before?.failingSince ?? 0;
    const wait = backOff(world, attempts, notBefore(outcome));
    tx.local.putProviderProgress({
      providerId,
      lastOutcome: outcome,
      lastAttemptAt: world.now(),
      attempts,
      failingSince: good ? 0 : failing > 0 ? failing : world.now(),
      nextAt: good ? 0 : world.now() + wait,
      ...(isCopyGone(outcome) ? NOT_VERIFIED : verified),
      ...(verified === undefined ? {} : { weeks: withVerified(before?.weeks, world.now()) }),
    });
  });
