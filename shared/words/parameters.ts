// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../amount.ts';
import type { Spoken } from './spoken.ts';

// Which values a sentence needs is read from the sentence itself, by the type checker: "{$sum :amount} to {$name}" needs
// { sum: an amount, name: string }. A value too many, too few or of another type does not compile.

/** What each function of a sentence takes. A place without a function (`{$name}`) takes nothing: a sentence says what stands in it. */
export type Inputs = {
  /** canonical text ("KUDOS:4.2", also signed: "KUDOS:-4.2") or an amount; shown as "4.20 KUDOS" */
  readonly amount: string | Amount;
  /** the same, with a plus sign when it is more than nothing */
  readonly change: string | Amount;
  /** milliseconds since the epoch; shown with day and minute. Infinity is "for ever". */
  readonly time: number;
  /** milliseconds since the epoch; shown as a day. Infinity is "for ever". */
  readonly day: number;
  /** milliseconds; shown in the largest unit that fits: "4 hours", "30 days" */
  readonly span: number;
  /** a whole number, and what plural forms are chosen by */
  readonly integer: number;
  readonly number: number;
  /** bytes; shown as MB or kB */
  readonly bytes: number;
  /** what the wallet says, in a row: "A, B and C" */
  readonly list: readonly Spoken[];
  /** what the wallet says itself: a word, a sentence */
  readonly said: Spoken;
  // What others chose is marked as that where it stands (foreign.ts says how); those in the plural are shown in a row.
  readonly name: string;
  readonly names: readonly string[];
  readonly quote: string;
  readonly host: string;
  readonly hosts: readonly string[];
  readonly place: string;
  readonly places: readonly string[];
  readonly address: string;
  readonly code: string;
  readonly codes: readonly string[];
  readonly version: string;
  readonly file: string;
  readonly currency: string;
  readonly currencies: readonly string[];
  readonly row: string;
  /** a way to prove who one is, and a field of a person's data, by their names in the protocol */
  readonly way: string;
  readonly field: string;
};

/** The insides of all places of a message: `{$sum :amount} … {$name}` gives 'sum :amount' | 'name'. */
type Places<S extends string, Found extends string = never> = S extends `${string}{$${infer Rest}`
  ? Rest extends `${infer Inside}}${infer Tail}`
    ? Places<Tail, Found | Inside>
    : Found
  : Found;

type NameOf<P extends string> = P extends `${infer Name} ${string}` ? Name : P;
type FunctionOf<P extends string> = P extends `${string} :${infer F}`
  ? F extends `${infer N} ${string}`
    ? N
    : F
  : never;
type PlacesNamed<P extends string, Name extends string> = P extends Name | `${Name} ${string}` ? P : never;
type InputOf<F> = [F] extends [never] ? never : F extends keyof Inputs ? Inputs[F] : never;

type ValuesOfPlaces<P extends string> = { readonly [N in NameOf<P>]: InputOf<FunctionOf<PlacesNamed<P, N>>> };

/** The values a message needs; of several messages (a key known only as a union) the values of all of them. */
export type ValuesOf<S extends string> = ValuesOfPlaces<Places<S>>;

/** The arguments after the key: none when the message has no place. */
export type Arguments<S extends string> = [Places<S>] extends [never] ? [] : [values: ValuesOf<S>];
