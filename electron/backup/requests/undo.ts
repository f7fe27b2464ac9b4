// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import { UNDO_KEPT_MS, type UndoCopy } from '../../storage/tables/undo.ts';
import type { Backup } from '../contract.ts';
import { rekeying } from '../rekey/record.ts';
import { previewContinued, undoContinued } from '../undo/continued.ts';
import { previewJoined, resumeJoined, undoJoined } from '../undo/joined.ts';
import type { Common } from './common.ts';
import { leavingParts } from './leaving.ts';

/** The requests by which a restore or takeover is taken back. */
export const undoRequests = (common: Common) => {
  const { parts, alone, cycleAll, onRootForgotten } = common;
  const { world, store } = parts;
  const joined = { ...parts, cycleAll };
  const continued = { ...parts, leaving: { ...leavingParts(common), cycleNow: cycleAll } };
  const steps = (): readonly UndoCopy[] =>
    store.local.undoCopies().filter(({ takenAt }) => isKept(takenAt, world.now()));
  const find = (number: number): UndoCopy | undefined => steps().find((each) => each.number === number);
  return {
    undoSteps: () => ({
      steps: steps()
        .map(({ number, takenAt, why }) => ({
          number,
          at: takenAt,
          until: takenAt + UNDO_KEPT_MS,
          why,
          underWay: store.local.mark('undoing')?.copy === number,
        }))
        .toReversed(),
    }),
    previewUndo: async (number) => {
      const step = find(number);
      if (step === undefined) return err({ kind: 'no-undo' });
      return step.why === 'joined' ? previewJoined(joined, step) : ok(previewContinued(continued, step));
    },
    undo: async (number) => {
      const asked = find(number);
      if (asked === undefined) return err({ kind: 'no-undo' });
      // The fewer steps are under way, the less has to be finished by whoever comes next. What was joined is left as it is: a step might pay it over.
      if (asked.why !== 'joined') await parts.wallet.run();
      return alone.run(async () => {
        const step = find(number);
        if (step === undefined) return err({ kind: 'no-undo' });
        // Its money is on the way from one secret to the next.
        if (rekeying(store.local) !== undefined) return err({ kind: 'rekey-running' });
        if (step.why === 'joined') return undoJoined(joined, step);
        const undone = await undoContinued(continued, step);
        if (undone.ok && store.local.rootSecret() === undefined) onRootForgotten();
        return undone;
      });
    },
  } satisfies Partial<Backup>;
};

const isKept = (takenAt: number, nowMs: number): boolean => takenAt + UNDO_KEPT_MS >= nowMs;

/** What of it goes on by itself: what was begun, and copies that are past their time go. */
export const goOnUndoing = async ({ parts, cycleAll }: Common): Promise<void> => {
  const { world, store } = parts;
  if (store.local.undoCopies().some(({ takenAt }) => !isKept(takenAt, world.now()) || takenAt > world.now()))
    store.transaction((tx) => tx.local.dropOldUndoCopies(world.now()));
  if (store.local.mark('undoing') !== undefined) await resumeJoined({ ...parts, cycleAll });
};
