// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import type { HistoryLineView } from '../../../shared/view-history.ts';
import type { Purchase, ValueByKind, Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { givingOf } from '../ledger/givings.ts';

type Facts = Omit<HistoryLineView, 'line' | 'payment'>;
type Entries = Pick<Reader, 'entry'>;

/** What is known of a line beyond what it says itself; of what was forgotten nothing. */
export const factsOfLine = (reader: Entries, line: HistoryLine): Facts => {
  if (line.title?.kind === 'forgotten') return {};
  // Lines of what we took or paid have the kind before the purse, and those of refunds the purchase.
  const [, id = line.id] = line.id.split(' ');
  return FACTS[line.type](reader, id);
};

type FactsOf = (reader: Entries, id: string) => Facts;

const nothing: FactsOf = () => ({});
const ofOrder: FactsOf = (reader, id) => ofPurchase(id, reader.entry('purchase', id)?.value);
const ofPurseOf =
  (kind: 'push-out' | 'push-in' | 'pull-out' | 'pull-in'): FactsOf =>
  (reader, id) =>
    ofPurse(reader.entry(kind, id)?.value);

/** Of what each kind of line tells. */
const FACTS: { readonly [T in HistoryLine['type']]: FactsOf } = {
  payment: ofOrder,
  'provider-fee': ofOrder,
  refund: ofOrder,
  withdrawal: (reader, id) => ofWithdrawal(reader.entry('withdrawal', id)?.value),
  deposit: (reader, id) => ofDeposit(reader.entry('deposit', id)?.value),
  'peer-sent': ofPurseOf('push-out'),
  'peer-received': ofPurseOf('push-in'),
  'invoice-received': ofPurseOf('pull-out'),
  'invoice-paid': ofPurseOf('pull-in'),
  refresh: nothing,
  'spent-elsewhere': nothing,
  'found-again': nothing,
};

const ofPurchase = (id: string, purchase: Purchase | undefined): Facts => {
  if (purchase === undefined) return {};
  const { created, paid_at: paid, order_id: order, h_contract: contract, status, provider } = purchase;
  const refundUntil = givingOf({ kind: 'purchase', id, clock: '', value: purchase }).mayReturnUntilMs;
  return {
    ...at('began', created),
    ...at('settled', paid),
    ...(status === 'paid' && provider === undefined && isMoment(refundUntil) ? { refundUntil } : {}),
    order,
    ...(contract === undefined ? {} : { contract }),
  };
};

const ofWithdrawal = (withdrawal: Withdrawal | undefined): Facts => {
  if (withdrawal === undefined) return {};
  const { created, reserve, origin, status } = withdrawal;
  return {
    ...at('began', created),
    reserve,
    ...(origin.type === 'manual' && status === 'awaiting-transfer' ? { transfer: origin.payto } : {}),
  };
};

const ofDeposit = (deposit: ValueByKind['deposit'] | undefined): Facts =>
  deposit === undefined
    ? {}
    : {
        ...at('began', deposit.created),
        ...(deposit.status === 'deposited' ? at('until', deposit.wire_deadline) : {}),
        account: deposit.payto,
        contract: deposit.h_contract,
      };

const ofPurse = (purse: { readonly created: Timestamp; readonly purse_expiration?: Timestamp } | undefined): Facts =>
  purse === undefined ? {} : { ...at('began', purse.created), ...at('until', purse.purse_expiration) };

const at = (name: 'began' | 'settled' | 'until', time: Timestamp | undefined): Facts => {
  const ms = time === undefined ? Number.NaN : timestampToMs(time);
  return isMoment(ms) ? { [name]: ms } : {};
};

const isMoment = (ms: number): boolean => Number.isFinite(ms) && ms > 0;
