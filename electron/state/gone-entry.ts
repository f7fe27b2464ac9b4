// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseAmount } from '../../shared/amount.ts';
import { count, currency, json, text, timestamp } from './field.ts';

/** id = `${kind} ${id}` of what the user deleted; the later `until` wins. */
export const tombstone = z.looseObject({ until: timestamp });

/** A sum without its currency; an effect may be below zero. */
const sum = z.string().refine((text) => parseAmount(`SUM:${text.replace(/^-/, '')}`).ok, 'not a sum');

/** One line of the history, as it was when its entries left: type, state, seconds since 1970, exchange, currency, amount, fees, effect, party, summary, and its id where that is not its entry's. */
const line = z
  .tuple([text, text, count.max(8_640_000_000_000), text, currency, sum, sum, sum, text, text, text.exactOptional()])
  .rest(json);

/** The same as a type: tuples of a schema lose the names of their places. */
export type GoneLine = readonly [
  type: string,
  state: string,
  seconds: number,
  exchange: string,
  currency: string,
  amount: string,
  fees: string,
  effect: string,
  party: string,
  summary: string,
  id?: string,
];

/** What stands for an entry that has left: 1, or the lines the history had of it. */
const left = z.union([z.literal(1), z.array(line).max(64)]);

/** id = the first two letters or digits of what is named here (`shelfOf`). Names are only added. */
export const gone = z.looseObject({
  /** batches and refresh sessions: they and all their coins have left */
  seeds: z.record(z.string(), z.literal(1)),
  /** by `goneName` */
  entries: z.record(z.string(), left),
});
