// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, cappedText, isBeyondRange } from '../../../shared/amount.ts';
import type { BalanceView } from '../../../shared/view.ts';
import type { Reader } from '../../storage/store.ts';
import { readNoted } from '../failure/noted.ts';
import { readLedger, type Ledger } from './ledger.ts';
import { readReissues } from './reissues.ts';
import { NO_SUMS, type Sums } from './sums.ts';

type All = Sums & { outgoing: bigint };

/** The money per exchange and currency; `total` is `available` + `incoming` and equals the sum of the history's effects. */
export const readBalances = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly BalanceView[] => {
  const sumsByKey = new Map<string, All>([...ledger.sums].map(([key, sums]) => [key, { ...sums, outgoing: 0n }]));
  const at = (exchange: string, currency: string): All => {
    const key = `${exchange} ${currency}`;
    const sums = sumsByKey.get(key) ?? { ...NO_SUMS, outgoing: 0n };
    sumsByKey.set(key, sums);
    return sums;
  };
  for (const giving of ledger.uses.open.values()) {
    if (giving.toSelf) continue;
    for (const [id, contribution] of Object.entries(giving.coins)) {
      const account = ledger.coins.get(id);
      if (!account || contribution.s !== 'reserved') continue;
      at(account.coin.exchange, account.currency).outgoing += amount(contribution.c).units;
    }
  }
  for (const { out, underWay } of readReissues(reader))
    if (underWay > 0n) at(out.exchange, amount(out.amount).currency).incoming += underWay;
  // Nobody can pay with what waits for an answer, or for coins that its exchange does not offer.
  const stuck = stuckChange(reader);
  for (const [key, sums] of sumsByKey)
    if (stuck.has(key.slice(0, key.indexOf(' ')))) {
      sums.change -= sums.unplanned;
      sums.back -= sums.unplanned;
    }
  const hidden = forgottenExchanges(reader);
  return [...sumsByKey]
    .filter(([key, { available, incoming, outgoing }]) => {
      const isEmpty = available === 0n && incoming === 0n && outgoing === 0n;
      return !isEmpty || !hidden.has(key.slice(0, key.indexOf(' ')));
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, sums]) => view(key, sums));
};

/** Exchanges of which it was found that change cannot be made now without an answer, or at all. */
export const stuckChange = ({ local }: { readonly local: Pick<Reader['local'], 'tasks'> }): ReadonlySet<string> =>
  new Set(
    local
      .tasks()
      .flatMap(({ kind, id, lastFailure }) =>
        kind === 'renewal' && STUCK.has(readNoted(lastFailure)?.kind ?? '') ? [id] : [],
      ),
  );

const STUCK: ReadonlySet<string> = new Set(['refund-renewal', 'no-denominations', 'exchange-full']);

/** Base URLs of exchanges that were forgotten and not met again. */
const forgottenExchanges = (reader: Pick<Reader, 'entries'>): ReadonlySet<string> => {
  const ids = reader.entries('tombstone').map(({ id }) => id.split(' '));
  const forgotten = ids.flatMap(([kind, baseUrl]) => (kind === 'exchange' && baseUrl !== undefined ? [baseUrl] : []));
  if (forgotten.length === 0) return new Set();
  const known = new Set(reader.entries('exchange').map(({ value }) => value.base_url));
  return new Set(forgotten.filter((baseUrl) => !known.has(baseUrl)));
};

const view = (
  key: string,
  { available, incoming, change, back, outgoing, bad, newer, left, joined }: All,
): BalanceView => {
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
    ...(change > 0n ? { change: text(change) } : {}),
    ...(back > 0n ? { comingBack: text(back) } : {}),
    outgoing: text(outgoing),
    total: text(available + incoming),
    ...(newer > 0n ? { needsNewer: text(newer) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
};
