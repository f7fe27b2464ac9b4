// SPDX-License-Identifier: GPL-3.0-or-later

// What the wallet says is a kind and its facts, never a sentence: amounts stay amounts and times stay times until somebody is
// shown them in their own language. Each subject has one table of its kinds; the types below are read from the tables.

/** What a fact may be, by the name of the function of `shared/words` that shows it. */
export type FactValues = {
  /** a word, a name or a code as it came; capped where it came from outside */
  readonly string: string;
  /** canonical text: "KUDOS:4.2" */
  readonly amount: string;
  readonly amounts: readonly string[];
  /** milliseconds since the epoch; `NEVER_MS` for a time that never comes */
  readonly time: number;
  /** milliseconds */
  readonly span: number;
  readonly integer: number;
  readonly bytes: number;
  readonly list: readonly string[];
};

export type Simple = keyof FactValues;
/** A fact of a kind: its type, "?" behind it when it may be missing, or the words that choose among several sentences. */
export type Fact = Simple | `${Simple}?` | `said:${string}` | `said:${string}?` | `saids:${string}` | readonly string[];
export type Table = { readonly [kind: string]: { readonly [fact: string]: Fact } };

/** JSON has no infinity: the last whole number it keeps exactly, later than any moment a `Date` can hold. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;
