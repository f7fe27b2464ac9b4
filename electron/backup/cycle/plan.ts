// SPDX-License-Identifier: GPL-3.0-or-later
import { createOverdue } from '../../state/overdue.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { inOrder } from '../providers/known.ts';
import { lackingFee } from './outcome.ts';
import { wantedCopies } from './quorum.ts';
import { readOutcome } from './read-outcome.ts';
import { createPayable, NEVER, type Payable } from './payable.ts';
import { createRhythm } from './rhythm.ts';
import { apart, APART_MS, dueAt, followDelay, LATEST_MS, LATEST_PROMPT_MS, promptDelay } from './schedule.ts';

/** When the next cycle with each provider is due; all times in milliseconds since the epoch. */
export type Plan = {
  /** `prompt`: a change goes out after a delay that is drawn once per provider and change, and no two of them at one time; `now`: at once */
  readonly dueAt: (id: string, pace: 'prompt' | 'now') => number;
  /** Every screen asks this, so it only looks: it draws no random delay and plans nothing. */
  readonly nextAt: (id: string) => number;
  /** a cycle begins: what was planned for it is over */
  readonly begun: (id: string) => void;
};

const atOnce = (): number => 0;

/** When a change goes to one provider, and whether it is one of those that get it first. */
type Planned = { readonly at: number; readonly isFirst: boolean };

export const createPlan = ({ world, store }: { readonly world: World; readonly store: Store }): Plan => {
  const rhythm = createRhythm({ world, store });
  const overdue = createOverdue(world);
  const payable = payableAt(store);
  /** when a change seen since the last cycle may go out */
  const plannedAt = new Map<string, Planned>();
  /** when the last cycle with each began */
  const begunAt = new Map<string, number>();
  /** until when each keeps away from what another one just got */
  const awayUntil = new Map<string, number>();

  const changeDueAt = (id: string): number => {
    const before = plannedAt.get(id);
    const isFirst = isAmongFirst(store, id);
    // One of the first may have failed meanwhile: then the next takes its turn.
    const holds = before !== undefined && (before.isFirst || !isFirst);
    if (holds && !isAfterClockWentBack(before.at, world.now(), LATEST_MS)) return before.at;
    const others = [...plannedAt].flatMap(([other, { at }]) => (other === id ? [] : [at]));
    const at = freeTime(world, others, world.now() + (isFirst ? promptDelay(world) : followDelay(world)));
    plannedAt.set(id, { at, isFirst });
    return at;
  };

  /** Not while another provider has just been told something, whatever it was about. */
  const awayFromOthers = (id: string, due: number): number => {
    const now = world.now();
    if (due > now) return due;
    const until = awayUntil.get(id) ?? 0;
    if (until > now && until < now + 2 * APART_MS + 1) return until;
    const isNear = [...begunAt].some(([other, at]) => other !== id && Math.abs(now - at) < APART_MS);
    if (!isNear) return due;
    const later = now + apart(world);
    awayUntil.set(id, later);
    return later;
  };

  const dueOf = (id: string, changeDue: () => number, quiet?: () => number): number => {
    const progress = store.local.providerProgress(id);
    const latest = Math.max(progress?.lastAttemptAt ?? 0, progress?.verifiedAt ?? 0);
    if (isAfterClockWentBack(latest, world.now())) return 0;
    const isUsual = progress?.lastAttemptAt !== undefined && (progress.attempts ?? 0) === 0;
    return quiet && isUsual ? quiet() : dueAt(progress, store.revision(), changeDue);
  };

  return {
    dueAt: (id, pace) => {
      const quiet = rhythm.isOn() ? () => rhythm.nextAt(id) : undefined;
      const paid = quiet ? NEVER : payable.dueAt(id);
      if (pace === 'now') return Math.min(paid, dueOf(id, atOnce));
      const due = dueOf(id, () => changeDueAt(id), quiet);
      const time = Math.min(paid, overdue.time(id, due));
      // A change that a place failed to take before the program was closed waits no longer than any other.
      const isChange = time > due && !quiet && store.local.providerProgress(id)?.verifiedRevision !== store.revision();
      return awayFromOthers(id, isChange ? Math.min(time, changeDueAt(id)) : time);
    },
    nextAt: (id) => {
      const latest = (): number =>
        plannedAt.get(id)?.at ?? world.now() + (isAmongFirst(store, id) ? LATEST_PROMPT_MS : LATEST_MS);
      const quiet = rhythm.isOn() ? () => rhythm.shownAt(id) : undefined;
      return Math.max(overdue.shown(id, dueOf(id, latest, quiet)), awayUntil.get(id) ?? 0, world.now());
    },
    begun: (id) => {
      payable.begun(id);
      plannedAt.delete(id);
      begunAt.set(id, world.now());
      rhythm.begun(id);
    },
  };
};

const payableAt = (store: Store): Payable =>
  createPayable(store, (id) => {
    const { lastAttemptAt, lastOutcome } = store.local.providerProgress(id) ?? {};
    const fee = lackingFee(readOutcome(lastOutcome));
    return fee && { fee, triedAt: lastAttemptAt };
  });

/** That time, or one behind it at which nothing is planned for another provider. */
const freeTime = (world: World, taken: readonly number[], from: number): number =>
  taken
    .toSorted((a, b) => a - b)
    .reduce((at, other) => (Math.abs(other - at) < APART_MS ? other + apart(world) : at), from);

/** Whether a change is not in as many copies as wanted without this provider; those before it in line come first. */
const isAmongFirst = (store: Store, id: string): boolean => {
  const revision = store.revision();
  const before = (other: string): boolean => store.local.providerProgress(other)?.verifiedRevision === revision;
  const line = inOrder(store);
  const behind = line.slice(line.indexOf(id) + 1).filter(before).length;
  return line.indexOf(id) + behind < wantedCopies(store);
};
