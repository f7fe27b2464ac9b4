// SPDX-License-Identifier: GPL-3.0-or-later
import type { DataDirectory } from '../data-directory.ts';
import { stageOfFiles, type Resting, type Stage } from './stage.ts';

/** The stage of this app, and the only way to change it. */
export type Stages = {
  readonly now: () => Stage;
  /** only inside a turn */
  readonly enter: (stage: Stage) => void;
  /**
   * Creating, opening, erasing and closing take turns: two at once would lose a key, or open one database twice. `change` is given
   * the stage it begins in. Whatever it throws, its turn ends in a stage at rest, with no database left open for nobody.
   */
  readonly inTurn: <T>(change: (stage: Resting) => Promise<T>) => Promise<T>;
};

/** Begins with what the files of the directory say. */
export const createStages = (directory: Pick<DataDirectory, 'exists' | 'keyLost'>): Stages => {
  let stage: Stage = stageOfFiles(directory);
  let last: Promise<unknown> = Promise.resolve();

  const settle = (): Resting => {
    if (stage.kind === 'opening') {
      stage.store?.close();
      stage = stageOfFiles(directory, stage.from.kind === 'locked' ? stage.from.trouble : undefined);
    } else if (stage.kind === 'stopping') {
      stage.wallet.store.close();
      stage = stageOfFiles(directory);
    }
    return stage;
  };

  return {
    now: () => stage,
    enter: (next) => {
      stage = next;
    },
    inTurn: (change) => {
      const begin = async () => {
        try {
          return await change(settle());
        } finally {
          settle();
        }
      };
      const turn = last.then(begin, begin);
      last = turn;
      return turn;
    },
  };
};
