// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EscrowKeptView } from '../../../shared/view-escrow.ts';
import { anastasisAccountKey, anastasisUserId } from '../../taler/anastasis/crypto.ts';
import { readIdentity } from '../../taler/anastasis/identity.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { readSums } from '../cycle/sums.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { askable, type GoParts } from './go-place.ts';
import { newestOfOurs } from './look-for.ts';
import {
  forgetProgress,
  placeProgress,
  progressOf,
  putProgress,
  saidOf,
  type PlaceProgress,
} from '../escrowed/progress.ts';
import { keepPaid } from '../escrowed/paid-before.ts';
import { escrowRecord, forgetRecord, putRecord, type EscrowRecord } from '../escrowed/record.ts';
import type { EscrowUpdate } from './wishes.ts';

type UserIds = ReadonlyMap<string, Uint8Array>;

/** Writes down what a year may cost from now on; what asked because of its price, or for another payment, is listened to again. */
export const agreeAgain = ({ store, world }: GoParts, agreedFees: readonly string[]): void =>
  store.transaction((tx) => {
    const record = escrowRecord(tx);
    if (record === undefined) return;
    const agreed = readSums(agreedFees).map(amountToText);
    putRecord(tx, { ...record, agreed, agreedAt: world.now() });
    const progress = progressOf(tx.local, record);
    if (progress === undefined) return;
    putProgress(tx.local, {
      ...progress,
      agreed,
      places: progress.places.map((each) => ({
        ...each,
        attempts: 0,
        nextAt: 0,
        ...(asksForAnother(each) ? { again: true as const } : {}),
      })),
    });
  });

/** What is asked where agreeing once more means another payment within the year. */
const ANOTHER: ReadonlySet<string> = new Set(['paid-already', 'clock-differs', 'paid-unconfirmed', 'too-many-orders']);

const asksForAnother = (place: PlaceProgress): boolean => {
  const said = saidOf(place);
  return said?.kind === 'asks' && ANOTHER.has(said.facts.why.kind);
};

/** The round that the person waited for is over: a place that asks once more later asks the person again. */
export const endAgreement = ({ store }: Pick<GoParts, 'store'>): void =>
  store.transaction((tx) => {
    const progress = progressOf(tx.local, escrowRecord(tx));
    if (progress?.places.some(({ again }) => again === true) !== true) return;
    putProgress(tx.local, { ...progress, places: progress.places.map(({ again: _again, ...each }) => each) });
  });

/** Whoever comes with the same data as then, at each place; anybody else's is refused, and nothing is uploaded in their name. */
export const samePerson = async (
  parts: GoParts,
  record: EscrowRecord,
  { country = record.country, attributes = {} }: EscrowUpdate,
): Promise<Result<UserIds, BackupFailure>> => {
  const person = readIdentity(country, attributes);
  if (!person.ok) return err({ kind: 'escrow-attribute', name: person.error.name, why: person.error.why });
  const ids = new Map<string, Uint8Array>();
  for (const { url, salt } of record.places)
    ids.set(url, await anastasisUserId(parts.world, person.value.attributes, crockToBytes(salt, 16)));
  const progress = progressOf(parts.store.local, record);
  const known = record.places.flatMap(({ url, user }) => {
    const userId = ids.get(url) ?? new Uint8Array(0);
    if (user !== undefined) return [user === bytesToCrock(userId)];
    const here = placeProgress(progress, url);
    return here === undefined ? [] : [here.priv === bytesToCrock(anastasisAccountKey(userId))];
  });
  if (known.includes(false)) return err({ kind: 'escrow-other-person' });
  return known.length > 0 ? ok(ids) : askPlaces(parts, record, ids);
};

/** Nothing is known here after a restore: a place that gives back this wallet's document for this person proves it. */
const askPlaces = async (
  parts: GoParts,
  record: EscrowRecord,
  ids: UserIds,
): Promise<Result<UserIds, BackupFailure>> => {
  if (!askable(parts, record)) return err({ kind: 'escrow-unproven' });
  const answers = await Promise.all(
    record.places.map(async ({ url }) => {
      const got = await newestOfOurs(parts.world, record, { url, userId: ids.get(url) ?? new Uint8Array(0) });
      if (!got.ok) return 'silent';
      return got.value?.document.secretName === record.name ? 'same' : 'other';
    }),
  );
  if (answers.includes('same')) return ok(ids);
  return err({ kind: answers.includes('other') ? 'escrow-other-person' : 'escrow-unproven' });
};

/** Follows it no more; what lies at its places stays there, for nobody can take it back. */
export const forgetEscrow = ({ store }: Pick<GoParts, 'store'>): Result<readonly EscrowKeptView[], BackupFailure> => {
  const record = escrowRecord(store);
  if (record === undefined) return err({ kind: 'no-escrow' });
  store.transaction((tx) => {
    forgetProgress(tx.local, record);
    keepPaid(tx, record);
    forgetRecord(tx);
  });
  return ok(
    record.places.map(({ url, paidUntil }) => ({ url, ...(paidUntil === undefined ? {} : { until: paidUntil }) })),
  );
};
