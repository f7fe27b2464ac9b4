// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Coin, Entry, Refresh, Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { selectionUnits } from '../coins/planchets.ts';
import { outsideOf, outsideSeeds, type Outside } from '../coins/outside.ts';
import { isOf, newerSeeds } from '../coins/scheme.ts';
import { unitsAbroad } from './abroad.ts';
import { isGiven, readGivings, type Giving } from './givings.ts';
import { drawnFromReturns, readReturns, type Return } from './returns.ts';

// The one place that says what a coin is still worth and where the rest of it went. Balances and history are both
// read from it, so that their sums agree at every instant, also in a state joined from two devices.

/** A coin and where its face value is. All sums in 10⁻⁸ of `currency`; face + returned = given + melted + held + elsewhere. */
export type CoinAccount = {
  readonly id: string;
  readonly coin: Coin;
  readonly currency: string;
  readonly face: bigint;
  /** refunded into it */
  readonly returned: bigint;
  /** the part of `returned` that no refresh has taken up */
  readonly waiting: bigint;
  /** promised to or taken by payments */
  readonly given: bigint;
  /** turned into newer coins and fees by refreshes */
  readonly melted: bigint;
  /** what is left of it */
  readonly held: bigint;
  /** in purses of another copy, which nobody has taken: part of `elsewhere`, and may come back */
  readonly abroad: bigint;
  /** neither here nor accounted for: another copy of this wallet spent it (negative if two copies both claim to have used it) */
  readonly elsewhere: bigint;
  /** a payment or refresh that is not finished uses it now */
  readonly busy: boolean;
  /** only a newer wallet can derive its keys */
  readonly isNewer: boolean;
  /** somebody outside this wallet can reach it */
  readonly outside: Outside | undefined;
  readonly clock: string;
};

/** What an event did to the balance so far, and what is still on its way because of it. */
export type Flow = {
  readonly exchange: string;
  readonly currency: string;
  readonly received: bigint;
  readonly outstanding: bigint;
  /** the part of `outstanding` that only a newer wallet can fetch */
  readonly newer: bigint;
};

export type Ledger = {
  readonly coins: ReadonlyMap<string, CoinAccount>;
  readonly withdrawals: ReadonlyMap<string, Flow>;
  readonly refreshes: ReadonlyMap<string, Flow>;
  /** whether a coin is counted, also under the id it was found with */
  readonly isOurs: (coinId: string) => boolean;
};

/** Reads every coin, withdrawal, refresh and payment once; pure over the store. */
export const readLedger = (reader: Reader): Ledger => {
  const refreshes = reader.entries('refresh');
  const uses = readUses(reader);
  const coins = new Map<string, CoinAccount>();
  const received = new Map<string, bigint>();
  const receivedBySeed = new Map<string, bigint>();
  for (const entry of reader.entries('coin')) {
    if (uses.sameAs.has(entry.value.source_id)) continue;
    const account = coinAccount(entry, uses);
    coins.set(entry.id, account);
    add(received, entry.value.source_id, account.face);
    add(receivedBySeed, seedOf(entry.id), account.face);
  }
  const withdrawals = new Map<string, Flow>();
  for (const { id, value } of reader.entries('withdrawal')) {
    const { currency } = amount(value.amount);
    withdrawals.set(id, {
      exchange: value.exchange,
      currency,
      received: received.get(id) ?? 0n,
      ...outstandingOfWithdrawal(value, receivedBySeed, uses.newer),
    });
  }
  const refreshFlows = new Map<string, Flow>();
  for (const { id, value } of refreshes) {
    const got = received.get(id) ?? 0n;
    const due = value.status === 'melted' ? selectionUnits(value.selection) - got : 0n;
    refreshFlows.set(id, {
      exchange: value.exchange,
      currency: amount(value.fee).currency,
      received: got,
      outstanding: max0(due),
      newer: uses.newer.has(id) ? max0(due) : 0n,
    });
  }
  return { coins, withdrawals, refreshes: refreshFlows, isOurs: (id) => coins.has(realCoin(uses.sameAs, id)) };
};

/** True once the old coin's value has gone into this refresh, or was written off by it. */
export const isMelted = (refresh: Refresh): boolean =>
  refresh.same_as === undefined &&
  (refresh.status === 'melted' ||
    refresh.status === 'done' ||
    refresh.noreveal_index !== undefined ||
    refresh.why === 'expired');

/** What a refresh takes from its old coin: the new coins' face value and every fee and rest (`fee` holds them all). */
export const takenByRefresh = (refresh: Refresh): bigint =>
  selectionUnits(refresh.selection) + amount(refresh.fee).units;

/** How payments and refreshes used coins and what came back into them, by coin id. */
export type Uses = {
  readonly given: ReadonlyMap<string, Use>;
  readonly melted: ReadonlyMap<string, Melted>;
  readonly returned: ReadonlyMap<string, bigint>;
  readonly abroad: ReadonlyMap<string, bigint>;
  /** found refreshes that turned out to be these sessions */
  readonly sameAs: ReadonlyMap<string, string>;
  /** seeds whose coins only a newer wallet can derive */
  readonly newer: ReadonlySet<string>;
  /** seeds that somebody outside may know or follow */
  readonly outside: ReadonlyMap<string, Outside>;
};

type UsesReader = Pick<Reader, 'entries' | 'withScheme' | 'withOutside'> & {
  readonly local: Pick<Reader['local'], 'mark'>;
};

