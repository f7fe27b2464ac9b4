// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, cappedText } from '../../../shared/amount.ts';
import { plainText } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { Entry, Withdrawal } from '../../state/entry.ts';
import { isEndable } from '../flows/withdraw/given-up.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Flow } from '../ledger/sums.ts';
import { createdMs, hostOf } from './line.ts';
import { detailOf, withNotes } from './notes.ts';
import { FORGOTTEN } from './payment.ts';

/** The line of a withdrawal; `left` is what came to its account and was not announced. */
export const withdrawalLine = ({ id, value }: Entry<'withdrawal'>, ledger: Ledger, left?: string): HistoryLine => {
  const flow = ledger.withdrawals.get(id);
  // What was announced says what was meant; what arrived, what there was to draw.
  const arrived = amount(value.arrived ?? value.amount);
  const effect = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const text = (units: bigint): string => cappedText({ currency: arrived.currency, units });
  // The fees are what arrived and did not become coins: withdraw fees, and a rest that no denomination fits.
  const missing = arrived.units - effect;
  const isIn = value.status === 'done' || (value.status === 'withdrawing' && isDrawn(value, missing));
  return {
    id,
    type: 'withdrawal',
    state: value.status === 'done' ? 'done' : value.status === 'aborted' ? 'aborted' : 'pending',
    at: createdMs(value),
    exchange: value.exchange,
    currency: arrived.currency,
    amount: amountToText(arrived),
    fees: text(isIn && missing > 0n ? missing : 0n),
    effect: text(effect),
    ...(value.forgotten === true
      ? FORGOTTEN
      : {
          party: value.origin.type === 'bank' ? hostOf(value.origin.bank_base_url) : hostOf(value.exchange),
          summary: plainText(value.brought?.summary ?? ''),
          title: { kind: titleOf(value), facts: {} },
          ...(isOver(value) ? { forgettable: true as const } : {}),
          ...(isEndable(value) && value.origin.type !== 'peer' ? { endable: true as const } : {}),
        }),
    ...withNotes([
      ...(value.forgotten === true ? [] : withdrawalNotes(value)),
      ...(left === undefined
        ? []
        : [{ kind: 'left-there' as const, facts: { sum: left, host: hostOf(value.exchange) } }]),
    ]),
  };
};

/** True once all that arrived is being drawn: no more is `missing` of it than its person agreed to lose. */
export const isDrawn = ({ max_fees: agreed }: { readonly max_fees?: string }, missing: bigint): boolean =>
  agreed !== undefined && missing <= amount(agreed).units;

const isOver = ({ status, origin }: Withdrawal): boolean =>
  (status === 'done' || status === 'aborted') && origin.type !== 'peer';

/** False for one that brought nothing and is forgotten; `left`: what is in its account all the same. */
export const isWithdrawalShown = (
  { status, forgotten }: Withdrawal,
  flow: Flow | undefined,
  left: string | undefined,
): boolean => {
  if (status !== 'aborted' || forgotten !== true || left !== undefined) return true;
  return flow !== undefined && (flow.received > 0n || flow.outstanding > 0n);
};

type Title = 'from-bank' | 'received-payment' | 'drawn-again' | 'by-transfer' | 'unknown-origin';

const titleOf = ({ origin, recoup, brought }: Withdrawal): Title => {
  if (brought?.what === 'coins') return 'unknown-origin';
  if (brought?.what === 'peer-push-credit' || brought?.what === 'peer-pull-credit') return 'received-payment';
  if (brought?.what === 'recoup') return 'drawn-again';
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
