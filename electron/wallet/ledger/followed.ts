// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry, Kind } from '../../state/entry.ts';
import { changedIds, rowOf } from '../../storage/list-log.ts';
import type { Reader } from '../../storage/store.ts';

// Sums over thousands of entries are kept, and only what is said by the entries that changed is put in place of what they said before.

/** One row that is not what it was: new, another, or gone. */
export type Change<R> = { readonly id: string; readonly before: R | undefined; readonly after: R | undefined };

type Row = { readonly id: string };

/**
 * Where two lists by id are not the same, by the identity of their rows: what is read anew counts as another. Takes a look at every
 * row, which is some microseconds for thousands of them, and does nothing else for those that are the same.
 */
export const changesBetween = <R extends Row>(before: readonly R[], after: readonly R[]): readonly Change<R>[] => {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  const changes: Change<R>[] = [];
  let [at, to] = [from, from];
  while (at < before.length - same || to < after.length - same) {
    const old = at < before.length - same ? before[at] : undefined;
    const now = to < after.length - same ? after[to] : undefined;
    const order = old === undefined ? 1 : now === undefined ? -1 : old.id < now.id ? -1 : old.id > now.id ? 1 : 0;
    if (order <= 0) at += 1;
    if (order >= 0) to += 1;
    if (order === 0 && old === now) continue;
    const [gone, come] = [order <= 0 ? old : undefined, order >= 0 ? now : undefined];
    changes.push({ id: (come ?? gone)?.id ?? '', before: gone, after: come });
  }
  return changes;
};

/** The same where it is known which rows may have changed. */
const changesOf = <R extends Row>(
  ids: ReadonlySet<string>,
  before: readonly R[],
  after: readonly R[],
): readonly Change<R>[] =>
  [...ids].sort().flatMap((id) => {
    const [gone, come] = [rowOf(before, id), rowOf(after, id)];
    return gone === come ? [] : [{ id, before: gone, after: come }];
  });

/** The entries of a kind as they were last looked at. */
export type Followed<K extends Kind> = {
  /** what is different since the last look; from now on this is how they are */
  readonly look: (reader: Pick<Reader, 'entries'>) => readonly Change<Entry<K>>[];
  /** one of them as it was then */
  readonly row: (id: string) => Entry<K> | undefined;
};

export const followed = <K extends Kind>(kind: K): Followed<K> => {
  let last: readonly Entry<K>[] = [];
  return {
    look: (reader) => {
      const now = reader.entries(kind);
      if (now === last) return [];
      const ids = changedIds(last, now);
      const changes = ids === undefined ? changesBetween(last, now) : changesOf(ids, last, now);
      last = now;
      return changes;
    },
    row: (id) => rowOf(last, id),
  };
};
