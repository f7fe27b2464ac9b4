// SPDX-License-Identifier: GPL-3.0-or-later

// What stands on a page, before anybody knows where. The recovery sheet is one description, a share of it is another.

export type Paper = 'A4' | 'Letter';

/** A heading with what stands below it; with `numbered`, steps one after the other. */
export type Section = { readonly title: string; readonly lines: readonly string[]; readonly numbered?: true };

export type PageDescription = {
  /** where the page is read from; what has no letters that are read from the right stays as it is */
  readonly direction: 'ltr' | 'rtl';
  /** the name of the document, for a list of files or of things to print */
  readonly file: string;
  readonly title: string;
  /** below the title: whose it is, and of which day */
  readonly subject: string;
  readonly number: { readonly label: string; readonly value: string; readonly note?: string };
  readonly square: { readonly text: string; readonly level: 'H' | 'Q' };
  /** beside the square, in the person's language */
  readonly beside: readonly Section[];
  /** below it, over the whole width: the same in English */
  readonly below: readonly Section[];
  readonly code: {
    readonly title: string;
    readonly note: string;
    readonly groups: readonly string[];
    /** stands in the row of the last group */
    readonly hint: string;
  };
  readonly places: {
    readonly title: string;
    /** what stands there when there are none, or when they stand on the next page */
    readonly none: string;
    readonly overleaf: string;
    readonly rows: readonly { readonly name: string; readonly address: string }[];
  };
  /** what is known today, a line each */
  readonly facts: readonly string[];
  /** what is filled in by hand */
  readonly blanks: readonly string[];
  /** for who has no such program, and what made the page */
  readonly foot: readonly string[];
};
