// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { given } from './given.ts';
import { address, amountText, count, crock, rawObject, tally, text, timestamp, word } from './field.ts';

/** How the statuses of refunds, deposits and peer payments move; see `STATUS` in entry.ts. */
export const FLOW_STATUS = {
  refund: ['announced', 'failed', 'done'],
  deposit: ['planned', 'aborted', 'failed', 'deposited', 'done'],
  'push-out': ['planned', 'created', 'aborted', 'expired', 'taken'],
  'push-in': ['offered', 'accepted', 'aborted', 'expired', 'merged', 'done'],
  'pull-out': ['planned', 'open', 'aborted', 'expired', 'paid', 'done'],
  'pull-in': ['offered', 'paying', 'aborted', 'expired', 'paid'],
} as const;

/** The person has forgotten it: its sums stay, by which the balance adds up, and no words (`forgotten.ts`). */
export const forgotten = z.literal(true).exactOptional();

/** It comes from another program's copy, which says of it what it took and when, and keeps none of its keys: nothing is asked or signed about it. */
const brought = z.literal(true).exactOptional();

/** An address of whoever gave us the copies of another wallet that this came with: its shop or bank is asked nothing that he may not name (`checkPlace`). */
export const namedBy = address.exactOptional();

/** Of a purchase: its contract is past every deadline and dropped (`closed`), and what of it is still needed, or shown. */
export const dropped = {
  /** what drawing its coins had cost, where they were drawn only to pay this place */
  drawn: amountText.exactOptional(),
  named_by: namedBy,
  closed: z.literal(true).exactOptional(),
  merchant_pub: crock(32).exactOptional(),
  refund_deadline: timestamp.exactOptional(),
  about: z.looseObject({ merchant: z.string(), summary: z.string() }).exactOptional(),
  forgotten,
};

/** id = random 16 bytes, or a text made of purchase, coin and refund transaction. */
export const refund = z.looseObject({
  purchase: text,
  coin: text,
  rtransaction_id: count,
  amount: amountText,
  fee: amountText,
  /** what making new coins of it may cost, as its person was shown; nothing dearer is done without asking */
  renewal: amountText.exactOptional(),
  created: timestamp,
  /** the refresh session that takes the value back */
  refresh: text.exactOptional(),
  exchange_pub: crock(32).exactOptional(),
  exchange_sig: crock(64).exactOptional(),
  /** another program's copy says that the exchange has confirmed it; the coin's own account at the exchange tells whether that is so */
  brought,
  status: word(FLOW_STATUS.refund),
  why: text.exactOptional(),
});

/** id = `idOfDeposit`; a deposit to one's own bank account. */
export const deposit = z.looseObject({
  exchange: address,
  master_pub: crock(32),
  payto: text,
  /** hash of account and salt; what is left of the account once it is forgotten */
  h_wire: crock(64).exactOptional(),
  wire_salt: crock(16),
  merchant_priv: crock(32),
  h_contract: crock(64),
  amount: amountText,
  /** what the exchange takes out of the deposited sum for its bank transfer */
  wire_fee: amountText.exactOptional(),
  /** what it may cost beyond its amount, as its person was shown */
  cost: amountText.exactOptional(),
  timestamp,
  refund_deadline: timestamp,
  wire_deadline: timestamp,
  coins: given,
  created: timestamp,
  brought,
  status: word(FLOW_STATUS.deposit),
  why: text.exactOptional(),
  forgotten,
});

const purse = {
  exchange: address,
  master_pub: crock(32),
  contract_priv: crock(32),
  amount: amountText,
  /** contract terms, h_contract and purse_expiration are known together and join as one */
  terms: rawObject.exactOptional(),
  h_contract: crock(64).exactOptional(),
  purse_expiration: timestamp.exactOptional(),
  created: timestamp,
  brought,
  without_backup: z.literal(true).exactOptional(),
  /** wishes to have it back and refusals of them, counted together: an odd count is a wish */
  called_back: tally.exactOptional(),
  why: text.exactOptional(),
  forgotten,
};

/** id = purse public key; a payment we send. */
export const pushOut = z.looseObject({
  ...purse,
  /** present when this payment goes to ourselves: it brings the fee of this invoice into the invoice's own reserve */
  invoice: crock(32).exactOptional(),
  /** present when this payment goes to ourselves, so that nobody outside can follow its money: the push-in of the same purse takes it */
  reissue: z.literal(true).exactOptional(),
  purse_priv: crock(32),
  /** what `purse_priv` follows from, together with the exchange and the contract */
  key_seed: crock(32),
  merge_priv: crock(32),
  coins: given,
  /** what sending it was to cost beyond its amount, change included, as its person was shown */
  cost: amountText.exactOptional(),
  status: word(FLOW_STATUS['push-out']),
});

/** id = purse public key; a payment sent to us. `withdrawal` is the group that turns the merged reserve into coins. */
export const pushIn = z.looseObject({
  ...purse,
  merge_priv: crock(32).exactOptional(),
  reserve: crock(32).exactOptional(),
  merge_timestamp: timestamp.exactOptional(),
  withdrawal: text.exactOptional(),
  /** what drawing it may cost, as its person was shown; goes on into the withdrawal */
  max_fees: amountText.exactOptional(),
  status: word(FLOW_STATUS['push-in']),
});

/** id = purse public key; an invoice of ours that another wallet pays. */
export const pullOut = z.looseObject({
  ...purse,
  purse_priv: crock(32),
  /** what `purse_priv` follows from, together with the exchange and the contract */
  key_seed: crock(32),
  merge_priv: crock(32),
  reserve: crock(32),
  merge_timestamp: timestamp,
  /** what the exchange takes from the reserve for opening it, and the payment to ourselves that puts it there */
  purse_fee: amountText.exactOptional(),
  funding: crock(32).exactOptional(),
  withdrawal: text.exactOptional(),
  /** what drawing it may cost, as its person was shown; goes on into the withdrawal */
  max_fees: amountText.exactOptional(),
  status: word(FLOW_STATUS['pull-out']),
});

/** id = purse public key; an invoice we pay. */
export const pullIn = z.looseObject({
  ...purse,
  coins: given,
  /** what paying it may cost beyond its amount, as its person was shown */
  cost: amountText.exactOptional(),
  status: word(FLOW_STATUS['pull-in']),
});
