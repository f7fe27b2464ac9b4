// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, addCapped, amountToText, isZero, zeroAmount, type Amount } from '../../shared/amount.ts';
import { ok, type Result } from '../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../shared/time.ts';
import type { Entry } from '../state/entry.ts';
import type { Reader, Tx } from '../storage/store.ts';
import type { ExchangeKeys } from '../taler/exchange.ts';
import type { Wallets } from './context.ts';
import type { OpenExchange } from './exchanges.ts';
import type { WalletFailure } from './failure.ts';
import { givenUp, isUnfunded } from './given-up.ts';
import { coinAccount, readUses } from './ledger.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from './offer.ts';
import { writePush } from './push-out.ts';
import type { Runner } from './runner.ts';
import type { SpendableCoin } from './spendable.ts';

export type SendAllWish = {
  readonly expiresHours: number;
  readonly summary: string;
  /** written in the transaction that plans the payments; `ids` are their purses */
  readonly note: (tx: Tx, ids: readonly string[]) => void;
};

/** What is still in the wallet, as amount texts per exchange and currency; zeros are left out. */
export type LeftView = {
  /** could be sent now */
  readonly sendable: readonly string[];
  /** on its way back or in, or at an exchange that was not heard of */
  readonly unsettled: readonly string[];
  /** worth no more than the fee of sending it */
  readonly dust: readonly string[];
  /** withdrawals that wait for money from outside */
  readonly awaited: readonly AwaitedView[];
  /** those that were given up before any came: only their keys could still find it */
  readonly givenUp: readonly AwaitedView[];
};

export type AwaitedView = { readonly id: string; readonly amount: string; readonly reserve: string };

const HOUR_MS = 60 * 60_000;

/**
 * Puts every coin that can be spent into purses, as many as the number of coins demands, each of exactly what its coins are worth after
 * their deposit fees: no change remains. All are planned in one transaction before anything is sent. An exchange that cannot be reached
 * fails the whole, so that nobody thinks the wallet was emptied when it was not.
 */
export const sendAll = async (
  wallets: Wallets,
  runner: Pick<Runner, 'drive'>,
  { expiresHours, summary, note }: SendAllWish,
): Promise<Result<readonly string[], WalletFailure>> => {
  const open: OpenExchange[] = [];
  for (const exchange of exchangesWithCoins(wallets.store)) {
    const connected = await wallets.exchanges.open(exchange);
    if (!connected.ok) return connected;
    open.push(connected.value);
  }
  const expiration = msToTimestamp(wallets.world.now() + expiresHours * HOUR_MS);
  const ids = wallets.store.transaction((tx) => {
    const planned = open.flatMap(({ keys }) => {
      const lasting = sendableCoins(wallets, tx, keys).filter(({ expiresMs }) => expiresMs > timestampToMs(expiration));
      return chunks(lasting, MAX_COINS_PER_PAYMENT).map((coins) => {
        const sum = (of: (coin: SpendableCoin) => Amount): Amount =>
          coins.reduce((all, coin) => addAmounts(all, of(coin)), zeroAmount(keys.currency));
        const [total, fees] = [sum(({ left }) => left), sum(({ feeDeposit }) => feeDeposit)];
        const wanted = { amount: { ...total, units: total.units - fees.units }, summary, expiration };
        const contributions = coins.map(({ id, left, feeDeposit }) => ({ id, contribution: left, feeDeposit }));
        return writePush(wallets, tx, keys, wanted, {
          contributions,
          total,
          fees,
          changeFees: zeroAmount(keys.currency),
        });
      });
    });
    note(tx, planned);
    return planned;
  });
  for (const id of ids) await runner.drive({ kind: 'push-out', id });
  return ok(ids);
};

/** What is left, by the keys last heard of each exchange; nothing is asked. */
export const whatIsLeft = (wallets: Wallets): LeftView => {
  const { store } = wallets;
  const uses = readUses(store);
  const sums = {
    sendable: new Map<string, Amount>(),
    unsettled: new Map<string, Amount>(),
    dust: new Map<string, Amount>(),
  };
  for (const exchange of exchangesWithCoins(store)) {
    const keys = wallets.exchanges.cachedKeys(exchange);
    const sendable = new Set(keys ? sendableCoins(wallets, store, keys).map(({ id }) => id) : []);
    for (const entry of store.coins({ exchange })) {
      const { currency, held, busy } = coinAccount(entry, uses);
      if (held === 0n) continue;
      const where = sendable.has(entry.id)
        ? 'sendable'
        : keys && !busy && entry.value.status === 'fresh' && isWorthless(wallets, keys, entry.value.h, held)
          ? 'dust'
          : 'unsettled';
      const key = `${exchange} ${currency}`;
      const before = sums[where].get(key) ?? zeroAmount(currency);
      sums[where].set(key, addCapped(before, { currency, units: held }));
    }
  }
  const texts = (of: ReadonlyMap<string, Amount>): readonly string[] =>
    [...of.values()].filter((each) => !isZero(each)).map(amountToText);
  const awaited = store.entries('withdrawal').filter(({ value }) => isUnfunded(value));
  return {
    sendable: texts(sums.sendable),
    unsettled: texts(sums.unsettled),
    dust: texts(sums.dust),
    awaited: awaited.map(awaitedView),
    givenUp: givenUp(store).map(awaitedView),
  };
};

const awaitedView = ({ id, value }: Entry<'withdrawal'>): AwaitedView => ({
  id,
  amount: value.amount,
  reserve: value.reserve,
});

/** Coins whose deposit leaves something. */
const sendableCoins = (wallets: Wallets, reader: Pick<Reader, 'coins'>, keys: ExchangeKeys): readonly SpendableCoin[] =>
  spendableCoins(wallets, reader, keys).filter(({ left, feeDeposit }) => left.units > feeDeposit.units);

/** The fee of sending it eats it, or its time is over: by dates and fees the exchange's master key has signed. */
const isWorthless = ({ world }: Wallets, keys: ExchangeKeys, h: string, held: bigint): boolean => {
  const denomination = keys.denominations.get(h);
  return (
    denomination !== undefined &&
    (held <= denomination.feeDeposit.units || timestampToMs(denomination.stampExpireDeposit) <= world.now())
  );
};

const exchangesWithCoins = (reader: Pick<Reader, 'coins'>): readonly string[] =>
  [...new Set(reader.coins({}).flatMap(({ value }) => (value.status === 'spent' ? [] : [value.exchange])))].sort();

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
