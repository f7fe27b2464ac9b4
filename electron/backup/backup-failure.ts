// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoveryFailure } from './recovery-parse.ts';

/** Everything that can be expected to go wrong in a request about the backup; nothing was changed when one is returned. */
export type BackupFailure =
  | RecoveryFailure
  /** the operation is for the other backup state (design "Backup state of a wallet") */
  | { readonly kind: 'wrong-backup-state'; readonly state: 'uninitialized' | 'initialized'; readonly operation: string }
  | { readonly kind: 'restore-running' }
  | { readonly kind: 'no-provider-there'; readonly target: string; readonly why: string }
  | { readonly kind: 'provider-silent'; readonly target: string; readonly why: string }
  | { readonly kind: 'malformed-max-fee'; readonly text: string }
  | { readonly kind: 'fee-above-cap'; readonly fee: string; readonly cap: string }
  | { readonly kind: 'unknown-provider'; readonly id: string }
  | { readonly kind: 'too-many-providers'; readonly limit: number }
  /** a recovery text without providers, and no folder was pointed at */
  | { readonly kind: 'nowhere-to-restore-from' }
  | {
      readonly kind: 'nothing-restored';
      readonly sources: readonly {
        readonly provider: string;
        readonly answer: 'empty' | 'silent' | 'unusable';
        readonly note?: string;
      }[];
    };
