// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { valuesToBytes } from './bits.ts';
import { codeFor, HEADER_LENGTH, valueOf } from './code.ts';
import { inverse, times } from './field.ts';
import { type Codex32, dataOf, parseCodex32, valuesToText } from './text.ts';

// Shamir's sharing as BIP-93 has it: every character of header, payload and checksum is interpolated over GF(32) by itself, at the value
// of its share's index; the secret is what stands at the index s.

/** The index of the secret itself. */
export const SECRET_INDEX = 's';
/** In the order in which shares are handed out: BIP-93 begins with a, c, d. */
const SHARE_INDEXES = [...'acdefghjklmnpqrtuvwxyz023456789'];
/** Which share an index stands for, from 1 on; 0 for the secret itself. */
export const shareNumber = (index: string): number => SHARE_INDEXES.indexOf(index) + 1;

const MIN_NEEDED = 2;
const MAX_NEEDED = 9;

/** Why strings do not give a secret together. `at` counts the strings that were given, from 0. */
export type SharesFailure =
  | { readonly kind: 'too-few-shares'; readonly needed: number; readonly got: number }
  | { readonly kind: 'same-share-twice'; readonly at: number; readonly other: number }
  /** of another split, or of another wallet */
  | { readonly kind: 'share-of-another-split'; readonly at: number }
  | { readonly kind: 'not-a-share'; readonly at: number };

/**
 * Splits a secret into `count` strings of which any `needed` (2 to 9) give it back and fewer say nothing about it. `identifier` must be
 * chosen anew for each split: it is what tells shares of different splits apart. Other numbers are a defect.
 */
export const splitSecret = (
  secret: { readonly prefix: string; readonly identifier: string; readonly bytes: Uint8Array },
  { needed, count }: { readonly needed: number; readonly count: number },
  randomBytes: (length: number) => Uint8Array,
): readonly string[] => {
  const { prefix, identifier, bytes } = secret;
  if (needed < MIN_NEEDED || needed > MAX_NEEDED || count < needed || count > SHARE_INDEXES.length)
    throw new Error('defect: codex32 splits into 2 to 31 shares of which 2 to 9 are needed');
  const threshold = String(needed);
  const whole = dataOf({ threshold, identifier, shareIndex: SECRET_INDEX }, bytes);
  const indexes = SHARE_INDEXES.slice(0, count);
  const chosen = indexes.slice(0, needed - 1).map((index) => {
    const header = [...`${threshold}${identifier}${index}`].map(valueOf);
    return [...header, ...Array.from(randomBytes(whole.length - HEADER_LENGTH), (byte) => byte & 31)];
  });
  const points = [whole, ...chosen];
  return indexes.map((index, i) =>
    valuesToText(prefix, bytes.length, chosen[i] ?? interpolated(points, valueOf(index))),
  );
};

/** The secret, and what its shares say of themselves. */
export type Joined = { readonly bytes: Uint8Array; readonly identifier: string; readonly needed: number };

/**
 * The secret of valid codex32 strings, in any order. More shares than are needed must agree with the others. Two splits whose identifier
 * is the same by chance (one in a million) give a wrong secret when no share is over: whoever asks compares the number of its sheet.
 */
export const joinShares = (
  texts: readonly string[],
  prefix: string,
  lengths: readonly number[],
): Result<Joined, SharesFailure> => {
  const shares: { readonly share: Codex32; readonly data: readonly number[] }[] = [];
  for (const [at, text] of texts.entries()) {
    const read = parseCodex32(text, prefix, lengths);
    // A secret that was not split is one of index `s`, too.
    if (!read.ok || read.value.shareIndex === SECRET_INDEX) return err({ kind: 'not-a-share', at });
    const { identifier, threshold, shareIndex, bytes } = read.value;
    const other = shares.findIndex(({ share }) => share.shareIndex === shareIndex);
    const first = shares[0]?.share;
    if (
      first &&
      (first.identifier !== identifier || first.threshold !== threshold || first.bytes.length !== bytes.length)
    )
      return err({ kind: 'share-of-another-split', at });
    if (other >= 0) return err({ kind: 'same-share-twice', at, other });
    shares.push({ share: read.value, data: valuesIn(text, prefix, bytes.length) });
  }
  return joinRead(shares);
};

const joinRead = (
  shares: readonly { readonly share: Codex32; readonly data: readonly number[] }[],
): Result<Joined, SharesFailure> => {
  const first = shares[0]?.share;
  const needed = Number(first?.threshold ?? MIN_NEEDED);
  if (first === undefined || shares.length < needed) return err({ kind: 'too-few-shares', needed, got: shares.length });
  const points = shares.slice(0, needed).map(({ data }) => data);
  const stranger = shares.findIndex(
    ({ data }, at) => at >= needed && !isSame(data, interpolated(points, indexOf(data))),
  );
  if (stranger >= 0) return err({ kind: 'share-of-another-split', at: stranger });
  const whole = interpolated(points, valueOf(SECRET_INDEX));
  return ok({ bytes: valuesToBytes(whole.slice(HEADER_LENGTH)), identifier: first.identifier, needed });
};

const valuesIn = (text: string, prefix: string, bytes: number): readonly number[] =>
  Array.from(text.toLowerCase().slice(prefix.length + 1), valueOf).slice(0, -codeFor(bytes).checksumLength);

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.every((value, at) => value === b[at]);

const indexOf = (data: readonly number[]): number => data[HEADER_LENGTH - 1] ?? 0;

/** Lagrange's formula, for each character. */
const interpolated = (points: readonly (readonly number[])[], at: number): readonly number[] => {
  const xs = points.map(indexOf);
  const weights = xs.map((x, i) =>
    xs.reduce((all, other, k) => (k === i ? all : times(all, times(at ^ other, inverse(x ^ other)))), 1),
  );
  return (points[0] ?? []).map((_, column) =>
    points.reduce((all, point, i) => all ^ times(point[column] ?? 0, weights[i] ?? 0), 0),
  );
};
