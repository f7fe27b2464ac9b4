// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import type { Purchase, ValueByKind } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import type { CoinRefund, NamedRefund } from '../../../taler/merchant/refund.ts';
import { changeCosts } from '../../coins/selection.ts';
import type { Wallets } from '../../context.ts';
import { isConfirmed } from '../../ledger/returns.ts';

// What a shop names as refunds becomes entries that every copy carries, so it has a budget: a refund of nothing is not
// kept, and of one purchase only so many are. What the exchange signed has room that other lines cannot take.

type RefundEntry = ValueByKind['refund'];

/** A purchase that something came back of. */
export type Refunded = {
  readonly id: string;
  readonly purchase: Purchase;
  readonly keys: ExchangeKeys | undefined;
};

/** Beside one per coin: partial refunds that the exchange has not signed, or has refused. */
const UNSIGNED_MORE = 64;
/** Beside one per coin: all refunds of one purchase. */
const ALL_MORE = 128;

/** How many refunds of this purchase are kept. */
export const linesAtMost = ({ coins }: Purchase): number => Object.keys(coins).length + ALL_MORE;

/** Chooses from what the shop names: `isWanted` for each line in turn; `wereTooMany` when some were left out for want of room. */
export const readLines = (
  wallets: Wallets,
  reader: Pick<Reader, 'entries'>,
  { id, purchase }: Refunded,
): { readonly isWanted: (refund: NamedRefund) => boolean; readonly wereTooMany: () => boolean } => {
  const coinIdByPub = coinIds(wallets, purchase);
  const known = refundsById(reader, id);
  let signed = [...known.values()].filter(isConfirmed).length;
  let unsigned = known.size - signed;
  let tooMany = false;
  const seen = new Set<string>();
  const roomFor = (answer: NamedRefund['answer']): boolean => {
    if (signed + unsigned >= linesAtMost(purchase)) return false;
    return answer === 'given' || unsigned < Object.keys(purchase.coins).length + UNSIGNED_MORE;
  };
  return {
    wereTooMany: () => tooMany,
    isWanted: (refund) => {
      const coin = coinIdByPub.get(refund.coinPub);
      const given = coin === undefined ? undefined : purchase.coins[coin];
      if (coin === undefined || given === undefined || refund.amount.units === 0n) return false;
      if (amount(given.c).currency !== refund.amount.currency) return false;
      const refundId = idOf(id, coin, refund.rtransactionId);
      if (seen.has(refundId)) return false;
      seen.add(refundId);
      const before = known.get(refundId);
      if (before) return !isConfirmed(before) && before.status !== 'failed';
      if (!roomFor(refund.answer)) {
        tooMany = true;
        return false;
      }
      if (refund.answer === 'given') signed += 1;
      else unsigned += 1;
      return true;
    },
  };
};

/** Writes down what the exchange said about each coin of a purchase; never more than the coin gave, never for another coin. */
export const writeRefunds = (
  wallets: Wallets,
  tx: Tx,
  { id, purchase, keys }: Refunded,
  refunds: readonly CoinRefund[],
): void => {
  const coinIdByPub = coinIds(wallets, purchase);
  const known = refundsById(tx, id);
  const sums = sumsByCoin(known.values());
  const quote = renewalQuotes(wallets, keys, known.values());
  for (const refund of refunds) {
    const coin = coinIdByPub.get(refund.coinPub);
    const given = coin === undefined ? undefined : purchase.coins[coin];
    if (coin === undefined || given === undefined || amount(given.c).currency !== refund.amount.currency) continue;
    const refundId = idOf(id, coin, refund.rtransactionId);
    const before = known.get(refundId);
    // All refunds of one coin together are at most what it gave, whatever merchant and exchange agree on.
    const others = (sums.get(coin) ?? 0n) - (before && before.status !== 'failed' ? amount(before.amount).units : 0n);
    if (others + refund.amount.units > amount(given.c).units) continue;
    if (before && (isConfirmed(before) || before.status === 'failed')) continue;
    const fee = feeOf(tx, keys, coin, refund.amount);
    const renewal = refund.state.kind === 'given' ? quote(tx, coin, refund.amount, fee) : undefined;
    const at = { id, coin, fee, created: wallets.world.now(), ...(renewal === undefined ? {} : { renewal }) };
    const value = putRefund(tx, refundId, at, refund);
    known.set(refundId, value);
    sums.set(coin, value.status === 'failed' ? others : others + refund.amount.units);
  }
};

