// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader, Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { storeInMemory } from '../recover/heard.ts';
import type { Source } from '../recover/source.ts';

/** A wallet in memory into which copies were joined as a restore joins them; whoever asks for it closes it. */
export const restoredInMemory = (world: World, live: Pick<Reader, 'local'>, sources: readonly Source[]): Store => {
  const store = storeInMemory(world);
  store.transaction((tx) => {
    // Whom this wallet may not speak to, nobody speaks to for a try either.
    tx.local.setMark('unconfirmed', live.local.mark('unconfirmed'));
    tx.join(sources.flatMap(({ copy }) => copy?.apart ?? []));
  });
  return store;
};
