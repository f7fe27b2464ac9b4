// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';
import type { AppStateView } from '../../shared/contract.ts';
import { mayHoldMoney } from '../wallet/ledger/may-hold.ts';
import { beginToPlay } from '../wallet/unmixed.ts';
import type { World } from '../world.ts';

/** How another wallet is to come back into a new one. */
type BringingBack = NonNullable<AppStateView['bringingBack']>;

/** Whether a wallet is still in its first screens; at which of them it is, its money, places and paper tell. */
export type SetUp = {
  /** `fresh`: whoever made it a short while ago in this very process is still at it */
  readonly state: () => 'fresh' | 'resumed' | undefined;
  readonly begin: (money: 'real' | 'play') => void;
  /** how another wallet was to come back into this one, while nothing of it is here and no other money either */
  readonly bringingBack: () => BringingBack | undefined;
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
    bringingBack: () => {
      const how = store.local.mark('bringing-back');
      if (how === undefined || store.local.rootSecret() !== undefined) return undefined;
      return mayHoldMoney(store, world.now()) ? undefined : how;
    },
    end: () => {
      store.transaction((tx) => {
        tx.local.setMark('set-up', undefined);
        tx.local.setMark('bringing-back', undefined);
      });
      tellChanged();
    },
  };
};

/** Says in the database of a new wallet, before that has its name, what is to come back into it: a process that dies forgets that never. */
export const noteBringingBack =
  (how: BringingBack) =>
  (store: Store): void =>
    store.transaction((tx) => tx.local.setMark('bringing-back', how));
