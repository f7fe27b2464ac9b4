// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from './entry.ts';
import { withoutGone } from './gone.ts';
import { compareText } from './join.ts';
import { ruleOf } from './rules.ts';

/**
 * Joins two copies of everything: commutative, associative, idempotent, and sorted, so that equal states are equal bytes.
 * What has left in one copy is in neither any more (`gone.ts`). A quarantined copy of an entry stays beside the accepted one; whoever's clock allows it joins them (`storage/tx.ts`).
 */
export const merge = (a: readonly CarriedEntry[], b: readonly CarriedEntry[]): readonly CarriedEntry[] => {
  const entryByKey = new Map<string, CarriedEntry>();
  for (const entry of [...a, ...b]) {
    const key = keyOf(entry);
    entryByKey.set(key, joinEntries(entryByKey.get(key) ?? entry, entry));
  }
  return withoutGone([...entryByKey.values()]).toSorted(compareEntries);
};

/** Joins two copies of one entry; both must have the same kind and id. */
export const joinEntries = (a: CarriedEntry, b: CarriedEntry): CarriedEntry => {
  if (a.kind !== b.kind || a.id !== b.id) throw new Error('defect: two different entries cannot be joined');
  const rule = ruleOf(a.kind);
  const order = compareText(a.clock, b.clock);
  const quarantined = a.quarantined && b.quarantined ? { quarantined: true as const } : {};
  if (rule.clock === 'whole') {
    const winner = (order || rule.atEqualClocks(a.value, b.value)) >= 0 ? a : b;
    return { kind: a.kind, id: a.id, clock: winner.clock, value: winner.value, ...quarantined };
  }
  return {
    kind: a.kind,
    id: a.id,
    clock: order >= 0 ? a.clock : b.clock,
    value: rule.join(a.value, b.value),
    ...quarantined,
  };
};

/** The order of entries in a snapshot: by kind, then id, an accepted copy before a quarantined one. */
export const compareEntries = (a: Named, b: Named): number =>
  compareText(a.kind, b.kind) ||
  compareText(a.id, b.id) ||
  Number(a.quarantined ?? false) - Number(b.quarantined ?? false);

type Named = Pick<CarriedEntry, 'kind' | 'id' | 'quarantined'>;

/** NUL separates because JSON text of a kind may hold a space. */
const keyOf = ({ kind, id, quarantined }: CarriedEntry): string =>
  `${quarantined ? 'q' : 'a'}\0${JSON.stringify(kind)}\0${id}`;
