// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { text, uri } from './contract-fields.ts';
import { LINE_STATES, LINE_TYPES, MOST_LINES, type HistoryLineView, type HistoryPageView } from './view-history.ts';

// What can be asked of the history: pages of it, searched and filtered, one line, and a file.

/** The last moment a `Date` can hold. */
const moment = z.number().int().min(-8.64e15).max(8.64e15);
const types = z.array(z.enum(LINE_TYPES)).max(LINE_TYPES.length);

/** What is wanted of the history; a line is shown that fits all of it. */
const historyFilter = z.strictObject({
  /** words that all occur in a line, in any order; a sum as it is written, with a point or a comma */
  text: text(200).optional(),
  /** these are called so in the language of whoever typed the words */
  called: types.optional(),
  types: types.optional(),
  states: z.array(z.enum(LINE_STATES)).max(LINE_STATES.length).optional(),
  currency: text(60).optional(),
  /** from this moment on, in milliseconds, and before that one */
  from: moment.optional(),
  to: moment.optional(),
});
export type HistoryFilter = z.infer<typeof historyFilter>;

const historyPlace = z.strictObject({ at: z.number(), id: uri, kind: text(100) });

/** Schemas of those inputs. */
export const historyInputs = {
  /** a page of what fits, the newest first; `after`: what the page before named as `next` */
  'wallet.history': z.strictObject({
    filter: historyFilter.optional(),
    after: historyPlace.optional(),
    limit: z.number().int().min(1).max(MOST_LINES).optional(),
  }),
  'wallet.historyLine': z.strictObject({ id: uri, kind: text(100) }),
  /** asks where to, and writes all that fits into a file */
  'wallet.exportHistory': z.strictObject({ filter: historyFilter.optional(), format: z.enum(['csv', 'json']) }),
} as const;

/** Outputs by request name. */
export type HistoryOutputs = {
  'wallet.history': HistoryPageView;
  'wallet.historyLine': HistoryLineView;
  /** null when the person changed their mind */
  'wallet.exportHistory': { readonly file: string | null; readonly lines: number };
};
