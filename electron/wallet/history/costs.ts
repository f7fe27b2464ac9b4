// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { recoupReturnId } from '../flows/refresh/recoup.ts';
import { keyOf } from '../ledger/expected.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { returnOf } from '../ledger/returns.ts';
import { isMelted, takenByRefresh } from '../ledger/uses.ts';

// What making new coins costs, on whose line: what was paid, and what is still to be paid for coins that wait for it.

/** What renewing the change of each event cost and will, by the event's id, and the same of refunds, by purchase. */
export type Costs = { readonly ofEvents: ReadonlyMap<string, bigint>; readonly ofRefunds: ReadonlyMap<string, bigint> };

type Refreshes = {
  /** of refunds, and of other events with a line */
  readonly ofRefund: readonly Entry<'refresh'>[];
  readonly ofOther: readonly Entry<'refresh'>[];
  readonly recouped: ReadonlyMap<string, bigint>;
  /** purchases with a refund line */
  readonly refunded: ReadonlySet<string>;
  /** events with a line of their own */
  readonly shown: ReadonlySet<string>;
  /** the events whose costs are asked for; all when it is absent */
  readonly events?: ReadonlySet<string>;
};

export const costsByLine = (
  reader: Pick<Reader, 'entry'>,
  ledger: Ledger,
  { ofOther, ofRefund, recouped, refunded, shown, events }: Refreshes,
): Costs => {
  const { ofRefunds, ofEvents } = refundCosts({ ofRefund, recouped, shown }, ledger, reader);
  for (const refresh of ofOther) add(ofEvents, refresh.value.purchase ?? '', costOfRefresh(refresh, ledger, recouped));
  for (const id of events ?? ofExpected(ledger)) {
    add(ofEvents, id, ledger.expected.get(keyOf('giving', id)) ?? 0n);
    add(refunded.has(id) ? ofRefunds : ofEvents, id, ledger.expected.get(keyOf('refund', id)) ?? 0n);
  }
  return { ofEvents, ofRefunds };
};

/** All that something is still to be paid of. */
const ofExpected = ({ expected }: Ledger): ReadonlySet<string> =>
  new Set([...expected.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));

/** What a refresh cost so far, or will take by its plan; its new coins are ours, so only the difference is an effect. */
export const costOfRefresh = (
  entry: Entry<'refresh'>,
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): bigint => {
  const { id, value } = entry;
  const flow = ledger.refreshes.get(id);
  const isOurs = ledger.isOurs(value.old_coin) || ledger.isGone(value.old_coin);
  const back = recouped.size === 0 ? 0n : (recouped.get(recoupReturnId(id)) ?? 0n);
  const planned = ledger.expected.get(keyOf('refresh', id)) ?? 0n;
  const taken = isMelted(value, ledger.uses.sameAs.has(id)) && isOurs ? takenByRefresh(value) : 0n;
  return planned + taken - (flow?.received ?? 0n) - (flow?.outstanding ?? 0n) - back;
};

/** What the refreshes of refunds cost so far, by purchase: no more on the refund's line than was said of it; the rest is of the payment's own change that was made along with it, where the payment has a line. */
const refundCosts = (
  { ofRefund, recouped, shown }: Pick<Refreshes, 'ofRefund' | 'recouped' | 'shown'>,
  ledger: Ledger,
  reader: Pick<Reader, 'entry'>,
): { readonly ofRefunds: Map<string, bigint>; readonly ofEvents: Map<string, bigint> } => {
  const [ofRefunds, ofEvents] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const entry of ofRefund) {
    const { purchase = '', refunds = [] } = entry.value;
    const cost = costOfRefresh(entry, ledger, recouped);
    const returns = refunds.flatMap((id) => {
      const value = reader.entry('refund', id)?.value;
      return (value && returnOf({ id, value })) ?? [];
    });
    const [back, said] = returns.reduce(([all, most], { units, renewal }) => [all + units, most + renewal], [0n, 0n]);
    const hasRest = shown.has(purchase) && takenByRefresh(entry.value) > back;
    const own = hasRest && cost > said ? cost - said : 0n;
    add(ofRefunds, purchase, cost - own);
    if (own > 0n) add(ofEvents, purchase, own);
  }
  return { ofRefunds, ofEvents };
};

const add = (sums: Map<string, bigint>, key: string, units: bigint): void =>
  void sums.set(key, (sums.get(key) ?? 0n) + units);
