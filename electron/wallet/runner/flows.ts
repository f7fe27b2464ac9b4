// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../../shared/view.ts';
import type { RestStepKind, StepOutcome, Wallets } from '../context.ts';
import { stepDeposit } from '../flows/deposit/deposit-step.ts';
import { stepRefund, stepRefundWatch, waitingRefunds } from '../flows/pay/refund.ts';
import { stepUpkeep } from '../flows/upkeep.ts';

/** A step on refunds and deposits as the runner sees it; `background` ones never count as unfinished. */
export type RestStep = {
  readonly kind: RestStepKind;
  readonly id: string;
  readonly lane: string;
  readonly waitingFor: PendingView['waitingFor'];
  readonly background?: true;
};

/** Everything there is to do or to look after here, read from the entries. */
export const pendingRestSteps = (wallets: Wallets): readonly RestStep[] => {
  const refunds = waitingRefunds(wallets);
  return [
    ...waitingDeposits(wallets),
    ...upkeep(wallets),
    ...refunds.asked.map(({ id, value }) => ({
      kind: 'refund' as const,
      id,
      lane: value.exchange ?? value.merchant_base_url,
      waitingFor: 'merchant' as const,
    })),
    ...refunds.watched.map(({ id, value }) => ({
      kind: 'refund-watch' as const,
      id,
      lane: value.exchange ?? value.merchant_base_url,
      waitingFor: 'merchant' as const,
      background: true as const,
    })),
  ];
};

const upkeep = ({ store }: Wallets): readonly RestStep[] =>
  [...new Set(store.entries('exchange').map(({ value }) => value.base_url))].map((baseUrl) => ({
    kind: 'upkeep',
    id: baseUrl,
    lane: baseUrl,
    waitingFor: 'exchange',
    background: true,
  }));

/** A deposit that only has to be wired holds nobody up, unless its owner is asked who they are. */
const waitingDeposits = ({ store }: Wallets): readonly RestStep[] =>
  store.entries('deposit').flatMap(({ id, value }) => {
    if (value.status !== 'planned' && value.status !== 'deposited') return [];
    const isWatched = value.status === 'deposited' && !asksForUser(store.local.task('deposit', id)?.lastFailure);
    const step = { kind: 'deposit' as const, id, lane: value.exchange, waitingFor: 'exchange' as const };
    return [isWatched ? { ...step, background: true as const } : step];
  });

const asksForUser = (failure: unknown): boolean =>
  typeof failure === 'object' && failure !== null && 'kind' in failure && failure.kind === 'kyc-required';

/** One go at a step of this file. */
export const stepRest = (wallets: Wallets, kind: RestStepKind, id: string): Promise<StepOutcome> => {
  switch (kind) {
    case 'refund':
      return stepRefund(wallets, id);
    case 'refund-watch':
      return stepRefundWatch(wallets, id);
    case 'deposit':
      return stepDeposit(wallets, id);
    case 'upkeep':
      return stepUpkeep(wallets, id);
  }
};
