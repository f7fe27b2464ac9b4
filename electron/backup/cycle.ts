// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { contentToJson } from '../state/content.ts';
import type { LocalWriter } from '../storage/local.ts';
import type { ProviderProgress } from '../storage/provider-progress.ts';
import { headFromText, headOf, headToText, isOlder, type Head } from './head.ts';
import { isCopyGone, outcomeNote, type CycleOutcome, type Found } from './outcome.ts';
import { blobHash, packEntries, sameBytes, unpackBlob } from './pack.ts';
import { notePaidUntil, payProvider, type PayingParts } from './payment.ts';
import type { Provider, ProviderTrouble } from './provider.ts';
import { summarize } from './risk.ts';
import type { AccountKeys } from './root-secret.ts';
import { backOff } from './schedule.ts';
import type { Sealer } from './sealer.ts';
import { sizeClassFor } from './blob.ts';

export type CycleParts = PayingParts & { readonly sealer: Sealer };

/** sync §4: two devices could answer each other for ever; after so many joins in one cycle the rest waits for the next. */
const MAX_ROUNDS = 3;
/** One pending order, one fresh one: a provider that keeps asking gets no third try in this cycle. */
const MAX_ORDERS = 2;

/**
 * One round with one provider: pack, upload, join what another device left there, pay within the agreed price, download again and
 * compare. Only then the copy counts as verified. Whatever happens, the outcome and the time of the next try are written down.
 */
export const runCycle = async (parts: CycleParts, provider: Provider, keys: AccountKeys): Promise<CycleOutcome> => {
  const outcome = await cycle({ ...parts, provider, keys });
  recordOutcome(parts, provider.id, outcome);
  return outcome;
};

type Round = CycleParts & { readonly provider: Provider; readonly keys: AccountKeys };
/** The blob to send, what is in it, and the store revision it holds. */
type Outgoing = {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly revision: number;
  readonly head: Head;
  readonly summary: readonly string[];
};

const cycle = async (round: Round): Promise<CycleOutcome> => {
  const { store, provider } = round;
  notePaidUntil(store, provider.id);
  let replaces = progressOf(round).lastHash;
  const joined: string[] = replaces === undefined ? [] : [replaces];
  let found: Found = 'nothing';
  let paidOrder: string | undefined;
  let freshOrder = false;
  let joins = 0;
  let orders = 0;
  let restarts = 0;
  for (;;) {
    const outgoing = await outgoingBlob(round);
    if (!outgoing.ok) return outgoing.error;
    const answer = await provider.store({
      bytes: outgoing.value.bytes,
      replaces,
      joined,
      ...(paidOrder === undefined ? {} : { paidOrder }),
      ...(freshOrder ? { freshOrder } : {}),
    });
    if (!answer.ok) return fromTrouble(answer.error);
    switch (answer.value.kind) {
      case 'stored':
      case 'unchanged': {
        noteStored(round, outgoing.value);
        const verified = await verify(round, outgoing.value, answer.value.kind, found);
        if (verified.kind !== 'joined') return verified;
        // Another device wrote between our upload and our look at it.
        if (++joins > MAX_ROUNDS) return { kind: 'conflict' };
        replaces = verified.hash;
        joined.push(verified.hash);
        break;
      }
      case 'conflict': {
        if (++joins > MAX_ROUNDS) return { kind: 'conflict' };
        const theirs = await joinTheirs(round, answer.value.bytes);
        if (!theirs.ok) return theirs.error;
        if (theirs.value.older) found = 'old-copy';
        replaces = answer.value.hash;
        joined.push(answer.value.hash);
        break;
      }
      case 'payment-required': {
        if (replaces !== undefined && paidOrder === undefined) {
          // An unknown account is asked to pay; so is a known one by a greedy provider. Only the first has lost something.
          const there = await provider.fetch();
          if (there.ok && there.value.kind !== 'blob') found = 'lost-our-backup';
        }
        if (++orders > MAX_ORDERS) return { kind: 'misbehaved', why: 'it asks for payment again and again' };
        const paid = await payProvider(round, provider, answer.value.payUri);
        if (paid.ok) {
          if (paid.value === paidOrder) return { kind: 'misbehaved', why: 'it asks again for an order that is paid' };
          paidOrder = paid.value;
          freshOrder = false;
        } else if (paid.error.kind === 'order-claimed') {
          freshOrder = true;
        } else {
          return found === 'lost-our-backup' ? { kind: found, why: outcomeNote(paid.error) ?? '' } : paid.error;
        }
        break;
      }
      case 'previous-unknown': {
        if (++restarts > 1) return { kind: 'misbehaved', why: 'it contradicts itself about what it holds' };
        const there = await provider.fetch();
        if (!there.ok) return fromTrouble(there.error);
        if (there.value.kind === 'blob') {
          const theirs = await joinTheirs(round, there.value.bytes);
          if (!theirs.ok) return theirs.error;
          replaces = there.value.hash;
          joined.push(there.value.hash);
        } else {
          found = 'lost-our-backup';
          replaces = undefined;
        }
        break;
      }
      case 'too-large':
        return { kind: 'too-large' };
    }
  }
};

