// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { expiresHours, names, nothing, takeover } from './contract-fields.ts';
import type {
  AbandonView,
  DevicesView,
  EmptyQuoteView,
  EmptyReceiptView,
  EmptyView,
  NamesView,
} from './view-devices.ts';
import type { TakeoverReportView } from './view-restore.ts';

// Devices of one wallet, and wallets changing hands.

/** Schemas of those inputs. */
export const deviceInputs = {
  'wallet.empty.quote': z.strictObject({ expiresHours }),
  'wallet.empty': z.strictObject({ expiresHours }),
  'wallet.empty.status': nothing,
  'wallet.empty.stop': nothing,
  'wallet.empty.finish': z.strictObject({ confirm: z.literal('erase this wallet') }),
  'device.list': nothing,
  'wallet.names': nothing,
  'wallet.rename': names,
  'device.keep': nothing,
  'backup.abandon': nothing,
  'backup.takeover': takeover,
} as const;

/** Outputs by request name. */
export type DeviceOutputs = {
  'wallet.empty.quote': EmptyQuoteView;
  'wallet.empty': EmptyView;
  'wallet.empty.status': EmptyView;
  'wallet.empty.stop': EmptyView;
  'wallet.empty.finish': EmptyReceiptView;
  'device.list': DevicesView;
  'wallet.names': NamesView;
  'wallet.rename': NamesView;
  'device.keep': DevicesView;
  'backup.abandon': AbandonView;
  'backup.takeover': TakeoverReportView;
};
