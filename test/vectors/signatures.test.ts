// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { Duration, Timestamp } from '../../shared/time.ts';
import { ageCommitmentHash } from '../../electron/taler/coin/age.ts';
import { denominationToPub, hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, bytesToHex, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import {
  masterDenominationBlock,
  masterGlobalFeesBlock,
  masterWireDetailsBlock,
  masterWireDetailsBlockV12,
  masterWireFeesBlock,
} from '../../electron/taler/purposes/master.ts';
import {
  merchantContractBlock,
  merchantPaymentOkBlock,
  trackTransactionBlock,
} from '../../electron/taler/purposes/merchant.ts';
import {
  accountMergeBlock,
  purseCreateBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes/purse.ts';
import {
  depositBlock,
  recoupBlock,
  recoupRefreshBlock,
  syncUploadBlock,
  type DepositFields,
} from '../../electron/taler/purposes/wallet.ts';
import { denominationPubSchema } from '../../electron/taler/wire/schemas.ts';
import { casesOf } from './load.ts';

type AgeProof = { readonly commitment: { readonly publicKeys: readonly string[] } };
type Fields = { readonly [name: string]: string } & {
  readonly minAge: number;
  readonly flags: number;
  readonly amountVal: number;
  readonly purse_account_limit: number;
  readonly coins: readonly [
    { readonly contribution: string; readonly denomPubHash: string; readonly ageCommitmentProof?: AgeProof },
  ];
  readonly ageCommitmentProof?: AgeProof;
  readonly fees: Readonly<Record<'feeWithdraw' | 'feeDeposit' | 'feeRefresh' | 'feeRefund', string>>;
  readonly denomPub: unknown;
};
type Case = {
  readonly name: string;
  readonly purpose: number;
  readonly fields: Fields;
  readonly signed_blob_hex: string;
  readonly signer_priv: string;
  readonly signer_pub: string;
  readonly sig: string;
};
const cases = casesOf<Case>('signatures', 22);

const amt = (text: string | undefined) => amount(text ?? '!');
const k32 = (text: string | undefined): Uint8Array => crockToBytes(text ?? '!', 32);
const h64 = (text: string | undefined): Uint8Array => crockToBytes(text ?? '!', 64);
const time = (value: unknown): Timestamp => value as Timestamp;
const span = (value: unknown): Duration => value as Duration;
const pub = (priv: string | undefined): Uint8Array => eddsaPublicKey(k32(priv));
const age = (proof: AgeProof | undefined): { readonly ageCommitmentHash?: Uint8Array } =>
  proof ? { ageCommitmentHash: ageCommitmentHash(proof.commitment.publicKeys.map(k32)) } : {};

const depositFields = (fields: Fields, walletDataHash: DepositFields['walletDataHash']): DepositFields => ({
  contractHash: h64(fields['contractTermsHash']),
  wireHash: h64(fields['wireInfoHash']),
  denominationHash: h64(fields['denomPubHash']),
  timestamp: time(fields['timestamp']),
  refundDeadline: time(fields['refundDeadline']),
  contribution: amt(fields['spendAmount']),
  depositFee: amt(fields['feeDeposit']),
  merchantPub: k32(fields['merchantPub']),
  ...age(fields.ageCommitmentProof),
  walletDataHash,
});

const recoupFields = (fields: Fields) => {
  const denomination = mustOk(parseDenominationPub(denominationPubSchema.parse(fields.denomPub)), 'vector');
  expect(denominationToPub(denomination)).toEqual(fields.denomPub);
  expect(bytesToCrock(hashDenomination(denomination))).toBe(fields['denomPubHash']);
  return { denominationHash: hashDenomination(denomination), blindingSecret: k32(fields['blindingKey']) };
};

/** The block of each purpose from the fields of its case. */
const rebuild = ({ purpose, fields, signer_pub }: Case): Uint8Array => {
  switch (purpose) {
    case 1210:
      return purseCreateBlock({
        purseExpiration: time(fields['purseExpiration']),
        purseAmount: amt(fields['purseAmount']),
        contractHash: h64(fields['hContractTerms'] ?? fields['contractTermsHash']),
        mergePub: fields['mergePub'] === undefined ? pub(fields['mergePriv']) : k32(fields['mergePub']),
        minAge: fields.minAge ?? 0,
      });
    case 1211: {
      const [coin] = fields.coins;
      return purseDepositBlock({
        contribution: amt(coin.contribution),
        denominationHash: h64(coin.denomPubHash),
        pursePub: k32(fields['pursePub']),
        exchangeBaseUrl: fields['exchangeBaseUrl'] ?? '',
        ...age(coin.ageCommitmentProof),
      });
    }
    case 1213:
      return purseMergeBlock({
        mergeTimestamp: time(fields['mergeTimestamp']),
        pursePub: k32(fields['pursePub']),
        reservePaytoHash: hashPayto(fields['reservePayto'] ?? ''),
      });
    case 1214:
      return accountMergeBlock({
        purseExpiration: time(fields['purseExpiration']),
        purseAmount: amt(fields['purseAmount']),
        purseFee: amt(fields['purseFee']),
        contractHash: h64(fields['contractTermsHash']),
        pursePub: k32(fields['pursePub']),
        mergeTimestamp: time(fields['mergeTimestamp']),
        minAge: 0,
        flags: fields.flags,
      });
    case 1201:
      return depositBlock(depositFields(fields, 'absent'));
    case 1203:
      return recoupBlock(recoupFields(fields));
    case 1206:
      return recoupRefreshBlock(recoupFields(fields));
    case 1103:
      return trackTransactionBlock({
        contractHash: h64(fields['contractTermsHash']),
        wireHash: h64(fields['wireHash']),
        merchantPub: k32(fields['merchantPub']),
        coinPub: k32(fields['coinPub']),
      });
    case 1450:
      return syncUploadBlock({
        newHash: h64(fields['newHash']),
        ...(fields['oldHash'] === undefined ? {} : { oldHash: h64(fields['oldHash']) }),
      });
    case 1025:
      return masterDenominationBlock({
        masterPub: k32(signer_pub),
        stampStart: time(fields['stampStart']),
        stampExpireWithdraw: time(fields['stampExpireWithdraw']),
        stampExpireDeposit: time(fields['stampExpireDeposit']),
        stampExpireLegal: time(fields['stampExpireLegal']),
        value: amount(`${fields['currency']}:${fields.amountVal}`),
        feeWithdraw: amt(fields.fees.feeWithdraw),
        feeDeposit: amt(fields.fees.feeDeposit),
        feeRefresh: amt(fields.fees.feeRefresh),
        feeRefund: amt(fields.fees.feeRefund),
        denominationHash: h64(fields['denomPubHash']),
      });
    case 1028:
      return masterWireFeesBlock({
        method: fields['type'] ?? '',
        start: time(fields['startStamp']),
        end: time(fields['endStamp']),
        wireFee: amt(fields['wireFee']),
        closingFee: amt(fields['closingFee']),
      });
    case 1022:
      return masterGlobalFeesBlock({
        start: time(fields['start_date']),
        end: time(fields['end_date']),
        purseTimeout: span(fields['purse_timeout']),
        historyExpiration: span(fields['history_expiration']),
        historyFee: amt(fields['history_fee']),
        accountFee: amt(fields['account_fee']),
        purseFee: amt(fields['purse_fee']),
        purseAccountLimit: fields.purse_account_limit,
      });
    case 1030:
      return masterWireDetailsBlockV12({ payto: fields['payto_uri'] ?? '' });
    case 1101:
      return merchantContractBlock({ contractHash: h64(fields['contractTermsHash']) });
    case 1104:
      return merchantPaymentOkBlock({ contractHash: h64(fields['contractHash']) });
    default:
      throw new Error(`no block for purpose ${purpose}`);
  }
};

describe('signatures.json', () => {
  it.each(cases)('$purpose $name', (each) => {
    const block = rebuild(each);
    expect(bytesToHex(block)).toBe(each.signed_blob_hex);
    const signer = k32(each.signer_priv);
    expect(bytesToCrock(eddsaPublicKey(signer))).toBe(each.signer_pub);
    const signature = h64(each.sig);
    expect(eddsaVerify(k32(each.signer_pub), block, signature)).toBe(true);
    expect(bytesToCrock(eddsaSign(signer, block))).toBe(each.sig);
    // Neither the purpose nor any byte of the payload can be exchanged under the signature.
    for (const at of [7, 8, block.length - 1]) {
      expect(
        eddsaVerify(
          k32(each.signer_pub),
          Uint8Array.from(block, (byte, index) => (index === at ? byte ^ 1 : byte)),
          signature,
        ),
      ).toBe(false);
    }
    const spoiled = Uint8Array.from(signature, (byte, at) => (at === 40 ? byte ^ 1 : byte));
    expect(eddsaVerify(k32(each.signer_pub), block, spoiled)).toBe(false);
  });

  it('deposits from v17 on: 64 zero bytes more, and another signature', () => {
    const deposits = cases.filter(({ purpose }) => purpose === 1201);
    expect(deposits).toHaveLength(3);
    for (const each of deposits) {
      const block = depositBlock(depositFields(each.fields, 'none'));
      const size = each.signed_blob_hex.length / 2 + 64;
      expect(bytesToHex(block)).toBe(
        `${size.toString(16).padStart(8, '0')}${each.signed_blob_hex.slice(8)}${'00'.repeat(64)}`,
      );
      const signature = eddsaSign(k32(each.signer_priv), block);
      expect(eddsaVerify(k32(each.signer_pub), block, signature)).toBe(true);
      expect(eddsaVerify(k32(each.signer_pub), block, h64(each.sig))).toBe(false);
      const withData = depositBlock(depositFields(each.fields, new Uint8Array(64).fill(7)));
      expect(bytesToHex(withData.slice(0, -64))).toBe(bytesToHex(block.slice(0, -64)));
      expect(eddsaVerify(k32(each.signer_pub), withData, signature)).toBe(false);
    }
  });

  it('wire details from v17 on and tracking from v14 on are other blocks than in 2022', () => {
    const details = cases.find(({ purpose }) => purpose === 1030);
    const track = cases.find(({ purpose }) => purpose === 1103);
    if (!details || !track) throw new Error('both cases');
    const payto = details.fields['payto_uri'] ?? '';
    const long = masterWireDetailsBlock({ payto, debitRestrictions: [], creditRestrictions: [] });
    expect(long).toHaveLength(8 + 32 + 3 * 64);
    expect(bytesToHex(long.slice(8, 40))).toBe(details.signed_blob_hex.slice(16));
    const short = trackTransactionBlock({
      contractHash: h64(track.fields['contractTermsHash']),
      wireHash: h64(track.fields['wireHash']),
      merchantPub: 'absent',
      coinPub: k32(track.fields['coinPub']),
    });
    expect(short).toHaveLength(track.signed_blob_hex.length / 2 - 32);
  });
});
