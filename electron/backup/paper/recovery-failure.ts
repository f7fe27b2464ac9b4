// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { MalformedTalerUri } from '../../taler/wire/taler-uri.ts';
import type { Recovery } from './text.ts';

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
      readonly lastLine?: number;
      readonly why: Said<'recoveryLine'>;
    }
  | Proposed<Recovery>
  /** more of the code is wrong or missing than it can tell */
  | { readonly kind: 'too-damaged' }
  /** two sheets in one text, beginning at these lines */
  | { readonly kind: 'two-recovery-texts'; readonly line: number; readonly other: number }
  | { readonly kind: 'recovery-too-long'; readonly limit: number }
  | { readonly kind: 'malformed-recovery-uri'; readonly why: MalformedTalerUri['why'] | 'action' };

/** A line that is wrong, and why. */
export const wrong = (
  { number }: { readonly number: number },
  why: Said<'recoveryLine'>,
): Result<never, RecoveryFailure> => err({ kind: 'recovery-line', line: number, why });
