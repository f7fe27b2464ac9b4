// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, expiresHours, link, newExchange, nothing, shown, text, withoutBackup } from './contract-fields.ts';
import type { MostView, PeerOfferView, PeerPaymentView, PeerQuoteView } from './view.ts';

/** The requests on money between people. */
export const peopleInputs = {
  'peer.quote': z.strictObject({ amount, expiresHours, exchange: link.optional() }),
  /** the most that can be sent, after fees */
  'peer.most': z.strictObject({ currency: text(11), expiresHours }),
  'peer.send': z.strictObject({ amount, summary: text(1000), expiresHours, exchange: link.optional(), shown }),
  'peer.quoteRequest': z.strictObject({ amount, expiresHours, exchange: link.optional() }),
  'peer.request': z.strictObject({
    amount,
    summary: text(1000),
    expiresHours,
    exchange: link.optional(),
    /** what the invoice may cost, as 'peer.quoteRequest' told it; opening it nothing unless said */
    maxFee: amount.optional(),
    withoutBackup,
  }),
  'peer.prepareReceive': z.strictObject({ uri: link, newExchange }),
  'peer.confirm': z.strictObject({ id: text(64), withoutBackup, shown }),
  'peer.list': nothing,
} as const;

/** Their outputs, by request name. */
export type PeopleOutputs = {
  'peer.quote': PeerQuoteView;
  'peer.most': MostView;
  'peer.send': PeerPaymentView;
  'peer.quoteRequest': PeerQuoteView;
  'peer.request': PeerPaymentView;
  'peer.prepareReceive': PeerOfferView;
  'peer.confirm': { readonly state: 'received' | 'paid' | 'pending' };
  'peer.list': { readonly payments: readonly PeerPaymentView[] };
};
