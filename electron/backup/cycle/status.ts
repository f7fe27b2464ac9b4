// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { BackupStatusView, ProviderView } from '../../../shared/view-backup.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { Store } from '../../storage/store.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { World } from '../../world.ts';
import { placeOf, traitsOf } from '../providers/kinds.ts';
import { activeProviders, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { outcomeNotes, outcomeWord, type CycleOutcome } from './outcome.ts';
import { readOutcome } from './read-outcome.ts';
import { wantedCopies } from './quorum.ts';
import { moneyAtRisk } from '../copies/risk.ts';

type Parts = {
  readonly world: World;
  readonly store: Store;
  readonly nextRoundAt: (providerId: string) => number | undefined;
};

/** A month of warning before a paid year ends; afterwards the provider may delete the backup without a word (sync "Expiry"). */
const WARN_BEFORE_MS = 30 * 24 * 3600 * 1000;

/** How one provider stands: what it was last found to hold, and what it last said. */
export const providerView = (parts: Parts, { id, value }: Entry<'provider'>): ProviderView => {
  const progress = parts.store.local.providerProgress(id);
  const traits = traitsOf(value.provider_kind);
  const place = placeOf(value.provider_kind, id, waysTo(parts.store, id));
  const outcome: CycleOutcome | undefined =
    traits.needsNewer === true ? { kind: 'needs-newer' } : readOutcome(progress?.lastOutcome);
  const paidUntil = value.paid_until === undefined ? undefined : timestampToMs(value.paid_until);
  const nextRoundAt = traits.needsNewer === true ? undefined : parts.nextRoundAt(id);
  const notes = [
    ...(outcome ? outcomeNotes(outcome) : []),
    ...(paidUntil === undefined ? [] : paidNotes(paidUntil, parts.world.now())),
  ];
  return {
    id,
    name: value.name,
    ...traits,
    ...(place === undefined ? {} : { place }),
    ...(value.annual_fee === undefined ? {} : { annualFee: value.annual_fee }),
    ...(value.max_fee === undefined ? {} : { maxFee: value.max_fee }),
    ...(paidUntil === undefined || !Number.isFinite(paidUntil) ? {} : { paidUntil }),
    ...(progress?.verifiedAt === undefined ? {} : { verifiedAt: progress.verifiedAt }),
    upToDate: isUpToDate(parts.store, id),
    ...(nextRoundAt === undefined ? {} : { nextRoundAt }),
    lastOutcome: outcome === undefined ? 'never-tried' : outcomeWord(outcome),
    ...(notes.length === 0 ? {} : { notes }),
  };
};

/** The state of the backup, with the money that would be lost if this disk died now. */
export const backupStatus = ({ store }: Pick<Parts, 'store'>): BackupStatusView => {
  const initialized = store.local.rootSecret() !== undefined;
  const providers = activeProviders(store);
  const copies = providers.flatMap(({ id }) => verifiedCopy(store, id) ?? []);
  const atRisk = moneyAtRisk(store, new Set(copies.flatMap(({ sources }) => sources)));
  const upToDate = providers.filter(({ id }) => isUpToDate(store, id)).length;
  const verifiedAt = Math.max(...copies.map((copy) => copy.at), 0);
  const complete = providers.flatMap(({ id }) => (isUpToDate(store, id) ? (verifiedCopy(store, id) ?? []) : []));
  /** of the copies that are called complete, the one that was looked at longest ago */
  const seenAt = complete.length === 0 ? verifiedAt : Math.min(...complete.map((copy) => copy.at));
  const standing = standingOf(store.entries('device'), store.deviceId());
  const waits = store.entries('withdrawal').some(({ value }) => waitsForCopy(value));
  const level = copies.length === 0 ? 'unprotected' : upToDate === providers.length ? 'protected' : 'partly';
  return {
    state: initialized ? 'initialized' : 'uninitialized',
    said:
      standing === 'active'
        ? safety({ initialized, total: providers.length, upToDate, verifiedAt, seenAt, lost: atRisk, waits })
        : [{ kind: 'stands-still', facts: { standing: explainStanding(standing, !initialized) } }],
    ...(standing === 'active' ? {} : { standing }),
    level,
    atRisk,
    ...(verifiedAt > 0 ? { verifiedAt } : {}),
    providersUpToDate: upToDate,
    providersTotal: providers.length,
    copiesWanted: wantedCopies(store),
  };
};

type Facts = {
  readonly initialized: boolean;
  readonly total: number;
  readonly upToDate: number;
  readonly verifiedAt: number;
  /** when all that hold everything had been looked at */ readonly seenAt: number;
  readonly lost: readonly string[];
  /** money stays at the exchange until its seeds are stored */ readonly waits: boolean;
};

const safety = ({
  initialized,
  total,
  upToDate,
  verifiedAt,
  seenAt,
  lost,
  waits,
}: Facts): readonly Said<'safety'>[] => {
  const lossOf = lost.length === 0 ? {} : { lost };
  if (!initialized || total === 0)
    return [{ kind: 'not-set-up', facts: lossOf }, ...(waits ? [{ kind: 'waits-for-place' as const, facts: {} }] : [])];
  if (verifiedAt === 0)
    return [{ kind: 'no-copy', facts: lossOf }, ...(waits ? [{ kind: 'waits-for-copy' as const, facts: {} }] : [])];
  if (upToDate === total) return [{ kind: 'complete', facts: { places: total, at: seenAt } }];
  if (lost.length > 0) return [{ kind: 'at-risk', facts: { lost, at: verifiedAt } }];
  if (upToDate > 0) return [{ kind: 'some', facts: { places: upToDate, of: total, at: seenAt } }];
  return [{ kind: 'money-only', facts: { at: verifiedAt } }];
};

const waitsForCopy = ({ status, without_backup, batches }: Withdrawal): boolean =>
  status === 'withdrawing' &&
  without_backup !== true &&
  Object.values(batches).some((batch) => batch.status === 'planned' && batch.bootstrap !== true);

const paidNotes = (until: number, now: number): readonly Said<'placeNote'>[] => {
  if (!Number.isFinite(until)) return [];
  if (until <= now) return [{ kind: 'year-over', facts: { until } }];
  return until - now < WARN_BEFORE_MS ? [{ kind: 'year-ends', facts: { until } }] : [];
};
