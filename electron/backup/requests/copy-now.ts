// SPDX-License-Identifier: GPL-3.0-or-later
import { privacyOf } from '../../state/privacy.ts';
import { wantedCopies } from '../cycle/quorum.ts';
import { activeProviders, inOrder, isUpToDate } from '../providers/known.ts';
import type { Common } from './common.ts';

/** Copies at once what a person has just made: at every place, or with the quiet level at as many as have to hold one. */
export const copyNow = async (common: Common): Promise<void> => {
  if (privacyOf(common.parts.store).level === 'quiet') await cycleFirst(common);
  else await common.cycleAll();
};

/** Copies at as many places as have to hold one, and at the next where one fails; the others get theirs at times of their own. */
const cycleFirst = async ({ rounds, parts: { store } }: Common): Promise<void> => {
  const line = [...inOrder(store)];
  const lacking = (): number =>
    wantedCopies(store) - activeProviders(store).filter(({ id }) => isUpToDate(store, id)).length;
  while (line.length > 0 && lacking() > 0) await rounds.cycleNow(line.splice(0, lacking()));
};
