// SPDX-License-Identifier: GPL-3.0-or-later
import type { Step, StepOutcome, Wallets } from '../context.ts';
import type { PendingStep } from '../flows/flow.ts';
import { nextAt } from './pending.ts';

/** Exchanges that did not answer: the others in line wait until the step that found out is tried again, instead of each for its own time-out. */
export type Silences = {
  /** when a step is tried next, milliseconds since the epoch */
  readonly dueAt: (step: PendingStep) => number;
  /** true while it did not answer and nobody is to ask it again */
  readonly isSilent: (lane: string) => boolean;
  /** Notes that a lane's own server did not answer this step; true when that is so. */
  readonly note: (lane: string, step: Step, outcome: StepOutcome) => boolean;
  /**
   * Notes what became of a step: when the one that found an exchange silent comes to any other outcome, the steps behind it go on at
   * once, for their own next turn may be hours away.
   */
  readonly heard: (step: Step, outcome: StepOutcome) => void;
};

export const createSilences = (wallets: Wallets): Silences => {
  /** per silent exchange, the step that found out */
  const unanswered = new Map<string, Step>();
  return {
    dueAt: (step) => {
      const first = unanswered.get(step.lane);
      return Math.max(nextAt(wallets, step), first === undefined ? 0 : nextAt(wallets, first));
    },
    isSilent: (lane) => {
      const first = unanswered.get(lane);
      return first !== undefined && nextAt(wallets, first) > wallets.world.now();
    },
    note: (lane, step, outcome) => {
      const isSilent = isSilence(outcome, lane);
      if (isSilent) unanswered.set(lane, step);
      return isSilent;
    },
    heard: (step, outcome) => {
      for (const [lane, first] of unanswered)
        if (first.kind === step.kind && first.id === step.id && !isSilence(outcome, lane)) unanswered.delete(lane);
    },
  };
};

/** Whether it was the lane's own server that did not answer; a shop that is away says nothing about the exchange. */
const isSilence = (outcome: StepOutcome, lane: string): boolean =>
  outcome.kind === 'failed' &&
  (outcome.failure.kind === 'unreachable' || outcome.failure.kind === 'timeout') &&
  outcome.failure.url.startsWith(lane);
