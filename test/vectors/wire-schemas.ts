// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  amountSchema,
  baseUrlSchema,
  blindSignatureSchema,
  coinEvSchema,
  crockSchema,
  crockUpToSchema,
  denominationPubSchema,
  denominationSignatureSchema,
  durationSchema,
  nonNegativeInt,
  timestampSchema,
  u32Schema,
  versionSchema,
} from '../../electron/taler/wire/schemas.ts';

// Bodies as wallet-core 2022 and the servers it knew (v12) wrote them, built from the parts that our clients are built from.
// Strict objects: a member that nobody described fails the test.

const key32 = crockSchema(32);
const hash64 = crockSchema(64);
const sig64 = crockSchema(64);
const confirmation = {
  exchange_timestamp: timestampSchema,
  exchange_pub: key32.optional(),
  exchange_sig: sig64.optional(),
};
const econtract = z.strictObject({ contract_pub: key32, econtract: crockUpToSchema(4096), econtract_sig: sig64 });
const purseDeposit = z.strictObject({
  amount: amountSchema,
  coin_pub: key32,
  coin_sig: sig64,
  denom_pub_hash: hash64,
  ub_sig: denominationSignatureSchema,
});

export const keysSchema = z.strictObject({
  version: versionSchema,
  currency: z.string(),
  master_public_key: key32,
  reserve_closing_delay: durationSchema,
  list_issue_date: timestampSchema,
  denoms: z.array(
    z.strictObject({
      value: amountSchema,
      denom_pub: denominationPubSchema,
      fee_withdraw: amountSchema,
      fee_deposit: amountSchema,
      fee_refresh: amountSchema,
      fee_refund: amountSchema,
      stamp_start: timestampSchema,
      stamp_expire_withdraw: timestampSchema,
      stamp_expire_deposit: timestampSchema,
      stamp_expire_legal: timestampSchema,
      master_sig: sig64,
    }),
  ),
  auditors: z.array(z.unknown()),
  recoup: z.array(z.unknown()),
  signkeys: z.array(
    z.strictObject({
      key: key32,
      stamp_start: timestampSchema,
      stamp_expire: timestampSchema,
      stamp_end: timestampSchema,
      master_sig: sig64,
    }),
  ),
  global_fees: z.array(
    z.strictObject({
      start_date: timestampSchema,
      end_date: timestampSchema,
      purse_timeout: durationSchema,
      history_expiration: durationSchema,
      history_fee: amountSchema,
      account_fee: amountSchema,
      purse_fee: amountSchema,
      purse_account_limit: u32Schema,
      master_sig: sig64,
    }),
  ),
});

export const wireSchema = z.strictObject({
  accounts: z.array(z.strictObject({ payto_uri: z.string(), master_sig: sig64 })),
  fees: z.record(
    z.string(),
    z.array(
      z.strictObject({
        wire_fee: amountSchema,
        closing_fee: amountSchema,
        start_date: timestampSchema,
        end_date: timestampSchema,
        sig: sig64,
      }),
    ),
  ),
});

export const withdrawRequest = z.strictObject({ denom_pub_hash: hash64, reserve_sig: sig64, coin_ev: coinEvSchema });
export const withdrawResponse = z.strictObject({ ev_sig: blindSignatureSchema });
export const reserveResponse = z.strictObject({ balance: amountSchema });

export const bankConfigResponse = z.strictObject({ name: z.string(), version: versionSchema, currency: z.string() });
export const bankStatusResponse = z.strictObject({
  selection_done: z.boolean(),
  transfer_done: z.boolean(),
  aborted: z.boolean(),
  amount: amountSchema,
  wire_types: z.array(z.string()),
  suggested_exchange: baseUrlSchema.optional(),
  sender_wire: z.string().optional(),
  confirm_transfer_url: z.string().optional(),
});
export const bankSelectRequest = z.strictObject({ reserve_pub: key32, selected_exchange: z.string() });
export const bankSelectResponse = z.strictObject({
  transfer_done: z.boolean(),
  confirm_transfer_url: z.string().optional(),
});

