// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import type { CoinContribution } from '../exchange/exchange.ts';
import type { HttpFailure } from '../wire/http.ts';
import type { ContractChoice } from './choices.ts';

// What the merchant client speaks of. Its functions: order.ts (claim, pay, paid, status), contract.ts (all checks of a contract), refund.ts (refund, abort).

/** A contract that passed every check of PROTOCOL.md#contract-checks. `raw` is the JSON as it came: hashes depend on it. */
export type ContractTerms = {
  readonly raw: unknown;
  readonly hContract: Uint8Array;
  readonly merchantSig: string;
  readonly orderId: string;
  readonly merchantBaseUrl: string;
  readonly merchantPub: string;
  readonly merchantName: string;
  readonly summary: string;
  readonly amount: Amount;
  readonly maxFee: Amount;
  /** of version 1 all ways to pay it; `amount` and `maxFee` are those of the one with the number `choice` */
  readonly choices: readonly ContractChoice[];
  readonly choice: number | undefined;
  readonly maxWireFee: Amount | undefined;
  readonly wireFeeAmortization: number;
  readonly wireMethod: string;
  readonly hWire: string;
  readonly exchanges: readonly { readonly url: string; readonly masterPub: string }[];
  readonly auditorPubs: readonly string[];
  readonly timestamp: Timestamp;
  readonly payDeadline: Timestamp;
  readonly refundDeadline: Timestamp;
  readonly wireTransferDeadline: Timestamp;
  readonly minimumAge: number;
  readonly fulfillmentUrl: string | undefined;
  readonly fulfillmentMessage: string | undefined;
};

/** What of a contract names its order to merchant and exchange. */
export type OrderTerms = Pick<ContractTerms, 'merchantBaseUrl' | 'orderId' | 'hContract' | 'merchantPub' | 'amount'>;

/** The one thing wrong with a contract, by name. */
export type ContractFailure =
  | { readonly kind: 'contract-malformed'; readonly why: string }
  | { readonly kind: 'contract-unsupported'; readonly why: string }
  | { readonly kind: 'contract-signature-invalid' }
  | { readonly kind: 'contract-nonce-mismatch' }
  | { readonly kind: 'contract-base-url-mismatch'; readonly got: string }
  | { readonly kind: 'contract-order-mismatch'; readonly got: string }
  | { readonly kind: 'contract-expired'; readonly payDeadline: Timestamp }
  | { readonly kind: 'contract-deadlines'; readonly why: string }
  /** it is of a day that has not come by our clock */
  | { readonly kind: 'clock-skew'; readonly url: string; readonly theirs: Timestamp; readonly ours: Timestamp }
  | { readonly kind: 'contract-currency'; readonly why: string };

export type MerchantFailure =
  | HttpFailure
  | { readonly kind: 'order-unknown' }
  | { readonly kind: 'order-claimed-elsewhere' }
  | { readonly kind: 'claim-token-invalid' }
  /** it serves no version of the protocol that this wallet speaks */
  | { readonly kind: 'shop-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'bad-merchant-signature'; readonly what: string };

export type PayFailure =
  | MerchantFailure
  /** 409/2150: the exchange says this coin is (partly) spent; check its history before believing it */
  | { readonly kind: 'coin-spent'; readonly coinPub: string | undefined }
  /** 409/2160: another wallet (of ours?) paid this order */
  | { readonly kind: 'paid-elsewhere' }
  /** 402/2167: paid before, and refunded since */
  | { readonly kind: 'paid-and-refunded' }
  /** 410/2161: release the coins */
  | { readonly kind: 'offer-expired' }
  /** 400/2151, 410/2165: choose coins of other denominations */
  | { readonly kind: 'denomination-refused'; readonly code: number }
  /** 406, 400/2154: the fees ate too much */
  | { readonly kind: 'payment-too-small'; readonly code: number }
  /** 403: a signature of ours was not accepted */
  | { readonly kind: 'signature-refused'; readonly code: number; readonly detail?: string }
  /** 404 with another code than that of an unknown order (a token key or a charity the shop does not know any more) */
  | { readonly kind: 'choice-refused'; readonly code: number }
  /** 451: the shop's issuer pays it nothing before the shop has said who it is */
  | { readonly kind: 'shop-blocked'; readonly url: string };

export type OrderAddress = { readonly merchantBaseUrl: string; readonly orderId: string };
export type ClaimedOrder = { /** JSON as received */ readonly terms: unknown; readonly merchantSig: string };
export type PayCoin = CoinContribution & {
  readonly exchangeUrl: string;
  /** whether what the coin signs (1201) ends with a hash of the wallet's own data, as its exchange checks it */
  readonly signsWalletData: boolean;
};
export type PayRequest = {
  readonly terms: ContractTerms;
  readonly coins: readonly PayCoin[];
  readonly sessionId?: string;
};
export type OrderStatus =
  | { readonly state: 'unpaid' }
  | {
      readonly state: 'paid';
      readonly refunded: boolean;
      readonly refundPending: boolean;
      readonly refundAmount: Amount;
      readonly refundTaken: Amount;
    };
