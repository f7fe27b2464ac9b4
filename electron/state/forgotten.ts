// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, type JsonObject } from '../taler/bytes/json.ts';
import type { Join } from './join.ts';

// What a person has forgotten. Its sums stay, by which the balance adds up, and the keys by which money could still be found;
// everything with somebody's words in it goes, and an older copy that is joined does not bring it back: `forgotten` stays
// once it is there. What has not ended is not forgotten, whoever says so: its words are needed to end it. (FORMAT.md#8-joining-copies)

/** Statuses of a purchase or payment that has not ended; they come first in its order, so that what has ended stays so. */
const OPEN: ReadonlySet<unknown> = new Set([
  'claiming',
  'offered',
  'paying',
  'registering',
  'awaiting-confirmation',
  'awaiting-transfer',
  'withdrawing',
  'planned',
  'created',
  'open',
  'accepted',
  undefined,
]);

/** Whether nothing more is to be done with it. */
export const hasEnded = ({ status }: JsonObject): boolean => typeof status === 'string' && !OPEN.has(status);

/** What becomes of members: `empty` ones that are there are replaced, so that a group still has as many; `gone` ones are left out. */
type Slim = { readonly empty: JsonObject; readonly gone: readonly string[] };

/** In place of the shop's address; no such host exists (RFC 2606). */
export const NO_SHOP = 'https://forgotten.invalid/';

/** Of a purchase hash, amount and coins are kept. */
export const FORGOTTEN_PURCHASE: Slim = {
  empty: { terms: {}, merchant_base_url: NO_SHOP, order_id: '', why: '' },
  gone: ['session_id', 'claim_token', 'pay_sig', 'merchant_pub', 'about', 'refunds', 'named_by'],
};

/** Of a payment between people everything but its contract, which has the other person's words, and the reason it ended. */
export const FORGOTTEN_PURSE: Slim = { empty: { terms: {}, why: '' }, gone: [] };

/** Of a deposit the account it went to; `h_wire` is what the exchange knows it by. */
export const FORGOTTEN_DEPOSIT: Slim = { empty: { payto: '', why: '' }, gone: [] };

/** Of a withdrawal the bank and the account: its reserve is where money that comes late is looked for. */
export const FORGOTTEN_WITHDRAWAL: Slim = {
  empty: { origin: { type: 'manual', payto: '' }, why: '' },
  gone: ['named_by'],
};

/** Joins, and makes what either side has forgotten slim. `forgotten` only comes, so the order in which copies meet says nothing. */
export const forgettable =
  ({ empty, gone }: Slim, join: Join): Join =>
  (a, b) => {
    const joined = join(a, b);
    if (!isObject(joined) || !Object.hasOwn(joined, 'forgotten') || !hasEnded(joined)) return joined;
    return Object.fromEntries(
      Object.entries(joined).flatMap(([name, value]) =>
        gone.includes(name) ? [] : [[name, Object.hasOwn(empty, name) ? empty[name] : value]],
      ),
    );
  };
