// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast, type Timestamp } from '../../../../shared/time.ts';
import type { PendingView } from '../../../../shared/view.ts';
import type { PeerStepKind, StepOutcome, Wallets } from '../../context.ts';
import { isCalledBack, isDrawn } from './peer-purse.ts';
import { stepPullIn } from './pull-in.ts';
import { stepPullOut } from './pull-out.ts';
import { stepPushIn } from './push-in.ts';
import { stepPushOut } from './push-out.ts';

/** How a pending step between people is shown. */
export const PEER_TYPE = {
  'push-out': 'peer-send',
  'push-in': 'peer-receive',
  'pull-out': 'invoice',
  'pull-in': 'invoice-payment',
} as const satisfies Readonly<Record<PeerStepKind, PendingView['type']>>;

/** One go at a payment or invoice between people. */
export const stepPeer = (wallets: Wallets, kind: PeerStepKind, id: string): Promise<StepOutcome> => {
  switch (kind) {
    case 'push-out':
      return stepPushOut(wallets, id);
    case 'push-in':
      return stepPushIn(wallets, id);
    case 'pull-out':
      return stepPullOut(wallets, id);
    case 'pull-in':
      return stepPullIn(wallets, id);
  }
};

type PendingPeer = {
  readonly kind: PeerStepKind;
  readonly id: string;
  readonly lane: string;
  readonly waitingFor: PendingView['waitingFor'];
};

/** Payments and invoices that are not finished; a merged or paid one has a step left when its withdrawal has none. */
export const pendingPeers = (wallets: Wallets): readonly PendingPeer[] => {
  const { store, world } = wallets;
  const steps: PendingPeer[] = [];
  const add = (
    kind: PeerStepKind,
    id: string,
    lane: string,
    waitingFor: PendingView['waitingFor'] | undefined,
  ): void => {
    if (waitingFor) steps.push({ kind, id, lane, waitingFor });
  };
  /** Whoever wants something back, or whose time is over, waits for nobody but the exchange. */
  const whom = (
    value: { readonly status: string; readonly why?: string; readonly purse_expiration?: Timestamp },
    otherwise: WaitsFor,
  ): PendingView['waitingFor'] | undefined => {
    const isOver = value.purse_expiration !== undefined && isPast(value.purse_expiration, world.now());
    return otherwise[value.status] && (isOver || isCalledBack(value)) ? 'exchange' : otherwise[value.status];
  };
  for (const { id, value } of store.entries('push-out')) {
    // Its invoice takes it step by step, behind the gate; only what that left behind goes on by itself.
    const invoice = value.invoice === undefined ? undefined : store.entry('pull-out', value.invoice)?.value;
    if (invoice?.status !== 'planned') add('push-out', id, value.exchange, whom(value, SENDING));
  }
  for (const { id, value } of store.entries('pull-in')) add('pull-in', id, value.exchange, PAYING[value.status]);
  for (const { id, value } of store.entries('push-in')) {
    const drawn = value.status === 'merged' && isDrawn(wallets, value.withdrawal);
    add('push-in', id, value.exchange, drawn ? 'exchange' : RECEIVING[value.status]);
  }
  for (const { id, value } of store.entries('pull-out')) {
    const drawn = value.status === 'paid' && isDrawn(wallets, value.withdrawal);
    add('pull-out', id, value.exchange, drawn ? 'exchange' : whom(value, ASKING));
  }
  return steps;
};

type WaitsFor = Readonly<Record<string, PendingView['waitingFor'] | undefined>>;
const SENDING: WaitsFor = { planned: 'exchange', created: 'receiver' };
const PAYING: WaitsFor = { paying: 'exchange' };
const RECEIVING: WaitsFor = { accepted: 'exchange' };
const ASKING: WaitsFor = { planned: 'exchange', open: 'payer' };
