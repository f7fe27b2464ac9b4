// SPDX-License-Identifier: GPL-3.0-or-later
import type { RequestInput } from '../../../shared/contract.ts';

// What a person has typed of an escrow that is not set up yet. It lives in the page and is gone with it: answers and a person's data
// are kept by nobody who was not told to.

/** One way to show who one is, as it was filled in. */
export type MethodInput = RequestInput<'escrow.quote'>['methods'][number];
export type MethodType = MethodInput['type'];

/** Who somebody is, as far as an escrow asks. */
export type Person = { readonly country: string; readonly attributes: Readonly<Record<string, string>> };

export type Draft = {
  readonly person: Person;
  readonly methods: readonly MethodInput[];
  /** places that the person does not want, by address */
  readonly refused: readonly string[];
  /** places that were typed */
  readonly typed: readonly string[];
  /** how many ways are asked for; what is usual unless the person chose */
  readonly needed?: number;
  /** the place of each way, where the person chose them */
  readonly assigned?: readonly string[];
  readonly remember: boolean;
};

export const emptyDraft = (country: string): Draft => ({
  person: { country, attributes: {} },
  methods: [],
  refused: [],
  typed: [],
  remember: true,
});

/** What was chosen for these ways is not chosen for others. */
export const withMethods = (
  { needed: _needed, assigned: _assigned, ...draft }: Draft,
  methods: readonly MethodInput[],
): Draft => ({
  ...draft,
  methods,
});

/** Two at least: one alone is one theft. */
export const FEWEST_METHODS = 2;
export const MOST_METHODS = 12;
export const MOST_PLACES = 8;

/** "a…@example.com": enough to know one's own again, too little for somebody who looks for the address. */
export const hintOf = (input: MethodInput): string => {
  switch (input.type) {
    case 'question':
      return input.question;
    case 'email':
      return input.address.trim().replace(/^(.).*(?=@)/, '$1…');
    case 'sms':
      return `…${input.number.replaceAll(/\D/g, '').slice(-2)}`;
    case 'post':
      return input.address.city;
    case 'iban':
      return `…${input.iban.replaceAll(/\s/g, '').slice(-4)}`;
    case 'totp':
      return 'Holdfast';
    case 'file':
      return input.name;
  }
};
