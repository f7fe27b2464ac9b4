// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { Withdrawal } from '../../../state/entry.ts';
import { bankConfig } from '../../../taler/bank/config.ts';
import {
  operationStatus,
  selectReserve,
  type BankOperation,
  type OperationState,
} from '../../../taler/bank/operation.ts';
import { untilCalledOff } from '../../../taler/wire/called-off.ts';
import type { StepOutcome, WaitAtServer, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { isBarred } from '../named-by.ts';
import { pollReserve, putWithdrawal } from './reserve.ts';

// What follows after a bank's offer was taken up: the bank is told our reserve, and is asked until its customer has said yes there.

/** Tells the bank our reserve; asking again is harmless, so a lost answer costs nothing. */
export const registerOperation = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const { origin, reserve } = withdrawal;
  if (origin.type !== 'bank') return { kind: 'finished' };
  if (await isBarred(wallets, { id, value: withdrawal }, origin.bank_base_url))
    return refusedByBank(wallets, id, withdrawal, UNKNOWN);
  const answer = await selectReserve(wallets.world, {
    ...operationOf(origin),
    reservePub: reserve,
    exchangePayto: origin.exchange_payto,
    // Written with the reserve, so that a repeated request is the same to the byte.
    ...(origin.sum === 'chosen' ? { amount: withdrawal.amount } : {}),
  });
  if (!answer.ok) return refusedByBank(wallets, id, withdrawal, answer.error);
  const { transferDone, confirmUrl } = answer.value;
  wallets.store.transaction((tx) => {
    putWithdrawal(tx, id, { status: transferDone ? 'awaiting-transfer' : 'awaiting-confirmation' });
    // An origin is written once; an address the bank names only now is of use to this installation alone.
    if (origin.confirm_url === undefined && confirmUrl !== undefined) tx.local.setMarkOf('confirm', id, confirmUrl);
  });
  return { kind: 'again' };
};

/** Looks whether the person has confirmed the transfer at the bank. */
export const pollOperation = async (wallets: Wallets, id: string, withdrawal: Withdrawal): Promise<StepOutcome> => {
  const { origin } = withdrawal;
  if (origin.type !== 'bank') return { kind: 'finished' };
  if (await isBarred(wallets, { id, value: withdrawal }, origin.bank_base_url))
    return refusedByBank(wallets, id, withdrawal, UNKNOWN);
  const status = await operationStatus(wallets.world, operationOf(origin));
  if (!status.ok) return refusedByBank(wallets, id, withdrawal, status.error);
  if (status.value.state === 'aborted') return refusedByBank(wallets, id, withdrawal, { kind: 'operation-aborted' });
  const { state, amount: said } = status.value;
  if (state !== 'confirmed') {
    const sum = said === undefined || origin.sum === 'at-bank' ? withdrawal.amount : amountToText(said);
    // Nothing was moved yet, and its person is about to say yes to it at the bank.
    if (state === 'selected' && sum !== withdrawal.amount)
      return { kind: 'failed', failure: { kind: 'bank-sum-changed', wanted: withdrawal.amount, sum } };
    return { kind: 'waiting', waitingFor: 'confirmation', wait: waitAtBank(wallets, operationOf(origin), state) };
  }
  wallets.store.transaction((tx) => putWithdrawal(tx, id, { status: 'awaiting-transfer' }));
  return { kind: 'again' };
};

/** A request is held so long; whoever sits between us and the bank may cut longer ones. */
const WAIT_MS = 30_000;
/** So often in a row the bank is waited for before it is asked anew. */
const MOST_WAITS = 10;

/** Waits at the bank, in the words of its version, until it says another state. One that answers long before the time is over, and has nothing to say, is asked from time to time only. */
const waitAtBank = (wallets: Wallets, operation: BankOperation, oldState: OperationState): WaitAtServer => ({
  since: oldState,
  untilChanged: async (signal) => {
    const world = untilCalledOff(wallets.world, signal);
    const config = await bankConfig(world, operation.bankBaseUrl);
    if (!config.ok) return false;
    for (let waits = 0; waits < MOST_WAITS && !signal.aborted; waits++) {
      const begun = world.now();
      const wait = { ms: WAIT_MS, oldState, speaks: config.value.speaks };
      const status = await operationStatus(world, { ...operation, wait });
      if (status.ok && status.value.state !== oldState) return true;
      if (!status.ok || world.now() - begun < WAIT_MS / 2) return false;
    }
    return false;
  },
});

const operationOf = (origin: Extract<Withdrawal['origin'], { readonly type: 'bank' }>): BankOperation => ({
  bankBaseUrl: origin.bank_base_url,
  operationId: origin.operation_id,
});

/** Of a bank that may not be asked no more is known than of one that has forgotten. */
const UNKNOWN: WalletFailure = { kind: 'operation-unknown' };

/** Words of the bank after which no transfer will ever come; everything else is tried again. */
const FINAL: readonly WalletFailure['kind'][] = [
  'operation-unknown',
  'operation-taken',
  'reserve-reused',
  'operation-aborted',
];

/** A bank may drop its note of an operation before the transfer it started has arrived: so long its silence about it ends nothing. */
const FORGOTTEN_FOR_MS = 7 * 24 * 3_600_000;
const FORGOTTEN_POLL_MS = 10 * 60_000;

const refusedByBank = async (
  wallets: Wallets,
  id: string,
  withdrawal: Withdrawal,
  failure: WalletFailure,
): Promise<StepOutcome> => {
  if (!FINAL.includes(failure.kind)) return { kind: 'failed', failure };
  const registered = withdrawal.status !== 'registering';
  // The bank was told our reserve (perhaps its answer was lost): money that is in it counts for more than the bank's word.
  if (registered || failure.kind === 'operation-unknown') {
    const found = await pollReserve(wallets, id, withdrawal);
    if (found.kind !== 'waiting') return found;
    const isRecent = timestampToMs(withdrawal.created) + FORGOTTEN_FOR_MS > wallets.world.now();
    if (registered && failure.kind === 'operation-unknown' && isRecent)
      return { kind: 'waiting', waitingFor: 'transfer', forMs: FORGOTTEN_POLL_MS };
  }
  wallets.store.transaction((tx) => putWithdrawal(tx, id, { status: 'aborted', why: failure.kind }));
  return { kind: 'finished' };
};
