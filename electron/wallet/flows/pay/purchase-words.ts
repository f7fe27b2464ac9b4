// SPDX-License-Identifier: GPL-3.0-or-later
import { LONGEST_LINK } from '../../../../shared/links.ts';
import { payee, plainText } from '../../../../shared/names.ts';
import type { HistoryLine } from '../../../../shared/view.ts';
import type { PayOfferView } from '../../../../shared/view-shops.ts';
import { memberOf } from '../../../taler/bytes/json.ts';
import type { ContractTerms } from '../../../taler/merchant/merchant.ts';
import type { Purchase } from '../../../state/entry.ts';

// The contract was checked when it came; for a line on the screen its words are read without verifying it again.

type Merchant = Pick<PayOfferView, 'merchant' | 'merchantHost' | 'merchantOdd'>;

/** A merchant by the name it gives itself and the host we speak to; without a name, by the host alone. */
export const merchantAt = (url: string, name: string): Merchant => {
  const { host, name: own, odd } = payee(url, name);
  return { merchant: own === '' ? host : own, merchantHost: host, ...(odd ? { merchantOdd: true } : {}) };
};

/** What the shop says beside what is sold: whom it is for, and for afterwards a message and a page, where it names one of the web. */
export const besideOf = ({
  fulfillmentUrl: page = '',
  fulfillmentMessage = '',
  minimumAge,
}: Pick<ContractTerms, 'fulfillmentUrl' | 'fulfillmentMessage' | 'minimumAge'>): Pick<
  PayOfferView,
  'page' | 'message' | 'minimumAge'
> => {
  const message = plainText(fulfillmentMessage);
  return {
    ...(isPage(page) ? { page } : {}),
    ...(message === '' ? {} : { message }),
    ...(minimumAge > 0 ? { minimumAge } : {}),
  };
};

const isPage = (text: string): boolean =>
  /^https?:\/\/[^\s\p{Cc}\p{Cf}]+$/iu.test(text) && text.length <= LONGEST_LINK && URL.canParse(text);

/** The same of a purchase, whose contract may not be here yet. */
export const merchantOf = (purchase: Purchase): Merchant => merchantAt(purchase.merchant_base_url, ownName(purchase));

/** The name the merchant gives itself; empty when it gives none. */
export const ownName = ({ terms, about }: Purchase): string => {
  const name = about?.merchant ?? memberOf(terms?.['merchant'], 'name');
  return typeof name === 'string' ? name : '';
};

/** The same for a line of the history. */
export const partyOf = (purchase: Purchase): Pick<HistoryLine, 'party' | 'partyHost' | 'partyOdd'> => {
  const { merchant, merchantHost, merchantOdd } = merchantOf(purchase);
  return { party: merchant, partyHost: merchantHost, ...(merchantOdd === true ? { partyOdd: true } : {}) };
};

/** What the purchase is about, in the merchant's words. */
export const purchaseSummary = ({ terms, about }: Purchase): string => {
  const summary = about?.summary ?? terms?.['summary'];
  return typeof summary === 'string' ? plainText(summary) : '';
};
