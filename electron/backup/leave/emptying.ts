// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { EmptyQuoteView, EmptyView } from '../../../shared/view-devices.ts';
import type { PeerPaymentView, PendingView } from '../../../shared/view.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { LeftView } from '../../wallet/empty.ts';
import type { WalletFailure } from '../../wallet/failure/failure.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { EMPTIED, forgetEmptying, readSession, writeSession, type Session } from '../devices/marks.ts';
import type { BackupFailure } from '../failure/failure.ts';

// Emptying is: everything into payments (planned in one transaction), all of them taken, the word "emptied" in the last backup, the
// wallet left, and only then erased. Each step is found again after a restart from what is written down.

export type EmptyParts = { readonly world: World; readonly store: Store; readonly wallet: Wallet };

/** The facts of an emptied wallet, for the receipt. */
export type Emptied = {
  readonly at: number;
  readonly payments: readonly PeerPaymentView[];
  readonly totals: readonly string[];
  readonly fees: readonly string[];
  readonly dust: readonly string[];
  /** one sentence about transfers that were given up; empty when there are none */
  readonly late: readonly string[];
};

/** Long enough for a phone that has to be charged first; untaken money is back the day after. */
const DEFAULT_HOURS = 24;

/** What emptying would send now and what it costs. Nothing is written down; fails when an exchange cannot be reached. */
export const quoteEmptying = async (
  { wallet }: Pick<EmptyParts, 'wallet'>,
  expiresHours: number = DEFAULT_HOURS,
): Promise<Result<EmptyQuoteView, WalletFailure>> => {
  const lines = await wallet.quoteAll(expiresHours);
  return lines.ok ? ok({ lines: lines.value, underWay: wallet.pending().some(isComing) }) : lines;
};

/** Payments that went out and wait for somebody bring nothing in. */
const isComing = ({ type }: PendingView): boolean => type !== 'peer-send' && type !== 'deposit' && type !== 'payment';

/** Puts everything into payments; called again it sends what came back or came in since. Nothing is begun when an exchange cannot be reached. */
export const beginEmptying = async (
  { store, wallet }: EmptyParts,
  expiresHours: number = DEFAULT_HOURS,
): Promise<Result<EmptyView, WalletFailure>> => {
  const before = emptyView({ store, wallet });
  if (before.state === 'leaving') return ok(before);
  // Change and coins that came back first: what is renewed now is sent now.
  await wallet.run();
  const sent = await wallet.sendAll({
    expiresHours,
    summary: 'Everything in this wallet',
    note: (tx, ids) => {
      const former = readSession(tx.local)?.payments ?? [];
      writeSession(tx.local, { payments: [...former, ...ids] });
    },
  });
  return sent.ok ? ok(emptyView({ store, wallet })) : sent;
};

/** Where emptying stands, without asking anybody. */
export const emptyView = ({ store, wallet }: Pick<EmptyParts, 'store' | 'wallet'>): EmptyView => {
  const session = readSession(store.local);
  const payments = paymentsOf(wallet, session);
  const { sendable, unsettled, dust, awaited, givenUp } = wallet.whatIsLeft();
  const left = [...sendable, ...unsettled];
  const open = payments.filter(({ state }) => state === 'starting' || state === 'waiting' || state === 'stopping');
  const say = (state: EmptyView['state'], sentence: string): EmptyView => ({ state, payments, left, dust, sentence });
  if (!session) return say('idle', 'This wallet is not being emptied.');
  const pending = wallet.pending().length;
  const isEmpty = left.length === 0 && pending === 0;
  // What came in after the wallet was left, or while one without a backup was about to be erased, keeps it from being erased.
  if (session.leavingSince !== undefined && (isEmpty || store.local.rootSecret() !== undefined))
    return say('leaving', 'Everything was taken; the providers are being told, then this wallet is erased here.');
  if (open.length > 0) {
    const until = new Date(Math.max(...open.map(({ expiresAt }) => expiresAt)))
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ');
    return say(
      'sending',
      `${open.length} of ${payments.length} payments wait to be taken, until ${until} UTC; what is not taken by then comes back.`,
    );
  }
  if (!isEmpty) {
    if (left.length === 0 && pending === awaited.length) {
      const each = awaited.map(({ id, amount: text, reserve }) => `${text} to reserve ${reserve} (abort ${id})`);
      return say(
        'returned',
        `Everything was taken, but this wallet still waits for money from a bank: ${each.join(', ')}. Abort that if the money was never sent, or wait for it and empty again.`,
      );
    }
    const what = left.length > 0 ? `${left.join(' and ')} is still here` : 'something is still under way';
    return say(
      'returned',
      `${what}${pending > 0 ? ' or on its way' : ''}; empty again to send it, or stop and keep the wallet.`,
    );
  }
  const late = lateMoney(store, givenUp);
  return say('ready', ['Everything was taken.', ...late, 'Finish to leave the wallet and erase it here.'].join(' '));
};

