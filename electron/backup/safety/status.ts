// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { BackupStatusView, ProviderView } from '../../../shared/view-backup.ts';
import type { Entry } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { placeOf, traitsOf } from '../providers/kinds.ts';
import { activeProviders, isFree, isUnread, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { isCopyGone, outcomeNotes, outcomeWord, type CycleOutcome } from '../cycle/outcome.ts';
import { agreedTotalView } from '../cycle/agreed-total.ts';
import { isFreeAhead } from '../cycle/announced.ts';
import { RENEWABLE_MS } from '../cycle/payment.ts';
import { LATEST_MS, LOOK_AGAIN_MS } from '../cycle/schedule.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { sizeNotes } from '../cycle/size.ts';
import { stripAt } from '../cycle/year-strip.ts';
import { placesCounting } from './counted.ts';
import type { SafetyFacts } from './facts.ts';
import { isYoung, judgeSafety } from './judge.ts';
import { lastDrill } from './last-drill.ts';
import { lastChange, outcomeNow, readSafety } from './read.ts';
import { sheetNow } from './sheet-now.ts';
import { splitsMade } from './splits.ts';
import { yearEnding, yearNotes } from './year.ts';

type StatusParts = { readonly world: World; readonly store: Store };

type Parts = {
  readonly world: World;
  readonly store: Store;
  readonly nextRoundAt: (providerId: string) => number | undefined;
  readonly isRunning?: (providerId: string) => boolean;
  /** as many places as are wanted have everything: what lacks it elsewhere is nothing to wait for */
  readonly isEnough?: boolean;
};

/** How each place in use stands. */
export const providerViews = (parts: Parts): readonly ProviderView[] => {
  const providers = activeProviders(parts.store);
  const whole = providers.filter(({ id }) => isUpToDate(parts.store, id)).length;
  const isEnough = whole >= wantedCopies(parts.store);
  return providers.map((entry) => providerView({ ...parts, isEnough }, entry));
};

/** How one provider stands: what it was last found to hold, and what it last said. */
export const providerView = (parts: Parts, entry: Entry<'provider'>): ProviderView => {
  const { id, value } = entry;
  const progress = parts.store.local.providerProgress(id);
  const now = parts.world.now();
  const traits = traitsOf(value.provider_kind);
  const place = placeOf(value.provider_kind, id, waysTo(parts.store, id));
  const outcome: CycleOutcome | undefined =
    traits.needsNewer === true ? { kind: 'needs-newer' } : outcomeNow(parts, id);
  const paidUntil = value.paid_until === undefined ? undefined : timestampToMs(value.paid_until);
  const nextRoundAt = traits.needsNewer === true ? undefined : parts.nextRoundAt(id);
  const notes = [
    ...(outcome ? outcomeNotes(outcome) : []),
    ...(paidUntil === undefined || isFreeAhead(parts.store, id, value)
      ? []
      : yearNotes({ store: parts.store, now }, entry, paidUntil, outcome)),
    ...(outcome?.kind === 'too-large' ? [] : sizeNotes(parts.store, entry)),
  ];
  return {
    id,
    name: value.name,
    ...traits,
    ...(place === undefined ? {} : { place }),
    ...(value.annual_fee === undefined ? {} : { annualFee: value.annual_fee }),
    ...agreedTotalView(value),
    ...(paidUntil === undefined || !Number.isFinite(paidUntil) ? {} : { paidUntil }),
    ...(progress?.verifiedAt === undefined
      ? {}
      : { verifiedAt: progress.verifiedAt, verifiedAgo: Math.max(0, now - progress.verifiedAt) }),
    ...(paidUntil !== undefined && !isFree(value) && paidUntil - now <= RENEWABLE_MS
      ? { renewable: true as const }
      : {}),
    ...(isUnread(parts.store, id) ? { unread: true as const } : {}),
    ...(outcome !== undefined && isCopyGone(outcome) ? { gone: true as const } : {}),
    upToDate: isUpToDate(parts.store, id),
    ...(isSaving(parts, id) ? { saving: true } : {}),
    ...(parts.isRunning?.(id) === true ? { running: true as const } : {}),
    ...(nextRoundAt === undefined ? {} : { nextRoundAt }),
    ...(isFollowing(parts, id, nextRoundAt) ? { follows: true as const } : {}),
    weeks: stripAt(progress?.weeks, now),
    lastOutcome: outcome === undefined ? 'never-tried' : outcomeWord(outcome),
    ...(notes.length === 0 ? {} : { notes }),
  };
};

/** A change that is on its way there, with nothing in its way: that is no news. */
const isSaving = ({ world, store }: StatusParts, id: string): boolean => {
  const { verifiedAt, failingSince = 0 } = store.local.providerProgress(id) ?? {};
  const changedAt = lastChange(store);
  return (
    verifiedAt !== undefined &&
    failingSince === 0 &&
    changedAt !== undefined &&
    !isUpToDate(store, id) &&
    isYoung({ now: world.now(), changedAt })
  );
};

/** Every place is looked at daily; what was not read for longer is more than one change behind. */
const LATELY_MS = 2 * LOOK_AGAIN_MS;

/** The last change goes there at a time of its own, which is planned, and is in enough copies meanwhile. */
const isFollowing = (
  { world, store, isEnough }: Parts,
  id: string,
  nextRoundAt = Number.POSITIVE_INFINITY,
): boolean => {
  const { verifiedAt, failingSince = 0 } = store.local.providerProgress(id) ?? {};
  return (
    isEnough === true &&
    verifiedAt !== undefined &&
    Math.abs(world.now() - verifiedAt) < LATELY_MS &&
    failingSince === 0 &&
    nextRoundAt - world.now() <= LATEST_MS &&
    !isUpToDate(store, id)
  );
};

/** The state of the backup: how safe the money is, and what that is made of. */
export const backupStatus = (parts: StatusParts): BackupStatusView => {
  const { store } = parts;
  const facts = readSafety(parts);
  const providers = activeProviders(store);
  const copies = providers.flatMap(({ id }) => verifiedCopy(store, id) ?? []);
  const verifiedAt = Math.max(...copies.map((copy) => copy.at), 0);
  const splits = splitsMade(store);
  const changedAt = lastChange(store);
  const standing = standingOf(store.entries('device'), store.deviceId());
  return {
    state: store.local.rootSecret() === undefined ? 'uninitialized' : 'initialized',
    safety: judgeSafety(facts),
    ...(standing === 'active' ? {} : { standing }),
    ...(verifiedAt > 0 ? { verifiedAt } : {}),
    providersUpToDate: providers.filter(({ id }) => isUpToDate(store, id)).length,
    providersTotal: providers.length,
    ...counting(facts, providers.length),
    copiesWanted: wantedCopies(store),
    ...(facts.paper === undefined ? {} : { sheetTestedAt: facts.paper.testedAt }),
    ...drilled(store),
    ...(facts.sheetShown ? { sheetShown: true as const } : {}),
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(facts.paper === undefined ? {} : { sheetSays: sheetNow(store, facts), sheetNames: [...facts.paper.places] }),
    ...(facts.escrow === undefined
      ? {}
      : { escrowTestedAt: facts.escrow.testedAt, escrowNames: [...facts.escrow.places] }),
    ...yearEnding(facts),
    ...(splits.length === 0 ? {} : { splits }),
  };
};

const counting = (facts: SafetyFacts, total: number): Pick<BackupStatusView, 'providersCounting'> => {
  const places = placesCounting(facts);
  return places === total || facts.places.every(({ copy }) => copy === undefined) ? {} : { providersCounting: places };
};

/** What came of the last drill, without what only the state of safety is made of. */
const drilled = (store: Store): Pick<BackupStatusView, 'drill'> => {
  const last = lastDrill(store);
  if (last === undefined) return {};
  const { lostAt: _ids, doubts: _doubts, ...drill } = last;
  return { drill };
};
