// SPDX-License-Identifier: GPL-3.0-or-later
import { MAX_NAME, plainText, shownHost } from '../../../../shared/names.ts';
import { memberOf } from '../../../taler/bytes/json.ts';
import type { Purchase } from '../../../state/entry.ts';

// The contract was checked when it came; for a line on the screen its words are read without verifying it again.

/** The merchant's name as the contract has it, else its address. */
export const merchantName = ({ terms, merchant_base_url: url }: Purchase): string => {
  const name = memberOf(terms?.['merchant'], 'name');
  const own = typeof name === 'string' ? plainText(name, MAX_NAME) : '';
  return own === '' ? shownHost(url).host : own;
};

/** What the purchase is about, in the merchant's words. */
export const purchaseSummary = ({ terms }: Purchase): string =>
  typeof terms?.['summary'] === 'string' ? plainText(terms['summary']) : '';
