// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { dueAt, LATEST_PROMPT_MS, promptDelay } from './schedule.ts';

/** When the next cycle with each provider is due; all times in milliseconds since the epoch. */
export type Plan = {
  /** `prompt`: a change goes out after a delay that is drawn once per provider and change; `now`: at once */
  readonly dueAt: (id: string, pace: 'prompt' | 'now') => number;
  /** Every screen asks this, so it only looks: it draws no random delay and plans nothing. */
  readonly nextAt: (id: string) => number;
  /** a cycle begins: what was planned for it is over */
  readonly begun: (id: string) => void;
};

export const createPlan = ({ world, store }: { readonly world: World; readonly store: Store }): Plan => {
  /** when a change seen since the last cycle may go out */
  const plannedAt = new Map<string, number>();

  const changeDueAt = (id: string): number => {
    const before = plannedAt.get(id);
    const planned =
      before === undefined || isAfterClockWentBack(before, world.now(), LATEST_PROMPT_MS)
        ? world.now() + promptDelay(world)
        : before;
    plannedAt.set(id, planned);
    return planned;
  };

  const dueOf = (id: string, changeDue: () => number): number => {
    const progress = store.local.providerProgress(id);
    const latest = Math.max(progress?.lastAttemptAt ?? 0, progress?.verifiedAt ?? 0);
    return isAfterClockWentBack(latest, world.now()) ? 0 : dueAt(progress, store.revision(), changeDue);
  };

  return {
    dueAt: (id, pace) => dueOf(id, () => (pace === 'now' ? 0 : changeDueAt(id))),
    nextAt: (id) => {
      const latest = (): number => plannedAt.get(id) ?? world.now() + LATEST_PROMPT_MS;
      return Math.max(dueOf(id, latest), world.now());
    },
    begun: (id) => void plannedAt.delete(id),
  };
};
