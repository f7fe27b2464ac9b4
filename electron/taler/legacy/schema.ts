// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { hasCanonicalForm } from '../bytes/canonical-json.ts';
import { parseSpelledBaseUrl } from '../wire/base-url.ts';
import {
  amountSchema,
  baseUrlSchema,
  crockSchema,
  denominationPubSchema,
  denominationSignatureSchema,
  durationSchema,
  nonNegativeInt,
  positiveInt,
  optionalTimestampSchema,
  timestampSchema,
  u32Schema,
} from '../wire/schemas.ts';

// Records of wallet-core 2022's backup content, schema version 1 (snake_case but for the global fees).

/** How deep contract terms lie in an entry of ours, which is hashed as a whole. */
const TERMS_AT = 4;
/** Ids are random text of that wallet; the ceiling stops one that was made to be long. */
const idSchema = z.string().min(1).max(200);
const textSchema = z.string().max(4096);
const key32 = crockSchema(32);
const hash64 = crockSchema(64);
const signature64 = crockSchema(64);

/** The letter case of a provider's address decides about its account, so it stays. */
const providerUrlSchema = z.string().transform((text, context) => {
  const parsed = parseSpelledBaseUrl(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: `not a base URL: ${parsed.error.why}` });
  return z.NEVER;
});

const selectedDenominationsSchema = z.array(z.object({ denom_pub_hash: hash64, count: nonNegativeInt.max(10_000) }));

/** Where a coin came from. */
const legacyCoinSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('withdraw'), withdrawal_group_id: idSchema, coin_index: u32Schema, reserve_pub: key32 }),
  z.object({ type: z.literal('refresh'), old_coin_pub: key32, refresh_group_id: idSchema.optional() }),
  z.object({ type: z.literal('tip'), wallet_tip_id: idSchema, coin_index: u32Schema }),
]);

/** One coin; `fresh` is a hint, not a fact. */
export const legacyCoinSchema = z.object({
  coin_priv: key32,
  blinding_key: key32,
  denom_sig: denominationSignatureSchema,
  fresh: z.boolean(),
  spend_allocation: z.object({ id: textSchema, amount: amountSchema }).optional(),
  coin_source: legacyCoinSourceSchema,
});

/** One denomination; its coins are read one by one, so that a bad coin does not cost the others. */
export const legacyDenominationSchema = z.object({
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
  master_sig: signature64,
  is_offered: z.boolean(),
  is_revoked: z.boolean(),
  list_issue_date: optionalTimestampSchema,
  coins: z.array(z.unknown()),
});

export const legacyExchangeSchema = z.object({
  base_url: baseUrlSchema,
  master_public_key: key32,
  currency: z.string().max(11),
  update_clock: optionalTimestampSchema,
});

/** One exchange with what it signed; denominations are read one by one. What no money hangs on, and its exchange says again, costs them nothing when it is spoiled. */
export const legacyExchangeDetailsSchema = z.object({
  base_url: baseUrlSchema,
  master_public_key: key32,
  currency: z.string().max(11),
  protocol_version: textSchema.catch(''),
  reserve_closing_delay: durationSchema.catch({ d_us: 0 }),
  accounts: z.array(z.object({ payto_uri: textSchema, master_sig: signature64 })).catch([]),
  wire_fees: z
    .array(
      z.object({
        wire_type: textSchema,
        wire_fee: amountSchema,
        closing_fee: amountSchema,
        start_stamp: timestampSchema,
        end_stamp: timestampSchema,
        sig: signature64,
      }),
    )
    .catch([]),
  global_fees: z
    .array(
      z.object({
        startDate: timestampSchema,
        endDate: timestampSchema,
        historyFee: amountSchema,
        accountFee: amountSchema,
        purseFee: amountSchema,
        historyTimeout: durationSchema,
        purseTimeout: durationSchema,
        purseLimit: u32Schema,
        signature: signature64,
      }),
    )
    .catch([]),
  signing_keys: z
    .array(
      z.object({
        key: key32,
        master_sig: signature64,
        stamp_start: timestampSchema,
        stamp_expire: timestampSchema,
        stamp_end: timestampSchema,
      }),
    )
    .catch([]),
  tos_accepted_etag: textSchema.optional().catch(undefined),
  tos_accepted_timestamp: optionalTimestampSchema.catch(undefined),
  denominations: z.array(z.unknown()),
});

/** Terms that somebody else wrote; what is nested too deep to be hashed costs its record and no other. */
const termsSchema = z.unknown().refine((value) => hasCanonicalForm(value, TERMS_AT));

const withdrawalInfoSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bank-manual') }),
  z.object({
    type: z.literal('bank-integrated'),
    taler_withdraw_uri: textSchema,
    confirm_url: textSchema.optional(),
    exchange_payto_uri: textSchema,
    timestamp_reserve_info_posted: optionalTimestampSchema,
    timestamp_bank_confirmed: optionalTimestampSchema,
  }),
  z.object({ type: z.literal('peer-pull-credit'), contract_terms: termsSchema, contract_priv: key32 }),
  z.object({ type: z.literal('peer-push-credit'), contract_terms: termsSchema }),
  z.object({ type: z.literal('recoup') }),
]);

