// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { checkContract } from '../../electron/taler/merchant/contract.ts';
import type { ContractTerms } from '../../electron/taler/merchant/merchant.ts';
import { merchantContractBlock } from '../../electron/taler/purposes/merchant.ts';

// A contract of a shop, rightly signed, and what the wallet says of it.

export const NOW = 1_795_442_500_000;
export const merchantPriv = new Uint8Array(32).fill(1);
export const merchantPub = eddsaPublicKey(merchantPriv);
export const noncePub = bytesToCrock(eddsaPublicKey(new Uint8Array(32).fill(2)));
const BASE = 'https://shop.example/instances/a/';
export const expected = { merchantBaseUrl: BASE, orderId: 'o 1', noncePub };

export const TERMS = {
  order_id: 'o 1',
  merchant_base_url: BASE,
  h_wire: bytesToCrock(new Uint8Array(64).fill(3)),
  wire_method: 'iban',
  summary: 'tea',
  nonce: noncePub,
  amount: 'KUDOS:1.5',
  max_fee: 'KUDOS:0.1',
  exchanges: [{ url: 'https://exchange.example/', master_pub: bytesToCrock(new Uint8Array(32).fill(4)) }],
  auditors: [],
  timestamp: { t_s: 1_795_442_400 },
  pay_deadline: { t_s: 1_795_446_000 },
  refund_deadline: { t_s: 1_795_446_000 },
  wire_transfer_deadline: { t_s: 1_795_450_000 },
  merchant: { name: 'Tea shop' },
  merchant_pub: bytesToCrock(merchantPub),
  extra: { unknown: ['kept', 1] },
};
export const signed = (terms: unknown): string =>
  bytesToCrock(eddsaSign(merchantPriv, merchantContractBlock({ contractHash: mustOk(hashContract(terms), 'hash') })));
export const check = (change: object, currency?: string): ReturnType<typeof checkContract> => {
  const terms = { ...TERMS, ...change };
  return checkContract({
    terms,
    merchantSig: signed(terms),
    expected,
    nowMs: NOW,
    ...(currency === undefined ? {} : { currency }),
  });
};
export const terms: ContractTerms = mustOk(check({}), 'the contract');
