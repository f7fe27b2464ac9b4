// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../../shared/view.ts';
import type { Step, Wallets } from '../context.ts';
import { readNoted } from '../failure/noted.ts';
import type { PendingStep } from '../flows/flow.ts';
import { flowOf } from './flows.ts';

// What is said about the steps there are to do.

/** Failures that the person answers: who they are, or whether it may cost so much. */
const FOR_PERSON: ReadonlySet<string> = new Set([
  'kyc-required',
  'withdrawal-fees',
  'renewal-fees',
  'fees-changed',
  'reissue-asks',
]);

/** The step as it is shown, with what its last try came to. */
export const pendingView = (wallets: Wallets, { kind, id, waitingFor }: PendingStep): PendingView => {
  const { store, world } = wallets;
  const task = store.local.task(kind, id);
  const failed = readNoted(task?.lastFailure);
  return {
    id,
    type: flowOf(kind).type,
    waitingFor:
      failed !== undefined && FOR_PERSON.has(failed.kind)
        ? 'user'
        : failed?.kind === 'not-backed-up-yet'
          ? 'provider'
          : waitingFor,
    nextTryAt: nextAt(wallets, { kind, id }) || world.now(),
    attempts: task?.attempts ?? 0,
    ...(failed === undefined ? {} : { why: failed.why }),
    ...(failed?.link === undefined ? {} : { link: failed.link }),
  };
};

/** What waits for its backup may be had without. */
export const goingWithout = ({ store }: Wallets, step: PendingStep): Pick<PendingView, 'withoutBackup'> => {
  const waits = readNoted(store.local.task(step.kind, step.id)?.lastFailure)?.kind === 'not-backed-up-yet';
  const sum = waits ? flowOf(step.kind).gate?.sum(store, step.id) : undefined;
  return sum === undefined ? {} : { withoutBackup: sum };
};

/** True when waiting is of no use: nothing is left, or every step needs the person first. */
export const onlyForPerson = ({ store }: Wallets, steps: readonly PendingStep[]): boolean =>
  steps.every(({ kind, id, background }) => {
    const failure = store.local.task(kind, id)?.lastFailure;
    return background === true || (typeof failure === 'object' && failure !== null && 'needsPerson' in failure);
  });

/**
 * When the step is tried next, in milliseconds; 0 is at once. A time further away than this step is ever put off was written
 * while the clock was ahead of what it says now: nobody would wait for it with a reason.
 */
export const nextAt = ({ store, world }: Wallets, { kind, id }: Step): number => {
  const task = store.local.task(kind, id);
  if (!task) return 0;
  const { longestWaitMs, backOffCeilingMs } = flowOf(kind);
  const unfailed = typeof longestWaitMs === 'function' ? longestWaitMs(store, id) : longestWaitMs;
  const longest = task.lastFailure === undefined ? unfailed : backOffCeilingMs;
  return task.nextAt > world.now() + longest + ROUNDING_MS ? 0 : task.nextAt;
};

const ROUNDING_MS = 1_000;