/** The bytes to send: the stored ones while nothing has changed since they were sealed (the provider learns nothing), else newly sealed. */
const outgoingBlob = async (round: Round): Promise<Result<Outgoing, CycleOutcome>> => {
  const { store, keys } = round;
  const { sealed, sealedRevision, sizeClass } = progressOf(round);
  // Both in one go, with no wait between: the revision belongs to exactly these entries.
  const revision = store.revision();
  const entries = store.snapshot();
  const facts = { revision, head: headOf(entries), summary: summarize(entries) };
  if (sealed && sealedRevision === revision) return ok({ ...facts, bytes: sealed, hash: blobHash(sealed) });
  const packed = await packEntries(round, keys, entries, sizeClass ?? 0);
  if (!packed.ok) return err({ kind: 'too-large' });
  // Written before it is sent: after a crash the same bytes go out again and the provider says "unchanged".
  keepSealed(round, packed.value.bytes, revision, packed.value.sizeClass);
  return ok({ ...facts, bytes: packed.value.bytes, hash: blobHash(packed.value.bytes) });
};

/** Opens what is there and joins it into the wallet. If that makes us equal to it, its bytes become ours: two devices come to rest. */
const joinTheirs = async (
  round: Round,
  bytes: Uint8Array,
): Promise<Result<{ readonly older: boolean }, CycleOutcome>> => {
  const { store, keys, sealer } = round;
  const theirs = await unpackBlob(sealer, keys, bytes);
  if (!theirs.ok) return err(unusable(theirs.error));
  const stored = storedHead(round);
  const older = stored !== undefined && isOlder(headOf(theirs.value.entries), stored);
  const { sizeClass } = progressOf(round);
  store.transaction((tx) => {
    tx.join(theirs.value.entries);
    tx.local.putProviderProgress({
      providerId: round.provider.id,
      lastHash: blobHash(bytes),
      sizeClass: Math.max(sizeClass ?? 0, sizeOf(bytes)),
    });
  });
  const revision = store.revision();
  if (contentToJson(store.snapshot()) === theirs.value.json) keepSealed(round, bytes, revision, sizeOf(bytes));
  return ok({ older });
};

type Verified = CycleOutcome | { readonly kind: 'joined'; readonly hash: string };

/** "Stored" is not "restorable": the copy is downloaded and compared before it counts. */
const verify = async (
  round: Round,
  outgoing: Outgoing,
  said: 'stored' | 'unchanged',
  found: Found,
): Promise<Verified> => {
  const there = await round.provider.fetch();
  if (!there.ok)
    return there.error.kind === 'silent' ? { ...fromSilent(there.error), stored: true } : fromTrouble(there.error);
  if (there.value.kind !== 'blob')
    return { kind: 'misbehaved', why: 'it confirmed the backup and does not have it', gone: true };
  if (sameBytes(there.value.bytes, outgoing.bytes)) {
    round.store.transaction((tx) =>
      tx.local.putProviderProgress({
        providerId: round.provider.id,
        verifiedAt: round.world.now(),
        verifiedRevision: outgoing.revision,
        verifiedSummary: outgoing.summary,
      }),
    );
    return { kind: said, found };
  }
  const theirs = await joinTheirs(round, there.value.bytes);
  if (!theirs.ok) return theirs.error;
  if (theirs.value.older) return { kind: 'old-copy' };
  return { kind: 'joined', hash: there.value.hash };
};