/** Everything payments and refreshes did to any coin; read once, then ask `coinAccount` for as many coins as needed. */
export const readUses = (reader: UsesReader): Uses => {
  const returns = readReturns(reader);
  const returned = new Map<string, bigint>();
  for (const { coin, units } of returns) add(returned, coin, units);
  const refreshes = reader.entries('refresh');
  const sameAs = new Map(
    refreshes.flatMap(({ id, value }) => (value.same_as === undefined ? [] : [[id, value.same_as] as const])),
  );
  return {
    given: givenByCoin(readGivings(reader)),
    melted: meltedByCoin(refreshes, returns, sameAs),
    returned,
    abroad: unitsAbroad(reader),
    sameAs,
    newer: newerSeeds(reader),
    outside: outsideSeeds(reader),
  };
};

type Use = { readonly units: bigint; readonly busy: boolean };
/** `drawn`: the part of `units` that came out of returned value. `planned`: nothing is melted yet; busy only once the coin is not fresh any more. */
type Melted = Use & { readonly drawn: bigint; readonly planned: boolean };

/** Where the face value of one coin is. */
export const coinAccount = (entry: Entry<'coin'>, uses: Uses): CoinAccount => {
  const coin = entry.value;
  const given = uses.given.get(entry.id);
  const melted = uses.melted.get(entry.id);
  const { currency, units: face } = amount(coin.v);
  const givenUnits = given?.units ?? 0n;
  const meltedUnits = melted?.units ?? 0n;
  const returned = uses.returned.get(entry.id) ?? 0n;
  const waiting = max0(returned - (melted?.drawn ?? 0n));
  const unused = face + returned - givenUnits - meltedUnits;
  const limit = amount(coin.remaining).units + waiting;
  const abroad = uses.abroad.get(entry.id) ?? 0n;
  const held = coin.status === 'spent' ? 0n : max0((unused < limit ? unused : limit) - abroad);
  return {
    id: entry.id,
    coin,
    currency,
    face,
    returned,
    waiting,
    given: givenUnits,
    melted: meltedUnits,
    held,
    abroad,
    elsewhere: face + returned - givenUnits - meltedUnits - held,
    busy: (given?.busy ?? false) || (melted?.busy ?? false) || (melted?.planned === true && coin.status !== 'fresh'),
    isNewer: isOf(uses.newer, entry.id),
    outside: outsideOf(uses.outside, entry.id),
    clock: entry.clock,
  };
};

const givenByCoin = (givings: readonly Giving[]): ReadonlyMap<string, Use> => {
  const uses = new Map<string, Use>();
  for (const giving of givings) {
    for (const [id, contribution] of Object.entries(giving.coins)) {
      if (!isGiven(giving, contribution)) continue;
      const before = uses.get(id);
      uses.set(id, {
        units: (before?.units ?? 0n) + amount(contribution.c).units,
        busy: (before?.busy ?? false) || giving.busy,
      });
    }
  }
  return uses;
};

const meltedByCoin = (
  refreshes: readonly Entry<'refresh'>[],
  returns: readonly Return[],
  sameAs: Uses['sameAs'],
): ReadonlyMap<string, Melted> => {
  const uses = new Map<string, Melted>();
  const returnById = new Map(returns.map((each) => [each.id, each]));
  for (const { value } of refreshes) {
    const oldCoin = realCoin(sameAs, value.old_coin);
    const before = uses.get(oldCoin);
    const taken = isMelted(value) ? takenByRefresh(value) : 0n;
    uses.set(oldCoin, {
      units: (before?.units ?? 0n) + taken,
      drawn: (before?.drawn ?? 0n) + drawnFromReturns(value, taken, returnById),
      busy: (before?.busy ?? false) || value.status === 'melted',
      planned: (before?.planned ?? false) || value.status === 'planned',
    });
  }
  return uses;
};

const outstandingOfWithdrawal = (
  withdrawal: Withdrawal,
  receivedBySeed: ReadonlyMap<string, bigint>,
  newerSeeds: ReadonlySet<string>,
): Pick<Flow, 'outstanding' | 'newer'> => {
  let [outstanding, newer] = [0n, 0n];
  if (withdrawal.status !== 'withdrawing') return { outstanding, newer };
  for (const [batchId, batch] of Object.entries(withdrawal.batches)) {
    if (batch.status !== 'planned' && batch.status !== 'sent') continue;
    const due = max0(selectionUnits(batch.selection) - (receivedBySeed.get(batchId) ?? 0n));
    outstanding += due;
    if (newerSeeds.has(batchId)) newer += due;
  }
  return { outstanding, newer };
};

/** The id under which a coin is counted: a found one under the session it turned out to be of. */
export const realCoin = (sameAs: Uses['sameAs'], id: string): string => {
  const session = sameAs.get(seedOf(id));
  return session === undefined ? id : `${session}${id.slice(id.indexOf('/'))}`;
};

/** A coin's id is its seed's id, a slash, and its index. */
const seedOf = (coinId: string): string => coinId.slice(0, coinId.indexOf('/'));

const add = (sums: Map<string, bigint>, key: string, units: bigint): void => {
  sums.set(key, (sums.get(key) ?? 0n) + units);
};

const max0 = (units: bigint): bigint => (units > 0n ? units : 0n);
