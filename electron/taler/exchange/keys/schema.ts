// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { hasCanonicalForm } from '../../bytes/canonical-json.ts';
import { LIMITED_OPERATIONS } from './model.ts';
import {
  amountSchema,
  crockSchema,
  durationSchema,
  nonNegativeInt,
  timestampSchema,
  u32Schema,
} from '../../wire/schemas.ts';

// The shapes of `/keys` (v17–v23: PROTOCOL.md#discovery; v14: PROTOCOL.md#generation-v14) and of v14's `/wire`. Denominations are
// listed as `unknown` here and read one by one: one malformed entry must not hide the others.

/**
 * Stops an exchange from making us verify signatures for hours. Real ones list a few hundred: twenty values, a new key for each
 * every week, and two years of weeks are 2,080.
 */
export const MAX_DENOMINATIONS = 4_096;
const MAX_SIGNKEYS = 1_000;
const MAX_ACCOUNTS = 200;
const MAX_FEES = 1_000;
const MAX_METHODS = 100;
const MAX_TEXT = 2_048;
/** Longest RSA key read (8192 bits) as base32, with lengths and exponent. */
const MAX_KEY_TEXT = 2_000;

const text = z.string().max(MAX_TEXT);

const signKeySchema = z.object({
  key: crockSchema(32),
  stamp_start: timestampSchema,
  stamp_expire: timestampSchema,
  stamp_end: timestampSchema,
  master_sig: crockSchema(64),
});

/** Hashed as they came, whatever they say (1030). */
const restrictionsSchema = z
  .array(z.unknown())
  .max(MAX_ACCOUNTS)
  .refine((list) => hasCanonicalForm(list), 'no JSON that could be hashed')
  .default([]);

const accountSchema = z.object({
  payto_uri: text,
  conversion_url: text.optional(),
  debit_restrictions: restrictionsSchema,
  credit_restrictions: restrictionsSchema,
  priority: z.int().default(0),
  bank_label: text.optional(),
  master_sig: crockSchema(64),
});

const wireFeesSchema = z
  .record(
    text,
    z
      .array(
        z.object({
          wire_fee: amountSchema,
          closing_fee: amountSchema,
          start_date: timestampSchema,
          end_date: timestampSchema,
          sig: crockSchema(64),
        }),
      )
      .max(MAX_FEES),
  )
  .refine((methods) => Object.keys(methods).length <= MAX_METHODS, 'too many wire methods');

const globalFeeSchema = z.object({
  start_date: timestampSchema,
  end_date: timestampSchema,
  history_fee: amountSchema,
  account_fee: amountSchema,
  purse_fee: amountSchema,
  history_expiration: durationSchema,
  purse_timeout: durationSchema,
  purse_account_limit: u32Schema,
  master_sig: crockSchema(64),
});

/** One rule about sums; read one by one, for a word or shape of a later version must not close the exchange. */
export const accountLimitSchema = z.object({
  operation_type: z.enum(LIMITED_OPERATIONS),
  timeframe: durationSchema,
  threshold: amountSchema,
  soft_limit: z.boolean().default(false),
});
export const zeroLimitSchema = z.object({ operation_type: z.enum(LIMITED_OPERATIONS) });
/** Rules an exchange has for one kind of operation are few; more would only make us read. */
const MAX_LIMITS = 1_000;

const common = {
  version: z.string().max(30),
  // kept as it is spelled, for signatures cover it; but later code must be able to take it apart
  base_url: text
    .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), 'not a web address')
    .optional(),
  master_public_key: crockSchema(32),
  reserve_closing_delay: durationSchema,
  list_issue_date: timestampSchema,
  signkeys: z.array(signKeySchema).max(MAX_SIGNKEYS),
  recoup: z
    .array(z.object({ h_denom_pub: crockSchema(64) }))
    .max(MAX_DENOMINATIONS)
    .default([]),
  global_fees: z.array(globalFeeSchema).max(MAX_FEES),
};

/** `/keys` of v17 to v23. */
export const groupedKeysSchema = z.object({
  ...common,
  currency: text,
  accounts: z.array(accountSchema).max(MAX_ACCOUNTS),
  wire_fees: wireFeesSchema,
  denominations: z
    .array(
      z.looseObject({
        cipher: z.string().max(100),
        denoms: z.array(z.looseObject({ master_sig: z.unknown() })).max(MAX_DENOMINATIONS),
      }),
    )
    .max(MAX_DENOMINATIONS),
  // v23; anything else in their place is as good as none
  hard_limits: z.array(z.unknown()).max(MAX_LIMITS).catch([]),
  zero_limits: z.array(z.unknown()).max(MAX_LIMITS).catch([]),
  wallet_balance_limit_without_kyc: z.array(z.unknown()).max(MAX_LIMITS).catch([]),
  tiny_amount: amountSchema.optional().catch(undefined),
  currency_specification: z.unknown().optional(),
  shopping_url: z.unknown().optional(),
  exchange_pub: crockSchema(32),
  exchange_sig: crockSchema(64),
});

/** `/keys` of v14 with what `/wire` said beside it. */
export const flatKeysSchema = z.object({
  ...common,
  currency: text.optional(),
  denoms: z.array(z.unknown()).min(1).max(MAX_DENOMINATIONS),
  wire: z.object({ accounts: z.array(accountSchema).max(MAX_ACCOUNTS), fees: wireFeesSchema }),
});

export type GroupedKeys = z.infer<typeof groupedKeysSchema>;
export type FlatKeys = z.infer<typeof flatKeysSchema>;

const fees = {
  value: amountSchema,
  fee_withdraw: amountSchema,
  fee_deposit: amountSchema,
  fee_refresh: amountSchema,
  fee_refund: amountSchema,
};
const stamps = {
  stamp_start: timestampSchema,
  stamp_expire_withdraw: timestampSchema,
  stamp_expire_deposit: timestampSchema,
  stamp_expire_legal: timestampSchema,
  master_sig: crockSchema(64),
};

/** What a group says once for all its entries. */
export const denominationGroupSchema = z.object({ cipher: z.string(), age_mask: u32Schema.default(0), ...fees });
/** One entry of a group. */
export const groupedDenominationSchema = z.object({
  ...stamps,
  lost: z.boolean().default(false),
  rsa_pub: z.string().max(MAX_KEY_TEXT).optional(),
  cs_pub: z.string().max(MAX_KEY_TEXT).optional(),
});
/** One entry of v14's flat list. */
export const flatDenominationSchema = z.object({
  ...stamps,
  ...fees,
  denom_pub: z.discriminatedUnion('cipher', [
    z.object({ cipher: z.literal('RSA'), rsa_public_key: z.string().max(MAX_KEY_TEXT), age_mask: u32Schema }),
    z.object({ cipher: z.literal('CS'), cs_public_key: z.string().max(MAX_KEY_TEXT), age_mask: u32Schema }),
  ]),
});

/** The only members whose presence decides how to read the rest. */
export const versionOnlySchema = z.object({ version: z.string().max(30) });

export const configSchema = z.object({
  name: z.string().max(100),
  version: z.string().max(30),
  currency: text.optional(),
  num_fraction_digits: nonNegativeInt.optional(),
});
