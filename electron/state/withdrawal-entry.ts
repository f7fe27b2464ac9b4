// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { address, amountText, count, crock, selection, text, timestamp, word } from './field.ts';
import { forgotten, namedBy } from './flow-entry.ts';

/** How the statuses of reserves, withdrawals and batches move; see `STATUS` in entry.ts. */
export const WITHDRAWAL_STATUS = {
  reserve: ['announced', 'funded', 'drained'],
  withdrawal: ['registering', 'awaiting-confirmation', 'awaiting-transfer', 'withdrawing', 'aborted', 'done'],
  batch: ['planned', 'sent', 'failed', 'done'],
} as const;

/** How much we know of a seed that somebody outside may know; `joined` wins. */
export const OUTSIDE = ['left', 'joined'] as const;

/** id = reserve public key. `priv` follows from `key_seed`, the exchange and `bound`, so the id holds for all of them. */
export const reserve = z.looseObject({
  priv: crock(32),
  key_seed: crock(32),
  /** of a purse of ours whose money came back into a reserve of the same key: what that key is bound to */
  bound: crock(32).exactOptional(),
  exchange: address,
  master_pub: crock(32),
  purpose: word(['withdraw', 'merge']),
  created: timestamp,
  status: word(WITHDRAWAL_STATUS.reserve),
});

const origin = z.union([
  z.looseObject({ type: z.literal('manual'), payto: text }),
  z.looseObject({
    type: z.literal('bank'),
    bank_base_url: address,
    operation_id: text,
    exchange_payto: text,
    confirm_url: text.exactOptional(),
    /** the bank is told the sum, which its person chose; or it is said there, and `amount` is nothing */
    sum: word(['chosen', 'at-bank']).exactOptional(),
  }),
  z.looseObject({ type: z.literal('peer'), purse: crock(32) }),
]);

/** Somebody outside may know a seed and all that refreshing makes of it: `left` (and counted as that wallet's) or `joined` from another wallet. */
export const outside = word(OUTSIDE);

/** What another program's copy called the operation that this was: `id` is that program's own, `what` its word for it. */
const BROUGHT = ['bank-manual', 'bank-integrated', 'peer-pull-credit', 'peer-push-credit', 'recoup', 'coins'] as const;

/** id = `idOfWithdrawal`. `batches` maps ids made by `idOfBatch` to one seed and what was selected under it: never select twice under one seed. */
export const withdrawal = z.looseObject({
  exchange: address,
  master_pub: crock(32),
  /** public key of the reserve it draws from */
  reserve: crock(32),
  /** its private key, where another program made it (FORMAT.md#brought-from-another-program): it follows from nothing, so the id is made of it, too */
  reserve_priv: crock(32).exactOptional(),
  brought: z.looseObject({ id: text, what: word(BROUGHT), summary: text.exactOptional() }).exactOptional(),
  amount: amountText,
  /** the sum that was in the reserve when its first coins were asked for; it may be less or more than the announced `amount` */
  arrived: amountText.exactOptional(),
  created: timestamp,
  origin,
  status: word(WITHDRAWAL_STATUS.withdrawal),
  batches: z.record(
    z.string(),
    z.looseObject({
      seed: crock(32),
      selection,
      status: word(WITHDRAWAL_STATUS.batch),
      /** how its coins follow from the seed, by number; left out: 1 (FORMAT.md#9-from-seeds-to-coins) */
      scheme: count.exactOptional(),
      /** of the one coin of scheme 2, whose private key is the seed: the secret that blinded it */
      blinding: crock(32).exactOptional(),
      /** the coins of this batch pay for the first backup, so the batch does not wait for one */
      bootstrap: z.literal(true).exactOptional(),
      outside: outside.exactOptional(),
    }),
  ),
  /** the user chose "without backup" for this sum */
  without_backup: z.literal(true).exactOptional(),
  /** the most that drawing it may cost, as its person was shown before the money came; nothing more is drawn without asking */
  max_fees: amountText.exactOptional(),
  named_by: namedBy,
  /** this withdrawal makes new coins of what revoked ones gave back to the reserve */
  recoup: z.literal(true).exactOptional(),
  /** why the status is what it is; written and joined together with it */
  why: text.exactOptional(),
  forgotten,
});
