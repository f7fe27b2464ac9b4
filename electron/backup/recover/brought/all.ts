// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../../shared/facts/subjects.ts';
import type { ImportBadView } from '../../../../shared/view-import.ts';
import type { CarriedEntry } from '../../../state/entry.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import type { Reader } from '../../../storage/store.ts';
import { keyPairs } from '../../../state/commitment.ts';
import { aside } from '../../../threads.ts';
import type { World } from '../../../world.ts';
import { storeInMemory } from '../heard.ts';
import type { BadRecord } from './bad.ts';
import { isAllHere, seededHere, singlesHere } from './here.ts';
import { translateTask } from './task.ts';

/** What several copies of one wallet are between them, beside what this wallet has. */
export type Brought = {
  readonly entries: readonly CarriedEntry[];
  readonly bad: readonly BadRecord[];
  /** joined, it would change nothing here */
  readonly isHere: boolean;
};

/**
 * Translates every content, the newest first, each beside what is here and what the others have brought, so that no coin is there twice:
 * neither in two forms, nor in two copies.
 */
export const translateAll = async (
  world: World,
  reader: Pick<Reader, 'entry' | 'coins'> & { readonly snapshot: () => readonly CarriedEntry[] },
  contents: readonly LegacyContent[],
): Promise<Brought> => {
  const store = storeInMemory(world);
  const bad = new Map<string, BadRecord>();
  try {
    store.transaction((tx) => tx.join(reader.snapshot()));
    const entries: CarriedEntry[] = [];
    for (const content of contents) {
      const job = { content, nowMs: world.now(), singles: singlesHere(store) };
      const first = await aside(world, translateTask, job);
      // Dear, and seldom asked for.
      const each = first.wantsSeeded
        ? await aside(world, translateTask, { ...job, seeded: await seededHere(world, store) })
        : first;
      keyPairs.know(each.pairs);
      store.transaction((tx) => tx.join(each.entries));
      for (const entry of each.entries) entries.push(entry);
      for (const one of each.bad) bad.set(JSON.stringify(one), one);
    }
    return { entries, bad: [...bad.values()], isHere: isAllHere(reader, entries) };
  } finally {
    store.close();
  }
};

/** Words for so many; what a hostile file names beyond that is counted. */
const MAX_NAMED = 200;

/** The bad records as they are shown: those that money hangs on first. */
export const badViews = (bad: readonly BadRecord[]): readonly ImportBadView[] =>
  [...bad]
    .sort((a, b) => Number(b.stake === 'money') - Number(a.stake === 'money'))
    .slice(0, MAX_NAMED)
    .map((each) => ({ said: saidOf(each), at: each.at + 1 }));

const saidOf = ({ list, name = '', why, stake, sum }: BadRecord): Said<'brought'> =>
  list === 'others'
    ? { kind: list, facts: { name } }
    : {
        kind: list,
        facts: {
          why: { kind: why, facts: {} },
          stake:
            stake === 'nothing'
              ? { kind: 'nothing', facts: {} }
              : { kind: stake, facts: sum === undefined ? {} : { sum } },
        },
      };
