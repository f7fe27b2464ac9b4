// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs } from '../../../shared/time.ts';
import { hashContract } from '../wire/contract-hash.ts';
import { eddsaVerify } from '../crypto/eddsa.ts';
import { crockToBytes, parseCrock } from '../bytes/encodings.ts';
import type { ContractFailure, ContractTerms, OrderAddress } from './merchant.ts';
import { merchantContractBlock } from '../purposes/merchant.ts';
import { amountSchema, crockSchema, nonNegativeInt, positiveInt, timestampSchema } from '../wire/schemas.ts';

/** A merchant's clock may be this far ahead of ours (time zones set wrong are hours, not days). */
const MAX_AHEAD_MS = 24 * 3600 * 1000;
const MAX_EXCHANGES = 1_000;

const text = z.string().max(8_192);
/** PROTOCOL.md#contract-checks; members not named here stay in `raw`, for the hash covers them. */
const termsSchema = z.object({
  version: nonNegativeInt.optional(),
  order_id: text,
  merchant_base_url: text,
  h_wire: crockSchema(64),
  wire_method: text,
  summary: text,
  nonce: crockSchema(32),
  amount: amountSchema,
  max_fee: amountSchema,
  max_wire_fee: amountSchema.optional(),
  wire_fee_amortization: positiveInt.default(1),
  exchanges: z.array(z.object({ url: text, master_pub: crockSchema(32) })).max(MAX_EXCHANGES),
  auditors: z
    .array(z.object({ auditor_pub: crockSchema(32) }))
    .max(MAX_EXCHANGES)
    .default([]),
  timestamp: timestampSchema,
  pay_deadline: timestampSchema,
  refund_deadline: timestampSchema,
  wire_transfer_deadline: timestampSchema,
  merchant: z.object({ name: text }),
  merchant_pub: crockSchema(32),
  minimum_age: nonNegativeInt.optional(),
  fulfillment_url: text.optional(),
  fulfillment_message: text.optional(),
});
type Terms = z.infer<typeof termsSchema>;

export type ContractToCheck = {
  /** the JSON as it came */
  readonly terms: unknown;
  readonly merchantSig: string;
  readonly expected: OrderAddress & { readonly noncePub: string };
  readonly nowMs: number;
  /** when only one currency will do */
  readonly currency?: string;
};

/** All checks of a contract before money may follow it, in the order hash, shape, signature, identity, times, currency; names the first that fails. */
export const checkContract = ({
  terms,
  merchantSig,
  expected,
  nowMs,
  currency,
}: ContractToCheck): Result<ContractTerms, ContractFailure> => {
  const hashed = hashContract(terms);
  if (!hashed.ok) return err({ kind: 'contract-malformed', why: hashed.error.why });
  const version = z.looseObject({ version: z.unknown() }).safeParse(terms);
  if (version.success && version.data.version !== undefined && version.data.version !== 0)
    return err({ kind: 'contract-unsupported', why: 'a contract version with choices' });
  const read = termsSchema.safeParse(terms);
  if (!read.success)
    return err({
      kind: 'contract-malformed',
      why: `${read.error.issues[0]?.path.map(String).join('.') ?? ''}: ${read.error.issues[0]?.message ?? 'unexpected'}`.slice(
        0,
        300,
      ),
    });
  const signature = parseCrock(merchantSig, 64);
  if (
    !signature.ok ||
    !eddsaVerify(
      crockToBytes(read.data.merchant_pub),
      merchantContractBlock({ contractHash: hashed.value }),
      signature.value,
    )
  )
    return err({ kind: 'contract-signature-invalid' });
  const fault = identityFault(read.data, expected) ?? timeFault(read.data, nowMs) ?? currencyFault(read.data, currency);
  return fault ? err(fault) : ok(contractTerms(terms, read.data, hashed.value, merchantSig));
};

/** A contract for another nonce was made for another wallet: paying it would buy nothing we could prove. */
const identityFault = (it: Terms, expected: ContractToCheck['expected']): ContractFailure | undefined => {
  if (it.merchant_base_url !== expected.merchantBaseUrl)
    return { kind: 'contract-base-url-mismatch', got: it.merchant_base_url.slice(0, 300) };
  if (it.order_id !== expected.orderId) return { kind: 'contract-order-mismatch', got: it.order_id.slice(0, 300) };
  return it.nonce === expected.noncePub ? undefined : { kind: 'contract-nonce-mismatch' };
};

const timeFault = (it: Terms, nowMs: number): ContractFailure | undefined => {
  if (timestampToMs(it.pay_deadline) <= nowMs) return { kind: 'contract-expired', payDeadline: it.pay_deadline };
  if (timestampToMs(it.timestamp) > nowMs + MAX_AHEAD_MS)
    return { kind: 'contract-deadlines', why: 'dated in the future' };
  // Exchanges refuse these two (1209, 1208), after the coins were already signed away.
  if (it.wire_transfer_deadline.t_s === 'never')
    return { kind: 'contract-deadlines', why: 'no wire transfer deadline' };
  if (timestampToMs(it.refund_deadline) > timestampToMs(it.wire_transfer_deadline))
    return { kind: 'contract-deadlines', why: 'refund deadline after the wire transfer deadline' };
  return undefined;
};

const currencyFault = (it: Terms, currency: string | undefined): ContractFailure | undefined => {
  const used = new Set(
    [it.amount, it.max_fee, ...(it.max_wire_fee === undefined ? [] : [it.max_wire_fee])].map(
      (each) => amount(each).currency,
    ),
  );
  if (used.size > 1) return { kind: 'contract-currency', why: `it mixes ${[...used].join(' and ')}` };
  return currency === undefined || used.has(currency)
    ? undefined
    : { kind: 'contract-currency', why: `${[...used].join('')} instead of ${currency}` };
};

const contractTerms = (raw: unknown, it: Terms, hContract: Uint8Array, merchantSig: string): ContractTerms => ({
  raw,
  hContract,
  merchantSig,
  orderId: it.order_id,
  merchantBaseUrl: it.merchant_base_url,
  merchantPub: it.merchant_pub,
  merchantName: it.merchant.name,
  summary: it.summary,
  amount: amount(it.amount),
  maxFee: amount(it.max_fee),
  maxWireFee: it.max_wire_fee === undefined ? undefined : amount(it.max_wire_fee),
  wireFeeAmortization: it.wire_fee_amortization,
  wireMethod: it.wire_method,
  hWire: it.h_wire,
  exchanges: it.exchanges.map(({ url, master_pub }) => ({ url, masterPub: master_pub })),
  auditorPubs: it.auditors.map(({ auditor_pub }) => auditor_pub),
  timestamp: it.timestamp,
  payDeadline: it.pay_deadline,
  refundDeadline: it.refund_deadline,
  wireTransferDeadline: it.wire_transfer_deadline,
  minimumAge: it.minimum_age ?? 0,
  fulfillmentUrl: it.fulfillment_url,
  fulfillmentMessage: it.fulfillment_message,
});
