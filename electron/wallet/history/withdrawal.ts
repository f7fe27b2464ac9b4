// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, cappedText } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createdMs, hostOf } from './line.ts';

/** The line of a withdrawal. */
export const withdrawalLine = ({ id, value }: Entry<'withdrawal'>, ledger: Ledger): HistoryLine => {
  const flow = ledger.withdrawals.get(id);
  // What was announced says what was meant; what arrived, what there was to draw.
  const arrived = amount(value.arrived ?? value.amount);
  const effect = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const text = (units: bigint): string => cappedText({ currency: arrived.currency, units });
  const note = withdrawalNote(value);
  return {
    id,
    type: 'withdrawal',
    state: value.status === 'done' ? 'done' : value.status === 'aborted' ? 'aborted' : 'pending',
    at: createdMs(value),
    exchange: value.exchange,
    currency: arrived.currency,
    amount: amountToText(arrived),
    // The fees are what arrived and did not become coins: withdraw fees, and a rest that no denomination fits.
    fees: text(value.status === 'done' && arrived.units > effect ? arrived.units - effect : 0n),
    effect: text(effect),
    party: value.origin.type === 'bank' ? hostOf(value.origin.bank_base_url) : hostOf(value.exchange),
    summary:
      value.origin.type === 'bank'
        ? 'Withdrawal from the bank'
        : value.origin.type === 'peer'
          ? 'Received payment'
          : value.recoup === true
            ? 'Coins of a revoked denomination, withdrawn again'
            : 'Withdrawal by bank transfer',
    ...(note === undefined ? {} : { note }),
  };
};

const withdrawalNote = ({ status, why, origin, amount: wanted, arrived }: Withdrawal): string | undefined => {
  switch (status) {
    case 'registering':
      return 'The bank is being told where to send the money.';
    case 'awaiting-confirmation':
      return 'Waiting for the confirmation at the bank.';
    case 'awaiting-transfer':
      return origin.type === 'manual'
        ? `Waiting for the bank transfer. Send it to ${origin.payto}`
        : 'Waiting for the bank transfer.';
    case 'aborted':
      if (why === 'given-up')
        return 'Given up before money came; if it was sent all the same, it is found and withdrawn.';
      return `Not carried out${why === undefined ? '' : ` (${why})`}; no money was moved by this wallet.`;
    default:
      return arrived === undefined || amount(arrived).units >= amount(wanted).units
        ? undefined
        : `${arrived} of ${wanted} arrived; what is sent to the same address later is withdrawn, too.`;
  }
};
