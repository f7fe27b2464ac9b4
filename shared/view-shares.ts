// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from './view-backup.ts';

// What the window shows of a sheet that is split into shares.

/** One share, opened. Alone it says nothing about the secret. */
export type ShareView = Pick<RecoverySheetView, 'text' | 'qrText' | 'qrLevel' | 'code' | 'groups'> & {
  /** which one it is, from 1 */
  readonly number: number;
};

/** All shares of a split, opened: together they are the wallet's secret. The window holds them only while their page is open. */
export type SharesView = Pick<RecoverySheetView, 'walletName' | 'date' | 'providers'> & {
  /** the number of the split, in capitals */
  readonly split: string;
  readonly needed: number;
  readonly of: number;
  readonly shares: readonly ShareView[];
};
