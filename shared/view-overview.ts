// SPDX-License-Identifier: GPL-3.0-or-later
import type { BackupStatusView } from './view-backup.ts';
import type { BalanceView, PendingView } from './view.ts';

/** What the first page and `status` begin with. */
export type OverviewView = {
  readonly balances: readonly BalanceView[];
  readonly backup: BackupStatusView;
  readonly pending: readonly PendingView[];
};
