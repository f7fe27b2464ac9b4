// SPDX-License-Identifier: GPL-3.0-or-later
import { field, PURPOSE, purposeBlock } from './purpose.ts';

/** 1101, merchant key: the merchant offers this contract. */
export const merchantContractBlock = (fields: { readonly contractHash: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.MERCHANT_CONTRACT, field(fields.contractHash, 64));

/** 1104, merchant key: the contract is paid (our proof of payment). */
export const merchantPaymentOkBlock = (fields: { readonly contractHash: Uint8Array }): Uint8Array =>
  purposeBlock(PURPOSE.MERCHANT_PAYMENT_OK, field(fields.contractHash, 64));

/** 1103, merchant key of a deposit: what became of it; the merchant key is part of the block only at v12. */
export const trackTransactionBlock = (fields: {
  readonly contractHash: Uint8Array;
  readonly wireHash: Uint8Array;
  readonly merchantPub: Uint8Array | 'absent';
  readonly coinPub: Uint8Array;
}): Uint8Array =>
  purposeBlock(
    PURPOSE.MERCHANT_TRACK_TRANSACTION,
    field(fields.contractHash, 64),
    field(fields.wireHash, 64),
    ...(fields.merchantPub === 'absent' ? [] : [field(fields.merchantPub, 32)]),
    field(fields.coinPub, 32),
  );
