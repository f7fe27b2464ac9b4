// SPDX-License-Identifier: GPL-3.0-or-later

// Text that may stand on a screen as it is. Whatever a person reads is made by the words; a string from anywhere else is
// somebody's own words until the words have marked it as that (foreign.ts). The mark is a type, so that the compiler notices.

declare const spoken: unique symbol;

/** A sentence or a part of one that the wallet says, with everything foreign in it marked. */
export type Spoken = string & { readonly [spoken]: true };

/** What may stand between parts that are said one after the other. */
type Between = ' ' | '  ' | '; ' | ': ' | '\n' | ' · ' | ', ' | '';

/** Parts said one after the other; empty ones are left out. */
export const joined = (parts: readonly Spoken[], between: Between = ' '): Spoken => {
  const said = parts.filter((part) => part !== '');
  return said.join(between === ', ' && said.some((part) => ARABIC.test(part)) ? '، ' : between) as Spoken;
};

/** Arabic has a comma of its own; a sum among its words begins with the first of these signs. */
const ARABIC = /[\u2067\u0620-\u064a]/u;

/** A text that stands in the source itself: the grammar of the command line, a mark between two parts. Anything else does not compile. */
export const literal = <const T extends string>(text: string extends T ? never : T): Spoken => text as string as Spoken;

/** What was made of words before it came here: a sheet, a receipt, how a command is used. A test names all who say so. */
export const asMade = (text: string): Spoken => text as Spoken;

/** A part that is read in the direction of its own letters and turns nothing around it (Unicode Standard Annex 9, isolates). */
export const isolated = (text: Spoken): Spoken => `\u2068${text}\u2069` as Spoken;

/** Nothing said. */
export const NOTHING = '' as Spoken;
