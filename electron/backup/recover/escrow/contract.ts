// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../../shared/result.ts';
import type { EscrowSessionView, RecoverySearchView, RehearsalView } from '../../../../shared/view-escrow-recovery.ts';
import type { RestoreReportView, TakeoverReportView } from '../../../../shared/view-restore.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import type { RecoveryQuestions } from '../questions.ts';
import type { Pointers } from '../sources.ts';
import type { TakeoverRequest } from '../takeover.ts';

/** Who is looked for, and where. */
export type SearchWish = {
  readonly country: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** as a person writes them */
  readonly places: readonly string[];
};

type Session = Promise<Result<EscrowSessionView, BackupFailure>>;

/** Brings a wallet back from escrow: search, choice, one way after the other, and then the restore. Refused where a backup is here. */
export type EscrowRecovery = {
  /** asks all places at once what they keep of this person; kept in memory alone */
  readonly find: (wish: SearchWish) => Promise<Result<RecoverySearchView, BackupFailure>>;
  /** begins with one of what was found last; from now on it survives a restart */
  readonly choose: (documentHash: string) => Session;
  readonly session: () => EscrowSessionView | undefined;
  /** has a code sent, or looks again whether it was paid */
  readonly challenge: (uuid: string) => Session;
  /** pays a place that asks for it, with this wallet's coins */
  readonly pay: (uuid: string, agreed: string) => Session;
  readonly answer: (uuid: string, typed: string) => Session;
  /** forgets everything of it; a search that is under way ends */
  readonly stop: () => void;
  readonly questions: () => Result<RecoveryQuestions, BackupFailure>;
  readonly run: (pointers?: Pointers) => Promise<Result<RestoreReportView, BackupFailure>>;
  /** the same where money is here: by a takeover, with its consent */
  readonly takeOver: (
    request: Omit<TakeoverRequest, 'recoveryText'>,
  ) => Promise<Result<TakeoverReportView, BackupFailure>>;
  /** carries out one way of this wallet's own escrow for a try */
  readonly rehearse: (uuid: string, answer: string) => Promise<Result<RehearsalView, BackupFailure>>;
};
