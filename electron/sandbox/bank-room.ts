// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { Bell } from './bell.ts';
import type { SandboxWorld } from './clock.ts';
import type { Store } from './store.ts';

/** Money that reached an exchange's account with a reserve key in its subject. */
export type ReserveCredit = {
  readonly reservePub: string;
  readonly amount: string;
  readonly senderPayto: string;
  readonly wireReference: number;
};

/** An exchange as the bank knows it: the account it banks with and where it wants to hear of credits. */
export type BankCustomerExchange = {
  readonly account: string;
  readonly baseUrl: string;
  readonly credit: (credit: ReserveCredit) => void;
};

export type BankRefusal = { readonly kind: 'bank-refused'; readonly status: number; readonly code: number };

/** What the parts of the bank share. */
export type BankRoom = {
  readonly store: Store;
  readonly currency: string;
  /** the versions of its integration */
  readonly integration: '0:0:0' | '5:0:5';
  readonly world: SandboxWorld;
  readonly exchanges: () => readonly BankCustomerExchange[];
  readonly accountPayto: (account: string) => string;
  readonly transfer: (
    from: string,
    exchange: BankCustomerExchange,
    reservePub: string,
    amountText: string,
  ) => Result<void, BankRefusal>;
  readonly baseUrl: () => string;
  readonly bell: Bell;
};

export type WithdrawalRow = {
  account: string;
  amount: string;
  exchange: number;
  reserve_pub: string | null;
  selected_exchange: string | null;
  state: 'open' | 'selected' | 'confirmed' | 'aborted';
};

/** The customer's confirmation: moves the money once; confirming again changes nothing. `paid` is what is paid in where nobody said a sum before. */
export const confirmWithdrawal = (room: BankRoom, id: string, paid = ''): Result<void, BankRefusal> => {
  const row = room.store.one<WithdrawalRow>('SELECT * FROM withdrawal WHERE id = ?', id);
  if (!row) return err({ kind: 'bank-refused', status: 404, code: 5107 });
  if (row.state === 'confirmed') return ok(undefined);
  if (row.state === 'aborted') return err({ kind: 'bank-refused', status: 409, code: 5117 });
  const exchange = room
    .exchanges()
    .find((each) => sameAccount(room.accountPayto(each.account), row.selected_exchange ?? ''));
  if (row.state === 'open' || row.reserve_pub === null || !exchange)
    return err({ kind: 'bank-refused', status: 400, code: 5119 });
  const sum = row.amount === '' ? paid : row.amount;
  if (sum === '') return err({ kind: 'bank-refused', status: 400, code: 26 });
  const moved = room.transfer(row.account, exchange, row.reserve_pub, sum);
  if (!moved.ok) return moved;
  room.store.run("UPDATE withdrawal SET state = 'confirmed', amount = ? WHERE id = ?", sum, id);
  room.bell.ring();
  return ok(undefined);
};

/** Aborts unless the money has moved. */
export const abortWithdrawal = (room: BankRoom, id: string): Result<void, BankRefusal> => {
  const { changes } = room.store.run(
    "UPDATE withdrawal SET state = 'aborted' WHERE id = ? AND state != 'confirmed'",
    id,
  );
  room.bell.ring();
  return changes === 1 ? ok(undefined) : err({ kind: 'bank-refused', status: 409, code: 5116 });
};

const sameAccount = (a: string, b: string): boolean => a.split('?')[0] === b.split('?')[0];

/** Whether a payto names one of the exchanges that bank here. */
export const isExchangeAccount = (room: BankRoom, payto: string): boolean =>
  room.exchanges().some((each) => sameAccount(room.accountPayto(each.account), payto));
