// SPDX-License-Identifier: GPL-3.0-or-later
import { eddsaVerify } from './crypto/eddsa.ts';
import { bytesToCrock, parseCrock } from './bytes/encodings.ts';
import { sha512 } from './crypto/hash.ts';
import { errorCode, errorFromAnswer, type HttpAnswer, type HttpFailure } from './wire/http.ts';
import { syncUploadBlock } from './purposes/wallet.ts';

// What came as an answer of a sync service: its blob, or the word of somebody who stands between.

/**
 * What was sent as a blob, with the hash of its bytes. It proves itself when its owner's key opens it: the headers beside it are hints,
 * because proxies rewrite, weaken, double and drop them.
 */
export type HeardBlob = {
  readonly bytes: Uint8Array;
  readonly hash: string;
  /** the headers say, by our account key's 1450 signature, that this wallet has uploaded these very bytes */
  readonly isSigned: boolean;
  /** some header of the service came with it, whatever it says */
  readonly isLabelled: boolean;
};

export type SyncTrouble =
  | HttpFailure
  /** no answer of a sync service: a network's sign-in page, a notice of maintenance, a proxy's refusal */
  | { readonly kind: 'between'; readonly status: number };

const NO_PREVIOUS = bytesToCrock(new Uint8Array(64));

/** The bytes of an answer, and whether our account key signed them as the successor of `Sync-Previous`. The `ETag` says nothing that the bytes do not. */
export const heardBlob = ({ headers, bytes }: HttpAnswer, accountPub: Uint8Array): HeardBlob => {
  const newHash = sha512(bytes);
  const oldHash = parseCrock(unquoted(headers.get('sync-previous') ?? NO_PREVIOUS), 64);
  const signature = parseCrock(unquoted(headers.get('sync-signature') ?? ''), 64);
  const isSigned =
    oldHash.ok &&
    signature.ok &&
    eddsaVerify(accountPub, syncUploadBlock({ oldHash: oldHash.value, newHash }), signature.value);
  const isLabelled = headers.has('sync-signature') || headers.has('sync-previous');
  return { bytes, hash: bytesToCrock(newHash), isSigned, isLabelled };
};

/** Text that is made for a person's eyes; a blob comes as bytes. */
export const isPage = ({ headers, bytes }: HttpAnswer): boolean =>
  /^\s*(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '') ||
  /^\s*<(!doctype|html|\?xml|head|body|script|meta)\b/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)));

export const between = ({ status }: { readonly status: number }): SyncTrouble => ({ kind: 'between', status });

/** An answer without a code of Taler's is none of the service; trouble that passes is what it says it is. */
export const noAnswer = (answer: HttpAnswer, url: string): SyncTrouble => {
  const failure = errorFromAnswer(answer, url);
  return failure.kind === 'server-trouble' || errorCode(answer) !== undefined ? failure : between(answer);
};

/** A sync service sends nobody elsewhere. */
export const orBetween = (failure: HttpFailure): SyncTrouble =>
  failure.kind === 'redirected' ? between({ status: 302 }) : failure;

/** The first of what may have been doubled on the way, without the quotes and the mark of a weak tag. */
const unquoted = (value: string): string => {
  const [first = ''] = value.split(',');
  return /^(?:W\/)?"(.*)"$/i.exec(first.trim())?.[1] ?? first.trim();
};
