// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
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
  /** about transfers that were given up; empty when there are none */
  readonly late: readonly Said<'emptying'>[];
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

/**
 * Puts everything into payments; called again it sends what came back or came in since. Nothing is begun when an exchange cannot be
 * reached. The receiver reads `summary`, which is signed with each payment.
 */
export const beginEmptying = async (
  { store, wallet }: EmptyParts,
  summary: string,
  expiresHours: number = DEFAULT_HOURS,
): Promise<Result<EmptyView, WalletFailure>> => {
  const before = emptyView({ store, wallet });
  if (before.state === 'leaving') return ok(before);
  // What came late, change and coins that came back first: what is renewed now is sent now.
  await wallet.lookNow();
  await wallet.run();
  const sent = await wallet.sendAll({
    expiresHours,
    summary,
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
  const say = (state: EmptyView['state'], ...said: readonly Said<'emptying'>[]): EmptyView => ({
    state,
    payments,
    left,
    dust,
    said,
  });
  if (!session) return say('idle', { kind: 'idle', facts: {} });
  const pending = wallet.pending().length;
  const isEmpty = left.length === 0 && pending === 0;
  // What came in after the wallet was left, or while one without a backup was about to be erased, keeps it from being erased.
  if (session.leavingSince !== undefined && (isEmpty || store.local.rootSecret() !== undefined))
    return say('leaving', { kind: 'leaving', facts: {} });
  if (open.length > 0) {
    const until = Math.max(...open.map(({ expiresAt }) => expiresAt));
    return say('sending', { kind: 'sending', facts: { open: open.length, of: payments.length, until } });
  }
  if (!isEmpty) {
    if (left.length === 0 && pending === awaited.length) {
      const sums = awaited.map((each) => each.amount);
      return say('returned', { kind: 'waits-for-bank', facts: { sums, ids: awaited.map(({ id }) => id) } });
    }
    return say(
      'returned',
      ...(left.length > 0 ? [{ kind: 'still-here' as const, facts: { left } }] : []),
      ...(left.length === 0 || pending > 0 ? [{ kind: 'still-under-way' as const, facts: {} }] : []),
      { kind: 'again', facts: {} },
    );
  }
  return say('ready', { kind: 'taken', facts: {} }, ...lateMoney(store, givenUp), { kind: 'finish', facts: {} });
};

/** What becomes of transfers to reserves that were given up, should they arrive after all. */
const lateMoney = (store: Pick<Store, 'entries'>, givenUp: LeftView['givenUp']): readonly Said<'emptying'>[] => {
  if (givenUp.length === 0) return [];
  const kept = store.entries('provider').some(({ value }) => !value.removed) ? 'kept' : 'unkept';
  const sums = givenUp.map((each) => each.amount);
  return [{ kind: 'late', facts: { sums, reserves: givenUp.map(({ reserve }) => reserve), kept } }];
};

/** Ends emptying; payments that wait stay what they are, and come back by themselves when nobody takes them. */
export const stopEmptying = ({ store, wallet }: EmptyParts): Result<EmptyView, BackupFailure> => {
  const view = emptyView({ store, wallet });
  if (view.state === 'leaving') return notEmpty({ why: 'too-late' });
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
  if (view.state !== 'ready') return notEmpty({ why: 'still', ...leftOf(view.left) });
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
  return came === undefined ? ok(undefined) : notEmpty(came);
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

type NotEmpty = Omit<Extract<BackupFailure, { kind: 'not-empty' }>, 'kind'>;

const notEmpty = (facts: NotEmpty): Result<never, BackupFailure> => err({ kind: 'not-empty', ...facts });

const leftOf = (left: readonly string[]): { readonly left?: readonly string[] } => (left.length === 0 ? {} : { left });

/** What is in the wallet after all; undefined when nothing is. */
const whatCame = (wallet: Wallet): NotEmpty | undefined => {
  const { sendable, unsettled } = wallet.whatIsLeft();
  const left = [...sendable, ...unsettled];
  if (left.length > 0) return { why: 'came-in', left };
  return wallet.pending().length > 0 ? { why: 'began' } : undefined;
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
