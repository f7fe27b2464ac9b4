// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import {
  hashDenomination,
  parseDenominationPub,
  type DenominationKey,
  type DenominationPub,
} from '../../coin/denomination.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import type { Denomination } from './model.ts';
import {
  denominationGroupSchema,
  flatDenominationSchema,
  groupedDenominationSchema,
  type GroupedKeys,
} from './schema.ts';
import { masterDenominationBlock } from '../../purposes/master.ts';

// The denominations of `/keys`, read and checked one by one: a bad one is rejected and hides no other.

export type Candidate = Omit<Denomination, 'revoked' | 'selectable'> & { readonly hashBytes: Uint8Array };
export type Entry = Result<Candidate, { readonly hash: string; readonly why: string }>;

/** The exchange that denominations must belong to. */
type Issuer = {
  readonly currency: string;
  readonly masterPub: Uint8Array;
  /** whether the master key made this signature (crock) */
  readonly isSigned: (block: Uint8Array, signature: string) => boolean;
};

/** The denomination if its numbers make sense and the master key signed them (1025). */
export const checkDenomination = (entry: Candidate, { currency, masterPub, isSigned }: Issuer): Entry => {
  const { hash, hashBytes: denominationHash, value, feeWithdraw, feeDeposit, feeRefresh, feeRefund } = entry;
  const amounts = [value, feeWithdraw, feeDeposit, feeRefresh, feeRefund];
  if (amounts.some((each) => each.currency !== currency)) return err({ hash, why: 'currency' });
  // A coin of no value, or whose value and fees exceed every amount, can only be a trap for the arithmetic of a selection.
  if (value.units === 0n || !isAmount(currency, amounts)) return err({ hash, why: 'value' });
  const block = masterDenominationBlock({ ...entry, masterPub, denominationHash });
  return isSigned(block, entry.masterSig) ? ok(entry) : err({ hash, why: 'master signature' });
};

const isAmount = (currency: string, parts: readonly Amount[]): boolean =>
  parseAmount(amountToText({ currency, units: parts.reduce((sum, { units }) => sum + units, 0n) })).ok;

/** The denomination with what no signature covers: whether it is revoked, and whether it may be chosen. */
export const finished = ({ hashBytes: _, ...entry }: Candidate, revoked: boolean): Denomination => ({
  ...entry,
  revoked,
  selectable: entry.cipher === 'RSA' && entry.ageMask === 0 && !entry.lost && !revoked,
});

/** The entries of one group of v17–v23. */
export const readGroup = (group: GroupedKeys['denominations'][number]): readonly Entry[] => {
  const head = denominationGroupSchema.safeParse(group);
  if (!head.success) return group.denoms.map(() => err({ hash: '', why: 'malformed group' }));
  const { age_mask } = head.data;
  const fees = readFees(head.data);
  return group.denoms.map((denom): Entry => {
    const read = groupedDenominationSchema.safeParse(denom);
    if (!read.success) return err({ hash: '', why: 'malformed' });
    const { rsa_pub, cs_pub } = read.data;
    // The cipher may carry a suffix ("RSA+age_restricted"), which the mask says anyway.
    const cipher = head.data.cipher.split('+', 1)[0];
    if (cipher === 'RSA' && rsa_pub !== undefined)
      return candidate({ cipher, rsa_public_key: rsa_pub, age_mask }, fees, read.data, read.data.lost);
    if (cipher === 'CS' && cs_pub !== undefined)
      return candidate({ cipher, cs_public_key: cs_pub, age_mask }, fees, read.data, read.data.lost);
    return err({ hash: '', why: 'cipher' });
  });
};

/** One entry of v14's flat list. */
export const readFlat = (denom: unknown): Entry => {
  const read = flatDenominationSchema.safeParse(denom);
  return read.success
    ? candidate(read.data.denom_pub, readFees(read.data), read.data, false)
    : err({ hash: '', why: 'malformed' });
};

type FeeTexts = {
  readonly value: string;
  readonly fee_withdraw: string;
  readonly fee_deposit: string;
  readonly fee_refresh: string;
  readonly fee_refund: string;
};
type FeeAmounts = {
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
};
const readFees = (texts: FeeTexts): FeeAmounts => ({
  value: amount(texts.value),
  feeWithdraw: amount(texts.fee_withdraw),
  feeDeposit: amount(texts.fee_deposit),
  feeRefresh: amount(texts.fee_refresh),
  feeRefund: amount(texts.fee_refund),
});

type Stamps = Pick<
  ReturnType<typeof flatDenominationSchema.parse>,
  'stamp_start' | 'stamp_expire_withdraw' | 'stamp_expire_deposit' | 'stamp_expire_legal' | 'master_sig'
>;
const candidate = (pub: DenominationPub, fees: FeeAmounts, stamps: Stamps, lost: boolean): Entry => {
  const parsed = parseDenominationPub(pub);
  if (!parsed.ok) return err({ hash: '', why: parsed.error.why });
  const hashBytes = hashDenomination(parsed.value);
  return ok({
    hash: bytesToCrock(hashBytes),
    hashBytes,
    cipher: pub.cipher,
    key: rsaKeyOf(parsed.value),
    ageMask: pub.age_mask,
    ...fees,
    stampStart: stamps.stamp_start,
    stampExpireWithdraw: stamps.stamp_expire_withdraw,
    stampExpireDeposit: stamps.stamp_expire_deposit,
    stampExpireLegal: stamps.stamp_expire_legal,
    masterSig: stamps.master_sig,
    lost,
  });
};

const rsaKeyOf = (key: DenominationKey): Denomination['key'] => (key.cipher === 'RSA' ? key.key : undefined);
