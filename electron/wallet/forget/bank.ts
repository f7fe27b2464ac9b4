// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Entry } from '../../state/entry.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { hashWire } from '../../taler/crypto/hash.ts';
import type { Wallets } from '../context.ts';
import type { NotForgettable, WalletFailure } from '../failure/failure.ts';
import { leftThere } from '../ledger/left-there.ts';
import { readLedger } from '../ledger/ledger.ts';
import { isOut } from './coins-out.ts';

// Money that went to a bank, or came from one. The account goes; the keys stay by which the exchange still knows it, so that
// a transfer that comes late is found as before.

type FromBank = Exclude<Entry<'withdrawal'>['value']['origin']['type'], 'peer'>;
const FROM_BANK: ReadonlySet<string> = new Set<FromBank>(['manual', 'bank']);

const DEPOSIT_OVER: ReadonlySet<string> = new Set(['done', 'aborted', 'failed']);

/** What forgetting a deposit takes away. */
export const aboutDeposit = (
  { store }: Pick<Wallets, 'store'>,
  { id, value }: Entry<'deposit'>,
): Result<Said<'forgetting'>, WalletFailure> => {
  if (value.forgotten === true) return err({ kind: 'nothing-to-forget', id });
  if (!DEPOSIT_OVER.has(value.status) || isOut(store, value.coins))
    return err({ kind: 'not-forgettable', why: 'unfinished' });
  return ok({ kind: 'to-bank', facts: {} });
};

/** Leaves the sums of a deposit that was found to be forgettable. */
export const forgetDeposit = ({ store }: Pick<Wallets, 'store'>, id: string): void =>
  store.transaction((tx) => {
    const now = tx.entry('deposit', id)?.value;
    if (!now) return;
    const wire = bytesToCrock(hashWire(now.payto, crockToBytes(now.wire_salt, 16)));
    tx.put('deposit', id, { ...now, h_wire: wire, forgotten: true });
    tx.local.deleteTask('deposit', id);
  });

/** What forgetting a withdrawal takes away; one that came from a person is part of that payment. */
export const aboutWithdrawal = (
  wallets: Pick<Wallets, 'store'>,
  withdrawal: Entry<'withdrawal'>,
): Result<Said<'forgetting'>, WalletFailure> => {
  const { id, value } = withdrawal;
  if (value.forgotten === true || !FROM_BANK.has(value.origin.type)) return err({ kind: 'nothing-to-forget', id });
  const { received = 0n, outstanding = 0n } = readLedger(wallets.store).withdrawals.get(id) ?? {};
  const why = whyKept(wallets, withdrawal, outstanding);
  if (why) return err({ kind: 'not-forgettable', why });
  return ok({ kind: received > 0n || value.status === 'done' ? 'from-bank' : 'never-came', facts: {} });
};

/** Leaves the sums of a withdrawal that was found to be forgettable, and the key of its reserve. */
export const forgetWithdrawal = ({ store }: Pick<Wallets, 'store'>, id: string): void =>
  store.transaction((tx) => {
    const now = tx.entry('withdrawal', id)?.value;
    if (!now) return;
    tx.put('withdrawal', id, { ...now, forgotten: true });
    tx.local.setMarkOf('confirm', id, undefined);
    tx.local.setMarkOf('named-by', id, undefined);
  });

const whyKept = (
  { store }: Pick<Wallets, 'store'>,
  { value }: Entry<'withdrawal'>,
  outstanding: bigint,
): NotForgettable | undefined => {
  if ((value.status !== 'done' && value.status !== 'aborted') || outstanding > 0n) return 'unfinished';
  return leftThere(store)[value.reserve] === undefined ? undefined : 'left-there';
};
