// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryEntry } from '../../taler/exchange/answers.ts';
import type { Exchange } from '../../taler/exchange/exchange.ts';
import { abilitiesOf, type Generation } from '../../taler/exchange/generation.ts';

// A batch goes out in requests of the exchange's size. From v26 on an exchange knows a request as a whole: what was sent is
// sent again as it was, coins that are here already included, for a part of it would be another request and be paid for once more.

/** Coins of a batch by their places, the last one excluded. */
export type Range = { readonly from: number; readonly to: number };

type AtExchange = {
  readonly client: Pick<Exchange, 'batchLimit'>;
  readonly keys: { readonly generation: Generation };
};

/** The requests by which those of the first `total` coins come that are not `here`, in order. */
export const requestsFor = (
  { client, keys }: AtExchange,
  total: number,
  isHere: (index: number) => boolean,
): readonly Range[] => {
  const limit = client.batchLimit;
  const whole = abilitiesOf(keys).repeatsWhole;
  const ranges: { from: number; to: number }[] = [];
  for (let index = 0; index < total; index++) {
    if (isHere(index)) continue;
    const last = ranges.at(-1);
    if (whole) {
      if (last === undefined || last.to <= index) ranges.push(requestOf({ client, keys }, index, total));
    } else if (last && last.to === index && index - last.from < limit) last.to = index + 1;
    else ranges.push({ from: index, to: index + 1 });
  }
  return ranges;
};

/** The request by which one coin is asked for again: alone, or with those that it was asked for with. */
export const requestOf = ({ client, keys }: AtExchange, index: number, total: number): Range => {
  if (!abilitiesOf(keys).repeatsWhole) return { from: index, to: index + 1 };
  const from = index - (index % client.batchLimit);
  return { from, to: Math.min(from + client.batchLimit, total) };
};

/** Whether a line of the history is about coins of this kind; from v26 on one line is for several (its list's name is recollected). */
export const namesDenomination = (
  { h_denom_pub: one, denom_pub_hashes: all }: HistoryEntry['detail'],
  h: string,
): boolean => one === h || (Array.isArray(all) && all.includes(h));
