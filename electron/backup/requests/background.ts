// SPDX-License-Identifier: GPL-3.0-or-later
import type { CycleReportView } from '../../../shared/view-backup.ts';
import { inBackground } from '../../defect.ts';
import type { Backup } from '../contract.ts';
import { listDevices } from '../devices/devices.ts';
import { isAbandoning, isAuditDue, isRenewalOfCoinsDue } from '../devices/marks.ts';
import { resumeAbandon } from '../leave/abandon.ts';
import { auditRestored, renewKnownCoins } from '../recover/audit.ts';
import { createSpreadAudit } from '../recover/audit-spread.ts';
import { resumeTakenOver } from '../recover/taken-over.ts';
import { forgetLeft, type EscrowRounds } from '../escrow/escrow.ts';
import { isTakenOverDue } from '../recover/taken-over-record.ts';
import { goOnWithRekey } from '../rekey/go-on.ts';
import { rekeying } from '../rekey/record.ts';
import type { Common } from './common.ts';
import { goOnRecovering } from './escrow-recovery.ts';
import { endLeaving, leavingParts } from './leaving.ts';
import { goOnUndoing } from './undo.ts';

/** What goes on by itself, and what of it is still under way. */
export type Background = Pick<Backup, 'run'> & { readonly settled: () => Promise<void> };

export const createBackground = (common: Common, escrow: EscrowRounds): Background => {
  const { parts, rounds, alone } = common;
  const { world, store } = parts;
  const spread = createSpreadAudit(parts);
  let auditing: Promise<unknown> | undefined;

  const auditOnce = (pace: 'prompt' | 'now'): Promise<unknown> => {
    auditing ??= (pace === 'now' ? auditRestored(parts) : spread.look()).finally(() => (auditing = undefined));
    // A defect of the audit reaches whoever waits for it, and the log.
    inBackground(world, 'audit', auditing);
    return auditing;
  };

  return {
    run: async ({ signal, pace = signal === undefined ? 'now' : 'prompt' } = {}) => {
      // A restore audits and uploads by itself; a background round beside it would use up what its report has to show.
      if (signal?.aborted === true || alone.isBusy()) return [];
      await goOnUndoing(common);
      await goOnRecovering(parts);
      if (isAuditDue(parts) || spread.isNew()) {
        // In the background an exchange that hangs delays the audit, and no backup.
        const audit = auditOnce(pace);
        if (pace === 'now') await audit;
      }
      // Also when this wallet is left: the other one's places are to hear of it all the same.
      if (isTakenOverDue(store.local, world.now())) await resumeTakenOver(parts);
      if (store.local.rootSecret() === undefined) {
        forgetLeft(parts);
        return [];
      }
      if (isAbandoning(store.local)) {
        let reports: readonly CycleReportView[] = [];
        const cycleNow = async () => (reports = await rounds.cycleDue(pace));
        await endLeaving(common, () => resumeAbandon({ ...leavingParts(common), cycleNow }));
        return reports;
      }
      if (rekeying(store.local) !== undefined) await goOnWithRekey({ ...parts, cycleAll: common.cycleAll }, false);
      if (isRenewalOfCoinsDue(parts) && listDevices(store).standing === 'active') renewKnownCoins(parts);
      const reports = await rounds.cycleDue(pace);
      await escrow.run(pace);
      return reports;
    },
    settled: async () => {
      await Promise.allSettled([rounds.settled(), escrow.settled(), auditing]);
    },
  };
};
