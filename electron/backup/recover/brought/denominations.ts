// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../../shared/amount.ts';
import type {
  LegacyCoin,
  LegacyContent,
  LegacyDenomination,
  LegacyExchangeDetails,
} from '../../../taler/legacy/backup.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { hashDenomination, parseDenominationPub } from '../../../taler/coin/denomination.ts';
import { eddsaVerify } from '../../../taler/crypto/eddsa.ts';
import type { RsaPublicKey } from '../../../taler/crypto/rsa.ts';
import { masterDenominationBlock } from '../../../taler/purposes/master.ts';
import type { BadRecord } from './bad.ts';

/** A denomination whose key its exchange's master key has signed, as that wallet kept it. */
export type Kind = {
  readonly h: string;
  readonly exchange: string;
  readonly masterPub: string;
  readonly currency: string;
  readonly key: RsaPublicKey;
  /** 0 where it knows no ages */
  readonly ageMask: number;
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
  /** in the form that an exchange entry keeps (`wallet/coins/kept-denominations.ts`) */
  readonly listed: object;
  readonly coins: readonly { readonly at: number; readonly coin: LegacyCoin }[];
};

/** The denominations of a backup that are what they say; the others are noted, with the money that hangs on them. */
export const readKinds = (content: LegacyContent, note: (bad: BadRecord) => void): ReadonlyMap<string, Kind> => {
  const kinds = new Map<string, Kind>();
  const coins = new Map<string, { readonly at: number; readonly coin: LegacyCoin }[]>();
  for (const exchange of content.exchangeDetails)
    for (const [at, record] of exchange.denominations.entries()) {
      const kind = kindOf(exchange, record);
      if (kind === undefined) {
        const stake = record.coins.length > 0 ? 'money' : 'nothing';
        note({ list: 'denominations', at, why: 'unsigned', stake });
        continue;
      }
      // One that is there twice has the coins of both.
      const all = coins.get(kind.h) ?? [];
      for (const [index, coin] of record.coins.entries()) all.push({ at: index, coin });
      coins.set(kind.h, all);
      if (!kinds.has(kind.h)) kinds.set(kind.h, { ...kind, coins: all });
    }
  return kinds;
};

const kindOf = (exchange: LegacyExchangeDetails, record: LegacyDenomination): Omit<Kind, 'coins'> | undefined => {
  const pub = parseDenominationPub(record.denom_pub);
  if (!pub.ok || pub.value.cipher !== 'RSA') return undefined;
  const sums = {
    value: amount(record.value),
    feeWithdraw: amount(record.fee_withdraw),
    feeDeposit: amount(record.fee_deposit),
    feeRefresh: amount(record.fee_refresh),
    feeRefund: amount(record.fee_refund),
  };
  const { currency } = sums.value;
  if (Object.values(sums).some((each) => each.currency !== currency) || sums.value.units === 0n) return undefined;
  const hash = hashDenomination(pub.value);
  const masterPub = crockToBytes(exchange.master_public_key, 32);
  const block = masterDenominationBlock({
    masterPub,
    stampStart: record.stamp_start,
    stampExpireWithdraw: record.stamp_expire_withdraw,
    stampExpireDeposit: record.stamp_expire_deposit,
    stampExpireLegal: record.stamp_expire_legal,
    ...sums,
    denominationHash: hash,
  });
  if (!eddsaVerify(masterPub, block, crockToBytes(record.master_sig, 64))) return undefined;
  const { denom_pub, value, fee_withdraw, fee_deposit, fee_refresh, fee_refund, master_sig } = record;
  const { stamp_start, stamp_expire_withdraw, stamp_expire_deposit, stamp_expire_legal } = record;
  return {
    h: bytesToCrock(hash),
    exchange: exchange.base_url,
    masterPub: bytesToCrock(masterPub),
    currency,
    key: pub.value.key,
    ageMask: pub.value.ageMask,
    ...sums,
    listed: {
      denom_pub,
      value,
      fee_withdraw,
      fee_deposit,
      fee_refresh,
      fee_refund,
      stamp_start,
      stamp_expire_withdraw,
      stamp_expire_deposit,
      stamp_expire_legal,
      master_sig,
    },
  };
};
