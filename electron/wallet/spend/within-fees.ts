// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import type { Batch, Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { isSteep, priceOfWithdrawal } from './withdrawal-price.ts';

// What an exchange takes is its own to set, and may change between the look and the transfer: a batch that would cost more
// than was agreed to is not drawn.

/** Of the money that came, what would be left, and what its person agreed to lose. */
export type Cost = { readonly sum: Amount; readonly fees: Amount; readonly agreed: Agreed | undefined };

/** What was announced, and what of it may be lost. */
type Promised = Pick<Withdrawal, 'amount' | 'max_fees'>;

type Agreed = { readonly sum: Amount; readonly fees: Amount };

/** What is in the reserve now; `before`: coins of this face value are taken out of it first, for what they cost there. */
type Rest = {
  readonly id: string;
  readonly withdrawal: Withdrawal;
  readonly balance: Amount;
  readonly before?: { readonly value: bigint; readonly cost: bigint };
};

const NOTHING = { value: 0n, cost: 0n };

/** What the withdrawal comes to when the rest, `balance`, is drawn at the prices of now; what was drawn before counts as it is. */
export const costOfRest = (
  { world, store }: Pick<Wallets, 'world' | 'store'>,
  keys: ExchangeKeys,
  { id, withdrawal, balance, before = NOTHING }: Rest,
): Cost => {
  const drawn = drawnBy(store, id);
  const rest = { ...balance, units: balance.units - before.cost };
  const arrives = before.value + priceOfWithdrawal(keys, rest, world.now()).arrives.units;
  const held = drawn + balance.units;
  // The first look at a reserve counts: what was taken since is part of the cost, what came since is not hidden in it.
  const first = withdrawal.arrived === undefined ? undefined : amount(withdrawal.arrived);
  const units = first !== undefined && first.currency === balance.currency && first.units > held ? first.units : held;
  return costOf(withdrawal, { ...balance, units }, units - drawn - arrives);
};

/** What the batch costs by itself, at the prices that a request for it would sign now. */
export const costOfBatch = (withdrawal: Withdrawal, batch: Batch, keys: ExchangeKeys): Cost => {
  const sum = amount(withdrawal.arrived ?? withdrawal.amount);
  const fees = batch.selection.reduce(
    (all, { h, n }) => all + (keys.denominations.get(h)?.feeWithdraw.units ?? 0n) * BigInt(n),
    0n,
  );
  return costOf(withdrawal, sum, fees);
};

/** What drawing a whole sum would cost that is not in a reserve of ours yet. */
export const costToDraw = ({ world }: Pick<Wallets, 'world'>, keys: ExchangeKeys, promised: Promised): Cost => {
  const { sum, fees } = priceOfWithdrawal(keys, amount(promised.amount), world.now());
  return costOf(promised, sum, fees.units);
};

const costOf = ({ amount: announced, max_fees: text }: Promised, sum: Amount, fees: bigint): Cost => ({
  sum,
  fees: { ...sum, units: fees },
  agreed: text === undefined ? undefined : { sum: amount(announced), fees: amount(text) },
});

/**
 * True when that is within what was agreed to: no more is lost, or all that was promised arrives and of what came beyond it
 * (a bank's rounding, a generous sender) a small part is lost. Where nobody could be asked (an older wallet began it), only
 * steep fees are asked about.
 */
const isWithin = (cost: Cost): boolean => {
  const { sum, fees, agreed } = cost;
  if (agreed === undefined) return !isSteep(cost);
  if (fees.units <= agreed.fees.units) return true;
  return sum.units - fees.units >= agreed.sum.units - agreed.fees.units && !isSteep(cost);
};

/** The question to its person when the cost is beyond that; undefined when it is not. */
export const beyondAgreed = (exchange: string, cost: Cost): WalletFailure | undefined => {
  if (isWithin(cost)) return undefined;
  const { sum, fees, agreed } = cost;
  const total = { ...sum, units: sum.units > fees.units ? sum.units - fees.units : 0n };
  return {
    kind: 'withdrawal-fees',
    exchange,
    why: 'dearer',
    sum: amountToText(sum),
    fees: amountToText(fees),
    total: amountToText(total),
    ...(agreed === undefined ? {} : { agreed: amountToText(agreed.fees) }),
  };
};

/** Face value of the coins this withdrawal has made. */
const drawnBy = (reader: Pick<Reader, 'coins'>, id: string): bigint =>
  reader.coins({ sourceId: id }).reduce((all, { value }) => all + amount(value.v).units, 0n);

/**
 * The agreement when coins for a provider's fee are drawn apart, before all others, and so cost a little more: `room` is what the
 * total that was agreed to for the provider leaves for that (10⁻⁸). Undefined when it would take more.
 */
export const agreedWithProvider = ({ fees, agreed }: Cost, room: bigint): string | undefined => {
  const most = agreed === undefined ? fees.units : agreed.fees.units;
  if (fees.units <= most) return amountToText({ ...fees, units: most });
  return fees.units - most <= room ? amountToText(fees) : undefined;
};
