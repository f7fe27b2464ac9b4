// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../electron/storage/store.ts';
import { purse, bytes } from '../unit/ledger-entries.ts';

/** Writes what no version of the wallet can have written, so that opening it comes to a defect: an emptied wallet whose payment is at no address. */
export const breakWhenOpened = (store: Store): void =>
  store.transaction((tx) => {
    const id = bytes(32, 1);
    tx.put('push-out', id, {
      ...purse,
      exchange: 'nowhere',
      purse_priv: bytes(32, 2),
      merge_priv: bytes(32, 3),
      coins: {},
      status: 'taken',
    });
    tx.local.setMark('emptying', { payments: [id], leavingSince: 1 });
  });
