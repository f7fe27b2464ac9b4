// SPDX-License-Identifier: GPL-3.0-or-later

// Which rows of a kept list are not those of the list before it. Whoever keeps sums over thousands of rows would otherwise compare
// two lists to find the one row that changed, and a dozen do so after every change.

/** Changes from one list to the next, the oldest of them left out in time. */
type Log = { begins: number; readonly ids: (readonly string[])[] };

const places = new WeakMap<readonly unknown[], { readonly log: Log; readonly at: number }>();

/** So many changes back a follower that slept is told; an older one looks at every row. */
const MOST_KEPT = 256;

/** A list that was read anew. */
export const beginLog = (list: readonly unknown[]): void =>
  void places.set(list, { log: { begins: 0, ids: [] }, at: 0 });

/** `next` is the list but for the rows of these ids. */
export const noteNext = (list: readonly unknown[], next: readonly unknown[], ids: readonly string[]): void => {
  const place = places.get(list);
  // Only of the newest list there can be a next one.
  if (place === undefined || place.at !== place.log.begins + place.log.ids.length) return beginLog(next);
  place.log.ids.push(ids);
  if (place.log.ids.length > MOST_KEPT) {
    place.log.ids.shift();
    place.log.begins += 1;
  }
  places.set(next, { log: place.log, at: place.at + 1 });
};

/** The ids of all rows that may differ between two lists; undefined when nobody knows. */
export const changedIds = (before: readonly unknown[], after: readonly unknown[]): ReadonlySet<string> | undefined => {
  const [from, to] = [places.get(before), places.get(after)];
  if (from === undefined || to === undefined || from.log !== to.log) return undefined;
  const { begins, ids } = from.log;
  if (from.at < begins || to.at < from.at) return undefined;
  return new Set(ids.slice(from.at - begins, to.at - begins).flat());
};

/** Where a row stands in a list by ids, or would. */
export const placeOf = (list: readonly { readonly id: string }[], id: string): number => {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle]?.id ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** The row of an id, if it is in a list by ids. */
export const rowOf = <R extends { readonly id: string }>(list: readonly R[], id: string): R | undefined => {
  const row = list[placeOf(list, id)];
  return row?.id === id ? row : undefined;
};
