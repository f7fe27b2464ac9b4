// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import { openDatabase } from '../../storage/database.ts';
import { openStore, type Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';

/** A database for what is looked at before anything of it is written here. */
export const storeInMemory = (world: World): Store => {
  const db = openDatabase({ path: ':memory:' });
  if (!db.ok) throw new Error(`defect: no database in memory: ${db.error.kind}`);
  return openStore({ db: db.value, world });
};

/**
 * What copies of another wallet hold between them, joined as a restore joins them: what one says has left may be worth something by what
 * another has. `more` is asked for what is to be joined besides. Nothing of it is written here.
 */
export const heardFrom = (
  world: World,
  entries: readonly CarriedEntry[],
  more: (joined: readonly CarriedEntry[]) => readonly CarriedEntry[] = () => [],
): readonly CarriedEntry[] => {
  const store = storeInMemory(world);
  try {
    store.transaction((tx) => tx.join(entries));
    const further = more(store.snapshot());
    if (further.length > 0) store.transaction((tx) => tx.join(further));
    return store.snapshot();
  } finally {
    store.close();
  }
};
