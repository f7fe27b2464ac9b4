// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../shared/view.ts';
import type { RestStepKind, StepOutcome, Wallets } from './context.ts';
import { stepRefund, stepRefundWatch, waitingRefunds } from './refund.ts';

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

/** One go at a step of this file. */
export const stepRest = (wallets: Wallets, kind: RestStepKind, id: string): Promise<StepOutcome> => {
  switch (kind) {
    case 'refund':
      return stepRefund(wallets, id);
    case 'refund-watch':
      return stepRefundWatch(wallets, id);
    case 'deposit':
    case 'upkeep':
      return Promise.resolve({ kind: 'finished' });
  }
};
