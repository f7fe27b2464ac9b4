// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { errorCode } from '../wire/http.ts';
import {
  ask,
  otherwise,
  paymentOf,
  type AnastasisTrouble,
  type PaymentRequired,
  type PaymentTimeout,
  type PaymentTrouble,
} from './answer.ts';
import type { TruthUpload } from './truth.ts';

// Uploading a truth, which both generations do alike (PROTOCOL.md#anastasis-truths).

export type TruthStored =
  /** 204; also for one that was there already, whose first share stays whatever is sent */
  | { readonly kind: 'stored' }
  /** 409/8150: another truth lies under this uuid */
  | { readonly kind: 'uuid-taken' }
  /** 400/8151 */
  | { readonly kind: 'method-unsupported' }
  | { readonly kind: 'too-large' }
  | PaymentRequired
  | PaymentTimeout
  | PaymentTrouble;

const UUID_TAKEN = 8150;
const METHOD_UNSUPPORTED = 8151;

/** `POST truth/$UUID`; repeatable with the same bytes. After a payment it is sent again: the order's number is the uuid. */
export const uploadTruth = async (
  world: World,
  asked: {
    readonly baseUrl: string;
    /** 32 bytes */
    readonly uuid: Uint8Array;
    readonly truth: TruthUpload;
    readonly storageYears: number;
    readonly paymentId?: string;
    readonly waitMs?: number;
  },
): Promise<Result<TruthStored, AnastasisTrouble>> => {
  const url = new URL(`truth/${bytesToCrock(asked.uuid)}`, asked.baseUrl).href;
  const { type, keyShareData, encryptedTruth, mime } = asked.truth;
  const answered = await ask(world, {
    method: 'POST',
    url,
    waitMs: asked.waitMs,
    paymentId: asked.paymentId,
    json: {
      key_share_data: bytesToCrock(keyShareData),
      type,
      encrypted_truth: bytesToCrock(encryptedTruth),
      ...(mime === undefined ? {} : { truth_mime: mime }),
      storage_duration_years: asked.storageYears,
    },
  });
  if (!answered.ok) return answered;
  const answer = answered.value;
  const payment = paymentOf(answer);
  if (payment) return payment;
  if (answer.status === 204 || answer.status === 304) return ok({ kind: 'stored' });
  if (answer.status === 413) return ok({ kind: 'too-large' });
  switch (errorCode(answer)) {
    case UUID_TAKEN:
      return ok({ kind: 'uuid-taken' });
    case METHOD_UNSUPPORTED:
      return ok({ kind: 'method-unsupported' });
    default:
      return otherwise(answer, url);
  }
};
