// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { BackupFailure } from './backup-failure.ts';
import { explainRecoveryFailure } from './recovery-parse.ts';

/** The failure for people: what happened, whether money is at risk, what next. It never quotes a secret. */
export const explainBackupFailure = (failure: BackupFailure): FailureView => ({
  kind: failure.kind,
  sentence: sentence(failure),
});

const sentence = (failure: BackupFailure): string => {
  switch (failure.kind) {
    case 'wrong-backup-state':
      return failure.state === 'initialized'
        ? `This wallet already has a backup of its own (backup state: initialized), so ${failure.operation} was refused and nothing was changed. Use a fresh wallet.`
        : `This wallet has no backup yet (backup state: uninitialized), so ${failure.operation} was refused. Add a provider first.`;
    case 'restore-running':
      return 'A restore is running already; wait until it has finished. Nothing was changed.';
    case 'no-provider-there':
      return `${failure.target} is no backup provider: ${failure.why}. Nothing was changed.`;
    case 'provider-silent':
      return `${failure.target} did not answer: ${failure.why}. Nothing was changed; try again later.`;
    case 'malformed-max-fee':
      return `"${failure.text}" is not an amount like KUDOS:0.5. Nothing was changed.`;
    case 'fee-above-cap':
      return `This provider asks ${failure.fee} a year, which is not within your limit of ${failure.cap}. Nothing was changed.`;
    case 'unknown-provider':
      return `${failure.id} is not one of this wallet's providers. Nothing was changed.`;
    case 'too-many-providers':
      return `A wallet has at most ${failure.limit} providers. Nothing was changed.`;
    case 'nowhere-to-restore-from':
      return 'The recovery text names no provider; point at a folder that holds a backup. Nothing was changed.';
    case 'nothing-restored': {
      const silent = failure.sources.filter((source) => source.answer === 'silent').length;
      const what = failure.sources
        .map((source) => `${source.provider}: ${source.answer}${source.note === undefined ? '' : ` (${source.note})`}`)
        .join('; ');
      return `No usable backup was found (${what}). Nothing was changed. ${silent > 0 ? 'Those that did not answer may still have it: try again later.' : 'Keep the recovery text.'}`;
    }
    default:
      return `${explainRecoveryFailure(failure)} Nothing was changed.`;
  }
};
