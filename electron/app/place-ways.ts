// SPDX-License-Identifier: GPL-3.0-or-later
import { resolve } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { moveFiles, whyNoPlace } from './directory/move.ts';
import { finishMove, forgetMove } from './directory/moved.ts';
import { keepPlace, meantPlace, type placeOf } from './directory/place.ts';
import type { PlaceWays } from './options.ts';

export type PlaceWaysParts = {
  readonly home: string;
  readonly choosePlace: (at: string) => Promise<string | null>;
  /** where the wallet lies now */
  readonly place: () => ReturnType<typeof placeOf>;
  /** closes the wallet, does it, and opens what lies in the place that is named then; refused once the program ends */
  readonly whileClosed: <T>(change: () => Promise<Result<T, FailureView>>) => Promise<Result<T, FailureView>>;
};

/** The ways of a window to the wallet of another place, and of this one to there. */
export const createPlaceWays = ({ home, choosePlace, place, whileClosed }: PlaceWaysParts): PlaceWays => {
  /** where its person wants the files to move */
  let next: string | undefined;
  const goTo = (directory: string | undefined): Promise<Result<Record<string, never>, FailureView>> =>
    whileClosed(async () => {
      finishMove(home);
      const kept = keepPlace(home, directory);
      // What a move has left is looked for no more: the folder it went to may be another wallet's now.
      if (kept.ok) forgetMove(home);
      return kept.ok ? ok({}) : kept;
    });
  return {
    isChosen: () => place().isChosen,
    elsewhere: async () => {
      const folder = await choosePlace(place().directory);
      if (folder === null) return ok({ moved: false });
      const gone = await goTo(meantPlace(folder));
      return gone.ok ? ok({ moved: true }) : gone;
    },
    usual: () => goTo(undefined),
    chooseNext: async () => {
      const folder = await choosePlace(place().directory);
      if (folder === null) return ok(null);
      const why = whyNoPlace(place().directory, folder);
      if (why !== undefined) return err({ kind: 'no-place', facts: { why } });
      next = resolve(folder);
      return ok(next);
    },
    move: async () => {
      const to = next;
      next = undefined;
      if (to === undefined) return err({ kind: 'no-place', facts: { why: 'not-chosen' } });
      return whileClosed(() => moveFiles(home, place().directory, to));
    },
  };
};
