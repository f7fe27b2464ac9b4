// SPDX-License-Identifier: GPL-3.0-or-later
import { BACK_OFF_CEILING_MS, HOUR_MS, type Flow } from '../flow.ts';
import { stepDeposit } from './deposit-step.ts';
import { isEndable, takeDepositBack } from './take-back.ts';

/**
 * The flow that turns coins into money on the person's own bank account. A deposit that only waits for its bank transfer holds
 * nobody up, unless the exchange asks who its owner is.
 */
export const depositFlow = {
  entries: ['deposit'],
  type: 'deposit',
  pending: ({ store }) =>
    store.entries('deposit').flatMap(({ id, value }) => {
      const isDoubted = value.status === 'done' && store.local.isDoubted({ kind: 'deposit', id });
      if (value.status !== 'planned' && value.status !== 'deposited' && !isDoubted) return [];
      const isWatched = value.status !== 'planned' && !asksForUser(store.local.task('deposit', id)?.lastFailure);
      const step = { id, lane: value.exchange, waitingFor: 'exchange' as const };
      return [isWatched ? { ...step, background: true as const } : step];
    }),
  go: stepDeposit,
  longestWaitMs: 6 * HOUR_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
  accountKey: (reader, id) => reader.entry('deposit', id)?.value.merchant_priv,
  takeBack: takeDepositBack,
  endable: (reader, id) => {
    const deposit = reader.entry('deposit', id)?.value;
    return deposit !== undefined && isEndable(deposit);
  },
} as const satisfies Flow;

const asksForUser = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'kind' in failure && failure.kind === 'kyc-required';
