// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, compareAmounts } from '../../shared/amount.ts';
import type { BankRoom, WithdrawalRow } from './bank-room.ts';

/** What a bank of version 5 says of one withdrawal beside its sum; members are named as they are sent. */
export type WithdrawalTerms = {
  readonly editable_amount?: true;
  readonly suggested_amount?: string;
  readonly max_amount?: string;
  readonly card_fees?: string;
  readonly wire_fee?: string;
  readonly required_exchange?: string;
  /** whoever pays in says the sum */
  readonly no_amount_to_wallet?: true;
};

export const TERMS_SCHEMA = `
CREATE TABLE IF NOT EXISTS withdrawal_terms (id TEXT PRIMARY KEY, terms TEXT NOT NULL) STRICT;`;

/** What was said of a withdrawal; nothing of one that a bank of before began. */
export const termsOf = ({ store }: Pick<BankRoom, 'store'>, id: string): WithdrawalTerms => {
  const row = store.one<{ terms: string }>('SELECT terms FROM withdrawal_terms WHERE id = ?', id);
  return row === undefined ? {} : (JSON.parse(row.terms) as WithdrawalTerms);
};

/** The sum that a selection leaves the withdrawal with: its own, or the one that was chosen; undefined where that cannot be. */
export const sumOfSelection = (
  room: Pick<BankRoom, 'store' | 'currency'>,
  id: string,
  { amount: fixed }: WithdrawalRow,
  chosen: string | undefined,
): string | undefined => {
  const { editable_amount, max_amount, no_amount_to_wallet } = termsOf(room, id);
  if (no_amount_to_wallet === true) return chosen === undefined ? '' : undefined;
  if (fixed !== '' && editable_amount !== true) return chosen === undefined || chosen === fixed ? fixed : undefined;
  const sum = chosen ?? fixed;
  if (sum === '' || amount(sum).units === 0n) return undefined;
  return max_amount !== undefined && compareAmounts(amount(sum), amount(max_amount)) > 0 ? undefined : sum;
};
