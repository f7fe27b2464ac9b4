// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, RequestInput } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { confirmOwner } from '../confirm-owner.ts';
import { notOpen } from '../failures.ts';
import type { AppParts } from './parts.ts';
import { byStage, stageOfFiles, type Open, type Resting } from './stage.ts';
import { shut } from './stopping.ts';

/** How long a lock waits for what was begun; whatever is cut off then goes on from what was written down. */
const LONGEST_WAIT_MS = 10_000;

/** Closes an open wallet until somebody gives its passphrase. One that is locked stays so; one that would open by itself, or never again, stays open. */
const lockNow = async (parts: AppParts): Promise<Result<void, FailureView>> => {
  // Not inside the turn: what is answered now may need one of its own.
  await parts.answering.ended(LONGEST_WAIT_MS);
  return parts.stages.inTurn((stage) =>
    byStage<Resting, Promise<Result<void, FailureView>>>(stage, {
      open: async () => {
        const why = parts.directory.whyNotLocked();
        if (why !== undefined) return err({ kind: 'not-lockable', facts: { why } });
        await shut(parts);
        parts.directory.lock();
        parts.stages.enter(stageOfFiles(parts.directory));
        parts.tell({ type: 'stage' });
        return ok(undefined);
      },
      locked: async () => ok(undefined),
      'first-start': notOpen,
      closed: notOpen,
    }),
  );
};

/**
 * Puts another lock in the place of the one there is, after its owner was asked. The key file is written once and whole: whenever the
 * process dies, the old lock opens the wallet or the new one does.
 */
const changeLock = async (
  parts: AppParts,
  { protection, passphrase }: RequestInput<'app.changeLock'>,
): Promise<Result<void, FailureView>> => {
  const { stages, directory, options } = parts;
  const before = stages.now();
  if (before.kind !== 'open') return notOpen();
  // Somebody at a dialog may take their time; nothing else waits for it.
  const owner = await confirmOwner(directory, options.shell?.confirmReveal, passphrase);
  if (!owner.ok) return owner;
  return stages.inTurn(async (stage) => {
    if (!isSame(stage, before)) return notOpen();
    const changed = await directory.changeLock(protection);
    if (changed.ok) parts.tell({ type: 'changed' });
    return changed;
  });
};

/** Whether it is the wallet whose owner was asked. */
const isSame = (stage: Resting, before: Open): boolean => stage.kind === 'open' && stage.wallet === before.wallet;

/** The same as answers of the door. */
export const createLockRequests = (parts: AppParts, view: () => Answer<'app.state'>) => ({
  'app.lock': async (): Promise<Answer<'app.lock'>> => {
    const locked = await lockNow(parts);
    return locked.ok ? view() : locked;
  },
  'app.changeLock': async (input: RequestInput<'app.changeLock'>): Promise<Answer<'app.changeLock'>> => {
    const changed = await changeLock(parts, input);
    return changed.ok ? view() : changed;
  },
});
