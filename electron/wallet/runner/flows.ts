// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../../shared/view.ts';
import type { RestStepKind, Step, StepOutcome, Wallets } from '../context.ts';
import { stepDeposit } from '../flows/deposit/deposit-step.ts';
import { stepRefund, stepRefundWatch, waitingRefunds } from '../flows/pay/refund.ts';
import { stepPayment } from '../flows/pay/settle.ts';
import { PEER_TYPE, pendingPeers, stepPeer } from '../flows/peer/peer-steps.ts';
import { stepRefresh } from '../flows/refresh/refresh.ts';
import { stepRenewal, waitingRenewals } from '../flows/refresh/renew.ts';
import { stepUpkeep } from '../flows/upkeep.ts';
import { givenUp } from '../flows/withdraw/given-up.ts';
import { stepWithdrawal } from '../flows/withdraw/withdraw.ts';

// What there is to do, read from the entries and nowhere else.

/** A step with the server whose turn it takes (`lane`) and whom it waits for. */
export type PendingStep = Step & {
  readonly lane: string;
  readonly waitingFor: PendingView['waitingFor'];
  /** only looks whether there is something to do: nobody waits for it, and it is not shown */
  readonly background?: true;
};

/** Everything that is not finished, read from the entries. */
export const pendingSteps = (wallets: Wallets): readonly PendingStep[] => {
  const { store } = wallets;
  const steps: PendingStep[] = [];
  for (const { id, value } of store.entries('withdrawal')) {
    const waitingFor = WITHDRAWAL_WAITS_FOR[value.status];
    if (waitingFor) steps.push({ kind: 'withdrawal', id, lane: value.exchange, waitingFor });
  }
  for (const { id, value } of givenUp(store))
    steps.push({ kind: 'withdrawal', id, lane: value.exchange, waitingFor: 'transfer', background: true });
  for (const { id, value } of store.entries('purchase')) {
    if (value.status === 'paying')
      steps.push({ kind: 'payment', id, lane: value.exchange ?? value.merchant_base_url, waitingFor: 'merchant' });
  }
  for (const { id, value } of store.entries('refresh')) {
    if (value.status === 'planned' || value.status === 'melted')
      steps.push({ kind: 'refresh', id, lane: value.exchange, waitingFor: 'exchange' });
  }
  steps.push(...pendingPeers(wallets), ...pendingRestSteps(wallets));
  for (const exchange of waitingRenewals(wallets))
    steps.push({ kind: 'renewal', id: exchange, lane: exchange, waitingFor: 'exchange' });
  return steps;
};

/** True while the step is not finished. */
export const isListed = (wallets: Wallets, { kind, id }: Step): boolean =>
  pendingSteps(wallets).some((each) => each.kind === kind && each.id === id);

const WITHDRAWAL_WAITS_FOR: Readonly<Record<string, PendingView['waitingFor'] | undefined>> = {
  registering: 'confirmation',
  'awaiting-confirmation': 'confirmation',
  'awaiting-transfer': 'transfer',
  withdrawing: 'exchange',
};

/** How a step of each kind is shown. */
export const TYPE: Readonly<Record<Step['kind'], PendingView['type']>> = {
  withdrawal: 'withdrawal',
  refresh: 'refresh',
  renewal: 'refresh',
  payment: 'payment',
  ...PEER_TYPE,
  refund: 'refund',
  'refund-watch': 'refund',
  deposit: 'deposit',
  upkeep: 'refresh',
};

/** However often a step failed, it is tried again after this. */
export const BACK_OFF_CEILING_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
export const DAY_MS = 24 * HOUR_MS;
/** As long as a step without a failure is put off at most: the longest `forMs` or `atMostMs` it asks for, or the runner's own ceiling. */
export const LONGEST_WAIT_MS: Readonly<Record<Step['kind'], number>> = {
  withdrawal: 10 * 60_000,
  refresh: BACK_OFF_CEILING_MS,
  renewal: BACK_OFF_CEILING_MS,
  payment: BACK_OFF_CEILING_MS,
  'push-out': BACK_OFF_CEILING_MS,
  'push-in': BACK_OFF_CEILING_MS,
  'pull-out': BACK_OFF_CEILING_MS,
  'pull-in': BACK_OFF_CEILING_MS,
  refund: HOUR_MS,
  'refund-watch': HOUR_MS,
  deposit: 6 * HOUR_MS,
  upkeep: 30 * HOUR_MS,
};

/** One go at a step of any flow. */
export const oneGo = async (wallets: Wallets, { kind, id }: Step): Promise<StepOutcome> => {
  switch (kind) {
    case 'withdrawal':
      return stepWithdrawal(wallets, id);
    case 'refresh':
      return stepRefresh(wallets, id);
    case 'payment':
      return stepPayment(wallets, id);
    case 'renewal':
      return stepRenewal(wallets, id);
    case 'push-out':
    case 'push-in':
    case 'pull-out':
    case 'pull-in':
      return stepPeer(wallets, kind, id);
    case 'refund':
    case 'refund-watch':
    case 'deposit':
    case 'upkeep':
      return stepRest(wallets, kind, id);
  }
};

/** A step on refunds and deposits as the runner sees it; `background` ones never count as unfinished. */
type RestStep = {
  readonly kind: RestStepKind;
  readonly id: string;
  readonly lane: string;
  readonly waitingFor: PendingView['waitingFor'];
  readonly background?: true;
};

/** Everything there is to do or to look after here, read from the entries. */
const pendingRestSteps = (wallets: Wallets): readonly RestStep[] => {
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
const stepRest = (wallets: Wallets, kind: RestStepKind, id: string): Promise<StepOutcome> => {
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
