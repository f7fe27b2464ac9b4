// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { NamesView } from '../../../shared/view-devices.ts';
import type { Backup } from '../contract.ts';
import { nameDevice, nameWallet, ownDeviceName, tidyName, walletName } from '../devices/names.ts';
import type { Common } from './common.ts';

/** The requests on what a wallet and its device are called. */
export const namingRequests = ({ parts: { store, deviceName } }: Common) => {
  const names = (): NamesView => ({
    wallet: walletName(store),
    device: ownDeviceName(store.local, deviceName) ?? store.deviceId().slice(0, 6),
  });
  return {
    names,
    rename: ({ wallet, device }) => {
      const [ofWallet, ofDevice] = [wallet, device].map((name) => (name === undefined ? undefined : tidyName(name)));
      if (ofWallet === '' || ofDevice === '') return err({ kind: 'empty-name' });
      store.transaction((tx) => {
        if (ofWallet !== undefined) nameWallet(tx, ofWallet);
        if (ofDevice !== undefined) nameDevice(tx, ofDevice);
      });
      return ok(names());
    },
  } satisfies Partial<Backup>;
};
