// SPDX-License-Identifier: GPL-3.0-or-later
import { noteDefect } from '../defect.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { World } from '../world.ts';

/** A request that the wallet's stage does not allow; nothing was changed. */
export const wrongStage = (
  why: Extract<FailureView, { kind: 'wrong-stage' }>['facts']['why'],
): Result<never, FailureView> => err({ kind: 'wrong-stage', facts: { why } });

/** What every request on money and backup is told while the wallet is not open. */
export const notOpen = async (): Promise<Result<never, FailureView>> => wrongStage('not-open');

/** An unexpected error becomes a number; the details go to the log, never to the window. */
export const defect = (world: World, name: string, error: unknown): FailureView => {
  if (error instanceof Error && error.name === 'StorageFull') {
    return { kind: 'disk-full', facts: {} };
  }
  const reference = noteDefect(world, name, error);
  return { kind: 'defect', facts: { reference } };
};