export const legacyWithdrawalGroupSchema = z.object({
  withdrawal_group_id: idSchema,
  secret_seed: key32,
  reserve_priv: key32,
  exchange_base_url: baseUrlSchema,
  timestamp_created: timestampSchema,
  timestamp_finish: optionalTimestampSchema,
  operation_status: z.enum(['pending', 'finished', 'cancelled']).optional(),
  instructed_amount: amountSchema.optional(),
  raw_withdrawal_amount: amountSchema,
  effective_withdrawal_amount: amountSchema,
  restrict_age: nonNegativeInt.optional(),
  selected_denoms: selectedDenominationsSchema,
  selected_denoms_uid: idSchema.optional(),
  info: withdrawalInfoSchema,
});

export const legacyRefreshGroupSchema = z.object({
  refresh_group_id: idSchema,
  reason: textSchema,
  timestamp_created: timestampSchema,
  timestamp_finish: optionalTimestampSchema,
  old_coins: z.array(
    z.object({
      coin_pub: key32,
      input_amount: amountSchema,
      estimated_output_amount: amountSchema,
      finished: z.boolean(),
      refresh_session: z
        .object({
          new_denoms: selectedDenominationsSchema,
          session_secret_seed: crockSchema(64),
          noreveal_index: z.int().min(0).max(2).optional(),
        })
        .optional(),
    }),
  ),
});

export const legacyPurchaseSchema = z.object({
  proposal_id: idSchema,
  proposal_status: z.enum(['proposed', 'refused', 'permanently-failed', 'repurchase', 'paid']),
  repurchase_proposal_id: idSchema.optional(),
  download_session_id: textSchema.optional(),
  order_id: textSchema,
  merchant_base_url: baseUrlSchema,
  claim_token: textSchema.optional(),
  contract_terms_raw: termsSchema.optional(),
  merchant_sig: signature64.optional(),
  nonce_priv: key32,
  pay_info: z
    .object({
      pay_coins: z.array(z.object({ coin_pub: key32, contribution: amountSchema })),
      pay_coins_uid: idSchema.optional(),
      total_pay_cost: amountSchema,
    })
    .optional(),
  timestamp_proposed: timestampSchema,
  timestamp_accepted: optionalTimestampSchema,
  timestamp_first_successful_pay: optionalTimestampSchema,
  merchant_pay_sig: signature64.optional(),
  auto_refund_deadline: optionalTimestampSchema,
  refunds: z.array(
    z.object({
      type: z.enum(['applied', 'failed', 'pending']),
      coin_pub: key32,
      execution_time: timestampSchema,
      obtained_time: timestampSchema,
      refund_amount: amountSchema,
      rtransaction_id: nonNegativeInt,
      total_refresh_cost_bound: amountSchema,
    }),
  ),
});

export const legacyTipSchema = z.object({
  wallet_tip_id: idSchema,
  merchant_tip_id: idSchema,
  merchant_base_url: baseUrlSchema,
  exchange_base_url: baseUrlSchema,
  secret_seed: crockSchema(64),
  selected_denoms: selectedDenominationsSchema,
  selected_denoms_uid: idSchema.optional(),
  tip_amount_raw: amountSchema,
  timestamp_created: timestampSchema,
  timestamp_accepted: optionalTimestampSchema,
  timestamp_finished: optionalTimestampSchema,
  timestamp_expiration: timestampSchema,
});

export const legacyRecoupGroupSchema = z.object({
  recoup_group_id: idSchema,
  timestamp_created: timestampSchema,
  timestamp_finish: optionalTimestampSchema,
  coins: z.array(z.object({ coin_pub: key32, recoup_finished: z.boolean() })),
});

export const legacyProviderSchema = z.object({
  base_url: providerUrlSchema,
  terms: z
    .object({
      annual_fee: amountSchema,
      storage_limit_in_megabytes: positiveInt,
      supported_protocol_version: textSchema,
    })
    .optional(),
  pay_proposal_ids: z.array(idSchema),
  uids: z.array(idSchema),
});

/** The frame of the content; its records stay unread until each is read for itself. */
export const legacyFrameSchema = z.object({
  schema_id: z.literal('gnu-taler-wallet-backup-content'),
  schema_version: z.literal(1),
  minor_version: nonNegativeInt,
  wallet_root_pub: key32,
  current_device_id: textSchema,
  timestamp: timestampSchema,
  exchanges: z.array(z.unknown()),
  exchange_details: z.array(z.unknown()),
  withdrawal_groups: z.array(z.unknown()),
  refresh_groups: z.array(z.unknown()),
  purchases: z.array(z.unknown()),
  tips: z.array(z.unknown()),
  recoup_groups: z.array(z.unknown()),
  backup_providers: z.array(z.unknown()),
});

/** The recovery document of wallet-core 2022: root key and providers. */
export const legacyRecoverySchema = z.object({
  walletRootPriv: key32,
  providers: z.array(z.object({ name: textSchema, url: providerUrlSchema })).max(32),
});
