// SPDX-License-Identifier: GPL-3.0-or-later
import { longestQuiet, privacyOf } from '../../state/privacy.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { firstQuietDelay, quietDelay } from './schedule.ts';

/** When a quiet wallet makes its copies: at each provider by a rhythm of its own, whether or not anything changed. It is written down, so that a restart changes nothing of it. */
export type Rhythm = {
  readonly isOn: () => boolean;
  /** the next copy at a provider; its first is drawn when it is asked for */
  readonly nextAt: (id: string) => number;
  /** the same, for whoever only looks */
  readonly shownAt: (id: string) => number;
  /** a copy is made; one between two of the rhythm leaves that as it is */
  readonly begun: (id: string) => void;
};

export const createRhythm = ({ world, store }: { readonly world: World; readonly store: Store }): Rhythm => {
  const every = (): number => privacyOf(store).everyMs;
  const isOn = (): boolean => privacyOf(store).level === 'quiet';
  const drawn = (id: string): number | undefined => {
    const at = store.local.markOf('quiet-due', id);
    return at === undefined || isAfterClockWentBack(at, world.now(), longestQuiet(every())) ? undefined : at;
  };
  const draw = (id: string, delay: number): number => {
    const at = world.now() + delay;
    store.transaction((tx) => tx.local.setMarkOf('quiet-due', id, at));
    return at;
  };
  return {
    isOn,
    nextAt: (id) => drawn(id) ?? draw(id, firstQuietDelay(world, every())),
    shownAt: (id) => drawn(id) ?? world.now() + every(),
    begun: (id) => {
      if (isOn() && (drawn(id) ?? 0) <= world.now()) draw(id, quietDelay(world, every()));
    },
  };
};
