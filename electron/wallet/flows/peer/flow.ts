// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast, type Timestamp } from '../../../../shared/time.ts';
import type { PendingView } from '../../../../shared/view.ts';
import type { Wallets } from '../../context.ts';
import { noteWithoutBackup } from '../../at-gate.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import { USUAL_WAITS, type Flow, type Listed } from '../flow.ts';
import { isCalledBack, isDrawn } from './peer-purse.ts';
import { giveUpTaking, isTakingEndable } from './give-up.ts';
import { stepPullIn } from './pull-in.ts';
import { stepPullOut } from './pull-out.ts';
import { stepPushIn } from './push-in.ts';
import { stepPushOut } from './push-out.ts';
import { callBack, isEndable } from './take-back.ts';

// Payments and invoices between people; the id of a step is the purse's public key. A merged or paid one has a step left
// when its withdrawal has none.

type WaitsFor = Readonly<Record<string, PendingView['waitingFor'] | undefined>>;
const SENDING: WaitsFor = { planned: 'exchange', created: 'receiver' };
const PAYING: WaitsFor = { paying: 'exchange' };
const RECEIVING: WaitsFor = { accepted: 'exchange' };
const ASKING: WaitsFor = { planned: 'exchange', open: 'payer' };

/** Whom a step waits for. One whose owner wants it back, or whose time is over, waits for the exchange alone. */
const whom = (
  { world }: Wallets,
  value: Parameters<typeof isCalledBack>[0] & { readonly purse_expiration?: Timestamp },
  otherwise: WaitsFor,
): PendingView['waitingFor'] | undefined => {
  const isOver = value.purse_expiration !== undefined && isPast(value.purse_expiration, world.now());
  return otherwise[value.status] && (isOver || isCalledBack(value)) ? 'exchange' : otherwise[value.status];
};

const isUndecided = (entry: Parameters<typeof isEndable>[0] | undefined): boolean =>
  entry !== undefined && isEndable(entry);

const listed = (
  id: string,
  { exchange }: { readonly exchange: string },
  waitingFor: PendingView['waitingFor'] | undefined,
): readonly Listed[] => (waitingFor ? [{ id, lane: exchange, waitingFor }] : []);

/** The flow of a payment we send to a person. */
export const pushOutFlow = {
  entries: ['push-out'],
  type: 'peer-send',
  pending: (wallets) =>
    wallets.store.entries('push-out').flatMap(({ id, value }) => {
      // The payment of an invoice's fee is driven by its invoice, behind the gate; only one that its invoice has left behind is a step of its own.
      const invoice = value.invoice === undefined ? undefined : wallets.store.entry('pull-out', value.invoice)?.value;
      // So is the payment to ourselves by its other half.
      const taker = value.reissue === true ? wallets.store.entry('push-in', id)?.value : undefined;
      return invoice?.status === 'planned' || taker?.status === 'accepted'
        ? []
        : listed(id, value, whom(wallets, value, SENDING));
    }),
  go: stepPushOut,
  ...USUAL_WAITS,
  takeBack: callBack,
  endable: (reader, id) => isUndecided(reader.entry('push-out', id)),
} as const satisfies Flow;

/** The flow of an invoice we pay. */
export const pullInFlow = {
  entries: ['pull-in'],
  type: 'invoice-payment',
  pending: ({ store }) => store.entries('pull-in').flatMap(({ id, value }) => listed(id, value, PAYING[value.status])),
  go: stepPullIn,
  ...USUAL_WAITS,
  takeBack: callBack,
  endable: (reader, id) => isUndecided(reader.entry('pull-in', id)),
} as const satisfies Flow;

/** The flow of a payment sent to us. Whoever holds the key of its reserve can take it up again, so only that key must be stored. */
export const pushInFlow = {
  entries: ['push-in'],
  type: 'peer-receive',
  pending: (wallets) =>
    wallets.store.entries('push-in').flatMap(({ id, value }) => {
      const drawn = value.status === 'merged' && isDrawn(wallets, value.withdrawal);
      return listed(id, value, drawn ? 'exchange' : RECEIVING[value.status]);
    }),
  go: stepPushIn,
  ...USUAL_WAITS,
  gate: {
    staysIn: 'sender',
    needs: (reader, id) => reserveToStore(reader.entry('push-in', id)?.value),
    sum: (reader, id) => reader.entry('push-in', id)?.value.amount,
    goWithout: (tx, id) => noteWithoutBackup(tx, 'push-in', id),
    next: (reader, id) => {
      const withdrawal = reader.entry('push-in', id)?.value.withdrawal;
      return withdrawal !== undefined && reader.entry('withdrawal', withdrawal)
        ? { kind: 'withdrawal', id: withdrawal }
        : undefined;
    },
  },
  accountKey: (reader, id) => accountKeyOf(reader, reader.entry('push-in', id)?.value),
  takeBack: giveUpTaking,
  endable: (reader, id) => {
    const taking = reader.entry('push-in', id)?.value;
    return taking !== undefined && isTakingEndable(taking);
  },
} as const satisfies Flow;

/** The flow of an invoice of ours that another wallet pays. */
export const pullOutFlow = {
  entries: ['pull-out'],
  type: 'invoice',
  pending: (wallets) =>
    wallets.store.entries('pull-out').flatMap(({ id, value }) => {
      const drawn = value.status === 'paid' && isDrawn(wallets, value.withdrawal);
      return listed(id, value, drawn ? 'exchange' : whom(wallets, value, ASKING));
    }),
  go: stepPullOut,
  ...USUAL_WAITS,
  gate: {
    staysIn: 'payer',
    needs: (reader, id) => reserveToStore(reader.entry('pull-out', id)?.value),
    sum: (reader, id) => reader.entry('pull-out', id)?.value.amount,
    goWithout: (tx, id) => noteWithoutBackup(tx, 'pull-out', id),
  },
  accountKey: (reader, id) => accountKeyOf(reader, reader.entry('pull-out', id)?.value),
  takeBack: callBack,
  endable: (reader, id) => isUndecided(reader.entry('pull-out', id)),
} as const satisfies Flow;

const reserveToStore = (
  purse: { readonly reserve?: string; readonly without_backup?: true } | undefined,
): readonly string[] => (purse?.reserve === undefined || purse.without_backup === true ? [] : [purse.reserve]);