const unusable = (
  failure: Extract<Awaited<ReturnType<typeof unpackBlob>>, { readonly ok: false }>['error'],
): CycleOutcome => {
  switch (failure.kind) {
    case 'newer-format':
      return { kind: 'newer-format', version: failure.version };
    case 'newer-content':
      return { kind: 'newer-format', version: Math.max(failure.format, failure.coinScheme) };
    case 'legacy-format':
      return { kind: 'legacy-format' };
    case 'not-authentic':
      return { kind: 'foreign-or-damaged', why: 'it is damaged or was not sealed by this wallet' };
    case 'too-large-unpacked':
      return { kind: 'foreign-or-damaged', why: 'it unpacks to more than it may' };
    case 'malformed-content':
      return { kind: 'foreign-or-damaged', why: failure.why };
  }
};

const fromTrouble = (trouble: ProviderTrouble): CycleOutcome => {
  switch (trouble.kind) {
    case 'silent':
      return fromSilent(trouble);
    case 'damaged':
      return { kind: 'foreign-or-damaged', why: trouble.why };
    case 'closing':
      return { kind: 'asks', why: { kind: 'closing' } };
    case 'misbehaved':
    case 'refused':
      return { kind: 'misbehaved', why: trouble.why };
  }
};

const fromSilent = ({
  why,
  retryAfterMs,
}: Extract<ProviderTrouble, { readonly kind: 'silent' }>): Extract<CycleOutcome, { readonly kind: 'unreachable' }> => ({
  kind: 'unreachable',
  why,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

const progressOf = ({ store, provider }: Round): ProviderProgress =>
  store.local.providerProgress(provider.id) ?? { providerId: provider.id };

const keepSealed = ({ store, provider }: Round, sealed: Uint8Array, sealedRevision: number, sizeClass: number): void =>
  store.transaction((tx) =>
    tx.local.putProviderProgress({ providerId: provider.id, sealed, sealedRevision, sizeClass }),
  );

const storedHeadKey = (providerId: string): string => `stored-head ${providerId}`;

const storedHead = ({ store, provider }: Round): Head | undefined =>
  headFromText(store.local.meta(storedHeadKey(provider.id)));

const noteStored = ({ store, provider }: Round, outgoing: Outgoing): void =>
  store.transaction((tx) => {
    tx.local.putProviderProgress({ providerId: provider.id, lastHash: outgoing.hash });
    noteStoredHead(tx.local, provider.id, outgoing.head);
  });

/** Remembers how far the copy has come that a provider holds; an older one is noticed by it. */
export const noteStoredHead = (local: Pick<LocalWriter, 'setMeta'>, providerId: string, head: Head): void =>
  local.setMeta(storedHeadKey(providerId), headToText(head));

/** The size class another device chose for these bytes: ours may not be smaller next time. */
const sizeOf = (bytes: Uint8Array): number => sizeClassFor(bytes.length - FRAME_BYTES);
/** magic, nonce and tag around the padded plaintext */
const FRAME_BYTES = 48;

/** Revisions count from 0, so this one never comes. */
const NOT_VERIFIED = { verifiedRevision: -1, verifiedSummary: [] } as const;

const recordOutcome = ({ store, world }: CycleParts, providerId: string, outcome: CycleOutcome): void =>
  store.transaction((tx) => {
    const good = outcome.kind === 'stored' || outcome.kind === 'unchanged';
    const attempts = good ? 0 : (tx.local.providerProgress(providerId)?.attempts ?? 0) + 1;
    tx.local.putProviderProgress({
      providerId,
      lastOutcome: outcome,
      lastAttemptAt: world.now(),
      attempts,
      ...(isCopyGone(outcome) ? NOT_VERIFIED : {}),
      nextAt: good
        ? 0
        : world.now() + backOff(world, attempts, outcome.kind === 'unreachable' ? outcome.retryAfterMs : undefined),
    });
  });
