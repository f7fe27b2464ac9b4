// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { MalformedTalerUri } from '../../taler/wire/taler-uri.ts';
import type { OnPaper } from './on-paper.ts';

/** What a damaged code was most likely meant to say. A person compares it with the sheet and takes it, or not. */
export type Proposed<T> = {
  readonly kind: 'correction-proposed';
  /** the groups in question: what was read, and what is proposed; of the rest of the secret nothing is quoted */
  readonly changes: readonly Said<'correction'>[];
  readonly corrected: T;
};

/** Lines count from 1 in the text as it was given. No failure but a proposed correction quotes the secret. */
export type RecoveryFailure =
  | { readonly kind: 'not-a-recovery-text'; readonly line: number }
  | { readonly kind: 'newer-recovery-text'; readonly line: number; readonly version: number }
  /** the text stops early: `line` is the last one that is there */
  | { readonly kind: 'recovery-truncated'; readonly line: number }
  | {
      readonly kind: 'recovery-line';
      readonly line: number;
      readonly why: Said<'recoveryLine'>;
    }
  | Proposed<OnPaper>
  /** more of the code is wrong or missing than it can tell */
  | { readonly kind: 'too-damaged' }
  /** two sheets in one text, beginning at these lines */
  | { readonly kind: 'two-recovery-texts'; readonly line: number; readonly other: number }
  | { readonly kind: 'recovery-too-long'; readonly limit: number }
  | SharesApart
  | { readonly kind: 'malformed-recovery-uri'; readonly why: MalformedTalerUri['why'] | 'action' | 'pay' };

/** Why shares do not give a secret together. They are named by their number in their split, and splits by theirs, in capitals. */
export type SharesApart =
  /** `there`: the numbers of those that are */
  | {
      readonly kind: 'too-few-shares';
      readonly split: string;
      readonly needed: number;
      readonly got: number;
      readonly there: readonly string[];
    }
  | { readonly kind: 'same-share-twice'; readonly share: number; readonly split: string; readonly needed: number }
  | { readonly kind: 'share-of-another-split'; readonly share: number; readonly split: string; readonly other: string }
  /** the number of its split is the same, and something else it says is not: of another wallet, or a forgery */
  | { readonly kind: 'share-contradicts'; readonly share: number; readonly split: string }
  /** a whole sheet lies among them */
  | { readonly kind: 'sheet-among-shares'; readonly line: number }
  | { readonly kind: 'too-many-shares'; readonly limit: number };

/** A line that is wrong, and why. */
export const wrong = (
  { number }: { readonly number: number },
  why: Said<'recoveryLine'>,
): Result<never, RecoveryFailure> => err({ kind: 'recovery-line', line: number, why });

/** A paper that was read. */
export type Read = Result<OnPaper, RecoveryFailure>;

/** What was read, or is proposed. */
export const meant = (read: Read): OnPaper | undefined => {
  if (read.ok) return read.value;
  return read.error.kind === 'correction-proposed' ? read.error.corrected : undefined;
};
