// SPDX-License-Identifier: GPL-3.0-or-later
import { BY_TURNS, IN_TORTURE, RUN_SEED } from '../support/seed.ts';

// Which looks a run takes, and what it looks at them for. All in every way would be half an hour; so each has its turns, by the number
// of the commit, and after so many commits every look was looked at in every way there is.

/** A language is changed at the cost of what axe takes: so a look has one of these at a time. */
export const TURNS = ['axe', 'longer', 'hard-coded', 'from the right'] as const;
export type Turn = (typeof TURNS)[number];
/** Beside English, one of those whose words are longer. */
export const LONGER = ['de-DE', 'fr-FR', 'es-ES', 'ar-EG'] as const;

/** The gate takes every third look, the next two commits the others; whoever names a file has all of it. */
export const TAKES = 3;
/** In so many commits each look is once looked at in every way. */
const WHOLE = 12;
/** In so many commits each look was taken for everything, in every language, and whole beside each other theme. */
export const ROUND = 96;

/** What a look is looked at for: `whole` in every way; `theme` counts on from one whole look to the next. */
export type Plan = { readonly turn: Turn; readonly longer: string; readonly whole: boolean; readonly theme: number };

/** The plan of the look at this place of its file, or nothing where it is another commit's turn. */
export const planOf = (
  at: number,
  { seed = RUN_SEED, byTurns = BY_TURNS, always = IN_TORTURE } = {},
): Plan | undefined => {
  const takes = byTurns && !always ? TAKES : 1;
  if ((at + seed) % takes !== 0) return undefined;
  // The how manieth time it is taken: whatever goes by turns goes by this, or two turns would keep step and never meet.
  const time = Math.trunc((at + seed) / takes);
  return {
    turn: TURNS[time % TURNS.length] ?? 'axe',
    longer: LONGER[Math.trunc(time / TURNS.length) % LONGER.length] ?? LONGER[0],
    whole: always || time % (WHOLE / takes) === 0,
    theme: Math.trunc(time / (WHOLE / takes)),
  };
};
