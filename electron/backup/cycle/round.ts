// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { contentOfTexts } from '../../state/content.ts';
import { privacyOf } from '../../state/privacy.ts';
import { standingOf } from '../../state/standing.ts';
import type { LocalWriter } from '../../storage/local.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import type { ProviderProgress } from '../../storage/tables/provider-progress.ts';
import { sizeOf } from '../copies/blob.ts';
import { becomeActive } from '../devices/devices.ts';
import { headOf, isOlder, type Head } from '../copies/head.ts';
import type { CycleOutcome } from './outcome.ts';
import { headsToTell, hearHeads, knownHead, readHeads, seeHead, withHeads } from '../copies/heads.ts';
import { notChosenToTell, toldIn } from '../copies/not-chosen.ts';
import { isWrittenByClone, noteOwnClock } from '../copies/own-clocks.ts';
import { blobHash, packJson, sameBytes, unpackBlob } from '../copies/pack.ts';
import { heedTakenBack } from '../copies/taken-back.ts';
import type { OutgoingContent } from '../copies/outgoing-content.ts';
import { keepWithinCopy, namedHere } from './named-in-copies.ts';
import { forgetOrder, type PayingParts } from './payment.ts';
import { waysTo } from '../providers/known.ts';
import type { Provider } from '../providers/provider.ts';
import { blobKey, type AccountKeys } from '../root-secret.ts';
import { heedPlay, isRealThere } from '../../wallet/unmixed.ts';
import type { Sealer } from '../copies/sealer.ts';

export type CycleParts = PayingParts & {
  /** how other devices call this one */ readonly deviceName?: string;
  readonly sealer: Sealer;
  /** what is to be stored now */ readonly content: () => OutgoingContent;
  /** the wallet is being closed: requests end, nothing more is written */ readonly closing: AbortSignal;
};
/** One cycle's surroundings: the wallet, one provider, our account there. */
export type Round = CycleParts & { readonly provider: Provider; readonly keys: AccountKeys };
/** The blob to send, what is in it, and the store revision it holds. */
export type Outgoing = {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly revision: number;
  readonly head: Head;
  readonly summary: readonly string[];
};

/** The outcome of a round whose provider was removed, or whose wallet was left, while it ran: nothing of it is written down. */
export const NOT_OURS: CycleOutcome = { kind: 'not-ours' };

/** Whether the round still is this wallet's: its provider may have been removed meanwhile, or the wallet left and another one begun. */
export const isOurs = ({ entry, local }: Pick<Reader, 'entry' | 'local'>, { provider, keys }: Round): boolean => {
  const root = local.rootSecret();
  const isSameWallet = root !== undefined && sameBytes(openSecret(blobKey(root)), openSecret(keys.blobKey));
  return isSameWallet && entry('provider', provider.id)?.value.removed === false;
};

/** Writes down what a round has found out, while it is this wallet's; false when it is not. */
export const note = (round: Round, work: (tx: Tx) => void): boolean =>
  round.store.transaction((tx) => {
    if (!isOurs(tx, round)) return false;
    work(tx);
    return true;
  });

/**
 * The bytes to send: the stored ones while nothing has changed since they were sealed (the provider learns nothing), else newly
 * sealed. `again` seals anew although nothing changed, for a renewal that needs other bytes than the provider has.
 */
export const outgoingBlob = async (round: Round, again: boolean): Promise<Result<Outgoing, CycleOutcome>> => {
  const { store, keys } = round;
  const { sealedRevision, sizeClass, lastHash } = progressOf(round);
  const { json, ...facts } = round.content();
  const sealed = sealedRevision === facts.revision ? store.local.sealedBlob(round.provider.id) : undefined;
  if (sealed) {
    const hash = blobHash(sealed);
    if (!again || hash !== lastHash) return ok({ ...facts, bytes: sealed, hash });
  }
  const packed = await packJson(
    round,
    keys,
    withHeads(json, headsToTell(store), notChosenToTell(store.local)),
    Math.max(sizeClass ?? 0, leastClass(round)),
  );
  if (!packed.ok) {
    note(round, (tx) => tx.local.putProviderProgress({ providerId: round.provider.id, contentBytes: json.length }));
    return err({ kind: 'too-large' });
  }
  // The sealed bytes are kept before they are sent: after a crash the same ones go out again and the provider says "unchanged".
  const size = { sizeClass: packed.value.sizeClass, usedBytes: packed.value.used, contentBytes: json.length };
  keepSealed(round, packed.value.bytes, facts.revision, size, facts.head);
  return ok({ ...facts, bytes: packed.value.bytes, hash: blobHash(packed.value.bytes) });
};

/**
 * Opens what is there and joins it into the wallet. If that makes us equal to it, its bytes become ours: two devices come to rest.
 * What a copied data directory wrote under our device id makes us a new device with an epoch above it. A wallet that plays joins no real
 * money: that copy stays as it is, and whoever put it there goes on storing.
 */
