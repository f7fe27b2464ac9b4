// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { Store } from '../../storage/store.ts';
import { isHeld } from './counted.ts';
import type { SafetyFacts } from './facts.ts';
import { judgeSafety } from './judge.ts';

/** Whether the sheet that was last read back still brings everything back as things are now, and what it does not know; nothing where none was. */
export const sheetNow = (store: Pick<Store, 'entry'>, facts: SafetyFacts): readonly Said<'sheetTest'>[] => {
  const { now, paper, places, escrow: _escrow, ...rest } = facts;
  if (paper === undefined) return [];
  const tested = paper.testedAt;
  // What an escrow brings back is not the sheet's.
  const { lost } = judgeSafety({ ...rest, now, paper, places });
  const leads = places.some((place) => paper.places.has(place.id) && isHeld(place, now));
  const unknown = places.filter(({ id }) => !paper.places.has(id)).map(({ name }) => name);
  const former = [...paper.places].flatMap((id) => {
    const value = store.entry('provider', id)?.value;
    return value?.removed === true && value.name !== '' ? [calledPlace(id, value.name)] : [];
  });
  return [
    !leads
      ? { kind: 'leads-nowhere-now', facts: { tested } }
      : lost.length > 0
        ? { kind: 'still-not-all', facts: { tested, lost } }
        : { kind: 'still-all', facts: { tested } },
    ...(unknown.length === 0 ? [] : [{ kind: 'does-not-know' as const, facts: { places: unknown } }]),
    ...(former.length === 0 ? [] : [{ kind: 'names-former' as const, facts: { places: former } }]),
  ];
};
