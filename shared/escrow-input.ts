// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowMethodInput } from './contract-escrow.ts';

/** Ways to prove who one is that are nothing but what is typed for them. */
export type PlainWay = 'question' | 'email' | 'sms' | 'post' | 'iban';

/** The way that was filled in field by field, at a terminal or in the window; what was left out is empty, and refused where it is needed. */
export const plainWay = (type: PlainWay, given: Readonly<Record<string, string>>): EscrowMethodInput => {
  const of = (name: string): string => given[name] ?? '';
  switch (type) {
    case 'question':
      return { type, question: of('question'), answer: of('answer') };
    case 'email':
      return { type, address: of('address') };
    case 'sms':
      return { type, number: of('number') };
    case 'iban':
      return { type, iban: of('iban'), holder: of('holder') };
    case 'post':
      return {
        type,
        address: {
          full_name: of('full_name'),
          street: of('street'),
          postcode: of('postcode'),
          city: of('city'),
          country: of('country'),
        },
      };
  }
};
