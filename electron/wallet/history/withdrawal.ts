// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, cappedText } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createdMs, hostOf } from './line.ts';
import { detailOf, withNotes } from './notes.ts';

/** The line of a withdrawal. */
export const withdrawalLine = ({ id, value }: Entry<'withdrawal'>, ledger: Ledger): HistoryLine => {
  const flow = ledger.withdrawals.get(id);
  // What was announced says what was meant; what arrived, what there was to draw.
  const arrived = amount(value.arrived ?? value.amount);
  const effect = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const text = (units: bigint): string => cappedText({ currency: arrived.currency, units });
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
    summary: '',
    title: { kind: titleOf(value), facts: {} },
    ...withNotes(withdrawalNotes(value)),
  };
};

const titleOf = ({ origin, recoup }: Withdrawal): 'from-bank' | 'received-payment' | 'drawn-again' | 'by-transfer' => {
  if (origin.type === 'bank') return 'from-bank';
  if (origin.type === 'peer') return 'received-payment';
  return recoup === true ? 'drawn-again' : 'by-transfer';
};

const withdrawalNotes = ({ status, why, origin, amount: wanted, arrived }: Withdrawal): readonly Said<'note'>[] => {
  switch (status) {
    case 'registering':
      return [{ kind: 'registering', facts: {} }];
    case 'awaiting-confirmation':
      return [{ kind: 'awaiting-confirmation', facts: {} }];
    case 'awaiting-transfer':
      return [{ kind: 'awaiting-transfer', facts: origin.type === 'manual' ? { payto: origin.payto } : {} }];
    case 'aborted':
      return why === 'given-up'
        ? [{ kind: 'given-up', facts: {} }]
        : [{ kind: 'not-carried-out', facts: detailOf(why) }];
    default:
      return arrived === undefined || amount(arrived).units >= amount(wanted).units
        ? []
        : [{ kind: 'arrived-less', facts: { arrived, wanted } }];
  }
};
