// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';
import { beginToPlay } from '../wallet/unmixed.ts';
import type { World } from '../world.ts';

/** Whether a wallet is still in its first screens; at which of them it is, its money, places and paper tell. */
export type SetUp = {
  /** `fresh`: whoever made it a short while ago in this very process is still at it */
  readonly state: () => 'fresh' | 'resumed' | undefined;
  readonly begin: (money: 'real' | 'play') => void;
  readonly end: () => void;
};

/** As long as somebody takes for the first screens with a printer; who comes back later is asked who they are before a secret is shown. */
const FRESH_MS = 30 * 60_000;

/** The first screens over a store; that they were begun outlives the process, that their owner sits there does not. */
export const createSetUp = (store: Store, world: Pick<World, 'now'>, tellChanged: () => void): SetUp => {
  let begunAt: number | undefined;
  const isFresh = (): boolean => {
    const since = begunAt === undefined ? Number.NaN : world.now() - begunAt;
    return since >= 0 && since < FRESH_MS;
  };
  return {
    state: () => (store.local.mark('set-up') === true ? (isFresh() ? 'fresh' : 'resumed') : undefined),
    begin: (money) => {
      begunAt = world.now();
      store.transaction((tx) => {
        tx.local.setMark('set-up', true);
        if (money === 'play') beginToPlay(tx);
      });
    },
    end: () => {
      store.transaction((tx) => tx.local.setMark('set-up', undefined));
      tellChanged();
    },
  };
};
