// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AgreedView } from '../../../../shared/view.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { changeCosts } from '../../coins/selection.ts';
import type { ChangeCost } from '../../coins/spendable.ts';
import type { Wallets } from '../../context.ts';
import { readNoted } from '../../failure/noted.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { coinAccount, type CoinAccount } from '../../ledger/account.ts';
import { GIVING_KINDS, givingsByCoin, isGiven, type Giving } from '../../ledger/givings.ts';
import { readReturns, type Return } from '../../ledger/returns.ts';
import { readUses } from '../../ledger/uses.ts';

// What came back from a shop lies in used coins and is made into new ones, for a fee that its person was shown with the refund; so are
// coins that a payment gave back, and what it left of them, for what that cost when they were chosen. An exchange may change its fees
// in between: nothing dearer is done before the person has seen the new sum.

/** A used coin whose renewal costs more than was shown: in units, all that it holds, the cost, and what was agreed. */
type Dear = { readonly held: bigint; readonly cost: bigint; readonly agreed: bigint };

/** A used coin: the payments that chose it, and what came back into it. */
type UsedCoin = {
  readonly account: CoinAccount;
  readonly givings: readonly Giving[];
  readonly refunds: readonly Pick<Return, 'id'>[];
};

/** Undefined where it costs what was shown or less, or where nothing was shown (a refund of an older version). */
export const dearerThanShown = (
  reader: Pick<Reader, 'entry'>,
  keys: ExchangeKeys,
  costs: ChangeCost,
  { account, givings, refunds }: UsedCoin,
): Dear | undefined => {
  const { coin, held, waiting } = account;
  const fee = keys.denominations.get(coin.h)?.feeRefresh.units;
  if (fee === undefined) return undefined;
  const most = agreedWhenChosen(account, givings);
  if (most === undefined && refunds.length === 0) return undefined;
  const rest = held > waiting ? costs(held - waiting, fee) : 0n;
  let agreed = most !== undefined && most < rest ? most : rest;
  for (const { id } of refunds) {
    const text = reader.entry('refund', id)?.value.renewal;
    if (text === undefined) return undefined;
    agreed += amount(text).units;
  }
  const cost = costs(held, fee);
  return cost > agreed ? { held, cost, agreed } : undefined;
};

/** Undefined where nothing was written down, and where another copy has spent a part: what that leaves was nobody's to foresee. */
const agreedWhenChosen = ({ id, elsewhere }: CoinAccount, givings: readonly Giving[]): bigint | undefined => {
  if (elsewhere > 0n) return undefined;
  return givings
    .flatMap((giving) => saidOf(giving, id) ?? [])
    .map((text) => amount(text).units)
    .reduce<bigint | undefined>((most, units) => (most === undefined || units > most ? units : most), undefined);
};

/** Of a coin that gave a part what its change was said to cost, and else what all of it may. */
const saidOf = (giving: Giving, id: string): string | undefined => {
  const contribution = giving.coins[id];
  if (contribution === undefined) return undefined;
  return isGiven(giving, contribution) ? (contribution.change ?? contribution.renewal) : contribution.renewal;
};

type ReadsReturns = Pick<
  Reader,
  'coins' | 'entry' | 'entries' | 'withNewerScheme' | 'withOutside' | 'beside' | 'local'
>;

type DearCoin = Dear & { readonly coin: string; readonly refund: string | undefined };

const dearCoins = (wallets: Wallets, reader: ReadsReturns, keys: ExchangeKeys): readonly DearCoin[] => {
  const byCoin = new Map<string, Return[]>();
  for (const each of readReturns(reader))
    if (each.waiting) byCoin.set(each.coin, [...(byCoin.get(each.coin) ?? []), each]);
  const uses = readUses(reader);
  const costs = changeCosts(keys.denominations.values(), wallets.world.now());
  const givings = givingsByCoin(reader);
  return reader.coins({ exchange: keys.baseUrl, status: 'in-use' }).flatMap((entry) => {
    const { id } = entry;
    const account = coinAccount(entry, uses);
    if (account.busy || account.held === 0n) return [];
    const refunds = byCoin.get(id) ?? [];
    const dear = dearerThanShown(reader, keys, costs, { account, givings: givings.get(id) ?? [], refunds });
    return dear ? [{ ...dear, coin: id, refund: refunds[0]?.id }] : [];
  });
};

/** The question about them. */
type Question = Extract<WalletFailure, { readonly kind: 'refund-renewal' }>;

/** What the person is asked about used coins of one exchange; undefined when none got dearer. */
export const questionAboutReturns = (
  wallets: Wallets,
  reader: ReadsReturns,
  keys: ExchangeKeys,
): Question | undefined => {
  const dear = dearCoins(wallets, reader, keys);
  if (dear.length === 0) return undefined;
  const text = (units: bigint): string => amountToText({ currency: keys.currency, units });
  const [sum, fees] = dear.reduce(([held, all], each) => [held + each.held, all + each.cost], [0n, 0n]);
  return { kind: 'refund-renewal', exchange: keys.baseUrl, sum: text(sum), fees: text(fees), total: text(sum - fees) };
};

/** Lets them be renewed for what was `shown` to be left; undefined for any other question under this id. Asked again when less would be left. */
export const agreeToReturns = (
  wallets: Wallets,
  exchange: string,
  shown: string,
): Result<AgreedView, WalletFailure> | undefined => {
  const { store, exchanges } = wallets;
  if (readNoted(store.local.task('renewal', exchange)?.lastFailure)?.kind !== 'refund-renewal') return undefined;
  const keys = exchanges.cachedKeys(exchange);
  const seen = parseAmount(shown);
  if (!seen.ok) return seen;
  return store.transaction((tx): Result<AgreedView, WalletFailure> => {
    const question = keys && questionAboutReturns(wallets, tx, keys);
    if (question && keys) {
      const total = amount(question.total);
      if (seen.value.currency !== total.currency || seen.value.units > total.units) return err(question);
      for (const dear of dearCoins(wallets, tx, keys)) agree(tx, keys.currency, dear);
    }
    tx.local.deleteTask('renewal', exchange);
    return ok({ id: exchange, state: 'pending' });
  });
};

/** Writes down what was agreed to where the next look finds it: with the refund, or with every payment that chose the coin. */
const agree = (tx: Tx, currency: string, { coin, refund, cost, agreed }: DearCoin): void => {
  const text = (units: bigint): string => amountToText({ currency, units });
  const refunded = refund === undefined ? undefined : tx.entry('refund', refund)?.value;
  if (refund !== undefined && refunded !== undefined) {
    const renewal = text(amount(refunded.renewal ?? text(0n)).units + cost - agreed);
    return tx.put('refund', refund, { ...refunded, renewal });
  }
  for (const kind of GIVING_KINDS)
    for (const { id, value } of tx.entries(kind)) {
      const given = value.coins[coin];
      if (given !== undefined)
        tx.put(kind, id, {
          ...value,
          coins: { ...value.coins, [coin]: { ...given, renewal: text(cost), change: text(cost) } },
        });
    }
};
