// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, isZero } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { EscrowStandingView, EscrowView } from '../../../shared/view-escrow.ts';
import { added, readSums } from '../cycle/sums.ts';
import { whatIsWanted } from './follow.ts';
import { isLongUnread, placeProgress, progressOf, saidOf, type EscrowProgress } from '../escrowed/progress.ts';
import { escrowRecord, type EscrowRecord, type RecordPlace } from '../escrowed/record.ts';
import { rehearsedHere } from '../escrowed/rehearsed.ts';
import { isOfSecret, mayFollow, secretNow, type EscrowParts } from './state.ts';

/** A person tells two wallets of theirs apart by so many signs of a random id. */
const ID_SIGNS = 8;

/** The escrow of this wallet as it stands; undefined while there is none. Nothing counts as stored that was not read back. */
export const escrowView = (parts: EscrowParts): EscrowView | undefined => {
  const { store } = parts;
  const record = escrowRecord(store);
  if (record === undefined || store.local.rootSecret() === undefined) return undefined;
  const progress = progressOf(store.local, record);
  const wanted = whatIsWanted(parts, record);
  const state = isOfSecret(store, record) ? secretNow(parts)?.state : undefined;
  const rehearsed = rehearsedHere(store.local, record);
  const places = record.places.map((place) => standing(parts, { record, progress, state }, place));
  return {
    walletId: record.name.slice(record.name.lastIndexOf('-') + 1).slice(0, ID_SIGNS),
    step: stepOf(record, progress, places, wanted),
    country: record.country,
    remembersPerson: record.remember,
    methods: record.methods.map(({ uuid, type, url, told }) => ({
      uuid,
      type,
      url,
      instructions: told,
      ...(rehearsed[uuid]?.at === undefined ? {} : { rehearsedAt: rehearsed[uuid].at }),
    })),
    needed: record.needed,
    places,
    agreed: added(
      readSums(record.agreed)
        .filter((sum) => !isZero(sum))
        .map(amountToText),
    ),
    said: wanted,
  };
};

const stepOf = (
  { methods }: EscrowRecord,
  progress: EscrowProgress | undefined,
  places: readonly EscrowStandingView[],
  wanted: readonly Said<'escrow'>[],
): EscrowView['step'] => {
  if (wanted.some(({ kind }) => kind === 'data-wanted' || kind === 'methods-wanted')) return 'wants-data';
  if (wanted.length === 0 && places.every(({ isCurrent }) => isCurrent)) return 'current';
  // Until every place has had it once, it is being set up; of what another device has set up nothing is made here yet.
  const isMade = (url: string): boolean => (placeProgress(progress, url)?.hash ?? '') !== '';
  const isNew =
    methods.some(({ stored }) => stored !== true) ||
    places.some(({ url, readAt }) => readAt === undefined && isMade(url));
  return isNew ? 'uploading' : 'behind';
};

type Standing = {
  readonly record: EscrowRecord;
  readonly progress: EscrowProgress | undefined;
  readonly state: string | undefined;
};

const standing = (
  parts: EscrowParts,
  { record, progress, state }: Standing,
  { url, paidUntil: documentUntil }: RecordPlace,
): EscrowStandingView => {
  const here = placeProgress(progress, url);
  const methods = record.methods.filter((each) => each.url === url);
  const missing = methods.filter(({ stored }) => stored !== true).length;
  const untils = [documentUntil, ...methods.map(({ paidUntil }) => paidUntil)].filter((each) => each !== undefined);
  const paidUntil = untils.length === 0 ? undefined : Math.min(...untils);
  const said = here && saidOf(here);
  const now = parts.world.now();
  const isRead = here?.read === true && state !== undefined && here.state === state && !isLongUnread(here, now);
  const { version, storedAt, readAt, endsAt } = here ?? {};
  return {
    url,
    isCurrent: isRead && missing === 0 && (paidUntil === undefined || paidUntil > now),
    ...(version === undefined ? {} : { version }),
    ...(storedAt === undefined ? {} : { storedAt }),
    ...(readAt === undefined ? {} : { readAt }),
    ...(paidUntil === undefined ? {} : { paidUntil }),
    ...(isPaid(record, url) ? {} : { isFree: true as const }),
    said: [
      ...(said === undefined ? [] : [said]),
      ...(missing === 0 ? [] : [{ kind: 'methods-missing' as const, facts: { count: missing } }]),
      ...(paidUntil !== undefined && isSoon(paidUntil - now) && isPaid(record, url)
        ? [{ kind: 'paid-ends' as const, facts: { until: paidUntil } }]
        : []),
      ...(paidUntil !== undefined && paidUntil <= now
        ? [{ kind: 'paid-over' as const, facts: { until: paidUntil } }]
        : []),
      ...(endsAt !== undefined && documentUntil !== undefined
        ? [{ kind: 'ends-early' as const, facts: { until: endsAt, paid: documentUntil } }]
        : []),
      ...(here !== undefined && here.attempts > 0 && here.nextAt > now && mayFollow(parts)
        ? [{ kind: 'waits' as const, facts: { until: here.nextAt } }]
        : []),
    ],
  };
};

/** A month before a paid year ends it is said that the next one is coming. */
const SOON_MS = 30 * 24 * 3600 * 1000;
const isSoon = (leftMs: number): boolean => leftMs > 0 && leftMs <= SOON_MS;

const isPaid = ({ places, methods }: EscrowRecord, at: string): boolean =>
  [...places, ...methods].some(({ url, order }) => url === at && order !== undefined);