const putRefund = (
  tx: Tx,
  refundId: string,
  at: {
    readonly id: string;
    readonly coin: string;
    readonly fee: string;
    readonly renewal?: string;
    readonly created: number;
  },
  { rtransactionId, amount: sum, state }: CoinRefund,
): RefundEntry => {
  const coin = tx.entry('coin', at.coin)?.value;
  // A closed coin has no signature any more: nothing can be made of what comes back into it.
  const closed = state.kind === 'given' && coin?.status === 'spent';
  const value: RefundEntry = {
    purchase: at.id,
    coin: at.coin,
    rtransaction_id: rtransactionId,
    amount: amountToText(sum),
    fee: at.fee,
    ...(at.renewal === undefined ? {} : { renewal: at.renewal }),
    created: msToTimestamp(at.created),
    ...(state.kind === 'given' ? { exchange_pub: state.exchangePub, exchange_sig: state.exchangeSig } : {}),
    ...(closed
      ? { status: 'failed', why: 'coin-closed' }
      : state.kind === 'refused'
        ? { status: 'failed', why: `refused with ${state.exchangeStatus}` }
        : { status: 'announced' }),
  };
  tx.put('refund', refundId, value);
  // A copy that still thought the coin whole: it goes through a refresh like every other.
  if (state.kind === 'given' && coin?.status === 'fresh') tx.put('coin', at.coin, { ...coin, status: 'in-use' });
  return value;
};

const idOf = (purchase: string, coin: string, rtransactionId: number): string =>
  `${purchase} ${coin} ${rtransactionId}`;

const refundsById = (reader: Pick<Reader, 'entries'>, purchase: string): Map<string, RefundEntry> =>
  new Map(
    reader.entries('refund').flatMap(({ id, value }) => (value.purchase === purchase ? [[id, value] as const] : [])),
  );

const sumsByCoin = (refunds: Iterable<RefundEntry>): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { coin, status, amount: text } of refunds)
    if (status !== 'failed') sums.set(coin, (sums.get(coin) ?? 0n) + amount(text).units);
  return sums;
};

const coinIds = (wallets: Wallets, { coins }: Purchase): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(coins).flatMap((coinId) => {
      const coinKeys = wallets.coinKeys.keysOf(coinId);
      return coinKeys ? [[bytesToCrock(coinKeys.coinPub), coinId] as const] : [];
    }),
  );

/** What making new coins of each refund costs, beside what waits in its coin already; undefined where the exchange's fees are not known. */
const renewalQuotes = (
  { world }: Pick<Wallets, 'world'>,
  keys: ExchangeKeys | undefined,
  known: Iterable<RefundEntry>,
): ((tx: Tx, coin: string, sum: Amount, fee: string) => string | undefined) => {
  const costs = keys && changeCosts(keys.denominations.values(), world.now());
  const waiting = new Map<string, bigint>();
  const net = (sum: bigint, fee: string): bigint => (sum > amount(fee).units ? sum - amount(fee).units : 0n);
  for (const refund of known)
    if (isConfirmed(refund) && refund.status === 'announced')
      waiting.set(refund.coin, (waiting.get(refund.coin) ?? 0n) + net(amount(refund.amount).units, refund.fee));
  return (tx, coin, sum, fee) => {
    const denomination = keys?.denominations.get(tx.entry('coin', coin)?.value.h ?? '');
    if (!costs || !denomination) return undefined;
    const before = waiting.get(coin) ?? 0n;
    const after = before + net(sum.units, fee);
    waiting.set(coin, after);
    const more = costs(after, denomination.feeRefresh.units) - costs(before, denomination.feeRefresh.units);
    return amountToText({ ...sum, units: more > 0n ? more : 0n });
  };
};

const feeOf = (tx: Tx, keys: ExchangeKeys | undefined, coin: string, sum: Amount): string => {
  const h = tx.entry('coin', coin)?.value.h;
  const fee = h === undefined ? undefined : keys?.denominations.get(h)?.feeRefund;
  return amountToText(fee ?? { ...sum, units: 0n });
};
