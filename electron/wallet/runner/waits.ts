// SPDX-License-Identifier: GPL-3.0-or-later
import { inBackground } from '../../defect.ts';
import type { Step, StepOutcome, Wallets } from '../context.ts';

/** Waiting at servers until something changes there, beside the steps: it holds up no step of another, and none is tried while somebody waits for it. */
export type Waits = {
  /** Begins to wait for what the step came to wait for, if its server can say when it is there. */
  readonly begin: (step: Step, outcome: StepOutcome, signal: AbortSignal) => void;
  /** true while somebody waits in its stead */
  readonly isOn: (step: Step) => boolean;
  /** Ends the waits for steps that are not there any more. */
  readonly keep: (steps: readonly Step[]) => void;
};

/** Each holds a connection open; all beyond are asked from time to time. */
const MOST_AT_ONCE = 8;

/** No wait is on. */
export const createWaits = (wallets: Wallets): Waits => {
  const on = new Map<string, AbortController>();
  /** per step, what servers said had changed: a server that says so of the same state again is not waited for any more */
  const left = new Map<string, Set<string>>();
  return {
    begin: (step, outcome, signal) => {
      const wait = outcome.kind === 'waiting' ? outcome.wait : undefined;
      const key = keyOf(step);
      if (wait === undefined || on.has(key) || on.size >= MOST_AT_ONCE || signal.aborted) return;
      if (left.get(key)?.has(wait.since) === true) return;
      const over = new AbortController();
      on.set(key, over);
      const forget = (): void => void (on.get(key) === over && on.delete(key));
      const any = AbortSignal.any([over.signal, signal]);
      // Whoever is deaf to it may answer when it likes.
      any.addEventListener('abort', forget, { once: true });
      const waited = wait
        .untilChanged(any)
        .then((isChanged) => {
          if (any.aborted || !isChanged) return;
          left.set(key, (left.get(key) ?? new Set()).add(wait.since));
          dueNow(wallets, step);
        })
        .finally(forget);
      inBackground(wallets.world, `waiting for ${step.kind}`, waited);
    },
    isOn: (step) => on.has(keyOf(step)),
    keep: (steps) => {
      const there = new Set(steps.map(keyOf));
      for (const [key, over] of on) if (!there.has(key)) over.abort('over');
      for (const key of left.keys()) if (!there.has(key)) left.delete(key);
    },
  };
};

const keyOf = ({ kind, id }: Step): string => `${kind} ${id}`;

/** The count of its tries stays: a server that only says so earns no fresh ones. */
const dueNow = ({ store, world }: Wallets, { kind, id }: Step): void =>
  store.transaction((tx) => {
    const task = tx.local.task(kind, id);
    if (task !== undefined && task.nextAt > world.now()) tx.local.putTask({ ...task, nextAt: world.now() });
  });
