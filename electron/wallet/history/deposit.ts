// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine, HistoryState } from '../../../shared/view.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import { isEndable } from '../flows/deposit/take-back.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FORGOTTEN } from './payment.ts';
import { backNotes, dearerNotes, detailOf, withNotes } from './notes.ts';

/** The line of a deposit to one's own bank account; `given` is what it took from coins, `refreshCost` what renewing their rest cost. */
export const depositLine = (
  { id, value }: Entry<'deposit'>,
  { given, refreshCost, ledger }: { readonly given: bigint; readonly refreshCost: bigint; readonly ledger: Ledger },
): HistoryLine => {
  const wanted = amount(value.amount);
  const text = (units: bigint): string => cappedText({ currency: wanted.currency, units });
  const spent = given + refreshCost;
  const made = arriving(value);
  const settled = given > 0n ? made : 0n;
  return {
    id,
    type: 'deposit',
    state: STATE[value.status] ?? 'pending',
    at: timestampToMs(value.created),
    exchange: value.exchange,
    currency: wanted.currency,
    amount: text(made),
    fees: text(spent > settled ? spent - settled : 0n),
    effect: text(-spent),
    ...(value.forgotten === true
      ? FORGOTTEN
      : {
          party: accountOf(value.payto),
          summary: '',
          title: { kind: 'to-bank-account', facts: {} },
          ...withNotes(notesOf(value, made < wanted.units ? text(made) : undefined, ledger)),
          ...(STATE[value.status] === undefined ? {} : { forgettable: true as const }),
          ...(isEndable(value) ? { endable: true as const } : {}),
        }),
  };
};

const STATE: Readonly<Record<string, HistoryState | undefined>> = {
  done: 'done',
  aborted: 'aborted',
  failed: 'failed',
};

/** What the account gets: the whole sum, or what the coins give that an exchange took one by one (v14) before it refused one. */
const arriving = ({ status, amount: wanted, coins, wire_fee: wireFee }: ValueByKind['deposit']): bigint => {
  const { units } = amount(wanted);
  if (status !== 'deposited' && status !== 'done') return units;
  const given = Object.values(coins).reduce(
    (sum, { c, fee, s }) => (s === 'paid' ? sum + amount(c).units - amount(fee).units : sum),
    0n,
  );
  const left = given - (wireFee === undefined ? 0n : amount(wireFee).units);
  return left > units ? units : left > 0n ? left : 0n;
};

/** `part`: what was deposited, where it was not all. */
const notesOf = (
  deposit: ValueByKind['deposit'],
  part: string | undefined,
  ledger: Ledger,
): readonly Said<'note'>[] => {
  const { status, why, amount: wanted, coins } = deposit;
  const rest: readonly Said<'note'>[] =
    part === undefined
      ? []
      : [{ kind: 'deposited-part', facts: { part, wanted } }, ...backNotes(coins, ledger, 'rest-back')];
  switch (status) {
    case 'deposited':
      return [...rest, { kind: 'being-transferred', facts: {} }];
    case 'done':
      return rest;
    case 'aborted':
    case 'failed':
      return [{ kind: 'deposit-failed', facts: detailOf(why) }, ...dearerNotes(deposit), ...backNotes(coins, ledger)];
    default:
      return [];
  }
};

/** The account without the scheme and the query. */
const accountOf = (payto: string): string => payto.replace(/^payto:\/\/[^/]*\//, '').replace(/\?.*$/, '');
