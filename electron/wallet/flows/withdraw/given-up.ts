// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../../../shared/time.ts';
import type { AbortView } from '../../../../shared/view.ts';
import { type Entry, exchangeId, type Withdrawal } from '../../../state/entry.ts';
import { tombstoneId } from '../../../state/tombstone.ts';
import type { Reader } from '../../../storage/store.ts';
import { type Drive, type StepOutcome, type Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { noteLeftThere } from '../../ledger/left-there.ts';
import { putNewWithdrawal, setReserve } from '../../ledger/reserve.ts';
import { GIVEN_UP } from '../wish.ts';
import { putWithdrawal } from './reserve.ts';

// A withdrawal whose money never came can be given up, by its person or by its bank, whose word is no proof. The reserve's key stays in the entries and so in the backup: a
// transfer that was on its way all the same is found by a look now and then, and drawn by a withdrawal of its own (the
// status of the first only moves forward).

/** Statuses in which no money has come, as far as we know. */
const UNFUNDED: ReadonlySet<string> = new Set(['registering', 'awaiting-confirmation', 'awaiting-transfer']);

/** True for a withdrawal that waits for money from outside. */
export const isUnfunded = ({ status }: Withdrawal): boolean => UNFUNDED.has(status);

/**
 * True for one that is drawing and has nothing on its way: what it has drawn stays, and what is left in the reserve goes back
 * where it came from when the exchange closes it.
 */
const isDrawn = ({ status, batches }: Withdrawal): boolean =>
  status === 'withdrawing' && !Object.values(batches).some((batch) => batch.status === 'sent');

/** Whether it can be given up: nothing of it is on its way here. */
export const isEndable = (withdrawal: Withdrawal): boolean => isUnfunded(withdrawal) || isDrawn(withdrawal);

/** Nothing was sent of a plan. */
const withoutPlans = ({ batches }: Withdrawal): Withdrawal['batches'] =>
  Object.fromEntries(
    Object.entries(batches).map(([id, batch]) => [
      id,
      batch.status === 'planned' ? { ...batch, status: 'failed' as const } : batch,
    ]),
  );

/** Gives a withdrawal up unless its money is on its way here; undefined when the id is none. */
export const giveUpWithdrawal = async (
  wallets: Wallets,
  drive: Drive,
  id: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  const { store } = wallets;
  const before = store.entry('withdrawal', id)?.value;
  if (!before) return undefined;
  // Money that has just come is taken; an exchange that does not answer changes nothing about the wish.
  if (isUnfunded(before)) await drive({ kind: 'withdrawal', id });
  return store.transaction((tx) => {
    const now = tx.entry('withdrawal', id)?.value;
    if (now?.status === 'aborted') return ok({ id, state: 'aborted' });
    if (!now || !(isUnfunded(now) || isDrawn(now))) return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    putWithdrawal(tx, id, { status: 'aborted', why: GIVEN_UP, batches: withoutPlans(now) });
    tx.local.deleteTask('withdrawal', id);
    return ok({ id, state: 'aborted' });
  });
};

/** Withdrawals that were given up, by whomever, and whose reserve nobody has seen money in. */
export const givenUp = (reader: Pick<Reader, 'entry' | 'entries'>): readonly Entry<'withdrawal'>[] =>
  reader.entries('withdrawal').filter(({ value }) => isWatched(reader, value) && !isForgotten(reader, value));

/** Its person was told that money which comes to a forgotten exchange is not found any more. */
const isForgotten = ({ entry, entries }: Pick<Reader, 'entry' | 'entries'>, withdrawal: Withdrawal): boolean =>
  entry('tombstone', tombstoneId('exchange', exchangeId(withdrawal.exchange, withdrawal.master_pub))) !== undefined &&
  !entries('exchange').some(({ value }) => value.base_url === withdrawal.exchange);

/** True while a late transfer may still be found. */
const isWatched = (
  reader: Pick<Reader, 'entry' | 'entries'>,
  { status, reserve, reserve_priv: priv }: Withdrawal,
): boolean =>
  status === 'aborted' &&
  (priv === undefined
    ? reader.entry('reserve', reserve)?.value.status === 'announced'
    : !reader.entries('withdrawal').some(({ value }) => value.reserve === reserve && value.status !== 'aborted'));

/** So many times what was announced is drawn unasked; an exchange can say any sum. */
const LIKELY = 2;

/** Looks whether money came after all; what came is drawn. */
export const lookForLateMoney = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  if (!isWatched(wallets.store, withdrawal)) return { kind: 'finished' };
  const later: StepOutcome = { kind: 'waiting', waitingFor: 'transfer', forMs: nextLookMs(wallets, withdrawal) };
  const open = await wallets.exchanges.open(withdrawal.exchange);
  if (!open.ok || open.value.keys.masterPub !== withdrawal.master_pub) return later;
  const status = await open.value.client.reserveStatus({ reservePub: withdrawal.reserve });
  if (!status.ok || status.value.state === 'unknown' || isZero(status.value.balance)) return later;
  const { balance } = status.value;
  if (balance.units > amount(withdrawal.amount).units * BigInt(LIKELY)) {
    noteLeftThere(wallets, withdrawal.reserve, balance);
    return later;
  }
  noteLeftThere(wallets, withdrawal.reserve, undefined);
  wallets.store.transaction((tx) => {
    const now = tx.entry('withdrawal', id)?.value;
    if (!now || !isWatched(tx, now)) return;
    setReserve(tx, now.reserve, 'funded');
    // "Without backup" was said of a sum that never came, not of this one.
    const { why: _why, without_backup: _choice, forgotten: _forgotten, ...facts } = now;
    putNewWithdrawal(tx, wallets.world, {
      ...facts,
      amount: amountToText(balance),
      created: msToTimestamp(wallets.world.now()),
      status: 'withdrawing',
      batches: {},
    });
  });
  return { kind: 'finished' };
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When a reserve that was given up is looked at again: the longer nothing came, the later. */
const nextLookMs = ({ world }: Wallets, { created }: Withdrawal): number =>
  Math.min(Math.max((world.now() - timestampToMs(created)) / 8, 10 * MINUTE_MS), DAY_MS);