/** What becomes of transfers to reserves that were given up, should they arrive after all. */
const lateMoney = (store: Pick<Store, 'entries'>, givenUp: LeftView['givenUp']): readonly string[] => {
  if (givenUp.length === 0) return [];
  const what = givenUp.map(({ amount: text, reserve }) => `${text} to reserve ${reserve}`).join(' and ');
  const isKept = store.entries('provider').some(({ value }) => !value.removed);
  return [
    isKept
      ? `Nobody has seen ${what}, given up here: should it be sent after all, only a restore of the last backup finds it.`
      : `Nobody has seen ${what}, given up here: should it be sent after all, it goes back to its sender or is lost, for no provider keeps the keys.`,
  ];
};

/** Ends emptying; payments that wait stay what they are, and come back by themselves when nobody takes them. */
export const stopEmptying = ({ store, wallet }: EmptyParts): Result<EmptyView, BackupFailure> => {
  const view = emptyView({ store, wallet });
  if (view.state === 'leaving')
    return notEmpty('It is too late to stop: this wallet has been emptied and is being left. Nothing was changed.');
  store.transaction(forgetEmptying);
  return ok(emptyView({ store, wallet }));
};

/**
 * Everything was taken: from here on the copies say "emptied". In the transaction that begins leaving, for what was looked at before may
 * have changed since. Refused, with nothing changed, while anything is left.
 */
export const beginLeaving = (tx: Tx, { store, wallet, world }: EmptyParts): Result<void, BackupFailure> => {
  const view = emptyView({ store, wallet });
  if (view.state === 'leaving') return ok(undefined);
  if (view.state !== 'ready') return notEmpty(`This wallet is not empty. ${view.sentence} Nothing was changed.`);
  const at = world.now();
  writeSession(tx.local, { ...(readSession(tx.local) ?? { payments: [] }), leavingSince: at });
  tx.put('setting', EMPTIED, {
    value: { at, sent: view.payments.map(({ exchange, amount: text }) => ({ exchange, amount: text })) },
  });
  return ok(undefined);
};

/** Whether a wallet that is left because it was emptied still is empty; any other may be left with what is in it. */
export const isStillEmpty = ({ store, wallet }: Pick<EmptyParts, 'store' | 'wallet'>): Result<void, BackupFailure> => {
  if (readSession(store.local)?.leavingSince === undefined) return ok(undefined);
  const came = whatCame(wallet);
  return came === undefined
    ? ok(undefined)
    : notEmpty(`${came} while this wallet was being left, so it stays: empty it again.`);
};

/** The facts of a wallet that is empty and left, ready to be erased; undefined before, and while anything is in it. */
export const emptied = ({ store, wallet }: Pick<EmptyParts, 'store' | 'wallet'>): Emptied | undefined => {
  const session = readSession(store.local);
  if (session?.leavingSince === undefined || store.local.rootSecret() !== undefined) return undefined;
  if (whatCame(wallet) !== undefined) return undefined;
  const payments = paymentsOf(wallet, session).filter(({ state }) => state === 'taken');
  const left = wallet.whatIsLeft();
  return {
    at: session.leavingSince,
    payments,
    totals: sums(payments.map((each) => each.amount)),
    fees: sums(payments.map((each) => each.fees)),
    dust: left.dust,
    late: lateMoney(store, left.givenUp),
  };
};

const notEmpty = (sentence: string): Result<never, BackupFailure> => err({ kind: 'not-empty', sentence });

/** What is in the wallet after all, for the beginning of a sentence; undefined when nothing is. */
const whatCame = (wallet: Wallet): string | undefined => {
  const { sendable, unsettled } = wallet.whatIsLeft();
  const left = [...sendable, ...unsettled];
  if (left.length > 0) return `${left.join(' and ')} came in`;
  return wallet.pending().length > 0 ? 'Something is under way that began' : undefined;
};

const paymentsOf = (wallet: Wallet, session: Session | undefined): readonly PeerPaymentView[] => {
  const ids = new Set(session?.payments ?? []);
  return ids.size === 0 ? [] : wallet.peer.list().filter(({ id }) => ids.has(id));
};

const sums = (texts: readonly string[]): readonly string[] => {
  const byCurrency = new Map<string, Amount>();
  for (const each of texts.map(amount)) {
    const before = byCurrency.get(each.currency);
    byCurrency.set(each.currency, before ? addCapped(before, each) : each);
  }
  return [...byCurrency.values()].map(amountToText);
};
