// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../../shared/view.ts';
import { sumAtGate } from '../at-gate.ts';
import type { Step, Wallets } from '../context.ts';
import { explainFailure } from '../failure/explain.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { givenUp } from '../flows/withdraw/given-up.ts';
import { PEER_TYPE, pendingPeers } from '../flows/peer/peer-steps.ts';
import { waitingRenewals } from '../flows/refresh/renew.ts';
import { pendingRestSteps } from './flows.ts';

// What there is to do, read from the entries and nowhere else, and what is said about it.

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

const TYPE: Readonly<Record<Step['kind'], PendingView['type']>> = {
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

/** The step as it is shown, with what its last try came to. */
export const pendingView = (wallets: Wallets, { kind, id, waitingFor }: PendingStep): PendingView => {
  const { store, world } = wallets;
  const task = store.local.task(kind, id);
  const failed = said(task?.lastFailure);
  return {
    id,
    type: TYPE[kind],
    waitingFor:
      failed?.kind === 'kyc-required' ? 'user' : failed?.kind === 'not-backed-up-yet' ? 'provider' : waitingFor,
    nextTryAt: nextAt(wallets, { kind, id }) || world.now(),
    attempts: task?.attempts ?? 0,
    ...(failed === undefined ? {} : { note: failed.sentence }),
    ...(failed?.link === undefined ? {} : { link: failed.link }),
  };
};

/** What waits for its backup may be had without. */
export const goingWithout = ({ store }: Wallets, step: PendingStep): Pick<PendingView, 'withoutBackup'> => {
  const waits = said(store.local.task(step.kind, step.id)?.lastFailure)?.kind === 'not-backed-up-yet';
  const sum = waits ? sumAtGate(store, step) : undefined;
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
  const isGivenUp = kind === 'withdrawal' && store.entry('withdrawal', id)?.value.status === 'aborted';
  const longest = task.lastFailure === undefined ? (isGivenUp ? DAY_MS : LONGEST_WAIT_MS[kind]) : BACK_OFF_CEILING_MS;
  return task.nextAt > world.now() + longest + ROUNDING_MS ? 0 : task.nextAt;
};

/** However often a step failed, it is tried again after this. */
export const BACK_OFF_CEILING_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const ROUNDING_MS = 1_000;
/** As long as a step without a failure is put off at most: the longest `forMs` or `atMostMs` it asks for, or the runner's own ceiling. */
const LONGEST_WAIT_MS: Readonly<Record<Step['kind'], number>> = {
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

/** Only what the sentence is made from; a failure may hold bodies of servers and big numbers. */
export const plain = (failure: WalletFailure, link: string | undefined): Said => ({
  kind: failure.kind,
  sentence: explainFailure(failure),
  ...(failure.kind === 'not-backed-up-yet' && (failure.why === 'no-provider' || failure.why === 'too-few-providers')
    ? { needsPerson: true }
    : {}),
  ...(link === undefined ? {} : { link }),
});

type Said = { readonly kind: string; readonly sentence: string; readonly link?: string; readonly needsPerson?: true };

/** What `plain` wrote, read back. */
export const said = (failure: unknown): Said | undefined => {
  if (typeof failure !== 'object' || failure === null || !('kind' in failure) || !('sentence' in failure))
    return undefined;
  const { kind, sentence } = failure;
  if (typeof kind !== 'string' || typeof sentence !== 'string') return undefined;
  return { kind, sentence, ...('link' in failure && typeof failure.link === 'string' ? { link: failure.link } : {}) };
};
