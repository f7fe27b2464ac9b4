// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { DrillPlaceView } from '../../../shared/view-drill.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { headOf, isOlder, type Head } from '../copies/head.ts';
import { activeProviders, verifiedCopy } from '../providers/known.ts';
import type { Source } from '../recover/source.ts';
import { sourceViews } from '../recover/sources.ts';
import { compareMoney } from './compare.ts';
import { restoredInMemory } from './scratch.ts';

/** What places were known to hold before they were asked: how far the last copy there had come, where one was read back. */
export type Held = ReadonlyMap<string, Head | undefined>;

export const heldNow = (store: Store): Held =>
  new Map(
    activeProviders(store).flatMap(({ id }) =>
      verifiedCopy(store, id) === undefined ? [] : [[id, store.local.markOf('stored-head', id)] as const],
    ),
  );

const BEHIND: Said<'source'> = { kind: 'older-than-stored', facts: {} };

type Parts = { readonly world: World; readonly store: Store };

/** What each place that was asked would bring back alone, and whether it has lost what it was known to hold. Between two of them others have a turn. */
export const placeViews = async (
  parts: Parts,
  sources: readonly Source[],
  held: Held,
): Promise<readonly DrillPlaceView[]> => {
  const views: DrillPlaceView[] = [];
  const names = new Map(activeProviders(parts.store).map(({ id, value }) => [id, value.name]));
  for (const [at, view] of sourceViews(sources).entries()) {
    const source = sources[at];
    if (source === undefined) continue;
    await parts.world.sleep(0);
    const behind = isBehind(source, held.get(source.url));
    const isKnown = view.notes.some(({ kind }) => kind === 'behind-itself');
    const isGone = source.answer === 'empty' || source.answer === 'unusable';
    views.push({
      ...view,
      // What was read of a page has no names; this wallet knows how its person calls them.
      name: names.get(source.url) ?? view.name,
      notes:
        behind && !isKnown ? [...view.notes.filter(({ kind }) => kind !== 'older-than-others'), BEHIND] : view.notes,
      ...broughtBy(parts, source),
      ...(held.has(source.url) && (isGone || behind || isKnown) ? { lost: true as const } : {}),
    });
  }
  return views;
};

const isBehind = ({ copy }: Source, stored: Head | undefined): boolean =>
  copy !== undefined && stored !== undefined && isOlder(headOf(copy.entries), stored);

const broughtBy = ({ world, store }: Parts, source: Source): Pick<DrillPlaceView, 'brings' | 'sums'> => {
  if (source.copy === undefined) return { brings: 'nothing', sums: [] };
  const restored = restoredInMemory(world, store, [source]);
  try {
    const { brought, lacking } = compareMoney(store, restored);
    return { brings: lacking.length === 0 ? 'all' : brought.length === 0 ? 'nothing' : 'part', sums: brought };
  } finally {
    restored.close();
  }
};
