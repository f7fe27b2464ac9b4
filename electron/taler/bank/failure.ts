// SPDX-License-Identifier: GPL-3.0-or-later
import { errorCode, errorFromAnswer, type HttpAnswer, type HttpFailure } from '../wire/http.ts';

/** What a bank's integration can refuse, by what follows from it. */
export type BankFailure =
  | HttpFailure
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string }
  | { readonly kind: 'operation-unknown' }
  /** 409/5113: another wallet took this withdrawal */
  | { readonly kind: 'operation-taken' }
  /** 409/5114: make a new reserve key */
  | { readonly kind: 'reserve-reused' }
  | { readonly kind: 'operation-aborted' };

/** The failure that an answer other than 200 stands for. */
export const bankFailure = (answer: HttpAnswer, url: string): BankFailure => {
  const code = errorCode(answer);
  // Without a code it is not the bank that speaks; a transfer may be on its way, so nothing is concluded.
  if (answer.status === 404 && code !== undefined) return { kind: 'operation-unknown' };
  if (code === 5113) return { kind: 'operation-taken' };
  if (code === 5114) return { kind: 'reserve-reused' };
  if ((answer.status === 410 && code !== undefined) || code === 5115 || code === 5116)
    return { kind: 'operation-aborted' };
  return errorFromAnswer(answer, url);
};
