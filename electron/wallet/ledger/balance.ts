// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText, isBeyondRange } from '../../../shared/amount.ts';
import type { BalanceView } from '../../../shared/view.ts';
import type { Reader } from '../../storage/store.ts';
import { readGivings } from './givings.ts';
import { readLedger, type Ledger } from './ledger.ts';
import { readReissues } from './reissues.ts';
import { badCoins } from '../coins/signatures.ts';

type Sums = {
  available: bigint;
  incoming: bigint;
  outgoing: bigint;
  bad: number;
  newer: bigint;
  /** what somebody outside can reach */
  left: bigint;
  joined: bigint;
};

/** The money per exchange and currency; `total` is `available` + `incoming` and equals the sum of the history's effects. */
export const readBalances = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly BalanceView[] => {
  const sumsByKey = new Map<string, Sums>();
  const at = (exchange: string, currency: string): Sums => {
    const key = `${exchange} ${currency}`;
    const sums = sumsByKey.get(key) ?? {
      available: 0n,
      incoming: 0n,
      outgoing: 0n,
      bad: 0,
      newer: 0n,
      left: 0n,
      joined: 0n,
    };
    sumsByKey.set(key, sums);
    return sums;
  };
  const bad = badCoins(reader.local);
  for (const account of ledger.coins.values()) {
    const sums = at(account.coin.exchange, account.currency);
    const isBad = bad.has(account.id) && account.held > 0n;
    if (isBad) sums.bad += 1;
    if (account.isNewer) sums.newer += account.held;
    if (account.outside !== undefined) sums[account.outside] += account.held;
    // What is left of a used coin comes back as change, so it cannot be spent yet.
    const isFree = account.outside !== 'left' && account.coin.status === 'fresh' && !account.busy;
    if (!isBad && !account.isNewer && isFree) sums.available += account.held;
    else sums.incoming += account.held;
  }
  for (const flow of [...ledger.withdrawals.values(), ...ledger.refreshes.values()]) {
    const sums = at(flow.exchange, flow.currency);
    sums.incoming += flow.outstanding;
    sums.newer += flow.newer;
  }
  for (const giving of readGivings(reader)) {
    if (!giving.open || giving.toSelf) continue;
    for (const [id, contribution] of Object.entries(giving.coins)) {
      const account = ledger.coins.get(id);
      if (!account || contribution.s !== 'reserved') continue;
      at(account.coin.exchange, account.currency).outgoing += amount(contribution.c).units;
    }
  }
  for (const { out, underWay } of readReissues(reader))
    if (underWay > 0n) at(out.exchange, amount(out.amount).currency).incoming += underWay;
  return [...sumsByKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, sums]) => view(key, sums));
};

const view = (key: string, { available, incoming, outgoing, bad, newer, left, joined }: Sums): BalanceView => {
  const [exchange = '', currency = ''] = key.split(' ');
  const text = (units: bigint): string => cappedText({ currency, units });
  const isBeyond = [available, incoming, outgoing, available + incoming].some((units) =>
    isBeyondRange({ currency, units }),
  );
  const notes = [
    // Such sums are a hostile exchange's; they must not take the view of the others down.
    ...(isBeyond ? [{ kind: 'beyond-amounts' as const, facts: {} }] : []),
    ...(!isBeyond && bad > 0 ? [{ kind: 'bad-signatures' as const, facts: { coins: bad } }] : []),
    ...(!isBeyond && left > 0n ? [{ kind: 'left-behind' as const, facts: { sum: text(left) } }] : []),
    ...(!isBeyond && joined > 0n ? [{ kind: 'reachable' as const, facts: { sum: text(joined) } }] : []),
    ...(!isBeyond && newer > 0n ? [{ kind: 'needs-newer' as const, facts: { sum: text(newer) } }] : []),
  ];
  return {
    exchange,
    currency,
    available: text(available),
    incoming: text(incoming),
    outgoing: text(outgoing),
    total: text(available + incoming),
    ...(newer > 0n ? { needsNewer: text(newer) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
};