export const claimRequest = z.strictObject({ nonce: key32, token: z.string().optional() });
export const claimResponse = z.strictObject({ contract_terms: z.unknown(), sig: sig64 });
export const contractTerms = z.object({
  merchant_pub: key32,
  h_wire: hash64,
  nonce: key32,
  timestamp: timestampSchema,
  refund_deadline: timestampSchema,
  merchant_base_url: baseUrlSchema,
  amount: amountSchema,
});
export const payRequest = z.strictObject({
  coins: z.array(
    z.strictObject({
      coin_pub: key32,
      coin_sig: sig64,
      contribution: amountSchema,
      h_denom: hash64,
      exchange_url: baseUrlSchema,
      ub_sig: denominationSignatureSchema,
    }),
  ),
  session_id: z.string(),
});
export const payResponse = z.strictObject({ sig: sig64 });
export const orderStatusResponse = z.strictObject({
  refunded: z.boolean(),
  refund_pending: z.boolean(),
  refund_amount: amountSchema,
  refund_taken: amountSchema,
});
export const refundRequest = z.strictObject({ h_contract: hash64 });
export const refundResponse = z.strictObject({
  refund_amount: amountSchema,
  merchant_pub: key32,
  refunds: z.array(
    z.strictObject({
      type: z.literal('success'),
      exchange_status: z.literal(200),
      rtransaction_id: nonNegativeInt,
      coin_pub: key32,
      refund_amount: amountSchema,
      execution_time: timestampSchema,
      exchange_pub: key32,
      exchange_sig: sig64,
    }),
  ),
});

export const meltRequest = z.strictObject({
  coin_pub: key32,
  confirm_sig: sig64,
  denom_pub_hash: hash64,
  denom_sig: denominationSignatureSchema,
  rc: hash64,
  value_with_fee: amountSchema,
});
export const meltResponse = z.strictObject({
  noreveal_index: z.int().min(0).max(2),
  exchange_pub: key32,
  exchange_sig: sig64,
});
export const revealRequest = z.strictObject({
  coin_evs: z.array(coinEvSchema),
  new_denoms_h: z.array(hash64),
  transfer_privs: z.tuple([key32, key32]),
  transfer_pub: key32,
  link_sigs: z.array(sig64),
});
export const revealResponse = z.strictObject({ ev_sigs: z.array(withdrawResponse) });
export const errorResponse = z.strictObject({ code: nonNegativeInt, hint: z.string().optional() });

export const depositRequest = z.strictObject({
  contribution: amountSchema,
  merchant_payto_uri: z.string(),
  wire_salt: crockSchema(16),
  h_contract_terms: hash64,
  ub_sig: denominationSignatureSchema,
  timestamp: timestampSchema,
  wire_transfer_deadline: timestampSchema,
  refund_deadline: timestampSchema,
  coin_sig: sig64,
  denom_pub_hash: hash64,
  merchant_pub: key32,
});
export const depositResponse = z.strictObject(confirmation);

export const purseCreateRequest = z.strictObject({
  amount: amountSchema,
  merge_pub: key32,
  purse_sig: sig64,
  h_contract_terms: hash64,
  purse_expiration: timestampSchema,
  deposits: z.array(purseDeposit),
  min_age: nonNegativeInt,
  econtract,
});
export const purseResponse = z.strictObject({ ...confirmation, total_deposited: amountSchema });
export const contractResponse = z.strictObject({
  purse_pub: key32,
  econtract: crockUpToSchema(4096),
  econtract_sig: sig64,
});
export const purseStatusResponse = z.strictObject({ balance: amountSchema, purse_expiration: timestampSchema });
export const purseMergeRequest = z.strictObject({
  payto_uri: z.string(),
  merge_timestamp: timestampSchema,
  merge_sig: sig64,
  reserve_sig: sig64,
});
export const purseMergeResponse = z.strictObject({ ...confirmation, merge_amount: amountSchema });
export const reservePurseRequest = z.strictObject({
  merge_sig: sig64,
  merge_timestamp: timestampSchema,
  h_contract_terms: hash64,
  merge_pub: key32,
  min_age: nonNegativeInt,
  purse_expiration: timestampSchema,
  purse_fee: amountSchema,
  purse_pub: key32,
  purse_sig: sig64,
  purse_value: amountSchema,
  reserve_sig: sig64,
  econtract,
});
export const purseDepositRequest = z.strictObject({ deposits: z.array(purseDeposit) });
