// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../../shared/time.ts';
import { hashContract } from '../wire/contract-hash.ts';
import { eddsaVerify } from '../crypto/eddsa.ts';
import { crockToBytes, parseCrock } from '../bytes/encodings.ts';
import { choicesSchema, contractChoices, isPayable, type ContractChoice } from './choices.ts';
import type { ContractFailure, ContractTerms, OrderAddress } from './merchant.ts';
import { merchantContractBlock } from '../purposes/merchant.ts';
import { amountSchema, crockSchema, nonNegativeInt, positiveInt, timestampSchema } from '../wire/schemas.ts';

/** A merchant's clock may be this far ahead of ours (time zones set wrong are hours, not days). */
const MAX_AHEAD_MS = 24 * 3600 * 1000;
const MAX_EXCHANGES = 1_000;

const text = z.string().max(8_192);
/** PROTOCOL.md#contract-checks; members not named here stay in `raw`, for the hash covers them. */
const termsSchema = z.object({
  order_id: text,
  merchant_base_url: text,
  h_wire: crockSchema(64),
  wire_method: text,
  summary: text,
  nonce: crockSchema(32),
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
const priceSchema = z.object({ amount: amountSchema, max_fee: amountSchema });

/** What it costs: one price, or one of several choices. */
type Priced = Pick<ContractTerms, 'amount' | 'maxFee' | 'choices' | 'choice'>;

export type ContractToCheck = {
  /** the JSON as it came */
  readonly terms: unknown;
  readonly merchantSig: string;
  readonly expected: OrderAddress & { readonly noncePub: string };
  /** undefined for one that was claimed: it was of its time then, by a clock that may have been set since */
  readonly nowMs: number | undefined;
  /** when only one currency will do */
  readonly currency?: string;
  /** which of the choices of version 1 is meant; the first that money pays when left out */
  readonly choice?: number | undefined;
};

/** All checks of a contract before money may follow it, in the order hash, shape, signature, identity, times, currency; names the first that fails. */
export const checkContract = ({
  terms,
  merchantSig,
  expected,
  nowMs,
  currency,
  choice,
}: ContractToCheck): Result<ContractTerms, ContractFailure> => {
  const hashed = hashContract(terms);
  if (!hashed.ok) return err({ kind: 'contract-malformed', why: hashed.error.why });
  const version = z.looseObject({ version: z.unknown() }).safeParse(terms).data?.version ?? 0;
  if (version !== 0 && version !== 1)
    return err({ kind: 'contract-unsupported', why: 'a contract version this wallet does not know' });
  const read = parse(termsSchema, terms);
  if (!read.ok) return read;
  const priced = version === 1 ? chosenPrice(terms, choice) : onePrice(terms);
  if (!priced.ok) return priced;
  const signature = parseCrock(merchantSig, 64);
  if (
    !signature.ok ||
    !eddsaVerify(
      crockToBytes(read.value.merchant_pub),
      merchantContractBlock({ contractHash: hashed.value }),
      signature.value,
    )
  )
    return err({ kind: 'contract-signature-invalid' });
  const fault =
    identityFault(read.value, expected) ??
    (nowMs === undefined ? undefined : clockFault(read.value, nowMs)) ??
    timeFault(read.value) ??
    currencyFault(read.value, priced.value, currency);
  return fault ? err(fault) : ok({ ...contractTerms(terms, read.value, hashed.value, merchantSig), ...priced.value });
};

const parse = <T>(schema: z.ZodType<T>, terms: unknown): Result<T, ContractFailure> => {
  const read = schema.safeParse(terms);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const why = `${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'unexpected'}`;
  return err({ kind: 'contract-malformed', why: why.slice(0, 300) });
};

const onePrice = (terms: unknown): Result<Priced, ContractFailure> => {
  const read = parse(priceSchema, terms);
  return read.ok
    ? ok({ amount: amount(read.value.amount), maxFee: amount(read.value.max_fee), choices: [], choice: undefined })
    : read;
};

const chosenPrice = (terms: unknown, wanted: number | undefined): Result<Priced, ContractFailure> => {
  const read = parse(choicesSchema, terms);
  if (!read.ok) return read;
  const choices = contractChoices(read.value);
  const mixed = choices.find((each) => each.amount.currency !== each.maxFee.currency);
  if (mixed) return err(mixes([mixed.amount.currency, mixed.maxFee.currency]));
  const choice = wanted ?? Math.max(0, choices.findIndex(isPayable));
  const chosen: ContractChoice | undefined = choices[choice];
  return chosen === undefined
    ? err({ kind: 'contract-malformed', why: 'no such choice' })
    : ok({ amount: chosen.amount, maxFee: chosen.maxFee, choices, choice });
};

/** A contract for another nonce was made for another wallet: paying it would buy nothing we could prove. */
const identityFault = (it: Terms, expected: ContractToCheck['expected']): ContractFailure | undefined => {
  if (it.merchant_base_url !== expected.merchantBaseUrl)
    return { kind: 'contract-base-url-mismatch', got: it.merchant_base_url.slice(0, 300) };
  if (it.order_id !== expected.orderId) return { kind: 'contract-order-mismatch', got: it.order_id.slice(0, 300) };
  return it.nonce === expected.noncePub ? undefined : { kind: 'contract-nonce-mismatch' };
};

/** Not of this time: over, or of a day to come. Then one of the two clocks is wrong, and about ours a person can do something. */
const clockFault = (it: Terms, nowMs: number): ContractFailure | undefined => {
  if (timestampToMs(it.pay_deadline) <= nowMs) return { kind: 'contract-expired', payDeadline: it.pay_deadline };
  return timestampToMs(it.timestamp) > nowMs + MAX_AHEAD_MS
    ? { kind: 'clock-skew', url: it.merchant_base_url, theirs: it.timestamp, ours: msToTimestamp(nowMs) }
    : undefined;
};

const timeFault = (it: Terms): ContractFailure | undefined => {
  // Exchanges refuse these two (1209, 1208), after the coins were already signed away.
  if (it.wire_transfer_deadline.t_s === 'never')
    return { kind: 'contract-deadlines', why: 'no wire transfer deadline' };
  if (timestampToMs(it.refund_deadline) > timestampToMs(it.wire_transfer_deadline))
    return { kind: 'contract-deadlines', why: 'refund deadline after the wire transfer deadline' };
  return undefined;
};

/** Where the order names a wire fee, every choice has to be in its currency: one that is taken up and is not could be neither paid nor ended. */
const currencyFault = (it: Terms, price: Priced, currency: string | undefined): ContractFailure | undefined => {
  const prices = [price, ...(it.max_wire_fee === undefined ? [] : price.choices)].map((each) => each.amount);
  const fees = [price.maxFee, ...(it.max_wire_fee === undefined ? [] : [amount(it.max_wire_fee)])];
  const used = new Set([...prices, ...fees].map((each) => each.currency));
  if (used.size > 1) return mixes([...used]);
  return currency === undefined || used.has(currency)
    ? undefined
    : { kind: 'contract-currency', why: `${[...used].join('')} instead of ${currency}` };
};

const mixes = (used: readonly string[]): ContractFailure => ({
  kind: 'contract-currency',
  why: `it mixes ${used.join(' and ')}`,
});

const contractTerms = (
  raw: unknown,
  it: Terms,
  hContract: Uint8Array,
  merchantSig: string,
): Omit<ContractTerms, keyof Priced> => ({
  raw,
  hContract,
  merchantSig,
  orderId: it.order_id,
  merchantBaseUrl: it.merchant_base_url,
  merchantPub: it.merchant_pub,
  merchantName: it.merchant.name,
  summary: it.summary,
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
