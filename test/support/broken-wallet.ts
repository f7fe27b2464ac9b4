// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../electron/storage/store.ts';
import { purse, bytes } from '../unit/ledger-entries.ts';

/** Writes what no version of the wallet can have written, so that opening it comes to a defect: an emptied wallet that is left since a time no calendar has. */
export const breakWhenOpened = (store: Store): void =>
  store.transaction((tx) => {
    const id = bytes(32, 1);
    tx.put('push-out', id, {
      ...purse,
      purse_priv: bytes(32, 2),
      key_seed: bytes(32, 2),
      merge_priv: bytes(32, 3),
      coins: {},
      status: 'taken',
    });
    tx.local.setMark('emptying', { payments: [id], leavingSince: Number.MAX_SAFE_INTEGER });
  });
