// SPDX-License-Identifier: GPL-3.0-or-later
import { noteDefect } from '../defect.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { World } from '../world.ts';

/** A request that the wallet's stage does not allow; nothing was changed. */
export const wrongStage = (sentence: string): Result<never, FailureView> =>
  err({ kind: 'wrong-stage', sentence: `${sentence} Nothing was changed.` });

/** What every request on money and backup is told while the wallet is not open. */
export const notOpen = async (): Promise<Result<never, FailureView>> => wrongStage('The wallet is not open.');

/** An unexpected error becomes one sentence with a number; the details go to the log, never to the window. */
export const defect = (world: World, name: string, error: unknown): FailureView => {
  if (error instanceof Error && error.name === 'StorageFull') {
    return {
      kind: 'disk-full',
      sentence: 'The disk is full, so this step was undone; no money is lost. Free some space and try again.',
    };
  }
  const reference = noteDefect(world, name, error);
  return {
    kind: 'defect',
    sentence: `Something unexpected happened (reference ${reference}); the step was not completed and nothing was lost. Please report it with this number.`,
  };
};
