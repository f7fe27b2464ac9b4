// SPDX-License-Identifier: GPL-3.0-or-later
import { worthOf, type CoinAccount } from './account.ts';

/** What an event did to the balance so far, and what is still on its way because of it. */
export type Flow = {
  readonly exchange: string;
  readonly currency: string;
  readonly received: bigint;
  readonly outstanding: bigint;
  /** the part of `outstanding` that only a newer wallet can fetch */
  readonly newer: bigint;
  /** the part of `outstanding` that is made of money that was here already */
  readonly back: bigint;
};

/** What the coins and what is on its way come to, in one currency at one exchange; sums in units. */
export type Sums = {
  available: bigint;
  incoming: bigint;
  /** the part of `incoming` that is only to be made into change */
  change: bigint;
  /** the part of `change` that nothing is planned for yet */
  unplanned: bigint;
  /** the part of `incoming` that was here before: what is left of used coins, and what is being made of it */
  back: bigint;
  bad: number;
  newer: bigint;
  /** what somebody outside can reach */
  left: bigint;
  joined: bigint;
  /** coins and flows that are summed here */
  members: number;
};

/** The sums of what was said to them; said again with -1, it is as if it had never been said. */
export type SumsByKey = {
  readonly sums: ReadonlyMap<string, Readonly<Sums>>;
  readonly coin: (account: CoinAccount, sign: 1 | -1) => void;
  readonly flow: (flow: Flow, sign: 1 | -1) => void;
};

/** Where nothing was said yet. */
export const NO_SUMS: Readonly<Sums> = {
  available: 0n,
  incoming: 0n,
  change: 0n,
  unplanned: 0n,
  back: 0n,
  bad: 0,
  newer: 0n,
  left: 0n,
  joined: 0n,
  members: 0,
};

export const sumsByKey = (): SumsByKey => {
  const byKey = new Map<string, Sums>();
  const at = (exchange: string, currency: string, sign: 1 | -1): Sums => {
    const key = `${exchange} ${currency}`;
    const sums = byKey.get(key) ?? { ...NO_SUMS };
    sums.members += sign;
    if (sums.members === 0) byKey.delete(key);
    else byKey.set(key, sums);
    return sums;
  };
  return {
    sums: byKey,
    coin: (account, sign) => {
      const sums = at(account.coin.exchange, account.currency, sign);
      const held = sign < 0 ? -account.held : account.held;
      const own = worthOf(account);
      const net = sign < 0 ? -own : own;
      const isBad = account.isBad && account.held > 0n;
      if (isBad) sums.bad += sign;
      if (account.isNewer) sums.newer += held;
      if (account.outside !== undefined) sums[account.outside] += net;
      // What is left of a used coin comes back as change, so it cannot be spent yet.
      const isFree = account.outside !== 'left' && account.coin.status === 'fresh' && !account.busy;
      if (!isBad && !account.isNewer && isFree) sums.available += held;
      else sums.incoming += net;
      const isUsed = account.outside !== 'left' && account.coin.status === 'in-use';
      if (isBad || account.isNewer || !isUsed) return;
      sums.back += net;
      if (account.busy && !account.isPlanned) return;
      sums.change += net;
      if (!account.isPlanned) sums.unplanned += net;
    },
    flow: ({ exchange, currency, outstanding, newer, back }, sign) => {
      const sums = at(exchange, currency, sign);
      sums.incoming += sign < 0 ? -outstanding : outstanding;
      sums.back += sign < 0 ? -back : back;
      sums.newer += sign < 0 ? -newer : newer;
    },
  };
};
