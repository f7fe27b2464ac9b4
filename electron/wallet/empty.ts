// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText } from '../../shared/amount.ts';
import { ok, type Result } from '../../shared/result.ts';
import { msToTimestamp, timestampToMs, type Timestamp } from '../../shared/time.ts';
import type { EmptyQuoteLine } from '../../shared/view-devices.ts';
import type { Entry } from '../state/entry.ts';
import type { Reader, Tx } from '../storage/store.ts';
import type { ExchangeKeys } from '../taler/exchange/keys/model.ts';
import type { Drive, Wallets } from './context.ts';
import type { OpenExchange } from './exchanges.ts';
import type { WalletFailure } from './failure/failure.ts';
import { givenUp, isUnfunded } from './flows/withdraw/given-up.ts';
import { coinAccount } from './ledger/account.ts';
import { readUses } from './ledger/uses.ts';
import { openInTime } from './open-in-time.ts';
import { arrivesOf } from './flows/peer/peer-quote.ts';
import { writePush } from './flows/peer/push-out.ts';
import { isBelowPurseFee, planWhole, sendableCoins, type WholePayment } from './flows/peer/whole-coins.ts';

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
  /** on its way back or in, at an exchange that was not heard of, or made by a newer wallet */
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
 * Puts every coin that can be spent into purses, as many as the number of coins and the exchange's limits demand, each of
 * exactly what its coins are worth after their deposit fees: no change remains, but of a coin that is larger than what one
 * person may take. All are planned in one transaction before anything is sent. An exchange that cannot be reached fails the
 * whole, so that nobody thinks the wallet was emptied when it was not.
 */
export const sendAll = async (
  wallets: Wallets,
  drive: Drive,
  { expiresHours, summary, note }: SendAllWish,
): Promise<Result<readonly string[], WalletFailure>> => {
  const open = await openAll(wallets);
  if (!open.ok) return open;
  const expiration = expirationIn(wallets, expiresHours);
  const ids = wallets.store.transaction((tx) => {
    const written = planAll(wallets, tx, open.value, expiration).map(({ keys, wanted, selection }) =>
      writePush(wallets, tx, keys, { amount: wanted, summary, expiration }, selection),
    );
    note(tx, written);
    return written;
  });
  for (const id of ids) await drive({ kind: 'push-out', id });
  return ok(ids);
};

/** What `sendAll` would send now, by the very same plan; nothing is written down. Fails as `sendAll` would. */
export const quoteAll = async (
  wallets: Wallets,
  expiresHours: number,
): Promise<Result<readonly EmptyQuoteLine[], WalletFailure>> => {
  const open = await openAll(wallets, openInTime);
  if (!open.ok) return open;
  const planned = planAll(wallets, wallets.store, open.value, expirationIn(wallets, expiresHours));
  return ok(
    leftByExchange(wallets).map(({ exchange, currency, sendable, unsettled, dust }) => {
      const here = planned.filter(({ keys }) => keys.baseUrl === exchange && keys.currency === currency);
      const text = (units: bigint): string => amountToText({ currency, units });
      const sum = (of: (payment: WholePayment) => bigint): bigint =>
        here.reduce((all, payment) => all + of(payment), 0n);
      const total = sum(({ selection }) => selection.total.units);
      return {
        exchange,
        currency,
        payments: here.length,
        amount: text(sum(({ wanted }) => wanted.units)),
        arrives: text(sum(({ keys, wanted }) => arrivesOf(keys, wanted, wallets.world.now()))),
        fees: text(sum(({ selection }) => selection.fees.units)),
        total: text(total),
        dust: text(dust),
        later: text(sendable + unsettled > total ? sendable + unsettled - total : 0n),
      };
    }),
  );
};

const planAll = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'>,
  open: readonly OpenExchange[],
  expiration: Timestamp,
): readonly WholePayment[] => open.flatMap(({ keys }) => planWhole(wallets, reader, keys, expiration));

const openAll = async (
  wallets: Wallets,
  openOne: typeof openInTime = ({ exchanges }, exchange) => exchanges.open(exchange),
): Promise<Result<readonly OpenExchange[], WalletFailure>> => {
  const open: OpenExchange[] = [];
  const all = exchangesWithCoins(wallets.store).map((exchange) => openOne(wallets, exchange));
  for (const connected of await Promise.all(all)) {
    if (!connected.ok) return connected;
    open.push(connected.value);
  }
  return ok(open);
};

const expirationIn = ({ world }: Wallets, hours: number): Timestamp => msToTimestamp(world.now() + hours * HOUR_MS);

/** What is left, by the keys last heard of each exchange; nothing is asked. */
export const whatIsLeft = (wallets: Wallets): LeftView => {
  const left = leftByExchange(wallets);
  const awaited = wallets.store.entries('withdrawal').filter(({ value }) => isUnfunded(value));
  const texts = (of: (each: Left) => bigint): readonly string[] =>
    left.filter((each) => of(each) !== 0n).map((each) => amountToText({ currency: each.currency, units: of(each) }));
  return {
    sendable: texts(({ sendable }) => sendable),
    unsettled: texts(({ unsettled }) => unsettled),
    dust: texts(({ dust }) => dust),
    awaited: awaited.map(awaitedView),
    givenUp: givenUp(wallets.store).map(awaitedView),
  };
};

type Left = {
  readonly exchange: string;
  readonly currency: string;
  sendable: bigint;
  unsettled: bigint;
  dust: bigint;
};

const leftByExchange = (wallets: Wallets): readonly Left[] => {
  const { store } = wallets;
  const uses = readUses(store);
  const byExchange = new Map<string, Left>();
  for (const exchange of exchangesWithCoins(store)) {
    const keys = wallets.exchanges.cachedKeys(exchange);
    const coins = keys ? sendableCoins(wallets, store, keys) : [];
    const sendable = new Set(coins.map(({ id }) => id));
    const tooFew = keys !== undefined && isBelowPurseFee(keys, coins, wallets.world.now());
    for (const entry of store.coins({ exchange })) {
      const { currency, held, busy, isNewer } = coinAccount(entry, uses);
      if (held === 0n) continue;
      const where =
        sendable.has(entry.id) && !tooFew
          ? 'sendable'
          : sendable.has(entry.id) ||
              (keys &&
                !busy &&
                !isNewer &&
                entry.value.status === 'fresh' &&
                isWorthless(wallets, keys, entry.value.h, held))
            ? 'dust'
            : 'unsettled';
      const key = `${exchange} ${currency}`;
      const left = byExchange.get(key) ?? { exchange, currency, sendable: 0n, unsettled: 0n, dust: 0n };
      left[where] = addCapped({ currency, units: left[where] }, { currency, units: held }).units;
      byExchange.set(key, left);
    }
  }
  return [...byExchange.values()];
};

const awaitedView = ({ id, value }: Entry<'withdrawal'>): AwaitedView => ({
  id,
  amount: value.amount,
  reserve: value.reserve,
});

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
