// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { BackupStatusView, ProviderView } from '../../../shared/view-backup.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import { standingOf } from '../../state/standing.ts';
import type { Store } from '../../storage/store.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { World } from '../../world.ts';
import { placeOf, traitsOf } from '../providers/kinds.ts';
import { activeProviders, isUpToDate, verifiedCopy, waysTo } from '../providers/known.ts';
import { outcomeNote, outcomeWord, type CycleOutcome } from './outcome.ts';
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
    traits.needsNewer === true ? { kind: 'needs-newer' } : (progress?.lastOutcome as CycleOutcome | undefined);
  const paidUntil = value.paid_until === undefined ? undefined : timestampToMs(value.paid_until);
  const nextRoundAt = traits.needsNewer === true ? undefined : parts.nextRoundAt(id);
  const notes = [
    outcome && outcomeNote(outcome),
    paidUntil === undefined ? undefined : paidNote(paidUntil, parts.world.now()),
  ].filter((note) => note !== undefined);
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
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
};

/** The state of the backup in one honest sentence, with the money that would be lost if this disk died now. */
export const backupStatus = ({ world, store }: Parts): BackupStatusView => {
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
    sentence:
      standing === 'active'
        ? sentence({
            initialized,
            total: providers.length,
            upToDate,
            verifiedAt,
            seenAt,
            atRisk,
            waits,
            now: world.now(),
          })
        : explainStanding(standing, !initialized),
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
  readonly atRisk: readonly string[];
  /** money stays at the exchange until its seeds are stored */ readonly waits: boolean;
  readonly now: number;
};

const sentence = ({ initialized, total, upToDate, verifiedAt, seenAt, atRisk, waits, now }: Facts): string => {
  const lost = atRisk.join(' and ');
  if (!initialized || total === 0)
    return [
      atRisk.length === 0 ? 'No backup is set up.' : `No backup is set up: if this disk dies now, ${lost} is lost.`,
      ...(waits ? ['What is being withdrawn stays at the exchange until you add a provider.'] : []),
    ].join(' ');
  if (verifiedAt === 0)
    return [
      atRisk.length === 0
        ? 'No provider holds a verified copy yet.'
        : `No provider holds a verified copy yet: if this disk dies now, ${lost} is lost.`,
      ...(waits ? ['What is being withdrawn stays at the exchange until one does.'] : []),
    ].join(' ');
  const checked = `verified ${age(now - verifiedAt)}`;
  const seen = `verified ${age(now - seenAt)}`;
  if (upToDate === total) return `${holders(total)} a copy of everything, ${seen}.`;
  if (atRisk.length > 0)
    return `Since the last verified copy (${checked}), ${lost} is not backed up: it would be lost if this disk died now.`;
  if (upToDate > 0) return `${upToDate} of ${total} providers hold a copy of everything, ${seen}.`;
  return `All money is in a copy ${checked}; later changes of the history are not backed up yet.`;
};

const holders = (total: number): string =>
  total === 1 ? 'The provider holds' : total === 2 ? 'Both providers hold' : `All ${total} providers hold`;

const waitsForCopy = ({ status, without_backup, batches }: Withdrawal): boolean =>
  status === 'withdrawing' &&
  without_backup !== true &&
  Object.values(batches).some((batch) => batch.status === 'planned' && batch.bootstrap !== true);

const age = (ms: number): string => {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} minute${minutes === 1 ? '' : 's'} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} hour${hours === 1 ? '' : 's'} ago`;
  return `${Math.floor(hours / 24)} days ago`;
};

const paidNote = (until: number, now: number): string | undefined => {
  const day = Number.isFinite(until) ? new Date(until).toISOString().slice(0, 10) : '';
  if (until <= now) return `Its paid year ended on ${day}; it may delete the backup at any time.`;
  return until - now < WARN_BEFORE_MS ? `It is paid until ${day} only.` : undefined;
};
