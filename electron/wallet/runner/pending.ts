// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, zeroAmount } from '../../../shared/amount.ts';
import type { PendingView } from '../../../shared/view.ts';
import type { Reader } from '../../storage/store.ts';
import type { Step, Wallets } from '../context.ts';
import { readNoted } from '../failure/noted.ts';
import type { PendingStep } from '../flows/flow.ts';
import { meltTimeNow } from '../flows/refresh/put-off.ts';
import { isConfirmed } from '../ledger/returns.ts';
import { flowOf } from './flows.ts';

// What is said about the steps there are to do.

/** Failures that the person answers: who they are, whether it may cost so much, or whether an issuer is asked at all. */
const FOR_PERSON: ReadonlySet<string> = new Set([
  'kyc-required',
  'unknown-exchange',
  'withdrawal-fees',
  'renewal-fees',
  'refund-renewal',
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
    ...sumOf(store, kind, id),
    nextTryAt: nextAt(wallets, { kind, id }) || world.now(),
    attempts: task?.attempts ?? 0,
    ...(flowOf(kind).endable?.(store, id) === true ? { endable: true as const } : {}),
    ...(kind === 'withdrawal' && isTransfer(store, id) ? { transfer: true as const } : {}),
    ...(failed === undefined ? {} : { why: failed.why }),
    ...(failed?.link === undefined ? {} : { link: failed.link }),
  };
};

/** True while its person can make the transfer: nothing of it was seen yet. */
const isTransfer = (store: Pick<Reader, 'entry'>, id: string): boolean => {
  const value = store.entry('withdrawal', id)?.value;
  return value?.status === 'awaiting-transfer' && value.origin.type === 'manual' && value.origin.payto !== '';
};

/** The sum that a step is about, as far as it is known yet. */
export const sumOf = (
  store: Pick<Reader, 'entry' | 'entries'>,
  kind: Step['kind'],
  id: string,
): { readonly amount?: string } => {
  if (kind === 'refund') return sumOfRefunds(store, id);
  const flow = flowOf(kind);
  for (const entry of flow.entries) {
    const value = store.entry(entry, id)?.value;
    if (value !== undefined && 'amount' in value && typeof value.amount === 'string') return { amount: value.amount };
  }
  const sum = kind === 'refresh' ? store.entry('refresh', id)?.value.melt_amount : undefined;
  return sum === undefined ? {} : { amount: sum };
};

/** What a shop has named and its issuer has not confirmed. */
const sumOfRefunds = (store: Pick<Reader, 'entries'>, purchase: string): { readonly amount?: string } => {
  const sums = store
    .entries('refund')
    .flatMap(({ value }) =>
      value.purchase === purchase && value.status === 'announced' && !isConfirmed(value) ? [amount(value.amount)] : [],
    );
  const [first] = sums;
  return first === undefined ? {} : { amount: amountToText(sums.reduce(addCapped, zeroAmount(first.currency))) };
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
export const nextAt = (wallets: Wallets, { kind, id }: Step): number => {
  const { store, world } = wallets;
  const task = store.local.task(kind, id);
  if (!task) return 0;
  const { longestWaitMs, backOffCeilingMs } = flowOf(kind);
  const unfailed = typeof longestWaitMs === 'function' ? longestWaitMs(wallets, id) : longestWaitMs;
  const longest = task.lastFailure === undefined ? unfailed : backOffCeilingMs;
  if (task.nextAt > world.now() + longest + ROUNDING_MS) return 0;
  return kind === 'refresh' && task.lastFailure === undefined ? meltTimeNow(wallets, id, task.nextAt) : task.nextAt;
};

const ROUNDING_MS = 1_000;
