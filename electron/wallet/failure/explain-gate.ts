// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import type { NotBackedUp } from './failure.ts';

/** Why the gate is closed and where the money stays, in one sentence. */
export const explainNotBackedUp = ({ why, staysIn = 'reserve', fees = [], copies }: NotBackedUp): string => {
  const stays = STAYS[staysIn];
  const asked = fees.map(amountToText).join(' and ');
  switch (why) {
    case 'no-provider':
      return `There is no backup provider yet, so ${stays} until you add one.`;
    case 'too-few-providers':
      return `The backup could not be stored at enough providers yet: you want ${copies?.wanted ?? 'more'} copies and have ${providers(copies?.there ?? 1)}, so ${stays} until you add more or want fewer copies.`;
    case 'fees-first':
      return `No backup is stored yet, and the providers ask ${asked} first, so ${stays} until one is.`;
    case 'fees-too-high':
      return `The backup providers ask ${asked}, more than is there, so ${stays}; add a free provider, or go on without backup.`;
    default:
      return `The backup could not be stored at enough providers yet, so ${stays} until it is; it is tried again by itself.`;
  }
};

const providers = (count: number): string => `${count} provider${count === 1 ? '' : 's'}`;

const STAYS: { readonly [K in NonNullable<NotBackedUp['staysIn']>]: string } = {
  reserve: 'the money stays in the reserve at the exchange',
  coin: 'the change stays in the coin it is in',
  sender: 'the payment stays with its sender',
  payer: 'the invoice is not handed out',
};