export const joinTheirs = async (
  round: Round,
  bytes: Uint8Array,
): Promise<Result<{ readonly older: boolean }, CycleOutcome>> => {
  const { store, keys, sealer } = round;
  const theirs = await unpackBlob(sealer, keys, bytes);
  if (!theirs.ok) return err(unusable(theirs.error));
  const known = knownHead(store.local, round.provider.id);
  const older = known !== undefined && isOlder(headOf(theirs.value.entries), known);
  const { sizeClass } = progressOf(round);
  let isReal = false;
  const noted = note(round, (tx) => {
    isReal = isRealThere(tx, theirs.value.entries);
    if (isReal) return;
    const cloned = isWrittenByClone(tx.local, tx.deviceId(), theirs.value.entries);
    const here = namedHere(tx);
    const copy = { ...theirs.value, told: [toldIn(theirs.value)] };
    const from = { url: round.provider.id, ways: waysTo(tx, round.provider.id), copy };
    tx.join(theirs.value.entries);
    heedPlay(tx);
    heedTakenBack(tx);
    keepWithinCopy(tx, from, here);
    seeHead(tx.local, round.provider.id, headOf(theirs.value.entries));
    hearHeads(tx, readHeads(theirs.value.heads, round.world.now()));
    if (cloned && standingOf(tx.entries('device'), tx.deviceId()) === 'active') becomeActive(tx, round);
    tx.local.putProviderProgress({
      providerId: round.provider.id,
      lastHash: blobHash(bytes),
      sizeClass: Math.max(sizeClass ?? 0, sizeOf(bytes)),
    });
  });
  if (!noted) return err(NOT_OURS);
  if (isReal) return err({ kind: 'real-money-there' });
  const revision = store.revision();
  if (contentOfTexts(store.texts()) === theirs.value.json)
    keepSealed(round, bytes, revision, { sizeClass: sizeOf(bytes) }, headOf(theirs.value.entries));
  return ok({ older });
};

const MIB = 1024 * 1024;

/** A quiet wallet's copies are a MiB from the first, so that none tells by its size how much has happened; where a place takes that. */
const leastClass = ({ store, provider }: Round): number => {
  const limit = store.entry('provider', provider.id)?.value.storage_limit_mb ?? 0;
  return privacyOf(store).level === 'quiet' && (limit === 0 || limit > 1) ? MIB : 0;
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
      return { kind: 'foreign-or-damaged', why: { kind: 'sealed-by-other', facts: {} } };
    case 'too-large-unpacked':
      return { kind: 'foreign-or-damaged', why: { kind: 'unpacks-too-large', facts: {} } };
    case 'malformed-content':
      return { kind: 'foreign-or-damaged', why: { kind: 'unreadable', facts: { detail: quoted(failure.why) } } };
  }
};

export const progressOf = ({ store, provider }: Round): ProviderProgress =>
  store.local.providerProgress(provider.id) ?? { providerId: provider.id };

const keepSealed = (
  round: Round,
  sealed: Uint8Array,
  sealedRevision: number,
  size: Pick<ProviderProgress, 'sizeClass' | 'usedBytes' | 'contentBytes'>,
  { devices }: Head,
): boolean =>
  note(round, (tx) => {
    const { provider } = round;
    noteOwnClock(tx.local, tx.deviceId(), devices[tx.deviceId()]);
    tx.local.putSealedBlob(provider.id, sealed);
    tx.local.putProviderProgress({ providerId: provider.id, sealedRevision, ...size });
  });

/**
 * Whether a place must hold another version than the one that we stored there last: another device has told that it stored something
 * later. A place that takes our next copy as if nothing had been there since shows its devices different states.
 */
export const mustHoldAnother = ({ store, provider }: Round): boolean => {
  const stored = store.local.markOf('stored-head', provider.id);
  const heard = store.local.markOf('heard-head', provider.id);
  return provider.isOneForAll === true && stored !== undefined && heard !== undefined && isOlder(stored, heard);
};

/** Writes down what the provider has confirmed, only now: the hash it will be asked to replace, and that its order is settled. */
export const noteStored = (round: Round, outgoing: Outgoing): boolean =>
  note(round, (tx) => {
    const { provider } = round;
    tx.local.putProviderProgress({ providerId: provider.id, lastHash: outgoing.hash });
    noteStoredHead(tx.local, provider.id, outgoing.head);
    forgetOrder(tx.local, provider.id);
    tx.local.setMarkOf('refused-size', provider.id, undefined);
  });

/** Remembers how far the copy has come that a provider holds; an older one is noticed by it. */
export const noteStoredHead = (local: Pick<LocalWriter, 'setMarkOf'>, providerId: string, head: Head): void => {
  local.setMarkOf('stored-head', providerId, { clock: head.clock, devices: { ...head.devices } });
  // What was told before is in this copy, or lost at this place, and then that has been said.
  local.setMarkOf('heard-head', providerId, undefined);
};

export const forgetStoredHead = (local: Pick<LocalWriter, 'setMarkOf'>, providerId: string): void => {
  local.setMarkOf('stored-head', providerId, undefined);
  local.setMarkOf('heard-head', providerId, undefined);
};
