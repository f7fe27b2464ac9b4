// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import { isLongUnread, progressOf, saidOf, type EscrowProgress } from '../escrowed/progress.ts';
import {
  escrowRecord,
  isNewerRecord,
  paidOf,
  type EscrowRecord,
  type Paid,
  type RecordMethod,
} from '../escrowed/record.ts';
import { rehearsalsOf } from '../escrowed/rehearsed.ts';
import type { SafetyFacts } from './facts.ts';
import { markOf } from './paper-mark.ts';

/**
 * What an escrow counts for: as much as a sheet that was read back, once its document was read back at a place, enough of its methods
 * are stored and paid for where somebody answers, and of every combination that can be tried one way was.
 */
export const escrowFacts = (
  store: Store,
  now: number,
): Pick<SafetyFacts, 'escrow' | 'escrowLacks' | 'escrowAsks' | 'escrowNewer'> => {
  const [record, root] = [escrowRecord(store), store.local.rootSecret()];
  if (root !== undefined && isNewerRecord(store)) return { escrowNewer: true };
  if (record === undefined || root === undefined) return {};
  const places = record.of === markOf(root) ? placesNamed(record, progressOf(store.local, record), now) : undefined;
  if (places === undefined) return { escrowLacks: 0 };
  const { lacking, oldest } = rehearsalsOf(store.local, record);
  // Ways that cannot be tried show nothing, and nothing is to be done about it.
  if (lacking === undefined) return {};
  return lacking > 0 || oldest === undefined
    ? { escrowLacks: Math.max(1, lacking) }
    : { escrow: { testedAt: oldest, places }, escrowAsks: asksOf(progressOf(store.local, record)) };
};

/** Without an answer the next year is not paid, and then nobody has to keep it. */
const asksOf = (progress: EscrowProgress | undefined): NonNullable<SafetyFacts['escrowAsks']> =>
  (progress?.places ?? []).flatMap((place) => {
    const said = saidOf(place);
    return said?.kind === 'asks' ? [{ name: new URL(place.url).host, asks: said }] : [];
  });

/** The places for copies that whoever recovers is led to; undefined while not enough is stored to recover. */
const placesNamed = (
  record: EscrowRecord,
  progress: EscrowProgress | undefined,
  now: number,
): ReadonlySet<string> | undefined => {
  const isPaid = ({ paidUntil = now }: Paid): boolean => paidUntil >= now;
  const answering = (progress?.places ?? []).filter((place) => !isLongUnread(place, now));
  const isThere = (method: RecordMethod): boolean =>
    method.stored === true && isPaid(method) && answering.some(({ url }) => url === method.url);
  if (record.methods.filter(isThere).length < record.needed) return undefined;
  const kept = answering.filter(({ url }) => isPaid(paidOf(record, { url })));
  // Whoever searches finds the newest, wherever it lies.
  if (kept.some(({ read, state }) => read === true && state === progress?.state)) return new Set(progress?.names);
  const named = kept.flatMap((place) => place.named ?? []);
  return kept.some((place) => place.named !== undefined) ? new Set(named) : undefined;
};
