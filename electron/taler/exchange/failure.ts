// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import type { Generation } from './generation.ts';
import type { HttpFailure } from '../wire/http.ts';

/** Every way in which an exchange can fail us, whatever its generation; errors.ts finds out which one an answer is. */
export type ExchangeFailure =
  | HttpFailure
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'not-an-exchange'; readonly url: string; readonly why: string }
  /** sums of such a currency can be written into no signature: twelve bytes are all there are, the last of them zero */
  | { readonly kind: 'currency-name'; readonly url: string; readonly name: string }
  | { readonly kind: 'bad-master-signature'; readonly what: string }
  | { readonly kind: 'bad-exchange-signature'; readonly what: string }
  /** `theirs` is far from our clock: every validity check would be wrong */
  | { readonly kind: 'clock-skew'; readonly url: string; readonly theirs: Timestamp; readonly ours: Timestamp }
  | { readonly kind: 'currency-mismatch'; readonly expected: string; readonly got: string }
  | { readonly kind: 'unsupported-operation'; readonly operation: string; readonly generation: Generation }
  | {
      readonly kind: 'kyc-required';
      readonly url: string;
      readonly code?: number;
      readonly requirementRow?: number;
      readonly hPayto?: string;
      /** whose key may ask what is wanted of the account (v23) */
      readonly accountPub?: string;
      /** v23: no key is known for the account yet, so its owner must send a transfer with one in the subject first */
      readonly transfer?: string;
      /** it asks because the wallet would hold more of its money than this */
      readonly holds?: string;
      readonly badKycAuth?: true;
    }
  /** `proven`: the exchange's statement (1042, 1043) is signed with a verified key */
  | {
      readonly kind: 'denomination-gone';
      readonly why: 'unknown' | 'not-yet' | 'expired' | 'revoked' | 'lost';
      readonly code: number;
      readonly hash?: string;
      readonly proven: boolean;
    }
  /** `history`: the coin's, as v14 sends it along, unread */
  | {
      readonly kind: 'insufficient-funds';
      readonly coinPub?: string;
      readonly denominationHash?: string;
      readonly history?: unknown;
    }
  | { readonly kind: 'coin-conflict'; readonly code: number; readonly coinPub?: string }
  | { readonly kind: 'coin-unknown' }
  | { readonly kind: 'coin-expired' }
  | { readonly kind: 'reserve-unknown' }
  | { readonly kind: 'reserve-insufficient'; readonly balance?: Amount; readonly requested?: Amount }
  | { readonly kind: 'already-withdrawn' }
  | { readonly kind: 'melt-unknown' }
  /** `detail`: what it says about it, word for word */
  | { readonly kind: 'commitment-violation'; readonly code?: number; readonly detail?: string }
  | { readonly kind: 'nothing-to-melt' }
  | { readonly kind: 'deposit-unknown' }
  | { readonly kind: 'deposit-conflict'; readonly coinPub?: string; readonly hWire?: string }
  | { readonly kind: 'refund-refused'; readonly code: number }
  | { readonly kind: 'not-revoked' }
  | { readonly kind: 'recoup-wrong-origin' }
  /** how coins of a revoked denomination are given back there is not known (v26 on) */
  | { readonly kind: 'recoup-not-offered'; readonly url: string }
  /** the money in the reserve may only become coins with an age limit, which this wallet does not make */
  | { readonly kind: 'age-limited'; readonly url: string }
  | { readonly kind: 'purse-unknown' | 'purse-expired' | 'purse-deleted' | 'purse-decided' | 'purse-not-full' }
  | { readonly kind: 'purse-conflict'; readonly code: number; readonly body: unknown }
  /** the signature of the merge that came first has been verified */
  | {
      readonly kind: 'purse-merged-elsewhere';
      readonly reservePub: string;
      readonly mergeTimestamp: Timestamp;
      readonly proven: boolean;
    }
  | { readonly kind: 'purse-fee-too-low'; readonly fee?: string }
  | { readonly kind: 'purse-quota-exceeded' }
  /** the time for which the purse is to be open is over by the exchange's clock, or has no end */
  | { readonly kind: 'purse-untimely' }
  /** what is put into it does not cover the exchange's fee for a purse */
  | { readonly kind: 'purse-underfunded' }
  | { readonly kind: 'contract-unknown' }
  | { readonly kind: 'bad-contract-signature' }
  | { readonly kind: 'bad-history'; readonly what: string }
  /** 403: it does not accept a signature of ours (wrong key, or a layout of another generation) */
  | { readonly kind: 'signature-refused'; readonly code: number; readonly detail?: string };
