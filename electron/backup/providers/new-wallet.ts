// SPDX-License-Identifier: GPL-3.0-or-later
import { standingOf } from '../../state/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { becomeActive, type DeviceParts } from '../devices/devices.ts';
import { nameNewWallet, ownDeviceName } from '../devices/names.ts';
import { forgetEmptying } from '../devices/marks.ts';
import { newRootSecret } from '../root-secret.ts';
import { putAccess } from './known.ts';

/**
 * Makes this installation a wallet of its own, in the transaction of what needs one: a fresh root secret, and a device of it that leads.
 * Providers that are still known from a wallet this device has left belong to that wallet's secret; only `kept` stays.
 */
export const beginWallet = (tx: Tx, parts: DeviceParts, kept?: string): void => {
  for (const other of tx.entries('provider')) {
    if (other.value.removed || other.id === kept) continue;
    tx.put('provider', other.id, { ...other.value, removed: true });
    putAccess(tx, other.id, undefined);
  }
  tx.local.setRootSecret(newRootSecret(parts.world));
  nameNewWallet(tx, ownDeviceName(tx.local, parts.deviceName), parts.world.now());
  // A wallet that was emptied, could not be erased and is used again becomes an ordinary one.
  forgetEmptying(tx);
  if (standingOf(tx.entries('device'), tx.deviceId()) === 'active') {
    tx.claimEpoch(ownDeviceName(tx.local, parts.deviceName));
    return;
  }
  // What is here is money of the wallet that was left: whoever has its sheet may be going on with it.
  noteOutside(tx, 'left');
  becomeActive(tx, parts);
};
