// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../shared/amount.ts';
import type { Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import type { HttpFailure } from './http.ts';

export type BankFailure =
  | HttpFailure
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'operation-unknown' }
  /** 409/5113: another wallet took this withdrawal */
  | { readonly kind: 'operation-taken' }
  /** 409/5114: make a new reserve key */
  | { readonly kind: 'reserve-reused' }
  | { readonly kind: 'operation-aborted' };

export type BankOperation = { readonly bankBaseUrl: string; readonly operationId: string };
export type OperationStatus = {
  readonly state: 'pending' | 'selected' | 'confirmed' | 'aborted';
  /** undefined: the bank leaves the amount to the wallet or the exchange (newer banks) */
  readonly amount: Amount | undefined;
  readonly wireTypes: readonly string[];
  readonly senderWire: string | undefined;
  readonly suggestedExchange: string | undefined;
  readonly confirmUrl: string | undefined;
};

export type BankConfig = (world: World, bankBaseUrl: string) => Promise<Result<{ readonly version: string; readonly currency: string | undefined }, BankFailure>>;
export type OperationStatusRequest = (world: World, of: BankOperation & { readonly longPollMs?: number; readonly oldState?: OperationStatus['state'] }) => Promise<Result<OperationStatus, BankFailure>>;
/** Idempotent: asking again with the same reserve is fine. `exchangePayto` is the exchange's account, 1030-verified. */
export type SelectReserve = (world: World, of: BankOperation & { readonly reservePub: string; readonly exchangePayto: string }) => Promise<Result<{ readonly transferDone: boolean; readonly confirmUrl: string | undefined }, BankFailure>>;
